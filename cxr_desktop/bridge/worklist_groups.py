"""Rows in groups with a line above each that can be folded; plain Python behind the table model, knows no Qt class."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import filterfalse
from operator import attrgetter
from typing import Any

from cxr_desktop.bridge.worklist_columns import ENGINE_NUMBERS
from cxr_desktop.bridge.worklist_order import TRIAGE, Order, triage_of
from cxr_desktop.bridge.worklist_rows import Row
from cxr_desktop.domain.triage import Priority
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState

Rank = tuple[int, int]
"""Ranks sort as the groups stand; the second number is 1 where a line stands above the group."""


class GroupBy(StrEnum):
    """What stands together. The values are stored."""

    NOT_SCORED = "not_scored"
    """only studies without a number stand apart: where triage puts them, on top where a number sorts"""
    TRIAGE = "triage"
    READING = "reading"
    URGENCY = "urgency"


class Head:
    """The line above a group. ``name`` is that of a Priority in small letters, or a value of ReadState or Urgency."""

    __slots__ = ("count", "folded", "name", "position", "rank")

    def __init__(self, name: str, rank: Rank) -> None:
        self.name, self.rank = name, rank
        self.count, self.position, self.folded = 0, -1, False


Line = Row | Head
_NAMES = {
    GroupBy.TRIAGE: [priority.name.lower() for priority in Priority],
    GroupBy.READING: [state.value for state in ReadState],
    GroupBy.URGENCY: [urgency.value for urgency in Urgency],
}
_READ_RANKS: dict[ReadState, Rank] = {state: (number, 1) for number, state in enumerate(ReadState)}
_ALL: Rank = (0, 0)
_APART: Rank = (0, 1)
_REST: Rank = (1, 0)


class Groups:
    """Which group a row belongs to, and how many stand in each."""

    def __init__(self, by: GroupBy = GroupBy.NOT_SCORED) -> None:
        self.by = by
        self._folded: set[str] = set()
        self._counts: dict[Rank, int] = {}
        self._heads: dict[Rank, Head] = {}
        self.use(Order())

    def use(self, order: Order) -> None:
        """How rows are sorted decides where those without a number stand."""
        self._order = order
        if self.by is not GroupBy.NOT_SCORED:
            ranks = {GroupBy.TRIAGE: _by_triage, GroupBy.READING: _by_reading, GroupBy.URGENCY: _by_urgency}
            self.rank: Callable[[Row], Rank] = ranks[self.by]
        elif order.keys == TRIAGE:
            self.rank = _around
        else:
            self.rank = _on_top if order.keys[0].column in ENGINE_NUMBERS else _together

    def arrange(self, rows: list[Row]) -> list[Line]:
        """All rows anew, which stand in order already: with heads, without what is folded away."""
        members = {rank: group for rank, group in self._divided(rows) if group}
        self._counts = {rank: len(group) for rank, group in members.items()}
        self._heads = {rank: self._head(rank) for rank in members if rank[1]}
        lines: list[Line] = []
        for rank in sorted(members):
            head = self._heads.get(rank)
            if head is not None:
                lines.append(head)
            if head is None or not head.folded:
                lines += members[rank]
        return lines

    def unfolded(self, rows: list[Row]) -> list[Row]:
        """The same rows as they stand in their groups, those in folded groups too."""
        members = {rank: group for rank, group in self._divided(rows) if group}
        return [row for rank in sorted(members) for row in members[rank]]

    def _divided(self, rows: list[Row]) -> Iterable[tuple[Rank, list[Row]]]:
        """The members of each group, in order; by as few looks at 100,000 rows as can be."""
        if self.rank is _together:
            return [(_ALL, rows)]
        if self.rank is _around:
            return _cut(rows)
        if self.rank is _on_top:
            missing = ScoreState.NOT_SCORED
            # What has a number is scored.
            cut = len(rows) - self._order.blanks
            apart = [row for row in rows[cut:] if row.state is missing]
            rest = rows[:cut] + list(filterfalse(set(apart).__contains__, rows[cut:])) if apart else rows
            return [(_APART, apart), (_REST, rest)]
        members: dict[Any, list[Row]] = {}
        for value, row in zip(map(_READERS[self.by], rows), rows, strict=True):
            if value in members:
                members[value].append(row)
            else:
                members[value] = [row]
        return [(self.rank(group[0]), group) for group in members.values()]

    def move(self, moved: Mapping[Rank | None, list[Row]]) -> tuple[list[Head], list[Head], list[Head]]:
        """Rows, by the rank where they stood, belong elsewhere: (heads that are new, that go, whose count changed)."""
        touched: set[Rank] = set()
        for stood, rows in moved.items():
            for row in rows:
                belongs = self.rank(row) if row.matches else None
                for rank, step in ((stood, -1), (belongs, 1)) if belongs != stood else ():
                    if rank is not None:
                        self._counts[rank] = self._counts.get(rank, 0) + step
                        touched.add(rank)
        coming: list[Head] = []
        going: list[Head] = []
        changed: list[Head] = []
        for rank in touched:
            there = self._heads.get(rank)
            if self._counts[rank] == 0:
                del self._counts[rank]
                if there is not None:
                    going.append(self._heads.pop(rank))
            elif rank[1]:
                self._heads[rank] = head = self._head(rank)
                (changed if there is not None else coming).append(head)
        return coming, going, changed

    def hides(self, row: Row) -> bool:
        """Whether the row's group is folded."""
        return bool(self._folded) and (head := self.head_of(row)) is not None and head.folded

    def head_of(self, row: Row) -> Head | None:
        """The line above the row's group."""
        return self._heads.get(self.rank(row)) if row.matches else None

    def heads(self) -> list[Head]:
        """The lines above the groups that there are."""
        return list(self._heads.values())

    def fold(self, name: str, folded: bool) -> bool:
        """Fold or unfold all groups of that name. False where nothing changes."""
        if (name in self._folded) is folded:
            return False
        (self._folded.add if folded else self._folded.discard)(name)
        return True

    def unfold_all(self) -> bool:
        """Show what was folded away. False where nothing was."""
        changed = bool(self._folded)
        self._folded.clear()
        return changed

    def key(self, line: Line, order: Order) -> tuple[Any, ...]:
        """One value by which all lines stand as ``arrange`` puts them: a head is less than all below it."""
        return (line.rank,) if isinstance(line, Head) else (self.rank(line), order.key(line))

    def _head(self, rank: Rank) -> Head:
        head = self._heads.get(rank)
        if head is None:
            name = _NAMES[self.by][rank[0]] if self.by in _NAMES else Priority.NOT_SCORED.name.lower()
            head = Head(name, rank)
        head.count, head.folded = self._counts[rank], head.name in self._folded
        return head


def _cut(rows: list[Row]) -> list[tuple[Rank, list[Row]]]:
    """In triage order the groups of ``_around`` are slices, for each urgency: before, without a number, behind."""
    slices: list[tuple[Rank, list[Row]]] = []
    start = 0
    for urgency in range(len(Urgency)):
        first = bisect_left(rows, (urgency, int(Priority.NOT_SCORED)), start, key=triage_of)
        last = bisect_left(rows, (urgency, int(Priority.NOT_SCORED) + 1), first, key=triage_of)
        end = bisect_left(rows, (urgency + 1,), last, key=triage_of)
        # By arrival this place is that of files that are no images.
        if first < last and rows[first].state is not ScoreState.NOT_SCORED:
            first = last
        before, apart, behind = 3 * urgency, 3 * urgency + 1, 3 * urgency + 2
        slices += [
            ((before, 0), rows[start:first]), ((apart, 1), rows[first:last]), ((behind, 0), rows[last:end]),
        ]  # fmt: skip
        start = end
    return slices


def _around(row: Row) -> Rank:
    urgency, place = row.triage[0], row.triage[1]
    if place == Priority.NOT_SCORED and row.state is ScoreState.NOT_SCORED:
        return 3 * urgency + 1, 1
    return 3 * urgency + (0 if place <= Priority.NOT_SCORED else 2), 0


def _on_top(row: Row) -> Rank:
    return _APART if row.state is ScoreState.NOT_SCORED else _REST


def _together(row: Row) -> Rank:
    return _ALL


def _by_triage(row: Row) -> Rank:
    return int(row.grade.group), 1


def _by_reading(row: Row) -> Rank:
    return _READ_RANKS[row.read_state]


def _by_urgency(row: Row) -> Rank:
    return row.grade.urgency, 1


_READERS: dict[GroupBy, Callable[[Row], Any]] = {
    GroupBy.TRIAGE: attrgetter("grade.group"),
    GroupBy.READING: attrgetter("read_state"),
    GroupBy.URGENCY: attrgetter("grade.urgency"),
}

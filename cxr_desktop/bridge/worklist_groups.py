"""Rows in groups with a line above each that can be folded; plain Python behind the table model, knows no Qt class."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.bridge.worklist_columns import ENGINE_NUMBERS
from cxr_desktop.bridge.worklist_order import TRIAGE, Order
from cxr_desktop.domain.triage import Priority
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.worklist.fact_table import FactTable, Places
from cxr_desktop.worklist.study_facts import STATES

Codes = NDArray[np.int16]
"""One number of each row: its group's. Groups stand from the smallest to the greatest."""
NOWHERE = -1
"""In place of a group, where a row is not shown."""
Lines = NDArray[np.intp]
"""What stands in the list from top to bottom: numbers of rows, and below 0 ``line_of`` a group."""


class GroupBy(StrEnum):
    """What stands together. The values are stored."""

    NOT_SCORED = "not_scored"
    """only studies without a number stand apart: where triage puts them, on top where a number sorts"""
    TRIAGE = "triage"
    READING = "reading"
    URGENCY = "urgency"


class Head:
    """The line above a group. ``name`` is that of a Priority in small letters, or a value of ReadState or Urgency."""

    __slots__ = ("count", "folded", "name", "position")

    def __init__(self, name: str) -> None:
        self.name = name
        self.count, self.position, self.folded = 0, -1, False


MOST_CODES = 64
_NAMES = {
    GroupBy.TRIAGE: [priority.name.lower() for priority in Priority],
    GroupBy.READING: [state.value for state in ReadState],
    GroupBy.URGENCY: [urgency.value for urgency in Urgency],
}
_FIELDS = {GroupBy.TRIAGE: "group", GroupBy.READING: "read_state", GroupBy.URGENCY: "urgency"}
# Every group of every kind has a number of its own, so that its line is never taken for that of another.
_FIRST = {GroupBy.NOT_SCORED: 0, GroupBy.TRIAGE: 16, GroupBy.READING: 32, GroupBy.URGENCY: 48}
_APART, _REST = 12, 13
_NOT_SCORED = STATES.index(ScoreState.NOT_SCORED)


def line_of(code: int) -> int:
    """What stands for the line above a group where rows are numbers."""
    return -1 - code


class Groups:
    """Which group a row belongs to, and how many stand in each."""

    def __init__(self, by: GroupBy = GroupBy.NOT_SCORED) -> None:
        self.by = by
        self._folded: set[str] = set()
        self._heads: dict[int, Head] = {}
        self._order = Order()

    def use(self, order: Order) -> None:
        """How rows are sorted decides where those without a number stand."""
        self._order = order

    def codes(self, table: FactTable, places: NDArray[np.int8]) -> Codes:
        """The group of each row. ``places``: of ``Triage``."""
        if self.by is not GroupBy.NOT_SCORED:
            return table.numbers(_FIELDS[self.by]).astype(np.int16) + np.int16(_FIRST[self.by])
        missing = table.numbers("state") == _NOT_SCORED
        if self._order.keys == TRIAGE:
            # By arrival this place is that of files that are no images.
            apart = missing & (places == Priority.NOT_SCORED)
            around = np.where(apart, 1, np.where(places <= Priority.NOT_SCORED, 0, 2))
            return (3 * table.numbers("urgency") + around).astype(np.int16)
        if self._order.keys[0].column in ENGINE_NUMBERS:
            return np.where(missing, _APART, _REST).astype(np.int16)
        return np.full(len(table), _REST, dtype=np.int16)

    def arrange(self, rows: Places, codes: Codes) -> Lines:
        """All rows anew, which stand in order already: with lines above groups, without what is folded away."""
        grouped = self.unfolded(rows, codes)
        counts = np.bincount(codes[rows], minlength=1)
        self._use_counts(counts)
        parts: list[Lines] = []
        start = 0
        for code in np.flatnonzero(counts).tolist():
            head, end = self._heads.get(code), start + int(counts[code])
            if head is not None:
                parts.append(np.array([line_of(code)], dtype=np.intp))
            if head is None or not head.folded:
                parts.append(grouped[start:end])
            start = end
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.intp)

    def unfolded(self, rows: Places, codes: Codes) -> Places:
        """The same rows as they stand in their groups, those in folded groups too."""
        return rows[np.argsort(codes[rows], kind="stable")]

    def recount(self, stood: Codes) -> None:
        """Rows have been taken out: ``stood`` is the group of each, NOWHERE of those."""
        self._use_counts(np.bincount(stood[stood != NOWHERE], minlength=1))

    def _use_counts(self, counts: NDArray[np.intp]) -> None:
        before = self._heads
        self._heads = {}
        for code in np.flatnonzero(counts).tolist():
            name = self._name(code)
            if name:
                head = self._heads[code] = before.get(code) or Head(name)
                head.count, head.folded = int(counts[code]), name in self._folded

    def _name(self, code: int) -> str:
        """Of the group, "" where no line stands above it."""
        if self.by in _NAMES:
            return _NAMES[self.by][code - _FIRST[self.by]]
        return Priority.NOT_SCORED.name.lower() if code == _APART or (code < _APART and code % 3 == 1) else ""

    @property
    def heads(self) -> Mapping[int, Head]:
        """The lines above the groups that there are, by their groups."""
        return self._heads

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

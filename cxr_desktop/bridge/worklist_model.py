"""The worklist as a Qt table model that keeps its own order; knows no widget, no store and no engine."""

from __future__ import annotations

import operator
import time
from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cxr_desktop.bridge.cell_text import CellText, plain_cell_text
from cxr_desktop.bridge.sort_values import SortValues
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_groups import GroupBy, Groups, Head, Line, Rank
from cxr_desktop.bridge.worklist_lines import ENTRY_ROLE, HEAD_ROLE, LineModel, coming_and_leaving
from cxr_desktop.bridge.worklist_order import Key, Order, triage_of
from cxr_desktop.bridge.worklist_rows import Counts, Row, counts_of
from cxr_desktop.domain.triage import BY_RISK, Ordering
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.query import Query, parse

__all__ = ["ENTRY_ROLE", "HEAD_ROLE", "Column", "Counts", "GroupBy", "Head", "Key", "WorklistModel"]

_FEW = 64
"""So many rows are placed one by one in any list; of a long one, a small part of it: sorting all is faster then."""
_PART = 64


class WorklistModel(LineModel):
    """Rows by key, sorted, filtered and grouped here.

    Signals: ``counts_changed(Counts)``; ``query_changed(Query)`` with what could not be understood of the filter;
    ``pending_moves(int)`` how many rows wait for ``hold_order(False)`` to take their place.
    """

    counts_changed = Signal(object)
    query_changed = Signal(object)
    pending_moves = Signal(int)

    def __init__(self, cell_text: CellText = plain_cell_text, parent: QObject | None = None) -> None:
        """``cell_text(entry, column, role)`` gives the words of a cell; the window passes its own wording."""
        super().__init__(cell_text, parent)
        self._rows: dict[str, Row] = {}
        self._ranked: list[Row] = []
        self._values = SortValues()
        self._rank_anew = False
        self._text, self._query = "", Query()
        self._classes: tuple[str, ...] = ()
        self._order, self._groups = Order(), Groups()
        self._ordering = BY_RISK
        self._sums = [0] * len(Counts.__slots__)
        self._counts = Counts()
        self._matching = 0
        self._held = False
        self._waiting: dict[str, Rank | None] = {}
        """Rows that do not stand where they belong, with the group in which they stand (``None``: nowhere)."""
        self._told_waiting = 0

    # What it holds ----------------------------------------------------------------------------------------------

    def entry(self, key: str) -> WorklistEntry | None:
        """The study with this key, shown or not."""
        row = self._rows.get(key)
        return row.entry if row else None

    def row_of(self, key: str) -> int:
        """Where a study is shown, -1 where it is not."""
        row = self._rows.get(key)
        return row.position if row else -1

    def entries(self) -> list[WorklistEntry]:
        """All studies, shown or not, in triage order: what an export writes."""
        return [row.entry for row in self._in_triage_order()]

    def each_entry(self) -> Iterator[WorklistEntry]:
        """All studies, shown or not, in no order: for a search that need not wait for a sort."""
        return (row.entry for row in self._rows.values())

    def shown_entries(self) -> list[WorklistEntry]:
        """The studies that the filter lets through, as they stand from top to bottom, those in folded groups too."""
        if any(head.folded for head in self.heads()):
            matching = [row for row in self._in_triage_order() if row.matches]
            return [row.entry for row in self._groups.unfolded(self._order.sorted(matching))]
        return [line.entry for line in self._shown if isinstance(line, Row)]

    @property
    def counts(self) -> Counts:
        """Sums over all studies."""
        return self._counts

    @property
    def shown_count(self) -> int:
        """Studies that the filter lets through, those in folded groups too."""
        return self._matching

    @property
    def sort_keys(self) -> tuple[Key, ...]:
        """What the order follows, the first first; RISK falling is the triage order."""
        return self._order.keys

    @property
    def sort_column(self) -> tuple[Column, Qt.SortOrder]:
        """The first of them."""
        column, descending = self._order.keys[0]
        return column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder

    @property
    def group_by(self) -> GroupBy:
        """What stands together."""
        return self._groups.by

    @property
    def filter_text(self) -> str:
        """The filter as it was typed."""
        return self._text

    @property
    def query(self) -> Query:
        """The filter as it was understood."""
        return self._query

    # What the reader asks for: not held back ---------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By any column, both ways; -1 is the triage order. Asked for by the reader, so it is not held back."""
        descending = order == Qt.SortOrder.DescendingOrder
        self.sort_by([Key(Column(column), descending)] if column >= 0 else [])

    def sort_by(self, keys: Sequence[Key]) -> None:
        """By up to three columns, the first first; none is the triage order."""
        self._order = Order(keys)
        self._groups.use(self._order)
        self._apply()

    def set_filter(self, text: str) -> None:
        """Show only what matches (see ``worklist.query``)."""
        self._text = text
        self._apply(asked_anew=True, matching=self._ask_anew())
        self.query_changed.emit(self._query)

    def set_classes(self, classes: Collection[str]) -> None:
        """The classes of the model in use: their names are fields of the filter."""
        if tuple(classes) != self._classes:
            self._classes = tuple(classes)
            if self._text:
                self.set_filter(self._text)

    def set_group_by(self, by: GroupBy) -> None:
        """What stands together from now on."""
        if by is not self._groups.by:
            self._groups = Groups(by)
            self._groups.use(self._order)
            self._apply(asked_anew=True)

    def fold(self, name: str, folded: bool) -> None:
        """Hide or show the studies of a group below its line (``Head.name``)."""
        if self._groups.fold(name, folded):
            self._apply(asked_anew=True)
            self._tell_heads(line for line in self._shown if isinstance(line, Head))

    def unfold_all(self) -> None:
        """Show the studies of all groups."""
        if self._groups.unfold_all():
            self._apply(asked_anew=True)
            self._tell_heads(line for line in self._shown if isinstance(line, Head))

    def heads(self) -> list[Head]:
        """The lines above groups that there are, in no order."""
        return self._groups.heads()

    def head_of(self, key: str) -> Head | None:
        """The line above the group of a study; ``None`` where it has none."""
        row = self._rows.get(key)
        return self._groups.head_of(row) if row else None

    # What the program tells it ----------------------------------------------------------------------------------

    @Slot(list)
    def upsert(self, entries: Sequence[WorklistEntry], settle: bool = True) -> None:
        """Add studies or replace them by newer values of the same key; one sort for all of them.

        Without ``settle`` they and the sums wait for the next call with it: a sort for every hundred of 100,000 would
        take minutes.
        """
        changed: list[Row] = []
        for entry in entries:
            row = self._rows.get(entry.key)
            if row is None:
                row = self._rows[entry.key] = Row(entry, self._ordering)
                self._ranked.append(row)
                row.matches = not self._text or self._query.matches(row)
                self._matching += row.matches
                self._rank_anew = True
                self._waiting[row.key] = None
            else:
                before, stood = self._order.values(row), self._group_of(row)
                self._count(row, -1)
                patient = row.patient
                row.put(entry, self._ordering)
                if row.patient != patient:
                    self._values.forget_texts()
                self._matching -= row.matches
                row.matches = self._query.matches(row)
                self._matching += row.matches
                changed.append(row)
                if self._order.values(row) != before or self._group_of(row) != stood:
                    self._rank_anew = True
                    self._waiting.setdefault(row.key, stood)
            self._values.put(row)
            self._count(row, 1)
        self._tell_changed(changed)
        if not settle:
            return
        # An empty list has no row that could move from under the pointer.
        if self._waiting and not (self._held and self._shown):
            self._settle()
        self._tell_waiting()
        self._tell_counts()

    @Slot(list)
    def remove(self, keys: Iterable[str]) -> None:
        """Take studies out. Their rows go at once, even while the order is held."""
        gone = [self._rows.pop(key) for key in set(keys) if key in self._rows]
        moved: dict[Rank | None, list[Row]] = {}
        for row in gone:
            self._count(row, -1)
            self._matching -= row.matches
            moved.setdefault(self._waiting.pop(row.key, self._group_of(row)), []).append(row)
            row.matches = False
            self._values.remove(row)
        if gone:
            names = {row.key for row in gone}
            self._ranked = [row for row in self._ranked if row.key not in names]
            self._values.forget_order()
            self._place(moved)
        self._tell_waiting()
        self._tell_counts()

    @Slot()
    def clear(self) -> None:
        """Another folder: begin with nothing."""
        self.beginResetModel()
        self._rows, self._ranked, self._shown = {}, [], []
        self._values = SortValues()
        self._matching = 0
        self._groups.arrange([])
        self._waiting.clear()
        self._sums = [0] * len(self._sums)
        self.endResetModel()
        self._tell_counts()
        self._tell_waiting()

    @property
    def ordering(self) -> Ordering:
        """How studies are ordered in the triage order, and since when they count as risen."""
        return self._ordering

    def set_ordering(self, ordering: Ordering) -> None:
        """Another rule, or later: studies that have waited too long rise. Time moves no row while the order is held."""
        before, self._ordering = self._ordering, ordering
        by_reader = replace(ordering, now=0.0) != replace(before, now=0.0)
        late = ordering.now - ordering.rise_after_s
        earlier = before.now - ordering.rise_after_s
        # As time passes only those can move that were on time at the last look and are late now.
        moved = [row for row in self._ranked if by_reader or earlier < row.grade.arrived_at <= late]
        for row in moved:
            key = ordering.key(row.grade)
            if key != row.triage:
                self._waiting.setdefault(row.key, self._group_of(row))
                row.triage = key
                self._rank_anew = True
        if by_reader:
            self._apply()
        elif self._waiting and not (self._held and self._shown):
            self._settle()
        self._tell_waiting()
        self.refresh_texts()

    def hold_order(self, held: bool) -> None:
        """While held no row moves, comes or goes by itself; what would is counted in ``pending_moves``."""
        if held == self._held:
            return
        self._held = held
        if not held and self._waiting:
            self._settle()
            self._tell_waiting()

    def refresh_waits(self) -> None:
        """Time has passed: the texts of the wait column are asked for again, and a filter that asks for it."""
        if self._query.ages and not self._held:
            self._apply(asked_anew=True, matching=self._ask_anew())
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.WAIT), self.index(len(self._shown) - 1, Column.WAIT))

    # Inside -----------------------------------------------------------------------------------------------------

    def _in_triage_order(self) -> list[Row]:
        """All rows. They are kept in that order, so that sorting them again is hardly more than one pass."""
        if self._rank_anew:
            self._ranked.sort(key=triage_of)
            self._rank_anew = False
            self._values.forget_order()
        return self._ranked

    def _group_of(self, row: Row) -> Rank | None:
        return self._groups.rank(row) if row.matches else None

    def _ask_anew(self) -> list[Row]:
        """Which rows the filter lets through now, in the order of triage. Every row may come or go, so ``_apply`` has
        to follow."""
        self._query = parse(self._text, self._classes, time.time())
        # As they came, which is how they lie in memory: 100,000 rows in another order take three times as long.
        rows = list(self._rows.values())
        found = self._query.select(rows)
        if len(found) < len(rows):
            for row in rows:
                row.matches = False
        for row in found:
            row.matches = True
        self._matching = len(found)
        ranked = self._in_triage_order()
        return ranked if len(found) == len(rows) else self._values.in_order(ranked, found)

    def _settle(self) -> None:
        """Let the rows that wait take their places; the others stand in order already."""
        if len(self._waiting) > max(_FEW, len(self._shown) // _PART):
            self._apply()
            return
        moved: dict[Rank | None, list[Row]] = {}
        for key, stood in self._waiting.items():
            moved.setdefault(stood, []).append(self._rows[key])
        self._waiting.clear()
        self._place(moved)

    def _place(self, moved: dict[Rank | None, list[Row]]) -> None:
        """Put a few rows, and the lines above groups that come and go with them, where they belong now."""
        rows = [row for group in moved.values() for row in group]
        # Slots are cut out, not filtered: looking at 100,000 rows costs more than all the rest of this.
        target = self._shown.copy()
        new_heads, old_heads, counted = self._groups.move(moved)
        standing: list[Line] = [*rows, *old_heads]
        going = [line for line in standing if line.position >= 0]
        for position in sorted((line.position for line in going), reverse=True):
            del target[position]
        placed: list[Line] = [*new_heads, *(row for row in rows if row.matches and not self._groups.hides(row))]
        for line in placed:
            insort(target, line, key=self._line_key)
        stays = set(map(id, placed))
        leaving = [line for line in going if id(line) not in stays]
        self._become(target, leaving, [line for line in placed if line.position < 0])
        self._tell_heads(counted)

    def _line_key(self, line: Line) -> Any:
        return self._groups.key(line, self._order)

    def _apply(self, asked_anew: bool = False, matching: list[Row] | None = None) -> None:
        """Work out the whole order anew and show it. ``asked_anew``: any row may come or go. ``matching``: what the
        filter lets through in the order of triage, where that is known."""
        moved = [self._rows[key] for key in self._waiting]
        self._waiting.clear()
        before = {head: head.count for head in self._groups.heads()}
        ranked = self._in_triage_order()
        if matching is None:
            matching = [row for row in ranked if row.matches] if self._text else ranked
        target = self._groups.arrange(self._order.sorted(matching, self._values, len(matching) == len(ranked)))
        after = self._groups.heads()
        if asked_anew or any(head.folded for head in (*before, *after)):
            coming, leaving = coming_and_leaving(self._shown, target)
        else:
            # Looking at 100,000 rows for the few that come and go costs more than sorting them.
            few: list[Line] = [*after, *(row for row in moved if row.matches)]
            coming = [line for line in few if line.position < 0]
            few = [*(head for head in before if head not in after), *(row for row in moved if not row.matches)]
            leaving = [line for line in few if line.position >= 0]
        self._become(target, leaving, coming)
        self._tell_heads(head for head in after if before.get(head, head.count) != head.count)
        self._tell_waiting()

    def _count(self, row: Row, sign: int) -> None:
        add = operator.add if sign > 0 else operator.sub
        self._sums = list(map(add, self._sums, counts_of(row)))

    def _tell_waiting(self) -> None:
        if len(self._waiting) != self._told_waiting:
            self._told_waiting = len(self._waiting)
            self.pending_moves.emit(self._told_waiting)

    def _tell_counts(self) -> None:
        counts = Counts(*self._sums)
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit(counts)

"""The worklist as a Qt table model that keeps its own order; knows no widget, no store and no engine."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot

from cxr_desktop.bridge.cell_text import CellText, plain_cell_text
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_counts import Counts
from cxr_desktop.bridge.worklist_groups import GroupBy, Groups, Head
from cxr_desktop.bridge.worklist_lines import ENTRY_ROLE, HEAD_ROLE
from cxr_desktop.bridge.worklist_order import Key, Order
from cxr_desktop.bridge.worklist_standing import StandingModel
from cxr_desktop.domain.triage import Ordering
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.query import parse
from cxr_desktop.worklist.row_page import RowPage

__all__ = ["ENTRY_ROLE", "HEAD_ROLE", "Column", "Counts", "GroupBy", "Head", "Key", "WorklistModel"]


class WorklistModel(StandingModel):
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
        self._held = False
        self._waiting: set[int] = set()
        """Rows that do not stand where they belong."""
        self._told_waiting = 0

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
        self._ask_anew()
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
            self._apply()

    def fold(self, name: str, folded: bool) -> None:
        """Hide or show the studies of a group below its line (``Head.name``)."""
        if self._groups.fold(name, folded):
            self._apply()
            self._tell_heads(self.heads())

    def unfold_all(self) -> None:
        """Show the studies of all groups."""
        if self._groups.unfold_all():
            self._apply()
            self._tell_heads(self.heads())

    # What the program tells it ----------------------------------------------------------------------------------

    @Slot(list)
    def upsert(self, entries: Sequence[WorklistEntry], settle: bool = True) -> None:
        """Add studies or replace them by newer values of the same key; one sort for all of them.

        Without ``settle`` they and the sums wait for the next call with it.
        """
        changed, new = self._table.put(entries, self._query, self._order, self._codes)
        self._waiting |= new
        self._waiting |= changed.moved
        self._tell_changed(changed.rows)
        if settle:
            self._settle()

    @Slot(object)
    def put_page(self, page: RowPage, settle: bool = True) -> None:
        """The same for many studies of which no more is known than a list needs; they are read when looked at."""
        rows, new = self._table.put_page(page, self._query)
        self._waiting.update(rows)
        if len(new) < len(rows):
            self._tell_changed([row for row in rows if row not in new])
        if settle:
            self._settle()

    @Slot(list)
    def remove(self, keys: Iterable[str]) -> None:
        """Take studies out. Their rows go at once, even while the order is held."""
        gone = self._table.remove(keys)
        if gone:
            self._waiting.difference_update(gone)
            before = {head: head.count for head in self.heads()}
            self._groups.recount(self._table.stood())
            leave = [*gone, *(line for line in self._head_at_line if -1 - line not in self._groups.heads)]
            self._become(self._shown[~np.isin(self._shown, leave)], self._groups.heads, len(self._table.facts))
            self._tell_heads(head for head in self.heads() if before.get(head, head.count) != head.count)
        self._tell_waiting()
        self._tell_counts()

    @Slot()
    def clear(self) -> None:
        """Another folder: begin with nothing."""
        self.beginResetModel()
        self._table.clear()
        self._shown = self._shown[:0]
        self._positions = self._places(self._shown, 0)
        self._head_at_line = {}
        self._groups.recount(self._table.stood())
        self._waiting.clear()
        self.endResetModel()
        self._tell_counts()
        self._tell_waiting()

    def set_blind(self, blind: bool) -> None:
        """Whether the reader may see scores. Those that are here go at once; they come back as they are told again."""
        if blind == self.shelf.blind:
            return
        self.shelf.blind = blind
        self.shelf.forget_read()
        if blind:
            self.upsert(self.shelf.told(), settle=False)
            self._waiting.update(self._table.conceal())
            self._table.ask(self._query)
            self._settle()
        self.refresh_texts()

    def set_contradicted(self, keys: Collection[str]) -> None:
        """Studies whose patient ID is somebody else's by the word of another study."""
        self.shelf.contradicted = frozenset(keys)
        self.shelf.forget_read()
        self.refresh_texts()

    def set_ordering(self, ordering: Ordering) -> None:
        """Another rule, or later: studies that have waited too long rise. Time moves no row while the order is held."""
        before = self._table.ordering
        self._waiting.update(self._table.set_ordering(ordering))
        by_reader = replace(ordering, now=0.0) != replace(before, now=0.0)
        if by_reader or (self._waiting and not (self._held and len(self._shown))):
            self._apply()
        self._tell_waiting()
        self.refresh_texts()

    def hold_order(self, held: bool) -> None:
        """While held no row moves, comes or goes by itself; what would is counted in ``pending_moves``."""
        if held == self._held:
            return
        self._held = held
        if not held and self._waiting:
            self._apply()

    def refresh_waits(self) -> None:
        """Time has passed: the texts of the wait column are asked for again, and a filter that asks for it."""
        if self._query.ages and not self._held:
            self._ask_anew()
        if len(self._shown):
            self.dataChanged.emit(self.index(0, Column.WAIT), self.index(len(self._shown) - 1, Column.WAIT))

    # Inside -----------------------------------------------------------------------------------------------------

    def _ask_anew(self) -> None:
        self._query = parse(self._text, self._classes, time.time())
        self._table.ask(self._query)
        self._apply()

    def _settle(self) -> None:
        # An empty list has no row that could move from under the pointer.
        if self._waiting and not (self._held and len(self._shown)):
            self._apply()
        self._tell_waiting()
        self._tell_counts()

    def _apply(self) -> None:
        """Work out the whole order anew and show it."""
        self._waiting.clear()
        before = {head: head.count for head in self.heads()}
        ordered, codes = self._order.sorted(self._table.facts, self._table.matching()), self._codes()
        lines = self._groups.arrange(ordered, codes)
        self._table.stand(ordered, codes)
        self._become(lines, self._groups.heads, len(self._table.facts))
        self._tell_heads(head for head in self.heads() if before.get(head, head.count) != head.count)
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        if len(self._waiting) != self._told_waiting:
            self._told_waiting = len(self._waiting)
            self.pending_moves.emit(self._told_waiting)

    def _tell_counts(self) -> None:
        counts = self._table.counts()
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit(counts)

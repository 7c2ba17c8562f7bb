"""The worklist as a Qt table model that keeps its own order; knows no widget, no store and no engine."""

from __future__ import annotations

import time
from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from cxr_desktop.bridge.cell_text import CellText, plain_cell_text, plain_head_text
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_groups import GroupBy, Groups, Head, Line, Rank
from cxr_desktop.bridge.worklist_lines import LineModel
from cxr_desktop.bridge.worklist_order import Key, Order, triage_of
from cxr_desktop.bridge.worklist_rows import Counts, Row, counts_of
from cxr_desktop.domain.triage import BY_RISK, Ordering
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.query import Query, parse

__all__ = ["ENTRY_ROLE", "HEAD_ROLE", "Column", "Counts", "EntryRole", "GroupBy", "Head", "Key", "WorklistModel"]

EntryRole = ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""``index.data(ENTRY_ROLE)`` is the WorklistEntry of the row, in every column; ``None`` for the line above a group."""
HEAD_ROLE = ENTRY_ROLE + 1
"""``index.data(HEAD_ROLE)`` is the ``Head`` of such a line, ``None`` for a study."""

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_FEW = 64
"""So many rows are placed one by one in any list; of more, an eighth of the list."""


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
        super().__init__(parent)
        self._cell_text = cell_text
        self._head_text: Callable[[Head], str] = plain_head_text
        self._rows: dict[str, Row] = {}
        self._ranked: list[Row] = []
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

    def entry_at(self, row: int) -> WorklistEntry | None:
        """The study of a visible row, ``None`` out of range and for the line above a group."""
        line = self._shown[row] if 0 <= row < len(self._shown) else None
        return line.entry if isinstance(line, Row) else None

    def head_at(self, row: int) -> Head | None:
        """The line above a group; ``None`` out of range and for a study."""
        line = self._shown[row] if 0 <= row < len(self._shown) else None
        return line if isinstance(line, Head) else None

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

    def shown_entries(self) -> list[WorklistEntry]:
        """The studies as shown, from top to bottom."""
        return [line.entry for line in self._shown if isinstance(line, Row)]

    def words(self, entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
        """What stands in a cell."""
        return self._cell_text(entry, column, role)

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

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Studies that the filter lets through, and lines above groups."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One per ``Column``."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Entry or head for their roles, words for the display, tool tip and accessible roles."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if isinstance(line, Head):
            if role == HEAD_ROLE:
                return line
            return self._head_text(line) if role in _TEXT_ROLES else None
        if role == ENTRY_ROLE:
            return line.entry
        if role in _TEXT_ROLES:
            return self._cell_text(line.entry, Column(index.column()), Qt.ItemDataRole(role))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The line above a group is no study: it cannot be chosen."""
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsSelectable if self.head_at(index.row()) is not None else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """ENTRY_ROLE gives the ``Column``; its name is the display text, which the window's header words better."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == ENTRY_ROLE:
                return Column(section)
            if role == Qt.ItemDataRole.DisplayRole:
                return Column(section).name.capitalize().replace("_", " ")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By any column, both ways; -1 is the triage order. Asked for by the reader, so it is not held back."""
        descending = order == Qt.SortOrder.DescendingOrder
        self.sort_by([Key(Column(column), descending)] if column >= 0 else [])

    # What the reader asks for: not held back ---------------------------------------------------------------------

    def sort_by(self, keys: Sequence[Key]) -> None:
        """By up to three columns, the first first; none is the triage order."""
        self._order = Order(keys)
        self._groups.use(self._order)
        self._apply()

    def set_filter(self, text: str) -> None:
        """Show only what matches (see ``worklist.query``)."""
        self._text = text
        self._ask_anew()
        self._apply()
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
            self._tell_heads(line for line in self._shown if isinstance(line, Head))

    def unfold_all(self) -> None:
        """Show the studies of all groups."""
        if self._groups.unfold_all():
            self._apply()
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

        Without ``settle`` they wait for the next call with it: a sort for every hundred of 100,000 would take minutes.
        """
        changed: list[Row] = []
        for entry in entries:
            row = self._rows.get(entry.key)
            if row is None:
                row = self._rows[entry.key] = Row(entry, self._ordering)
                self._ranked.append(row)
                row.matches = self._query.matches(row)
                self._matching += row.matches
                self._rank_anew = True
                self._waiting[row.key] = None
            else:
                before, stood = self._order.values(row), self._group_of(row)
                self._count(row, -1)
                row.put(entry, self._ordering)
                self._matching -= row.matches
                row.matches = self._query.matches(row)
                self._matching += row.matches
                changed.append(row)
                if self._order.values(row) != before or self._group_of(row) != stood:
                    self._rank_anew = True
                    self._waiting.setdefault(row.key, stood)
            self._count(row, 1)
        self._tell_changed(changed)
        # An empty list has no row that could move from under the pointer.
        if settle and self._waiting and not (self._held and self._shown):
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
        if gone:
            names = {row.key for row in gone}
            self._ranked = [row for row in self._ranked if row.key not in names]
            self._place(moved)
        self._tell_waiting()
        self._tell_counts()

    @Slot()
    def clear(self) -> None:
        """Another folder: begin with nothing."""
        self.beginResetModel()
        self._rows, self._ranked, self._shown = {}, [], []
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
            self._ask_anew()
            self._apply()
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.WAIT), self.index(len(self._shown) - 1, Column.WAIT))

    def set_head_text(self, head_text: Callable[[Head], str]) -> None:
        """The words of the lines above groups."""
        self._head_text = head_text

    def refresh_texts(self) -> None:
        """What ``cell_text`` says has changed (hidden identity, language)."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    # Inside -----------------------------------------------------------------------------------------------------

    def _in_triage_order(self) -> list[Row]:
        """All rows. They are kept in that order, so that sorting them again is hardly more than one pass."""
        if self._rank_anew:
            self._ranked.sort(key=triage_of)
            self._rank_anew = False
        return self._ranked

    def _group_of(self, row: Row) -> Rank | None:
        return self._groups.rank(row) if row.matches else None

    def _ask_anew(self) -> None:
        """Which rows the filter lets through now. Every row may come or go, so ``_apply`` has to follow."""
        self._query = parse(self._text, self._classes, time.time())
        for row in self._ranked:
            row.matches = False
        matching = self._query.select(self._ranked)
        for row in matching:
            row.matches = True
        self._matching = len(matching)

    def _settle(self) -> None:
        """Let the rows that wait take their places; the others stand in order already."""
        if len(self._waiting) > max(_FEW, len(self._shown) // 8):
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

    def _apply(self) -> None:
        """Work out the whole order anew and show it."""
        self._waiting.clear()
        before = {head: head.count for head in self._groups.heads()}
        ranked = self._in_triage_order()
        matching = [row for row in ranked if row.matches] if self._text else ranked
        target = self._groups.arrange(self._order.sorted(matching))
        coming = [line for line in target if line.position < 0]
        leaving: list[Line] = []
        if len(self._shown) + len(coming) > len(target):
            stays = set(map(id, target))
            leaving = [line for line in self._shown if id(line) not in stays]
        self._become(target, leaving, coming)
        self._tell_heads(head for head in self._groups.heads() if before.get(head, head.count) != head.count)
        self._tell_waiting()

    def _tell_heads(self, heads: Iterable[Head]) -> None:
        for head in heads:
            if head.position >= 0:
                self.dataChanged.emit(self.index(head.position, 0), self.index(head.position, len(Column) - 1))

    def _tell_changed(self, rows: list[Row]) -> None:
        """dataChanged for runs of neighbours; scattered rows are few, since batches are small."""
        positions = sorted(row.position for row in rows if row.position >= 0)
        start = 0
        for number, position in enumerate(positions):
            if number + 1 == len(positions) or positions[number + 1] != position + 1:
                self.dataChanged.emit(self.index(positions[start], 0), self.index(position, len(Column) - 1))
                start = number + 1

    def _count(self, row: Row, sign: int) -> None:
        for number, value in enumerate(counts_of(row)):
            self._sums[number] += sign * value

    def _tell_waiting(self) -> None:
        if len(self._waiting) != self._told_waiting:
            self._told_waiting = len(self._waiting)
            self.pending_moves.emit(self._told_waiting)

    def _tell_counts(self) -> None:
        counts = Counts(*self._sums)
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit(counts)

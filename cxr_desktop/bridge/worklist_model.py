"""The worklist as a Qt table model that keeps its own order; knows no widget, no store and no engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from cxr_desktop.bridge.cell_text import CellText, plain_cell_text
from cxr_desktop.bridge.worklist_rows import Column, Counts, Order, Row, counts_of
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.query import Query, parse

__all__ = ["ENTRY_ROLE", "Column", "Counts", "EntryRole", "WorklistModel"]

EntryRole = ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""``index.data(ENTRY_ROLE)`` is the WorklistEntry of the row, in every column."""

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_position = attrgetter("position")


class WorklistModel(QAbstractTableModel):
    """Rows by key, sorted and filtered here.

    A QSortFilterProxyModel would call Python for every comparison and every row (100,000 rows: about 1.7 million
    calls through the language border per sort); one ``list.sort`` over keys that were worked out once takes
    milliseconds on an order that hardly changed. Moves are told by layoutChanged with persistent indexes carried
    along, rows that come or go by inserting or removing at the end: selections and the current row survive both.

    Signals: ``counts_changed(Counts)``; ``order_applied()`` after rows moved, came or went; ``pending_moves(int)``
    how many rows wait for ``hold_order(False)`` to take their place.
    """

    counts_changed = Signal(object)
    order_applied = Signal()
    pending_moves = Signal(int)

    def __init__(self, cell_text: CellText = plain_cell_text, parent: QObject | None = None) -> None:
        """``cell_text(entry, column, role)`` gives the words of a cell; the window passes its own wording."""
        super().__init__(parent)
        self._cell_text = cell_text
        self._rows: dict[str, Row] = {}
        self._shown: list[Row] = []
        self._query = Query()
        self._order = Order()
        self._sums = [0] * len(Counts.__slots__)
        self._counts = Counts()
        self._held = False
        self._waiting: set[str] = set()
        self._told_waiting = 0

    # What it holds ----------------------------------------------------------------------------------------------

    def entry_at(self, row: int) -> WorklistEntry | None:
        """The study of a visible row, ``None`` out of range."""
        return self._shown[row].entry if 0 <= row < len(self._shown) else None

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
        return [row.entry for row in Order().sorted(self._rows.values())]

    def each_entry(self) -> Iterator[WorklistEntry]:
        """All studies, shown or not, in no order: for a search that need not wait for a sort."""
        return (row.entry for row in self._rows.values())

    def shown_entries(self) -> list[WorklistEntry]:
        """The studies as shown, from top to bottom."""
        return [row.entry for row in self._shown]

    @property
    def counts(self) -> Counts:
        """Sums over all studies."""
        return self._counts

    @property
    def sort_column(self) -> tuple[Column, Qt.SortOrder]:
        """What the order follows; RISK descending is the triage order."""
        order = Qt.SortOrder.DescendingOrder if self._order.descending else Qt.SortOrder.AscendingOrder
        return self._order.column, order

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Rows that the filter lets through."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One per ``Column``."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for ENTRY_ROLE, words for the display, tool tip and accessible roles."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()].entry
        if role == ENTRY_ROLE:
            return entry
        if role in _TEXT_ROLES:
            return self._cell_text(entry, Column(index.column()), Qt.ItemDataRole(role))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """ENTRY_ROLE gives the ``Column``; its name is the display text, which the window's header words better."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == ENTRY_ROLE:
                return Column(section)
            if role == Qt.ItemDataRole.DisplayRole:
                return Column(section).name.capitalize()
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By any column, both ways; -1 is the triage order. Asked for by the reader, so it is not held back."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = Order(Column(column), descending) if column >= 0 else Order()
        self._apply()

    # What the program tells it ----------------------------------------------------------------------------------

    @Slot(list)
    def upsert(self, entries: Sequence[WorklistEntry]) -> None:
        """Add studies or replace them by newer values of the same key; one sort for all of them."""
        changed: list[Row] = []
        for entry in entries:
            row = self._rows.get(entry.key)
            if row is None:
                row = self._rows[entry.key] = Row(entry)
                self._waiting.add(row.key)
            else:
                before = self._order.value(row), row.triage
                self._count(row, -1)
                row.put(entry)
                changed.append(row)
                if (self._order.value(row), row.triage) != before or self._matches(row) != (row.position >= 0):
                    self._waiting.add(row.key)
            self._count(row, 1)
        self._tell_changed(changed)
        # An empty list has no row that could move from under the pointer.
        if self._waiting and not (self._held and self._shown):
            self._settle()
        self._tell_waiting()
        self._tell_counts()

    @Slot(list)
    def remove(self, keys: Iterable[str]) -> None:
        """Take studies out. Their rows go at once, even while the order is held."""
        gone = [self._rows.pop(key) for key in set(keys) if key in self._rows]
        for row in gone:
            self._count(row, -1)
            self._waiting.discard(row.key)
        leaving = [row for row in gone if row.position >= 0]
        if leaving:
            names = {row.key for row in leaving}
            self._become([row for row in self._shown if row.key not in names], leaving, [])
        self._tell_waiting()
        self._tell_counts()

    @Slot()
    def clear(self) -> None:
        """Another folder: begin with nothing."""
        self.beginResetModel()
        self._rows, self._shown = {}, []
        self._waiting.clear()
        self._sums = [0] * len(self._sums)
        self.endResetModel()
        self._tell_counts()
        self._tell_waiting()

    def set_filter(self, text: str) -> None:
        """Show only what matches (see ``worklist.query``). Asked for by the reader, so it is not held back."""
        self._query = parse(text)
        self._apply()

    def hold_order(self, held: bool) -> None:
        """While held no row moves, comes or goes by itself; what would is counted in ``pending_moves``."""
        if held == self._held:
            return
        self._held = held
        if not held and self._waiting:
            self._settle()
            self._tell_waiting()

    def refresh_waits(self) -> None:
        """Time has passed: the texts of the wait column are asked for again."""
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.WAIT), self.index(len(self._shown) - 1, Column.WAIT))

    def refresh_texts(self) -> None:
        """What ``cell_text`` says has changed (hidden identity, language)."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    # Inside -----------------------------------------------------------------------------------------------------

    def _matches(self, row: Row) -> bool:
        return self._query.matches(row.entry, row.text)

    def _settle(self) -> None:
        """Let the rows that wait take their places; the others stand in order already."""
        if len(self._waiting) > len(self._shown) // 8:
            self._apply()
            return
        rows = [self._rows[key] for key in self._waiting]
        belong = [row for row in rows if self._matches(row)]
        # Slots are cut out, not filtered: looking at 100,000 rows costs more than all the rest of this.
        target = self._shown.copy()
        for position in sorted((row.position for row in rows if row.position >= 0), reverse=True):
            del target[position]
        self._order.place(target, belong)
        shown = set(map(id, belong))
        leaving = [row for row in rows if row.position >= 0 and id(row) not in shown]
        self._waiting.clear()
        self._become(target, leaving, [row for row in belong if row.position < 0])

    def _apply(self) -> None:
        """Work out the whole order anew and show it."""
        # From the order shown now: what has not moved is one long run, and sorting a run is one pass.
        hidden = [row for row in self._rows.values() if row.position < 0]
        coming = [row for row in hidden if self._matches(row)]
        staying = [row for row in self._shown if self._matches(row)]
        leaving = [row for row in self._shown if not self._matches(row)] if len(staying) < len(self._shown) else []
        self._waiting.clear()
        self._become(self._order.sorted(staying + coming), leaving, coming)
        self._tell_waiting()

    def _become(self, target: list[Row], leaving: list[Row], coming: list[Row]) -> None:
        """Show ``target``: move what leaves to the end and remove it, add what comes at the end, move all in place."""
        if target == self._shown:
            return
        if leaving:
            gone = set(map(id, leaving))
            kept = [row for row in self._shown if id(row) not in gone]
            self._move(kept + leaving)
            self.beginRemoveRows(QModelIndex(), len(kept), len(kept) + len(leaving) - 1)
            self._shown = kept
            for row in leaving:
                row.position = -1
            self.endRemoveRows()
        if coming:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(coming) - 1)
            self._shown = self._shown + coming
            for position, row in enumerate(coming, first):
                row.position = position
            self.endInsertRows()
        self._move(target)
        self.order_applied.emit()

    def _move(self, target: list[Row]) -> None:
        """The same rows in another order."""
        if target == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in before]
        first, last = _difference(self._shown, target)
        self._shown = target
        for position in range(first, last):
            target[position].position = position
        after = [self.index(row.position, index.column()) for row, index in zip(rows, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell_changed(self, rows: list[Row]) -> None:
        """dataChanged for runs of neighbours; scattered rows are few, since batches are small."""
        positions = sorted(filter(lambda position: position >= 0, map(_position, rows)))
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


def _difference(old: list[Row], new: list[Row]) -> tuple[int, int]:
    """The range outside of which two lists of the same rows are the same."""
    pairs = zip(old, new, strict=True)
    first = next((number for number, (a, b) in enumerate(pairs) if a is not b), len(new))
    backwards = zip(reversed(old), reversed(new), strict=True)
    last = len(new) - next((number for number, (a, b) in enumerate(backwards) if a is not b), len(new))
    return first, last

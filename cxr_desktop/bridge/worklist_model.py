"""The worklist as a Qt table model that keeps its own order; knows no widget, no store and no engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from cxr_desktop.bridge.worklist_rows import Column, Counts, Row, counts_of, in_order_of
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
        self._column, self._descending = Column.RISK, True
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
        return [row.entry for row in in_order_of(self._rows.values(), Column.RISK, True)]

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
        return self._column, Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder

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
        self._column, self._descending = (Column.RISK, True) if column < 0 else (Column(column), descending)
        self._apply()

    # What the program tells it ----------------------------------------------------------------------------------

    @Slot(list)
    def upsert(self, entries: Sequence[WorklistEntry]) -> None:
        """Add studies or replace them by newer values of the same key; one sort for all of them."""
        changed: list[Row] = []
        moved = False
        for entry in entries:
            row = self._rows.get(entry.key)
            if row is None:
                row = self._rows[entry.key] = Row(entry)
                self._count(row, 1)
                moved = True
                self._waiting.add(row.key)
                continue
            before = row.triage
            self._count(row, -1)
            row.put(entry)
            self._count(row, 1)
            changed.append(row)
            shown = self._query.matches(entry, row.text)
            if row.triage != before or shown != (row.position >= 0) or self._column is not Column.RISK:
                moved = True
                self._waiting.add(row.key)
        self._tell_changed(changed)
        if moved:
            self._hold_or_apply()
        self._tell_counts()

    @Slot(list)
    def remove(self, keys: Iterable[str]) -> None:
        """Take studies out. Their rows go at once, even while the order is held."""
        gone = {key for key in keys if key in self._rows}
        for key in gone:
            self._count(self._rows.pop(key), -1)
        self._waiting -= gone
        if gone:
            self._become([row for row in self._shown if row.key not in gone])
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
            self._apply()

    def refresh_waits(self) -> None:
        """Time has passed: the texts of the wait column are asked for again."""
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.WAIT), self.index(len(self._shown) - 1, Column.WAIT))

    def refresh_texts(self) -> None:
        """What ``cell_text`` says has changed (hidden identity, language)."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    # Inside -----------------------------------------------------------------------------------------------------

    def _hold_or_apply(self) -> None:
        # An empty list has no row that could move from under the pointer.
        if self._held and self._shown:
            self._tell_waiting()
        else:
            self._apply()

    def _apply(self) -> None:
        """Work out the order anew and show it."""
        # From the order shown now: what has not moved is one long run, and sorting it is one pass.
        candidates = list(self._shown)
        candidates.extend(row for row in self._rows.values() if row.position < 0)
        matches = self._query.matches
        if self._query.words or self._query.tests:
            candidates = [row for row in candidates if matches(row.entry, row.text)]
        self._waiting.clear()
        self._become(in_order_of(candidates, self._column, self._descending))
        self._tell_waiting()

    def _become(self, target: list[Row]) -> None:
        """Show ``target``: move what leaves to the end and remove it, add what comes at the end, move all in place."""
        if target == self._shown:
            return
        staying = set(map(id, target))
        kept = [row for row in self._shown if id(row) in staying]
        gone = len(self._shown) - len(kept)
        if gone:
            leaving = [row for row in self._shown if id(row) not in staying]
            self._move(kept + leaving)
            self.beginRemoveRows(QModelIndex(), len(kept), len(kept) + gone - 1)
            self._shown = kept
            for row in leaving:
                row.position = -1
            self.endRemoveRows()
        coming = [row for row in target if row.position < 0]
        if coming:
            self.beginInsertRows(QModelIndex(), len(kept), len(target) - 1)
            self._shown = kept + coming
            for position, row in enumerate(coming, len(kept)):
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
        self._shown = target
        for position, row in enumerate(target):
            row.position = position
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

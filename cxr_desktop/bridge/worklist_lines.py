"""The lines of the worklist as Qt asks for them, and what it is told when they change; knows no order and no filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import filterfalse, islice
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cxr_desktop.bridge.cell_text import CellText, plain_head_text, plain_heading_text
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_groups import Head, Line
from cxr_desktop.bridge.worklist_rows import Row
from cxr_desktop.domain.worklist import WorklistEntry

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""``index.data(ENTRY_ROLE)`` is the WorklistEntry of the row, in every column; ``None`` for the line above a group."""
HEAD_ROLE = ENTRY_ROLE + 1
"""``index.data(HEAD_ROLE)`` is the ``Head`` of such a line, ``None`` for a study."""

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_STRIDE, _FEW, _HELD = 512, 16, 4
_position = attrgetter("position")


class LineModel(QAbstractTableModel):
    """Holds the lines as shown.

    A QSortFilterProxyModel would call Python for every comparison and every row (100,000 rows: about 1.7 million
    calls through the language border per sort); sorting lists over keys that were worked out once takes
    milliseconds. Moves are told by layoutChanged with persistent indexes carried along, lines that come or go by
    inserting or removing at the end: selections and the current row survive both.

    Signal ``order_applied()`` after lines moved, came or went.
    """

    order_applied = Signal()

    def __init__(self, cell_text: CellText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell_text = cell_text
        self._head_text: Callable[[Head], str] = plain_head_text
        self._heading_text: Callable[[Column], str] = plain_heading_text
        self._shown: list[Line] = []

    # What it holds ----------------------------------------------------------------------------------------------

    def entry_at(self, row: int) -> WorklistEntry | None:
        """The study of a visible row, ``None`` out of range and for the line above a group."""
        line = self._shown[row] if 0 <= row < len(self._shown) else None
        return line.entry if isinstance(line, Row) else None

    def head_at(self, row: int) -> Head | None:
        """The line above a group; ``None`` out of range and for a study."""
        line = self._shown[row] if 0 <= row < len(self._shown) else None
        return line if isinstance(line, Head) else None

    def words(self, entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
        """What stands in a cell."""
        return self._cell_text(entry, column, role)

    def set_texts(self, head_text: Callable[[Head], str], heading_text: Callable[[Column], str]) -> None:
        """The words of the lines above groups, and the full names of columns."""
        self._head_text, self._heading_text = head_text, heading_text

    def refresh_texts(self) -> None:
        """What ``cell_text`` says has changed (hidden identity, language)."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

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
        """ENTRY_ROLE gives the ``Column``; its name is for screen readers, the window's header paints its own."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == ENTRY_ROLE:
                return Column(section)
            if role in _TEXT_ROLES:
                return self._heading_text(Column(section))
        return None

    # What Qt is told --------------------------------------------------------------------------------------------

    def _become(self, target: list[Line], leaving: list[Line], coming: list[Line]) -> None:
        """Show ``target``: take out what leaves, add what comes at the end, move all in place."""
        if target == self._shown:
            return
        before = self._shown
        if len(leaving) > _FEW:
            before = [line for line in target if line.position >= 0] if coming else target
            self._remove_together(leaving, before)
        else:
            for line in sorted(leaving, key=_position, reverse=True):
                self._remove(line.position, 1)
                line.position = -1
        if coming:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(coming) - 1)
            self._shown = self._shown + coming
            self.endInsertRows()
        self._reorder(target, before)
        self.order_applied.emit()

    def _remove_together(self, leaving: list[Line], kept: list[Line]) -> None:
        """Many lines from everywhere: to the end first, and then at once. ``kept``: the others as they are to stand."""
        for line in leaving:
            line.position = -1
        self.layoutAboutToBeChanged.emit()
        indexes = self.persistentIndexList()
        held = [self._shown[index.row()] for index in indexes]
        self._shown = kept + leaving
        for position, line in enumerate(kept):
            line.position = position
        places = _places(leaving, [line for line in held if line.position < 0], len(kept))
        after = [
            self.index(places.get(id(line), line.position), index.column())
            for line, index in zip(held, indexes, strict=True)
        ]
        self.changePersistentIndexList(indexes, after)
        self.layoutChanged.emit()
        self._remove(len(kept), len(leaving))

    def _remove(self, first: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, first + count - 1)
        self._shown = self._shown[:first] + self._shown[first + count :]
        self.endRemoveRows()

    def _reorder(self, target: list[Line], before: list[Line]) -> None:
        """The same lines in another order. ``before``: the list in which their positions were right."""
        moves = target != self._shown
        kept: list[Line] = []
        indexes: list[QModelIndex] = []
        if moves:
            self.layoutAboutToBeChanged.emit()
            indexes = self.persistentIndexList()
            kept = [self._shown[index.row()] for index in indexes]
            self._shown = target
        first, last = _difference(before, target)
        for position, line in enumerate(islice(target, first, last), first):
            line.position = position
        if moves:
            after = [self.index(line.position, index.column()) for line, index in zip(kept, indexes, strict=True)]
            self.changePersistentIndexList(indexes, after)
            self.layoutChanged.emit()

    def _tell_heads(self, heads: Iterable[Head]) -> None:
        for head in heads:
            if head.position >= 0:
                self.dataChanged.emit(self.index(head.position, 0), self.index(head.position, len(Column) - 1))

    def _tell_changed(self, rows: list[Row]) -> None:
        """dataChanged for runs of neighbours; once for all between the first and the last of many."""
        positions = sorted(row.position for row in rows if row.position >= 0)
        if len(positions) > _FEW:
            self.dataChanged.emit(self.index(positions[0], 0), self.index(positions[-1], len(Column) - 1))
            return
        start = 0
        for number, position in enumerate(positions):
            if number + 1 == len(positions) or positions[number + 1] != position + 1:
                self.dataChanged.emit(self.index(positions[start], 0), self.index(position, len(Column) - 1))
                start = number + 1


def coming_and_leaving(shown: list[Line], target: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines that come, lines that leave)"""
    coming = [line for line in target if line.position < 0]
    if len(shown) + len(coming) == len(target):
        return coming, []
    return coming, list(filterfalse(set(target).__contains__, shown))  # lines are equal to themselves only


def _places(lines: list[Line], held: list[Line], first: int) -> dict[int, int]:
    """Where a few lines, by identity, stand, counted from ``first``."""
    wanted = {id(line): line for line in held}
    if len(wanted) <= _HELD:
        return {number: first + lines.index(line) for number, line in wanted.items()}
    return {id(line): place for place, line in enumerate(lines, first) if id(line) in wanted}


def _difference(old: list[Line], new: list[Line]) -> tuple[int, int]:
    """The range of ``new`` outside of which the same lines stand at the same places."""
    first = 0
    while first < len(new) and old[first : first + _STRIDE] == new[first : first + _STRIDE]:
        first += _STRIDE
    last = len(new)
    if len(old) == len(new):
        while last > first and old[last - _STRIDE : last] == new[last - _STRIDE : last]:
            last -= _STRIDE
    return min(first, len(new)), max(last, first)

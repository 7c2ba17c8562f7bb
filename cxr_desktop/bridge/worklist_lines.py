"""The lines of the worklist as Qt asks for them, and what it is told when they change; knows no order and no filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cxr_desktop.bridge.cell_text import CellText, plain_head_text, plain_heading_text
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_groups import MOST_CODES, Head, Lines, line_of
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.fact_table import Mask

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""``index.data(ENTRY_ROLE)`` is the WorklistEntry of the row, in every column; ``None`` for the line above a group."""
HEAD_ROLE = ENTRY_ROLE + 1
"""``index.data(HEAD_ROLE)`` is the ``Head`` of such a line, ``None`` for a study."""

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_FEW = 16


class LineModel(QAbstractTableModel):
    """Holds the lines as shown: numbers of rows, and lines above groups (``worklist_groups.Lines``).

    A QSortFilterProxyModel would call Python for every comparison and every row (100,000 rows: about 1.7 million
    calls through the language border per sort); sorting numbers that lie side by side takes milliseconds. Moves are
    told by layoutChanged with persistent indexes carried along, lines that come or go by inserting or removing at the
    end: selections and the current row survive both.

    Signal ``order_applied()`` after lines moved, came or went.
    """

    order_applied = Signal()

    def __init__(self, cell_text: CellText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell_text = cell_text
        self._head_text: Callable[[Head], str] = plain_head_text
        self._heading_text: Callable[[Column], str] = plain_heading_text
        self._shown: Lines = np.empty(0, dtype=np.intp)
        self._head_at_line: dict[int, Head] = {}
        self._positions: Lines = np.full(MOST_CODES, -1, dtype=np.intp)

    # What it holds ----------------------------------------------------------------------------------------------

    def _entry_of(self, number: int) -> WorklistEntry:
        """The study of a row. Every model of a list has its own way; ``WorklistModel`` looks on its shelf."""
        raise NotImplementedError

    def entry_at(self, row: int) -> WorklistEntry | None:
        """The study of a visible row, ``None`` out of range and for the line above a group."""
        number = self._number_at(row)
        return self._entry_of(number) if number >= 0 else None

    def head_at(self, row: int) -> Head | None:
        """The line above a group; ``None`` out of range and for a study."""
        return self._head_at_line.get(int(self._shown[row])) if 0 <= row < len(self._shown) else None

    def _number_at(self, row: int) -> int:
        """-1 where no study is shown."""
        return max(-1, int(self._shown[row])) if 0 <= row < len(self._shown) else -1

    def _position(self, line: int) -> int:
        """Where a line stands, -1 where it is not shown."""
        place = line + MOST_CODES
        return int(self._positions[place]) if place < len(self._positions) else -1

    def words(self, entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
        """What stands in a cell."""
        return self._cell_text(entry, column, role)

    def set_texts(self, head_text: Callable[[Head], str], heading_text: Callable[[Column], str]) -> None:
        """The words of the lines above groups, and the full names of columns."""
        self._head_text, self._heading_text = head_text, heading_text

    def refresh_texts(self) -> None:
        """What ``cell_text`` says has changed (hidden identity, language)."""
        self._tell_from_to(0, len(self._shown) - 1)

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Studies that the filter lets through, and lines above groups."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One per ``Column``."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Entry or head for their roles, words for the display, tool tip and accessible roles."""
        if not index.isValid() or (role not in _TEXT_ROLES and role not in (ENTRY_ROLE, HEAD_ROLE)):
            return None
        head = self.head_at(index.row())
        if role == HEAD_ROLE:
            return head
        if head is not None:
            return self._head_text(head) if role in _TEXT_ROLES else None
        entry = self.entry_at(index.row())
        if entry is None or role == ENTRY_ROLE:
            return entry
        return self._cell_text(entry, Column(index.column()), Qt.ItemDataRole(role))

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

    def _become(self, target: Lines, heads: Mapping[int, Head], rows: int) -> None:
        """Show ``target``: take out what leaves, add what comes at the end, move all in place.

        ``heads`` by group; ``rows`` is how many numbers of rows there are.
        """
        by_line = {line_of(code): head for code, head in heads.items()}
        if np.array_equal(target, self._shown):
            self._head_at_line = by_line
            return
        self._head_at_line |= by_line
        stays = self._among(target, rows)[self._shown + MOST_CODES]
        if not stays.all():
            self._leave(np.flatnonzero(~stays), target, rows)
        coming = target[~self._among(self._shown, rows)[target + MOST_CODES]]
        if len(coming):
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(coming) - 1)
            self._shown = np.concatenate([self._shown, coming])
            self.endInsertRows()
        if not np.array_equal(target, self._shown):
            self._reorder(target, rows)
        self._head_at_line = by_line
        self._positions = self._places(target, rows)
        for line, head in by_line.items():
            head.position = self._position(line)
        self.order_applied.emit()

    def _leave(self, going: Lines, target: Lines, rows: int) -> None:
        """Few lines one by one; many from everywhere: to the end first, and then at once."""
        if len(going) <= _FEW:
            for position in going[::-1].tolist():
                self._remove(position, 1)
            return
        kept = target[self._among(self._shown, rows)[target + MOST_CODES]]
        self._reorder(np.concatenate([kept, self._shown[going]]), rows)
        self._remove(len(kept), len(going))

    def _remove(self, first: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, first + count - 1)
        self._shown = np.delete(self._shown, slice(first, first + count))
        self.endRemoveRows()

    def _reorder(self, target: Lines, rows: int) -> None:
        """The same lines in another order."""
        self.layoutAboutToBeChanged.emit()
        indexes = self.persistentIndexList()
        held = self._shown[[index.row() for index in indexes]] if indexes else self._shown[:0]
        self._shown = target
        places = self._places(target, rows)[held + MOST_CODES].tolist()
        after = [self.index(place, index.column()) for place, index in zip(places, indexes, strict=True)]
        self.changePersistentIndexList(indexes, after)
        self.layoutChanged.emit()

    @staticmethod
    def _among(lines: Lines, rows: int) -> Mask:
        """Of every line there can be, from the last group to the last row: is it one of these?"""
        among = np.zeros(MOST_CODES + rows, dtype=np.bool_)
        among[lines + MOST_CODES] = True
        return among

    @staticmethod
    def _places(lines: Lines, rows: int) -> Lines:
        """The same: where does it stand?"""
        places = np.full(MOST_CODES + rows, -1, dtype=np.intp)
        places[lines + MOST_CODES] = np.arange(len(lines))
        return places

    def _tell_from_to(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _tell_heads(self, heads: Iterable[Head]) -> None:
        for head in heads:
            if head.position >= 0:
                self._tell_from_to(head.position, head.position)

    def _tell_changed(self, numbers: Iterable[int]) -> None:
        """dataChanged for runs of neighbours; once for all between the first and the last of many."""
        positions = sorted(position for number in numbers if (position := self._position(number)) >= 0)
        if len(positions) > _FEW:
            self._tell_from_to(positions[0], positions[-1])
            return
        start = 0
        for number, position in enumerate(positions):
            if number + 1 == len(positions) or positions[number + 1] != position + 1:
                self._tell_from_to(positions[start], position)
                start = number + 1

"""The log of what readers did as a table, newest first; reads no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cxr_desktop.domain.deed import Deed
from cxr_desktop.ui import deed_words, wording
from cxr_desktop.ui.fonts import TextSize, font, scaled

_ROW = 32
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """From left to right."""

    TIME = 0
    READER = 1
    STUDY = 2
    DEED = 3
    REASON = 4


class AuditModel(QAbstractTableModel):
    """``name_of(key)`` says what to call a study."""

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._deeds: tuple[Deed, ...] = ()

    def set_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show these, which come oldest first."""
        self.beginResetModel()
        self._deeds = tuple(reversed(deeds))
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """One per deed."""
        return 0 if parent.isValid() else len(self._deeds)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """As ``Column``."""
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.FontRole:
            return font(TextSize.CAPTION, semibold=True)
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = {
            Column.TIME: self.tr("TIME"),
            Column.READER: self.tr("READER"),
            Column.STUDY: self.tr("STUDY"),
            Column.DEED: self.tr("WHAT WAS DONE"),
            Column.REASON: self.tr("WHY IT HAD BEEN STOPPED"),
        }
        return words[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        deed = self._deeds[index.row()]
        words = {
            Column.TIME: wording.moment(deed.at) or wording.BLANK,
            Column.READER: deed_words.reader(deed) or wording.BLANK,
            Column.STUDY: self._name_of(deed.study),
            Column.DEED: deed_words.done(deed),
            Column.REASON: deed_words.why_stopped(deed) or wording.BLANK,
        }[Column(index.column())]
        return wording.escape(words) if role == Qt.ItemDataRole.ToolTipRole else words


class AuditTable(QTableView):
    """Shows an ``AuditModel``; what does not fit is whole in its tooltip."""

    def __init__(self, model: AuditModel) -> None:
        super().__init__()
        self.setObjectName("auditTable")
        self.setAccessibleName(self.tr("Audit log"))
        self.setFont(font())
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((Column.TIME, 184), (Column.READER, 112), (Column.STUDY, 176), (Column.DEED, 440)):
            header.resizeSection(column, scaled(width))
        header.setStretchLastSection(True)

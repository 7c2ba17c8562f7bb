"""Which studies another model would move, as a table that sorts; what falls below the operating point stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from cxr_desktop.domain.model_change import Change, Crossing
from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import current_theme

ROW_HEIGHT = 32
SORT_ROLE = Qt.ItemDataRole.UserRole
_ARROW = "→"
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """From left to right."""

    STUDY = 0
    EFFECT = 1
    RANK = 2
    RISK = 3


class ChangeModel(QAbstractTableModel):
    """Rows in the order of ``compare``: the worst first."""

    def __init__(self) -> None:
        super().__init__()
        self._changes: tuple[Change, ...] = ()
        self._names: Mapping[str, str] = {}

    def set_changes(self, changes: Sequence[Change], names: Mapping[str, str]) -> None:
        """Show these; ``names`` says what to call a study."""
        self.beginResetModel()
        self._changes, self._names = tuple(changes), dict(names)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """One per study."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """As ``Column``."""
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            words = {
                Column.STUDY: self.tr("Study"),
                Column.EFFECT: self.tr("Operating point"),
                Column.RANK: self.tr("Place"),
                Column.RISK: self.tr("Risk"),
            }
            return words[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        if role == Qt.ItemDataRole.FontRole:
            return font(TextSize.CAPTION, semibold=True)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        change, column = self._changes[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(change, column)
        if role == SORT_ROLE:
            return self._key(change, column, index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._look(change, column, role)

    def _look(self, change: Change, column: Column, role: int) -> object:
        theme, worst = current_theme(), change.crossing is Crossing.FALLS_BELOW
        if role == Qt.ItemDataRole.ForegroundRole:
            if column is Column.EFFECT and worst:
                return QColor(theme.risk_between)
            return QColor(theme.text if worst or column is Column.STUDY else theme.text_second)
        if role == Qt.ItemDataRole.FontRole:
            return font(semibold=worst and column in (Column.STUDY, Column.EFFECT))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.EFFECT and worst:
            return icons.icon("warning", theme, theme.risk_between)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.STUDY:
            return wording.escape(self._name(change))
        return None

    def _name(self, change: Change) -> str:
        return wording.plain(self._names.get(change.key, "")) or self.tr("Unnamed study")

    def _text(self, change: Change, column: Column) -> str:
        if column is Column.STUDY:
            return self._name(change)
        if column is Column.EFFECT:
            return self._effect(change)
        if column is Column.RANK:
            return _pair(*(_count(rank) for rank in (change.rank_before, change.rank_after)))
        return _pair(wording.probability(change.risk_before), wording.probability(change.risk_after))

    def _effect(self, change: Change) -> str:
        words = {
            Crossing.FALLS_BELOW: self.tr("Falls below"),
            Crossing.LOST: self.tr("No number any more"),
            Crossing.RISES_ABOVE: self.tr("Rises above"),
            Crossing.GAINED: self.tr("Gets a number"),
            Crossing.STAYS: self.tr("Other band") if change.band_before is not change.band_after else "",
        }
        return words[change.crossing]

    def _key(self, change: Change, column: Column, row: int) -> object:
        if column is Column.STUDY:
            return self._name(change).casefold()
        if column is Column.EFFECT:
            return row
        if column is Column.RANK:
            return -abs(change.moves)
        return -abs((change.risk_after or 0.0) - (change.risk_before or 0.0))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (Column.RANK, Column.RISK) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _count(rank: int | None) -> str:
    return wording.BLANK if rank is None else wording.number(rank)


def _pair(before: str, after: str) -> str:
    return before if before == after else f"{before} {_ARROW} {after}"


class GuardTable(QTableView):
    """A click on a heading sorts: by name, by effect, by the way a study goes, by the change of its risk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChangeModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setAccessibleName(self.tr("Studies that change"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(ROW_HEIGHT)
        header.setSectionResizeMode(Column.STUDY, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.EFFECT, 168), (Column.RANK, 104), (Column.RISK, 120)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.sortByColumn(Column.EFFECT, Qt.SortOrder.AscendingOrder)

    def set_changes(self, changes: Sequence[Change], names: Mapping[str, str]) -> None:
        """Only those that there is something to tell of; what falls below the operating point first."""
        self._model.set_changes([change for change in changes if change.is_change], names)
        self.sortByColumn(Column.EFFECT, Qt.SortOrder.AscendingOrder)
        self.scrollToTop()

    def texts(self) -> list[list[str]]:
        """Rows as shown."""
        model = self.model()
        return [[str(model.index(row, column).data()) for column in Column] for row in range(model.rowCount())]

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()

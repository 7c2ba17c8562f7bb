"""Widgets in two columns where there is room, else in one; knows none of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_TWO_COLUMNS, _GAP = 560, 24


class PlotGrid(QWidget):
    """As many lines as it takes."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, fewer lines."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= max(_TWO_COLUMNS, 2 * self._widest() + _GAP) else 1)

    def minimumSizeHint(self) -> QSize:
        """One column: two would never let the page become narrow again."""
        return QSize(self._widest(), self._grid.totalMinimumSize().height())

    def _widest(self) -> int:
        return max(part.minimumSizeHint().width() for part in self._parts)

    def columns(self) -> int:
        """How many stand beside each other."""
        return self._columns

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

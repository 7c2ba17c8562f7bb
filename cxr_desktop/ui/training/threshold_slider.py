"""A slider over the thresholds of one class that catches at chosen sensitivities; knows no numbers but its rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from cxr_desktop.ui.theme import current_theme

CATCH = 2
"""So many rows to either side of a catch the handle jumps to it while it is dragged; keys reach every row."""


class ThresholdSlider(QSlider):
    """Its value is a row of the table of thresholds. Signal ``row_chosen(int)`` for every move, also by keys."""

    row_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._catches: dict[float, int] = {}
        self.setRange(0, 0)
        self.setPageStep(10)
        self.setMinimumHeight(28)
        self.valueChanged.connect(self.row_chosen)
        self.sliderMoved.connect(self._on_dragged)

    def set_rows(self, count: int, catches: Mapping[float, int], row: int) -> None:
        """``catches`` maps a sensitivity to its row. Stands at ``row``, and says so."""
        self.blockSignals(True)
        self._catches = dict(catches)
        self.setRange(0, max(0, count - 1))
        self.setValue(row)
        self.blockSignals(False)
        self.setEnabled(count > 1)
        self.update()
        self.row_chosen.emit(self.value())

    def caught(self) -> float | None:
        """The sensitivity at whose row the handle stands."""
        return next((target for target, row in self._catches.items() if row == self.value()), None)

    def _on_dragged(self, row: int) -> None:
        near = [at for at in self._catches.values() if abs(at - row) <= CATCH]
        if near:
            self.setValue(min(near, key=lambda at: abs(at - row)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks under the groove where the handle catches."""
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderGroove, self
        )
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_theme().tick), 1))
        for row in self._catches.values():
            x = self._place(row, groove)
            painter.drawLine(QPointF(x, self.height() - 5), QPointF(x, self.height() - 1))
        painter.end()

    def _place(self, row: int, groove: QRect) -> int:
        handle = 12
        room = groove.width() - handle
        at = QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), row, room, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        return groove.left() + handle // 2 + at

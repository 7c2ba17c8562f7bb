"""The wizard's steps at the edge where lines begin: where the reader is, what is done, what comes; no way to jump."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.theme import Theme, current_theme

WIDTH = 176
_ROW = 44
_DOT = 22
_LEFT, _TOP = 20, 28


class Steps(QWidget):
    """Paints one row per step: a filled dot with a tick is done, a ring in accent is here, a grey ring comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._names: tuple[str, ...] = ()
        self._current = 0

    def set_steps(self, names: Sequence[str], current: int) -> None:
        """``current`` is the position of the step that is shown."""
        self._names, self._current = tuple(names), current
        if 0 <= current < len(names):
            self.setAccessibleName(self.tr("Step {0} of {1}: {2}").format(current + 1, len(names), names[current]))
        self.update()

    def steps(self) -> tuple[tuple[str, ...], int]:
        """The names, and which one is here."""
        return self._names, self._current

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots on a line, names beside them."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = mirrored(QRectF(self.width() - 1, 0, 1, self.height()), QRectF(self.rect()))
        painter.fillRect(border, QColor(theme.line))
        for position, name in enumerate(self._names):
            self._paint_step(painter, theme, position, name)
        painter.end()

    def _paint_step(self, painter: QPainter, theme: Theme, position: int, name: str) -> None:
        top, whole = _TOP + position * _ROW, QRectF(self.rect())
        dot = mirrored(QRectF(_LEFT, top, _DOT, _DOT), whole)
        here, done = position == self._current, position < self._current
        if position + 1 < len(self._names):
            line = QRectF(_LEFT + _DOT // 2, top + _DOT + 3, 1, _ROW - _DOT - 6)
            painter.fillRect(mirrored(line, whole), QColor(theme.line))
        painter.setPen(QPen(QColor(theme.accent if here or done else theme.tick), 1.5))
        painter.setBrush(QColor(theme.accent) if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setFont(font(TextSize.CAPTION, semibold=True))
        painter.setPen(QColor(theme.on_accent if here else theme.accent if done else theme.text_faint))
        mark = "✓" if done else str(position + 1)
        painter.drawText(dot, int(Qt.AlignmentFlag.AlignCenter), mark)
        painter.setFont(font(semibold=here))
        painter.setPen(QColor(theme.text if here else theme.text_second if done else theme.text_faint))
        room = self.width() - _LEFT - _DOT - 12 - 8
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        place = mirrored(QRectF(_LEFT + _DOT + 12, top, room, _DOT), whole)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)

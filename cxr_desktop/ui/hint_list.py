"""A short list of hints under a text field, which keeps the focus; decides nothing about what it offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxr_desktop.ui.filter_hints import Hint
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import DARK, Theme

_ROW, _EDGE, _GAP, _LEFT = 26, 6, 24, 12


class HintList(QWidget):
    """Signal ``chosen(Hint)``: one was clicked."""

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._hints: tuple[Hint, ...] = ()
        self._current = -1
        self._theme = DARK
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these below the field; none hides the list."""
        if tuple(hints) != self._hints:
            self._current = -1
        self._hints = tuple(hints)
        if not hints:
            self.hide()
            return
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.resize(self.sizeHint())
        place = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.setX(place.x() + self._field.width() - self.width())
        self.move(place)
        self.show()
        self.raise_()
        self.update()

    def current(self) -> Hint | None:
        """The one that is marked."""
        return self._hints[self._current] if 0 <= self._current < len(self._hints) else None

    def first(self) -> Hint | None:
        """What the tabulator takes where none is marked."""
        return self._hints[0] if self._hints else None

    def step(self, by: int) -> None:
        """Mark another one; from the first up to none."""
        self._current = min(len(self._hints) - 1, max(-1, self._current + by))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest line."""
        left, right = self._widths()
        return QSize(round(left + right) + 2 * _LEFT + _GAP, _ROW * len(self._hints) + 2 * _EDGE)

    def _widths(self) -> tuple[float, float]:
        shown, about = QFontMetricsF(font()), QFontMetricsF(font(TextSize.CAPTION))
        return (
            max((shown.horizontalAdvance(hint.shown) for hint in self._hints), default=0),
            max((about.horizontalAdvance(hint.about) for hint in self._hints), default=0),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """How each is written, and what it means."""
        painter, theme = QPainter(self), self._theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        column = self._widths()[0] + _LEFT + _GAP
        for place, hint in enumerate(self._hints):
            row = QRectF(1, _EDGE + place * _ROW, self.width() - 2, _ROW)
            if place == self._current:
                painter.fillRect(row, QColor(theme.selection))
            for left, text, size, colour in (
                (float(_LEFT), hint.shown, TextSize.BODY, theme.text),
                (column, hint.about, TextSize.CAPTION, theme.text_second),
            ):
                used = font(size)
                painter.setFont(used)
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(left, row.center().y() + QFontMetricsF(used).capHeight() / 2), text)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer marks."""
        self._current = self._at(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes."""
        self._current = self._at(event)
        hint = self.current()
        if hint is not None:
            self.chosen.emit(hint)

    def _at(self, event: QMouseEvent) -> int:
        return min(len(self._hints) - 1, max(-1, (round(event.position().y()) - _EDGE) // _ROW))

"""A choice with a title and a few words, as a card that can be reached and pressed by keyboard; knows no meaning."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import current_theme

_PADDING = 12
_GAP = 4


class ChoiceCard(QRadioButton):
    """One of several: arrows move between cards of a group, the blank chooses. Words are elided after ``lines``."""

    def __init__(self, title: str, words: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words, self._lines = title, words, lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_words(self, title: str, words: str) -> None:
        """Other words on the same card."""
        self._title, self._words = title, words
        self._name()
        self.updateGeometry()
        self.update()

    def title(self) -> str:
        """The first line."""
        return self._title

    def _name(self) -> None:
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._words)
        self.setToolTip(wording.escape(self._words) if self._words else "")

    def sizeHint(self) -> QSize:
        """One line and ``lines`` smaller ones."""
        height = self._title_height() + (self._lines * self._line_height() + _GAP if self._lines else 0)
        return QSize(160, height + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """May become narrow, never lower."""
        return QSize(120, self.sizeHint().height())

    def _title_height(self) -> int:
        self.ensurePolished()
        return 18

    def _line_height(self) -> int:
        return 16

    def hitButton(self, _position: object) -> bool:
        """The whole card may be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet frame; the chosen card is lit, the one with the focus has an outline in accent."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.fillPath(path, QColor(theme.selection if chosen else theme.hover if hovered else theme.panel))
        lit = chosen or self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if lit else theme.line), 1.5 if self.hasFocus() else 1))
        painter.drawPath(path)
        room = self.width() - 2 * _PADDING
        self._paint_title(painter, room, theme.text if self.isEnabled() else theme.tick)
        self._paint_words(painter, room, theme.text_second if self.isEnabled() else theme.tick)
        painter.end()

    def _paint_title(self, painter: QPainter, room: int, colour: str) -> None:
        painter.setFont(font(semibold=True))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(_PADDING, _PADDING, room, self._title_height(), flags, shown)

    def _paint_words(self, painter: QPainter, room: int, colour: str) -> None:
        small = font(TextSize.CAPTION)
        painter.setFont(small)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        layout = QTextLayout(self._words, small)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        top = _PADDING + self._title_height() + _GAP
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            text = self._words[line.textStart() : line.textStart() + line.textLength()]
            if number == self._lines - 1:
                rest = self._words[line.textStart() :]
                text = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(_PADDING, top, room, self._line_height(), flags, text.strip())
            top += self._line_height()
        layout.endLayout()

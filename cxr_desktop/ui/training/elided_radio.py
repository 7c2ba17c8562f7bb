"""A radio button whose words end in an ellipsis where there is no room; knows no meaning."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from cxr_desktop.ui.fonts import font

_INDICATOR = 24


class ElidedRadio(QRadioButton):
    """``text`` stays whole for those who listen; only what is painted is shortened."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setFont(font())
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(_INDICATOR + 8 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As every radio button, with the words that fit."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - _INDICATOR
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)
        painter.end()

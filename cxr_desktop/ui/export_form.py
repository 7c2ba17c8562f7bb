"""One kind of file as a card that can be ticked; knows no export."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label

_INDENT = 22
"""The words stand under the title, beside the box."""


class FormCard(QFrame):
    """``box`` takes the focus and the blank key; a press anywhere on the card ticks it. Signal ``toggled(bool)``."""

    toggled = Signal(bool)

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formCard")
        self.box = QCheckBox(title)
        self.box.setFont(font(semibold=True))
        self.box.setAccessibleDescription(words)
        self.box.setToolTip(words)
        self.box.toggled.connect(self._on_toggled)
        about = self._about = label(words, TextSize.CAPTION, "second", wrap=True)
        about.setIndent(_INDENT)
        about.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addWidget(about)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words keep the height of their lines: a grid would take from it where all together is high."""
        super().resizeEvent(event)
        self._about.setMinimumHeight(self._about.heightForWidth(self._about.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card may be pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def _on_toggled(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().unpolish(self)
        self.style().polish(self)
        self.toggled.emit(on)

"""The small word "Why?" beside a number, a reason or a map; says which topic of the manual it leads to, opens none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cxr_desktop.ui.fonts import TextSize, font


class WhyLink(QPushButton):
    """``about`` says what the manual explains there. Signal ``why_requested(str topic)``."""

    why_requested = Signal(str)

    def __init__(self, topic: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("why", "Why?"), parent)
        self.topic = topic
        self.setProperty("kind", "why")
        self.setFont(font(TextSize.CAPTION))
        self.setToolTip(about)
        self.setAccessibleName(f"{self.text()} {about}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.why_requested.emit(self.topic))

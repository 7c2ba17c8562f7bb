"""A fault in plain words across the top of the window, with its way out; never blocks the reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import DARK, Theme


class ErrorBanner(QWidget):
    """Hidden until ``show_message``; the last message stands until it is closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._symbol = QLabel()
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._way_out = QPushButton()
        self._way_out.clicked.connect(self._on_way_out)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._act: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(12)
        layout.addWidget(self._symbol)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._way_out)
        layout.addWidget(self._close)
        self.set_theme(DARK)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbols."""
        self._symbol.setPixmap(icons.pixmap("warning", theme.risk_between, 20, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("clear", theme))

    def show_message(self, words: str, way_out: str = "", act: Callable[[], object] | None = None) -> None:
        """Show one plain sentence; ``way_out`` names a button that calls ``act`` and closes the banner."""
        self._words.setText(words)
        self._act = act
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out) and act is not None)
        self.setAccessibleName(words)
        self.show()

    def message(self) -> str:
        """What is shown, "" where nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _on_way_out(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

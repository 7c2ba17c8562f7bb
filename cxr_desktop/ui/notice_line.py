"""One sentence that must not be overlooked, with the sign of a warning before it; knows no data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme


class Notice(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._symbol = QLabel()
        self._words = label(wrap=True, tone="between")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Tint the sign."""
        self._symbol.setPixmap(icons.pixmap("warning", theme.risk_between, 16, self.devicePixelRatioF()))

    def set_words(self, words: str) -> None:
        """Show a sentence, "" for none."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """The sentence as shown."""
        return self._words.text()

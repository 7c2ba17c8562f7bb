"""Sentences with a symbol in front: what is wrong, what to know; knows not where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme, current_theme


class Kind(StrEnum):
    """How much a sentence matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def _symbol(kind: Kind, theme: Theme) -> tuple[str, str]:
    return {
        Kind.ERROR: ("cancel", theme.risk_above),
        Kind.WARNING: ("warning", theme.risk_between),
        Kind.INFO: ("info", theme.text_second),
    }[kind]


class Notes(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._notes: tuple[tuple[Kind, str], ...] = ()
        self._symbols: list[QLabel] = []
        self.hide()

    def set_notes(self, notes: Sequence[tuple[Kind, str]]) -> None:
        """Show these, in this order."""
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        self._symbols = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for kind, words in notes:
            self._column.addWidget(self._row(kind, words))
        self.setVisible(bool(notes))
        self._tint()

    def notes(self) -> tuple[tuple[Kind, str], ...]:
        """What is shown."""
        return self._notes

    def _row(self, kind: Kind, words: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        symbol = QLabel()
        symbol.setFixedSize(16, 18)
        self._symbols.append(symbol)
        text = label(words, wrap=True, tone="second" if kind is Kind.INFO else "")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        names = {Kind.ERROR: self.tr("Fault"), Kind.WARNING: self.tr("Warning"), Kind.INFO: self.tr("Note")}
        text.setAccessibleName(f"{names[kind]}: {words}")
        layout.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        for symbol, (kind, _) in zip(self._symbols, self._notes, strict=True):
            name, colour = _symbol(kind, current_theme())
            symbol.setPixmap(icons.pixmap(name, colour, 16, self.devicePixelRatioF()))

"""What every page of the wizard has: a title, one sentence, room below; knows no data."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label

MARGIN = 24


class Page(IntEnum):
    """Numbers of the pages."""

    DATA = 0
    RECIPE = 1
    SETTINGS = 2
    RUN = 3
    EVALUATE = 4
    PUBLISH = 5
    CALIBRATE = 6


class TrainingPage(QWizardPage):
    """``body`` is the layout that a page fills.

    ``restyle`` is called when the theme changes; the wizard calls ``close_down`` before it closes.
    """

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not QWizardPage.setTitle: its banner has fonts and colours of its own.
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 20, MARGIN, 8)
        outer.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        self.heading = label(title, TextSize.TITLE, semibold=True)
        self.words = label(words, tone="second", wrap=True)
        self.words.setVisible(bool(words))
        head.addWidget(self.heading)
        head.addWidget(self.words)
        outer.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        outer.addLayout(self.body, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()

    def restyle(self) -> None:
        """Tint again what is not painted on demand; nothing to do here."""

    def close_down(self) -> None:
        """End child processes: the wizard goes away; nothing to do here."""

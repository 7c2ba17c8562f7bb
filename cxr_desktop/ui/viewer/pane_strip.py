"""The strip above two images: which is which, what else might stand there, linked or not, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import ElidedLabel
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.theme import DARK

HEIGHT = 34

# Belongs to the image, which stands on black in every theme, so it wears the dark roles.
_STYLE = f"""
#paneStrip {{ background: {DARK.panel}; border-bottom: 1px solid {DARK.line}; }}
#paneStrip QLabel {{ color: {DARK.text_second}; background: transparent; }}
#paneStrip QLabel[inHand="true"] {{ color: {DARK.text}; }}
#paneStrip QLabel[warns="true"] {{ color: {DARK.risk_between}; }}
#paneStrip QToolButton {{
    color: {DARK.text_second}; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 0 8px; min-height: 22px;
}}
#paneStrip QToolButton:hover {{ color: {DARK.text}; background: {DARK.raised}; }}
#paneStrip QToolButton:focus {{ border-color: {DARK.accent}; }}
#paneStrip QToolButton:checked {{ color: {DARK.accent}; }}
#paneStrip QToolButton::menu-indicator {{ image: none; }}
"""


class PaneStrip(QFrame):
    """Signals: ``closed()``, ``link_toggled(bool)``, ``choice_made(str key)``."""

    closed = Signal()
    link_toggled = Signal(bool)
    choice_made = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paneStrip")
        self.setStyleSheet(_STYLE)
        self.setFixedHeight(HEIGHT)
        self._first, self._second = ElidedLabel(semibold=True), ElidedLabel(semibold=True)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._choose = self._button(self.tr("Others"), self.tr("Choose another study to stand at the right"))
        self._choose.setMenu(self._menu)
        self._choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        follows = self.tr("Window, zoom and place follow each other")
        self._linked = self._button(self.tr("Linked"), with_key(follows, "viewer.link", "Shift+L"))
        self._linked.setCheckable(True)
        self._linked.setChecked(True)
        self._linked.clicked.connect(self.link_toggled)
        close = self._button("", self.tr("One image again"))
        close.setAccessibleName(close.toolTip())
        close.setIcon(icons.icon("clear", DARK))
        close.setIconSize(QSize(14, 14))
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._half(self._first, self._linked), 1)
        layout.addWidget(self._half(self._second, self._choose, close), 1)

    def show_labels(self, first: str, second: str, warns: bool) -> None:
        """Which is which."""
        self._first.setText(first)
        self._second.setText(second)
        self._set(self._second, "warns", warns)

    def show_active(self, second: bool) -> None:
        """Which of them has the keys."""
        self._set(self._first, "inHand", not second)
        self._set(self._second, "inHand", second)

    def show_linked(self, linked: bool) -> None:
        """Without telling anyone."""
        self._linked.setChecked(linked)
        self._linked.setText(self.tr("Linked") if linked else self.tr("Not linked"))

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """(key, words), the current one ticked; the list is there where there is something to choose."""
        self._menu.clear()
        for key, words in choices:
            action = QAction(words.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.triggered.connect(lambda _checked=False, key=key: self.choice_made.emit(key))
            self._group.addAction(action)
            self._menu.addAction(action)
        self._choose.setVisible(len(choices) > 1)
        self._choose.setText(self.tr("Others ({0})").format(len(choices) - 1))

    def words(self) -> tuple[str, str]:
        """What it says above each image."""
        return self._first.text(), self._second.text()

    def choices(self) -> list[str]:
        """What the list offers."""
        return [action.text() for action in self._menu.actions()]

    def _half(self, words: ElidedLabel, *buttons: QToolButton) -> QWidget:
        half = QWidget()
        # Both halves stand exactly above their images, however long their words are.
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(half)
        row.setContentsMargins(margins(16, 0, 6, 0))
        row.setSpacing(4)
        row.addWidget(words, 1)
        for button in buttons:
            row.addWidget(button)
        return half

    def _button(self, words: str, about: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setFont(font(TextSize.BODY))
        button.setToolTip(about)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @staticmethod
    def _set(widget: QWidget, name: str, value: bool) -> None:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

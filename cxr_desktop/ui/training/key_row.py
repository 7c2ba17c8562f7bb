"""One key of the recipe: title, help, editor, and a way back where it was changed; keeps no value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme
from cxr_desktop.ui.training.catalogue import Key
from cxr_desktop.ui.training.key_editor import KeyEditor, as_text, range_words

_MARK = 6


class KeyRow(QWidget):
    """Signals: ``edited(str path, object value)``, ``reset(str path)``, ``checked(str path, str reason)``."""

    edited = Signal(str, object)
    reset = Signal(str)
    checked = Signal(str, str)

    def __init__(self, key: Key, value: Any, show_range: bool = False) -> None:
        super().__init__()
        self.key = key
        self._base: Any = value
        self.fault = ""
        self._mark = QLabel()
        self._mark.setFixedSize(_MARK, _MARK)
        self._mark.setObjectName("changedMark")
        self._title = label(key.title)
        self._title.setToolTip(key.path)
        self._help = label(self._help_words(show_range), TextSize.CAPTION, "second", wrap=True)
        self._state = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self.editor = KeyEditor(key, value)
        self.editor.edited.connect(self._on_edited)
        self.editor.wrong.connect(self._on_wrong)
        self.back = QToolButton()
        self.back.setFixedSize(28, 28)
        self.back.setAccessibleName(self.tr("Reset {0}").format(key.title))
        self.back.setToolTip(self.tr("As in the recipe"))
        self.back.clicked.connect(lambda: self.reset.emit(key.path))
        self._build()
        self.show_value(value, value)
        self._tint()

    def _help_words(self, show_range: bool) -> str:
        limits = range_words(self.key) if show_range else ""
        return " · ".join(part for part in (self.key.help, limits) if part)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._help, 1, 1)
        grid.addWidget(self._state, 2, 1)
        if self.editor.is_wide:
            grid.addWidget(self.editor, 3, 1, 1, 2)
        else:
            grid.addWidget(self.editor, 0, 2, 3, 1, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.back, 0, 3, 3, 1, top)
        grid.setColumnMinimumWidth(3, 28)
        self._help.setVisible(bool(self._help.text()))
        keep = self.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keep)

    def show_value(self, value: Any, base: Any) -> None:
        """The value as it stands, and what the recipe says; emits nothing."""
        self._base, self.fault = base, ""
        self.editor.set_value(value)
        self._show_changed(value != base)

    def set_base(self, value: Any, base: Any) -> None:
        """The same while the reader types: the field itself is left alone."""
        self._base, self.fault = base, ""
        self._show_changed(value != base)

    def is_changed(self) -> bool:
        """Whether the reader set it differently."""
        return not self.back.isHidden()

    def matches(self, words: list[str]) -> bool:
        """Whether all of these are found in title, help, path or group."""
        about = f"{self.key.title} {self.key.help} {self.key.path} {self.key.group}".casefold()
        return all(word in about for word in words)

    def _show_changed(self, changed: bool) -> None:
        self._mark.setProperty("lit", changed)
        self._mark.style().unpolish(self._mark)
        self._mark.style().polish(self._mark)
        self._title.setFont(font(semibold=changed))
        self.back.setVisible(changed)
        words = self.tr("Changed, the recipe says {0}").format(as_text(self._base)) if changed else ""
        self._say(words, "second")

    def _say(self, words: str, tone: str) -> None:
        self._state.setText(words)
        self._state.setProperty("tone", tone)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._state.setVisible(bool(words))

    def _on_edited(self, value: Any) -> None:
        self.fault = ""
        self.edited.emit(self.key.path, value)
        self.checked.emit(self.key.path, "")

    def _on_wrong(self, reason: str) -> None:
        self.fault = reason
        self.back.show()
        self._say(reason, "above")
        self.checked.emit(self.key.path, reason)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        self.back.setIcon(icons.icon("undo", current_theme()))

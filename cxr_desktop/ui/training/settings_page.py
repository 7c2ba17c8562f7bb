"""Third page: how to train; four knobs, or every key of the recipe, with a preview and the same from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.training.estimate import duration
from cxr_desktop.ui.training.key_list import KeyList
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.preview_panel import PreviewPanel
from cxr_desktop.ui.training.recipe_keys import all_keys, basic_keys, scaled_seconds, value_of, with_change
from cxr_desktop.ui.training.recipe_page import RecipePage
from cxr_desktop.ui.training.state import WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.wizard import WizardParts

_PREVIEW_SHARE, _KEYS_SHARE = 2, 3


class SettingsPage(TrainingPage):
    """The recipe page has read the keys; this one offers them."""

    def __init__(self, state: WizardState, parts: WizardParts, recipes: RecipePage) -> None:
        super().__init__(self.tr("How shall it be trained?"))
        self.setAccessibleName(self.tr("Settings"))
        self.setCommitPage(True)
        self._state, self._recipes = state, recipes
        self._shown = self._listed = ""
        self.basic = KeyList(searchable=False)
        self.every = KeyList(searchable=True)
        for keys in (self.basic, self.every):
            keys.edited.connect(self._on_edited)
            keys.reset.connect(self._on_reset)
            keys.checked.connect(lambda _path, _reason: self._tell())
        self.time = label(tone="second", wrap=True)
        self.preview = PreviewPanel(parts.command_factory)
        self.command_line = QLineEdit()
        self.copy = QPushButton(self.tr("Copy"))
        self._build()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.basic)
        self._stack.addWidget(self.every)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addLayout(self._segments())
        left.addWidget(self._stack, 1)
        left.addWidget(self.time)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, _KEYS_SHARE)
        row.addWidget(self.preview, _PREVIEW_SHARE)
        self.body.addLayout(row, 1)
        self.body.addLayout(self._terminal())

    def _segments(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self.segments = []
        for index, words in enumerate((self.tr("Basic"), self.tr("All keys"))):
            button = QToolButton()
            button.setText(words)
            button.setFont(font())
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setChecked(index == 0)
            self._group.addButton(button, index)
            self.segments.append(button)
            row.addWidget(button)
        self._group.idToggled.connect(lambda index, checked: self._show_list(index) if checked else None)
        row.addStretch(1)
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.reset_all.setAutoDefault(False)
        self.reset_all.setProperty("kind", "quiet")
        self.reset_all.clicked.connect(self._on_reset_all)
        row.addWidget(self.reset_all)
        return row

    def _terminal(self) -> QHBoxLayout:
        self.command_line.setReadOnly(True)
        self.command_line.setFont(font(TextSize.CAPTION))
        self.command_line.setAccessibleName(self.tr("The same from a terminal"))
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(self.tr("Copy the command"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._state.command_line()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("The same from a terminal"), TextSize.CAPTION, "second"))
        row.addWidget(self.command_line, 1)
        row.addWidget(self.copy)
        return row

    # --- the wizard's

    def initializePage(self) -> None:
        """Another recipe has other values."""
        self.words.setText(str(self._state.recipe.get("title", "")))
        self.words.setVisible(bool(self.words.text()))
        self._show_list(self._group.checkedId())
        self._tell()

    def isComplete(self) -> bool:
        """No field holds something wrong."""
        return not self.basic.faults() and not self.every.faults()

    def validatePage(self) -> bool:
        """The training gets the processor for itself."""
        self.preview.pause()
        return True

    def cleanupPage(self) -> None:
        """The same on the way back."""
        self.preview.pause()

    def close_down(self) -> None:
        """The child goes."""
        self.preview.close_down()

    # --- what the reader does

    def _on_edited(self, path: str, value: object) -> None:
        self._state.changes = with_change(self._state.recipe, self._state.changes, path, value)
        self._show_values(path)
        self._tell()

    def _on_reset(self, path: str) -> None:
        for keys in (self.basic, self.every):
            keys.forget_faults(path)
        value = value_of(self._state.recipe, {}, path)
        self._state.changes = with_change(self._state.recipe, self._state.changes, path, value)
        self._show_values()
        self._tell()

    def _on_reset_all(self) -> None:
        for keys in (self.basic, self.every):
            keys.forget_faults()
        kept = ("weights",)
        self._state.changes = {path: value for path, value in self._state.changes.items() if path in kept}
        self._show_values()
        self._tell()

    # --- what is shown

    def _show_list(self, index: int) -> None:
        """The long list is made when it is asked for."""
        catalogue, recipe = self._recipes.catalogue, self._state.recipe
        if catalogue is None or not recipe:
            return
        name, changes = str(recipe.get("name")), self._state.changes
        if self._shown != name:
            self._shown, self._listed = name, ""
            self.basic.set_keys(basic_keys(catalogue.keys, recipe), recipe, changes)
            self.every.set_keys((), recipe, changes)
        if index == 1 and self._listed != name:
            self._listed = name
            self.every.set_keys(all_keys(catalogue.keys, recipe), recipe, changes)
        self._stack.setCurrentIndex(max(0, index))
        self._show_values()

    def _show_values(self, typing_in: str = "") -> None:
        for keys in (self.basic, self.every):
            keys.show_values(self._state.recipe, self._state.changes, typing_in)

    def _tell(self) -> None:
        state = self._state
        count = len([path for path in state.changes if path in self._paths()])
        words = self.tr("All keys")
        self.segments[1].setText(self.tr("{0} ({1} changed)").format(words, count) if count else words)
        complete = self.isComplete()
        self.reset_all.setEnabled(not complete or any(path != "weights" for path in state.changes))
        self.command_line.setText(state.command_line())
        self.command_line.setCursorPosition(0)
        seconds = scaled_seconds(state.probe, state.recipe, state.changes)
        self.time.setText(
            self.tr("It will take {0} on this computer.").format(duration(seconds)) if seconds is not None else ""
        )
        self.time.setVisible(seconds is not None)
        self.preview.ask(state.recipe_arguments() if complete and state.data else ())
        self.completeChanged.emit()

    def _paths(self) -> set[str]:
        return {path for path in self._state.changes if path != "weights" and path not in self.basic.rows}

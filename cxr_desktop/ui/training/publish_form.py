"""What a model that is published is called and meant for; checks the name, publishes nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.training.form import Field, line_editor, text_editor
from cxr_desktop.ui.training.model_name import TakenNames, free_name, problem, taken_names

_LONGEST_TITLE, _LONGEST_VERSION, _LONGEST_USE = 80, 20, 600


class PublishForm(QWidget):
    """Signal ``changed()`` for every edit; ``problem()`` is "" where it may be published so."""

    changed = Signal()

    def __init__(self, names: Callable[[], TakenNames] = taken_names) -> None:
        super().__init__()
        self._names = names
        self._taken = names()
        self.name, self.title = line_editor(60), line_editor(_LONGEST_TITLE)
        self.version, self.use = line_editor(_LONGEST_VERSION), text_editor(3)
        self.replace = QCheckBox(self.tr("Replace the model of this name"))
        self.replace.setFont(font())
        self._name_field = Field(
            self.tr("Name"), self.name, self.tr("For folders and commands: small letters, digits, - and _")
        )
        self._title_field = Field(self.tr("Title"), self.title, self.tr("As readers see it in the menu"))
        self._use_field = Field(
            self.tr("Intended use"),
            self.use,
            self.tr("One or two sentences: for which images, at which site, to what end, and that every image is read"),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self._title_field, 0, 0)
        grid.addWidget(Field(self.tr("Version"), self.version), 0, 1)
        grid.addWidget(self._name_field, 1, 0, 1, 2)
        grid.addWidget(self.replace, 2, 0, 1, 2)
        grid.addWidget(self._use_field, 3, 0, 1, 2)
        for editor in (self.name, self.title, self.version):
            editor.textChanged.connect(self._on_changed)
        self.use.textChanged.connect(self._on_changed)
        self.replace.toggled.connect(self._on_changed)
        self._on_changed()

    def suggest(self, name: str, title: str, use: str) -> None:
        """First words; the name is made free."""
        self._taken = self._names()
        self.name.setText(free_name(name, self._taken))
        self.title.setText(title[:_LONGEST_TITLE])
        self.version.setText("1.0")
        self.use.setPlainText(use)

    def refresh(self) -> None:
        """Names may have been taken meanwhile."""
        self._taken = self._names()
        self._on_changed()

    def intended_use(self) -> str:
        """One line."""
        return " ".join(self.use.toPlainText().split())

    def arguments(self) -> list[str]:
        """Of the command ``publish``."""
        found = ["--name", self.name.text(), "--title", self.title.text().strip()]
        found += ["--version", self.version.text().strip(), "--intended-use", self.intended_use()]
        return [*found, "--replace"] if self.replace.isChecked() and self._is_own() else found

    def problem(self) -> str:
        """Why it cannot be published so."""
        found = problem(self.name.text(), self._taken, self.replace.isChecked())
        if found:
            return found
        if not self.title.text().strip():
            return self.tr("The model needs a title.")
        if not self.version.text().strip():
            return self.tr("The model needs a version.")
        if not self.intended_use():
            return self.tr("Say what the model is meant for.")
        if len(self.intended_use()) > _LONGEST_USE:
            return self.tr("The intended use is longer than {0} letters.").format(_LONGEST_USE)
        return ""

    def _is_own(self) -> bool:
        return self.name.text() in self._taken.own and self.name.text() not in self._taken.bundled

    def _on_changed(self) -> None:
        self._name_field.set_problem(problem(self.name.text(), self._taken, self.replace.isChecked()))
        self.replace.setVisible(self._is_own())
        self.changed.emit()

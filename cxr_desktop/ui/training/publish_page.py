"""The wizard's last page: a run becomes a model of the program, and the reader sees what a switch to it would do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.bridge import run_files
from cxr_desktop.bridge.model_guard import ModelGuard
from cxr_desktop.bridge.training_command import STOPPED, CommandFactory, TrainingCommand
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.labels import rule
from cxr_desktop.ui.training.card_facts import CardFacts, facts_of
from cxr_desktop.ui.training.form import Field, chooser
from cxr_desktop.ui.training.guard_panel import GuardPanel
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.progress_row import ProgressRow
from cxr_desktop.ui.training.publish_form import PublishForm
from cxr_desktop.ui.training.run_page import BEST
from cxr_desktop.ui.training.state import WizardState

_FORM_WIDTH = 640


def _number(best: Path) -> tuple[int, str]:
    """Network 10 comes after network 9."""
    name = best.parent.name
    return (int(name) if name.isdigit() else 0, name)


class PublishPage(TrainingPage):
    """Signals: ``model_published(str name)``, ``use_model_requested(str name)``."""

    model_published = Signal(str)
    use_model_requested = Signal(str)

    def __init__(
        self,
        state: WizardState,
        command_factory: CommandFactory = TrainingCommand,
        guard: ModelGuard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Publish"),
            words=self.tr(
                "The best epoch becomes a model of this program: calibrated on the validation images, measured once "
                "on the test images, with a card that says so."
            ),
        )
        self._state = state
        self._run: Path | None = None
        self._event: dict[str, Any] = {}
        self._command = command_factory()
        self._command.event.connect(self._on_event)
        self._command.finished.connect(self._on_finished)
        self.form = PublishForm()
        self.form.changed.connect(self._on_changed)
        self.member = chooser()
        self._member_field = Field(
            self.tr("Network"), self.member, self.tr("An ensemble is no single model; one of its networks can be one")
        )
        self.publish = QPushButton(self.tr("Publish"))
        self.publish.setProperty("kind", "primary")
        self.publish.setFont(font(semibold=True))
        self.publish.setAutoDefault(False)
        self.publish.clicked.connect(self._on_publish)
        self.progress = ProgressRow()
        self.progress.stop_requested.connect(self._command.stop)
        self.notes = Notes()
        self.facts = CardFacts()
        self.guard = GuardPanel(guard)
        self.guard.use_requested.connect(self.use_model_requested)
        self._published = QWidget()
        self._build()

    def _build(self) -> None:
        self.form.setMaximumWidth(_FORM_WIDTH)
        self._member_field.setMaximumWidth(_FORM_WIDTH)
        self.body.addWidget(self._member_field)
        self.body.addWidget(self.form)
        self.body.addWidget(self.notes)
        row = QHBoxLayout()
        row.addWidget(self.publish)
        row.addWidget(self.progress, 1)
        row.addStretch(0)
        self.body.addLayout(row)
        layout = QVBoxLayout(self._published)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.facts)
        layout.addWidget(rule())
        layout.addWidget(self.guard, 1)
        self.body.addWidget(self._published, 1)
        self.body.addStretch(0)
        self._published.hide()

    # --- the wizard

    def initializePage(self) -> None:
        """Suggest words once per run."""
        if self._run == self._state.run_folder:
            self.form.refresh()
            return
        self._run = self._state.run_folder
        recipe = run_files.read_object(self._run / run_files.RECIPE) if self._run is not None else None
        values: Mapping[str, Any] = recipe or self._state.recipe.get("values") or self._state.recipe
        document = values.get("document") or {}
        self.form.suggest(
            str(values.get("name") or ""), str(values.get("title") or ""), str(document.get("intended_use") or "")
        )
        self.member.clear()
        for place in sorted(self._run.glob(f"members/*/{BEST}"), key=_number) if self._run is not None else ():
            self.member.addItem(self.tr("Network {0}").format(place.parent.name), str(place.parent))
        self._show_form()

    def isComplete(self) -> bool:
        """May be left at any time but while the model is written."""
        return not self._command.is_running()

    def close_down(self) -> None:
        """The children end with the wizard."""
        self._command.close()
        self.guard.close_down()

    # --- publishing

    def _show_form(self) -> None:
        self._published.hide()
        self._member_field.setVisible(self.member.count() > 0)
        self.form.show()
        self.publish.show()
        self.words.show()
        self.heading.setText(self.tr("Publish"))
        self._on_changed()

    def _on_changed(self) -> None:
        found = self.form.problem()
        self.publish.setEnabled(not found and not self._command.is_running())
        self.publish.setToolTip(found)

    def _on_publish(self) -> None:
        self.form.refresh()
        if self._run is None or self.form.problem():
            return
        self._event = {}
        self.notes.set_notes(())
        self.form.setEnabled(False)
        self.progress.begin(self.tr("The model is calibrated and measured"))
        self._command.start(["publish", str(self.member.currentData() or self._run), *self.form.arguments()])
        self._on_changed()
        self.completeChanged.emit()

    def _on_event(self, event: Mapping[str, Any]) -> None:
        self.progress.show_event(event)
        if event.get("event") == "published":
            self._event = dict(event)
        elif event.get("event") == "warning":
            self.notes.set_notes([*self.notes.notes(), (Kind.WARNING, str(event.get("text") or ""))])

    def _on_finished(self, ok: bool, reason: str) -> None:
        self.progress.hide()
        self.form.setEnabled(True)
        self.form.refresh()
        if ok and self._event:
            self._show_card(str(self._event.get("name") or self.form.name.text()), str(self._event.get("folder") or ""))
        elif reason == STOPPED:
            self.notes.set_notes([(Kind.INFO, self.tr("Publishing was stopped. No model was written."))])
        else:
            self.notes.set_notes([(Kind.ERROR, reason or self.tr("No model was written."))])
        self._on_changed()
        self.completeChanged.emit()

    def _show_card(self, name: str, folder: str) -> None:
        try:
            card = read_card(Path(folder))
        except CxrError as error:
            self.notes.set_notes([(Kind.ERROR, str(error))])
            return
        for part in (self._member_field, self.form, self.publish, self.words):
            part.hide()
        self.heading.setText(self.tr("Published: {0} {1}").format(card.title, card.version))
        self.facts.set_facts(facts_of(card, self._state.report))
        self._state.model = name
        self.guard.offer(name)
        self._published.show()
        self.model_published.emit(name)

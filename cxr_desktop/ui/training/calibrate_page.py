"""The wizard's page that fits a model's probabilities and thresholds to a site; trains nothing, computes nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.bridge.model_guard import ModelGuard
from cxr_desktop.bridge.training_command import STOPPED, CommandFactory, TrainingCommand
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.labels import rule
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.training.form import Field, chooser, line_editor
from cxr_desktop.ui.training.guard_panel import GuardPanel
from cxr_desktop.ui.training.model_name import free_name, problem, taken_names
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.progress_row import ProgressRow
from cxr_desktop.ui.training.report_data import read_report
from cxr_desktop.ui.training.state import WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.calibrate_result import CalibrateResult

_TABLE_HEIGHT = 232
_ENDING = "-site"


class CalibratePage(TrainingPage):
    """Signals: ``model_published(str name)``, ``use_model_requested(str name)``."""

    model_published = Signal(str)
    use_model_requested = Signal(str)

    def __init__(
        self,
        state: WizardState,
        command_factory: CommandFactory = TrainingCommand,
        guard: ModelGuard | None = None,
        models: Sequence[ModelCard] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``models`` are those to choose from; the present one comes first."""
        super().__init__(
            parent=parent,
            title=self.tr("Calibrate for my site"),
            words=self.tr(
                "Nothing is trained. A copy of the model gets the temperature and the operating points that fit your "
                "labelled images."
            ),
        )
        self._state = state
        self._taken = taken_names()
        self._event: dict[str, Any] = {}
        self._result: CalibrateResult | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._command = command_factory()
        self._command.event.connect(self._on_event)
        self._command.finished.connect(self._on_finished)
        self.model, self.name = chooser(), line_editor(60)
        for card in models:
            if card.role == "triage":
                self.model.addItem(f"{card.title} {card.version}".strip(), card.name)
        self._name_field = Field(self.tr("Name of the copy"), self.name)
        self.go = QPushButton(self.tr("Calibrate"))
        self.go.setProperty("kind", "primary")
        self.go.setFont(font(semibold=True))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_go)
        self.progress = ProgressRow()
        self.progress.stop_requested.connect(self._command.stop)
        self.notes = Notes()
        self.guard = GuardPanel(guard)
        self.guard.table.setMinimumHeight(_TABLE_HEIGHT)
        self.guard.use_requested.connect(self.use_model_requested)
        self.model.currentIndexChanged.connect(self._suggest)
        self.name.textChanged.connect(self._on_changed)
        self._build()
        self._suggest()

    def _build(self) -> None:
        self._form = QWidget()
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Field(self.tr("Model"), self.model), 1)
        row.addWidget(self._name_field, 1)
        self.body.addWidget(self._form)
        line = QHBoxLayout()
        line.addWidget(self.go)
        line.addWidget(self.progress, 1)
        line.addStretch(0)
        self.body.addLayout(line)
        self.body.addWidget(self.notes)
        inner = QWidget()
        inner.setObjectName("scrollBody")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(margins(0, 0, 16, 0))
        self._column.setSpacing(16)
        self._column.addWidget(rule())
        self._column.addWidget(self.guard)
        self._column.addStretch(1)
        self._area = OverlayScrollArea(inner)
        self._area.hide()
        self.body.addWidget(self._area, 1)
        self.body.addStretch(0)

    # --- the wizard

    def initializePage(self) -> None:
        """Names may have been taken meanwhile."""
        self._taken = taken_names()
        if not self._area.isVisible():
            self._suggest()

    def isComplete(self) -> bool:
        """May be left at any time but while the copy is written."""
        return not self._command.is_running()

    def close_down(self) -> None:
        """The children end with the wizard."""
        self._command.close()
        self.guard.close_down()
        self._clear()

    # --- the form

    def _suggest(self) -> None:
        chosen = str(self.model.currentData() or "")
        self.name.setText(free_name(f"{chosen}{_ENDING}", self._taken) if chosen else "")
        self._on_changed()

    def _on_changed(self) -> None:
        found = problem(self.name.text(), self._taken)
        self._name_field.set_problem(found if self.name.text() else "")
        self.go.setEnabled(bool(self.model.count()) and not found and not self._command.is_running())
        if not self.model.count():
            self.notes.set_notes([(Kind.ERROR, self.tr("No model is installed that could be calibrated."))])

    # --- the child

    def _on_go(self) -> None:
        self._taken = taken_names()
        if problem(self.name.text(), self._taken):
            self._on_changed()
            return
        self._clear()
        self._folder = tempfile.TemporaryDirectory(prefix="cxr-calibrate-", ignore_cleanup_errors=True)
        self._event = {}
        self.notes.set_notes(())
        self._area.hide()
        self._form.setEnabled(False)
        self.progress.begin(self.tr("The images are scored"))
        self._command.start(
            ["calibrate", str(self.model.currentData()), "--data", self._state.data, "--name", self.name.text(),
             "--json", str(self._report_file())]
        )  # fmt: skip
        self._on_changed()
        self.completeChanged.emit()

    def _report_file(self) -> Path:
        assert self._folder is not None
        return Path(self._folder.name) / "report.json"

    def _clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_event(self, event: Mapping[str, Any]) -> None:
        self.progress.show_event(event)
        if event.get("event") == "calibrated":
            self._event = dict(event)

    def _on_finished(self, ok: bool, reason: str) -> None:
        self.progress.hide()
        self._form.setEnabled(True)
        if ok and self._event:
            self._show(str(self._event.get("name") or self.name.text()))
        elif reason == STOPPED:
            self.notes.set_notes([(Kind.INFO, self.tr("Calibration was stopped. No copy was written."))])
        else:
            self.notes.set_notes([(Kind.ERROR, reason or self.tr("No copy was written."))])
        self._clear()
        self._taken = taken_names()
        self._on_changed()
        self.completeChanged.emit()

    def _show(self, name: str) -> None:
        self._state.model = name
        try:
            report = read_report(self._report_file())
        except CxrError as error:
            self.notes.set_notes([(Kind.ERROR, str(error))])
        else:
            self._with_result().set_report(report)
        for part in (self._form, self.go, self.words):
            part.hide()
        self.heading.setText(self.tr("Calibrated: {0}").format(name))
        self.guard.offer(name)
        self._area.show()
        self.model_published.emit(name)

    def _with_result(self) -> CalibrateResult:
        """Loaded when there is something to show: pyqtgraph takes half a second."""
        if self._result is None:
            from cxr_desktop.ui.training.calibrate_result import CalibrateResult

            self._result = CalibrateResult()
            self._column.insertWidget(0, self._result)
        return self._result

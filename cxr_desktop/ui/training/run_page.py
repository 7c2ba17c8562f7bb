"""The wizard's page of a running training: curves, place, log, and stop, pause, go on; computes nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSplitter, QWidget

from cxr_desktop.bridge.training_run import TrainingRun
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.training import event_words
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.run_log import RunLog
from cxr_desktop.ui.training.run_status import RunStatus
from cxr_desktop.ui.training.state import RESUME, WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.curves import Curves

BEST = "best.ckpt"
_ENDED = ("stopped", "finished", "paused", "failed")


def has_best(run: Path | None) -> bool:
    """Whether there is an epoch to measure and publish: the run's own, or that of every network of an ensemble."""
    return run is not None and ((run / BEST).is_file() or any(run.glob(f"members/*/{BEST}")))


class RunPage(TrainingPage):
    """Starts the run when it is shown for the first time, or follows the one that was chosen.

    "Next" waits for a best epoch and an ended process.
    """

    def __init__(self, state: WizardState, run: TrainingRun, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Training"))
        self._state, self._run = state, run
        self._asked = False
        self._best: Any = None
        self._curves: Curves | None = None
        self.status = RunStatus()
        self.notes = Notes()
        self.log = RunLog()
        self.pause = self._button(self.tr("Pause"), self._on_pause)
        self.pause.setToolTip(self.tr("Save and free the processor; goes on exactly here, also after a restart"))
        self.stop = self._button(self.tr("Stop"), self._on_stop)
        self.stop.setToolTip(self.tr("Save and end; the best epoch so far can be measured and published"))
        self.go_on = self._button(self.tr("Go on"), self._on_go_on)
        self.settings = self._button(self.tr("Back to the settings"), self._on_settings)
        self.keep = QCheckBox(self.tr("Keep training when the window closes"))
        self.keep.setFont(font())
        self.keep.setToolTip(self.tr("Without it you are asked when you close the window"))
        self._build()
        run.event.connect(self._on_event)
        run.state_changed.connect(self._on_state)

    def _button(self, words: str, slot: Any) -> QPushButton:
        button = QPushButton(words)
        button.setFont(font())
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _build(self) -> None:
        self.heading.hide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.log.setMinimumWidth(232)
        self._split.addWidget(self.log)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.go_on, self.pause, self.stop, self.settings):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.keep)
        self.body.addWidget(self.status)
        self.body.addWidget(self.notes)
        self.body.addWidget(self._split, 1)
        self.body.addLayout(row)

    def _with_curves(self) -> Curves:
        """The curves, loaded when they are first needed: pyqtgraph takes half a second."""
        if self._curves is None:
            from cxr_desktop.ui.training.curves import Curves

            self._curves = Curves()
            self._split.insertWidget(0, self._curves)
            self._split.setStretchFactor(0, 1)
            self._split.setStretchFactor(1, 0)
            self._split.setSizes([700, 264])
        return self._curves

    # --- the wizard

    def initializePage(self) -> None:
        """Start, or follow; a run that is followed already goes on being followed."""
        resumes = self._state.mode == RESUME and self._state.run_folder is not None
        if resumes and self._run.folder == self._state.run_folder and self._run.is_active():
            return
        self.log.clear()
        self.status.clear()
        self.notes.set_notes(())
        self._asked, self._best = False, None
        curves = self._with_curves()
        curves.set_history(())
        try:
            if resumes and self._state.run_folder is not None:
                self._run.attach(self._state.run_folder)
                curves.set_history(self._run.history)
            else:
                name, data = str(self._state.recipe.get("name", "")), self._state.data
                self._state.run_folder = self._run.start(name, data, self._state.settings())
        except CxrError as error:
            self._show_failure(str(error))
        self._show_state()

    def isComplete(self) -> bool:
        """A best epoch, and nobody works on the run."""
        return self._run.state in _ENDED and has_best(self._state.run_folder)

    def keeps_running(self) -> bool:
        """Whether the reader said beforehand that closing shall not stop the training."""
        return self.keep.isChecked()

    def curves(self) -> Curves:
        """The four plots."""
        return self._with_curves()

    # --- the run

    def _on_event(self, event: Mapping[str, Any]) -> None:
        if event.get("event") == "checkpoint":
            event = self._marked(event)
        self.status.add_event(event)
        if self._curves is not None:
            self._curves.add_event(event)
        line = event_words.line_of(event)
        if line is not None:
            self.log.add(line)
        if event.get("event") == "checkpoint" and event.get("best"):
            self.completeChanged.emit()

    def _marked(self, event: Mapping[str, Any]) -> Mapping[str, Any]:
        """A checkpoint tells the best number so far; what the page shows is whether this epoch made it."""
        best = event.get("best")
        improved = best is not None and best != self._best
        if improved:
            self._best = best
        return {**event, "best": improved}

    def _on_state(self, state: str) -> None:
        self._asked = self._asked and state in ("starting", "running")
        if state == "failed":
            self._show_failure(self._run.reason)
        else:
            self.notes.set_notes(())
        self._show_state()

    def _show_state(self) -> None:
        state, active = self._run.state, self._run.is_active()
        self.status.set_state(state, asked=self._asked and active)
        for button in (self.pause, self.stop):
            button.setVisible(active or not state)
            button.setEnabled(active and not self._asked)
        self.go_on.setVisible(state in ("paused", "stopped", "failed") and self._run.can_resume)
        failed_here = state == "failed" or bool(self.notes.notes())
        self.settings.setVisible(failed_here and self._state.mode != RESUME)
        self.keep.setVisible(active)
        self.completeChanged.emit()

    def _show_failure(self, reason: str) -> None:
        changed = self._state.changes.get("batch_size")
        values = self._state.recipe.get("values") or {}
        batch = changed if changed is not None else values.get("batch_size")
        out = event_words.way_out(reason, int(batch) if isinstance(batch, int | float) else None)
        self.notes.set_notes([(Kind.ERROR, reason), (Kind.INFO, out)] if reason else [(Kind.ERROR, out)])

    # --- the reader

    def _on_pause(self) -> None:
        self._asked = True
        self._run.pause()
        self._show_state()

    def _on_stop(self) -> None:
        self._asked = True
        self._run.stop()
        self._show_state()

    def _on_go_on(self) -> None:
        try:
            self._run.resume()
        except CxrError as error:
            self._show_failure(str(error))
        self._show_state()

    def _on_settings(self) -> None:
        wizard = self.wizard()
        if wizard is not None:
            wizard.back()

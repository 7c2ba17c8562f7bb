"""First page: what to do, and the labelled images to do it with; looks into the data by a child process."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cxr_desktop.bridge.run_files import RunSummary, known_runs
from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.ui import wording
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.training.choice_card import ChoiceCard
from cxr_desktop.ui.training.inspection import Inspection, read_inspection
from cxr_desktop.ui.training.inspection_view import InspectionView
from cxr_desktop.ui.training.inspector import Inspector
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.progress_row import ProgressRow
from cxr_desktop.ui.training.recent_data import recent_data, remember_data
from cxr_desktop.ui.training.run_list import RunList
from cxr_desktop.ui.training.source_chooser import SourceChooser
from cxr_desktop.ui.training.state import CALIBRATE, RESUME, TRAIN, WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.wizard import WizardParts

AGAIN_MS = 700
"""A reader who changes several labels is let finish before the data are counted again."""


class DataPage(TrainingPage):
    """``mode_changed()``: another way through the wizard was chosen."""

    mode_changed = Signal()

    def __init__(self, state: WizardState, parts: WizardParts) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Data"))
        self.heading.setText(self.tr("What shall be done, and with which images?"))
        self._state, self._parts = state, parts
        self._found: Inspection | None = None
        self.inspector = Inspector(parts.command_factory, self)
        self.command = self.inspector.command
        self._tasks = Tasks(self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._inspect)
        self._make_parts()
        self._build()
        self._connect()

    def _make_parts(self) -> None:
        words = {
            TRAIN: (self.tr("Train a model"), self.tr("From labelled images and a recipe to a model of your own.")),
            RESUME: (
                self.tr("Go on with a run"),
                self.tr("One that runs, was stopped or is finished."),
            ),
            CALIBRATE: (
                self.tr("Calibrate for my site"),
                self.tr("No training: probabilities and thresholds that fit your patients."),
            ),
        }
        self.cards = {mode: ChoiceCard(title, text, lines=2) for mode, (title, text) in words.items()}
        self.group = QButtonGroup(self)
        self.chooser = SourceChooser()
        self.view = InspectionView()
        self.runs = RunList()
        self.progress = ProgressRow()
        self.faults = Notes()
        self.place = ElidedLabel(semibold=True)
        self.summary = label(tone="second")
        self.other = QPushButton(self.tr("Other data…"))
        self.other.setAutoDefault(False)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self.cards.values():
            self.group.addButton(card)
            row.addWidget(card)
        self.cards[TRAIN].setChecked(True)
        self.body.addLayout(row)
        self.source = QWidget()
        line = QHBoxLayout(self.source)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.place, 1)
        line.addWidget(self.summary)
        line.addWidget(self.other)
        data = QWidget()
        column = QVBoxLayout(data)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.source, self.progress, self.faults):
            column.addWidget(part)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chooser)
        self._stack.addWidget(self.view)
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        column.addWidget(self._stack, 1)
        self._modes = QStackedWidget()
        self._modes.addWidget(data)
        self._modes.addWidget(self.runs)
        self.body.addWidget(self._modes, 1)
        self.source.hide()

    def _connect(self) -> None:
        for mode, card in self.cards.items():
            card.toggled.connect(lambda checked, mode=mode: self._on_mode(mode) if checked else None)
        self.chooser.chosen.connect(self.choose)
        self.chooser.impressions_chosen.connect(self._choose_impressions)
        self.other.clicked.connect(self.forget)
        self.progress.stop_requested.connect(self.command.stop)
        self.inspector.told.connect(self.progress.show_event)
        self.inspector.found.connect(self._take)
        self.inspector.failed.connect(self._fail)
        self.view.mapping_changed.connect(self._on_mapping)
        self.view.positive_changed.connect(self._on_positive)
        self.runs.selected.connect(self._on_run)

    # --- the wizard's

    def initializePage(self) -> None:
        """What may have changed while the wizard was elsewhere."""
        self.chooser.set_impressions(self._parts.count_impressions() if self._parts.impressions is not None else 0)
        self.chooser.set_recent(() if self._parts.hide_identity else recent_data())
        runs = known_runs(self._parts.runs_dir)
        self.runs.set_runs(runs)
        words = self.tr("One that runs, was stopped or is finished.")
        running = sum(run.state == "running" for run in runs)
        if running:
            words = self.tr("{0} on this computer, {1} running.").format(wording.number(len(runs)), running)
        elif runs:
            words = self.tr("{0} on this computer, stopped or finished.").format(wording.number(len(runs)))
        self.cards[RESUME].set_words(self.tr("Go on with a run"), words)

    def isComplete(self) -> bool:
        """Data without a fault, or a run that can go on."""
        if self._state.mode == RESUME:
            return _can_go_on(self.runs.run())
        return self._found is not None and not self._busy() and not self.errors()

    def close_down(self) -> None:
        """The child and its thumbnails go."""
        self._again.stop()
        self._tasks.stop()
        self.inspector.close_down()

    # --- what it says

    def errors(self) -> list[str]:
        """Why there is no next page, with the way out."""
        if self._found is None:
            return []
        errors = list(self._found.errors)
        if self._state.mode == TRAIN and self._state.mapping and len(self._state.data_classes()) < 2:
            errors.append(self.tr("A model needs at least two classes. Give the labels below different meanings."))
        return errors

    def _busy(self) -> bool:
        return self.inspector.is_busy() or self._again.isActive()

    # --- what the reader does

    def choose(self, data: str) -> None:
        """Look into this folder, table or practice set."""
        self.forget()
        self._state.data = data
        self.place.setText(wording.plain(data))
        self.source.show()
        self._inspect()

    def forget(self) -> None:
        """Back to the choice of data."""
        self._again.stop()
        self.inspector.drop()
        self.progress.hide()
        state = self._state
        state.data, state.inspection, state.mapping, state.positive, state.probe = "", {}, {}, "", {}
        self._found = None
        self.source.hide()
        self.faults.set_notes(())
        self.summary.setText("")
        self._stack.setCurrentWidget(self.chooser)
        self.completeChanged.emit()

    def _choose_impressions(self) -> None:
        write = self._parts.impressions
        if write is None:
            return
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        file = self._parts.runs_dir.parent / "impressions" / f"impressions-{stamp}.csv"

        def work() -> int:
            file.parent.mkdir(parents=True, exist_ok=True)
            return write(file)

        # The worklist answers from its own thread, which may be busy.
        self._tasks.run(work, lambda rows: self._on_impressions(file, rows), self._fail)

    def _on_impressions(self, file: Path, rows: int) -> None:
        if rows:
            self.choose(str(file))
        else:
            self._fail(self.tr("No impression of this worklist names a class to learn."))

    def _on_mode(self, mode: str) -> None:
        self._state.mode = mode
        self._modes.setCurrentIndex(1 if mode == RESUME else 0)
        self.mode_changed.emit()
        self._show()
        self.completeChanged.emit()

    def _on_run(self, run: RunSummary | None) -> None:
        self._state.run_folder = run.folder if run is not None and _can_go_on(run) else None
        self.completeChanged.emit()

    def _on_mapping(self, mapping: dict[str, str]) -> None:
        self._state.mapping = mapping
        self._state.probe = {}
        self._again.start()
        self._show()
        self.completeChanged.emit()

    def _on_positive(self, name: str) -> None:
        self._state.positive = name

    # --- the child

    def _inspect(self) -> None:
        self.progress.begin(self.tr("Looking at the data"))
        self.faults.set_notes(())
        if self._found is None:
            self._stack.setCurrentWidget(self._nothing)
        known = self._found is None or self._state.mapping == dict(self._found.mapping)
        self.inspector.ask(self._state.data, None if known else self._state.mapping)
        self.completeChanged.emit()

    def _take(self, found: dict[str, object]) -> None:
        self.progress.hide()
        first = self._found is None
        self._state.inspection = found
        self._found = read_inspection(found)
        if first:
            self._state.mapping = dict(self._found.mapping)
            remember_data(self._state.data)
        classes = self._state.data_classes() or tuple(row.name for row in self._found.classes)
        if self._state.positive not in classes:
            self._state.positive = _first_of_interest(classes)
        self._show()
        self.completeChanged.emit()

    def _show(self) -> None:
        if self._found is None:
            return
        known = set(self._found.errors)
        extra = [(Kind.ERROR, words) for words in self.errors() if words not in known]
        self.summary.setText(self._found.summary())
        self.view.show_inspection(self._found, self._state.mapping, self._state.positive, extra)
        self._stack.setCurrentWidget(self.view)

    def _fail(self, reason: str) -> None:
        self.progress.hide()
        self.faults.set_notes([(Kind.ERROR, reason)])
        if self._found is None:
            self._stack.setCurrentWidget(self.chooser)
        self.completeChanged.emit()


def _can_go_on(run: RunSummary | None) -> bool:
    return run is not None and (run.state in ("running", "finished") or run.can_resume)


def _first_of_interest(classes: tuple[str, ...]) -> str:
    """What the program itself would take: COVID-19, else the first class that is a disease."""
    if "covid19" in classes:
        return "covid19"
    return next((name for name in classes if name != "normal"), classes[0] if classes else "")

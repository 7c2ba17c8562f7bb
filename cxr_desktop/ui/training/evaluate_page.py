"""The wizard's page of a report: has it made where there is none, then shows it; measures nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cxr_desktop.bridge import run_files
from cxr_desktop.bridge.training_command import STOPPED, CommandFactory, TrainingCommand
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.progress_row import ProgressRow
from cxr_desktop.ui.training.report_data import Report, ReportUnreadableError, read_report
from cxr_desktop.ui.training.run_page import BEST
from cxr_desktop.ui.training.state import WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.report_view import ReportView

REPORT, PAGE = "report.json", "report.html"


class EvaluatePage(TrainingPage):
    """ "Next" waits for a report. Signal of the wizard's base class only."""

    def __init__(
        self, state: WizardState, command_factory: CommandFactory = TrainingCommand, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent, title=self.tr("Evaluate"))
        self._state = state
        self._command = command_factory()
        self._command.event.connect(self._on_event)
        self._command.finished.connect(self._on_finished)
        self._report: Report | None = None
        self._shown: Path | None = None
        self.view: ReportView | None = None
        self.headline = label(size=TextSize.TITLE, semibold=True)
        self.details = ElidedLabel(tone="second")
        self.open = QPushButton(self.tr("Open full report"))
        self.open.setFont(font())
        self.open.setAutoDefault(False)
        self.open.setToolTip(self.tr("All numbers, plots and pictures in the browser"))
        self.open.clicked.connect(self._on_open)
        self.again = QPushButton(self.tr("Measure again"))
        self.again.setFont(font())
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._measure)
        self.progress = ProgressRow()
        self.progress.stop_requested.connect(self._command.stop)
        self.notes = Notes()
        self._build()

    def _build(self) -> None:
        self.heading.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.headline)
        head.addWidget(self.details, 1)
        head.addWidget(self.open)
        self.body.addLayout(head)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.notes)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(0)

    # --- the wizard

    def initializePage(self) -> None:
        """Show the report of the run, or have it made."""
        run = self._state.run_folder
        self.open.hide()
        self.again.hide()
        self.notes.set_notes(())
        if run is None or self._command.is_running():
            return
        if is_fresh(run):
            self._show(run)
        else:
            self._measure()

    def isComplete(self) -> bool:
        """Numbers were seen before a model is published."""
        return self._report is not None and self._shown == self._state.run_folder

    def close_down(self) -> None:
        """The child ends with the wizard."""
        self._command.close()

    # --- the child

    def _measure(self) -> None:
        run = self._state.run_folder
        if run is None or self._command.is_running():
            return
        self._report = None
        if self.view is not None:
            self.view.hide()
        self.notes.set_notes(())
        self.again.hide()
        self.headline.setText(self.tr("Measuring"))
        self.details.setText(self.tr("The best epoch on images it was not trained on"))
        self.progress.begin(self.tr("Reading the run"))
        self._command.start(arguments(run, self._state.data))
        self.completeChanged.emit()

    def _on_event(self, event: Mapping[str, Any]) -> None:
        self.progress.show_event(event)

    def _on_finished(self, ok: bool, reason: str) -> None:
        self.progress.hide()
        run = self._state.run_folder
        if ok and run is not None:
            self._show(run)
            return
        self.headline.setText(self.tr("Not measured"))
        self.details.setText("")
        words = self.tr("Measuring was stopped.") if reason == STOPPED else reason
        self.notes.set_notes([(Kind.ERROR, words)])
        self.again.show()

    # --- what is shown

    def _show(self, run: Path) -> None:
        try:
            report = read_report(run / REPORT)
        except ReportUnreadableError as error:
            self.headline.setText(self.tr("Not measured"))
            self.notes.set_notes([(Kind.ERROR, str(error))])
            self.again.show()
            return
        self._report, self._shown = report, run
        self._state.report = dict(report.document)
        self.headline.setText(self._headline_words(report))
        self.details.setText(self._details_words(report))
        self.open.setVisible((run / PAGE).is_file())
        view = self._with_view()
        view.set_report(report)
        view.show()
        view.panel.slider.setFocus()
        self.completeChanged.emit()

    def _with_view(self) -> ReportView:
        """Loaded when there is something to show: pyqtgraph takes half a second."""
        if self.view is None:
            from cxr_desktop.ui.training.report_view import ReportView

            self.view = ReportView()
            self.body.insertWidget(self.body.count() - 1, self.view, 1)
        return self.view

    def _headline_words(self, report: Report) -> str:
        roc = report.roc(report.positive)
        name = report.label(report.positive)
        if roc.auc is None:
            return self.tr("{0}: AUC not known").format(name)
        interval = f" [{roc.low:.2f}–{roc.high:.2f}]" if roc.low is not None and roc.high is not None else ""
        return self.tr("{0}: AUC {1}").format(name, f"{roc.auc:.2f}{interval}")

    def _details_words(self, report: Report) -> str:
        splits = {
            "test": self.tr("{0} test images"),
            "val": self.tr("{0} validation images"),
            "train": self.tr("{0} training images"),
        }
        images = splits.get(report.split, self.tr("{0} images")).format(wording.number(report.images))
        accuracy = report.accuracy
        right = self.tr("{0} right").format(wording.percent(accuracy)) if accuracy is not None else ""
        return ", ".join(part for part in (images, right) if part)

    def _on_open(self) -> None:
        if self._state.run_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.run_folder / PAGE)))


def is_fresh(run: Path) -> bool:
    """Whether the report is not older than the epoch it is about: a run that went on has a new best epoch."""
    try:
        written = (run / REPORT).stat().st_mtime
    except OSError:
        return False
    best = [run / BEST, *run.glob(f"members/*/{BEST}")]
    return all(file.stat().st_mtime <= written for file in best if file.is_file())


def arguments(run: Path, data: str) -> list[str]:
    """``evaluate`` of a run; its own data where the wizard was not told any."""
    known = data or str((run_files.read_object(run / run_files.DATA) or {}).get("data", ""))
    return ["evaluate", str(run), "--data", known, "--json", str(run / REPORT), "--html", str(run / PAGE)]

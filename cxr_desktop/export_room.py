"""Results out, beside the window: the dialog's wish becomes a job of a child process; knows no form's inside."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal, Slot

from cxr_desktop.bridge.export_run import ExportRun
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.job import Amount, ExportJob, Form, amount, new_folder_in, places_in
from cxr_desktop.export.process import ExportProcess
from cxr_desktop.export.written import Ending, Written
from cxr_desktop.ui.export_choices import ExportWish
from cxr_desktop.ui.export_dialog import ExportDialog
from cxr_desktop.ui.export_words import Scope
from cxr_desktop.ui.main_window import MainWindow

log = logging.getLogger(__name__)

_BREATH = 500
"""Studies that are read at once: some hundredths of a second."""


class ExportRoom(QObject):
    """``cards`` are the models in use, ``None`` where none is installed; ``process_of`` makes the child of a job.

    Signal ``ended()``: the export that ran is over.
    """

    ended = Signal()

    def __init__(
        self,
        window: MainWindow,
        cards: Callable[[], ModelCards | None],
        process_of: Callable[[ExportJob], ExportProcess],
    ) -> None:
        super().__init__(window)
        self._window, self._cards, self._process_of = window, cards, process_of
        self._run: ExportRun | None = None
        self._unseen = False
        self.dialog = ExportDialog(self._amount, window)
        window.help.offer(self.dialog, "first-day#take-results-out")
        self.dialog.export_requested.connect(self._on_requested)
        self.dialog.cancel_requested.connect(self._on_cancel)
        self.dialog.again_requested.connect(self._choose)
        window.export_requested.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the choices, or the export that runs, or what came of one that ended while the reader read on."""
        if self._run is None and not self._unseen:
            self._choose()
        self._unseen = False
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @property
    def is_running(self) -> bool:
        """Whether an export is being written."""
        return self._run is not None

    def stop(self, timeout_s: float = 10.0) -> bool:
        """The window closes: what is whole stays. False where the child did not end in time."""
        return self._run is None or self._run.stop(timeout_s)

    def _choose(self) -> None:
        self.dialog.choose({scope: len(self._keys(scope)) for scope in Scope})

    def _keys(self, scope: Scope) -> list[str]:
        """In the order in which they stand."""
        model, view = self._window.model, self._window.worklist.view
        if scope is Scope.ALL:
            return model.keys()
        if scope is Scope.STUDY:
            return [key for key in (view.selected_key(),) if model.knows(key)]
        if scope is Scope.SHOWN:
            return model.shown_keys()
        keys = set(view.selected_keys())
        return [key for key in model.shown_keys() if key in keys]

    def _entries(self, scope: Scope) -> list[WorklistEntry]:
        """The same studies, read a little at a time: the window is painted in between, and takes no input."""
        found: list[WorklistEntry] = []
        for entry in self._window.model.each_entry(self._keys(scope)):
            found.append(entry)
            if len(found) % _BREATH == 0:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return found

    def _amount(self, scope: Scope, report_per_study: bool) -> Amount:
        return amount(self._entries(scope), tuple(Form), report_per_study)

    @Slot(object)
    def _on_requested(self, wish: ExportWish) -> None:
        try:
            cards = self._cards()
        except CxrError as error:
            log.warning("no export without a model: %s", type(error).__name__)
            cards = None
        if cards is None:
            self._window.show_error(self.tr("No model is installed, so there is nothing to export."))
            return
        folder = new_folder_in(wish.folder, datetime.now())
        job = ExportJob(
            self._entries(wish.scope),
            cards,
            places_in(folder, wish.forms, wish.report_per_study),
            folder,
            Identity(wish.identity),
            wish.report_per_study,
            wish.paper,
        )
        self.dialog.begin()
        run = self._run = ExportRun(self._process_of(job), self)
        run.progressed.connect(self.dialog.progress.set_progress)
        run.ended.connect(self._on_ended)
        run.start()
        self._window.set_engine_state(self.tr("Writing the export"), False)

    @Slot()
    def _on_cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    @Slot(object)
    def _on_ended(self, written: Written) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.wait()
            run.deleteLater()
        done = written.ending is Ending.DONE
        words = self.tr("Export written") if done else self.tr("The export is not complete")
        self._window.set_engine_state(words, not done)
        self._unseen = not self.dialog.isVisible()
        self.dialog.finish(written)
        self.ended.emit()

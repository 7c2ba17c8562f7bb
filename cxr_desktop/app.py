"""The composition root: builds every part once, connects it, and takes it apart again in the right order.

Start-up, told as a story: Qt and the window come first and are painted; then the threads start, the store opens, the
decoder children and the engine child are spawned. The window never imports torch, OpenVINO or a codec.
"""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cxr_desktop import __version__, paths, settings
from cxr_desktop.audit_room import AuditRoom
from cxr_desktop.bridge import wiring
from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.folder_watch import FolderWatch
from cxr_desktop.bridge.image_loader import ImageLoader
from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.children import Children
from cxr_desktop.crash_room import CrashRoom
from cxr_desktop.diagnostics import start_logging
from cxr_desktop.domain.worklist import ScoreState
from cxr_desktop.engine.model_lookup import Selection
from cxr_desktop.evidence_room import EvidenceRoom
from cxr_desktop.export_room import ExportRoom
from cxr_desktop.folder_room import FolderRoom
from cxr_desktop.frame import make_frame
from cxr_desktop.models_in_use import ModelsInUse
from cxr_desktop.picture_room import PictureRoom
from cxr_desktop.reading_room import ReadingRoom
from cxr_desktop.scoring_room import ScoringRoom
from cxr_desktop.settings import Settings
from cxr_desktop.statistics_room import StatisticsRoom
from cxr_desktop.training_room import TrainingRoom
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.window_settings import needs_new_window
from cxr_desktop.ui.window_swap import replace_window
from cxr_desktop.watch_room import WatchRoom

log = logging.getLogger(__name__)


class Application(QObject):
    """Everything that runs in the window's process. ``start`` begins the work, ``close`` ends it."""

    def __init__(self, roots: Sequence[str], frame: MainWindow) -> None:
        """``frame``: a window without its parts, shown already or not."""
        super().__init__()
        stored = frame.first_settings
        self._roots = list(roots)
        self._settings = stored
        self._models = ModelsInUse(paths.checkpoint_dirs(), stored.model, stored.second_opinion)
        self._words = CellWords()
        self._children = Children(lambda: self._settings)
        self.model = WorklistModel(self._words)
        self.service = WorklistService(paths.database_file(), self._models.digest)
        self.worker = InferenceWorker(self._children.engine, self.service.record, float(stored.seconds_per_file))
        self.scan = FolderScan(self.service, self._children.header_readers)
        self.images = ImageLoader(self._children.decoder)
        self.tasks = Tasks(self)
        self.watch, self.arrivals = FolderWatch(self.service.look, self), Arrivals(self)
        self._undo_steps, self._labels = 0, 0
        self._furnish(frame)
        self._connect_bridge()
        self._show_models()
        self._show_cards()

    # --- the window ----------------------------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        """A window made anew, where words, keys or the size of text are others."""
        return self._furnish(MainWindow(self._settings))

    def _furnish(self, frame: MainWindow) -> MainWindow:
        """The window's parts and the rooms that speak to it."""
        self.window = frame.furnish(self.model, self._words)
        self.training = TrainingRoom(
            self.window, self.model.entries, self.service.export_impressions, self._models.those_in_use_first
        )
        self.reading = ReadingRoom(self.window, self.service)
        self.statistics = StatisticsRoom(
            self.window, self.tasks, self.service.readings, lambda: (self._models.card, self._models.digest)
        )
        self.scoring = ScoringRoom(self.window, self.service, self.scan, self.worker)
        self.folders = FolderRoom(self.window, self.service, self.scan, self.images, self.tasks)
        self.folders.settings_changed.connect(self._save_settings)
        self.watching = WatchRoom(self.window, self.service, self.scan, self.watch, self.arrivals)
        self.pictures = PictureRoom(self.window, self._children.decoder)
        self.audit = AuditRoom(self.window, self.tasks, self.service.deeds, self.service.export_deeds)
        self.export = ExportRoom(self.window, self._models.cards, self._children.export)
        self.evidence = EvidenceRoom(self.window, self.worker, self._models.dirs)
        self.training.set_label_count(self._labels)
        self._connect_window()
        return self.window

    @Slot()
    def _renew_window(self) -> None:
        """The same program in another language. A training wizard is not taken from under the reader's hands."""
        if self.training.is_open:
            self.window.show_error(self.tr("The window changes as soon as the training wizard is closed."))
            self.training.closed.connect(self._renew_window, Qt.ConnectionType.QueuedConnection)
            return
        if self.export.is_running:
            self.window.show_error(self.tr("The window changes as soon as the export is written."))
            self.export.ended.connect(self._renew_window, Qt.ConnectionType.QueuedConnection)
            return
        if self.tasks.is_running:
            # What a task finds is told to the window that asked for it.
            QTimer.singleShot(100, self, self._renew_window)
            return
        self.pictures.stop()
        replace_window(self.window, self._make_window)
        self._on_undo_changed(self._undo_steps)

    # --- models --------------------------------------------------------------------------------------------------

    @Slot()
    def _show_models(self) -> None:
        card = self._models.card
        self.window.set_models(self._models.installed(), card.name if card else "")

    def _show_cards(self) -> None:
        self.window.set_card(self._models.card)
        self.window.set_second_card(self._models.second_card())

    def _select_model(self, name: str) -> None:
        if not self._models.choose(name, self._settings.second_opinion) or self._models.selection is None:
            return
        self._show_cards()
        self._show_models()
        self._save_settings(replace(self.window.settings(), model=name))
        self._use_models(self._models.selection)

    def _use_models(self, selection: Selection) -> None:
        self.service.set_model(self._models.digest)
        self.worker.set_model(selection.folders)
        if selection.warnings:
            self.window.show_error("\n".join(selection.warnings))

    # --- connections ---------------------------------------------------------------------------------------------

    def _connect_bridge(self) -> None:
        wiring.connect_rows(self.service, self.model)
        wiring.connect_scan(self.service, self.scan)
        wiring.connect_watch(self.service, self.scan, self.watch, self.arrivals)
        wiring.connect_scoring(self.service, self.worker)
        self.service.undo_changed.connect(self._on_undo_changed)
        self.service.labels_counted.connect(self._on_labels)
        self.service.notice.connect(self._on_notice)
        self.service.failed.connect(self._on_store_failed)
        self.service.opened_read_only.connect(self._on_read_only)

    def _connect_window(self) -> None:
        window = self.window
        window.settings_changed.connect(self._save_settings)
        window.notice_acknowledged.connect(self._on_acknowledged)
        window.model_selected.connect(self._select_model)
        window.read_state_requested.connect(self.service.set_read_state)
        window.undo_requested.connect(self.service.undo)
        window.training_requested.connect(self.training.open)
        window.asked_to_close = self.training.close
        self.training.model_published.connect(self._show_models)
        self.training.use_model_requested.connect(self._select_model)
        window.closing.connect(self.close)

    # --- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window, then begin the work once it is painted."""
        self.window.show()
        if not self._settings.notice_acknowledged:
            self.window.dialogs.require_notice()
        self.window.help.greet(__version__)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        for thread in (self.service, self.scan, self.images, self.worker):
            thread.start()
        if self._models.selection is None:
            self.window.show_error(
                self.tr("No model is installed, so nothing can be scored. Please install the program again.")
            )
        else:
            self._use_models(self._models.selection)
        if self._roots:
            self.open(self._roots)

    @Slot()
    def close(self) -> None:
        """End all threads and children; results that are ready are recorded first."""
        self.tasks.stop()
        self.export.stop()
        self.pictures.stop()
        if not wiring.stop_all(self.scan, self.images, self.worker, self.service):
            log.error("a thread did not end in time")
        self._write_settings()
        QCoreApplication.quit()

    # --- the reader's wishes -------------------------------------------------------------------------------------

    def open(self, roots: Sequence[str]) -> None:
        """Show a folder (or files) in place of what was open."""
        self.folders.open(roots)

    @Slot(object)
    def _save_settings(self, changed: Settings) -> None:
        before, self._settings = self._settings, changed
        self._write_settings()
        limits = ("max_megapixels", "max_file_megabytes", "seconds_per_file")
        if any(getattr(before, name) != getattr(changed, name) for name in limits):
            self.scan.renew_decoder()
            self.images.renew_decoder()
            self.pictures.renew_decoder()
        if any(getattr(before, name) != getattr(changed, name) for name in (*limits, "device", "engine_gigabytes")):
            self.worker.restart(float(changed.seconds_per_file))
        if needs_new_window(before, changed):
            QTimer.singleShot(0, self, self._renew_window)
        if before.second_opinion != changed.second_opinion and self._models.card is not None:
            self._select_model(self._models.card.name)

    def _write_settings(self) -> None:
        try:
            settings.save(self._settings, paths.settings_file())
        except OSError as error:
            log.warning("settings could not be saved: %s", type(error).__name__)
            self.window.show_error(self.tr("The settings could not be saved. They count until the program is closed."))

    def _on_acknowledged(self) -> None:
        self._save_settings(replace(self.window.settings(), notice_acknowledged=True))
        self.window.set_settings(self._settings)

    # --- what the threads say ------------------------------------------------------------------------------------

    @Slot(int)
    def _on_undo_changed(self, steps: int) -> None:
        self._undo_steps = steps
        self.window.set_undo(self.tr("last step") if steps else "")

    @Slot(int)
    def _on_labels(self, studies: int) -> None:
        self._labels = studies
        self.training.set_label_count(studies)

    @Slot(str)
    def _on_notice(self, text: str) -> None:
        self.window.show_error(text)

    @Slot(str)
    def _on_store_failed(self, text: str) -> None:
        self.window.show_error(text, self.tr("Close the program"), self.window.close)

    @Slot(str)
    def _on_read_only(self, why: str) -> None:
        self.window.set_read_only(why)

    def show_unexpected(self, words: str, way_out: str = "", act: Callable[[], object] | None = None) -> None:
        """Something went wrong that nobody foresaw; the window of this moment says so."""
        self.window.show_error(words, way_out, act)

    # --- for tests and benchmarks --------------------------------------------------------------------------------

    def everything_scored(self) -> bool:
        """Rows are there and none waits."""
        counts = self.model.counts
        return counts.total > 0 and not counts.waiting and not counts.scoring

    def scored_count(self) -> int:
        """Images with a number."""
        return sum(image.state is ScoreState.SCORED for entry in self.model.entries() for image in entry.images)

    def exec(self) -> int:
        """Start and run until the window closes."""
        self.start()
        return QApplication.exec()


def build(roots: Sequence[str], frame: MainWindow | None = None) -> Application:
    """The whole program around a QApplication, not yet started; ``frame`` as ``show_frame`` makes it."""
    if frame is None:
        frame = make_frame()
    last_crash = start_logging(paths.log_dir())
    application = Application(roots, frame)
    CrashRoom(application, application.show_unexpected, paths.log_dir(), last_crash)
    application.setParent(QApplication.instance())
    return application


def run(roots: Sequence[str], frame: MainWindow) -> int:
    """Give the window its parts and work until it is closed; returns the exit code."""
    application = build(roots, frame)
    # Ctrl-C in the terminal that started the program closes the window; Python needs a moment to notice signals.
    signal.signal(signal.SIGINT, lambda *_: application.window.close())
    waker = QTimer(application, interval=500)
    waker.timeout.connect(lambda: None)
    waker.start()
    return application.exec()

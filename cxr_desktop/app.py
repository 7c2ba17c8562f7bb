"""The composition root: builds every part once, connects it, and takes it apart again in the right order.

Start-up, told as a story: Qt and the window come first and are painted; then the threads start, the store opens, the
decoder children and the engine child are spawned. The window never imports torch, OpenVINO or a codec.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cxr_desktop import __version__, paths, settings
from cxr_desktop.audit_room import AuditRoom
from cxr_desktop.bridge import wiring
from cxr_desktop.bridge.folder_scan import FolderScan, ScanSummary
from cxr_desktop.bridge.image_loader import ImageLoader
from cxr_desktop.bridge.inference_worker import EngineState, InferenceWorker, Phase
from cxr_desktop.bridge.pace import Progress
from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.crash_room import CrashRoom
from cxr_desktop.diagnostics import start_logging
from cxr_desktop.domain.map_method import MapOffer
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import ScoredBy
from cxr_desktop.domain.worklist import ScoreState
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.model_lookup import Selection
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.evidence_room import EvidenceRoom
from cxr_desktop.export.job import ExportJob
from cxr_desktop.export.process import ExportProcess
from cxr_desktop.export_room import ExportRoom
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.models_in_use import ModelsInUse
from cxr_desktop.picture_room import PictureRoom
from cxr_desktop.reading_room import ReadingRoom
from cxr_desktop.settings import Settings
from cxr_desktop.statistics_room import StatisticsRoom
from cxr_desktop.training_room import TrainingRoom
from cxr_desktop.ui import wording
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.window_settings import needs_new_window
from cxr_desktop.ui.window_swap import replace_window
from cxr_desktop.watch_room import WatchRoom

log = logging.getLogger(__name__)


class Application(QObject):
    """Everything that runs in the window's process. ``start`` begins the work, ``close`` ends it."""

    def __init__(self, roots: Sequence[str], stored: Settings) -> None:
        super().__init__()
        self._roots = list(roots)
        self._settings = stored
        self._models = ModelsInUse(paths.checkpoint_dirs(), stored.model, stored.second_opinion)
        self._words = CellWords()
        self.model = WorklistModel(self._words)
        self.service = WorklistService(paths.database_file(), self._models.digest)
        self.worker = InferenceWorker(self._engine, self.service.record, float(stored.seconds_per_file))
        self.scan = FolderScan(self.service, self._decoder)
        self.images = ImageLoader(self._decoder)
        self.tasks = Tasks(self)
        self._undo_steps, self._labels, self._engine_state = 0, 0, EngineState(Phase.OFF, "")
        self._offers: tuple[MapOffer, ...] = ()
        self._make_window()
        self._connect_bridge()
        self._show_models()
        self._show_cards()

    # --- the window ----------------------------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        """A window and the rooms that speak to it; made anew where words, keys or the size of text are others."""
        self.window = MainWindow(self.model, self._settings, self._words)
        self.training = TrainingRoom(
            self.window, self.model.entries, self.service.export_impressions, self._models.those_in_use_first
        )
        self.reading = ReadingRoom(self.window, self.service)
        self.statistics = StatisticsRoom(
            self.window, self.tasks, self.service.readings, lambda: (self._models.card, self._models.digest)
        )
        self.watching = WatchRoom(self.window, self.service, self.scan)
        self.pictures = PictureRoom(self.window, self._decoder)
        self.audit = AuditRoom(self.window, self.tasks, self.service.deeds, self.service.export_deeds)
        self.export = ExportRoom(self.window, self._models.cards, self._export_process)
        self.evidence = EvidenceRoom(self.window, self.worker, self._models.dirs, self._offers)
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
        self.pictures.stop()
        replace_window(self.window, self._make_window)
        self._on_undo_changed(self._undo_steps)
        self._on_engine_state(self._engine_state)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _budget(self) -> ReadBudget:
        return ReadBudget(
            max_pixels=self._settings.max_megapixels * 1_000_000,
            max_file_bytes=self._settings.max_file_megabytes << 20,
            engine_bytes=self._settings.engine_gigabytes << 30,
        )

    def _decoder(self) -> DecoderProcess:
        return DecoderProcess(self._budget(), float(self._settings.seconds_per_file))

    def _engine(self, folders: ModelFolders) -> EngineProcess:
        device, seconds = self._settings.device, float(self._settings.seconds_per_file)
        return EngineProcess(folders, device, self._budget(), seconds)

    def _export_process(self, job: ExportJob) -> ExportProcess:
        return ExportProcess(job, self._budget(), float(self._settings.seconds_per_file))

    @Slot()
    def _show_models(self) -> None:
        card = self._models.card
        self.window.set_models(self._models.installed(), card.name if card else "")

    def _show_cards(self) -> None:
        self.window.set_card(self._models.card)
        self.window.set_second_card(self._models.second_card())

    # --- connections ---------------------------------------------------------------------------------------------

    def _connect_bridge(self) -> None:
        wiring.connect_rows(self.service, self.model)
        wiring.connect_scan(self.service, self.scan)
        wiring.connect_scoring(self.service, self.worker)
        self.service.undo_changed.connect(self._on_undo_changed)
        self.service.labels_counted.connect(self._on_labels)
        self.service.notice.connect(self._on_notice)
        self.service.failed.connect(self._on_store_failed)
        self.service.opened_read_only.connect(self._on_read_only)
        self.scan.progress.connect(self._on_scan_progress)
        self.scan.scan_finished.connect(self._on_scan_finished)
        self.worker.ready.connect(self._on_engine_ready)
        self.worker.state_changed.connect(self._on_engine_state)
        self.worker.progress.connect(self._on_progress)
        self.worker.warning.connect(self._on_notice)
        self.worker.maps_offered.connect(self._on_offers)
        self.images.image_ready.connect(self._on_image)
        self.images.image_failed.connect(self._on_image_failed)

    def _connect_window(self) -> None:
        window = self.window
        window.open_folder_requested.connect(lambda folder: self.open([folder]))
        window.paths_dropped.connect(self.open)
        window.close_folder_requested.connect(self._close_folder)
        window.demo_requested.connect(self._open_demo)
        window.settings_changed.connect(self._save_settings)
        window.notice_acknowledged.connect(self._on_acknowledged)
        window.model_selected.connect(self._select_model)
        window.pause_toggled.connect(lambda paused: self.worker.pause() if paused else self.worker.resume())
        window.cancel_requested.connect(self._cancel)
        window.study_selected.connect(self._on_study_selected)
        window.image_requested.connect(self._load_image)
        window.second_image_requested.connect(self.images.load_beside)
        window.prefetch_requested.connect(self.images.prefetch)
        window.visible_paths_changed.connect(self.worker.set_visible)
        window.read_state_requested.connect(self.service.set_read_state)
        window.undo_requested.connect(self.service.undo)
        window.training_requested.connect(self.training.open)
        window.asked_to_close = self.training.close
        self.training.model_published.connect(self._show_models)
        self.training.use_model_requested.connect(self._select_model)
        window.score_anyway_requested.connect(self._score_anyway)
        window.rotate_requested.connect(self.service.rotate)
        window.correction_requested.connect(self.service.correct)
        window.correction_undo_requested.connect(self.service.take_back_wish)
        window.closing.connect(self.close)

    # --- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window, then begin the work once it is painted."""
        self.window.show()
        if not self._settings.notice_acknowledged:
            self.window.require_notice()
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

    @Slot(list)
    def open(self, roots: Sequence[str]) -> None:
        """Show a folder (or dropped files) in place of what was open."""
        present = [root for root in roots if Path(root).exists()]
        if not present:
            self.window.show_error(
                self.tr("This folder is no longer there."),
                self.tr("Choose another"),
                self.window.dialogs.choose_folder,
            )
            return
        self.window.clear_error()
        self.images.clear()
        self.window.set_folder(Path(present[0]).name if len(present) == 1 else self.tr("dropped files"))
        if Path(present[0]).is_dir():
            self._settings = self.window.settings().with_recent(str(Path(present[0]).absolute()))
            self.window.set_settings(self._settings)
            self._write_settings()
        self.service.open_folder(present)

    def _close_folder(self) -> None:
        self.scan.cancel()
        self.images.clear()
        self.window.set_folder("")
        self.service.open_folder([])

    def _open_demo(self) -> None:
        from cxr_desktop.phantom.demo_folder import write_demo_folder

        target = paths.cache_dir() / "demo"
        self.window.set_engine_state(self.tr("Making synthetic studies"), False)

        def done(_: object) -> None:
            self.window.set_engine_state("", False)
            self.open([str(target)])

        self.tasks.run(lambda: write_demo_folder(target), done, self.window.show_error)

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
            self.window.show_error(" ".join(selection.warnings))

    def _score_anyway(self, path: str) -> None:
        log.info("the reader asked for a score against the gate's advice")
        self.service.score_anyway(path)

    def _cancel(self) -> None:
        """Neither look for more files nor score those that wait."""
        self.scan.cancel()
        self.service.cancel_scoring()
        self.window.show_error(
            self.tr("Scoring was cancelled. Studies that wait have no number."),
            self.tr("Score the rest"),
            self._score_the_rest,
        )

    def _score_the_rest(self) -> None:
        """Go on where the reader cancelled: with the files not yet found, and with those that wait."""
        self.window.clear_error()
        self.service.request_scoring()
        self.service.rescan()

    def _load_image(self, path: str) -> None:
        if path:
            self.images.load(path)

    def _on_study_selected(self, key: str) -> None:
        entry = self.model.entry(key) if key else None
        self.worker.set_focus([image.path for image in entry.images] if entry else [])

    @Slot(object)
    def _save_settings(self, changed: Settings) -> None:
        before, self._settings = self._settings, changed
        self._write_settings()
        limits = ("max_megapixels", "max_file_megabytes", "seconds_per_file")
        if any(getattr(before, name) != getattr(changed, name) for name in limits):
            self.scan.renew_decoder()
            self.images.renew_decoder()
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

    @Slot(object)
    def _on_offers(self, offers: tuple[MapOffer, ...]) -> None:
        self._offers = offers

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

    @Slot(int, int)
    def _on_scan_progress(self, found: int, read: int) -> None:
        self.window.set_scanning(found)

    @Slot(object)
    def _on_scan_finished(self, summary: ScanSummary) -> None:
        self.window.set_scanning(None)
        if summary.problems:
            self.window.show_error(self.tr("%n folder(s) could not be opened; the rows say why.", "", summary.problems))

    @Slot(object, object)
    def _on_engine_ready(self, scored_by: ScoredBy, card: ModelCard) -> None:
        self.window.set_device(wording.device(scored_by))

    @Slot(object)
    def _on_engine_state(self, state: EngineState) -> None:
        self._engine_state = state
        self.window.set_engine_state(
            state.words if state.phase not in (Phase.SCORING, Phase.IDLE) else "",
            state.phase in (Phase.RESTARTING, Phase.FAILED),
        )
        self.window.set_paused(state.phase is Phase.PAUSED)
        if state.phase is Phase.FAILED:
            self.window.show_error(state.words, self.tr("Try again"), self.worker.restart)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.window.set_progress(progress.done, progress.total, progress.images_per_second, progress.seconds_left)

    @Slot(str, object)
    def _on_image(self, path: str, image: GreyImage) -> None:
        self.window.show_image(image)

    @Slot(str, str)
    def _on_image_failed(self, path: str, reason: str) -> None:
        self.window.show_image_failure(path, reason)

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


def build(roots: Sequence[str]) -> Application:
    """The whole program around a QApplication, not yet started."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName(paths.APP)
    QCoreApplication.setApplicationVersion(__version__)
    last_crash = start_logging(paths.log_dir())
    application = Application(roots, settings.load(paths.settings_file()))
    CrashRoom(application, application.show_unexpected, paths.log_dir(), last_crash)
    application.setParent(qt)
    return application


def run(roots: Sequence[str]) -> int:
    """Open the window; returns the exit code."""
    application = build(roots)
    # Ctrl-C in the terminal that started the program closes the window; Python needs a moment to notice signals.
    signal.signal(signal.SIGINT, lambda *_: application.window.close())
    waker = QTimer(application, interval=500)
    waker.timeout.connect(lambda: None)
    waker.start()
    return application.exec()

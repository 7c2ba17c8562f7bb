"""What the scoring engine says and what the reader wants of it, between the window and the threads; scores nothing."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.inference_worker import EngineState, InferenceWorker, Phase
from cxr_desktop.bridge.pace import Progress
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import ScoredBy
from cxr_desktop.ui import wording
from cxr_desktop.ui.main_window import MainWindow

log = logging.getLogger(__name__)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Application", text)


class ScoringRoom(QObject):
    """Pause, cancel, score the rest and score anyway; device, state and progress of the engine."""

    def __init__(self, window: MainWindow, service: WorklistService, scan: FolderScan, worker: InferenceWorker) -> None:
        super().__init__(window)
        self._window, self._service, self._scan, self._worker = window, service, scan, worker
        window.pause_toggled.connect(self._on_pause)
        window.cancel_requested.connect(self._cancel)
        window.score_anyway_requested.connect(self._score_anyway)
        window.study_selected.connect(self._on_study_selected)
        window.visible_paths_changed.connect(worker.set_visible)
        window.rotate_requested.connect(service.rotate)
        window.correction_requested.connect(service.correct)
        window.correction_undo_requested.connect(service.take_back_wish)
        worker.ready.connect(self._on_ready)
        worker.state_changed.connect(self._on_state)
        worker.progress.connect(self._on_progress)
        worker.warning.connect(self._on_warning)

    # --- the reader's wishes

    def _on_pause(self, paused: bool) -> None:
        if paused:
            self._worker.pause()
        else:
            self._worker.resume()

    def _cancel(self) -> None:
        """Neither look for more files nor score those that wait."""
        self._scan.cancel()
        self._service.cancel_scoring()
        self._window.show_error(
            _tr("Scoring was cancelled. Studies that wait have no number."),
            _tr("Score the rest"),
            self._score_the_rest,
        )

    def _score_the_rest(self) -> None:
        """Go on where the reader cancelled: with the files not yet found, and with those that wait."""
        self._window.clear_error()
        self._service.request_scoring()
        self._service.rescan()

    def _score_anyway(self, path: str) -> None:
        log.info("the reader asked for a score against the gate's advice")
        self._service.score_anyway(path)

    def _on_study_selected(self, key: str) -> None:
        entry = self._window.model.entry(key) if key else None
        self._worker.set_focus([image.path for image in entry.images] if entry else [])

    # --- what the engine says

    @Slot(object, object)
    def _on_ready(self, scored_by: ScoredBy, card: ModelCard) -> None:
        self._window.set_device(wording.device(scored_by))

    @Slot(object)
    def _on_state(self, state: EngineState) -> None:
        """Starting, scoring, paused, failed: in words, with the way out."""
        self._window.set_engine_state(
            state.words if state.phase not in (Phase.SCORING, Phase.IDLE) else "",
            state.phase in (Phase.RESTARTING, Phase.FAILED),
        )
        self._window.set_paused(state.phase is Phase.PAUSED)
        if state.phase is Phase.FAILED:
            self._window.show_error(state.words, _tr("Try again"), self._worker.restart)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._window.set_progress(progress.done, progress.total, progress.images_per_second, progress.seconds_left)

    @Slot(str)
    def _on_warning(self, text: str) -> None:
        self._window.show_error(text)

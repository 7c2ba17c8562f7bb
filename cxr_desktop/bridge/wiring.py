"""How the parts of the bridge are connected to each other, once, and in which order they end; adds no behaviour."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.folder_watch import FolderWatch
from cxr_desktop.bridge.image_loader import ImageLoader
from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.bridge.row_feed import RowFeed
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import ScoredBy

# Called in the thread that emits: the slots only put something into a queue, the order of "begun" and "recorded" is
# kept, and the window's event loop has no part in it.
_DIRECT = Qt.ConnectionType.DirectConnection


def connect_rows(service: WorklistService, model: WorklistModel) -> None:
    """What the service tells about studies shows in the model, a little at a time."""
    feed = RowFeed(model)
    model.shelf.source = service.reader
    service.rows_loaded.connect(feed.put_page)
    service.contradicted.connect(model.set_contradicted)
    service.folder_loaded.connect(feed.settle)
    service.folder_opened.connect(feed.clear)
    service.entries_changed.connect(feed.put)
    service.entries_removed.connect(feed.remove)


def connect_scan(service: WorklistService, scan: FolderScan) -> None:
    """Once everything that was known is shown, the folders are walked."""
    service.folder_loaded.connect(scan.scan, _DIRECT)
    service.look_due.connect(scan.look, _DIRECT)


def connect_watch(service: WorklistService, scan: FolderScan, watch: FolderWatch, arrivals: Arrivals) -> None:
    """The open folder is watched whatever window shows it; what comes is told apart from what was there."""
    service.folder_opened.connect(watch.set_roots)
    service.folder_opened.connect(arrivals.begin)
    service.folders_met.connect(watch.set_folders)
    service.folder_scanned.connect(arrivals.listen)
    service.rows_loaded.connect(arrivals.know)
    service.entries_changed.connect(arrivals.put)
    scan.scan_started.connect(watch.begin)
    scan.looked.connect(watch.end)


def connect_scoring(service: WorklistService, worker: InferenceWorker) -> None:
    """What waits is scored; what is scored was recorded by ``service.record``, which the worker was made with."""

    def use_model(scored_by: ScoredBy, card: ModelCard) -> None:
        service.set_model(scored_by.model_digest)

    service.folder_opened.connect(worker.cancel, _DIRECT)
    service.scoring_cancelled.connect(worker.cancel, _DIRECT)
    service.scoring_needed.connect(worker.enqueue, _DIRECT)
    service.scoring_wished.connect(worker.rescore, _DIRECT)
    worker.job_started.connect(service.mark_scoring, _DIRECT)
    worker.job_returned.connect(service.mark_waiting, _DIRECT)
    worker.ready.connect(use_model, _DIRECT)


def stop_all(scan: FolderScan, images: ImageLoader, worker: InferenceWorker, service: WorklistService) -> bool:
    """End all threads and child processes, those that write to the store before the store. False where one hangs."""
    return all([scan.stop(), images.stop(), worker.stop(), service.stop()])

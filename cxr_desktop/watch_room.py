"""The watched folder: when to look, and who is told of what came; reads no file."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.folder_watch import FolderWatch
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.ui.main_window import MainWindow


class WatchRoom(QObject):
    """Connects once; the window's switch turns watching on and off."""

    def __init__(self, window: MainWindow, service: WorklistService, scan: FolderScan) -> None:
        super().__init__(window)
        self._scan = scan
        self.watch = FolderWatch(service.look, self)
        arrivals = Arrivals(self)
        service.folder_opened.connect(self.watch.set_roots)
        service.folder_opened.connect(arrivals.begin)
        service.folder_opened.connect(window.arrivals.forget)
        service.folders_met.connect(self.watch.set_folders)
        service.folder_scanned.connect(arrivals.listen)
        service.rows_loaded.connect(arrivals.know)
        service.entries_changed.connect(arrivals.put)
        scan.scan_started.connect(self.watch.begin)
        scan.looked.connect(self.watch.end)
        arrivals.arrived.connect(window.arrivals.tell)
        window.cancel_requested.connect(self.watch.pause)
        window.reading.watch_toggled.connect(self._set_enabled)
        self._set_enabled(window.settings().watch_folder)

    def _set_enabled(self, enabled: bool) -> None:
        self._scan.patient = enabled
        self.watch.set_enabled(enabled)

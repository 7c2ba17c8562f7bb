"""The watched folder between the window and what watches it: the reader's switch, and word of what came."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.folder_watch import FolderWatch
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui.main_window import MainWindow


class WatchRoom(QObject):
    """The window's switch turns watching on and off; ``watch`` and ``arrivals`` outlive the window."""

    def __init__(
        self, window: MainWindow, service: WorklistService, scan: FolderScan, watch: FolderWatch, arrivals: Arrivals
    ) -> None:
        super().__init__(window)
        self._window, self._scan, self._watch = window, scan, watch
        service.folder_opened.connect(self._on_folder_opened)
        arrivals.arrived.connect(self._on_arrived)
        window.cancel_requested.connect(watch.pause)
        window.reading.watch_toggled.connect(self._set_enabled)
        self._set_enabled(window.settings().watch_folder)

    def _set_enabled(self, enabled: bool) -> None:
        self._scan.patient = enabled
        self._watch.set_enabled(enabled)

    @Slot(list)
    def _on_folder_opened(self, _roots: list[str]) -> None:
        self._window.arrivals.forget()

    @Slot(list)
    def _on_arrived(self, entries: list[WorklistEntry]) -> None:
        self._window.arrivals.tell(entries)

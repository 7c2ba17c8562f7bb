"""What the reader says and how the list is ordered, between the window and the service; decides nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.ui.main_window import MainWindow


class ReadingRoom(QObject):
    """Connects once; the service learns who reads before anything else is asked of it."""

    def __init__(self, window: MainWindow, service: WorklistService) -> None:
        super().__init__(window)
        controls = window.reading
        controls.reader_changed.connect(service.set_reader)
        controls.urgency_requested.connect(service.set_urgency)
        controls.record_requested.connect(service.record_impression)
        window.impression_requested.connect(service.set_impression)
        window.study_selected.connect(service.take_in_hand)
        window.visible_paths_changed.connect(service.note_visible)
        service.set_reader(*controls.reader())

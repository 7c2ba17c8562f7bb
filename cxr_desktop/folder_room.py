"""Which folder is open, between the window, the walk through it and the worklist; reads no file itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from cxr_desktop import paths
from cxr_desktop.bridge.folder_scan import FolderScan, ScanSummary
from cxr_desktop.bridge.image_loader import ImageLoader
from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Application", text)


class FolderRoom(QObject):
    """Opens and closes folders and hands images of them to the window.

    Signal ``settings_changed(Settings)``: a folder is the last that was opened from now on.
    """

    settings_changed = Signal(object)

    def __init__(
        self, window: MainWindow, service: WorklistService, scan: FolderScan, images: ImageLoader, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window, self._service, self._scan = window, service, scan
        self._images, self._tasks = images, tasks
        window.open_folder_requested.connect(lambda folder: self.open([folder]))
        window.paths_dropped.connect(self.open)
        window.close_folder_requested.connect(self._close)
        window.demo_requested.connect(self._open_demo)
        window.image_requested.connect(self._load_image)
        window.second_image_requested.connect(images.load_beside)
        window.prefetch_requested.connect(images.prefetch)
        scan.progress.connect(self._on_progress)
        scan.scan_finished.connect(self._on_finished)
        images.image_ready.connect(self._on_image)
        images.image_failed.connect(self._on_image_failed)

    # --- folders

    @Slot(list)
    def open(self, roots: Sequence[str]) -> None:
        """Show a folder (or dropped files) in place of what was open."""
        window = self._window
        present = [root for root in roots if Path(root).exists()]
        if not present:
            window.show_error(
                _tr("This folder is no longer there."), _tr("Choose another"), window.dialogs.choose_folder
            )
            return
        window.clear_error()
        self._images.clear()
        window.set_folder(Path(present[0]).name if len(present) == 1 else _tr("dropped files"))
        if Path(present[0]).is_dir():
            changed = window.settings().with_recent(str(Path(present[0]).absolute()))
            window.set_settings(changed)
            self.settings_changed.emit(changed)
        self._service.open_folder(present)

    def _close(self) -> None:
        self._scan.cancel()
        self._images.clear()
        self._window.set_folder("")
        self._service.open_folder([])

    def _open_demo(self) -> None:
        from cxr_desktop.phantom.demo_folder import write_demo_folder

        target = paths.cache_dir() / "demo"
        self._window.set_engine_state(_tr("Making synthetic studies"), False)

        def done(_: object) -> None:
            self._window.set_engine_state("", False)
            self.open([str(target)])

        self._tasks.run(lambda: write_demo_folder(target), done, self._window.show_error)

    @Slot(int, int)
    def _on_progress(self, found: int, read: int) -> None:
        self._window.set_scanning(found)

    @Slot(object)
    def _on_finished(self, summary: ScanSummary) -> None:
        self._window.set_scanning(None)
        if summary.problems:
            words = QCoreApplication.translate(
                "Application", "%n folder(s) could not be opened; the rows say why.", "", summary.problems
            )
            self._window.show_error(words)

    # --- images

    def _load_image(self, path: str) -> None:
        if path:
            self._images.load(path)

    @Slot(str, object)
    def _on_image(self, path: str, image: GreyImage) -> None:
        self._window.show_image(image)

    @Slot(str, str)
    def _on_image_failed(self, path: str, reason: str) -> None:
        self._window.show_image_failure(path, reason)

"""An export that runs beside the window: waits for the child process in a thread of its own; knows no dialog."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QThread, Signal

from cxr_desktop.export.process import ExportProcess
from cxr_desktop.export.written import Ending, Written

log = logging.getLogger(__name__)


class ExportRun(QThread):
    """One export. Signals: ``progressed(int done, int total)``; ``ended(Written)``, once, whatever happened."""

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, process: ExportProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self._process = process

    def run(self) -> None:
        """In the thread: until the child has answered or died."""
        try:
            written = self._process.run(self.progressed.emit)
        except Exception as error:
            log.error("an export failed: %s", type(error).__name__)
            log.debug("the failure", exc_info=True)
            written = Written(ending=Ending.CRASHED)
        self.ended.emit(written)

    def cancel(self) -> None:
        """Ask the child to end after the file in hand; ``ended`` tells when."""
        self._process.stop()

    def stop(self, timeout_s: float = 10.0) -> bool:
        """The window closes: end the child and the thread. False where that took too long."""
        self._process.stop()
        if not self.wait(int(1000 * timeout_s / 2)):
            self._process.kill()
        return self.wait(int(1000 * timeout_s / 2))

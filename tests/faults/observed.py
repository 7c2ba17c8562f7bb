"""The real window on a folder, with a witness that writes down what the reader was shown before anything can be lost.

``python -m tests.faults.observed FOLDER WITNESS`` runs ``app.build`` as the program does and ends when all is scored.
The witness is one JSON line for each thing that left the store's thread for the window, written with one system call:
what the kernel has survives a ``kill -9``. So a line may come before its pixels, never after them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from cxr_desktop import app, paths, settings
from cxr_desktop.bridge.inference_worker import EngineState
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.worklist.records import prediction_to_json

MODEL = "squeezenet"
"""The smallest that ships: a kill should meet the program at work and not at loading."""


class Witness(QObject):
    """Hears what the window hears; marks every third study that has its score as read, as a reader would."""

    def __init__(self, application: app.Application, file: str) -> None:
        super().__init__()
        self._file = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self._application = application
        self._scanned = False
        self._marked: set[str] = set()
        direct = Qt.ConnectionType.DirectConnection
        application.service.entries_changed.connect(self._shown, direct)
        application.service.notice.connect(lambda text: self.write(notice=text), direct)
        application.service.failed.connect(lambda text: self.write(failed=text), direct)
        application.worker.job_started.connect(lambda found: self.write(begun=found), direct)
        application.worker.job_returned.connect(lambda found: self.write(returned=found), direct)
        application.worker.state_changed.connect(self._engine, direct)
        # Behind the window's own slot, so that the line at its foot has been written when it is read.
        application.worker.state_changed.connect(self._status_line)
        application.scan.scan_finished.connect(self._on_scanned)
        self._look = QTimer(self, interval=50)
        self._look.timeout.connect(self._end_when_done)
        self._look.start()

    def write(self, **what: object) -> None:
        """One line."""
        os.write(self._file, (json.dumps(what) + "\n").encode())

    def _shown(self, entries: Sequence[WorklistEntry]) -> None:
        for entry in entries:
            for image in entry.images:
                if image.prediction is not None:
                    document = prediction_to_json(image.prediction).document
                    self.write(shown=image.path, hash=image.prediction.content_hash, document=document)
            if entry.read_state is ReadState.READ:
                self.write(read=entry.key)
            elif entry.risk is not None and entry.key not in self._marked:
                self._marked.add(entry.key)
                if len(self._marked) % 3 == 0:
                    self._application.service.set_read_state([entry.key], ReadState.READ)

    def _engine(self, state: EngineState) -> None:
        engine = self._application.worker._keeper._engine
        self.write(phase=state.phase.value, engine=getattr(engine, "pid", None))

    @Slot(object)
    def _status_line(self, state: EngineState) -> None:
        self.write(status=self._application.window.status.texts()[2])

    @Slot(object)
    def _on_scanned(self, summary: object) -> None:
        self._scanned = True

    @Slot()
    def _end_when_done(self) -> None:
        """Open one row now and then, so that decoders and shared memory are at work too."""
        window = self._application.window
        if self._application.model.rowCount():
            window.worklist.view.select_row(len(self._marked) % self._application.model.rowCount())
        if self._scanned and self._application.everything_scored():
            self._look.stop()
            self.write(finished=self._application.scored_count())
            window.close()


def main() -> int:
    """The window's exit code."""
    folder, file = sys.argv[1:]
    stored = replace(settings.load(paths.settings_file()), notice_acknowledged=True, model=MODEL, second_opinion=False)
    settings.save(stored, paths.settings_file())
    application = app.build([folder])
    witness = Witness(application, file)
    code = application.exec()
    witness.write(closed=code)
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The real window on a folder, with a witness that writes down what the reader was shown before anything can be lost.

``python -m tests.faults.observed FOLDER WITNESS`` runs ``app.build`` as the program does and ends when all is scored.
The witness is one JSON line for each thing that left the store's thread for the window, written with one system call:
what the kernel has survives a ``kill -9``. So a line may come before its pixels, never after them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

MODEL = "squeezenet"
"""The smallest that ships: a kill should meet the program at work and not at loading."""
Write = Callable[..., None]


def writer(file: str) -> Write:
    """``write(**what)`` adds one line."""
    descriptor = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    return lambda **what: os.write(descriptor, (json.dumps(what) + "\n").encode())


def watch_service(application: Any, write: Write) -> None:
    """What leaves the store's thread for the window; every third study that has its score is marked as read."""
    from PySide6.QtCore import Qt

    from cxr_desktop.domain.worklist import ReadState
    from cxr_desktop.worklist.records import prediction_to_json

    marked: set[str] = set()

    def shown(entries: Sequence[Any]) -> None:
        for entry in entries:
            for image in entry.images:
                if image.prediction is not None:
                    document = prediction_to_json(image.prediction).document
                    write(shown=image.path, hash=image.prediction.content_hash, document=document)
            if entry.read_state is ReadState.READ:
                write(read=entry.key)
            elif entry.risk is not None and entry.key not in marked:
                marked.add(entry.key)
                if len(marked) % 3 == 0:
                    application.service.set_read_state([entry.key], ReadState.READ)

    direct = Qt.ConnectionType.DirectConnection
    application.service.entries_changed.connect(shown, direct)
    application.service.notice.connect(lambda text: write(notice=text), direct)
    application.service.failed.connect(lambda text: write(failed=text), direct)


def watch_engine(application: Any, write: Write) -> None:
    """Which process scores, what it has begun, and what the line at the foot of the window says of it."""
    from PySide6.QtCore import QObject, Qt, Slot

    class Reader(QObject):
        """Lives in the window's thread. Connected behind the window's own slot: the line is written when it is read."""

        @Slot(object)
        def status_line(self, state: object) -> None:
            write(status=application.window.status.texts()[2])

    def engine(state: Any) -> None:
        write(phase=state.phase.value, engine=getattr(application.worker._keeper._engine, "pid", None))

    direct = Qt.ConnectionType.DirectConnection
    application.worker.job_started.connect(lambda found: write(begun=found), direct)
    application.worker.job_returned.connect(lambda found: write(returned=found), direct)
    application.worker.state_changed.connect(engine, direct)
    application.reader_of_the_status_line = Reader(application)
    application.worker.state_changed.connect(application.reader_of_the_status_line.status_line)


def end_when_done(application: Any, write: Write, folder: str) -> None:
    """Close the window when all is scored; open rows until then, so that decoders and shared memory are at work."""
    from PySide6.QtCore import QTimer

    files = len(os.listdir(folder))
    scanned: list[object] = []
    turns = iter(range(1_000_000))
    application.scan.scan_finished.connect(scanned.append)
    timer = QTimer(application, interval=50)

    def look() -> None:
        rows = application.model.rowCount()
        if rows:
            application.window.worklist.view.select_row(next(turns) // 10 % rows)
        # The scan may be over before its last rows have come to the window.
        if scanned and application.everything_scored() and len(application.model.entries()) == files:
            timer.stop()
            write(finished=application.scored_count())
            application.window.close()

    timer.timeout.connect(look)
    timer.start()


def main() -> int:
    """The window's exit code. Qt is imported here, since the children import this module too."""
    from cxr_desktop import app, paths, settings

    folder, file = sys.argv[1:]
    write = writer(file)
    stored = replace(settings.load(paths.settings_file()), notice_acknowledged=True, model=MODEL, second_opinion=False)
    settings.save(stored, paths.settings_file())
    application = app.build([folder])
    watch_service(application, write)
    watch_engine(application, write)
    end_when_done(application, write, folder)
    code = application.exec()
    write(closed=code)
    return code


if __name__ == "__main__":
    sys.exit(main())

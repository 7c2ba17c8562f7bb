"""Logs, crash reports and unexpected errors of the window's process; nothing that identifies a patient goes in."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import re
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler, qVersion

from cxr_desktop import __version__

log = logging.getLogger("cxr_desktop")

KEPT_REPORTS = 10
_REMEMBERED_LINES = 60
_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Quoted words and whatever holds a separator of paths, up to the end of the line: names may hold blanks.
_NAMES = re.compile(r"([\"'‘“].*[\"'’”])|(\S*[/\\].*)")


class _Memory(logging.Handler):
    """The last lines, for reports."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(_FORMAT)
        self.lines: deque[str] = deque(maxlen=_REMEMBERED_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class _OwnLog(RotatingFileHandler):
    """Each file of it is readable by the owner alone."""

    def _open(self) -> TextIO:  # type: ignore[override]
        return _own(Path(self.baseFilename))

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk costs lines of the log; Python would print the reason with names of files, line by line."""


_memory = _Memory()
_crash_notes: list[TextIO] = []
"""Kept open for the whole life of the process: faulthandler writes to it from a signal handler."""


def start_logging(folder: Path) -> Path | None:
    """Rotating log (5 files of 1 MB) and, beside it, what the interpreter says when a library crashes it.

    Returns the report of a crash that ended the program the last time, if there was one. All files are the owner's
    alone. A folder that cannot be written keeps nothing shut: the log then goes to the terminal.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    report = None
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        report = _report_of_last_time(folder)
        handler: logging.Handler = _OwnLog(
            folder / "cxr-desktop.log", maxBytes=1 << 20, backupCount=4, encoding="utf-8"
        )
        _crash_notes.append(_own(folder / "crash.log"))
        faulthandler.enable(_crash_notes[-1])
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(_FORMAT)
    root.addHandler(handler)
    root.addHandler(_memory)
    qInstallMessageHandler(_qt_message)
    return report


def stop_logging() -> None:
    """Let go of the crash notes and of Qt's messages."""
    qInstallMessageHandler(None)
    logging.getLogger().removeHandler(_memory)
    if _crash_notes:
        faulthandler.disable()
    while _crash_notes:
        _crash_notes.pop().close()


def _own(path: Path) -> TextIO:
    """Open to append, readable by the owner alone."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(descriptor, "a", encoding="utf-8")


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # Qt quotes the files that it complains about, and files are called after patients.
    text = _NAMES.sub("…", message)
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)


class _Teller(QObject):
    """Carries word of an error from any thread into its own."""

    _failed = Signal(str)

    def __init__(self, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._failed.connect(self._on_failed)

    def pass_on(self, report: str) -> None:
        """From any thread."""
        self._failed.emit(report)

    @Slot(str)
    def _on_failed(self, report: str) -> None:
        self._tell(report)


def catch_unexpected(folder: Path, tell: Callable[[str], None], parent: QObject) -> None:
    """An exception in a slot or a thread becomes a report in ``folder``, and the window lives on.

    ``tell`` gets the report's path ("" where none could be written), in the thread of ``parent``. The report says where
    it happened and in what surroundings, without the exception's own text, which may quote a path or a name.
    """
    teller = _Teller(tell, parent)

    def hook(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        places = "".join(traceback.format_tb(trace))
        log.error("unexpected %s\n%s", kind.__name__, places)
        report = _write_report(folder, f"unexpected {kind.__name__}\n{places}")
        # The window may be gone while a thread still ends.
        with contextlib.suppress(RuntimeError):
            teller.pass_on(str(report) if report else "")

    sys.excepthook = hook
    threading.excepthook = lambda unheard: hook(unheard.exc_type, unheard.exc_value, unheard.exc_traceback)
    # Nobody can be told of a fault in a destructor, and its own words may quote a path.
    sys.unraisablehook = lambda lost: log.error("unexpected %s where nothing can be raised", lost.exc_type.__name__)


def _write_report(folder: Path, what: str) -> Path | None:
    """A new file; of more than ``KEPT_REPORTS`` the oldest go. ``None`` where it cannot be written."""
    path = folder / f"report-{datetime.now(UTC).strftime('%Y%m%dT%H%M%S.%f')}Z.txt"
    surroundings = (
        f"cxr-desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    lines = "\n".join(_memory.lines)
    try:
        with _own(path) as stream:
            stream.write(f"{surroundings}\n\n{what}\n\nThe log before it:\n{lines}\n")
        for old in sorted(folder.glob("report-*.txt"))[:-KEPT_REPORTS]:
            old.unlink()
    except OSError as error:
        log.warning("a report could not be written: %s", type(error).__name__)
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    return path


def _report_of_last_time(folder: Path) -> Path | None:
    """What faulthandler noted when a library ended the program; the notes begin anew. Raises ``OSError``."""
    notes = folder / "crash.log"
    if not notes.exists() or not notes.stat().st_size:
        return None
    text = notes.read_text(encoding="utf-8", errors="replace")[-20_000:]
    notes.unlink()
    return _write_report(folder, f"The program was ended the last time by this:\n{text}")

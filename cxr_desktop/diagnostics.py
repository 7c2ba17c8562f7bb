"""Logs, crash notes and unexpected errors of the window's process; nothing that identifies a patient goes in."""

from __future__ import annotations

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("cxr_desktop")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_logging(folder: Path) -> None:
    """Rotating log (5 files of 1 MB) and, beside it, what the interpreter says when a library crashes it."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = RotatingFileHandler(
            folder / "cxr-desktop.log", maxBytes=1 << 20, backupCount=4, encoding="utf-8"
        )
        # Kept open for the whole life of the process: faulthandler writes to it from a signal handler.
        faulthandler.enable(open(folder / "crash.log", "a", encoding="utf-8"))  # noqa: SIM115
    except OSError:
        handler = logging.StreamHandler()  # a read-only home must not keep the reading room shut
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def catch_unexpected(tell: Callable[[str], None]) -> None:
    """An exception in a slot is logged and told in plain words; the window lives on.

    The traceback goes to the log without the exception's own text, which may quote a path or a name.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        tell("Something went wrong inside the program. Your results are safe; the log has the details.")

    sys.excepthook = hook

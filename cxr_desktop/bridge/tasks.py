"""The one pool for work that a reader asked for and does not want to wait for: exports, reports; knows none of them."""

from __future__ import annotations

import errno
import itertools
import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from cxr_desktop.domain.errors import CxrError

log = logging.getLogger(__name__)


class _Work(QRunnable):
    def __init__(self, tasks: Tasks, number: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._number = number
        self._work = work

    def run(self) -> None:
        try:
            result = self._work()
        except CxrError as error:
            self._tasks.ended.emit(self._number, None, str(error))
        except OSError as error:
            log.warning("a task failed: %s", type(error).__name__)
            self._tasks.ended.emit(self._number, None, _because(error))
        except Exception as error:
            # A bug in an export must not end the window.
            log.error("a task failed: %s", type(error).__name__)
            log.debug("the failure", exc_info=True)
            self._tasks.ended.emit(self._number, None, "This did not work. The log says more.")
        else:
            self._tasks.ended.emit(self._number, result, "")


class Tasks(QObject):
    """``run`` returns at once; one of the two callables is called in the thread of this object (the window's)."""

    ended = Signal(int, object, str)
    """For this class alone: (number, result, reason)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[str], None]]] = {}
        self.ended.connect(self._on_ended)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        """Do ``work`` elsewhere, then call ``done(result)``, or ``failed(sentence)`` where it raised."""
        number = next(self._numbers)
        self._waiting[number] = done, failed
        self._pool.start(_Work(self, number, work))

    @property
    def is_running(self) -> bool:
        """Whether somebody still waits for one of their two callables to be called."""
        return bool(self._waiting)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Wait for the task that runs; those that wait are dropped."""
        self._pool.clear()
        return self._pool.waitForDone(int(timeout_s * 1000))

    def _on_ended(self, number: int, result: object, reason: str) -> None:
        done, failed = self._waiting.pop(number)
        if reason:
            failed(reason)
        else:
            done(result)


def _because(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "There is no permission to write there."
    if error.errno == errno.ENOSPC:
        return "The disk is full."
    return "The file could not be written."

"""One command of the training as a child process: arguments go in, events come out; knows no page and no recipe.

The child is the program itself (``cxr-desktop inspect …``), so that what the window does can be done from a terminal.
It dies with the window; a training that must outlive it is a ``TrainingRun``.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from cxr_desktop.bridge import child_process

log = logging.getLogger(__name__)

GRACE_MS = 10_000
"""Time between a polite request to end and the end: a batch of a large network on a slow processor."""
_KEPT = 8_000
_LONGEST_LINE = 64 * 1024 * 1024
STOPPED = "stopped"
EVENTS_OPTION = "--json-events"


def program() -> list[str]:
    """How this program is started again, from source or frozen."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "cxr_desktop"]


class EventLines:
    """Bytes as they come → whole JSON objects. What is not JSON (a library that prints) goes to the log."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """The objects of the lines that are complete now."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > _LONGEST_LINE:
            log.warning("a line without an end was dropped")
            self._rest = b""
        return [found for line in lines if (found := as_event(line)) is not None]

    def end(self) -> list[dict[str, Any]]:
        """The last line, where nothing follows any more."""
        last, self._rest = self._rest, b""
        found = as_event(last)
        return [found] if found is not None else []


def as_event(line: bytes) -> dict[str, Any] | None:
    """One line as an object, or ``None`` for noise."""
    if not line.strip():
        return None
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    log.info("a child said: %s", line.decode("utf-8", "replace").strip()[:500])
    return None


def reason_of(errors: str) -> str:
    """The sentence at the end of what a child wrote to standard error; of a traceback its last line."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    return lines[-1][:500] if lines else ""


class TrainingCommand(QObject):
    """``start`` once or again after it has finished. Every method returns at once.

    Signals: ``event(dict)`` for each JSON line, ``finished(bool ok, str reason)`` exactly once per start; the reason
    is "stopped" where ``stop`` ended it.
    """

    # QObject.event is C++'s alone: PySide takes no signal for an override of it.
    event = Signal(dict)  # type: ignore[assignment]
    finished = Signal(bool, str)

    def __init__(self, parent: QObject | None = None, command: Sequence[str] = ()) -> None:
        """``command`` stands in for the program in tests."""
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._lines = EventLines()
        self._errors = ""
        self._failure = ""
        self._stopping = False
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._kill)

    def start(self, arguments: Sequence[str], events_option: str = EVENTS_OPTION) -> None:
        """Run ``cxr-desktop ARGUMENTS --json-events``. Raises ``RuntimeError`` while the last one still runs.

        ``events_option`` where a command calls it otherwise.
        """
        if self._process is not None:
            raise RuntimeError("this command is still running")
        self._lines, self._errors, self._failure, self._stopping = EventLines(), "", "", False
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_errors)
        process.started.connect(self._on_started)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._process = process
        first, *rest = [*(self._command or program()), *arguments, events_option]
        process.start(first, rest)

    def stop(self) -> None:
        """Ask it to end; it is killed where it does not within ``GRACE_MS``."""
        process = self._process
        if process is None or self._stopping:
            return
        self._stopping = True
        if process.state() is QProcess.ProcessState.Running:
            self._ask_to_end(process)
        self._grace.start()

    def is_running(self) -> bool:
        """From ``start`` until ``finished``."""
        return self._process is not None

    def close(self) -> None:
        """End it now and say nothing more: the window goes away."""
        process, self._process = self._process, None
        self._grace.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            # A killed process ends within milliseconds; one that was never waited for makes Qt complain.
            process.waitForFinished(1000)
            process.deleteLater()

    def _ask_to_end(self, process: QProcess) -> None:
        process.write(b"stop\n")
        if sys.platform != "win32":
            process.terminate()

    def _on_started(self) -> None:
        if self._process is None:
            return
        child_process.be_modest(int(self._process.processId()))
        if self._stopping:
            # Stopped before it was there to be asked.
            self._ask_to_end(self._process)

    def _on_output(self) -> None:
        if self._process is not None:
            self._tell(self._lines.feed(bytes(self._process.readAllStandardOutput().data())))

    def _on_errors(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            self._errors = (self._errors + text)[-_KEPT:]

    def _tell(self, events: Sequence[dict[str, Any]]) -> None:
        for found in events:
            if found.get("event") == "failed":
                self._failure = str(found.get("reason") or "")
            self.event.emit(found)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Only a start that failed is not followed by ``finished``.
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            log.error("a child could not be started: %s", self._process.errorString())
            self._end(False, self.tr("The command could not be started."))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_errors()
        self._tell(self._lines.end())
        if self._errors:
            log.info("a child wrote: %s", self._errors[-2000:])
        crashed = status is not QProcess.ExitStatus.NormalExit
        if self._stopping:
            self._end(False, STOPPED)
        elif crashed or code != 0:
            words = self._failure or reason_of(self._errors)
            self._end(False, words or self.tr("The command ended without a word. The log says more."))
        else:
            self._end(True, "")

    def _end(self, ok: bool, reason: str) -> None:
        process, self._process = self._process, None
        self._grace.stop()
        if process is not None:
            process.deleteLater()
        self.finished.emit(ok, reason)

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()


CommandFactory = Callable[[], TrainingCommand]

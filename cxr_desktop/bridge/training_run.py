"""One training run as the window sees it: a process of its own that outlives the window, followed by its events.

The run is always started detached, with its output in files of the run's folder: closing the window, or the program,
is then no event in its life, and a window that is opened later follows the same files.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cxr_desktop import paths
from cxr_desktop.bridge import child_process, run_files
from cxr_desktop.bridge.training_command import EventLines, program, reason_of
from cxr_desktop.domain.errors import CxrError

GRACE_MS = 120_000
"""A polite end waits for the batch and the checkpoint; a run that is killed afterwards goes on from its last one."""
_BEAT_MS = 250
_PORTION = 512 * 1024
_ACTIVE = ("starting", "running")
STOP_FILE = "stop"


class RunError(CxrError):
    """A run that cannot be started or followed."""


def spare_threads() -> int:
    """All cores but one, which the reading room keeps."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else (os.cpu_count() or 1)
    return max(1, cores - 1)


def new_folder(name: str, root: Path | None = None) -> Path:
    """Where a run that begins now is kept; a second one in the same second gets a number."""
    root = root or paths.user_runs_dir()
    stem = re.sub(r"[^a-z0-9_-]+", "-", Path(name).stem.lower()).strip("-") or "run"
    first = root / f"{stem}-{datetime.now().strftime('%Y%m%d-%H%M%S')}"
    folder, number = first, 2
    while folder.exists():
        folder, number = first.with_name(f"{first.name}-{number}"), number + 1
    return folder


class TrainingRun(QObject):
    """``start`` a new run or ``attach`` to one; ``leave`` lets it go on without being watched.

    Signals: ``event(dict)`` for every event (on ``attach`` those of the past come first, without the single batches),
    ``state_changed(str)``: "starting", "running", "paused", "stopped", "finished" or "failed".
    """

    # QObject.event is C++'s alone: PySide takes no signal for an override of it.
    event = Signal(dict)  # type: ignore[assignment]
    state_changed = Signal(str)

    def __init__(self, parent: QObject | None = None, command: Sequence[str] = (), beat_ms: int = _BEAT_MS) -> None:
        """``command`` stands in for the program in tests."""
        super().__init__(parent)
        self._command = list(command)
        self.folder: Path | None = None
        self.state = ""
        self.reason = ""
        self.history: list[dict[str, Any]] = []
        self._process = 0
        self._pausing = self._asked = False
        self._ends: set[str] = set()
        self._file: Path | None = None
        self._offset = 0
        self._lines = EventLines()
        self._catching_up = False
        self._beat = QTimer(self, interval=beat_ms)
        self._beat.timeout.connect(self._follow)
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._kill)

    # --- what it is told

    def start(self, recipe: str, data: str, changes: Sequence[str] = (), folder: Path | None = None) -> Path:
        """Begin a run and return its folder at once. Raises ``RunError`` where the folder cannot be made."""
        self.leave()
        self.history, self.folder = [], folder or new_folder(recipe)
        arguments = [recipe, "--data", data, "--run", str(self.folder)]
        self._launch([*arguments, *(part for change in changes for part in ("--set", change))])
        return self.folder

    def attach(self, run: Path) -> None:
        """Follow a run that goes on, or show what one that ended has come to."""
        self.leave()
        self.history, self.folder = [], run
        self._forget_ends()
        self._process = run_files.running_process(run)
        # An ensemble keeps its events with its members; what its process says now is in the output.
        events = run / run_files.EVENTS
        self._watch(events if events.exists() else run / run_files.OUTPUT, catching_up=True)
        if self._process:
            self._enter("running")

    def pause(self) -> None:
        """Save and end the process; ``resume`` goes on exactly there, now or after the program was closed."""
        self._ask_to_end(pausing=True)

    def stop(self) -> None:
        """The same, meant to last."""
        self._ask_to_end(pausing=False)

    def resume(self) -> None:
        """Go on with a run that was paused or stopped, or that failed. Raises ``RunError``."""
        if self.folder is None or self.is_active():
            return
        if not run_files.can_resume(self.folder):
            raise RunError("This run has no checkpoint yet to go on from.")
        self._launch(["--resume", str(self.folder)])

    def leave(self) -> None:
        """Watch no longer; a process that runs goes on."""
        self._beat.stop()
        self._grace.stop()
        self._process = 0
        self.folder, self.state = None, ""

    # --- what it says

    def is_active(self) -> bool:
        """Whether a process works on it."""
        return self.state in _ACTIVE

    @property
    def can_resume(self) -> bool:
        """Whether ``resume`` would work."""
        return self.folder is not None and not self.is_active() and run_files.can_resume(self.folder)

    # --- the process

    def _launch(self, arguments: Sequence[str]) -> None:
        folder = self.folder
        assert folder is not None
        command = [*(self._command or program()), "train", *arguments]
        command += ["--threads", str(spare_threads()), "--json-events"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / STOP_FILE).unlink(missing_ok=True)
            pid = child_process.start_detached(command, folder / run_files.OUTPUT, folder / run_files.ERRORS)
            run_files.remember_process(folder, pid)
        except OSError as error:
            raise RunError(f"The training could not be started: {error.strerror}.") from error
        child_process.be_modest(pid)
        self._process, self.reason = pid, ""
        self._forget_ends()
        self._watch(folder / run_files.OUTPUT, catching_up=False)
        self._enter("starting")

    def _ask_to_end(self, pausing: bool) -> None:
        if not self.is_active() or self.folder is None:
            return
        self._pausing = pausing
        if self._asked:
            return
        self._asked = True
        if sys.platform == "win32":
            (self.folder / STOP_FILE).touch()
        child_process.ask_to_end(self._process)
        self._grace.start()

    def _kill(self) -> None:
        if self._is_alive():
            child_process.end(self._process)

    def _is_alive(self) -> bool:
        if self._process:
            child_process.reap(self._process)
        return self.folder is not None and self._process > 0 and run_files.running_process(self.folder) == self._process

    # --- its events

    def _forget_ends(self) -> None:
        self._ends, self._asked, self._pausing, self.reason = set(), False, False, ""

    def _watch(self, file: Path, catching_up: bool) -> None:
        self._file, self._offset, self._lines, self._catching_up = file, 0, EventLines(), catching_up
        self._beat.start()
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self.folder is None or not self._beat.isActive():
            return
        # Looked at before the file is read: what is written before the end is then never missed.
        alive = self._is_alive()
        if self._read_portion():
            QTimer.singleShot(0, self, self._follow)
            return
        self._catching_up = False
        if not alive:
            self._on_ended()

    def _read_portion(self) -> bool:
        """Tell what was written since; whether there is more to read at once."""
        assert self._file is not None
        try:
            with open(self._file, "rb") as stream:
                stream.seek(self._offset)
                data = stream.read(_PORTION)
        except FileNotFoundError:
            return False
        self._offset += len(data)
        watched = self.folder
        for event in self._lines.feed(data):
            self._take(event)
            if self.folder is not watched:
                return False
        return len(data) == _PORTION

    def _take(self, event: dict[str, Any]) -> None:
        name = event.get("event")
        if name == "epoch":
            self._remember(event)
        elif name in ("started", "resumed"):
            self._ends.clear()
            if self.state == "starting":
                self._enter("running")
        elif name in ("finished", "stopped", "failed"):
            self._ends.add(str(name))
            self.reason = str(event.get("reason") or "") if name == "failed" else self.reason
        if not (self._catching_up and name == "batch"):
            self.event.emit(event)

    def _remember(self, event: dict[str, Any]) -> None:
        """A run that was killed repeats the epochs after its last checkpoint: the repetition counts."""
        place = (event.get("member") or 0, event.get("epoch") or 0)
        while self.history and (self.history[-1].get("member") or 0, self.history[-1].get("epoch") or 0) >= place:
            self.history.pop()
        self.history.append(event)

    def _on_ended(self) -> None:
        self._beat.stop()
        self._grace.stop()
        assert self.folder is not None
        for event in self._lines.end():
            self._take(event)
        if "finished" in self._ends:
            self._enter("finished")
        elif self._asked or "stopped" in self._ends:
            self._enter("paused" if self._pausing else "stopped")
        elif self.state in _ACTIVE or "failed" in self._ends:
            self.reason = self.reason or reason_of(run_files.last_words(self.folder))
            self.reason = self.reason or self.tr(
                "The training was ended from outside, by the system or by another program."
            )
            self._enter("failed")
        else:
            self._enter("stopped")

    def _enter(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

"""Runs one trial as a child process, by the terminal's own command: a lack of memory ends one trial, not the search."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.events import Events
from training.run.run_folder import RunError, RunLock, is_begun
from training.search.folder import minimised
from training.search.space import as_changes
from training.search.trial import FAILED, FINISHED, PRUNED, EpochSeen, Outcome, Trial

_FORWARDED = ("epoch", "warning")
_ENDINGS = ("finished", "stopped", "failed")
_ORPHAN_SECONDS = 60.0


class TrialProcess:
    """A ``Runner``. ``stop`` may be called from a signal handler.

    ``recipe`` and ``changes`` are those of the search, ``compute`` the arguments about device, threads and workers.
    """

    def __init__(
        self, recipe: str, changes: Sequence[str], data: Path, metric: str, compute: Sequence[str], events: Events
    ) -> None:
        self._recipe, self._changes, self._data, self._compute = recipe, list(changes), data, list(compute)
        self._metric, self._events = metric, events
        self._child: subprocess.Popen[str] | None = None
        self._asked_to_stop = False

    def stop(self) -> None:
        """End the child after its batch; no further trial starts."""
        self._asked_to_stop = True
        self._end_child()

    def __call__(self, trial: Trial, seen: EpochSeen) -> Outcome | None:
        """Run the trial, or go on with it. ``None`` where it was asked to stop before its end."""
        if self._asked_to_stop:
            return None
        run, began = trial.folder / "run", time.monotonic()
        ending: Mapping[str, Any] = {}
        pruned = False
        self._child = child = self._start(trial, run)
        try:
            if self._asked_to_stop:  # the signal came while the child was being started
                self._end_child()
            for event in _events_in(child.stdout or ()):
                if event["event"] in _ENDINGS:
                    ending = event
                self._forward(event, trial)
                value = event.get(self._metric) if event["event"] == "epoch" else None
                if value is not None and not pruned and not seen(int(event["epoch"]), float(value)):
                    pruned = True
                    self._end_child()
            code = child.wait()
        finally:
            _leave_no_process(child)
            self._child = None
        if ending.get("event") == "stopped" and not pruned:
            return None
        if ending.get("event") == "finished":
            pruned = False  # it ended before the word to stop arrived
        seconds = float(ending.get("seconds") or time.monotonic() - began)
        return self._outcome(trial, seconds, pruned, ending, code)

    def _start(self, trial: Trial, run: Path) -> subprocess.Popen[str]:
        """The same command begins a run, and goes on with it where its folder holds one."""
        if is_begun(run):
            _wait_until_free(run)
        changes = [*self._changes, f"select={self._metric}", *as_changes(trial.values)]
        settings = [argument for change in changes for argument in ("--set", change)]
        arguments = [self._recipe, "--data", str(self._data), "--run", str(run), *settings, *self._compute]
        trial.folder.mkdir(parents=True, exist_ok=True)
        with open(trial.folder / "errors.txt", "a", encoding="utf-8") as errors:
            return subprocess.Popen(
                [*_program(), "train", *arguments, "--no-report", "--json-events"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C reaches the search alone, which ends the trial in good order
            )

    def _end_child(self) -> None:
        child = self._child
        if child is None or child.poll() is not None:
            return
        if sys.platform == "win32" and child.stdin is not None:  # terminate() would kill it there
            child.stdin.write("stop\n")
            child.stdin.flush()
        else:
            child.terminate()

    def _forward(self, event: Mapping[str, Any], trial: Trial) -> None:
        if event["event"] in _FORWARDED:
            values = {name: value for name, value in event.items() if name not in ("event", "at")}
            self._events(event["event"], trial=trial.index, **values)

    def _outcome(self, trial: Trial, seconds: float, pruned: bool, ending: Mapping[str, Any], code: int) -> Outcome:
        epochs = _epochs(trial.folder / "run" / "events.jsonl")
        curve = tuple(event.get(self._metric) for event in epochs)
        known = [(value, position) for position, value in enumerate(curve) if value is not None]
        if ending.get("event") != "finished" and not pruned:
            return Outcome(FAILED, seconds=seconds, reason=_reason(trial.folder, ending, code), curve=curve)
        if not known:
            return Outcome(FAILED, seconds=seconds, reason=f"no epoch measured {self._metric}", curve=curve)
        sign = -1.0 if minimised(self._metric) else 1.0
        best = max(known, key=lambda at: (sign * at[0], -at[1]))[1]
        numbers = {
            name: float(value)
            for name, value in epochs[best].items()
            if name.startswith(("train_", "val_")) and isinstance(value, (int, float)) and math.isfinite(value)
        }
        state = PRUNED if pruned else FINISHED
        return Outcome(state, curve[best], int(epochs[best]["epoch"]), seconds, "", numbers, curve)


def _wait_until_free(run: Path) -> None:
    """A trial whose search was killed ends with its next event, which nobody hears. Raises ``RunError``."""
    patience = time.monotonic() + _ORPHAN_SECONDS
    while True:
        try:
            return RunLock(run).release()
        except RunError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.1)


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "training"]


def _events_in(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            event = json.loads(line)
        except json.JSONDecodeError:  # a library that prints, or the last line of a killed process
            continue
        if isinstance(event, dict) and "event" in event:
            yield event


def _epochs(log: Path) -> list[dict[str, Any]]:
    """The events of all epochs in their order; an epoch that was repeated after a kill counts once."""
    if not log.is_file():
        return []
    with open(log, encoding="utf-8") as stream:
        by_epoch = {event["epoch"]: event for event in _events_in(stream) if event["event"] == "epoch"}
    return [by_epoch[epoch] for epoch in sorted(by_epoch)]


def _reason(folder: Path, ending: Mapping[str, Any], code: int) -> str:
    if ending.get("reason"):
        return str(ending["reason"])
    if code < 0:
        return f"the process was ended by signal {-code}" + ("; most likely memory ran out" if code == -9 else "")
    errors = (folder / "errors.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return errors[-1] if errors else f"the process ended with code {code}"


def _leave_no_process(child: subprocess.Popen[str]) -> None:
    if child.poll() is None:
        child.kill()
        child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            stream.close()

"""Checkpoint files that are whole or not there: written aside, synced, renamed; a full disk does not end a run."""

from __future__ import annotations

import contextlib
import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from training.events import Events
from training.run.run_folder import LAST, RunError, State


def read_state(file: Path, device: str = "cpu") -> State:
    """A checkpoint, read without running any code in it. Raises ``RunError``."""
    try:
        state: State = torch.load(file, map_location=device, weights_only=True)
    except (OSError, RuntimeError, ValueError, EOFError, pickle.UnpicklingError) as error:
        raise RunError(f"the checkpoint {file.name} cannot be read") from error
    return state


class CheckpointWriter:
    """Writes checkpoints of one folder and remembers what could not be written."""

    def __init__(self, folder: Path, events: Events) -> None:
        self.folder, self._events = folder, events
        self._waiting: dict[str, State] = {}
        self.seconds = 0.0
        self.problem = ""

    def write(self, name: str, make_state: Callable[[], State]) -> bool:
        """Write one checkpoint, and first those that failed before. The old file stays until the new one is whole.

        Where the disk is full a warning is given and the run goes on; the best weights are kept in memory for the
        next try, the last state is simply newer then.
        """
        began = time.monotonic()
        for waiting in list(self._waiting):
            if waiting != name and self._put(waiting, self._waiting[waiting]):
                del self._waiting[waiting]
        state = make_state()
        written = self._put(name, state)
        if written:
            self._waiting.pop(name, None)
        elif name != LAST:
            self._waiting[name] = _copied(state)
        if written and not self._waiting:
            self.problem = ""
        self.seconds = time.monotonic() - began
        return written

    def read(self, name: str) -> State:
        """A checkpoint of this folder, also one that could not be written yet."""
        return self._waiting[name] if name in self._waiting else read_state(self.folder / name)

    def _put(self, name: str, state: State) -> bool:
        partial = self.folder / f".{name}.new"
        try:
            with open(partial, "wb") as stream:
                torch.save(state, stream)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(partial, self.folder / name)
        except (OSError, RuntimeError) as error:  # torch turns a failed write into a RuntimeError
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error).splitlines()[0]
            self.problem = f"the checkpoint {name} could not be saved: {reason}"
            self._events("warning", text=f"{self.problem}; training goes on and tries again")
            return False
        return True


def _copied(value: Any) -> Any:
    """A copy that later steps do not change."""
    if isinstance(value, torch.Tensor):
        return value.detach().cpu().clone()
    if isinstance(value, dict):
        return {k: _copied(v) for k, v in value.items()}
    return [_copied(v) for v in value] if isinstance(value, list) else value

"""When to speak, when to save, and how long it will take: everything of a run that depends on the time of day."""

from __future__ import annotations

import time

from training.recipe import Recipe
from training.run.progress import Progress

_SPEAK_EVERY = 0.5
_SAVING_SHARE = 0.05
"""Large networks on slow disks: no more of the time than this goes into checkpoints between epochs."""


class Clock:
    """Measures batches and validations of this process; a resumed run measures anew."""

    def __init__(self, recipe: Recipe, batches: int, save_every: float) -> None:
        self._recipe, self._batches, self._save_every = recipe, batches, save_every
        self._batch_seconds: dict[int, float] = {}
        self._validation_seconds = 0.0
        self._spoken = 0.0
        self.start()
        self.saved(0.0)

    def start(self) -> None:
        """What follows is a batch, after something that was none."""
        self._began = time.monotonic()

    def batch_done(self, phase: int) -> float:
        """Seconds since the last batch, reading of images included."""
        now = time.monotonic()
        seconds, self._began = now - self._began, now
        known = self._batch_seconds.get(phase, seconds)
        self._batch_seconds[phase] = known + 0.1 * (seconds - known)
        return seconds

    def validated(self, seconds: float) -> None:
        """A validation took so long."""
        self._validation_seconds = seconds

    def saved(self, seconds: float) -> None:
        """A checkpoint was written, or tried."""
        self._saved, self._saving_seconds = time.monotonic(), seconds

    def save_due(self) -> bool:
        """Long enough since the last checkpoint."""
        return time.monotonic() - self._saved >= max(self._save_every, self._saving_seconds / _SAVING_SHARE)

    def may_speak(self) -> bool:
        """True at most twice a second."""
        now = time.monotonic()
        if now - self._spoken < _SPEAK_EVERY:
            return False
        self._spoken = now
        return True

    def seconds_left(self, progress: Progress) -> float:
        """Of the whole run, if no phase stops early."""
        left, pace = 0.0, 0.0
        for index in range(progress.phase, len(self._recipe.phases)):
            pace = self._batch_seconds.get(index, pace)
            epochs = self._recipe.phases[index].epochs
            done = progress.batch if index == progress.phase else 0
            if index == progress.phase:
                epochs -= progress.phase_epoch
            left += (epochs * self._batches - done) * pace
            left += epochs / self._recipe.validate_every * self._validation_seconds
        return max(0.0, left)

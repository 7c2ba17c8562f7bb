"""How far scoring has come, how fast it goes and how long it will take; pure arithmetic on a clock it is given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

WINDOW_S = 20.0


@dataclass(frozen=True, slots=True)
class Progress:
    """``images_per_second`` is 0 and ``seconds_left`` ``None`` until something is known."""

    done: int
    total: int
    images_per_second: float = 0.0
    seconds_left: float | None = None


class Pace:
    """Counts one run of work, from the first file enqueued until nothing is left; rates are of the last 20 seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._done = 0
        self._left = 0
        self._finished: deque[tuple[float, int]] = deque()
        self._since: float | None = None

    def begin_work(self) -> None:
        """The engine works from now on (start, resume, restart): idle time before must not slow the rate."""
        if self._since is None:
            self._since = self._clock()
            self._finished.clear()

    def end_work(self) -> None:
        """Nothing is computed now."""
        self._since = None

    def note(self, done: int, left: int) -> None:
        """``done`` more files are ready, ``left`` are not."""
        if self._left == 0 and left and not done:
            self._done = 0
        self._done += done
        self._left = left
        if done:
            self._finished.append((self._clock(), done))

    @property
    def rate(self) -> float:
        """Images per second, 0 where unknown."""
        if self._since is None or not self._finished:
            return 0.0
        now = self._clock()
        while self._finished and self._finished[0][0] < now - WINDOW_S:
            self._finished.popleft()
        elapsed = now - max(self._since, now - WINDOW_S)
        return sum(count for _, count in self._finished) / elapsed if elapsed > 0 else 0.0

    @property
    def progress(self) -> Progress:
        """What the status line shows."""
        rate = self.rate
        left = self._left / rate if rate > 0 else None
        return Progress(self._done, self._done + self._left, rate, left)

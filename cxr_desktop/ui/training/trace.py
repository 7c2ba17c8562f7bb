"""A growing line that stays small: neighbours are averaged when it has too many points; pure, knows no plot."""

from __future__ import annotations

CAP = 1000
"""Points that are drawn; more than a plot has pixels cannot be seen."""


class Trace:
    """Points in the order of x. Beyond ``cap`` points every two become one, again and again.

    ``points`` also holds the mean of those that wait for their neighbours, so that the line always ends now.
    """

    def __init__(self, cap: int = CAP) -> None:
        self._cap = cap
        self._each = 1
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._waiting: list[tuple[float, float]] = []

    def append(self, x: float, y: float) -> None:
        """One more point; points of later x are forgotten, since a resumed run counts them again."""
        while self._xs and self._xs[-1] >= x:
            self._xs.pop()
            self._ys.pop()
        self._waiting = [point for point in self._waiting if point[0] < x]
        self._waiting.append((x, y))
        if len(self._waiting) >= self._each:
            self._keep(self._waiting)
            self._waiting = []
        if len(self._xs) > self._cap:
            self._halve()

    def clear(self) -> None:
        """Begin anew."""
        self._each = 1
        self._xs, self._ys, self._waiting = [], [], []

    @property
    def points(self) -> tuple[list[float], list[float]]:
        """x and y to draw."""
        if not self._waiting:
            return self._xs, self._ys
        x, y = _mean(self._waiting)
        return [*self._xs, x], [*self._ys, y]

    @property
    def last(self) -> float | None:
        """The latest y, not averaged with older ones than wait with it."""
        if self._waiting:
            return self._waiting[-1][1]
        return self._ys[-1] if self._ys else None

    def _keep(self, points: list[tuple[float, float]]) -> None:
        x, y = _mean(points)
        self._xs.append(x)
        self._ys.append(y)

    def _halve(self) -> None:
        pairs = list(zip(self._xs, self._ys, strict=True))
        self._xs, self._ys = [], []
        whole = len(pairs) - len(pairs) % 2
        for i in range(0, whole, 2):
            self._keep(pairs[i : i + 2])
        self._waiting = pairs[whole:] + self._waiting
        self._each *= 2


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    n = len(points)
    return sum(x for x, _ in points) / n, sum(y for _, y in points) / n

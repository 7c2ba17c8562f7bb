"""The measurements of one image: added, moved, removed, and each step taken back; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.ui.viewer.measurement import Measurement, Point

STEPS_KEPT = 100
REACH_POINT = 9.0
REACH_LINE = 6.0
"""Device-independent pixels within which a hand takes hold of a point or of a line."""


@dataclass(frozen=True, slots=True)
class Grip:
    """What a hand holds: measurement ``index``, at one of its points or (``None``) as a whole."""

    index: int
    point: int | None


class Measurements:
    """In the order in which they were made. Every change remembers what was before it."""

    def __init__(self) -> None:
        self._items: tuple[Measurement, ...] = ()
        self._before: list[tuple[Measurement, ...]] = []

    def __iter__(self) -> Iterator[Measurement]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> Measurement:
        return self._items[index]

    @property
    def profile(self) -> Measurement | None:
        """The youngest one with values along it."""
        return next((m for m in reversed(self._items) if m.is_profile), None)

    def add(self, measurement: Measurement) -> None:
        """One that is finished."""
        self._change((*self._items, measurement))

    def remove(self, index: int) -> None:
        """This one."""
        self._change(self._items[:index] + self._items[index + 1 :])

    def clear(self) -> None:
        """All."""
        if self._items:
            self._change(())

    def replace(self, index: int, measurement: Measurement, is_new_step: bool) -> None:
        """Moved. A drag is one step to take back, however many moves it has: only its first one is a new step."""
        items = (*self._items[:index], measurement, *self._items[index + 1 :])
        if is_new_step:
            self._change(items)
        else:
            self._items = items

    def undo(self) -> bool:
        """As before the last change; returns whether there was any."""
        if not self._before:
            return False
        self._items = self._before.pop()
        return True

    def map_points(self, to_other: Affine) -> None:
        """The image is shown in other coordinates now; what can be taken back goes along."""
        self._items = tuple(m.mapped(to_other) for m in self._items)
        self._before = [tuple(m.mapped(to_other) for m in items) for items in self._before]

    def grip_at(self, at: Point, to_view: Callable[[Point], Point]) -> Grip | None:
        """What lies under a place of the view: points before lines, the youngest first."""
        placed = [[to_view(point) for point in m.points] for m in self._items]
        for index in reversed(range(len(placed))):
            for number, point in enumerate(placed[index]):
                if hypot(point[0] - at[0], point[1] - at[1]) <= REACH_POINT:
                    return Grip(index, number)
        for index in reversed(range(len(placed))):
            points = placed[index]
            if any(_distance(at, a, b) <= REACH_LINE for a, b in pairwise(points)):
                return Grip(index, None)
        return None

    def _change(self, items: tuple[Measurement, ...]) -> None:
        self._before = [*self._before, self._items][-STEPS_KEPT:]
        self._items = items


def _distance(at: Point, start: Point, end: Point) -> float:
    """From a point to a piece of a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = dx * dx + dy * dy
    along = 0.0 if size == 0 else ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / size
    along = min(1.0, max(0.0, along))
    return hypot(at[0] - start[0] - along * dx, at[1] - start[1] - along * dy)

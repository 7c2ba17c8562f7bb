"""The outline of the lungs and the borders of their zones as lines; screen and export share them, finds no lungs."""

from __future__ import annotations

import numpy as np

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.imaging.contour import Point, contour
from cxr_desktop.imaging.lung_region import zone_cells

_BORDERS = (
    (LungZone.RIGHT_UPPER, LungZone.RIGHT_MIDDLE),
    (LungZone.RIGHT_MIDDLE, LungZone.RIGHT_LOWER),
    (LungZone.LEFT_UPPER, LungZone.LEFT_MIDDLE),
    (LungZone.LEFT_MIDDLE, LungZone.LEFT_LOWER),
)
Line = tuple[Point, Point]


def outlines(lungs: LungField) -> list[list[Point]]:
    """Closed lines round both lungs, in cells; the steps of the grid are smoothed, by less than half a cell."""
    inside = (zone_cells(lungs) > 0).astype(np.float32)
    framed = np.pad(inside, 1)
    wide = framed[:-2] + 2 * framed[1:-1] + framed[2:]
    smooth = (wide[:, :-2] + 2 * wide[:, 1:-1] + wide[:, 2:]) / 16.0
    return [_relaxed(line) for line in contour(smooth, 0.5)]


def _relaxed(line: list[Point]) -> list[Point]:
    """Every point between its neighbours: what is left of the grid's corners goes."""
    if len(line) < 4:
        return line
    points = np.asarray(line[:-1])
    for _ in range(2):
        points = (np.roll(points, 1, axis=0) + 2 * points + np.roll(points, -1, axis=0)) / 4.0
    closed = [(float(x), float(y)) for x, y in points]
    return [*closed, closed[0]]


def zone_borders(lungs: LungField) -> list[Line]:
    """Straight lines between the thirds of each lung, in cells; a border that a hilum interrupts is one line."""
    zones = zone_cells(lungs)
    found: list[Line] = []
    for upper, lower in _BORDERS:
        rows, columns = np.nonzero((zones[:-1] == upper) & (zones[1:] == lower))
        if rows.size:
            y = float(np.median(rows)) + 1.0
            found.append(((float(columns.min()), y), (float(columns.max()) + 1.0, y)))
    return found

"""The pointing game (Zhang 2016): does the highest place of a heat map lie in a box that a reader drew; pure.

An image is a hit where the point lies in any of its boxes, edges included; with a tolerance, where it lies within that
distance of a box. A map without positive evidence points nowhere and is a miss.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import wilson_interval
from training.measures.metrics import Floats, Mask

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the picture, x to the right and y down."""

    left: float
    top: float
    right: float
    bottom: float

    def distance(self, x: float, y: float) -> float:
        """Pixels from the nearest point of the box, 0 inside."""
        return hypot(max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom))


def peak(values: Floats, to_source: Affine) -> Point | None:
    """Centre of the highest cell of a map (h, w) in pixels of the picture; the first of equal ones, row by row.

    ``None`` where no cell is above 0.
    """
    row, column = np.unravel_index(int(np.argmax(values)), values.shape)
    if not values[row, column] > 0.0:
        return None
    return to_source.apply(float(column) + 0.5, float(row) + 0.5)


def is_hit(point: Point | None, boxes: Sequence[Box], tolerance: float = 0.0) -> bool:
    """Whether a point lies in one of the boxes or within ``tolerance`` pixels of one."""
    return point is not None and any(box.distance(*point) <= tolerance for box in boxes)


def boxes_hit(point: Point | None, boxes: Sequence[Box]) -> int:
    """How many of the boxes hold the point."""
    return sum(is_hit(point, [box]) for box in boxes)


def share_of_area(inside: Mask, boxes: Sequence[Box]) -> float:
    """Share of the ``True`` pixels of a picture (rows, columns) that lie in a box: what a blind guess would hit."""
    rows, columns = np.indices(inside.shape)
    x, y = columns + 0.5, rows + 0.5
    held = np.zeros(inside.shape, dtype=bool)
    for box in boxes:
        held |= (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
    return float(held[inside].mean()) if inside.any() else float("nan")


def score(hits: Sequence[bool]) -> dict[str, Any]:
    """``{hits, images, share, share_95}`` with Wilson's interval."""
    found, n = int(sum(hits)), len(hits)
    return {"hits": found, "images": n, "share": found / n if n else None, "share_95": wilson_interval(found, n)}

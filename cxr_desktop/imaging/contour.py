"""Lines of equal value through a small map, as joined polylines; pure numpy, knows no Qt and no finding."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
_Edge = tuple[int, int, int]
"""(row, column, 0 for the edge to the right, 1 for the edge downwards) of a sample."""

# Marching squares: for each of the 16 cases the pairs of cell sides (0 top, 1 right, 2 bottom, 3 left) to join.
_CASES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 2), (0, 1)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 10: ((3, 0), (1, 2)), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def contour(values: NDArray[np.float32], level: float) -> list[list[Point]]:
    """Polylines where ``values`` (rows, columns) crosses ``level``; closed ones end on their first point.

    Points are (x, y) in cells with centres at +0.5. A frame of zeros is put round the values, so that a bright area
    at the edge is closed along it.
    """
    framed = np.pad(np.asarray(values, dtype=np.float64), 1)
    above = framed >= level
    case = above[:-1, :-1].astype(np.uint8) + 2 * above[:-1, 1:] + 4 * above[1:, 1:] + 8 * above[1:, :-1]
    joined: dict[_Edge, list[_Edge]] = defaultdict(list)
    for row, column in np.argwhere((case > 0) & (case < 15)).tolist():
        sides: tuple[_Edge, ...] = (
            (row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1),
        )  # fmt: skip
        for first, second in _CASES[int(case[row, column])]:
            joined[sides[first]].append(sides[second])
            joined[sides[second]].append(sides[first])
    limit_y, limit_x = values.shape
    lines = []
    while joined:
        chain = _follow(joined)
        points = (_crossing(framed, level, edge) for edge in chain)
        lines.append([(min(max(x, 0.0), limit_x), min(max(y, 0.0), limit_y)) for x, y in points])
    return lines


def _follow(joined: dict[_Edge, list[_Edge]]) -> list[_Edge]:
    """Take one line out of the graph. With the frame of zeros every line is closed."""
    start = next(iter(joined))
    chain = [start]
    while joined.get(chain[-1]):
        here = chain[-1]
        there = joined[here].pop()
        joined[there].remove(here)
        for edge in (here, there):
            if not joined[edge]:
                del joined[edge]
        chain.append(there)
    return chain


def _crossing(framed: NDArray[np.float64], level: float, edge: _Edge) -> Point:
    row, column, down = edge
    here, there = framed[row, column], framed[row + down, column + 1 - down]
    part = float((level - here) / (there - here)) if there != here else 0.5
    # The frame shifts by one sample, the centre of a cell by half of one.
    x, y = column - 0.5, row - 0.5
    return (x, y + part) if down else (x + part, y)

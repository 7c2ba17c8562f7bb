"""Branching trees of arteries, veins and bronchi inside the lungs; it knows points and radii, no pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.rendering import Array, Tubes, curve, join, polyline_tubes

PIECES = 5
"""Straight pieces per branch."""


def grow(
    root: NDArray[np.floating],
    heading: NDArray[np.floating],
    targets: Array,
    random: np.random.Generator,
    tip_radius: float = 0.58,
    exponent: float = 2.3,
) -> Tubes:
    """A tree from ``root`` (3,) that reaches every target (n, 3).

    Level by level the targets of each branch are split across their longest extent and a branch runs towards the
    middle of each part; radii follow Murray's law (r^3 of a parent is the sum over its children), a little flatter.
    """
    order = np.arange(len(targets))
    group = np.zeros(len(targets), dtype=np.int64)
    position, direction = root[None].astype(np.float64), heading[None].astype(np.float64)
    found: list[Tubes] = []
    while len(position):
        found_here, position, direction = _branches(
            position, direction, targets[order], group, random, tip_radius, exponent
        )
        found.append(found_here)
        order, group, parent = _split(targets, order, group, random)
        position, direction = position[parent], direction[parent]
    return join(found)


def _branches(
    position: NDArray[np.float64],
    direction: NDArray[np.float64],
    targets: Array,
    group: NDArray[np.int64],
    random: np.random.Generator,
    tip_radius: float,
    exponent: float,
) -> tuple[Tubes, NDArray[np.float64], NDArray[np.float64]]:
    """One curved branch per group; returns the pieces, their ends and their final headings."""
    start = np.flatnonzero(np.diff(group, prepend=-1))
    count = np.diff(np.append(start, len(group)))
    middle = np.add.reduceat(targets.astype(np.float64), start, axis=0) / count[:, None]
    fraction = np.where(count == 1, 1.0, random.uniform(0.26, 0.46, len(count)))[:, None]
    reach = np.sqrt(((middle - position) ** 2).sum(axis=1, keepdims=True)) * fraction
    end = position + (middle - position) * fraction + random.normal(0, 0.06, position.shape) * reach
    control = position + (0.6 * direction + 0.4 * (end - position) / np.maximum(reach, 1e-3)) * reach * 0.42
    t = np.linspace(0, 1, PIECES + 1)[:, None, None]
    points = (1 - t) ** 2 * position + 2 * t * (1 - t) * control + t * t * end
    radius = tip_radius * count ** (1 / exponent)
    taper = radius * np.where(count == 1, 0.5, 0.8)
    r = radius[None] + (taper - radius)[None] * t[..., 0]
    heading = end - control
    heading /= np.maximum(np.sqrt((heading**2).sum(axis=1, keepdims=True)), 1e-6)
    pieces = Tubes(
        points[:-1].reshape(-1, 3).astype(np.float32),
        points[1:].reshape(-1, 3).astype(np.float32),
        r[:-1].ravel().astype(np.float32),
        r[1:].ravel().astype(np.float32),
    )
    return pieces, end, heading


def _split(
    targets: Array, order: NDArray[np.int64], group: NDArray[np.int64], random: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Halve every group of two or more across its longest extent: (order, new groups, parent of each new group)."""
    start = np.flatnonzero(np.diff(group, prepend=-1))
    count = np.diff(np.append(start, len(group)))
    alive = count[group] > 1
    order, kept_group = order[alive], group[alive]
    if not len(order):
        return order, kept_group, np.zeros(0, dtype=np.int64)
    parent, dense = np.unique(kept_group, return_inverse=True)
    points = targets[order]
    start = np.flatnonzero(np.diff(dense, prepend=-1))
    count = np.diff(np.append(start, len(dense)))
    spread = np.maximum.reduceat(points, start, axis=0) - np.minimum.reduceat(points, start, axis=0)
    axis = spread.argmax(axis=1)
    along = points[np.arange(len(points)), axis[dense]]
    sorting = np.lexsort((along, dense))
    order, dense = order[sorting], dense[sorting]
    share = np.clip(np.rint(count * random.uniform(0.3, 0.7, len(count))), 1, count - 1)
    second = (np.arange(len(dense)) - start[dense]) >= share[dense]
    return order, dense * 2 + second, np.repeat(parent, 2)


def targets_in_lung(body: Body, side: int, number: int, random: np.random.Generator, margin_mm: float = 6.0) -> Array:
    """Points inside one lung, denser below, none close to the pleura."""
    found: list[Array] = []
    missing = number
    while missing > 0:
        n = 4 * number
        z = (random.beta(1.55, 1.15, n) * 292 * body.height).astype(np.float32)
        x = random.uniform(0, 142 * body.width, n).astype(np.float32)
        deep = body.depth(z)
        y = (random.uniform(-0.5, 0.5, n) * deep).astype(np.float32)
        half = body.lung_border(z) - margin_mm
        inside = (x / half) ** 2 + (2 * y / np.maximum(deep - 2 * margin_mm, 1.0)) ** 2 < 1
        inside &= (x > body.apex_inner(z) + 5) & (z > 10)
        right, left = body.heart_borders(z)
        front = y > -0.16 * deep
        border = np.maximum(np.where(side > 0, left, -right), 24.0)
        inside &= ~(front & (x < border + 2))
        # Above the diaphragm, which bulges upwards in the middle of the chest's depth.
        dome = body.dome(side * x) + 66 * (2 * y / np.maximum(deep, 1) - 0.15) ** 2
        inside &= z < dome - 5
        inside &= random.random(n) < 0.55 + 0.45 * z / (230 * body.height)
        points = np.stack([side * x, y, z], axis=1)[inside][:missing]
        found.append(points.astype(np.float32))
        missing -= len(points)
    return np.concatenate(found)


def hilum(body: Body, side: int) -> NDArray[np.float64]:
    """Where the descending artery of a lung begins; the left hilum stands a little higher."""
    z = (107 if side < 0 else 98) * body.height + 0.3 * body.dome_shift_mm
    return np.array([side * (37 if side < 0 else 40) * body.width, -8.0, z])


def hilar_trunks(body: Body) -> Tubes:
    """The large arteries and veins at the roots of the lungs, drawn by hand: they make the shape of a hilum."""
    found = []
    for side in (-1, 1):
        origin = hilum(body, side)
        w, h = side * body.width, body.height
        lines: list[tuple[list[tuple[float, float, float]], float, float]] = [
            ([(-12, 0, -2), (-2, -2, -3), (7, -6, 12), (13, -10, 34), (16, -12, 46)], 7.4, 5.0),
            ([(-8, 4, -4), (0, 4, -13), (5, 5, -22)], 5.2, 4.2),
            ([(-14, 0, 34), (0, 2, 27), (14, 4, 24)], 4.6, 3.0),
            ([(-10, 6, 14), (2, 8, 2), (9, 9, -10)], 4.2, 3.4),
            ([(-12, -4, 42), (2, -10, 47), (16, -16, 58)], 4.4, 2.6),
        ]
        for knots, first, last in lines:
            points = curve([origin + np.array([w * x, y, h * z]) for x, y, z in knots], 16)
            found.append(polyline_tubes(points.astype(np.float32), np.linspace(first, last, 16, dtype=np.float32)))
    return join(found)


def pulmonary_vessels(body: Body, number: int = 400) -> Tubes:
    """Arteries from the hila and veins from the left atrium, for both lungs."""
    trees: list[Tubes] = [hilar_trunks(body)]
    for side in (-1, 1):
        random = np.random.default_rng((body.seed, 5, side + 1))
        origin = hilum(body, side)

        def at(x: float, y: float, z: float, o: NDArray[np.float64] = origin, s: int = side) -> NDArray[np.float64]:
            return o + np.array([s * x, y, z])

        arteries = targets_in_lung(body, side, number, random)
        height = arteries[:, 2] - origin[2]
        upper, lower = height < -8, height > 44
        trees.append(grow(at(15.5, -12, 44), np.array([side * 0.25, -0.2, 0.95]), arteries[lower], random))
        trees.append(grow(at(7, 2, 8), np.array([side * 0.95, 0.2, 0.25]), arteries[~lower & ~upper], random))
        trees.append(grow(at(4.5, 5, -21), np.array([side * 0.5, 0.1, -0.9]), arteries[upper], random))
        veins = targets_in_lung(body, side, number * 2 // 3, random)
        above = veins[:, 2] < origin[2] + 14
        trees.append(grow(at(8.5, 9, -9), np.array([side * 0.6, 0.1, -0.85]), veins[above], random, tip_radius=0.5))
        trees.append(grow(at(14, -15, 56), np.array([side * 0.9, 0, 0.35]), veins[~above], random, tip_radius=0.5))
    return join(trees)


def bronchial_tree(body: Body, side: int, number: int = 90) -> Tubes:
    """Air ways of one lung from the hilum outwards (seen only where the lung around them is solid)."""
    random = np.random.default_rng((body.seed, 6, side + 1))
    targets = targets_in_lung(body, side, number, random, margin_mm=16)
    return grow(hilum(body, side), np.array([side * 0.7, -0.1, 0.6]), targets, random, tip_radius=0.8)

"""A hand on the detector, for the gate to turn away: water and bone along every ray; it knows no detector physics."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from cxr_desktop.phantom.frontal import Layers
from cxr_desktop.phantom.rendering import Array, Grid, blur, chord, cloud, curve, draw_tubes, polyline_tubes, spline

FINGERS = (
    # metacarpal base, its head, then the joints out to the tip (x, z in millimetres, wrist at z = 0)
    ((-24, -4), (-45, -30), (-62, -58), (-73, -80)),
    ((-14, -12), (-23, -72), (-31, -114), (-35, -139), (-37, -158)),
    ((-3, -14), (-5, -74), (-6, -121), (-6, -150), (-6, -170)),
    ((7, -12), (13, -68), (19, -112), (22, -139), (24, -159)),
    ((16, -7), (29, -58), (40, -92), (46, -111), (50, -128)),
)
CARPALS = (
    (-17, 2, 8, 9),
    (-3, 2, 8.5, 10),
    (8, 0, 6.5, 8),
    (-16, 14, 7, 9),
    (-4, 16, 8, 7),
    (8, 12, 6, 7),
    (13, 9, 4, 5),
)


def layers(seed: int, grid: Grid) -> Layers:
    """Path lengths through a hand laid flat, slightly different for every seed."""
    random = np.random.default_rng((seed, 31))
    turn, size = random.normal(0, 0.06), random.uniform(0.93, 1.05)
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) * size

    def place(points: Array | list[tuple[float, float]]) -> Array:
        flat = np.asarray(points, dtype=np.float64) @ rotate.T
        return np.stack([flat[:, 0], 0 * flat[:, 0], flat[:, 1]], axis=1).astype(np.float32)

    bone, soft = grid.zeros(), grid.zeros()
    for number, joints in enumerate(FINGERS):
        bent = [(x + random.normal(0, 1.2), z + random.normal(0, 1.2)) for x, z in joints]
        skin = [bent[0], *bent[1:-1], (bent[-1][0] * 1.03, bent[-1][1] - 4)]
        soft = _with_limb(
            grid,
            soft,
            place(curve(skin, 90)),
            spline([0, 0.4, 1], [15, 10.5 - 0.5 * (number == 4), 6.5], np.linspace(0, 1, 90)),
        )
        for part, (start, end) in enumerate(pairwise(bent)):
            thick = (5.6, 4.9, 4.2, 3.6)[part] * (0.88 if number == 4 else 1.0)
            gap = 1.4 / np.hypot(end[0] - start[0], end[1] - start[1])
            ends = [tuple(np.add(np.multiply(start, 1 - f), np.multiply(end, f))) for f in (gap, 0.5, 1 - gap)]
            bone += _phalanx(grid, place(curve(ends, 50)), thick, last=part == len(bent) - 2)
    for x, z, wide, tall in CARPALS:
        centre = place([(x, z)])[0]
        r = np.hypot((grid.x - centre[0]) / wide, (grid.z - centre[2]) / tall) + 0.05 * cloud(grid, random, 12, 6)
        bone += 2.6 * chord(r, 3.0) + 1.6 * np.exp(-(((r - 0.95) / 0.08) ** 2))
    for shaft, radii in (
        (((-12, 24), (-11, 40), (-10, 120)), [14, 9, 7]),
        (((13, 24), (12, 40), (12, 120)), [8, 5.5, 5.5]),
    ):
        t = np.linspace(0, 1, 60)
        bone += _hollow(grid, place(curve(shaft, 60)), spline([0, 0.2, 1], radii, t), 2.0)
    palm = [(-2, 130), (-2, 60), (-2, 20), (0, -20), (2, -48)]
    soft = _with_limb(
        grid,
        soft,
        place(curve(palm, 60)),
        spline([0, 0.35, 0.55, 0.8, 1], [33, 30, 30, 40, 38], np.linspace(0, 1, 60)),
        0.62,
    )
    soft = blur(soft, 0.8 / grid.spacing_mm)
    grain = 1 + 0.03 * cloud(grid, random, 12.0, 1.5)
    water = np.asarray(np.maximum(soft * grain, 0), dtype=np.float32)
    return Layers(grid, grid.zeros(), water, np.maximum(bone, 0).astype(np.float32), np.zeros(soft.shape, dtype=bool))


def _with_limb(grid: Grid, soft: Array, line: Array, radii: Array, flatness: float = 0.85) -> Array:
    """The union of what is there and one round limb: the thickness at the nearest point of its axis."""
    found = soft.copy()
    for (x, _, z), radius in zip(line, radii, strict=True):
        # Only the square around this disc of the limb.
        left, top = (round(v) for v in grid.pixel(float(x - radius), float(z - radius)))
        right, bottom = (round(v) + 1 for v in grid.pixel(float(x + radius), float(z + radius)))
        rows, columns = slice(max(top, 0), max(bottom, 0)), slice(max(left, 0), max(right, 0))
        r = np.hypot(grid.x[:, columns] - x, grid.z[rows] - z) / radius
        found[rows, columns] = np.maximum(found[rows, columns], 2 * radius * flatness * chord(r))
    return found


def _hollow(grid: Grid, line: Array, radii: Array, cortex: float) -> Array:
    inner = np.maximum(radii - cortex, 0.3).astype(np.float32)
    image = draw_tubes(grid, polyline_tubes(line, radii)) - 0.8 * draw_tubes(grid, polyline_tubes(line, inner))
    return blur(image, 0.25 / grid.spacing_mm)


def _phalanx(grid: Grid, line: Array, thick: float, last: bool) -> Array:
    """A small long bone: broad ends, slim shaft, thick cortex in the middle."""
    t = np.linspace(0, 1, len(line), dtype=np.float32)
    head = 0.75 if last else 1.15
    radii = thick * spline([0, 0.08, 0.35, 0.7, 0.92, 1.0], [1.05, 1.25, 0.8, 0.72, head, 0.85 * head], t)
    return _hollow(grid, line, radii.astype(np.float32), 1.3)

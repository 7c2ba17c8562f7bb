"""Disease of the lungs as additional water: ground glass, consolidation, cavities; no detector, no files here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.frontal import LUNG_DENSITY, Layers
from cxr_desktop.phantom.rendering import (
    Array,
    Grid,
    Tubes,
    blur,
    bump,
    cloud,
    draw_tubes,
    enlarge,
    reduced,
    smoothstep,
)
from cxr_desktop.phantom.vessels import bronchial_tree, hilum


class Pattern(StrEnum):
    """What the lungs of a phantom show."""

    CLEAR = "clear"
    GROUND_GLASS = "ground_glass"
    """bilateral, peripheral, mostly basal hazy patches"""
    CONSOLIDATION = "consolidation"
    """one lobe, nearly solid, with air bronchograms"""
    CAVITIES = "cavities"
    """apical ring shadows in an infiltrate, with strands towards the hilum"""


@dataclass(frozen=True, slots=True)
class Lesion:
    """``water``: additional path length in millimetres. ``mask``: where the disease is plainly there."""

    water: Array
    mask: NDArray[np.bool_]


def lesion(pattern: Pattern, body: Body, layers: Layers, strength: float = 1.0) -> Lesion:
    """The disease of one body, the same for the same seed. ``strength`` scales its density."""
    grid = layers.grid
    if pattern is Pattern.CLEAR:
        return Lesion(grid.zeros(), np.zeros((grid.rows, grid.columns), dtype=bool))
    make = {
        Pattern.GROUND_GLASS: _ground_glass,
        Pattern.CONSOLIDATION: _consolidation,
        Pattern.CAVITIES: _cavities,
    }[pattern]
    # Disease has soft borders: half the resolution shows all of it.
    coarse = grid.coarser(2)
    small = Layers(coarse, reduced(layers.lung), grid.zeros(), grid.zeros(), layers.inside)
    water, extent = make(body, small, np.random.default_rng((body.seed, 11)))
    full = enlarge(np.stack([strength * water, extent]), coarse.rows * 2, coarse.columns * 2)[
        :, : grid.rows, : grid.columns
    ]
    return Lesion(full[0], (full[1] > 0.35) & layers.inside)


def _warped(grid: Grid, random: np.random.Generator, by_mm: float, size_mm: float) -> tuple[Array, Array]:
    """Coordinates with an irregular shift, so that no outline is an ellipse."""
    shift_x = by_mm * cloud(grid, random, size_mm, size_mm / 5)
    shift_z = by_mm * cloud(grid, random, size_mm, size_mm / 5)
    return grid.x + shift_x, grid.z + shift_z


def _ground_glass(body: Body, layers: Layers, random: np.random.Generator) -> tuple[Array, Array]:
    grid, h = layers.grid, body.height
    x, z = _warped(grid, random, 3.6, 30.0)
    extent = grid.zeros()
    for side in (-1, 1):
        for place in range(int(random.integers(4, 7))):
            # The first patch of each side sits at the base, the others anywhere along the pleura.
            at_z = random.uniform(175, 235) if place == 0 else random.triangular(70, 215, 250)
            border = float(body.lung_border(np.array([at_z * h], dtype=np.float32))[0])
            at_x = side * border * random.uniform(0.66, 0.92)
            wide, tall = random.uniform(20, 34), random.uniform(22, 40)
            r = np.sqrt(((x - at_x) / wide) ** 2 + ((z - at_z * h) / tall) ** 2)
            extent = np.maximum(extent, random.uniform(0.6, 1.0) * smoothstep(1.15, 0.35, r))
    lumps = np.clip(0.88 + 0.16 * cloud(grid, random, 18.0, 3.5, fall=1.0), 0.4, 1.3)
    mesh = 0.07 * np.abs(cloud(grid, random, 5.0, 1.6, fall=0.5)) * extent
    density = extent * lumps + mesh
    return 0.235 * layers.lung * density, extent


def _consolidation(body: Body, layers: Layers, random: np.random.Generator) -> tuple[Array, Array]:
    grid, h, w = layers.grid, body.height, body.width
    lobe = str(random.choice(["right upper", "right lower", "left lower", "middle"]))
    side = 1 if lobe.startswith("left") else -1
    x, z = _warped(grid, random, 2.2, 34.0)
    out = side * grid.x / w
    if lobe == "right upper":
        # The horizontal fissure is straight and sharp; it bulges a little downwards where the lobe is full.
        fissure = (112 + random.normal(0, 5)) * h + 0.05 * (out - 60) + 6 * bump(np.clip((out - 75) / 70, -1, 1))
        extent = smoothstep(1.6, -1.2, grid.z - fissure) * smoothstep(4, 40, z) * smoothstep(12, 30, out)
        extent = extent * (0.7 + 0.3 * smoothstep(20 * h, 70 * h, z))
    elif lobe == "middle":
        fissure = 118 * h + 0.07 * (out - 60) + 3 * bump(np.clip((out - 90) / 60, -1, 1))
        wedge = (out > 0) * smoothstep(-1.5, 2.5, grid.z - fissure) * smoothstep(232 * h, 140 * h, z)
        extent = wedge * smoothstep(136, 66, side * x / w + 0.3 * (z / h - 150))
    else:
        at_x, at_z = side * random.uniform(66, 88) * w, random.uniform(205, 225) * h
        r = np.sqrt(((x - at_x) / (58 * w)) ** 2 + ((z - at_z) / (58 * h)) ** 2)
        extent = smoothstep(1.1, 0.5, r)
    patchy = np.clip(0.95 + 0.08 * cloud(grid, random, 26.0, 5.0), 0.6, 1.15)
    density = extent * patchy
    tubes = bronchial_tree(body, side)
    air = blur(draw_tubes(grid, Tubes(tubes.start, tubes.end, tubes.start_radius * 1.25, tubes.end_radius * 1.25)), 1.2)
    solid = 0.43 * layers.lung * density
    return solid - np.minimum(air * 0.9, 8.0) * smoothstep(0.4, 0.9, extent), extent


def _cavities(body: Body, layers: Layers, random: np.random.Generator) -> tuple[Array, Array]:
    grid, h, w = layers.grid, body.height, body.width
    x, z = _warped(grid, random, 1.1, 16.0)
    first = int(random.choice([-1, 1]))
    water, extent, haze = grid.zeros(), grid.zeros(), grid.zeros()
    for number, side in enumerate((first, first, -first)[: int(random.integers(2, 4))]):
        at_x = side * random.uniform(52, 80) * w
        at_z = (random.uniform(34, 50) if number != 1 else random.uniform(66, 84)) * h
        outer, wall = random.uniform(13, 19) * (0.8 if number else 1.0), random.uniform(3.0, 4.8)
        r = np.hypot(x - at_x, (z - at_z) * random.uniform(0.85, 1.1))
        ring = 2 * np.sqrt(np.maximum(outer**2 - r**2, 0)) - 2 * np.sqrt(np.maximum((outer - wall) ** 2 - r**2, 0))
        # The lung that stood here is gone: its tissue is missing inside.
        water += 0.75 * ring - 1.3 * LUNG_DENSITY * np.sqrt(np.maximum((outer - wall) ** 2 - r**2, 0))
        extent = np.maximum(extent, smoothstep(outer + 1, outer - 1, r))
        haze = np.maximum(haze, smoothstep(2.6 * outer, 0.9 * outer, np.hypot(x - at_x, z - at_z)))
        root = hilum(body, side)
        strands = _strands(random, np.array([at_x, 0.0, at_z]), root, outer)
        water += 1.6 * draw_tubes(grid, strands)
    nodules = np.maximum(cloud(grid, random, 10.0, 2.6, fall=0.6) - 0.2, 0.0)
    infiltrate = haze * (0.09 + 0.075 * nodules)
    water += infiltrate * layers.lung
    return blur(water.astype(np.float32), 0.8 / grid.spacing_mm), np.maximum(extent, 0.6 * haze)


def _strands(random: np.random.Generator, start: NDArray[np.floating], end: NDArray[np.floating], gap: float) -> Tubes:
    """Scars from a cavity to the hilum, thin and nearly straight."""
    number, pieces = 7, 8
    t = np.linspace(0, 1, pieces + 1)[:, None, None]
    spread = random.normal(0, 7, (1, number, 3))
    away = (end - start) / np.sqrt(((end - start) ** 2).sum())
    first = start + away * gap + random.normal(0, gap / 3, (1, number, 3))
    points = (1 - t) * first + t * (end + spread) * 1.0 + np.sin(np.pi * t) * random.normal(0, 3, (1, number, 3))
    radius = np.full(pieces * number, 0.55, dtype=np.float32)
    return Tubes(
        points[:-1].reshape(-1, 3).astype(np.float32), points[1:].reshape(-1, 3).astype(np.float32), radius, radius
    )

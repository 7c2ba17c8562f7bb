"""The phantom's front door: a seed and a pattern become a picture with its ground truth; it knows no file formats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from cxr_desktop.phantom import detector, frontal, hand, lateral
from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.lesions import Pattern, lesion
from cxr_desktop.phantom.rendering import Array, Grid, blur

FIELD_MM = 425.0
"""Height of the frontal and lateral field."""


@dataclass(frozen=True, slots=True)
class Phantom:
    """A synthetic radiograph.

    ``pixels``: float32 (rows, columns) in 0…1, bright means dense. ``lesion_mask`` and ``lung_mask``: bool of the same
    shape, the ground truth. ``spacing_mm``: pixel size at the detector. ``view``: "PA", "AP", "LL" or "" for a hand.
    """

    pixels: Array
    lesion_mask: NDArray[np.bool_]
    lung_mask: NDArray[np.bool_]
    spacing_mm: float
    view: str
    pattern: Pattern
    body: Body


def chest(
    seed: int,
    pattern: Pattern = Pattern.CLEAR,
    rows: int = 1500,
    columns: int = 1250,
    view: str = "PA",
    body: Body | None = None,
    strength: float = 1.0,
) -> Phantom:
    """A chest from the front, ``view`` "PA" or "AP" (in bed). The same arguments give the same pixels."""
    person = body or Body.random(seed)
    posed = person.supine() if view == "AP" else person
    random = np.random.default_rng((seed, 40))
    grid = _field(rows, columns, FIELD_MM * random.uniform(0.97, 1.03), random.normal(0, 4), -62 + random.normal(0, 5))
    layers = frontal.layers(posed, grid)
    disease = lesion(pattern, posed, layers, strength)
    signal = detector.expose(layers.water + disease.water, layers.bone, grid.spacing_mm, detector.FRONTAL, random)
    shown = detector.present(signal, grid.spacing_mm, detector.FRONTAL)
    shown = _with_marker(shown, grid, random)
    return Phantom(shown, disease.mask, layers.inside, grid.spacing_mm, view, pattern, person)


def lateral_chest(seed: int, rows: int = 1500, columns: int = 1250, body: Body | None = None) -> Phantom:
    """A chest from the left side; no disease is drawn in this view."""
    person = body or Body.random(seed)
    random = np.random.default_rng((seed, 41))
    grid = _field(rows, columns, FIELD_MM, 6.0, -62.0)
    layers = lateral.layers(person, grid)
    signal = detector.expose(layers.water, layers.bone, grid.spacing_mm, detector.LATERAL, random)
    shown = detector.present(signal, grid.spacing_mm, detector.LATERAL)
    nothing = np.zeros(shown.shape, dtype=bool)
    return Phantom(shown, nothing, layers.inside, grid.spacing_mm, "LL", Pattern.CLEAR, person)


def palm(seed: int, rows: int = 1200, columns: int = 1000) -> Phantom:
    """A hand: what the gate must turn away."""
    random = np.random.default_rng((seed, 42))
    grid = _field(rows, columns, 252.0, -2.0, -190.0)
    layers = hand.layers(seed, grid)
    signal = detector.expose(layers.water, layers.bone, grid.spacing_mm, detector.HAND, random)
    shown = detector.present(signal, grid.spacing_mm, detector.HAND)
    nothing = np.zeros(shown.shape, dtype=bool)
    return Phantom(shown, nothing, nothing, grid.spacing_mm, "", Pattern.CLEAR, Body.random(seed))


def with_square(pixels: Array, x: float, y: float, side: float, value: float = 1.0) -> Array:
    """A copy with a bright square; centre (column, row) and side in pixels. For tests of geometry."""
    rows, columns = pixels.shape
    top, bottom = max(0, round(y - side / 2)), min(rows, round(y + side / 2))
    left, right = max(0, round(x - side / 2)), min(columns, round(x + side / 2))
    changed = pixels.copy()
    changed[top:bottom, left:right] = value
    return changed


def _field(rows: int, columns: int, height_mm: float, middle: float, top: float) -> Grid:
    spacing = height_mm / rows
    return Grid(rows, columns, spacing, middle - columns * spacing / 2, top)


def _with_marker(shown: Array, grid: Grid, random: np.random.Generator) -> Array:
    """The lead letter R beside the patient's right shoulder, a little crooked as they are."""
    size = max(12, round(17 / grid.spacing_mm))
    stamp = Image.new("L", (2 * size, 2 * size), 0)
    ImageDraw.Draw(stamp).text(
        (size, size), "R", fill=255, font=ImageFont.load_default(size), anchor="mm", stroke_width=1
    )
    stamp = stamp.rotate(float(random.normal(0, 4)), resample=Image.Resampling.BICUBIC)
    lead = np.asarray(stamp, dtype=np.float32) / 255.0
    column = round(grid.columns * random.uniform(0.07, 0.1))
    row = round(grid.rows * random.uniform(0.055, 0.085))
    top, left = max(0, row - size), max(0, column - size)
    part = shown[top : row + size, left : column + size]
    letter = blur(lead[lead.shape[0] - part.shape[0] :, lead.shape[1] - part.shape[1] :], 0.15 / grid.spacing_mm)
    marked = shown.copy()
    marked[top : row + size, left : column + size] = np.maximum(part, np.clip(letter, 0, 1) * np.float32(0.97))
    return marked

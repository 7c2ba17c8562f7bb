"""The rectangle round both lungs, cut out of an image, and which of its pixels are lung; knows no network.

Training uses these functions with an affine of its own, so what it learns from is what is served.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels; may leave the picture."""

REDUCED_SIDE = 640
"""Pixels: lungs are found, cut out and harmonised on a copy whose shorter side is not longer."""

_MIDDLE = (0.1, 0.1, 0.9, 0.85)
"""Where lungs usually lie, for pictures in which none were found: left, top, right, bottom as shares."""


def reduced(grey: NDArray[np.float32]) -> tuple[NDArray[np.float32], Affine]:
    """The image with a shorter side of at most ``REDUCED_SIDE``, by area averaging, and the map back to ``grey``."""
    rows, columns = grey.shape
    shorter = min(rows, columns)
    if shorter <= REDUCED_SIDE:
        return grey, Affine()
    blocks = shorter // REDUCED_SIDE  # whole blocks first: four times as fast for large films
    small = np.asarray(Image.fromarray(grey).reduce(blocks), dtype=np.float32) if blocks > 1 else grey
    height, width = (max(1, round(side * REDUCED_SIDE / shorter)) for side in (rows, columns))
    image = _averaged(_averaged(small, 0.0, rows / blocks / height, height).T, 0.0, columns / blocks / width, width).T
    return np.ascontiguousarray(image, dtype=np.float32), Affine(a=columns / width, e=rows / height)


def moved(lungs: LungField, onto: Affine) -> LungField:
    """The same lungs on another grid: ``onto`` maps pixels of their image to pixels of the other one."""
    return LungField.from_packed(lungs.height, lungs.width, lungs.packed, onto.after(lungs.to_source))


def zone_cells(lungs: LungField) -> NDArray[np.uint8]:
    """The ``LungZone`` of each cell, (height, width). Raises ``ValueError`` where the bytes do not fit the size."""
    if len(lungs.zones) != lungs.height * lungs.width:
        raise ValueError("a lung field holds height × width zones")
    return np.frombuffer(lungs.zones, dtype=np.uint8).reshape(lungs.height, lungs.width)


def lung_rectangle(lungs: LungField | None, shape: tuple[int, int], margin: float) -> Rectangle:
    """The box round both lungs, widened by ``margin`` of its sides on each side, in pixels of the image of ``shape``.

    ``None``: the middle of the picture, where lungs usually lie, as it is.
    """
    if lungs is None:
        rows, columns = shape
        return columns * _MIDDLE[0], rows * _MIDDLE[1], columns * _MIDDLE[2], rows * _MIDDLE[3]
    cells = zone_cells(lungs) > 0
    rows_with, columns_with = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    if not rows_with.size:
        raise ValueError("a lung field without lungs")
    corners = [
        lungs.to_source.apply(float(x), float(y))
        for x in (columns_with[0], columns_with[-1] + 1)
        for y in (rows_with[0], rows_with[-1] + 1)
    ]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    across, down = margin * (right - left), margin * (bottom - top)
    return left - across, top - down, right + across, bottom + down


def cut_out(
    grey: NDArray[np.float32], rectangle: Rectangle, height: int, width: int
) -> tuple[NDArray[np.float32], Affine]:
    """``rectangle`` stretched to (height, width), and the map from its pixels to those of ``grey``.

    Each direction is averaged over areas where it shrinks, and interpolated where it grows. Beyond the picture lies
    its minimum.
    """
    left, top, right, bottom = rectangle
    step_x, step_y = (right - left) / width, (bottom - top) / height
    lowest = grey.min()
    image = _averaged(_averaged(grey - lowest, top, step_y, height).T, left, step_x, width).T
    return np.ascontiguousarray(image, dtype=np.float32) + lowest, Affine(step_x, 0.0, left, 0.0, step_y, top)


def _averaged(values: NDArray[np.floating], start: float, step: float, count: int) -> NDArray[np.float64]:
    """``count`` means over stretches of ``step`` rows from ``start`` on, with the exact part of each row; 0 beyond.

    Stretches shorter than a row are as long as one, which is linear interpolation. Pillow's box filter takes rows
    whole or not at all, so at a step of 1.3 what it gives depends on where in a row the rectangle starts.
    """
    rows = values.shape[0]
    length = max(step, 1.0)
    centres = start + step * (np.arange(count) + 0.5)
    sums = np.zeros((rows + 1, values.shape[1]))
    np.cumsum(values, axis=0, dtype=np.float64, out=sums[1:])

    def up_to(edges: NDArray[np.float64]) -> NDArray[np.float64]:
        whole = np.minimum(edges.astype(np.intp), rows - 1)
        part = (edges - whole)[:, None]
        return np.asarray((1.0 - part) * sums[whole] + part * sums[whole + 1])

    low, high = (np.clip(centres + sign * length / 2, 0.0, rows) for sign in (-1, 1))
    return np.asarray((up_to(high) - up_to(low)) / length)


def lungs_at(lungs: LungField | None, to_grey: Affine, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Which pixels of a grid of ``shape`` are lung; ``to_grey`` maps them to pixels of the image of ``lungs``.

    ``None``: every pixel, for grey statistics of the whole rectangle.
    """
    if lungs is None:
        return np.ones(shape, dtype=bool)
    place = lungs.to_source.inverse().after(to_grey).as_tuple()
    cells = Image.fromarray((zone_cells(lungs) > 0).astype(np.uint8) * np.uint8(255))
    seen = cells.transform((shape[1], shape[0]), Image.Transform.AFFINE, place, Image.Resampling.BILINEAR)
    return np.asarray(seen) > 127


def dilated(mask: NDArray[np.bool_], steps: int) -> NDArray[np.bool_]:
    """``mask`` grown by ``steps`` pixels up, down, left and right (a diamond)."""
    grown = mask.copy()
    for _ in range(steps):
        before = grown.copy()
        grown[1:] |= before[:-1]
        grown[:-1] |= before[1:]
        grown[:, 1:] |= before[:, :-1]
        grown[:, :-1] |= before[:, 1:]
    return grown


def softened(mask: NDArray[np.bool_], sigma: float) -> NDArray[np.float32]:
    """``mask`` as 0…1 with a Gaussian edge; beyond the grid it goes on as at its border."""
    soft = mask.astype(np.float32)
    reach = max(1, round(4 * sigma))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / max(sigma, 1e-6)) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for axis in (0, 1):
        size = soft.shape[axis]
        padded = np.pad(soft, [(reach, reach) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        shifted = (padded[k : k + size] if axis == 0 else padded[:, k : k + size] for k in range(2 * reach + 1))
        soft = np.sum([w * s for w, s in zip(weights, shifted, strict=True)], axis=0, dtype=np.float32)
    return soft

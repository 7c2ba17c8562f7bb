"""The rectangle round both lungs, cut out of an image, and which of its pixels are lung; knows no network.

Training uses these functions with an affine of its own, so what it learns from is what is served.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone

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
    small = block_means(block_means(grey, blocks, 0), blocks, 1) if blocks > 1 else grey
    height, width = (max(1, round(side * REDUCED_SIDE / shorter)) for side in (rows, columns))
    fewer_rows = averaged(small, 0, 0.0, rows / blocks / height, height)
    image = averaged(fewer_rows, 1, 0.0, columns / blocks / width, width)
    return image, Affine(a=columns / width, e=rows / height)


def block_means(grey: NDArray[np.float32], blocks: int, axis: int) -> NDArray[np.float32]:
    """Means of ``blocks`` pixels each along one axis; the last may be of fewer. Pillow would copy the image first."""
    along = np.moveaxis(grey, axis, 0)
    whole, left_over = divmod(len(along), blocks)
    shape = list(grey.shape)
    shape[axis] = whole + (left_over > 0)
    result = np.empty(shape, dtype=np.float32)
    means = np.moveaxis(result, axis, 0)
    end = whole * blocks
    np.add(along[0:end:blocks], along[1:end:blocks], out=means[:whole])
    for part in range(2, blocks):
        means[:whole] += along[part:end:blocks]
    means[:whole] *= np.float32(1 / blocks)
    if left_over:
        means[-1] = along[end:].mean(axis=0)
    return result


def moved(lungs: LungField, onto: Affine) -> LungField:
    """The same lungs on another grid: ``onto`` maps pixels of their image to pixels of the other one."""
    return LungField.from_packed(lungs.height, lungs.width, lungs.packed, onto.after(lungs.to_source))


def zone_cells(lungs: LungField) -> NDArray[np.uint8]:
    """The ``LungZone`` of each cell, (height, width). Raises ``ValueError`` where the bytes do not fit the size."""
    if len(lungs.zones) != lungs.height * lungs.width:
        raise ValueError("a lung field holds height × width zones")
    return np.frombuffer(lungs.zones, dtype=np.uint8).reshape(lungs.height, lungs.width)


def has_both(lungs: LungField) -> bool:
    """Whether there is a lung on either side."""
    cells = zone_cells(lungs)
    return bool((cells >= LungZone.LEFT_UPPER).any() and ((cells > 0) & (cells < LungZone.LEFT_UPPER)).any())


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
    rows = averaged(grey - lowest, 0, top, step_y, height)
    return averaged(rows, 1, left, step_x, width) + lowest, Affine(step_x, 0.0, left, 0.0, step_y, top)


def averaged(values: NDArray[np.float32], axis: int, start: float, step: float, count: int) -> NDArray[np.float32]:
    """``count`` means along ``axis`` over stretches of ``step`` pixels from ``start`` on; 0 beyond the picture.

    Every pixel counts with the exact part that lies in the stretch. Stretches shorter than a pixel are as long as one,
    which is linear interpolation. Pillow's box filter takes pixels whole or not at all, so at a step of 1.3 what it
    gives would depend on where in a pixel the rectangle starts.
    """
    length = max(step, 1.0)
    low = start + step * (np.arange(count) + 0.5) - length / 2
    first = np.floor(low).astype(np.intp)
    size, result = values.shape[axis], np.float32(0)
    for tap in range(int(np.ceil(length)) + 1):
        pixel = first + tap
        part = np.minimum(low + length, pixel + 1) - np.maximum(low, pixel)
        part = np.where((pixel >= 0) & (pixel < size), np.maximum(part, 0.0), 0.0) / length
        weight = part.astype(np.float32)[:, None] if axis == 0 else part.astype(np.float32)
        result = result + weight * np.take(values, np.clip(pixel, 0, size - 1), axis=axis)
    return np.asarray(result, dtype=np.float32)


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

"""Heat map → place on the image → colours → blend; the screen and every export share it. No Qt, no files."""

from __future__ import annotations

from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import SaliencyMap
from cxr_desktop.imaging.colour_maps import INFERNO
from cxr_desktop.imaging.contour import contour

__all__ = [
    "CONTOUR_AT",
    "INFERNO",
    "blend",
    "colourise",
    "contour",
    "has_evidence",
    "render",
    "tick_labels",
    "ticks",
    "upsample",
]

CONTOUR_AT = 0.5
"""The dashed line runs where the map reaches this share of its scale."""

_BLOCK_PIXELS = 1 << 20


def upsample(map: SaliencyMap) -> NDArray[np.float32]:
    """The cells as an array (height, width). Raises ``ValueError`` where the bytes do not fit the size."""
    if len(map.values) != 4 * map.height * map.width:
        raise ValueError("a heat map holds height × width values")
    return np.frombuffer(map.values, dtype="<f4").reshape(map.height, map.width).astype(np.float32)


def has_evidence(map: SaliencyMap) -> bool:
    """Whether anything in the map speaks for its class; if not, say "no positive evidence" and draw nothing."""
    return bool(np.any(upsample(map) > 0.0))


def render(map: SaliencyMap, shape: tuple[int, int], scale: float) -> NDArray[np.float32]:
    """The map on the source image's grid of ``shape`` (rows, columns), in 0…1 of ``scale``, clipped.

    ``scale`` is the logit contribution at the top of the colour bar (> 0). Smooth between the centres of cells (a cubic
    step, which neither creases nor overshoots), fading over the outer half of the outermost cells to 0 outside the
    map, which is what the model did not see. For a reduced grid, put the reduction behind ``to_source``.
    """
    if not scale > 0.0:
        raise ValueError("a heat map needs a positive scale")
    cells = np.clip(np.nan_to_num(upsample(map), nan=0.0) / np.float32(scale), 0.0, 1.0)
    back = map.to_source.inverse()
    if back.b == 0.0 and back.d == 0.0:
        across, down = _weights(back.a, back.c, shape[1], map.width), _weights(back.e, back.f, shape[0], map.height)
        return np.asarray(down @ cells @ across.T, dtype=np.float32)
    if back.a == 0.0 and back.e == 0.0:
        # Quarter turns: the image's columns run along the map's rows.
        down, across = _weights(back.d, back.f, shape[1], map.height), _weights(back.b, back.c, shape[0], map.width)
        return np.asarray(across @ cells.T @ down.T, dtype=np.float32)
    return _render_any(cells, back, shape)


def _weights(step: float, start: float, pixels: int, cells: int) -> NDArray[np.float32]:
    """(pixels, cells): how much of every cell arrives at every pixel along one axis."""
    position = np.asarray(step * (np.arange(pixels) + 0.5) + start, dtype=np.float64)
    low, share = _between(position, cells)
    inside = _fade(position, cells)
    weights = np.zeros((pixels, cells), dtype=np.float32)
    rows = np.arange(pixels)
    weights[rows, low] += (1.0 - share) * inside
    weights[rows, np.minimum(low + 1, cells - 1)] += share * inside
    return weights


def _between(position: NDArray[np.float64], cells: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """(lower cell, share of the next one) for positions in cells, whose centres are at +0.5."""
    centred = np.clip(position - 0.5, 0.0, cells - 1.0)
    low = np.minimum(np.floor(centred).astype(np.intp), max(0, cells - 2))
    between = centred - low
    return low, between * between * (3.0 - 2.0 * between)


def _fade(position: NDArray[np.float64], cells: int) -> NDArray[np.float64]:
    """1 inside, 0 outside, a smooth step over the outer half cell: a hard edge would look like a finding."""
    near = np.clip(2.0 * np.minimum(position, cells - position), 0.0, 1.0)
    return np.asarray(near * near * (3.0 - 2.0 * near))


def _render_any(cells: NDArray[np.float32], back: Affine, shape: tuple[int, int]) -> NDArray[np.float32]:
    """A map at any angle, by blocks of rows so that large images need little memory."""
    height, width = cells.shape
    result = np.empty(shape, dtype=np.float32)
    x = np.arange(shape[1])[None, :] + 0.5
    step = max(1, _BLOCK_PIXELS // max(1, shape[1]))
    for top in range(0, shape[0], step):
        y = np.arange(top, min(top + step, shape[0]))[:, None] + 0.5
        column, row = back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f
        left, right_share = _between(column, width)
        upper, lower_share = _between(row, height)
        right, lower = np.minimum(left + 1, width - 1), np.minimum(upper + 1, height - 1)
        value = (1 - lower_share) * ((1 - right_share) * cells[upper, left] + right_share * cells[upper, right])
        value += lower_share * ((1 - right_share) * cells[lower, left] + right_share * cells[lower, right])
        result[top : top + y.shape[0]] = value * _fade(column, width) * _fade(row, height)
    return result


def colourise(
    values: NDArray[np.float32], opacity: float, table: NDArray[np.uint8] = INFERNO, threshold: float = 0.0
) -> NDArray[np.uint8]:
    """0…1 → (…, 4) RGBA, not premultiplied. Zero is transparent, alpha grows with the value up to ``opacity``.

    Weak evidence stays faint and strong evidence never hides the radiograph. What is below ``threshold`` is
    transparent; the colours of the rest do not change.
    """
    levels = np.arange(256) / 255.0
    colours = np.empty((256, 4), dtype=np.uint8)
    colours[:, :3] = table
    colours[:, 3] = np.rint(255.0 * min(max(opacity, 0.0), 1.0) * (1.0 - (1.0 - levels) ** 2))
    index = np.rint(np.clip(np.nan_to_num(values, nan=0.0), 0.0, 1.0) * 255.0).astype(np.uint8)
    colours[levels < threshold, 3] = 0
    # Four bytes are moved at once as one number.
    return np.take(colours.view(np.uint32)[:, 0], index)[..., None].view(np.uint8)


def blend(grey: NDArray[np.uint8], rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Colours over a grey image of the same rows and columns: (rows, columns, 3)."""
    # All of it fits into 16 bits; one colour after the other, since NumPy is slow along an axis of three.
    result = np.empty((*grey.shape, 3), dtype=np.uint8)
    alpha = rgba[..., 3].astype(np.uint16)
    below = grey * (np.uint16(255) - alpha) + np.uint16(128)
    for colour in range(3):
        mixed = rgba[..., colour] * alpha + below
        result[..., colour] = (mixed + (mixed >> 8)) >> 8  # a division by 255, rounded
    return result


def ticks(top: float) -> tuple[float, ...]:
    """Values to write beside the colour bar: 0, round steps between, and the top itself; at most six."""
    if not top > 0:
        return (0.0,)
    raw = top / 4
    power = 10 ** floor(log10(raw))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= raw * 0.9999)
    between = [index * step for index in range(1, 10) if index * step < top - 0.4 * step]
    return (0.0, *between, top)


def tick_labels(values: tuple[float, ...]) -> list[str]:
    """The fewest decimals, at least one, that tell the ticks apart; zero is ``0``."""
    texts = [f"{value:.1f}" for value in values]
    for digits in range(1, 7):
        texts = [f"{value:.{digits}f}" for value in values]
        if all(abs(float(text) - value) < 0.02 * values[-1] for text, value in zip(texts, values, strict=True)):
            break
    return ["0" if value == 0 else text for value, text in zip(values, texts, strict=True)]

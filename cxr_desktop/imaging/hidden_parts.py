"""A radiograph with its borders, its markers or all but its lungs hidden; pure numpy, knows no model and no file.

What is hidden is filled from what lies around it, so that the hiding itself is no sign. Only the surroundings of the
lungs become black, as in the test whose areas a model's card has.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.imaging.lung_region import dilated

Grey = NDArray[np.float32]
Mask = NDArray[np.bool_]

BORDER = 0.08
"""Of each side, as a share of it."""
CORNER = 0.22
"""Width and height of each corner in which markers are looked for first, as a share of the sides."""
REACH = 32
"""Lungs are widened by the shorter side / 32 before anything is hidden: a segmenter's edge is not sharp."""
_LETTER = 0.12
"""A marker is brighter than what lies around it by this share of the picture's range …"""
_NEIGHBOURHOOD = 24
"""… which is the mean of cells of the longer side / 24."""
_MIDDLE = 0.25
"""Letters are looked for outside the middle half of the width: between the lungs bright edges are spine and heart."""


def widened(lungs: Mask) -> Mask:
    """The mask and what lies within reach of it."""
    return dilated(lungs, max(1, round(min(lungs.shape) / REACH)))


def border_mask(shape: tuple[int, int], lungs: Mask | None) -> Mask:
    """A strip along all four sides, but no lung."""
    rows, columns = shape
    down, across = max(1, round(BORDER * rows)), max(1, round(BORDER * columns))
    mask = np.ones(shape, dtype=bool)
    mask[down : rows - down, across : columns - across] = False
    return mask if lungs is None else mask & ~widened(lungs)


def marker_mask(grey: Grey, lungs: Mask | None) -> Mask:
    """The four corners, and what is much brighter than its surroundings beside the chest, but no lung."""
    rows, columns = grey.shape
    down, across = max(1, round(CORNER * rows)), max(1, round(CORNER * columns))
    mask = np.zeros(grey.shape, dtype=bool)
    for vertical in (slice(0, down), slice(rows - down, rows)):
        for horizontal in (slice(0, across), slice(columns - across, columns)):
            mask[vertical, horizontal] = True
    mask |= _letters(grey)
    return mask if lungs is None else mask & ~widened(lungs)


def _letters(grey: Grey) -> Mask:
    low, high = np.percentile(grey, (0.5, 99.9))
    if not high > low:
        return np.zeros(grey.shape, dtype=bool)
    smooth = _stretched(_shrunk(grey, _NEIGHBOURHOOD), grey.shape)
    bright = grey - smooth > _LETTER * (high - low)
    columns = grey.shape[1]
    bright[:, round(_MIDDLE * columns) : round((1 - _MIDDLE) * columns)] = False
    return dilated(bright, max(1, round(min(grey.shape) / 100)))


def filled(grey: Grey, hidden: Mask) -> Grey:
    """``grey`` with the hidden part taken from what is seen around it, ever further away where nothing is near."""
    seen = (~hidden).astype(np.float32)
    if not seen.any():
        return np.full_like(grey, grey.mean())
    fill = np.zeros_like(grey)
    known = np.zeros(grey.shape, dtype=bool)
    for cells in (48, 24, 12, 6, 3, 1):
        weight = _stretched(_shrunk(seen, cells), grey.shape)
        total = _stretched(_shrunk(grey * seen, cells), grey.shape)
        usable = (weight > 0.05) & ~known if cells > 1 else ~known
        fill[usable] = total[usable] / np.maximum(weight[usable], 1e-6)
        known |= usable
    return np.where(hidden, fill, grey).astype(np.float32)


def blackened(grey: Grey, hidden: Mask) -> Grey:
    """``grey`` with the hidden part at the picture's lowest value."""
    return np.where(hidden, grey.min(), grey).astype(np.float32)


def at_size(mask: Mask, shape: tuple[int, int]) -> Mask:
    """The same mask for a larger or smaller copy of the picture."""
    if mask.shape == shape:
        return mask
    picture = Image.fromarray(mask.astype(np.uint8))
    return np.asarray(picture.resize((shape[1], shape[0]), Image.Resampling.NEAREST)) > 0


def _shrunk(values: Grey, cells: int) -> Grey:
    """Area means on a grid with ``cells`` along the longer side."""
    rows, columns = values.shape
    longer = max(rows, columns)
    size = max(1, round(columns * cells / longer)), max(1, round(rows * cells / longer))
    return np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BOX), dtype=np.float32)


def _stretched(values: Grey, shape: tuple[int, int]) -> Grey:
    picture = Image.fromarray(values).resize((shape[1], shape[0]), Image.Resampling.BILINEAR)
    return np.asarray(picture, dtype=np.float32)

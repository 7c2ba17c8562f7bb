"""Modality values along a line through an image; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.imaging.pixels import GreyImage

MOST_SAMPLES = 4096


@dataclass(frozen=True, slots=True, eq=False)
class LineProfile:
    """``places`` in 0…1 along the line and the modality ``values`` there; padding and what lies outside is NaN."""

    places: NDArray[np.float64]
    values: NDArray[np.float64]

    @property
    def range(self) -> tuple[float, float] | None:
        """Lowest and highest value, ``None`` where the line meets no image."""
        known = self.values[~np.isnan(self.values)]
        return (float(known.min()), float(known.max())) if known.size else None


def sample_line(image: GreyImage, start: tuple[float, float], end: tuple[float, float]) -> LineProfile:
    """The pixels nearest to points one pixel apart on the line from ``start`` to ``end``, in image coordinates (pixel
    centres at +0.5). Real values, not interpolated ones: what is plotted is what the detector stored."""
    count = min(MOST_SAMPLES, max(2, ceil(hypot(end[0] - start[0], end[1] - start[1])) + 1))
    places = np.linspace(0.0, 1.0, count)
    columns = np.floor(start[0] + (end[0] - start[0]) * places).astype(np.int64)
    rows = np.floor(start[1] + (end[1] - start[1]) * places).astype(np.int64)
    height, width = image.pixels.shape
    inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    values = np.full(count, np.nan)
    codes = image.pixels[rows[inside], columns[inside]]
    found = codes * image.value_scale + image.value_offset
    if image.padding is not None:
        found[(codes >= image.padding[0]) & (codes <= image.padding[1])] = np.nan
    values[inside] = found
    return LineProfile(places, values)

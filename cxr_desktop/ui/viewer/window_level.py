"""Window and level: how a drag changes them, and the presets of an image; knows no Qt and draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.imaging.pixels import GreyImage, Voi
from cxr_desktop.ui.viewer.pyramid import Pyramid

DRAG_PIXELS_PER_DOUBLING = 220.0
DRAG_PIXELS_PER_WIDTH = 500.0
PRESET_KEYS = 9

_SENSIBLE = (
    # Percentiles of what the reader sees, from dark to bright.
    ("High contrast", 5.0, 95.0),
    ("Lungs", 0.5, 70.0),
    ("Mediastinum and bones", 40.0, 99.8),
)


@dataclass(frozen=True, slots=True)
class ValueRange:
    """Lowest and highest value of an image, and the smallest step between two, in modality units."""

    low: float
    high: float
    step: float = 1.0

    @classmethod
    def of(cls, image: GreyImage, pyramid: Pyramid) -> ValueRange:
        """Of the content without padding."""
        ends = sorted(code * image.value_scale + image.value_offset for code in pyramid.code_range)
        return cls(ends[0], ends[1], abs(image.value_scale))


def extent(voi: Voi) -> tuple[float, float]:
    """(centre, width) of any kind of window; of a lookup table, the values that it covers."""
    if voi.function == "lut" and voi.table is not None:
        return voi.first_mapped + len(voi.table) / 2, float(len(voi.table))
    return voi.center, voi.width


def dragged(voi: Voi, dx: float, dy: float, inverted: bool, values: ValueRange) -> Voi:
    """The window after a drag of (dx, dy) device-independent pixels: right is wider, up is brighter.

    ``inverted`` is the total inversion of what is shown; up stays brighter with it. Width changes by ratio, so that
    the feel is the same for 8 and 16 bits; the level moves by parts of the width, so that narrow windows move finely.
    """
    centre, width = extent(voi)
    wider = width * 2 ** (dx / DRAG_PIXELS_PER_DOUBLING)
    upwards = centre + (dy if not inverted else -dy) * width / DRAG_PIXELS_PER_WIDTH
    span = max(values.high - values.low, values.step)
    wider = min(max(wider, values.step), 4 * span + values.step)
    return adjusted(voi, min(max(upwards, values.low - span), values.high + span), wider)


def adjusted(voi: Voi, centre: float, width: float) -> Voi:
    """The same kind of curve over other values; a lookup table keeps its shape and is stretched."""
    if voi.function == "lut" and voi.table is not None:
        count = min(max(min(16, len(voi.table)), round(width)), 1 << 17)
        places = np.linspace(0.0, len(voi.table) - 1.0, count)
        table = np.rint(np.interp(places, np.arange(len(voi.table)), voi.table)).astype(np.uint16)
        return replace(voi, explanation="", first_mapped=float(round(centre - count / 2)), table=table)
    if voi.function == "linear":
        # PS3.3 C.11.2.1.2.1: a linear window is at least 1 wide.
        width = max(1.0, width)
    return replace(voi, explanation="", center=centre, width=width)


def full_range(values: ValueRange) -> Voi:
    """Preset 0: everything between the lowest and the highest value."""
    width = max(values.high - values.low, values.step)
    return Voi("Full range", "linear_exact", center=(values.low + values.high) / 2, width=width)


def presets(image: GreyImage, pyramid: Pyramid, default: Voi) -> tuple[Voi, ...]:
    """Presets 1–9: the file's own windows, then the automatic one where the file has none, then sensible ones."""
    own = tuple(_named(voi, index) for index, voi in enumerate(image.vois, start=1))
    if not own:
        own = (default,)
    values = pyramid.sample().astype(np.float64) * image.value_scale + image.value_offset
    sensible = tuple(_between(title, values, low, high, image.inverted) for title, low, high in _SENSIBLE)
    return (own + tuple(voi for voi in sensible if voi is not None))[:PRESET_KEYS]


def _named(voi: Voi, index: int) -> Voi:
    return voi if voi.explanation.strip() else replace(voi, explanation=f"Window {index}")


def _between(title: str, values: NDArray[np.float64], low: float, high: float, inverted: bool) -> Voi | None:
    if inverted:
        low, high = 100 - high, 100 - low
    if values.size == 0:
        return None
    bottom, top = np.percentile(values, (low, high))
    if not top > bottom:
        return None
    return Voi(title, "linear_exact", center=float(bottom + top) / 2, width=float(top - bottom))

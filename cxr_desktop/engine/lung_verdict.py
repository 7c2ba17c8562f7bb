"""Are both lungs in the picture? Judges where the segmenter found them; reads no pixels and runs no network."""

from __future__ import annotations

import numpy as np

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.imaging.lung_region import zone_cells

NOT_FOUND = "the lungs were not found"
CUT_OFF = "the lungs are cut off at the edge of the picture"

_EDGE_CELLS = 1.5
"""A lung that comes as near as this to the edge of the picture touches it."""
_LONG = 0.55
"""Share of one side of the picture along which lungs are cut off."""
_SHORT = 0.2
"""The same where two sides are touched. Together they stop 10 of 4,766 real frontal chests, half of them zoomed."""


def lung_verdict(field: LungField | None, image_size: tuple[int, int]) -> QualityVerdict | None:
    """``None`` where both lungs lie in the picture. ``image_size`` is (rows, columns) of the source image."""
    if field is None:
        return QualityVerdict(GateClass.CROPPED, usable=False, reason=NOT_FOUND)
    first, second = sorted(touched_sides(field, image_size), reverse=True)[:2]
    if first >= _LONG or second >= _SHORT:
        return QualityVerdict(GateClass.CROPPED, usable=False, reason=CUT_OFF)
    return None


def touched_sides(field: LungField, image_size: tuple[int, int]) -> tuple[float, float, float, float]:
    """Share of the (top, bottom, left, right) side of the picture that lungs touch, 0…1."""
    lungs = zone_cells(field) != LungZone.OUTSIDE
    left, top, right, bottom = _picture(field, image_size)
    y, x = np.arange(field.height), np.arange(field.width)
    upper, lower = y + 0.5 < top + _EDGE_CELLS, y + 0.5 > bottom - _EDGE_CELLS
    before, behind = x + 0.5 < left + _EDGE_CELLS, x + 0.5 > right - _EDGE_CELLS
    across, down = max(right - left, 1.0), max(bottom - top, 1.0)
    return (
        float(lungs[upper].any(axis=0).sum() / across),
        float(lungs[lower].any(axis=0).sum() / across),
        float(lungs[:, before].any(axis=1).sum() / down),
        float(lungs[:, behind].any(axis=1).sum() / down),
    )


def _picture(field: LungField, image_size: tuple[int, int]) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the picture in cells."""
    rows, columns = image_size
    back = field.to_source.inverse()
    (x0, y0), (x1, y1) = back.apply(0.0, 0.0), back.apply(float(columns), float(rows))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

"""Do two lungs look like those of a frontal chest? Judges their outline alone, and has never seen anything else.

A segmenter that learned from frontal chests finds "lungs" in a hand too, but not in the places and forms of lungs. So
this judge needs no examples of what is no chest: it is as good for kinds of pictures that nobody thought of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.engine.familiarity import Familiarity, distance
from cxr_desktop.imaging.lung_region import has_both, zone_cells
from cxr_desktop.imaging.preprocess import resample

LUNG_SHAPE_FILE = "lung_shape.safetensors"
"""Beside a gate's weights: the distribution of ``outline`` over frontal chests, as a ``Familiarity``."""
FEW_LUNGS = 3.0
"""Distance where one lung was found. The other may be white, so a gate that is very sure is believed."""
NO_LUNGS = 8.0
"""Distance where none was found, and the largest one."""

_SIDE = 16
OUTLINE_LENGTH = 2 * _SIDE**2 + 2
_WEIGHT_OF_FORM = 4.0
"""Beside 512 cells of 0…1, two numbers must be large to be heard."""
_USUAL_AREA = 0.3
_USUAL_DISTANCE = 1.0
_SUREST = 5.0

Array = NDArray[np.float32]


def outline(field: LungField | None) -> Array | None:
    """(``OUTLINE_LENGTH``,) the cells of the right and the left lung in the rectangle round both, and its form.

    ``None`` unless both lungs were found.
    """
    if field is None or not has_both(field):
        return None
    zones = zone_cells(field)
    lungs = zones != LungZone.OUTSIDE
    right = lungs & (zones < LungZone.LEFT_UPPER)
    rows, columns = np.flatnonzero(lungs.any(axis=1)), np.flatnonzero(lungs.any(axis=0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cells = [_coarse(side[box]) for side in (right, lungs & ~right)]
    height, width = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    form = _WEIGHT_OF_FORM * np.log([width / height, np.sqrt(lungs.mean() / _USUAL_AREA)])
    return np.concatenate([*cells, form]).astype(np.float32)


def _coarse(side: NDArray[np.bool_]) -> Array:
    return resample(side.astype(np.float32), _SIDE, _SIDE, "stretch")[0].ravel()


def shape_distance(field: LungField | None, shape: Familiarity) -> float:
    """How far the lungs are from those of frontal chests: about 1 for one of them, at most ``NO_LUNGS``."""
    seen = outline(field)
    if seen is None:
        return NO_LUNGS if field is None else FEW_LUNGS
    return min(NO_LUNGS, float(distance(seen[None], shape)[0]))


def shape_distances(fields: Sequence[LungField | None], shape: Familiarity) -> NDArray[np.float64]:
    """Of many images."""
    return np.asarray([shape_distance(field, shape) for field in fields])


def lung_rule(document: Mapping[str, Any]) -> tuple[float, float] | None:
    """(weight, threshold) of a gate's card, ``None`` where it does not look at lungs."""
    rule = document.get("lung_shape")
    return (float(rule["weight"]), float(rule["threshold"])) if isinstance(rule, Mapping) else None


def joint_score(
    frontal: NDArray[np.floating[Any]] | float, away: NDArray[np.floating[Any]] | float, weight: float
) -> NDArray[np.float64]:
    """What gate and lungs say together: the log odds of "frontal chest", less ``weight`` for each unit of distance.

    ``frontal`` are probabilities, ``away`` distances of the lungs. The surest gate is not surer than ``_SUREST``, so
    that lungs are always heard.
    """
    p = np.clip(np.asarray(frontal, dtype=np.float64), 1e-12, 1.0 - 1e-12)
    odds = np.minimum(np.log(p) - np.log1p(-p), _SUREST)
    return np.asarray(odds - weight * np.maximum(np.asarray(away) - _USUAL_DISTANCE, 0.0))

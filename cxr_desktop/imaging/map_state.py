"""May this heat map be drawn, and if not, why: one rule for the viewer, the findings panel and every export."""

from __future__ import annotations

from enum import Enum, auto

import numpy as np

from cxr_desktop.domain.map_method import is_absolute
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, SaliencyMap, Status
from cxr_desktop.imaging.overlay import has_evidence, upsample


class MapState(Enum):
    """Why there is a heat map to see, or none."""

    NOT_SCORED = auto()
    NO_CLASS = auto()
    NO_MAP = auto()
    NO_EVIDENCE = auto()
    NO_SCALE = auto()
    BELOW = auto()
    DRAWN = auto()


def map_state(
    prediction: Prediction | None, card: ModelCard | None, finding: Finding, below_operating_point: bool
) -> MapState:
    """Nothing is drawn where nothing speaks for the finding, without a scale for the colours (a method whose scale is
    relative brings its own), or, unless ``below_operating_point`` asks for it, under the point of high sensitivity."""
    if prediction is None or prediction.status is not Status.SCORED:
        return MapState.NOT_SCORED
    probability = prediction.probabilities.get(finding)
    if probability is None:
        return MapState.NO_CLASS
    found = prediction.map_of(finding)
    if found is None:
        return MapState.NO_MAP
    if not has_evidence(found):
        return MapState.NO_EVIDENCE
    if card is None or not map_top(found, card) > 0.0:
        return MapState.NO_SCALE
    is_hidden = card.is_below(finding, probability) and not below_operating_point
    return MapState.BELOW if is_hidden else MapState.DRAWN


def map_top(found: SaliencyMap, card: ModelCard | None) -> float:
    """The value at the top of the colour bar: the card's for contributions to the logit, else the map's own maximum."""
    if is_absolute(found.method):
        return float(card.map_scale.get(found.finding.value, 0.0)) if card is not None else 0.0
    return float(np.nan_to_num(upsample(found), nan=0.0).max(initial=0.0))

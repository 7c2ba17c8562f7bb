"""May this heat map be drawn, and if not, why: one rule for the viewer, the findings panel and every export."""

from __future__ import annotations

from enum import Enum, auto

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.imaging.overlay import has_evidence


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
    """Nothing is drawn where nothing speaks for the finding, without a scale for the colours, or, unless
    ``below_operating_point`` asks for it, under the point of high sensitivity."""
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
    if card is None or not card.map_scale.get(finding.value, 0.0) > 0.0:
        return MapState.NO_SCALE
    is_hidden = card.is_below(finding, probability) and not below_operating_point
    return MapState.BELOW if is_hidden else MapState.DRAWN

"""The order of the worklist: by the model's class of interest, with failures where they are seen; total and stable."""

from __future__ import annotations

from enum import IntEnum

from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.domain.worklist import ScoreState, WorklistEntry


class Priority(IntEnum):
    """Groups of the worklist from top to bottom.

    A study that could not be scored may hold anything: it stands above every study that the model called anything
    less than high risk. A study that still waits stands above those that are known to be low.
    """

    ABOVE = 0
    NOT_SCORED = 1
    BETWEEN = 2
    WAITING = 3
    BELOW = 4
    NOT_AN_IMAGE = 5


_BY_BAND = {RiskBand.ABOVE: Priority.ABOVE, RiskBand.BETWEEN: Priority.BETWEEN, RiskBand.BELOW: Priority.BELOW}


def priority(entry: WorklistEntry) -> Priority:
    """The group of an entry. A scored study without bands (a model without operating points) counts as between."""
    state = entry.state
    if state is ScoreState.SCORED:
        return _BY_BAND.get(entry.band, Priority.BETWEEN) if entry.band else Priority.BETWEEN
    if state is ScoreState.NOT_SCORED:
        return Priority.NOT_SCORED
    if state is ScoreState.NOT_AN_IMAGE:
        return Priority.NOT_AN_IMAGE
    return Priority.WAITING


def sort_key(entry: WorklistEntry) -> tuple[int, float, int]:
    """Ascending key of the worklist: group, falling risk, arrival."""
    risk = entry.risk
    return int(priority(entry)), -(risk if risk is not None else 0.0), entry.order

"""What may be said of a film whose finest wavelets were left out: how far a number moves, and when that matters.

How far they move was measured for each model by ``tests.benchmarks.reduced_decoding`` and stands in its card.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding

MAY_MOVE = 0.002
"""A probability, at most."""

_TO_SPARE = 1.1
"""What was seen on some hundred films is not the most that there is."""


class Change(NamedTuple):
    """The most that was seen: in a probability, and in its log odds, ``None`` where nobody looked at those."""

    probability: float
    log_odds: float | None


def change_of(card: ModelCard) -> Change | None:
    """``None``: nobody measured it, or with another temperature than the card's."""
    measured = card.document.get("reduced_decoding")
    if not measured or measured["temperature"] != card.temperature:
        return None
    return Change(float(measured["probability_change"]), measured.get("log_odds_change"))


def may_do(card: ModelCard) -> bool:
    """Whether there are films for which the model does not need all pixels."""
    change = change_of(card)
    return change is not None and (change.probability <= MAY_MOVE or change.log_odds is not None)


def are_enough(card: ModelCard, shares: Mapping[Finding, float]) -> bool:
    """Whether all pixels would give nearly these probabilities, and the same bands."""
    change = change_of(card)
    if change is None:
        return False
    moves = {f: _move(change, share) for f, share in shares.items()}
    if max(moves.values(), default=0.0) > MAY_MOVE:
        return False
    return not any(card.is_near_another_band(f, share, 2 * moves[f]) for f, share in shares.items())


def _move(change: Change, share: float) -> float:
    """How far this probability may lie from the one of all pixels."""
    if change.log_odds is None or change.probability <= MAY_MOVE:
        return change.probability
    # Where the whole moves too far, that is in the middle of the scale: log odds move a probability by p(1 − p).
    return _TO_SPARE * change.log_odds * share * (1.0 - share)

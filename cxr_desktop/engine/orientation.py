"""How a frontal chest lies: turned, with black and white exchanged, mirrored; judges logits and runs no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Correction, GateClass, QualityVerdict
from cxr_desktop.engine.calibration import probabilities

ON_ITS_SIDE = "the film lies on its side"
UPSIDE_DOWN = "the film is upside down"
EXCHANGED = "black and white are exchanged"
MIRRORED = "the image looks mirrored, or the heart lies on the right"
TURNED, INVERTED, MIRROR = "turned", "inverted", "mirrored"
QUESTIONS = (TURNED, INVERTED, MIRROR)
"""What a card has a threshold for, in ``orientation_thresholds``."""

_G = TypeVar("_G", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Lie:
    """One way for a film to lie. ``quarter_turns`` counter-clockwise would set it upright.

    Whether it is ``mirrored`` (left and right exchanged) is said of the upright film.
    """

    quarter_turns: int = 0
    inverted: bool = False
    mirrored: bool = False

    @property
    def name(self) -> str:
        """The class in cards and recipes: "turns1_inverted_mirrored"."""
        return f"turns{self.quarter_turns}" + "_inverted" * self.inverted + "_mirrored" * self.mirrored

    def laid(self, upright: NDArray[_G], brightest: float = 1.0) -> NDArray[_G]:
        """An upright film, (rows, columns), as it looks when it lies like this; values are 0…``brightest``."""
        film = np.rot90(upright[:, ::-1] if self.mirrored else upright, -self.quarter_turns)
        laid = np.subtract(brightest, film, dtype=upright.dtype, casting="unsafe") if self.inverted else film
        return np.ascontiguousarray(laid)


LIES = tuple(
    Lie(turns, inverted, mirrored) for turns in range(4) for inverted in (False, True) for mirrored in (False, True)
)
CLASSES = tuple(lie.name for lie in LIES)
_BY_NAME = {lie.name: lie for lie in LIES}


@dataclass(frozen=True, slots=True)
class Seen:
    """Probabilities of each answer by itself: ``turns`` of 0 to 3 quarter turns, ``inverted``, ``mirrored``."""

    turns: tuple[float, float, float, float]
    inverted: float
    mirrored: float


def seen(logits: NDArray[np.floating], classes: Sequence[str], temperature: float = 1.0) -> Seen:
    """(classes,) logits → each question's answer, summed over the answers to the others."""
    p = probabilities(np.asarray(logits, dtype=np.float32), temperature)
    lies = [(_BY_NAME[name], float(share)) for name, share in zip(classes, p, strict=True)]
    turns = tuple(sum(share for lie, share in lies if lie.quarter_turns == k) for k in range(4))
    return Seen(
        (turns[0], turns[1], turns[2], turns[3]),
        sum(share for lie, share in lies if lie.inverted),
        sum(share for lie, share in lies if lie.mirrored),
    )


def orientation_verdict(
    logits: NDArray[np.floating], card: ModelCard, frontal: QualityVerdict | None
) -> tuple[QualityVerdict | None, tuple[str, ...]]:
    """What becomes of the verdict on a frontal chest (``None`` where no gate was asked), and flags for a scored image.

    A film is stopped only where the network is sure, and then with what would set it right; a mirrored one is never
    stopped, since the heart may lie on the right.
    """
    found = seen(logits, card.classes, card.temperature)
    limits = thresholds_of(card.document)
    turn = int(np.argmax(found.turns))
    turned = turn != 0 and found.turns[turn] >= limits[TURNED]
    inverted = found.inverted >= limits[INVERTED]
    if turned or inverted:
        reason = _reason(turn if turned else 0, inverted)
        correction = Correction(turn if turned else 0, inverted)
        stopped = GateClass.TURNED if turned else GateClass.INVERTED
        return QualityVerdict(stopped, False, reason, frontal.probabilities if frontal else {}, correction), ()
    return frontal, (MIRRORED,) if found.mirrored >= limits[MIRROR] else ()


def thresholds_of(document: Mapping[str, object]) -> dict[str, float]:
    """The probabilities from which on a card's network is believed, by question."""
    limits = document["orientation_thresholds"]
    assert isinstance(limits, Mapping), "the card was checked"
    return {question: float(limits[question]) for question in QUESTIONS}


def _reason(quarter_turns: int, inverted: bool) -> str:
    lies = {0: "", 1: ON_ITS_SIDE, 2: UPSIDE_DOWN, 3: ON_ITS_SIDE}[quarter_turns]
    return " and ".join(part for part in (lies, EXCHANGED if inverted else "") if part)

"""How a film lies is judged question by question, and only where the network is sure."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cxr_desktop.domain.prediction import Correction, GateClass, QualityVerdict
from cxr_desktop.engine import orientation
from cxr_desktop.engine.card import parse_card
from cxr_desktop.engine.orientation import CLASSES, LIES, MIRRORED, Lie, orientation_verdict, seen
from cxr_desktop.imaging.preprocess import rotation
from tests.engine.conftest import card_document

FRONTAL = QualityVerdict(GateClass.FRONTAL_CHEST, usable=True, probabilities={"frontal_chest": 0.9})


def _card(**limits: float):
    document = card_document(
        "orientation",
        classes=list(CLASSES),
        temperature=1.0,
        orientation_thresholds={"turned": 0.9, "inverted": 0.9, "mirrored": 0.9} | limits,
    )
    document |= {
        "format": 1,
        "head": "linear",
        "files": {"weights.safetensors": "0" * 64, "model.onnx": "0" * 64},
        "self_test": {"seed": 1, "logits": [0.0] * len(CLASSES), "tolerance": 0.1},
    }
    from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION

    return parse_card(json.dumps(document | {"preprocess_version": PREPROCESS_VERSION}).encode())


def _logits(shares: dict[Lie, float]) -> np.ndarray:
    left = (1.0 - sum(shares.values())) / (len(LIES) - len(shares))
    return np.log(np.array([shares.get(lie, left) for lie in LIES], dtype=np.float32))


def test_there_are_sixteen_ways_to_lie_and_their_names_say_which():
    assert len(set(CLASSES)) == 16
    assert Lie(3, inverted=True, mirrored=True).name == "turns3_inverted_mirrored"
    assert CLASSES[0] == "turns0"


@pytest.mark.parametrize("lie", LIES, ids=CLASSES)
def test_what_a_lie_names_as_its_correction_sets_the_film_right(lie):
    upright = np.arange(12, dtype=np.uint8).reshape(3, 4)
    laid = lie.laid(upright, brightest=255)
    corrected = np.rot90(laid, lie.quarter_turns)
    corrected = 255 - corrected if lie.inverted else corrected
    assert np.array_equal(corrected[:, ::-1] if lie.mirrored else corrected, upright)


def test_a_correction_turns_as_the_rest_of_the_engine_does():
    upright = np.zeros((4, 6))
    upright[0, 5] = 1.0
    laid = Lie(1).laid(upright)
    (y,), (x,) = np.nonzero(laid)
    to_laid = rotation(*laid.shape, 1)
    assert to_laid.apply(5.5, 0.5) == (x + 0.5, y + 0.5)


def test_each_question_is_answered_by_itself():
    found = seen(_logits({Lie(1): 0.3, Lie(1, inverted=True): 0.35, Lie(0, mirrored=True): 0.35}), CLASSES)
    assert found.turns == pytest.approx((0.35, 0.65, 0.0, 0.0), abs=1e-4)
    assert found.inverted == pytest.approx(0.35, abs=1e-4)
    assert found.mirrored == pytest.approx(0.35, abs=1e-4)


@pytest.mark.parametrize(
    ("lie", "gate_class", "reason"),
    [
        (Lie(1), GateClass.TURNED, "the film lies on its side"),
        (Lie(3, mirrored=True), GateClass.TURNED, "the film lies on its side"),
        (Lie(2), GateClass.TURNED, "the film is upside down"),
        (Lie(0, inverted=True), GateClass.INVERTED, "black and white are exchanged"),
        (Lie(2, inverted=True), GateClass.TURNED, "the film is upside down and black and white are exchanged"),
    ],
)
def test_a_film_that_surely_lies_otherwise_is_stopped_with_what_would_set_it_right(lie, gate_class, reason):
    verdict, flags = orientation_verdict(_logits({lie: 0.97}), _card(), FRONTAL)
    assert (verdict.gate_class, verdict.usable, verdict.reason) == (gate_class, False, reason)
    assert verdict.correction == Correction(lie.quarter_turns, lie.inverted)
    assert verdict.probabilities == FRONTAL.probabilities
    assert flags == ()


def test_a_film_of_which_the_network_is_not_sure_passes():
    verdict, flags = orientation_verdict(_logits({Lie(0): 0.3, Lie(2): 0.6}), _card(), FRONTAL)
    assert verdict is FRONTAL
    assert flags == ()


def test_a_mirrored_film_is_flagged_and_never_stopped():
    verdict, flags = orientation_verdict(_logits({Lie(0, mirrored=True): 0.99}), _card(), FRONTAL)
    assert verdict is FRONTAL
    assert flags == (MIRRORED,)


def test_the_thresholds_are_those_of_the_card():
    logits = _logits({Lie(2): 0.6, Lie(0): 0.3})
    assert not orientation_verdict(logits, _card(turned=0.5), FRONTAL)[0].usable
    assert orientation.thresholds_of(_card(turned=0.5).document)["turned"] == 0.5

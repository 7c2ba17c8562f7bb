"""The gate judges pixels; tags only raise flags."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.engine import gate
from cxr_desktop.engine.card import parse_card
from tests.engine.conftest import GATE_CLASSES, card_document, film

RNG = np.random.default_rng(5)


def _grey(seed: int = 0) -> np.ndarray:
    return (film(seed) / 65_535).astype(np.float32)


def _card(threshold: float = 0.6):
    document = card_document("gate", gate_threshold=threshold, temperature=1.0)
    document |= {
        "format": 1,
        "head": "linear",
        "preprocess_version": 1,
        "files": {"weights.safetensors": "0" * 64, "model.onnx": "0" * 64},
        "self_test": {"seed": 1, "logits": [0.0] * 4, "tolerance": 0.1},
    }
    return parse_card(json.dumps(document).encode())


def _logits(**shares: float) -> np.ndarray:
    return np.log(np.array([shares[name] for name in GATE_CLASSES], dtype=np.float32))


@pytest.mark.parametrize(
    "grey",
    [
        np.zeros((400, 300), np.float32),
        np.full((400, 300), 0.7, np.float32),
        np.full((400, 300), np.nan, np.float32),
        RNG.random((400, 300), dtype=np.float32),
        RNG.random((10_000, 2), dtype=np.float32),
        np.ones((1, 1), np.float32),
        np.pad(np.ones((6, 200), np.float32), ((200, 200), (50, 50))),
    ],
    ids=["black", "grey", "not numbers", "noise", "a line of pixels", "one pixel", "black with a bar"],
)
def test_a_picture_without_content_is_stopped_before_any_network(grey):
    verdict = gate.content_verdict(grey)
    assert verdict is not None
    assert (verdict.gate_class, verdict.usable, verdict.reason) == (GateClass.NO_CONTENT, False, "no image content")
    assert verdict.probabilities == {}


@pytest.mark.parametrize("seed", range(4))
def test_a_film_has_content_even_where_it_is_small_or_noisy(seed):
    grey = _grey(seed)
    assert gate.content_verdict(grey) is None
    assert gate.content_verdict(grey[::4, ::4]) is None
    noisy = grey + RNG.normal(0, 0.03, grey.shape)
    assert gate.content_verdict(np.clip(noisy, 0, 1).astype(np.float32)) is None


def test_a_clear_frontal_chest_is_usable():
    verdict = gate.network_verdict(
        _logits(frontal_chest=0.9, lateral_chest=0.05, not_chest=0.03, no_content=0.02), _card()
    )
    assert (verdict.gate_class, verdict.usable, verdict.reason) == (GateClass.FRONTAL_CHEST, True, "")
    assert verdict.probabilities["frontal_chest"] == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lateral_chest", "lateral view"),
        ("not_chest", "not a chest radiograph"),
        ("no_content", "no image content"),
    ],
)
def test_another_kind_of_image_is_stopped_with_its_name(name, reason):
    shares = dict.fromkeys(GATE_CLASSES, 0.1) | {name: 0.7}
    verdict = gate.network_verdict(_logits(**shares), _card())
    assert (verdict.gate_class, verdict.usable, verdict.reason) == (GateClass(name), False, reason)


@pytest.mark.parametrize(
    "shares",
    [
        {"frontal_chest": 0.55, "lateral_chest": 0.15, "not_chest": 0.15, "no_content": 0.15},
        {"frontal_chest": 0.3, "lateral_chest": 0.45, "not_chest": 0.15, "no_content": 0.1},
    ],
    ids=["frontal but unsure", "no majority"],
)
def test_an_uncertain_image_is_stopped_as_not_recognised(shares):
    verdict = gate.network_verdict(_logits(**shares), _card())
    assert not verdict.usable
    assert verdict.reason == "not recognised as a frontal chest radiograph"


def test_the_threshold_is_that_of_the_card():
    shares = {"frontal_chest": 0.55, "lateral_chest": 0.15, "not_chest": 0.15, "no_content": 0.15}
    assert gate.network_verdict(_logits(**shares), _card(0.5)).usable


def _header(**tags: str) -> Radiograph:
    return Radiograph("a.dcm", Source.DICOM, 100, 100, **tags)


def test_tags_that_contradict_a_scored_image_are_flagged():
    usable = QualityVerdict(GateClass.FRONTAL_CHEST, usable=True)
    flags = gate.header_flags(_header(body_part_examined="HAND", view_position="LL", modality="CT"), usable)
    assert flags == (
        "the header names another body part: HAND",
        "the header says lateral view",
        "the header names another modality: CT",
    )


@pytest.mark.parametrize("tags", [{}, {"body_part_examined": "CHEST", "view_position": "PA", "modality": "DX"}])
def test_tags_that_agree_or_are_absent_raise_no_flag(tags):
    assert gate.header_flags(_header(**tags), QualityVerdict(GateClass.FRONTAL_CHEST, usable=True)) == ()


def test_tags_of_a_stopped_image_are_not_discussed():
    stopped = QualityVerdict(GateClass.NOT_CHEST, usable=False, reason="not a chest radiograph")
    assert gate.header_flags(_header(body_part_examined="HAND"), stopped) == ()


def test_a_flag_shows_no_control_characters_and_no_novel():
    (flag,) = gate.header_flags(_header(body_part_examined="KN\u202eEE\n" + "x" * 5000), None)
    assert flag == "the header names another body part: KNEE" + "x" * 12

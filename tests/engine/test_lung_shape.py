"""Two lungs are told from what only a segmenter takes for them, by their outline."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.engine import gate
from cxr_desktop.engine.card import parse_card
from cxr_desktop.engine.familiarity import fit
from cxr_desktop.engine.lung_shape import (
    FEW_LUNGS,
    NO_LUNGS,
    OUTLINE_LENGTH,
    joint_score,
    lung_rule,
    outline,
    shape_distance,
    shape_distances,
)
from tests.engine.test_gate import _card

SIZE = 128


def _lungs(seed: int, scale: float = 1.0) -> LungField:
    """Two upright ellipses side by side, a little different for every seed."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    zones = np.zeros((SIZE, SIZE), np.uint8)
    for zone, centre in ((LungZone.RIGHT_MIDDLE, 0.32), (LungZone.LEFT_MIDDLE, 0.68)):
        wide, high = scale * rng.normal(0.13, 0.012), scale * rng.normal(0.27, 0.02)
        spread = ((x - rng.normal(centre, 0.01)) / wide) ** 2 + ((y - rng.normal(0.5, 0.02)) / high) ** 2
        zones[spread < 1] = zone
    return LungField(SIZE, SIZE, zones.tobytes(), Affine())


def _bars(vertical: bool) -> LungField:
    zones = np.zeros((SIZE, SIZE), np.uint8)
    zones[20:40, 10:118] = LungZone.RIGHT_UPPER
    zones[80:100, 10:118] = LungZone.LEFT_LOWER
    return LungField(SIZE, SIZE, (zones.T if vertical else zones).tobytes(), Affine())


def _one_lung() -> LungField:
    zones = np.frombuffer(_lungs(1).zones, np.uint8)
    return LungField(SIZE, SIZE, np.where(zones < LungZone.LEFT_UPPER, zones, 0).astype(np.uint8).tobytes(), Affine())


SHAPE = fit(np.stack([outline(_lungs(seed)) for seed in range(80)]))


def test_lungs_like_those_of_the_fit_are_near_wherever_they_lie_in_the_picture():
    near = shape_distances([_lungs(seed) for seed in range(100, 120)], SHAPE)
    assert near.mean() == pytest.approx(1.0, abs=0.4)
    zones = np.frombuffer(_lungs(3).zones, np.uint8).reshape(SIZE, SIZE)
    elsewhere = LungField(SIZE, SIZE, np.roll(zones, (9, -7), (0, 1)).tobytes(), Affine())
    assert shape_distance(elsewhere, SHAPE) == shape_distance(_lungs(3), SHAPE)


@pytest.mark.parametrize("vertical", [False, True])
def test_other_forms_are_far(vertical):
    assert shape_distance(_bars(vertical), SHAPE) > 3.0


def test_lungs_of_another_size_are_farther():
    assert shape_distance(_lungs(5, 0.4), SHAPE) > shape_distance(_lungs(5), SHAPE) + 0.5


def test_one_lung_and_none_have_distances_of_their_own():
    assert outline(_one_lung()) is None
    assert shape_distance(_one_lung(), SHAPE) == FEW_LUNGS
    assert shape_distance(None, SHAPE) == NO_LUNGS
    assert shape_distance(_bars(True), replace(SHAPE, noise=1e-9)) == NO_LUNGS


def test_an_outline_has_the_same_length_for_every_field():
    assert outline(_lungs(0)).shape == outline(_bars(False)).shape == (OUTLINE_LENGTH,)


def test_the_joint_score_weighs_odds_against_distance():
    assert joint_score(0.5, 1.0, 3.0) == pytest.approx(0.0)
    assert joint_score(0.5, 0.2, 3.0) == pytest.approx(0.0)
    assert joint_score(0.5, 3.0, 3.0) == pytest.approx(-6.0)
    assert joint_score(1.0, 1.0, 3.0) == joint_score(0.9999, 1.0, 3.0) == pytest.approx(5.0)
    assert joint_score(np.array([0.5, 0.9]), np.array([1.0, 1.0]), 3.0).shape == (2,)


def _logits(frontal: float, other: str = "not_chest") -> np.ndarray:
    names = ("frontal_chest", "lateral_chest", "not_chest", "no_content")
    left = (1 - frontal) / 20
    shares = {name: frontal if name == "frontal_chest" else left for name in names} | {other: 1 - frontal - 2 * left}
    return np.log(np.array([shares[name] for name in names], dtype=np.float32))


def _hearing(threshold: float = -2.0):
    document = dict(_card(0.6).document)
    document |= {"lung_shape": {"weight": 3.0, "threshold": threshold}}
    document["files"] = {**document["files"], "lung_shape.safetensors": "0" * 64}
    return parse_card(json.dumps(document).encode())


@pytest.mark.parametrize(
    ("frontal", "lungs", "usable", "reason"),
    [
        (0.95, 1.0, True, ""),
        (0.4, 1.0, True, ""),
        (0.95, 3.5, False, gate.UNLIKE_LUNGS),
        (0.999, FEW_LUNGS, True, ""),
        (0.9, FEW_LUNGS, False, gate.UNLIKE_LUNGS),
        (0.05, 1.0, False, gate.NOT_CHEST),
        (0.999, NO_LUNGS, False, gate.UNLIKE_LUNGS),
    ],
)
def test_network_and_lungs_decide_together(frontal, lungs, usable, reason):
    card = _hearing(-2.0 if lungs != FEW_LUNGS else -1.5)
    verdict = gate.network_verdict(_logits(frontal), card, lungs)
    assert (verdict.usable, verdict.reason) == (usable, reason)
    assert verdict.probabilities["frontal_chest"] == pytest.approx(frontal, abs=1e-3)


def test_where_nobody_looked_for_lungs_the_network_decides_alone():
    assert not gate.network_verdict(_logits(0.55), _hearing()).usable
    assert gate.network_verdict(_logits(0.65), _hearing()).usable
    assert not gate.network_verdict(_logits(0.55), _card(0.6), 1.0).usable


def test_a_card_names_the_rule_and_its_file_together():
    assert lung_rule(_hearing().document) == (3.0, -2.0)
    assert lung_rule(_card().document) is None
    document = dict(_card().document) | {"lung_shape": {"weight": 3.0, "threshold": 0.0}}
    with pytest.raises(CheckpointError, match="belong together"):
        parse_card(json.dumps(document).encode())
    broken = dict(_hearing().document) | {"lung_shape": {"weight": "much", "threshold": 0.0}}
    with pytest.raises(CheckpointError, match="weight"):
        parse_card(json.dumps(broken).encode())

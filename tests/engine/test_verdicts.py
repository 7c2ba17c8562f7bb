"""Gate, orientation and lungs have their say in an order: what an image is, how it lies, then its lungs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.prediction import GateClass
from cxr_desktop.engine import gate
from cxr_desktop.engine.checkpoint import read_card, save_copy
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE
from cxr_desktop.engine.lung_verdict import lung_verdict
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.orientation import CLASSES, LIES, MIRRORED, Lie
from cxr_desktop.engine.preparation import Prepared
from cxr_desktop.engine.verdicts import Gatekeeper
from tests.engine.test_lung_shape import SHAPE, _bars, _lungs

ROWS = COLUMNS = 128
TENSOR = np.zeros((1, 64, 64), np.float32)


def _prepared(lungs: LungField | None, sought: bool = True) -> Prepared:
    verdict = lung_verdict(lungs, (ROWS, COLUMNS)) if sought else None
    return Prepared(
        ScoreRequest("a.png"), gate_tensor=TENSOR, orientation_tensor=TENSOR, lungs=lungs, lungs_verdict=verdict
    )


@pytest.fixture(scope="session")
def keeper(make_model, triage_model, tmp_path_factory):
    """``keeper(frontal odds, lie)``: a gate that hears lungs, and an orientation network, with fixed answers."""

    def make(odds: float, lie: Lie = LIES[0], shape: bytes | None = None) -> Gatekeeper:
        plain = make_model("gate", bias=[odds, 0.0, 0.0, 0.0], temperature=1.0)
        card = read_card(plain)
        folder = tmp_path_factory.mktemp("gates") / "gate"
        rule = {"lung_shape": {"weight": 3.0, "threshold": -2.0}}
        save_copy(folder, {**card.document, **rule}, plain, card, {LUNG_SHAPE_FILE: shape or SHAPE.to_bytes()})
        bias = [9.0 if known == lie else 0.0 for known in LIES]
        limits = {"turned": 0.9, "inverted": 0.9, "mirrored": 0.9}
        lies = make_model("orientation", bias, name=lie.name, classes=list(CLASSES), orientation_thresholds=limits)
        folders = ModelFolders(Path(triage_model), folder, lies)
        return Gatekeeper(folders, read_cards(folders))

    return make


def _verdict(keeper: Gatekeeper, prepared: Prepared):
    verdicts, flags = keeper.judge([prepared])
    return verdicts[0], flags[0]


def test_a_frontal_chest_with_two_lungs_passes(keeper):
    verdict, flags = _verdict(keeper(4.0), _prepared(_lungs(1)))
    assert verdict.usable
    assert flags == ()


def test_lungs_that_look_like_lungs_carry_an_unsure_gate(keeper):
    unsure = keeper(0.5)
    assert _verdict(unsure, _prepared(_lungs(1)))[0].usable
    assert not _verdict(unsure, _prepared(None, sought=False))[0].usable


def test_a_sure_gate_is_not_believed_where_the_lungs_look_otherwise(keeper):
    verdict, _ = _verdict(keeper(4.0), _prepared(_bars(True)))
    assert (verdict.usable, verdict.reason) == (False, gate.UNLIKE_LUNGS)


def test_a_hand_is_called_a_hand_before_its_lungs_are_missed(keeper):
    assert _verdict(keeper(-6.0), _prepared(None))[0].reason == gate.NOT_RECOGNISED
    assert _verdict(keeper(4.0), _prepared(None))[0].reason == "the lungs were not found"


def test_a_film_that_lies_on_its_side_is_told_so_whatever_its_lungs_look_like(keeper):
    for lungs in (_bars(True), _lungs(1), None):
        verdict, _ = _verdict(keeper(4.0, Lie(1)), _prepared(lungs))
        assert verdict.gate_class is GateClass.TURNED


def test_a_stopped_film_is_not_flagged_as_mirrored(keeper):
    mirrored = keeper(4.0, Lie(mirrored=True))
    assert _verdict(mirrored, _prepared(_lungs(1)))[1] == (MIRRORED,)
    assert _verdict(mirrored, _prepared(_bars(True)))[1] == ()


def test_a_file_of_lungs_that_holds_something_else_is_refused(keeper):
    with pytest.raises(CheckpointError, match="not readable"):
        keeper(4.0, shape=b"something else")

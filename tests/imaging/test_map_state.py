"""One rule says whether a heat map may be drawn, and why not."""

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec
from cxr_desktop.domain.prediction import Finding, Prediction, SaliencyMap, Status
from cxr_desktop.imaging.map_state import MapState, map_state


def card(scale=2.0):
    point = OperatingPoint(Finding.COVID19, "sensitivity 0.98", 0.3, 1, 0, 1, 0)
    spec = PreprocessSpec(8, 8)
    classes = ("covid19", "normal")
    return ModelCard(
        "m", "M", "1", "triage", "resnet18", classes, spec, 1.0, (point,), {"covid19": scale} if scale else {}
    )


def prediction(probability=0.5, peak=1.0, status=Status.SCORED, with_map=True):
    values = np.array([[0.0, peak]], dtype="<f4").tobytes()
    maps = (SaliencyMap(Finding.COVID19, 1, 2, values, Affine()),) if with_map else ()
    return Prediction("/a", status, probabilities={Finding.COVID19: probability}, maps=maps)


@pytest.mark.parametrize(
    ("shown", "of", "state"),
    [
        (None, card(), MapState.NOT_SCORED),
        (prediction(status=Status.NOT_SCORED), card(), MapState.NOT_SCORED),
        (prediction(with_map=False), card(), MapState.NO_MAP),
        (prediction(peak=0.0), card(), MapState.NO_EVIDENCE),
        (prediction(), card(scale=None), MapState.NO_SCALE),
        (prediction(), None, MapState.NO_SCALE),
        (prediction(0.29), card(), MapState.BELOW),
        (prediction(0.3), card(), MapState.DRAWN),
    ],
)
def test_every_reason_not_to_draw_has_its_state(shown, of, state):
    assert map_state(shown, of, Finding.COVID19, below_operating_point=False) is state


def test_weak_evidence_is_drawn_when_asked_for():
    assert map_state(prediction(0.1), card(), Finding.COVID19, below_operating_point=True) is MapState.DRAWN


def test_a_class_that_the_model_does_not_have_has_no_map():
    assert map_state(prediction(), card(), Finding.TUBERCULOSIS, below_operating_point=True) is MapState.NO_CLASS

"""How far an image is from those that the model learned from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.engine import familiarity
from cxr_desktop.engine.familiarity import distance, familiarity_verdict, fit, pooled, read_familiarity

RNG = np.random.default_rng(8)
CHANNELS = 40
MIXING = RNG.normal(size=(6, CHANNELS))


def _features(n: int, seed: int = 1) -> np.ndarray:
    """Six strong directions and a little of all others, around 3."""
    rng = np.random.default_rng(seed)
    return (3 + rng.normal(size=(n, 6)) @ MIXING + 0.1 * rng.normal(size=(n, CHANNELS))).astype(np.float32)


PARAMETERS = fit(_features(500), threshold=1.8)


def test_images_like_those_of_the_fit_have_a_distance_of_about_one():
    found = distance(_features(400, seed=2), PARAMETERS)
    assert found.mean() == pytest.approx(1.0, abs=0.1)
    assert not PARAMETERS.is_strange(_features(400, seed=2)).any()


def test_what_leaves_the_training_images_directions_is_strange_even_where_it_is_not_far():
    off = _features(1, seed=3) + np.float32(0.5) * RNG.normal(size=CHANNELS).astype(np.float32)
    assert np.linalg.norm(off - PARAMETERS.mean) < np.linalg.norm(_features(400, 4) - PARAMETERS.mean, axis=1).max()
    assert PARAMETERS.is_strange(off).all()


def test_the_distance_is_that_of_the_whole_covariance():
    x = _features(3, seed=5)
    covariance = (PARAMETERS.axes.T * (PARAMETERS.variances - PARAMETERS.noise)) @ PARAMETERS.axes
    covariance = covariance + PARAMETERS.noise * np.eye(CHANNELS)
    centred = (x - PARAMETERS.mean).astype(np.float64)
    expected = np.sqrt(np.einsum("ni,ij,nj->n", centred, np.linalg.inv(covariance), centred) / CHANNELS)
    assert distance(x, PARAMETERS) == pytest.approx(expected, rel=1e-3)


def test_fewer_images_than_channels_are_enough():
    assert np.isfinite(distance(_features(9, seed=6), fit(_features(12)))).all()


def test_parameters_come_back_from_their_file():
    assert distance(_features(5), read_familiarity(PARAMETERS.to_bytes())) == pytest.approx(
        distance(_features(5), PARAMETERS)
    )
    assert read_familiarity(PARAMETERS.to_bytes()).threshold == pytest.approx(1.8)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no tensors",
        replace(PARAMETERS, mean=PARAMETERS.mean[:-1].copy()).to_bytes(),
        replace(PARAMETERS, noise=0.0).to_bytes(),
        replace(PARAMETERS, threshold=float("nan")).to_bytes(),
    ],
    ids=["empty", "text", "another number of channels", "no noise", "no threshold"],
)
def test_a_file_that_cannot_be_used_is_refused(data):
    with pytest.raises(CheckpointError, match="not readable"):
        read_familiarity(data)


def test_an_image_unlike_the_training_images_is_stopped_and_keeps_what_the_gate_said():
    frontal = QualityVerdict(GateClass.FRONTAL_CHEST, usable=True, probabilities={"frontal_chest": 0.9})
    near = np.broadcast_to(_features(1, 7)[0][:, None, None], (CHANNELS, 3, 3))
    assert familiarity_verdict(near, PARAMETERS, frontal) is frontal
    assert familiarity_verdict(near, PARAMETERS, None) is None
    stopped = familiarity_verdict(near + 9, PARAMETERS, frontal)
    assert stopped is not None
    assert (stopped.gate_class, stopped.usable) == (GateClass.UNFAMILIAR, False)
    assert stopped.reason == "unlike the images that the model learned from"
    assert stopped.probabilities == frontal.probabilities


def test_what_was_stopped_for_another_reason_keeps_it():
    lateral = QualityVerdict(GateClass.LATERAL_CHEST, usable=False, reason="lateral view")
    assert familiarity_verdict(np.full((CHANNELS, 2, 2), 99, np.float32), PARAMETERS, lateral) is lateral


def test_features_are_averaged_over_the_cells():
    assert pooled(np.arange(8, dtype=np.float32).reshape(1, 2, 2, 2)).tolist() == [[1.5, 5.5]]
    assert familiarity.FAMILIARITY_FILE == "familiarity.safetensors"

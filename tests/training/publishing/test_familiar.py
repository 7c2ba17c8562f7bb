"""A threshold of distance is chosen on places that the fit did not see."""

import numpy as np
import pytest

from cxr_desktop.engine.checkpoint import read_card, read_file
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE, read_familiarity
from training.__main__ import main
from training.publishing.familiar import fit_familiarity, held_out

CHANNELS = 12


def place(shift: float, n: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(n, CHANNELS)).astype(np.float32)
    features[:, 0] += shift
    return features


def test_another_hospital_s_chest_is_farther_than_the_own_and_every_place_counts_the_same():
    features = np.concatenate([place(0.0, 200, 1), place(4.0, 50, 2)])
    origins = np.array(["near"] * 200 + ["far"] * 50)
    far, weights = held_out(features, origins)
    assert len(far) == 250
    assert weights[:50].sum() == pytest.approx(weights[50:].sum()) == pytest.approx(1.0)
    assert np.median(far) > 1.2  # the fit did not see the place
    parameters = fit_familiarity(features, list(origins))
    assert not parameters.is_strange(features).any()
    assert parameters.is_strange(place(30.0, 20, 3)).all()


def test_one_place_alone_is_halved():
    far, weights = held_out(place(0.0, 100, 4), np.array(["only"] * 100))
    assert (len(far), weights.sum()) == (100, pytest.approx(2.0))


def test_a_published_model_carries_its_distance_and_says_what_it_does(published, pictures):
    card = read_card(published)
    parameters = read_familiarity(read_file(published, card, FAMILIARITY_FILE))
    block = card.document["metrics"]["familiarity"]
    assert block["threshold"] == pytest.approx(parameters.threshold, abs=1e-6)
    assert block["images"] == 24
    assert block["unfamiliar"] == sum(row["unfamiliar"] for row in block["by_collection"].values()) <= 2
    assert main(["measure", str(published), "--data", str(pictures), "--only", "familiarity"]) == 0

"""A patient stays on one side; an epoch draws classes and origins as the recipe says."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from training.data import Sample
from training.splits import check_disjoint, epoch_plan, log_prior, of_split, sampling_weights


def sample(n, label="a", split="train", origin="x", **more):
    return Sample(id=str(n), file=f"{n}.png", label=label, split=split, origin=origin, **more)


def test_a_patient_in_two_splits_is_refused():
    first = sample(1, patient="anna")
    check_disjoint([first, sample(2, patient="anna"), sample(3, split="test", patient="bert")])
    with pytest.raises(ValueError, match="patient"):
        check_disjoint([first, sample(2, split="val", patient="anna")])


@pytest.mark.parametrize("name", ["group", "file", "id"])
def test_a_look_alike_or_the_same_file_in_two_splits_is_refused(name):
    first = replace(sample(1), **{name: "same"})
    with pytest.raises(ValueError, match=name):
        check_disjoint([first, replace(sample(2, split="test"), **{name: "same"})])


def test_unknown_patients_are_not_one_patient():
    check_disjoint([sample(1), sample(2, split="test")])


def test_an_origin_that_is_left_out_is_gone():
    samples = [sample(1), sample(2, origin="y"), sample(3, split="val")]
    assert [s.id for s in of_split(samples, "train", ["y"])] == ["1"]


def test_weights_follow_the_shares_of_classes_and_origins():
    samples = [sample(n, "a", origin="x") for n in range(10)] + [sample(20, "a", origin="y")]
    samples += [sample(30 + n, "b", origin="x") for n in range(3)]
    weights = sampling_weights(samples, ["a", "b"], {"a": 3.0, "b": 1.0}, {"a": {"y": 0.6}})
    assert weights.sum() == pytest.approx(1.0)
    assert weights[:11].sum() == pytest.approx(0.75)
    assert weights[10] == pytest.approx(0.75 * 0.6)
    assert weights[0] == pytest.approx(0.75 * 0.4 / 10)


def test_an_epoch_shows_every_image_as_often_as_its_weight_says():
    weights = np.array([0.5, 0.25, 0.125, 0.125])
    plan = epoch_plan(weights, 80, seed=1, epoch=2)
    assert Counter(plan.tolist()) == {0: 40, 1: 20, 2: 10, 3: 10}
    assert (plan == epoch_plan(weights, 80, seed=1, epoch=2)).all()
    assert (plan != epoch_plan(weights, 80, seed=1, epoch=3)).any()


def test_the_prior_of_an_origin_is_what_an_epoch_draws_from_it():
    samples = [sample(1, "a"), sample(2, "b"), sample(3, "a", origin="y")]
    prior = log_prior(samples, np.array([0.3, 0.1, 0.6]), ["a", "b"], smoothing=0.0001)
    assert np.exp(prior["x"]) == pytest.approx([0.75, 0.25], abs=1e-3)
    assert np.exp(prior["y"]) == pytest.approx([1.0, 0.0], abs=1e-3)

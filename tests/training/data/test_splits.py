"""A patient stays on one side; an epoch draws classes and origins as the recipe says."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from tests.training.sources import sample
from training.data.sample import DataError
from training.data.splits import (
    check_disjoint,
    class_weights,
    epoch_plan,
    log_prior,
    of_split,
    sampling_weights,
    shuffled,
    undersampled_parts,
)


def test_a_patient_in_two_splits_is_refused():
    first = sample(1, patient="anna")
    check_disjoint([first, sample(2, patient="anna"), sample(3, split="test", patient="bert")])
    with pytest.raises(DataError, match=r"1 of 2 patients.*data\.resplit=true"):
        check_disjoint([first, sample(2, split="val", patient="anna"), sample(3, patient="bert")])


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


def test_class_weights_are_those_of_the_pneumonia_report():
    weights = class_weights(["pneumonia"] * 2549 + ["normal"] * 949, ["pneumonia", "normal"])
    assert weights.tolist() == [0.6861514319340918, 1.8429926238145415]


def test_class_weights_make_every_class_weigh_the_same():
    labels = ["a"] * 7 + ["b"] * 2 + ["c"]
    weights = class_weights(labels, ["a", "b", "c", "d"])
    assert (weights[:3] * [7, 2, 1]).tolist() == pytest.approx([2.5] * 3)
    assert weights[3] == 0.0


def test_every_member_of_an_undersampling_ensemble_sees_equal_classes_and_together_they_see_all():
    samples = [sample(n, "a") for n in range(23)] + [sample(100 + n, "b") for n in range(6)]
    parts = undersampled_parts(samples, ["a", "b"], seed=1)
    assert len(parts) == 4  # 23 / 6 rounded
    for part in parts:
        counts = Counter(s.label for s in part)
        assert counts["b"] == 6
        assert counts["a"] in (5, 6)
    assert {s.id for part in parts for s in part} == {s.id for s in samples}
    majority = [s.id for part in parts for s in part if s.label == "a"]
    assert len(majority) == len(set(majority))
    assert parts == undersampled_parts(samples, ["a", "b"], seed=1)
    assert parts != undersampled_parts(samples, ["a", "b"], seed=2)


def test_undersampling_works_for_several_classes():
    samples = [sample(n, "abbccccc"[n % 8]) for n in range(80)]
    parts = undersampled_parts(samples, ["a", "b", "c"], seed=1)
    assert len(parts) == 5
    assert all(Counter(s.label for s in part) == {"a": 10, "b": 10, "c": 10} for part in parts)


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


def test_a_plain_epoch_shows_every_image_once_in_another_order_each_time():
    first, second = shuffled(50, 1, 0), shuffled(50, 1, 1)
    assert sorted(first) == sorted(second) == list(range(50))
    assert (first != second).any()


def test_the_prior_of_an_origin_is_what_an_epoch_draws_from_it():
    samples = [sample(1, "a"), sample(2, "b"), sample(3, "a", origin="y")]
    prior = log_prior(samples, np.array([0.3, 0.1, 0.6]), ["a", "b"], smoothing=0.0001)
    assert np.exp(prior["x"]) == pytest.approx([0.75, 0.25], abs=1e-3)
    assert np.exp(prior["y"]) == pytest.approx([1.0, 0.0], abs=1e-3)

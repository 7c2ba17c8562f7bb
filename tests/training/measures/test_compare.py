"""Two models on the same images."""

import numpy as np
import pytest

from tests.training.invented_answers import judged, judged_of, labels_and_logits
from tests.training.measures.bootstrap import areas, draws
from training.measures.compare import mcnemar, paired_delong, side_by_side
from training.measures.metrics import auc
from training.report.numbers import numbers


def test_paired_delong_agrees_with_the_paired_bootstrap():
    rng = np.random.default_rng(2)
    positive = np.arange(300) < 100
    truth = rng.normal(positive * 1.0, 1.0)
    first, second = truth + rng.normal(0, 0.6, 300), truth + rng.normal(0, 1.2, 300)
    positives, negatives = draws(rng, 100, 4000), draws(rng, 200, 4000)  # the same images for both
    drawn = areas(positive, first, positives, negatives) - areas(positive, second, positives, negatives)
    test = paired_delong(positive, first, second)
    assert test["difference"] == pytest.approx(auc(positive, first) - auc(positive, second))
    assert test["low"] == pytest.approx(np.percentile(drawn, 2.5), abs=0.012)
    assert test["high"] == pytest.approx(np.percentile(drawn, 97.5), abs=0.012)
    back = paired_delong(positive, second, first)
    assert (back["difference"], back["p"]) == (pytest.approx(-test["difference"]), pytest.approx(test["p"]))


def test_a_model_does_not_differ_from_itself_and_one_positive_decides_nothing():
    score = np.linspace(0, 1, 20)
    same = paired_delong(np.arange(20) % 3 == 0, score, score)
    assert (same["difference"], same["p"]) == (0.0, 1.0)
    assert paired_delong(np.arange(20) == 5, score, score)["p"] is None


def test_mcnemar_is_the_exact_binomial_test_of_the_images_on_which_they_differ():
    first, second = np.array([True] * 30), np.array([True] * 20 + [False] * 10)
    test = mcnemar(first, second)
    assert (test["only_a_right"], test["only_b_right"], test["images"]) == (10, 0, 30)
    assert test["p"] == pytest.approx(2 * 0.5**10)
    assert mcnemar(first, first)["p"] == 1.0


def test_models_stand_side_by_side_pair_by_pair():
    labels, logits = labels_and_logits(200)
    noise = np.random.default_rng(9).normal(0, 2, logits.shape)
    models = [judged_of(labels, logits), judged_of(labels, logits + noise), judged_of(labels, logits, name="third")]
    found = side_by_side(models, [numbers(model, "test") for model in models])
    assert [model["model"] for model in found["models"]] == [
        "Invented (invented), number 1",
        "Invented (invented), number 2",
        "Third",
    ]
    assert len(found["delong"]) == 3
    assert found["delong"][0]["difference"] > 0
    assert {row["what"] for row in found["mcnemar"]} == {
        "class decided for",
        "found at its own sensitivity 0.95",
        "passed at its own sensitivity 0.95",
    }
    positives = int((labels == 0).sum())
    assert {row["images"] for row in found["mcnemar"]} == {200, positives, 200 - positives}


def test_models_that_look_for_different_things_are_not_tested_against_each_other():
    import dataclasses

    first = judged(60)
    second = dataclasses.replace(first, positive="pneumonia", name="other", title="Other")
    third = dataclasses.replace(
        judged(60), samples=tuple(dataclasses.replace(s, file=f"x{s.file}") for s in first.samples)
    )
    found = side_by_side([first, second, third], [numbers(m, "test") for m in (first, second, third)])
    assert found["delong"] == []
    assert len(found["notes"]) == 3
    assert "look for different things" in found["notes"][0]
    assert "no images in common" in found["notes"][1]

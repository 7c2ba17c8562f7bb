"""Numbers about predictions against hand-made cases."""

import numpy as np
import pytest

from training.metrics import auc, auc_interval, counts, pairs_inside_origins, threshold_at_sensitivity


def test_delong_agrees_with_the_bootstrap():
    rng = np.random.default_rng(0)
    positive = np.arange(300) < 90
    score = rng.normal(positive * 1.1, 1.0)
    drawn = []
    for _ in range(800):
        at = np.concatenate([rng.choice(90, 90), 90 + rng.choice(210, 210)])
        drawn.append(auc(positive[at], score[at]))
    low, high = auc_interval(positive, score)
    assert low == pytest.approx(np.percentile(drawn, 2.5), abs=0.012)
    assert high == pytest.approx(np.percentile(drawn, 97.5), abs=0.012)


def test_an_area_that_cannot_be_known_is_not_a_number():
    assert np.isnan(auc(np.ones(4, dtype=bool), np.arange(4.0)))
    assert np.isnan(auc_interval(np.array([True, False, False]), np.arange(3.0))).all()


@pytest.mark.parametrize(("goal", "found"), [(1.0, 10), (0.98, 10), (0.9, 9), (0.85, 9), (0.5, 5)])
def test_the_threshold_finds_the_share_of_positives_that_was_asked_for(goal, found):
    positive = np.array([True] * 10 + [False] * 10)
    score = np.concatenate([np.linspace(0.3, 0.9, 10), np.linspace(0.0, 0.6, 10)])
    threshold = threshold_at_sensitivity(positive, score, goal)
    table = counts(positive, score, threshold)
    assert table["true_positives"] == found
    assert sum(table.values()) == 20
    assert table == counts(positive, score, round(threshold, 6))


def test_classes_are_compared_inside_a_collection_only():
    labels = np.array([0, 1] * 10)
    logits = np.stack([1.0 - labels, labels], axis=1) * 2.0
    same = pairs_inside_origins(labels, logits, ["one"] * 20, ["a", "b"])
    assert same["one: a v b"]["auc"] == 1.0
    apart = pairs_inside_origins(labels, logits, ["one" if v else "two" for v in labels], ["a", "b"])
    assert apart == {}

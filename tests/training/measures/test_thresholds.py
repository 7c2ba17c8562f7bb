"""Thresholds against hand-made cases."""

import numpy as np
import pytest

from training.measures.metrics import CURVE_POINTS
from training.measures.thresholds import (
    counts,
    predictive_values,
    rounded_threshold,
    threshold_at_sensitivity,
    threshold_at_specificity,
    threshold_rows,
    with_rates,
)

POSITIVE = np.array([True] * 10 + [False] * 10)
SCORE = np.concatenate([np.linspace(0.3, 0.9, 10), np.linspace(0.0, 0.6, 10)])


@pytest.mark.parametrize(("goal", "found"), [(1.0, 10), (0.98, 10), (0.9, 9), (0.85, 9), (0.5, 5)])
def test_the_threshold_finds_the_share_of_positives_that_was_asked_for(goal, found):
    threshold = threshold_at_sensitivity(POSITIVE, SCORE, goal)
    table = counts(POSITIVE, SCORE, threshold)
    assert table["true_positives"] == found
    assert sum(table.values()) == 20
    assert table == counts(POSITIVE, SCORE, round(threshold, 6))


@pytest.mark.parametrize(("goal", "passed"), [(1.0, 10), (0.95, 10), (0.9, 9), (0.85, 9), (0.5, 5)])
def test_the_threshold_passes_the_share_of_negatives_that_was_asked_for(goal, passed):
    threshold = threshold_at_specificity(POSITIVE, SCORE, goal)
    table = counts(POSITIVE, SCORE, threshold)
    assert table["true_negatives"] == passed
    assert 0.0 < threshold < 1.0


def test_many_equal_scores_are_never_split():
    score = np.array([0.5] * 6 + [0.5] * 5 + [0.1])
    positive = np.arange(12) < 6
    assert counts(positive, score, threshold_at_sensitivity(positive, score, 0.5))["true_positives"] == 6
    assert counts(positive, score, threshold_at_specificity(positive, score, 0.9))["false_positives"] == 0


def test_a_threshold_is_rounded_only_where_that_moves_no_image():
    close = np.array([1.0e-9, 2.0e-9, 0.4])
    assert rounded_threshold(SCORE, 0.123456789) == 0.123457
    assert 1.0e-9 < rounded_threshold(close, 1.5e-9) <= 2.0e-9


def test_rates_carry_wilson_intervals_and_a_rate_of_nothing_is_none():
    row = with_rates({"true_positives": 98, "false_negatives": 2, "true_negatives": 0, "false_positives": 0})
    assert row["sensitivity"] == 0.98
    low, high = row["sensitivity_95"]
    assert (round(low, 4), round(high, 4)) == (0.93, 0.9945)
    assert row["specificity"] is None


def test_the_rows_of_the_slider_rise_and_hold_every_listed_threshold():
    rng = np.random.default_rng(1)
    positive = rng.random(5000) < 0.3
    score = rng.beta(2, 2, 5000)
    rows = threshold_rows(positive, score, [0.1, 0.205])
    assert len({len(values) for values in rows.values()}) == 1
    assert len(rows["threshold"]) <= CURVE_POINTS
    assert rows["threshold"] == sorted(rows["threshold"])
    assert {0.0, 0.1, 0.205, 1.0} <= set(rows["threshold"])
    assert rows["fn"][0] == 0
    assert rows["tn"][0] == 0
    assert rows["fn"] == sorted(rows["fn"])
    assert {sum(row) for row in zip(*(rows[k] for k in ("tp", "fp", "tn", "fn")), strict=True)} == {5000}


def test_the_rows_of_a_class_without_images_are_there():
    rows = threshold_rows(np.zeros(4, dtype=bool), np.array([0.1, 0.2, 0.3, 0.4]))
    assert set(rows["tp"]) == {0}


def test_predictive_values_follow_bayes():
    values = predictive_values(0.9, 0.8, 0.1)
    assert values["ppv"] == pytest.approx(0.09 / (0.09 + 0.18))
    assert values["npv"] == pytest.approx(0.72 / (0.72 + 0.01))
    assert predictive_values(None, 0.8, 0.1) == {"ppv": None, "npv": None}
    assert predictive_values(0.0, 1.0, 0.1)["ppv"] is None

"""Temperature and calibration error."""

import numpy as np
import pytest

from cxr_desktop.engine.calibration import (
    expected_calibration_error,
    fit_temperature,
    negative_log_likelihood,
    probabilities,
)


def _world(temperature: float, n: int = 20_000):
    """Logits whose true temperature is known: labels are drawn from softmax(logits / temperature)."""
    rng = np.random.default_rng(3)
    logits = rng.normal(0, 2.5, (n, 4))
    shares = probabilities(logits, temperature)
    labels = (shares.cumsum(axis=1) < rng.random((n, 1))).sum(axis=1)
    return logits, labels


def test_probabilities_sum_to_one_and_survive_huge_logits():
    values = probabilities([[1e4, 0.0, -1e4], [0.0, 0.0, 0.0]])
    np.testing.assert_allclose(values, [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]])


def test_a_temperature_above_one_makes_a_model_less_sure_and_keeps_its_order():
    sharp, soft = probabilities([2.0, 1.0, 0.0], 1.0), probabilities([2.0, 1.0, 0.0], 3.0)
    assert soft.max() < sharp.max()
    assert list(np.argsort(soft)) == list(np.argsort(sharp))


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.2])
def test_the_fit_finds_the_temperature_the_labels_were_drawn_with(temperature):
    logits, labels = _world(temperature)
    assert fit_temperature(logits, labels) == pytest.approx(temperature, rel=0.05)


def test_the_fit_is_the_minimum_of_the_likelihood():
    logits, labels = _world(1.7, 500)
    best = fit_temperature(logits, labels)
    values = [negative_log_likelihood(logits, labels, t) for t in (best * 0.98, best, best * 1.02)]
    assert min(values) == values[1]


def test_weights_count_like_repeated_images():
    logits, labels = _world(1.4, 300)
    weights = np.where(labels == 0, 3, 1)
    repeated = np.repeat(np.arange(300), weights)
    assert fit_temperature(logits, labels, weights) == pytest.approx(
        fit_temperature(logits[repeated], labels[repeated]), rel=1e-4
    )


def test_no_images_have_no_temperature():
    with pytest.raises(ValueError, match="at least one"):
        fit_temperature(np.empty((0, 4)), np.empty(0))


def test_the_calibration_error_of_a_true_model_is_small_and_of_a_boaster_large():
    logits, labels = _world(2.0)
    assert expected_calibration_error(probabilities(logits, 2.0), labels) < 0.02
    assert expected_calibration_error(probabilities(logits, 0.5), labels) > 0.15


def test_the_calibration_error_is_the_gap_between_confidence_and_accuracy():
    assert expected_calibration_error([[0.8, 0.2]] * 4, [0, 0, 1, 1]) == pytest.approx(0.3)


def test_outputs_that_do_not_exclude_each_other_are_judged_one_by_one():
    np.testing.assert_allclose(probabilities([0.0, np.log(3.0), -1e4, 1e4], 1.0, "sigmoid"), [0.5, 0.75, 0.0, 1.0])
    np.testing.assert_allclose(probabilities([2 * np.log(3.0)], 2.0, "sigmoid"), [0.75])


def test_the_likelihood_of_sigmoid_outputs_is_the_mean_cross_entropy_over_classes():
    logits, labels = np.array([[1.5, -0.5], [0.2, 2.0]]), np.array([0, 1])
    p = probabilities(logits, output="sigmoid")
    by_hand = -np.mean([np.log(p[0, 0]), np.log(1 - p[0, 1]), np.log(1 - p[1, 0]), np.log(p[1, 1])])
    assert negative_log_likelihood(logits, labels, output="sigmoid") == pytest.approx(by_hand)


def test_the_fit_finds_the_temperature_of_sigmoid_outputs():
    rng = np.random.default_rng(5)
    z = rng.normal(0, 2.5, 20_000)
    labels = (rng.random(20_000) > probabilities(z, 1.8, "sigmoid")).astype(int)  # class 0 with P = sigmoid(z / 1.8)
    logits = np.stack([z, -z], axis=1)
    assert fit_temperature(logits, labels, output="sigmoid") == pytest.approx(1.8, rel=0.05)

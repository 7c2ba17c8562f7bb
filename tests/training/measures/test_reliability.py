"""Temperature, bins and folds."""

import numpy as np
import pytest

from cxr_desktop.engine.calibration import expected_calibration_error, probabilities
from tests.training.invented_answers import labels_and_logits
from training.measures.reliability import bins, calibration, cross_fitted, folds, temperature_of, top_class_bins


def test_the_bins_of_the_likeliest_class_sum_up_to_the_calibration_error():
    labels, logits = labels_and_logits(500)
    p = probabilities(3 * logits)
    table = top_class_bins(p, labels)
    assert sum(row["count"] for row in table) == 500
    error = sum(row["count"] * abs(row["confidence"] - row["accuracy"]) for row in table) / 500
    assert error == pytest.approx(expected_calibration_error(p, labels))


def test_a_bin_holds_what_was_promised_and_what_happened():
    table = bins(np.array([0.1, 0.1, 0.95, 1.0]), np.array([False, True, True, True]), 10)
    assert table == [
        {"confidence": pytest.approx(0.1), "accuracy": 0.5, "count": 2},
        {"confidence": pytest.approx(0.975), "accuracy": 1.0, "count": 2},
    ]


@pytest.mark.parametrize("output", ["softmax", "sigmoid"])
def test_logits_that_were_stretched_get_their_temperature_back(output):
    labels, logits = labels_and_logits(3000, strength=3.0)
    scale = temperature_of(logits, labels, output).value
    stretched = temperature_of(4 * logits, labels, output)
    assert stretched.is_known
    assert stretched.value == pytest.approx(4 * scale, rel=1e-3)


def test_images_that_determine_no_temperature_keep_the_one_that_was_there():
    labels = np.array([0, 1] * 10)
    certain = np.stack([1.0 - labels, labels], axis=1) * 9.0
    assert temperature_of(certain, labels, "softmax", kept=1.7).value == 1.7
    assert not temperature_of(certain, labels, "softmax").is_known
    assert not temperature_of(certain[::2], labels[::2], "softmax").is_known


def test_a_patient_lies_in_one_fold_and_classes_are_dealt_out_evenly():
    labels = np.array([0] * 20 + [1] * 10)
    groups = [f"p{i // 2}" for i in range(30)]
    fold = folds(labels, groups)
    assert all(len({f for f, g in zip(fold, groups, strict=True) if g == name}) == 1 for name in groups)
    assert np.bincount(fold[labels == 0]).tolist() == [4] * 5
    assert np.bincount(fold[labels == 1]).tolist() == [2] * 5
    alone = folds(labels, [""] * 30)
    assert np.bincount(alone).tolist() == [6] * 5


def test_cross_fitted_probabilities_use_no_image_on_itself():
    labels, logits = labels_and_logits(100)
    fold = folds(labels, [""] * 100)
    before = cross_fitted(logits, labels, fold, "softmax")
    changed = logits.copy()
    changed[fold == 2] *= -3
    after = cross_fitted(changed, labels, fold, "softmax")
    others = temperature_of(logits[fold != 2], labels[fold != 2], "softmax").value
    assert after[fold == 2] == pytest.approx(probabilities(changed[fold == 2], others))
    assert not np.allclose(before[fold == 1], after[fold == 1])


def test_the_report_of_calibration_speaks_of_the_decision_and_of_the_class_of_interest():
    labels, logits = labels_and_logits(300)
    table = calibration(probabilities(logits), probabilities(logits, 0.7), labels, 0, 0.7)
    assert table["temperature"] == 0.7
    assert sum(row["count"] for row in table["positive_bins"]) == 300
    assert table["ece_before"] != table["ece_after"]

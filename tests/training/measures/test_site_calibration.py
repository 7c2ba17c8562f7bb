"""Temperature and thresholds of a site are judged on images kept apart."""

import dataclasses

import numpy as np
import pytest

from tests.training.invented_answers import CLASSES, LABELS, labels_and_logits, samples_of
from training.measures.site_calibration import fit_site


def fitted(labels, logits, samples=None, temperature=1.0):
    chosen = samples if samples is not None else samples_of(labels)
    return fit_site(chosen, logits, CLASSES, LABELS, temperature, "softmax", "covid19")


def test_a_model_that_is_too_sure_gets_a_temperature_and_a_smaller_error():
    labels, logits = labels_and_logits(600)
    fit = fitted(labels, 4 * logits)
    assert fit.is_known
    assert fit.temperature > 2
    assert fit.ece_after < fit.ece_before / 2
    assert fit.warnings == ()


def test_thresholds_are_honest_on_noise():
    labels, logits = labels_and_logits(400, strength=0.0)
    fit = fitted(labels, logits)
    point = next(q for q in fit.points if (q["finding"], q["target"]) == ("covid19", "sensitivity 0.90"))
    low, high = point["sensitivity_95"]
    assert low < 0.9 < high
    assert point["specificity"] == pytest.approx(0.1, abs=0.08)


def test_every_image_is_counted_once():
    labels, logits = labels_and_logits(120)
    for point in fitted(labels, logits).points:
        assert sum(point[k] for k in ("true_positives", "false_negatives", "true_negatives", "false_positives")) == 120


def test_a_class_with_one_patient_has_no_threshold():
    labels, logits = labels_and_logits(60)
    samples = [dataclasses.replace(s, patient="alone") if s.label == "covid19" else s for s in samples_of(labels)]
    fit = fitted(labels, logits, samples)
    assert {q["finding"] for q in fit.points} == {"pneumonia"}
    assert any("Too few patients with COVID-19" in text for text in fit.warnings)


def test_certain_logits_keep_the_model_s_temperature():
    labels = np.array([0, 1, 2] * 20)
    fit = fitted(labels, 9.0 * np.eye(3)[labels], temperature=1.3)
    assert (fit.temperature, fit.is_known) == (1.3, False)
    assert any("do not determine a temperature" in text for text in fit.warnings)

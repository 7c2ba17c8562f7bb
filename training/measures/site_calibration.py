"""Temperature and thresholds fitted on a site's own images, and how well they hold on images kept apart; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cxr_desktop.engine.calibration import expected_calibration_error, probabilities
from training.data.sample import Sample
from training.measures.cautions import FEW
from training.measures.judged import NO_RISK, SENSITIVITIES, SPECIFICITIES, labels_of
from training.measures.metrics import Floats, Ints, Mask
from training.measures.reliability import BINS, cross_fitted, folds, temperature_of
from training.measures.thresholds import (
    rounded_threshold,
    threshold_at_sensitivity,
    threshold_at_specificity,
    with_rates,
)

Choice = Callable[[Mask, Floats, float], float]
LEAST = 2
"""Patients with and without a class that a threshold needs: one to choose on and one to judge by."""


@dataclass(frozen=True, slots=True)
class SiteFit:
    """``apart`` (n, classes): probabilities of every image at a temperature fitted without it and its patient.

    ``points`` are rows of ``operating_points``; their counts are of images judged by thresholds chosen without them.
    """

    temperature: float
    is_known: bool
    apart: Floats
    ece_before: float
    ece_after: float
    points: tuple[dict[str, Any], ...]
    warnings: tuple[str, ...]


def fit_site(
    samples: Sequence[Sample],
    logits: Floats,
    classes: Sequence[str],
    words: Mapping[str, str],
    temperature: float,
    output: str,
    interest: str,
) -> SiteFit:
    """Fit on all images, judge on folds by patient; ``temperature`` is kept where the images determine none."""
    labels = labels_of(samples, classes)
    groups = [s.patient or s.group for s in samples]
    fold = folds(labels, groups)
    best = temperature_of(logits, labels, output, temperature)
    apart = cross_fitted(logits, labels, fold, output, temperature)
    now = probabilities(logits, best.value, output)
    points: list[dict[str, Any]] = []
    warnings = [] if best.is_known else ["These images do not determine a temperature; that of the model is kept."]
    for column, name in enumerate(classes):
        if name == NO_RISK and name != interest:
            continue
        positive = labels == column
        shortage = _shortage(positive, groups, words.get(name, name))
        if shortage:
            warnings.append(shortage)
            continue
        points += _points(name, positive, now[:, column], column, logits, labels, fold, output, temperature)
        if min(int(positive.sum()), int((~positive).sum())) < FEW:
            few = f"{int(positive.sum())} with and {int((~positive).sum())} without"
            warnings.append(f"Few images of {words.get(name, name)} ({few}): the intervals are wide.")
    before = expected_calibration_error(probabilities(logits, temperature, output), labels, BINS)
    after = expected_calibration_error(apart, labels, BINS)
    return SiteFit(best.value, best.is_known, apart, before, after, tuple(points), tuple(warnings))


def _shortage(positive: Mask, groups: Sequence[str], words: str) -> str:
    """Why a class can have no threshold, or ""."""
    if not positive.any():
        return f"No image shows {words}: it gets no operating point here, and its probability is not calibrated."
    for side, what in ((positive, "with"), (~positive, "without")):
        patients = {groups[i] or f"\0{i}" for i in np.flatnonzero(side).tolist()}
        if len(patients) < LEAST:
            return (
                f"Too few patients {what} {words} for an operating point: {len(patients)}, at least {LEAST} are needed."
            )
    return ""


def _points(
    name: str,
    positive: Mask,
    score: Floats,
    column: int,
    logits: Floats,
    labels: Ints,
    fold: Ints,
    output: str,
    temperature: float,
) -> list[dict[str, Any]]:
    """Thresholds from all images; every image is counted by a threshold and a temperature fitted without its fold."""
    rows = []
    goals: list[tuple[str, float, Choice]] = [("sensitivity", goal, threshold_at_sensitivity) for goal in SENSITIVITIES]
    goals += [("specificity", goal, threshold_at_specificity) for goal in SPECIFICITIES]
    kept_apart = {i: _others(i, fold, logits, labels, column, output, temperature) for i in np.unique(fold)}
    for what, goal, choose in goals:
        called = np.zeros(len(labels), dtype=bool)
        judged = np.zeros(len(labels), dtype=bool)
        for i, p in kept_apart.items():
            others = fold != i
            # Without a single other image of a side there is no threshold to judge this fold by.
            if positive[others].any() and not positive[others].all():
                called[~others] = p[~others] >= choose(positive[others], p[others], goal)
                judged[~others] = True
        table = {
            "true_positives": int((called & positive & judged).sum()),
            "false_negatives": int((~called & positive & judged).sum()),
            "true_negatives": int((~called & ~positive & judged).sum()),
            "false_positives": int((called & ~positive & judged).sum()),
        }
        threshold = rounded_threshold(score, choose(positive, score, goal))
        row = {"finding": name, "target": f"{what} {goal:.2f}", "threshold": threshold} | with_rates(table)
        words = f"{int(judged.sum())} images of this site, each judged by a threshold chosen without it"
        rows.append(row | {"measured_on": words, "without_children": None})
    return rows


def _others(i: int, fold: Ints, logits: Floats, labels: Ints, column: int, output: str, temperature: float) -> Floats:
    """(n,) probabilities of a class at the temperature of all folds but ``i``."""
    others = fold != i
    best = temperature_of(logits[others], labels[others], output, temperature).value
    return np.asarray(probabilities(logits, best, output)[:, column])

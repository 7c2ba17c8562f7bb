"""Thresholds of one class: chosen at a sensitivity or specificity, and what they do; pure, knows no file.

``positive`` (n,) says whether an image shows the class, ``score`` (n,) is its probability; an image is called where
``score >= threshold``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor
from typing import Any

import numpy as np

from cxr_desktop.domain.model_card import wilson_interval
from training.measures.metrics import CURVE_POINTS, Floats, Mask


def threshold_at_sensitivity(positive: Mask, score: Floats, sensitivity: float) -> float:
    """The highest threshold (score ≥ threshold) that still finds this share of the positives.

    It lies half-way to the next lower score of any image, so that rounding moves nobody across it.
    """
    ordered = np.sort(score[positive])[::-1]
    needed = int(np.ceil(sensitivity * len(ordered) - 1e-9))
    at = float(ordered[max(needed, 1) - 1])
    lower = score[score < at]
    return (at + float(lower.max())) / 2 if len(lower) else at / 2


def threshold_at_specificity(positive: Mask, score: Floats, specificity: float) -> float:
    """The lowest threshold that calls no more than 1 − ``specificity`` of the negatives; half-way to the next score."""
    ordered = np.sort(score[~positive])[::-1]
    allowed = min(floor((1.0 - specificity) * len(ordered) + 1e-9), len(ordered) - 1)
    at = float(ordered[allowed])
    higher = score[score > at]
    return (at + float(higher.min())) / 2 if len(higher) else (at + 1.0) / 2


def rounded_threshold(score: Floats, threshold: float) -> float:
    """The shortest decimal that calls the same images; six digits wherever they are enough."""
    called = score >= threshold
    for digits in (6, 9, 12):
        shorter = round(threshold, digits)
        if np.array_equal(score >= shorter, called):
            return shorter
    return threshold


def counts(positive: Mask, score: Floats, threshold: float) -> dict[str, int]:
    """TP, FN, TN, FP at ``score >= threshold``."""
    called = score >= threshold
    return {
        "true_positives": int((called & positive).sum()),
        "false_negatives": int((~called & positive).sum()),
        "true_negatives": int((~called & ~positive).sum()),
        "false_positives": int((called & ~positive).sum()),
    }


def with_rates(table: Mapping[str, int]) -> dict[str, Any]:
    """Counts with sensitivity and specificity and their 95 % Wilson intervals; a rate of nothing is ``None``."""
    out: dict[str, Any] = dict(table)
    for rate, hit, miss in (
        ("sensitivity", "true_positives", "false_negatives"),
        ("specificity", "true_negatives", "false_positives"),
    ):
        hits, n = table[hit], table[hit] + table[miss]
        out[rate], out[f"{rate}_95"] = hits / n if n else None, wilson_interval(hits, n)
    return out


def threshold_rows(positive: Mask, score: Floats, listed: Sequence[float] = ()) -> dict[str, list[Any]]:
    """Counts at up to ``CURVE_POINTS`` rising thresholds: 0, ``listed``, and scores of both sides in equal shares."""
    room = CURVE_POINTS - 2 - len(set(listed))
    at = [0.0, 1.0, *listed]
    for side in (score[positive], score[~positive]):
        if len(side):
            at += np.quantile(side, np.linspace(0, 1, room // 2), method="inverted_cdf").tolist()
    rows = [(t, counts(positive, score, t)) for t in sorted(set(at))]
    return {
        "threshold": [t for t, _ in rows],
        "tp": [c["true_positives"] for _, c in rows],
        "fp": [c["false_positives"] for _, c in rows],
        "tn": [c["true_negatives"] for _, c in rows],
        "fn": [c["false_negatives"] for _, c in rows],
    }


def predictive_values(sensitivity: float | None, specificity: float | None, prevalence: float) -> dict[str, Any]:
    """PPV and NPV at a prevalence in 0…1, by Bayes' rule; ``None`` where a rate is unknown or nothing is called."""
    if sensitivity is None or specificity is None:
        return {"ppv": None, "npv": None}
    tp, fp = sensitivity * prevalence, (1 - specificity) * (1 - prevalence)
    tn, fn = specificity * (1 - prevalence), (1 - sensitivity) * prevalence
    return {"ppv": tp / (tp + fp) if tp + fp else None, "npv": tn / (tn + fn) if tn + fn else None}

"""Numbers about predictions: AUC with DeLong intervals, thresholds, counts, pairs; it knows no file and no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, rankdata
from sklearn.metrics import balanced_accuracy_score, confusion_matrix, roc_auc_score

from cxr_desktop.engine.calibration import probabilities as softmax

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]


def auc(positive: NDArray[np.bool_], score: Floats) -> float:
    """Area under the ROC curve; NaN where one side is empty."""
    if positive.all() or not positive.any():
        return float("nan")
    return float(roc_auc_score(positive, score))


def auc_interval(positive: NDArray[np.bool_], score: Floats) -> tuple[float, float]:
    """95 % interval after DeLong 1988, on the logit scale so that it stays inside 0…1; (NaN, NaN) if undefined."""
    m, n = int(positive.sum()), int((~positive).sum())
    if m < 2 or n < 2:
        return float("nan"), float("nan")
    ranks = rankdata(score)
    own_positive, own_negative = rankdata(score[positive]), rankdata(score[~positive])
    v10 = (ranks[positive] - own_positive) / n
    v01 = 1.0 - (ranks[~positive] - own_negative) / m
    area = float(v10.mean())
    spread = float(np.sqrt(v10.var(ddof=1) / m + v01.var(ddof=1) / n))
    if not 0.0 < area < 1.0:
        return area, area
    centre, half = log(area / (1 - area)), norm.ppf(0.975) * spread / (area * (1 - area))
    low, high = 1 / (1 + np.exp(-(centre - half))), 1 / (1 + np.exp(-(centre + half)))
    return float(low), float(high)


def threshold_at_sensitivity(positive: NDArray[np.bool_], score: Floats, sensitivity: float) -> float:
    """The highest threshold (score ≥ threshold) that still finds this share of the positives.

    It lies half-way to the next lower score of any image, so that rounding moves nobody across it.
    """
    ordered = np.sort(score[positive])[::-1]
    needed = int(np.ceil(sensitivity * len(ordered) - 1e-9))
    at = float(ordered[max(needed, 1) - 1])
    lower = score[score < at]
    return (at + float(lower.max())) / 2 if len(lower) else at / 2


def counts(positive: NDArray[np.bool_], score: Floats, threshold: float) -> dict[str, int]:
    """TP, FN, TN, FP at ``score >= threshold``."""
    called = score >= threshold
    return {
        "true_positives": int((called & positive).sum()),
        "false_negatives": int((~called & positive).sum()),
        "true_negatives": int((~called & ~positive).sum()),
        "false_positives": int((called & ~positive).sum()),
    }


def confusion(labels: Ints, called: Ints, classes: int) -> list[list[int]]:
    """Rows are the truth, columns the likeliest class."""
    matrix: list[list[int]] = confusion_matrix(labels, called, labels=range(classes)).tolist()
    return matrix


def balanced_accuracy(labels: Ints, called: Ints) -> float:
    """Mean recall of the classes that are present."""
    return float(balanced_accuracy_score(labels, called))


def class_aucs(labels: Ints, probabilities: Floats, classes: Sequence[str]) -> dict[str, dict[str, float]]:
    """One class against the rest: AUC, 95 % interval and how many images stand on each side."""
    out = {}
    for i, name in enumerate(classes):
        positive = labels == i
        low, high = auc_interval(positive, probabilities[:, i])
        out[name] = {
            "auc": auc(positive, probabilities[:, i]),
            "low": low,
            "high": high,
            "positives": int(positive.sum()),
            "negatives": int((~positive).sum()),
        }
    return out


def pair_auc(labels: Ints, logits: Floats, first: int, second: int) -> tuple[float, float, float, int, int]:
    """``first`` against ``second`` among the images of these two: AUC, low, high, n of each."""
    chosen = (labels == first) | (labels == second)
    score = logits[chosen, first] - logits[chosen, second]
    positive = labels[chosen] == first
    low, high = auc_interval(positive, score)
    return auc(positive, score), low, high, int(positive.sum()), int((~positive).sum())


def pairs_inside_origins(
    labels: Ints, logits: Floats, origins: Sequence[str], classes: Sequence[str], least: int = 5
) -> dict[str, dict[str, float]]:
    """Every pair of classes that share a collection: the comparisons that its look cannot decide."""
    where = np.asarray(origins)
    out: dict[str, dict[str, float]] = {}
    for origin in sorted(set(origins)):
        inside = where == origin
        for a in range(len(classes)):
            for b in range(a + 1, len(classes)):
                value, low, high, n, m = pair_auc(labels[inside], logits[inside], a, b)
                if min(n, m) >= least:
                    out[f"{origin}: {classes[a]} v {classes[b]}"] = {
                        "auc": value,
                        "low": low,
                        "high": high,
                        "positives": n,
                        "negatives": m,
                    }
    return out


def selection_numbers(
    labels: Ints, logits: Floats, origins: Sequence[str], ages: Sequence[str], classes: Sequence[str]
) -> Mapping[str, float]:
    """What validation reports each time. ``honest_auc`` is the mean of the adults' macro AUC and the pairs' mean."""
    probabilities = softmax(logits)
    adults = np.asarray([age != "child" for age in ages])
    macro = _mean([v["auc"] for v in class_aucs(labels, probabilities, classes).values()])
    grown = _mean([v["auc"] for v in class_aucs(labels[adults], probabilities[adults], classes).values()])
    pairs = _mean([v["auc"] for v in pairs_inside_origins(labels, logits, origins, classes).values()])
    return {
        "macro_auc": macro,
        "adult_macro_auc": grown,
        "pair_auc": pairs,
        "honest_auc": _mean([grown, pairs]),
        "balanced_accuracy": balanced_accuracy(labels, probabilities.argmax(axis=1)),
        "loss": float(-np.log(np.maximum(probabilities[np.arange(len(labels)), labels], 1e-12)).mean()),
    }


def _mean(values: Sequence[float]) -> float:
    known = [v for v in values if not np.isnan(v)]
    return float(np.mean(known)) if known else float("nan")

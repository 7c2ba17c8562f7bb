"""Numbers about predictions of all classes: ROC with DeLong, curves, tables; it knows no file and no network.

Everywhere: ``labels`` (n,) are class indices, ``called`` (n,) the likeliest class, ``positive`` (n,) says whether an
image shows the class of interest, ``score`` (n,) is its probability. A number that does not exist is NaN here and null
in a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.stats import norm, rankdata
from sklearn.metrics import (
    average_precision_score,
    confusion_matrix,
    precision_recall_curve,
    precision_recall_fscore_support,
    roc_auc_score,
    roc_curve,
)

from cxr_desktop.domain.model_card import wilson_interval

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]

CURVE_POINTS = 200
"""Most points of a curve and most rows of a table of thresholds: more cannot be seen and only make a report heavy."""


# -- areas -------------------------------------------------------------------------------------------------------------


def auc(positive: Mask, score: Floats) -> float:
    """Area under the ROC curve; NaN where one side is empty."""
    if positive.all() or not positive.any():
        return float("nan")
    return float(roc_auc_score(positive, score))


def placements(positive: Mask, score: Floats) -> tuple[Floats, Floats]:
    """DeLong's components: for every positive the share of negatives under it, for every negative that of positives
    over it (ties count half). Their means are the AUC (Sun and Xu 2014: by ranks, in n log n)."""
    m, n = int(positive.sum()), int((~positive).sum())
    ranks = rankdata(score)
    of_positives = (ranks[positive] - rankdata(score[positive])) / n
    of_negatives = 1.0 - (ranks[~positive] - rankdata(score[~positive])) / m
    return of_positives, of_negatives


def auc_interval(positive: Mask, score: Floats) -> tuple[float, float]:
    """95 % interval after DeLong 1988, on the logit scale so that it stays inside 0…1; (NaN, NaN) if undefined.

    DeLong's variance is 0 where the classes are apart without a single mistake, which ten images may well be by
    chance; there Newcombe's method 5 (2006) gives the other end.
    """
    m, n = int(positive.sum()), int((~positive).sum())
    if m < 2 or n < 2:
        return float("nan"), float("nan")
    v10, v01 = placements(positive, score)
    area = float(v10.mean())
    spread = float(np.sqrt(v10.var(ddof=1) / m + v01.var(ddof=1) / n))
    if area >= 1.0:
        return _perfect_low(m, n), 1.0
    if area <= 0.0:
        return 0.0, 1.0 - _perfect_low(m, n)
    centre, half = log(area / (1 - area)), norm.ppf(0.975) * spread / (area * (1 - area))
    low, high = 1 / (1 + np.exp(-(centre - half))), 1 / (1 + np.exp(-(centre + half)))
    return float(low), float(high)


def _perfect_low(m: int, n: int) -> float:
    """The lowest area θ for which an observed 1 lies inside the 95 % interval: (1 - θ)² = z² · V(θ)."""
    z, mean = float(norm.ppf(0.975)), (m + n) / 2

    def gap(area: float) -> float:
        growth = 1 + (mean - 1) * ((1 - area) / (2 - area) + area / (1 + area))
        return (1 - area) ** 2 - z * z * area * (1 - area) * growth / (m * n)

    return float(brentq(gap, 1e-9, 1 - 1e-9))


def class_aucs(labels: Ints, scores: Floats, classes: Sequence[str]) -> dict[str, dict[str, float]]:
    """One class against the rest: AUC, 95 % interval and how many images stand on each side."""
    out = {}
    for i, name in enumerate(classes):
        positive = labels == i
        low, high = auc_interval(positive, scores[:, i])
        out[name] = {
            "auc": auc(positive, scores[:, i]),
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


# -- curves ------------------------------------------------------------------------------------------------------------


def roc(positive: Mask, score: Floats) -> dict[str, Any]:
    """ROC curve of at most ``CURVE_POINTS`` points with its area and interval; empty lists where one side is empty."""
    low, high = auc_interval(positive, score)
    area = {"auc": auc(positive, score), "low": low, "high": high}
    if positive.all() or not positive.any():
        return {"fpr": [], "tpr": [], **area}
    fpr, tpr, _ = roc_curve(positive, score)
    kept = _thinned(len(fpr))
    return {"fpr": fpr[kept].tolist(), "tpr": tpr[kept].tolist(), **area}


def precision_recall(positive: Mask, score: Floats) -> dict[str, Any]:
    """Precision and recall from the highest threshold down, and average precision; empty without positives."""
    if not positive.any():
        return {"precision": [], "recall": [], "average_precision": float("nan")}
    precision, recall, _ = precision_recall_curve(positive, score, drop_intermediate=True)
    kept = _thinned(len(recall))
    area = float(average_precision_score(positive, score))
    return {
        "precision": precision[::-1][kept].tolist(),
        "recall": recall[::-1][kept].tolist(),
        "average_precision": area,
    }


def _thinned(n: int) -> Ints:
    """Indices of at most ``CURVE_POINTS`` of n points, first and last included."""
    return np.unique(np.linspace(0, n - 1, min(n, CURVE_POINTS)).round().astype(np.int64))


def histogram(labels: Ints, score: Floats, classes: Sequence[str], bins: int = 20) -> dict[str, Any]:
    """How many images of every true class have a probability in each of ``bins`` equal bins of 0…1."""
    edges = np.linspace(0.0, 1.0, bins + 1)
    by_truth = {
        name: np.histogram(np.clip(score[labels == i], 0.0, 1.0), edges)[0].tolist() for i, name in enumerate(classes)
    }
    return {"edges": edges.round(6).tolist(), "by_truth": by_truth}


# -- all classes at once -----------------------------------------------------------------------------------------------


def confusion(labels: Ints, called: Ints, classes: int) -> list[list[int]]:
    """Rows are the truth, columns the likeliest class."""
    matrix: list[list[int]] = confusion_matrix(labels, called, labels=range(classes)).tolist()
    return matrix


def classification_report(labels: Ints, called: Ints, classes: Sequence[str]) -> dict[str, Any]:
    """Precision, recall, F1 and support per class; macro and weighted means over the classes that have images.

    A class that was never called has no precision and counts as 0 in the means, as scikit-learn's report does.
    """
    columns = list(range(len(classes)))
    precision, recall, f1, support = precision_recall_fscore_support(labels, called, labels=columns, zero_division=0.0)
    out: dict[str, Any] = {}
    for i, name in enumerate(classes):
        out[name] = {
            "precision": float(precision[i]) if (called == i).any() else None,
            "recall": float(recall[i]) if support[i] else None,
            "f1": float(f1[i]) if support[i] else None,
            "support": int(support[i]),
        }
    present = support > 0
    for name, weights in (("macro", present.astype(float)), ("weighted", support.astype(float))):
        rows = zip(("precision", "recall", "f1"), (precision, recall, f1), strict=True)
        out[name] = {key: float(np.average(values, weights=weights)) for key, values in rows}
        out[name]["support"] = int(support.sum())
    right = int((labels == called).sum())
    out["accuracy"] = right / len(labels)
    out["accuracy_95"] = wilson_interval(right, len(labels))
    return out

"""Two models on the same images: paired DeLong for areas, McNemar for decisions; pure, knows no file and no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import numpy as np
from scipy.stats import binomtest, norm

from training.measures.judged import Judged
from training.measures.metrics import Floats, Mask, placements

TARGET = "sensitivity 0.95"
"""The operating point at which decisions of two models are compared."""


def paired_delong(positive: Mask, first: Floats, second: Floats) -> dict[str, Any]:
    """Difference of two correlated AUCs with its 95 % interval and two-sided p (DeLong 1988).

    All ``None`` but the areas where fewer than two images stand on a side; p is 1 where the scores rank alike.
    """
    m, n = int(positive.sum()), int((~positive).sum())
    if m < 2 or n < 2:
        return {"auc_a": None, "auc_b": None, "difference": None, "low": None, "high": None, "p": None}
    v10_a, v01_a = placements(positive, first)
    v10_b, v01_b = placements(positive, second)
    a, b = float(v10_a.mean()), float(v10_b.mean())
    variance = float((v10_a - v10_b).var(ddof=1) / m + (v01_a - v01_b).var(ddof=1) / n)
    half = float(norm.ppf(0.975)) * sqrt(variance)
    p = 2.0 * float(norm.sf(abs(a - b) / sqrt(variance))) if variance > 0 else float(a == b)
    return {"auc_a": a, "auc_b": b, "difference": a - b, "low": a - b - half, "high": a - b + half, "p": p}


def mcnemar(first_right: Mask, second_right: Mask) -> dict[str, Any]:
    """How often only one of two is right, and the exact two-sided p of that (binomial; McNemar 1947)."""
    only_a, only_b = int((first_right & ~second_right).sum()), int((~first_right & second_right).sum())
    p = float(binomtest(only_a, only_a + only_b).pvalue) if only_a + only_b else 1.0
    return {"images": int(np.size(first_right)), "only_a_right": only_a, "only_b_right": only_b, "p": p}


def side_by_side(judged: Sequence[Judged], reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """``comparison`` of ``report.json``: every pair on the images that both saw.

    A pair whose classes of interest are not the same images is named under ``notes`` and not tested.
    """
    names = _names(judged)
    models = [
        {
            "model": name,
            "title": one.title,
            "positive": one.positive,
            "images": len(one.samples),
            "roc": report["roc"][one.positive],
            "accuracy": report["classification_report"]["accuracy"],
            "accuracy_95": report["classification_report"]["accuracy_95"],
            "operating_points": [q for q in report["operating_points"] if q["finding"] == one.positive],
        }
        for name, one, report in zip(names, judged, reports, strict=True)
    ]
    out: dict[str, Any] = {"models": models, "delong": [], "mcnemar": [], "notes": []}
    for i, first in enumerate(judged):
        for j in range(i + 1, len(judged)):
            _compare(out, first, judged[j], {"a": names[i], "b": names[j]})
    return out


def _names(judged: Sequence[Judged]) -> list[str]:
    """Titles, with the name where two models have one title, and a number where they share both."""
    titles = [one.title for one in judged]
    names = [one.title if titles.count(one.title) == 1 else f"{one.title} ({one.name})" for one in judged]
    return [name if names.count(name) == 1 else f"{name}, number {i}" for i, name in enumerate(names, start=1)]


def _compare(out: dict[str, Any], first: Judged, second: Judged, pair: dict[str, str]) -> None:
    place = {s.file: i for i, s in enumerate(second.samples)}
    both = [(i, place[s.file]) for i, s in enumerate(first.samples) if s.file in place]
    if not both:
        out["notes"].append(f"{pair['a']} and {pair['b']} have no images in common.")
        return
    at_a, at_b = (np.asarray(column) for column in zip(*both, strict=True))
    positive = first.labels[at_a] == first.column
    if not np.array_equal(positive, second.labels[at_b] == second.column):
        out["notes"].append(f"{pair['a']} and {pair['b']} look for different things and are not tested.")
        return
    score_a, score_b = first.p[at_a, first.column], second.p[at_b, second.column]
    out["delong"].append(pair | {"images": len(both)} | paired_delong(positive, score_a, score_b))
    if first.classes == second.classes:
        right_a, right_b = (one.called[at] == one.labels[at] for one, at in ((first, at_a), (second, at_b)))
        out["mcnemar"].append(pair | {"what": "class decided for"} | mcnemar(right_a, right_b))
    thresholds = [_threshold(one) for one in (first, second)]
    if None not in thresholds:
        called_a, called_b = score_a >= thresholds[0], score_b >= thresholds[1]
        for what, side, right_a, right_b in (
            (f"found at its own {TARGET}", positive, called_a, called_b),
            (f"passed at its own {TARGET}", ~positive, ~called_a, ~called_b),
        ):
            out["mcnemar"].append(pair | {"what": what} | mcnemar(right_a[side], right_b[side]))


def _threshold(judged: Judged) -> float | None:
    found = (q.threshold for q in judged.points if q.finding == judged.positive and q.target == TARGET)
    return next(found, None)

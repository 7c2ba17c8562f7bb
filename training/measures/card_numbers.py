"""The numbers of one split as a model's card states them; pure, so that a card can be recomputed to the last digit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.engine.calibration import expected_calibration_error, negative_log_likelihood, probabilities
from training.data.sample import Sample
from training.measures.judged import Point, children, labels_of, rounded
from training.measures.metrics import Floats, Ints, Mask, class_aucs, confusion, pairs_inside_origins
from training.measures.thresholds import counts, with_rates


def card_numbers(
    samples: Sequence[Sample],
    logits: Floats,
    classes: Sequence[str],
    temperature: float,
    points: Sequence[Point],
    output: str = "softmax",
) -> dict[str, Any]:
    """Everything that a triage card says about one split.

    Where some images are known to be of children, all numbers of discrimination stand once for all images, once
    without children and once for children: age is the largest shortcut.
    """
    labels = labels_of(samples, classes)
    p = probabilities(logits, temperature, output)
    groups = _groups(samples)
    right = int((p.argmax(axis=1) == labels).sum())
    low, high = wilson_interval(right, len(labels))
    numbers = {
        "images": len(samples),
        "per_class": dict(sorted(Counter(s.label for s in samples).items())),
        "age_recorded": dict(sorted(Counter(s.age_group or "not recorded" for s in samples).items())),
        "accuracy": {"value": right / len(labels), "low": low, "high": high},
        "confusion": {"order": list(classes), "rows_are_truth": confusion(labels, p.argmax(axis=1), len(classes))},
        "auc_one_against_the_rest": {
            name: class_aucs(labels[inside], p[inside], classes) for name, inside in groups.items()
        },
        "auc_inside_one_collection": pairs_inside_origins(labels, logits, [s.origin for s in samples], classes),
        "calibration": _calibration(logits, p, labels, temperature, output, groups.get("without_children")),
        "operating_points": [_point(point, p, labels, classes, groups) for point in points],
        "by_collection": _by_collection(samples, p, labels, classes),
    }
    out: dict[str, Any] = rounded(numbers)
    return out


def _groups(samples: Sequence[Sample]) -> dict[str, Mask]:
    young = children(samples)
    groups = {"all": np.ones(len(samples), dtype=bool)}
    return groups | {"without_children": ~young, "children": young} if young.any() else groups


def _calibration(
    logits: Floats, p: Floats, labels: Ints, temperature: float, output: str, grown: Mask | None
) -> dict[str, Any]:
    out = {
        "temperature": temperature,
        "ece_before": expected_calibration_error(probabilities(logits, output=output), labels),
        "ece_after": expected_calibration_error(p, labels),
        "nll_before": negative_log_likelihood(logits, labels, output=output),
        "nll_after": negative_log_likelihood(logits, labels, temperature, output=output),
    }
    if grown is not None:
        out["ece_after_without_children"] = expected_calibration_error(p[grown], labels[grown])
    return out


def _point(point: Point, p: Floats, labels: Ints, classes: Sequence[str], groups: Mapping[str, Mask]) -> dict[str, Any]:
    column = list(classes).index(point.finding)
    out: dict[str, Any] = {"finding": point.finding, "target": point.target, "threshold": point.threshold}
    for name, inside in groups.items():
        out[name] = with_rates(counts(labels[inside] == column, p[inside, column], point.threshold))
    return out


def _by_collection(
    samples: Sequence[Sample], p: Floats, labels: Ints, classes: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Per class and collection: how often the likeliest class is right, and the mean probability of each class."""
    out = {}
    keys = [f"{s.label} from {s.origin}" if s.origin else s.label for s in samples]
    for key in sorted(set(keys)):
        inside = np.asarray([k == key for k in keys])
        right = int((p[inside].argmax(axis=1) == labels[inside]).sum())
        low, high = wilson_interval(right, int(inside.sum()))
        out[key] = {
            "images": int(inside.sum()),
            "right": right,
            "right_95": (low, high),
            "mean_probability": dict(zip(classes, p[inside].mean(axis=0).tolist(), strict=True)),
        }
    return out


def table(numbers: Mapping[str, Any]) -> str:
    """The numbers for the eye, at a terminal."""
    lines = [f"{numbers['images']} images: " + ", ".join(f"{v} {k}" for k, v in numbers["per_class"].items())]
    for group, aucs in numbers["auc_one_against_the_rest"].items():
        for name, a in aucs.items():
            if a["auc"] is not None:
                sides = f"{a['positives']} against {a['negatives']}"
                lines.append(f"AUC {group:17} {name:13} {a['auc']:.3f} ({_span(a)})  {sides}")
    for name, a in numbers["auc_inside_one_collection"].items():
        lines.append(f"AUC inside {name:40} {a['auc']:.3f} ({_span(a)})  {a['positives']} against {a['negatives']}")
    for point in numbers["operating_points"]:
        lines.extend(_point_line(point, group) for group in ("all", "without_children") if group in point)
    c = numbers["calibration"]
    lines.append(f"ECE {c['ece_before']:.3f} before, {c['ece_after']:.3f} after temperature {c['temperature']}")
    lines.append("confusion (rows are truth): " + " ".join(numbers["confusion"]["order"]))
    lines += ["  " + " ".join(f"{v:5}" for v in row) for row in numbers["confusion"]["rows_are_truth"]]
    return "\n".join(lines)


def _point_line(point: Mapping[str, Any], group: str) -> str:
    c = point[group]
    return (
        f"{point['finding']:13} {point['target']:17} ≥ {point['threshold']:.4f} {group:17}"
        f" TP {c['true_positives']:3} FN {c['false_negatives']:3} TN {c['true_negatives']:3}"
        f" FP {c['false_positives']:3}"
        f"  sensitivity {_rate(c, 'sensitivity')}  specificity {_rate(c, 'specificity')}"
    )


def _span(a: Mapping[str, Any]) -> str:
    return "no interval" if a["low"] is None else f"{a['low']:.3f}–{a['high']:.3f}"


def _rate(c: Mapping[str, Any], name: str) -> str:
    value, (low, high) = c[name], c[f"{name}_95"]
    return "–" if value is None else f"{value:.3f} ({low:.3f}–{high:.3f})"

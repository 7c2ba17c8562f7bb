"""Answers of one model → every number of ``report.json``; pure: it draws nothing, reads nothing and knows no network.

``report.json`` holds finite numbers or null, shares as 0…1, intervals as [low, high] at 95 %. Its keys:

format: 1. created_at: ISO 8601, UTC.
model, title, kind: name, words for readers, and "model", "run" or "ensemble".
classes, class_labels, positive: names in the order of the logits, {name: words}, the class of interest.
split: "test", "val", "train" or "all", the images that were measured. chosen_on: words for the images on which
    temperature and thresholds were chosen.
images, per_class, sources: number of images, {class: n}, {class: {source: n}}.
headline: {auc, auc_95, accuracy, accuracy_95, ece, sensitivity_point, specificity_point} of the positive class; the
    points are rows of operating_points or null.
classification_report: {class: {precision, recall, f1, support}, macro, weighted, accuracy, accuracy_95}.
confusion: {order, rows_are_truth}.
roc: {class: {fpr, tpr, auc, low, high}}, at most 200 points. pr: {class: {precision, recall, average_precision}}.
histogram: {class: {edges, by_truth: {true class: [images per bin of P(class)]}}}.
thresholds: {class: {threshold, tp, fp, tn, fn}}, lists of equal length, rising, at most 200 rows.
listed_thresholds: [{finding, threshold, counts and rates, reported: {sensitivity, specificity}}], those that the
    recipe's source lists.
calibration: {temperature, ece_before, ece_after, bins, bins_before, positive_bins, positive_bins_before}; a bin is
    {confidence, accuracy, count}; positive_bins are of P(positive), the others of the likeliest class.
operating_points: [{finding, target, threshold, counts and rates, measured_on, without_children}]; counts and rates are
    true_positives, false_negatives, true_negatives, false_positives, sensitivity, sensitivity_95, specificity,
    specificity_95; without_children holds them again where ages are known, else null. target is "sensitivity 0.98".
prevalence, predictive_values: the prevalence asked for, [{finding, target, threshold, ppv, npv}].
by_source, by_view, by_age: [{name, class, images, right, right_95, flagged, flagged_95, mean_probability}]; right: the
    decision is the truth; flagged: P(positive) is over flagged_at; mean_probability: of P(positive).
flagged_at: {target, threshold} of the positive class, or null.
inside_one_source: [{name, auc, low, high, positives, negatives}], pairs of classes that share a source.
reported: what the recipe's source reports. cautions: sentences, what the numbers do not say.
curves: of a run [{epoch, train_loss, val_loss, train_accuracy, val_accuracy, learning_rate, …}], else [].
gallery: [{file_name, truth, called, probability, kind, picture, plain, map}]; kind is "hit" or "miss", probability is
    that of the class called, picture a base64 PNG with Grad-CAM, plain a base64 JPEG without, map says in words whose
    map is drawn, or why none is.
comparison: null, or {models: [{model, title, positive, images, roc, accuracy, accuracy_95, operating_points}],
    delong: [{a, b, images, auc_a, auc_b, difference, low, high, p}],
    mcnemar: [{a, b, what, images, only_a_right, only_b_right, p}], notes: sentences}.
card_numbers: the numbers in the form in which a model's card states them (``card_numbers``), null for an ensemble.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cxr_desktop.domain.model_card import wilson_interval
from training.data.sample import Sample
from training.measures.judged import Judged, Point, children, rounded
from training.measures.metrics import (
    Ints,
    classification_report,
    confusion,
    histogram,
    pairs_inside_origins,
    precision_recall,
    roc,
)
from training.measures.reliability import calibration
from training.measures.thresholds import counts, predictive_values, threshold_rows, with_rates

FORMAT = 1
HEADLINE_SENSITIVITY, HEADLINE_SPECIFICITY = "sensitivity 0.95", "specificity 0.95"


def numbers(
    judged: Judged,
    split: str,
    prevalence: float = 0.05,
    reported: Mapping[str, Any] | None = None,
    cautions: Sequence[str] = (),
    curves: Sequence[Mapping[str, Any]] = (),
    gallery: Sequence[Mapping[str, Any]] = (),
    measured: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """``report.json`` of one model without comparison and card numbers, rounded.

    ``measured``: rows of ``operating_points`` where they were measured otherwise than by the thresholds of ``judged``.
    """
    labels, p, classes = judged.labels, judged.p, judged.classes
    points = list(measured) if measured is not None else [_measured(q, judged, labels) for q in judged.points]
    report = classification_report(labels, judged.called, classes)
    at = next((q for q in judged.points if q.finding == judged.positive), None)
    columns = list(enumerate(classes))
    out: dict[str, Any] = {
        "format": FORMAT,
        "model": judged.name,
        "title": judged.title,
        "kind": judged.kind,
        "created_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "classes": list(classes),
        "class_labels": {name: judged.class_labels.get(name, name) for name in classes},
        "positive": judged.positive,
        "split": split,
        "chosen_on": judged.chosen_on,
        "images": len(labels),
        "per_class": {name: int((labels == i).sum()) for i, name in columns},
        "sources": _sources(judged.samples, classes),
        "classification_report": report,
        "confusion": {"order": list(classes), "rows_are_truth": confusion(labels, judged.called, len(classes))},
        "roc": {name: roc(labels == i, p[:, i]) for i, name in columns},
        "pr": {name: precision_recall(labels == i, p[:, i]) for i, name in columns},
        "histogram": {name: histogram(labels, p[:, i], classes) for i, name in columns},
        "thresholds": {name: _rows(judged, labels, i, name, reported) for i, name in columns},
        "listed_thresholds": _listed(judged, labels, reported or {}),
        "calibration": calibration(judged.before, p, labels, judged.column, judged.temperature),
        "operating_points": points,
        "prevalence": prevalence,
        "predictive_values": [
            {key: row[key] for key in ("finding", "target", "threshold")}
            | predictive_values(row["sensitivity"], row["specificity"], prevalence)
            for row in points
        ],
        "flagged_at": {"target": at.target, "threshold": at.threshold} if at else None,
        "by_source": _groups(judged, labels, [s.origin for s in judged.samples], at),
        "by_view": _groups(judged, labels, [s.view for s in judged.samples], at),
        "by_age": _groups(judged, labels, [s.age_group for s in judged.samples], at),
        "inside_one_source": _inside(judged, labels),
        "reported": dict(reported or {}),
        "cautions": list(cautions),
        "curves": [dict(row) for row in curves],
        "gallery": [dict(row) for row in gallery],
        "comparison": None,
        "card_numbers": None,
    }
    out["headline"] = _headline(out)
    rounded_out: dict[str, Any] = rounded(out)
    return rounded_out


def _headline(out: Mapping[str, Any]) -> dict[str, Any]:
    curve, report = out["roc"][out["positive"]], out["classification_report"]
    of_positive = {row["target"]: row for row in out["operating_points"] if row["finding"] == out["positive"]}
    return {
        "auc": curve["auc"],
        "auc_95": [curve["low"], curve["high"]],
        "accuracy": report["accuracy"],
        "accuracy_95": report["accuracy_95"],
        "ece": out["calibration"]["ece_after"],
        "sensitivity_point": of_positive.get(HEADLINE_SENSITIVITY),
        "specificity_point": of_positive.get(HEADLINE_SPECIFICITY),
    }


def _measured(point: Point, judged: Judged, labels: Ints) -> dict[str, Any]:
    """What a threshold does on all images, and on those that are not of children where some are."""
    column = judged.classes.index(point.finding)
    positive, score = labels == column, judged.p[:, column]
    row = {"finding": point.finding, "target": point.target, "threshold": point.threshold}
    row |= with_rates(counts(positive, score, point.threshold))
    grown = ~children(judged.samples)
    row["measured_on"] = f"{len(labels)} images"
    partly = grown.any() and not grown.all()
    row["without_children"] = with_rates(counts(positive[grown], score[grown], point.threshold)) if partly else None
    return row


def _rows(
    judged: Judged, labels: Ints, column: int, name: str, reported: Mapping[str, Any] | None
) -> dict[str, list[Any]]:
    listed = [point.threshold for point in judged.points if point.finding == name]
    if name == _reported_finding(judged, reported or {}):
        listed += [float(row["threshold"]) for row in (reported or {}).get("thresholds", ())]
    return threshold_rows(labels == column, judged.p[:, column], listed[:60])


def _reported_finding(judged: Judged, reported: Mapping[str, Any]) -> str:
    """The class that the source's thresholds are about."""
    return str(reported.get("finding", judged.positive))


def _listed(judged: Judged, labels: Ints, reported: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The thresholds that the recipe's source lists, here and there; nothing where the class is not one of ours."""
    name = _reported_finding(judged, reported)
    if name not in judged.classes:
        return []
    column = judged.classes.index(name)
    return [
        {"finding": name, "threshold": float(row["threshold"])}
        | with_rates(counts(labels == column, judged.p[:, column], float(row["threshold"])))
        | {"reported": {key: row.get(key) for key in ("sensitivity", "specificity")}}
        for row in reported.get("thresholds", ())
    ]


def _sources(samples: Sequence[Sample], classes: Sequence[str]) -> dict[str, dict[str, int]]:
    return {
        name: dict(sorted(Counter(s.origin or "not named" for s in samples if s.label == name).items()))
        for name in classes
    }


def _groups(judged: Judged, labels: Ints, names: Sequence[str], at: Point | None) -> list[dict[str, Any]]:
    """Per class and source (or view, or age): how often right, how often flagged; nothing where no name is known."""
    if not any(names):
        return []
    where = np.asarray([name or "not recorded" for name in names])
    score = judged.p[:, judged.column]
    rows = []
    for name in sorted(set(where.tolist())):
        for i, label in enumerate(judged.classes):
            inside = (where == name) & (labels == i)
            n = int(inside.sum())
            if not n:
                continue
            right = int((judged.called[inside] == i).sum())
            flagged = int((score[inside] >= at.threshold).sum()) if at else None
            rows.append(
                {
                    "name": name,
                    "class": label,
                    "images": n,
                    "right": right,
                    "right_95": wilson_interval(right, n),
                    "flagged": flagged,
                    "flagged_95": None if flagged is None else wilson_interval(flagged, n),
                    "mean_probability": float(score[inside].mean()),
                }
            )
    return rows


def _inside(judged: Judged, labels: Ints) -> list[dict[str, Any]]:
    origins = [s.origin for s in judged.samples]
    if not all(origins):
        return []
    scores = judged.logits if judged.logits is not None else np.log(np.maximum(judged.p, 1e-12))
    pairs = pairs_inside_origins(labels, scores, origins, judged.classes)
    return [{"name": name, **row} for name, row in pairs.items()]

"""The blocks of numbers of a triage card that need labels only; each is recomputed from a ``Bench``, none is written.

A block is a table for ``metrics`` of the card, but for ``choice``, whose keys stand at the card's top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.calibration import expected_calibration_error, probabilities
from cxr_desktop.export.card.choices import BY_LEFT_OUT_TEMPERATURE, BY_VALIDATION, CHOSEN_BY
from training.data.sample import Sample
from training.measures.card_numbers import card_numbers
from training.measures.comparisons import age_groups, comparisons
from training.measures.groups import LEAST, by_group
from training.measures.judged import labels_of
from training.measures.reliability import BINS
from training.publishing.bench import Bench
from training.report.measuring import Fit, fit_on
from training.report.subjects import model_points_of

ECE_WORDS = (
    f"Expected calibration error: images are sorted by the probability of their likeliest class into {BINS} bins of "
    "equal width; the gap between the mean probability and the share that is right, averaged over bins by their images "
    "(Naeini 2015). before: softmax of the logits; after: with the card's temperature."
)
_COUNTS = ("true_positives", "false_negatives", "true_negatives", "false_positives")
COMMAND = "command"
LEFT_OUT = "leave_one_origin_out"
"""A block that `left-out` writes: it needs trainings, so it is not measured here."""
MEASURED = ("test", "val")
"""Splits that a card speaks of, the one that chose nothing first."""


def command_of(model: str, block: str) -> str:
    """How a reader gets this block again; DATA stands for the folder or manifest of the images."""
    return f"cxr-desktop measure {model} --data DATA --only {block}"


def choice(bench: Bench) -> dict[str, Any]:
    """Temperature, thresholds and map scale, chosen on validation images; counts are of test images where there are."""
    fit = chosen_fit(bench)
    split = "test" if bench.split("test") else "val"
    rows = [card_point(row, fit, split) for row in numbers_of(bench, split, fit)["operating_points"]]
    return {"temperature": fit.temperature, "map_scale": dict(fit.map_scale)} | points_by_goal(rows)


def chosen_fit(bench: Bench) -> Fit:
    """What the validation images determine, and what the card takes from collections left out instead.

    Raises ``CxrError`` where there are none.
    """
    val, how = bench.split("val"), str(bench.document.get(CHOSEN_BY, BY_VALIDATION))
    if not val:
        raise CxrError("the data have no validation images, on which temperature and thresholds are chosen")
    if how == BY_VALIDATION:
        return fit_on(bench.subject, val, bench.answers("val"), "validation")
    elsewhere = bench.document.get("metrics", {}).get(LEFT_OUT, {}).get("together") or {}
    if elsewhere.get("temperature") is None:
        raise CxrError("the card has no temperature of collections left out; run left-out with --into first")
    fit = fit_on(bench.subject, val, bench.answers("val"), "validation", float(elsewhere["temperature"]))
    if how == BY_LEFT_OUT_TEMPERATURE:
        return fit
    rows = {(row["finding"], row["target"]): float(row["threshold"]) for row in elsewhere["thresholds"]}
    points = tuple(replace(q, threshold=rows.get((q.finding, q.target), q.threshold)) for q in fit.points)
    return replace(fit, points=points)


def points_by_goal(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Operating points of sensitivity, which the program uses, apart from those of specificity."""
    return {
        "operating_points": [row for row in rows if row["target"].startswith("sensitivity")],
        "specificity_points": [row for row in rows if row["target"].startswith("specificity")],
    }


def card_point(row: Mapping[str, Any], fit: Fit, split: str) -> dict[str, Any]:
    """A row of ``card_numbers`` as ``operating_points`` of a card hold it: adults alone where they chose it."""
    group = "without_children" if fit.adults and "without_children" in row else "all"
    words = "test split" if split == "test" else "validation split, on which it was chosen"
    words += " without children" if group != "all" else ""
    return {
        **{key: row[key] for key in ("finding", "target", "threshold")},
        **{key: row[group][key] for key in _COUNTS},
        "measured_on": f"{words}; the same collections as in training",
    }


def numbers_of(bench: Bench, split: str, fit: Fit) -> dict[str, Any]:
    """``card_numbers`` of one split."""
    about = bench.subject.about
    return card_numbers(
        bench.split(split), bench.logits(split), about.classes, fit.temperature, fit.points, about.output
    )


def split_numbers(bench: Bench, split: str) -> dict[str, Any]:
    """The block ``test`` or ``val``, at the card's own temperature and thresholds."""
    return numbers_of(bench, split, Fit(bench.temperature, model_points_of(bench.document, bench.classes), "", {}))


def compared(bench: Bench) -> dict[str, Any]:
    """The areas a card leads with, known adults first."""
    out: dict[str, Any] = {"score": "probability of the class named first"}
    for split in MEASURED:
        if bench.split(split):
            out[split] = comparisons(bench.split(split), bench.probabilities(split), bench.classes)
    return out


def grouped(bench: Bench) -> dict[str, Any]:
    """By age and by view."""
    out: dict[str, Any] = {"least": f"{LEAST} images with and without a class"}
    for split in MEASURED:
        if samples := bench.split(split):
            p = bench.probabilities(split)
            out[split] = {
                "by_age": by_group(samples, p, bench.classes, lambda s: s.age_group),
                "by_view": by_group(samples, p, bench.classes, lambda s: s.view),
            }
    return out


def calibration(bench: Bench) -> dict[str, Any]:
    """ECE before and after the temperature at the hospitals of the training, by age group."""
    out: dict[str, Any] = {"definition": ECE_WORDS, "temperature": bench.temperature}
    for split in MEASURED:
        if samples := bench.split(split):
            out[split] = calibration_rows(bench, samples, split)
    return out


def calibration_rows(bench: Bench, samples: Sequence[Sample], split: str) -> dict[str, Any]:
    """``{group: {images, ece_before, ece_after}}``."""
    labels, output = labels_of(samples, bench.classes), bench.subject.about.output
    before = probabilities(bench.logits(split), output=output)
    after = bench.probabilities(split)
    return {
        group: {
            "images": int(np.sum(inside)),
            "ece_before": expected_calibration_error(before[inside], labels[inside], BINS),
            "ece_after": expected_calibration_error(after[inside], labels[inside], BINS),
        }
        for group, inside in age_groups(samples).items()
    }

"""Do probabilities mean what they say: bins of a reliability diagram, temperature, ECE measured honestly; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cxr_desktop.engine.calibration import expected_calibration_error, fit_temperature, probabilities
from training.measures.metrics import Floats, Ints, Mask

BINS = 15
LOWEST, HIGHEST = 0.05, 20.0
"""Limits of the fit. A temperature at a limit says that the images do not determine one."""
FOLDS = 5


def bins(confidence: Floats, happened: Mask, count: int = BINS) -> list[dict[str, Any]]:
    """Mean confidence, share of what happened, and images of every bin that holds any."""
    places = np.minimum((confidence * count).astype(np.int64), count - 1)
    return [
        {
            "confidence": float(confidence[places == i].mean()),
            "accuracy": float(happened[places == i].mean()),
            "count": int((places == i).sum()),
        }
        for i in np.unique(places)
    ]


def top_class_bins(p: Floats, labels: Ints) -> list[dict[str, Any]]:
    """The likeliest class: how sure, and how often right; what the ECE sums up."""
    return bins(p.max(axis=1), p.argmax(axis=1) == labels)


@dataclass(frozen=True, slots=True)
class Temperature:
    """``value`` divides the logits; ``is_known`` is False where no image determines it and a known one is kept."""

    value: float
    is_known: bool


def temperature_of(logits: Floats, labels: Ints, output: str, kept: float = 1.0) -> Temperature:
    """The best temperature of these images; ``kept`` where there is none: no images, or all called right by far."""
    if len(labels) < 2 or len(np.unique(labels)) < 2:
        return Temperature(kept, False)
    best = fit_temperature(logits, labels, low=LOWEST, high=HIGHEST, output=output)
    known = LOWEST * 1.01 < best < HIGHEST * 0.99
    return Temperature(round(best, 4) if known else kept, known)


def folds(labels: Ints, groups: Sequence[str], count: int = FOLDS) -> Ints:
    """A fold for every image: a group (patient) lies in one fold, classes are dealt out evenly.

    ``groups`` holds "" where none is known: such an image stands for itself.
    """
    members: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    first_label: dict[str, int] = {}
    for i, (label, group) in enumerate(zip(labels, groups, strict=True)):
        name = group or f"\0{i}"
        members[first_label.setdefault(name, int(label)), name].append(i)
    out = np.zeros(len(labels), dtype=np.int64)
    for turn, key in enumerate(sorted(members)):
        out[members[key]] = turn % count
    return out


def cross_fitted(logits: Floats, labels: Ints, fold: Ints, output: str, kept: float = 1.0) -> Floats:
    """Probabilities of every image at a temperature fitted without its fold."""
    out = np.zeros_like(logits, dtype=np.float64)
    for i in np.unique(fold):
        others = fold != i
        temperature = temperature_of(logits[others], labels[others], output, kept).value
        out[fold == i] = probabilities(logits[fold == i], temperature, output)
    return out


def calibration(before: Floats, after: Floats, labels: Ints, positive: int, temperature: float) -> dict[str, Any]:
    """What a report says about calibration; ``before`` and ``after`` are (n, classes) probabilities."""
    return {
        "temperature": temperature,
        "bins": top_class_bins(after, labels),
        "bins_before": top_class_bins(before, labels),
        "positive_bins": bins(after[:, positive], labels == positive, 10),
        "positive_bins_before": bins(before[:, positive], labels == positive, 10),
        "ece_before": expected_calibration_error(before, labels, BINS),
        "ece_after": expected_calibration_error(after, labels, BINS),
    }

"""The numbers of networks at places that took no part in their training; pure, knows no file and no network.

Of a fold, ``logits`` come from a network that never saw the collections of its images. A class that a network does not
have (its only collection was left out) has no column; images of it stand among the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cxr_desktop.engine.calibration import expected_calibration_error, fit_temperature, probabilities
from training.data.sample import Sample
from training.measures.comparisons import age_groups, comparisons
from training.measures.fold_means import mean_areas
from training.measures.judged import Point, choose_points
from training.measures.metrics import Floats, Ints, Mask
from training.measures.reliability import BINS
from training.measures.thresholds import counts, with_rates

_NEVER = -1e9
"""Logit of a class that a network does not have: its probability is 0 and no temperature changes that."""
VALIDATION, OTHER_FOLDS = "validation images of its own hospitals", "left-out images of the other folds"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One fold. ``classes`` are its network's; its validation images chose ``temperature`` and ``points``."""

    name: str
    origins: tuple[str, ...]
    samples: tuple[Sample, ...]
    logits: Floats
    classes: tuple[str, ...]
    temperature: float
    points: tuple[Point, ...]
    output: str = "softmax"

    def spread(self, classes: Sequence[str]) -> Floats:
        """(n, all classes) logits."""
        out = np.full((len(self.samples), len(classes)), _NEVER)
        out[:, [list(classes).index(name) for name in self.classes]] = self.logits
        return out

    @property
    def probabilities(self) -> Floats:
        """(n, classes), at its own temperature."""
        return probabilities(self.logits, self.temperature, self.output)

    @property
    def known(self) -> Mask:
        """(n,) whether the network has the image's class."""
        return np.asarray([s.label in self.classes for s in self.samples], dtype=bool)


def left_out_numbers(folds: Sequence[LeftOut], classes: Sequence[str]) -> dict[str, Any]:
    """Every fold by itself, then all folds together: each image was scored by a network that never saw its place."""
    out: dict[str, Any] = {"folds": []}
    for fold in folds:
        others = [other for other in folds if other is not fold]
        out["folds"].append(_fold(fold, others, classes))
    if len(folds) > 1:
        out["together"] = _together(folds, classes)
    return out


def _fold(fold: LeftOut, others: Sequence[LeftOut], classes: Sequence[str]) -> dict[str, Any]:
    elsewhere = _temperature(others, classes)
    chosen = [(fold.points, fold.temperature, VALIDATION)]
    if elsewhere is not None:
        chosen.append((_points(others, classes, elsewhere), elsewhere, OTHER_FOLDS))
    return {
        "name": fold.name,
        "left_out": list(fold.origins),
        "classes": list(fold.classes),
        "images": dict(sorted(Counter(f"{s.label} from {s.origin}" for s in fold.samples).items())),
        "comparisons": comparisons(fold.samples, fold.probabilities, fold.classes),
        "calibration": _calibration([fold], classes, {VALIDATION: [fold.temperature], OTHER_FOLDS: [elsewhere]}),
        "operating_points": [row for how in chosen for row in _transfer(fold, *how)],
    }


def _together(folds: Sequence[LeftOut], classes: Sequence[str]) -> dict[str, Any]:
    elsewhere = [_temperature([o for o in folds if o is not fold], classes) for fold in folds]
    own = [fold.temperature for fold in folds]
    best = _temperature(folds, classes)
    points = _points(folds, classes, best) if best is not None else ()
    return {
        "comparisons": mean_areas(folds, lambda name: name.endswith("v rest")),
        "calibration": _calibration(folds, classes, {VALIDATION: own, OTHER_FOLDS: elsewhere}),
        "temperature": best,
        "thresholds": [{"finding": q.finding, "target": q.target, "threshold": q.threshold} for q in points],
        "operating_points": _pooled_transfer(folds, classes, elsewhere),
    }


def _p(fold: LeftOut, temperature: float, classes: Sequence[str]) -> Floats:
    return probabilities(fold.spread(classes), temperature, fold.output)


def _labels(samples: Sequence[Sample], classes: Sequence[str]) -> Ints:
    return np.asarray([list(classes).index(s.label) for s in samples], dtype=np.int64)


def _grown(fold: LeftOut) -> Mask:
    groups = age_groups(fold.samples)
    return groups.get("without_children", groups.get("known_adults", groups["all"]))


def _temperature(folds: Sequence[LeftOut], classes: Sequence[str]) -> float | None:
    """The one that fits the left-out images best, children aside as everywhere; every fold weighs the same."""
    if not folds:
        return None
    logits, labels, weights = [], [], []
    for fold in folds:
        inside = fold.known & _grown(fold)
        logits.append(fold.spread(classes)[inside])
        labels.append(_labels(fold.samples, classes)[inside])
        weights.append(np.full(int(inside.sum()), 1.0 / max(1, int(inside.sum()))))
    stacked = np.concatenate(labels)
    if len(np.unique(stacked)) < 2:
        return None
    return round(fit_temperature(np.concatenate(logits), stacked, np.concatenate(weights), output=folds[0].output), 4)


def _points(folds: Sequence[LeftOut], classes: Sequence[str], temperature: float) -> tuple[Point, ...]:
    """Thresholds on the left-out images of several folds, of the classes that all their networks have."""
    inside = [_grown(fold) for fold in folds]
    p = np.concatenate([_p(f, temperature, classes)[i] for f, i in zip(folds, inside, strict=True)])
    labels = np.concatenate([_labels(f.samples, classes)[i] for f, i in zip(folds, inside, strict=True)])
    shared = {name for name in classes if all(name in fold.classes for fold in folds)}
    return tuple(q for q in choose_points(labels, p, classes) if q.finding in shared)


def _transfer(fold: LeftOut, points: Sequence[Point], temperature: float, chosen_on: str) -> list[dict[str, Any]]:
    """What thresholds from elsewhere do here."""
    p = probabilities(fold.logits, temperature, fold.output)
    labels = np.asarray([s.label for s in fold.samples])
    rows = []
    for q in points:
        if q.finding not in fold.classes:
            continue
        score, positive = p[:, fold.classes.index(q.finding)], labels == q.finding
        row: dict[str, Any] = {"finding": q.finding, "target": q.target, "threshold": q.threshold}
        row["chosen_on"] = chosen_on
        for group, inside in age_groups(fold.samples).items():
            row[group] = with_rates(counts(positive[inside], score[inside], q.threshold))
        rows.append(row)
    return rows


def _pooled_transfer(
    folds: Sequence[LeftOut], classes: Sequence[str], elsewhere: Sequence[float | None]
) -> list[dict[str, Any]]:
    """Counts of all folds added up, every fold at thresholds that were chosen without it."""
    tables: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for fold, temperature in zip(folds, elsewhere, strict=True):
        rows = _transfer(fold, fold.points, fold.temperature, VALIDATION)
        if temperature is not None:
            others = [other for other in folds if other is not fold]
            rows += _transfer(fold, _points(others, classes, temperature), temperature, OTHER_FOLDS)
        for row in rows:
            tables.setdefault((row["finding"], row["target"], row["chosen_on"]), []).append(row)
    out = []
    for (finding, target, chosen_on), rows in tables.items():
        grown = [row.get("without_children", row.get("known_adults", row["all"])) for row in rows]
        keys = ("true_positives", "false_negatives", "true_negatives", "false_positives")
        sums = {key: sum(int(row[key]) for row in grown) for key in keys}
        head = {"finding": finding, "target": target, "chosen_on": chosen_on}
        out.append(head | {"without_children": with_rates(sums)})
    return out


def _calibration(
    folds: Sequence[LeftOut], classes: Sequence[str], temperatures: Mapping[str, Sequence[float | None]]
) -> dict[str, Any]:
    """ECE of the images whose class the network has: untouched, and at each way to choose a temperature."""
    samples = [s for fold in folds for s, known in zip(fold.samples, fold.known, strict=True) if known]
    labels = _labels(samples, classes)
    ways = {"before": [1.0] * len(folds), **temperatures}
    out: dict[str, Any] = {"images": len(samples), "best_temperature_here": _temperature(folds, classes)}
    for way, values in ways.items():
        if any(value is None for value in values):
            continue
        p = np.concatenate([_p(f, t, classes)[f.known] for f, t in zip(folds, values, strict=True) if t is not None])
        out[way] = {
            "temperature": list(values) if len(values) > 1 else values[0],
            **{
                f"ece_{group}": expected_calibration_error(p[inside], labels[inside], BINS)
                for group, inside in age_groups(samples).items()
            },
        }
    return out

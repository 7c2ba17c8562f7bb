"""What a model said about labelled images, as values, and the thresholds chosen on them; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from training.data.sample import CHILD, Sample
from training.measures.metrics import Floats, Ints, Mask
from training.measures.thresholds import rounded_threshold, threshold_at_sensitivity, threshold_at_specificity

SENSITIVITIES = (0.98, 0.95, 0.90)
SPECIFICITIES = (0.90, 0.95)
NO_RISK = "normal"
"""The class that is no risk: it gets no thresholds."""
DIGITS = 6
"""Decimals of every number in a report or card; counts come from unrounded scores."""


@dataclass(frozen=True, slots=True)
class Point:
    """A threshold of one class and the goal it was chosen for."""

    finding: str
    target: str
    threshold: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model said about labelled images.

    ``p`` and ``before`` (n, classes): probabilities with and without temperature. ``called`` (n,): the class decided
    for, the likeliest one or, for an ensemble, that of most votes. ``logits`` is ``None`` for an ensemble.
    """

    name: str
    title: str
    kind: str
    classes: tuple[str, ...]
    class_labels: Mapping[str, str]
    positive: str
    samples: tuple[Sample, ...]
    p: Floats
    before: Floats
    called: Ints
    temperature: float = 1.0
    points: tuple[Point, ...] = ()
    chosen_on: str = ""
    logits: Floats | None = None

    @property
    def labels(self) -> Ints:
        """(n,) class indices."""
        return labels_of(self.samples, self.classes)

    @property
    def column(self) -> int:
        """Index of the class of interest."""
        return self.classes.index(self.positive)


def labels_of(samples: Sequence[Sample], classes: Sequence[str]) -> Ints:
    """Class indices."""
    place = {name: i for i, name in enumerate(classes)}
    return np.asarray([place[s.label] for s in samples], dtype=np.int64)


def children(samples: Sequence[Sample]) -> Mask:
    """(n,) whether the image is known to show a child."""
    return np.asarray([s.age_group == CHILD for s in samples], dtype=bool)


def without_children(samples: Sequence[Sample], classes: Sequence[str]) -> Mask | None:
    """The images that are not of children, where age is a shortcut that can be taken away; else ``None``.

    A model for adults must not get its temperature and thresholds from children, who may be easy to tell; but a class
    that has children only leaves nothing to choose a threshold on.
    """
    young = children(samples)
    left = {s.label for s, child in zip(samples, young, strict=True) if not child}
    return ~young if young.any() and left >= {s.label for s in samples} and len(left) == len(classes) else None


def choose_points(labels: Ints, p: Floats, classes: Sequence[str], interest: str = "") -> list[Point]:
    """Thresholds of every class that has images on both sides, at the given sensitivities and specificities."""
    points = []
    for column, name in enumerate(classes):
        positive, score = labels == column, p[:, column]
        if (name == NO_RISK and name != interest) or positive.all() or not positive.any():
            continue
        for goal in SENSITIVITIES:
            threshold = rounded_threshold(score, threshold_at_sensitivity(positive, score, goal))
            points.append(Point(name, f"sensitivity {goal:.2f}", threshold))
        for goal in SPECIFICITIES:
            threshold = rounded_threshold(score, threshold_at_specificity(positive, score, goal))
            points.append(Point(name, f"specificity {goal:.2f}", threshold))
    return points


def rounded(value: Any, digits: int = DIGITS) -> Any:
    """Finite numbers of ``digits`` decimals (thresholds of twelve), ``None`` for all others; plain lists and tables."""
    if isinstance(value, float):
        return round(value, digits) if np.isfinite(value) else None
    if isinstance(value, np.generic):
        return rounded(value.item(), digits)
    if isinstance(value, Mapping):
        return {k: rounded(v, 12 if k == "threshold" else digits) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v, digits) for v in value]
    return value

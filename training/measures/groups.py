"""Areas by age and by view: does a model hold for every kind of image; pure, knows no file and no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from training.data.sample import Sample
from training.measures.comparisons import area
from training.measures.metrics import Floats

LEAST = 10
"""Images with and without a class, below which a group has no area of it."""
NOT_RECORDED = "not recorded"


def by_group(
    samples: Sequence[Sample], p: Floats, classes: Sequence[str], of: Callable[[Sample], str]
) -> dict[str, dict[str, Any]]:
    """Per group: images, images per class, and one-against-the-rest AUCs of the classes that have enough images."""
    names = np.asarray([of(s) or NOT_RECORDED for s in samples])
    labels = np.asarray([s.label for s in samples])
    out = {}
    for name in sorted(set(names.tolist())):
        inside = names == name
        areas = {}
        for column, label in enumerate(classes):
            positive = labels[inside] == label
            if min(int(positive.sum()), int((~positive).sum())) >= LEAST:
                areas[label] = area(positive, p[inside, column])
        counts = {label: int((labels[inside] == label).sum()) for label in classes}
        out[name] = {"images": int(inside.sum()), "per_class": counts, "auc": areas}
    return out

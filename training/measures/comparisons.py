"""The areas that a card leads with: a class against the rest, and against another inside one collection; pure.

The score is always the probability of the class named first, which is the number that a reader sees. The label of an
image need not be a class of the model: it then stands among the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from training.data.sample import ADULT, Sample
from training.measures.judged import children
from training.measures.metrics import Floats, Mask, auc, auc_interval

LEAST_OF_A_PAIR = 5
"""Images on each side, below which a pair inside a collection says nothing."""


def area(positive: Mask, score: Floats) -> dict[str, Any]:
    """AUC with its 95 % interval and the images of each side; NaN where a side is empty."""
    low, high = auc_interval(positive, score)
    return {
        "auc": auc(positive, score),
        "low": low,
        "high": high,
        "positives": int(positive.sum()),
        "negatives": int((~positive).sum()),
    }


def age_groups(samples: Sequence[Sample]) -> dict[str, Mask]:
    """Known adults first, then all who are not known to be children, then all; a group equal to a later one is left
    out, as is an empty one."""
    adults = np.asarray([s.age_group == ADULT for s in samples], dtype=bool)
    grown, everyone = ~children(samples), np.ones(len(samples), dtype=bool)
    groups = {"known_adults": adults, "without_children": grown, "all": everyone}
    kept = {name: inside for name, inside in groups.items() if inside.any()}
    if "known_adults" in kept and np.array_equal(adults, grown):
        del kept["without_children"]
    return {name: inside for name, inside in kept.items() if name == "all" or not inside.all()}


def comparisons(samples: Sequence[Sample], p: Floats, classes: Sequence[str]) -> list[dict[str, Any]]:
    """Rows ``{what, first, group, auc, low, high, positives, negatives}``; comparisons without two sides are absent.

    ``p`` (n, classes) are calibrated probabilities.
    """
    labels = np.asarray([s.label for s in samples])
    origins = np.asarray([s.origin for s in samples])
    rows = []
    for name, first, chosen, positive in questions(labels, origins, classes):
        score, sides = p[chosen, list(classes).index(first)], positive[chosen]
        for group, inside in age_groups([s for s, asked in zip(samples, chosen, strict=True) if asked]).items():
            if sides[inside].any() and not sides[inside].all():
                rows.append({"what": name, "first": first, "group": group} | area(sides[inside], score[inside]))
    return rows


def questions(labels: Any, origins: Any, classes: Sequence[str]) -> Iterator[tuple[str, str, Mask, Mask]]:
    """Every comparison that these images allow: (name, class of the score, images asked, positives)."""
    everything = np.ones(len(labels), dtype=bool)
    for name in classes:
        yield f"{name} v rest", name, everything, labels == name
    strangers = sorted(set(labels.tolist()) - set(classes))
    order = [*classes, *strangers]
    for origin in sorted(set(origins.tolist()) - {""}):
        inside = origins == origin
        for a, first in enumerate(order):
            for second in order[a + 1 :]:
                sides = [int((inside & (labels == name)).sum()) for name in (first, second)]
                if first in classes and min(sides) >= LEAST_OF_A_PAIR:
                    pair = inside & ((labels == first) | (labels == second))
                    yield f"{first} v {second} inside {origin}", first, pair, labels == first


def line(row: Mapping[str, Any]) -> str:
    """One comparison for the terminal."""
    span = "no interval" if row["low"] is None else f"{row['low']:.3f}–{row['high']:.3f}"
    span += f", mean of {row['folds']}" if "folds" in row else ""
    sides = f"{row['positives']} against {row['negatives']}"
    return f"{row['what']:44} {row['group']:17} {row['auc']:.3f} ({span})  {sides}"

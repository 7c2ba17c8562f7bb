"""Areas of several networks, each on its own images, as one number; pure, knows no file and no network.

Scores of different networks have no common scale: put in one list, the surer network's healthy would outrank the other
one's ill. So areas are taken inside a fold and averaged, every fold the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from scipy.stats import norm

from training.data.sample import ADULT, Sample
from training.measures.comparisons import questions
from training.measures.judged import children
from training.measures.metrics import Floats, Mask, placements

_Z = float(norm.ppf(0.975))
_LEAST = 2
"""Images on a side, below which DeLong has no variance."""


class Fold(Protocol):
    """Images and what one network said of them."""

    @property
    def samples(self) -> tuple[Sample, ...]:
        """(n,)"""
        ...

    @property
    def classes(self) -> tuple[str, ...]:
        """Columns of the probabilities."""
        ...

    @property
    def probabilities(self) -> Floats:
        """(n, classes)"""
        ...


def mean_areas(folds: Sequence[Fold], wanted: Callable[[str], bool]) -> list[dict[str, Any]]:
    """Rows as ``comparisons`` gives them, with ``folds``, how many had both sides; those named by ``wanted`` only.

    The interval is that of a mean of independent areas: DeLong's variances added up.
    """
    found: dict[tuple[str, str, str], list[tuple[float, float, int, int]]] = {}
    for fold in folds:
        labels, origins = (np.asarray([getattr(s, key) for s in fold.samples]) for key in ("label", "origin"))
        for name, first, chosen, positive in questions(labels, origins, fold.classes):
            score = fold.probabilities[:, list(fold.classes).index(first)]
            for group, inside in _groups(fold.samples).items():
                asked = chosen & inside
                sides = positive[asked]
                if wanted(name) and min(int(sides.sum()), int((~sides).sum())) >= _LEAST:
                    found.setdefault((name, first, group), []).append(_area(sides, score[asked]))
    rows = [_row(*key, areas) for key, areas in found.items()]
    return [row for n, row in enumerate(rows) if not any(_same(row, later) for later in rows[n + 1 :])]


def _groups(samples: Sequence[Sample]) -> dict[str, Mask]:
    adults = np.asarray([s.age_group == ADULT for s in samples], dtype=bool)
    everyone = np.ones(len(samples), dtype=bool)
    return {"known_adults": adults, "without_children": ~children(samples), "all": everyone}


def _area(positive: Mask, score: Floats) -> tuple[float, float, int, int]:
    """Area, its variance, images of each side."""
    m, n = int(positive.sum()), int((~positive).sum())
    v10, v01 = placements(positive, score)
    return float(v10.mean()), float(v10.var(ddof=1) / m + v01.var(ddof=1) / n), m, n


def _row(name: str, first: str, group: str, areas: Sequence[tuple[float, float, int, int]]) -> dict[str, Any]:
    values, variances, positives, negatives = zip(*areas, strict=True)
    mean, half = float(np.mean(values)), _Z * float(np.sqrt(sum(variances))) / len(areas)
    return {
        "what": name,
        "first": first,
        "group": group,
        "auc": mean,
        "low": max(0.0, mean - half),
        "high": min(1.0, mean + half),
        "positives": sum(positives),
        "negatives": sum(negatives),
        "folds": len(areas),
    }


def _same(row: dict[str, Any], later: dict[str, Any]) -> bool:
    """Whether a wider age group holds the same images."""
    return all(row[key] == later[key] for key in ("what", "positives", "negatives", "folds"))

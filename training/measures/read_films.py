"""A network against what radiologists saw, where the data's labels come from reports; pure, knows no file.

Reports are a poor truth: of NIH's films that a report calls free of findings many show lines, effusions, opacities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from training.data.annotations import READ_NORMAL, READ_OPACITY
from training.data.sample import Sample
from training.measures.comparisons import area
from training.measures.metrics import Floats

NORMAL, PNEUMONIA = "normal", "pneumonia"


def read_comparisons(
    read: Sequence[Sample],
    p_read: Floats,
    ill: Floats,
    interest: str,
    classes: Sequence[str],
) -> list[dict[str, Any]]:
    """Rows as ``comparisons`` gives them, of all ages.

    ``read`` are labelled by the radiologists' verdict, ``p_read`` (n, classes) their probabilities, ``ill``
    (m, classes) those of images of the class ``interest``. Comparisons without two sides are absent.
    """
    labels = np.asarray([s.label for s in read])
    normal, opacity = p_read[labels == READ_NORMAL], p_read[labels == READ_OPACITY]
    rows = []
    for what, first, positives, negatives in _questions(normal, opacity, ill, interest):
        if first in classes and len(positives) and len(negatives):
            column = list(classes).index(first)
            sides = np.arange(len(positives) + len(negatives)) < len(positives)
            score = np.concatenate([positives[:, column], negatives[:, column]])
            rows.append({"what": what, "first": first, "group": "all"} | area(sides, score))
    return rows


def _questions(
    normal: Floats, opacity: Floats, ill: Floats, interest: str
) -> Iterator[tuple[str, str, Floats, Floats]]:
    yield f"{interest} v {READ_NORMAL}", interest, ill, normal
    yield f"{interest} v {READ_OPACITY}", interest, ill, opacity
    yield f"{READ_NORMAL} v {READ_OPACITY}", NORMAL, normal, opacity
    yield f"{READ_NORMAL} v {interest}", NORMAL, normal, ill
    yield f"{READ_OPACITY} v {READ_NORMAL}", PNEUMONIA, opacity, normal

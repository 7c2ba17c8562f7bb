"""The curves of a run as figures: loss, accuracy, areas, learning rate by epoch; it knows ``report.json`` only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from training.report import plots

_FIGURES = (
    ("Loss", (("train_loss", "training"), ("val_loss", "validation")), False),
    ("Accuracy", (("train_accuracy", "training"), ("val_accuracy", "validation")), False),
    (
        "Validation AUC",
        (
            ("val_auc_{positive}", "class of interest"),
            ("val_macro_auc", "mean of the classes"),
            ("val_honest_auc", "adults, inside sources"),
        ),
        False,
    ),
    ("Learning rate", (("learning_rate", "learning rate"),), True),
)


def figures(curves: Sequence[Mapping[str, Any]], positive: str) -> list[str]:
    """One figure for each kind of number that the run has."""
    drawn = []
    for title, wanted, log in _FIGURES:
        series = []
        for key, name in wanted:
            known = key.format(positive=positive)
            rows = [(row["epoch"], row[known]) for row in curves if row.get(known) is not None]
            if rows:
                series.append((name, [a for a, _ in rows], [b for _, b in rows]))
        if series:
            drawn.append(plots.curve_figure(title, series, log))
    return drawn

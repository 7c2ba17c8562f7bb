"""A run on the collections that its recipe left out: the nearest thing to an unseen hospital that one folder gives."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.engine.calibration import fit_temperature
from training.data import samples_for
from training.evaluate import labels_of, rounded
from training.loop import Run
from training.metrics import class_aucs, pair_auc, softmax
from training.publish import trained_network


def look(run: Path, data: Path) -> dict[str, Any]:
    """AUCs of the run's best epoch on all images of ``leave_out``, each class that is there against each other one.

    Raises ``ValueError`` where the recipe left nothing out.
    """
    recipe, network, _ = trained_network(run)
    samples = [s for s in samples_for(recipe.role, data, recipe.classes) if s.origin in recipe.leave_out]
    if not samples:
        raise ValueError("the recipe of this run left no collection out")
    kept = Run(dataclasses.replace(recipe), data, run, workers=0, echo=False)
    kept.average.load_state_dict(network.state_dict())
    labels, logits = labels_of(samples, recipe.classes), kept.logits(samples).astype(np.float64)
    aucs = class_aucs(labels, softmax(logits), recipe.classes)
    pairs = {}
    for a, first in enumerate(recipe.classes):
        for b in range(a + 1, len(recipe.classes)):
            value, low, high, n, m = pair_auc(labels, logits, a, b)
            if min(n, m):
                pairs[f"{first} v {recipe.classes[b]}"] = {"auc": value, "low": low, "high": high, "n": [n, m]}
    numbers = {
        "left_out": list(recipe.leave_out),
        "trained": f"{recipe.epochs} epochs of {recipe.images_per_epoch} images at {recipe.train_size} px",
        "images": dict(sorted(Counter(f"{s.label} from {s.origin}" for s in samples).items())),
        "auc_one_against_the_rest": {k: v for k, v in aucs.items() if v["positives"] and v["negatives"]},
        "auc_pairs": pairs,
        "temperature_that_would_fit": fit_temperature(logits, labels),
    }
    out: dict[str, Any] = rounded(numbers)
    return out

"""`look`: a run on the collections that its recipe left out, the nearest to an unseen hospital in one folder."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.calibration import fit_temperature, probabilities
from training.data.dataset import open_dataset
from training.data.sample import Sample
from training.events import Events
from training.measures.judged import labels_of, rounded
from training.measures.metrics import class_aucs, pair_auc
from training.recipe import Recipe
from training.report.files import write_json
from training.report.run_subjects import open_run
from training.run.run_folder import StoredRun, read_run


def run_look(options: argparse.Namespace, events: Events) -> int:
    """Tell the numbers and write them where asked; 0, or ``CxrError``."""
    numbers = look(options.run, options.data, events)
    if options.json is not None:
        write_json(options.json, numbers)
    aucs = {f"auc_{name}": row["auc"] for name, row in numbers["auc_one_against_the_rest"].items()}
    pairs = {name: row["auc"] for name, row in numbers["auc_pairs"].items()}
    events("evaluated", split="left out", images=sum(numbers["images"].values()), json=options.json, **aucs, **pairs)
    return 0


def look(run_folder: Path, data: Path, events: Events) -> dict[str, Any]:
    """AUCs of the run's best epoch on all images of ``leave_out``, each class that is there against each other one.

    Raises ``CxrError`` where the recipe left nothing out.
    """
    run, subject = read_run(run_folder), open_run(run_folder)
    recipe = run.recipe
    root, everything = _images(run, data, events)
    samples = [s for s in everything if s.origin in recipe.data.leave_out]
    if not samples:
        raise CxrError("the recipe of this run left no collection out")
    answers = subject.answer(root, samples, events)
    if answers.logits is None:
        raise CxrError("an ensemble has no logits to look at; name the folder of one of its members")
    labels, logits = labels_of(samples, recipe.classes), answers.logits
    aucs = class_aucs(labels, probabilities(logits, output=recipe.network.output), recipe.classes)
    pairs = {}
    for a, first in enumerate(recipe.classes):
        for b in range(a + 1, len(recipe.classes)):
            value, low, high, n, m = pair_auc(labels, logits, a, b)
            if min(n, m):
                pairs[f"{first} v {recipe.classes[b]}"] = {"auc": value, "low": low, "high": high, "n": [n, m]}
    numbers = {
        "left_out": list(recipe.data.leave_out),
        "trained": _trained(recipe, run.samples),
        "images": dict(sorted(Counter(f"{s.label} from {s.origin}" for s in samples).items())),
        "auc_one_against_the_rest": {k: v for k, v in aucs.items() if v["positives"] and v["negatives"]},
        "auc_pairs": pairs,
        "temperature_that_would_fit": fit_temperature(logits, labels, output=recipe.network.output),
    }
    out: dict[str, Any] = rounded(numbers)
    return out


def _images(run: StoredRun, data: Path, events: Events) -> tuple[Path, list[Sample]]:
    if data.exists() and data.resolve() == run.data:
        return run.root, list(run.samples)
    dataset = open_dataset(data, run.recipe, events, train=False)
    return dataset.root, list(dataset.samples)


def _trained(recipe: Recipe, samples: Sequence[Sample]) -> str:
    kept = sum(s.split == "train" and s.origin not in recipe.data.leave_out for s in samples)
    return f"{recipe.epochs} epochs of {recipe.images_per_epoch or kept} images at {recipe.size} px"

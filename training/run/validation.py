"""Logits of the validation images → the numbers by which epochs are compared; knows no loop and no file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch import Tensor
from torchmetrics.functional.classification import binary_auroc, multiclass_accuracy

from cxr_desktop.engine.calibration import probabilities
from training.data.sample import CHILD, Sample
from training.measures.metrics import pairs_inside_origins
from training.recipe import Recipe
from training.recipe_file import RecipeError
from training.run.losses import Loss

PREFIX = "val_"


class Judgement(Protocol):
    """What the loop asks of validation. ``shape`` is that of one image's logits."""

    images: int
    shape: tuple[int, ...]

    def numbers(self, logits: Tensor) -> dict[str, float]: ...

    def check(self, name: str) -> None: ...


class Judge:
    """Compares logits with the labels of one split."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample]) -> None:
        self._recipe, self.images = recipe, len(samples)
        self.shape: tuple[int, ...] = (len(recipe.classes),)
        self._labels = torch.tensor([recipe.classes.index(s.label) for s in samples], dtype=torch.int64)
        self._origins = [s.origin for s in samples]
        self._adults = torch.tensor([s.age_group != CHILD for s in samples], dtype=torch.bool)
        self._loss = Loss(recipe, None, torch.device("cpu"))

    def numbers(self, logits: Tensor) -> dict[str, float]:
        """Everything that ``select`` may name, without the prefix; NaN where a class or a pair is missing.

        ``honest_auc`` is the mean of the adults' macro AUC and of the AUC of pairs of classes inside one collection,
        which a network cannot win by recognising the collection.
        """
        classes, labels = self._recipe.classes, self._labels
        p = torch.from_numpy(probabilities(logits.double().numpy(), output=self._recipe.network.output))
        called = p.argmax(dim=1)
        aucs = [_auc(p[:, c], labels == c) for c in range(len(classes))]
        adults = [_auc(p[self._adults, c], labels[self._adults] == c) for c in range(len(classes))]
        pairs = pairs_inside_origins(labels.numpy(), logits.numpy(), self._origins, classes)
        adult_macro, pair = _mean(adults), _mean([v["auc"] for v in pairs.values()])
        numbers = {
            "loss": float(self._loss.plain(logits, labels)),
            "accuracy": float(multiclass_accuracy(called, labels, len(classes), average="micro")),
            "balanced_accuracy": _balanced_accuracy(called, labels, len(classes)),
            "macro_auc": _mean(aucs),
            "adult_macro_auc": adult_macro,
            "pair_auc": pair,
            "honest_auc": _mean([adult_macro, pair]),
        }
        return numbers | {f"auc_{name}": value for name, value in zip(classes, aucs, strict=True)}

    def check(self, name: str) -> None:
        """Raises ``RecipeError`` unless these images can answer the number ``name``, with or without "val_"."""
        known = self.numbers(torch.zeros(self.images, len(self._recipe.classes)))
        short = name.removeprefix(PREFIX)
        if short not in known:
            raise RecipeError(f"validation has no number {name}; it has {', '.join(PREFIX + k for k in known)}")
        if np.isnan(known[short]):
            raise RecipeError(f"{name} cannot be computed on these validation images; choose another number")


def gain(name: str, numbers: dict[str, float]) -> float:
    """The number as something to maximise: losses change their sign."""
    short = name.removeprefix(PREFIX)
    return -numbers[short] if short.endswith("loss") else numbers[short]


def _auc(score: Tensor, positive: Tensor) -> float:
    if not bool(positive.any()) or bool(positive.all()):
        return float("nan")
    return float(binary_auroc(score, positive.long()))


def _balanced_accuracy(called: Tensor, labels: Tensor, classes: int) -> float:
    """Mean recall of the classes that are present."""
    recalls = multiclass_accuracy(called, labels, classes, average="none")
    return float(recalls[labels.unique()].mean())


def _mean(values: Sequence[float]) -> float:
    known = [v for v in values if not np.isnan(v)]
    return float(np.mean(known)) if known else float("nan")

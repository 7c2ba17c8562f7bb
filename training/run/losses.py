"""What a batch costs: cross-entropy or one-hot binary cross-entropy, with class weights, smoothing and origin prior."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional

from training.recipe import Recipe
from training.recipe_file import RecipeError

SINGLE = "single"


class Cost(Protocol):
    """What the loop asks of a loss. ``score`` names what ``right`` adds up: "accuracy" or "dice"."""

    score: str

    def weight(self, targets: Tensor, /) -> Tensor: ...

    def __call__(self, logits: Tensor, targets: Tensor, hints: Tensor, /) -> Tensor: ...

    def right(self, logits: Tensor, targets: Tensor, /) -> float: ...


class Loss:
    """Sums over images, so that a batch may be cut in parts and shared by processes without changing its mean.

    A head with a single logit z answers (z, 0): the cross-entropy of that pair is the binary cross-entropy of z.
    """

    score = "accuracy"

    def __init__(self, recipe: Recipe, class_weights: Sequence[float] | None, device: torch.device) -> None:
        self._binary = recipe.loss == "bce" and recipe.network.head.logits != SINGLE
        if self._binary and recipe.balance.origin_prior:
            raise RecipeError("balance.origin_prior needs the loss cross_entropy")
        self._smoothing = recipe.label_smoothing
        weights = [1.0] * len(recipe.classes) if class_weights is None else list(class_weights)
        self._weights = torch.tensor(weights, dtype=torch.float32, device=device)
        self._equal = class_weights is None

    def weight(self, labels: Tensor) -> Tensor:
        """The sum of the images' weights, by which the sum of ``__call__`` is divided."""
        return self._weights[labels].sum()

    def __call__(self, logits: Tensor, labels: Tensor, priors: Tensor) -> Tensor:
        """The weighted sum over the images of a training batch, all in float32."""
        weights = None if self._equal else self._weights
        if not self._binary:
            return functional.cross_entropy(
                logits + priors, labels, weights, reduction="sum", label_smoothing=self._smoothing
            )
        target = functional.one_hot(labels, logits.shape[1]).to(logits.dtype)
        # Halves, as Keras smooths binary targets.
        target = target * (1.0 - self._smoothing) + 0.5 * self._smoothing
        each = functional.binary_cross_entropy_with_logits(logits, target, reduction="none").mean(dim=1)
        return (each * self._weights[labels]).sum()

    def right(self, logits: Tensor, labels: Tensor) -> float:
        """How many images got the highest logit in their class."""
        return int((logits.argmax(dim=1) == labels).sum())

    def plain(self, logits: Tensor, labels: Tensor) -> Tensor:
        """The mean without weights, smoothing and prior: the loss that validation reports."""
        if not self._binary:
            return functional.cross_entropy(logits, labels)
        target = functional.one_hot(labels, logits.shape[1]).to(logits.dtype)
        return functional.binary_cross_entropy_with_logits(logits, target)

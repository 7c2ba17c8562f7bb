"""What a batch costs: cross-entropy or one-hot binary cross-entropy, with weights, smoothing, prior and teachers."""

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
        self._softness = recipe.distill.temperature
        self._taught = recipe.distill.weight if recipe.distill.teachers else 0.0
        weights = [1.0] * len(recipe.classes) if class_weights is None else list(class_weights)
        self._weights = torch.tensor(weights, dtype=torch.float32, device=device)
        self._equal = class_weights is None

    def weight(self, labels: Tensor) -> Tensor:
        """The sum of the images' weights, by which the sum of ``__call__`` is divided."""
        return self._weights[labels].sum()

    def __call__(self, logits: Tensor, labels: Tensor, hints: Tensor) -> Tensor:
        """The weighted sum over the images of a training batch, all in float32.

        ``hints``: (batch, classes) priors, and beside them as many probabilities where there are teachers.
        """
        if not self._binary:
            classes = logits.shape[1]
            cost = self._labelled(logits + hints[:, :classes], labels)
            if not self._taught:
                return cost
            return (1 - self._taught) * cost + self._taught * self._followed(logits, labels, hints[:, classes:])
        target = functional.one_hot(labels, logits.shape[1]).to(logits.dtype)
        # Halves, as Keras smooths binary targets.
        target = target * (1.0 - self._smoothing) + 0.5 * self._smoothing
        each = functional.binary_cross_entropy_with_logits(logits, target, reduction="none").mean(dim=1)
        return (each * self._weights[labels]).sum()

    def _labelled(self, logits: Tensor, labels: Tensor) -> Tensor:
        weights = None if self._equal else self._weights
        return functional.cross_entropy(logits, labels, weights, reduction="sum", label_smoothing=self._smoothing)

    def _followed(self, logits: Tensor, labels: Tensor, answers: Tensor) -> Tensor:
        """Divergence from the teachers at their temperature T, times T² so that its gradients keep their size."""
        said = functional.log_softmax(logits / self._softness, dim=1)
        each = functional.kl_div(said, answers, reduction="none").sum(dim=1) * self._softness**2
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

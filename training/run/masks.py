"""What a segmenter's answers cost and how good they are: cross-entropy with soft Dice, and Dice; knows no file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.recipe_file import RecipeError
from training.run.validation import PREFIX

_EMPTY = 1.0
"""Pixels added to both sides of Dice, so that two empty masks agree."""


class MaskLoss:
    """Binary cross-entropy plus 1 − soft Dice, image by image (Milletari 2016); masks are shares in 0…1."""

    score = "dice"

    def weight(self, masks: Tensor) -> Tensor:
        """The number of images, by which the sum of ``__call__`` is divided."""
        return torch.tensor(float(len(masks)))

    def __call__(self, logits: Tensor, masks: Tensor, hints: Tensor) -> Tensor:
        """The sum over the images of (batch, 1, height, width) logits and masks."""
        return _each(logits, masks).sum()

    def right(self, logits: Tensor, masks: Tensor) -> float:
        """The sum of the images' Dice."""
        return float(dice(logits, masks).sum())


class MaskJudge:
    """Compares logits with the masks of one split, which it holds as (images, height, width)."""

    def __init__(self, masks: Sequence[Tensor]) -> None:
        self._masks = torch.stack(list(masks)) if masks else torch.zeros(0, 1, 1, 1)
        self.images = len(masks)
        self.shape: tuple[int, ...] = tuple(self._masks.shape[1:])

    def numbers(self, logits: Tensor) -> dict[str, float]:
        """Everything that ``select`` may name, without the prefix."""
        found = dice(logits, self._masks).numpy()
        return {
            "loss": float(_each(logits, self._masks).mean()),
            "dice": float(found.mean()),
            "median_dice": float(np.median(found)),
            "low_dice": float(np.percentile(found, 5)),
            "worst_dice": float(found.min()),
        }

    def check(self, name: str) -> None:
        """Raises ``RecipeError`` unless these masks can answer the number ``name``, with or without "val_"."""
        known = self.numbers(torch.zeros(self.images, *self.shape))
        if name.removeprefix(PREFIX) not in known:
            raise RecipeError(f"validation has no number {name}; it has {', '.join(PREFIX + k for k in known)}")


def dice(logits: Tensor, masks: Tensor) -> Tensor:
    """Of every image: 2 · |found ∩ mask| / (|found| + |mask|), both cut at one half."""
    found, truth = (logits > 0).flatten(1), (masks > 0.5).flatten(1)
    both = (found & truth).sum(dim=1)
    return (2 * both + _EMPTY) / (found.sum(dim=1) + truth.sum(dim=1) + _EMPTY)


def _each(logits: Tensor, masks: Tensor) -> Tensor:
    crossed = functional.binary_cross_entropy_with_logits(logits, masks, reduction="none").flatten(1).mean(dim=1)
    found, truth = logits.sigmoid().flatten(1), masks.flatten(1)
    overlap = (2 * (found * truth).sum(dim=1) + _EMPTY) / ((found + truth).sum(dim=1) + _EMPTY)
    return crossed + 1.0 - overlap

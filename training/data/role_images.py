"""Which images an epoch of a recipe shows, and how validation sees them, by the recipe's role; knows no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import torch

from training.data.gate_images import GateImages
from training.data.images import Item, TrainImages, eval_input
from training.data.lying_images import LyingTrainImages, LyingValidationImages
from training.data.mask_images import MaskItem, MaskTrainImages, MaskValidationImages
from training.data.pixel_cache import PixelCache
from training.data.sample import LUNGS, Sample
from training.recipe import Recipe


class ServedImages(Protocol):
    """Samples by position, prepared as they serve."""

    def __len__(self) -> int: ...

    def __getitem__(self, position: int) -> Item | MaskItem: ...


class ValidationImages:
    """Samples through the preprocessing that serves."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        self._recipe, self._samples, self._cache = recipe, samples, cache
        self._no_prior = torch.zeros(len(recipe.classes))

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, position: int) -> Item:
        sample = self._samples[position]
        tensor = torch.from_numpy(eval_input(self._cache[sample.file], self._recipe, self._cache.lungs(sample.file)))
        return tensor, self._recipe.classes.index(sample.label), self._no_prior


_TRAINING: Mapping[str, Callable[[Recipe, Sequence[Sample], PixelCache], TrainImages]] = {
    LUNGS: MaskTrainImages,
    "gate": GateImages,
    "orientation": LyingTrainImages,
}
_VALIDATION: Mapping[str, Callable[[Recipe, Sequence[Sample], PixelCache], ServedImages]] = {
    LUNGS: MaskValidationImages,
    "orientation": LyingValidationImages,
}


def training_images(recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> TrainImages:
    """What an epoch of this recipe shows."""
    return _TRAINING.get(recipe.role, TrainImages)(recipe, samples, cache)


def validation_images(recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> ServedImages:
    """The samples as they would serve."""
    return _VALIDATION.get(recipe.role, ValidationImages)(recipe, samples, cache)

"""Samples of an epoch → augmented tensors; the same recipe, epoch and position give the same tensor anywhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from training.augment import augmented_input
from training.data import FRONTAL, PixelCache, Sample
from training.recipe import Recipe
from training.splits import epoch_plan, log_prior, sampling_weights


class TrainImages(torch.utils.data.Dataset[tuple[torch.Tensor, int, torch.Tensor]]):
    """Epoch positions → augmented tensors; the randomness of a position depends on seed, epoch and position only."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        self._recipe, self._samples, self._cache = recipe, samples, cache
        self.weights = sampling_weights(samples, recipe.classes, recipe.class_share, recipe.balance)
        self._priors = log_prior(samples, self.weights, recipe.classes)
        self._epoch = 0
        self._plan: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def start_epoch(self, epoch: int, skip: int) -> None:
        """Draw the images of an epoch and leave out those already seen (a resumed run)."""
        self._epoch, self._skip = epoch, skip
        self._plan = epoch_plan(self.weights, self._recipe.images_per_epoch, self._recipe.seed, epoch)

    def __len__(self) -> int:
        return len(self._plan) - self._skip

    def __getitem__(self, position: int) -> tuple[torch.Tensor, int, torch.Tensor]:
        recipe, position = self._recipe, position + self._skip
        sample = self._samples[int(self._plan[position])]
        rng = np.random.default_rng([recipe.seed, self._epoch, position])
        other = None
        if recipe.augment.style_p > rng.random():
            other = self._cache[self._samples[int(rng.integers(len(self._samples)))].file]
        tensor = augmented_input(
            self._cache[sample.file],
            recipe.preprocess,
            recipe.augment,
            recipe.train_size,
            rng,
            upright=recipe.role == "triage" or sample.label == FRONTAL,
            other=other,
        )
        prior = torch.from_numpy(self._priors[sample.origin] * np.float32(recipe.origin_prior))
        return torch.from_numpy(tensor), recipe.classes.index(sample.label), prior

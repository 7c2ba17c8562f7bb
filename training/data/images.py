"""Samples of an epoch → augmented tensors; the same recipe, epoch and position give the same tensor anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.imaging.preprocess import preprocess
from training.data.augment import augmented_input, colour_planes, coloured_input
from training.data.lung_crops import lung_input
from training.data.pixel_cache import PixelCache
from training.data.sample import FRONTAL, LUNGS, Sample
from training.data.splits import epoch_plan, log_prior, sampling_weights, shuffled
from training.recipe import Recipe

Item = tuple[torch.Tensor, int, torch.Tensor]


def eval_input(codes: NDArray[np.uint8], recipe: Recipe, lungs: LungField | None = None) -> NDArray[np.float32]:
    """The tensor that serves: what validation, calibration and the published model see of a cached picture.

    ``lungs`` lie in its pixels (``PixelCache.lungs``); only the region "lungs" looks at them.
    """
    spec = recipe.preprocess
    if recipe.data.colour:
        return colour_planes(codes, spec, spec.height, spec.width)
    return preprocess(codes, spec, lungs=lungs).tensor


class TrainImages(torch.utils.data.Dataset[Item]):
    """Epoch positions → augmented tensors; the randomness of a position depends on seed, epoch and position only.

    ``taught``: file → (classes,) probabilities that teachers gave.
    """

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        self._recipe, self._samples, self._cache = recipe, list(samples), cache
        balance = recipe.balance
        self.weights = (
            sampling_weights(samples, recipe.classes, balance.class_share, balance.origin_share)
            if balance.method == "shares"
            else np.full(len(samples), 1.0 / len(samples))
        )
        self._priors = log_prior(samples, self.weights, recipe.classes)
        self.taught: Mapping[str, NDArray[np.float32]] | None = None
        self.start_epoch(0, 0)

    def start_epoch(self, epoch: int, skip: int, rank: int = 0, world: int = 1) -> None:
        """Draw the images of an epoch and leave out those already seen (a resumed run).

        Process ``rank`` of ``world`` gets every ``world``-th of the rest, so that together they see what one would;
        all get equally many: the last ones begin again where the images do not divide.
        """
        recipe = self._recipe
        drawn = recipe.images_per_epoch or len(self._samples)
        if recipe.balance.method != "shares" and drawn == len(self._samples):
            self._plan = shuffled(drawn, recipe.seed, epoch)
        else:
            self._plan = epoch_plan(self.weights, drawn, recipe.seed, epoch)
        self._epoch, self._skip, self._rank, self._world = epoch, skip, rank, world

    def __len__(self) -> int:
        left = max(0, len(self._plan) - self._skip)
        return (left + self._world - 1) // self._world

    def __getitem__(self, position: int) -> Item:
        place = self._place(position)
        sample = self._samples[int(self._plan[place])]
        tensor = torch.from_numpy(self.changed(sample, place))
        return tensor, self._recipe.classes.index(sample.label), torch.from_numpy(self._hints(sample))

    def _hints(self, sample: Sample) -> NDArray[np.float32]:
        """The prior that training adds to the logits; after it what the teachers say, where there are any."""
        prior = self._priors[sample.origin] * np.float32(self._recipe.balance.origin_prior)
        return prior if self.taught is None else np.concatenate([prior, self.taught[sample.file]])

    def _place(self, position: int) -> int:
        return (self._skip + position * self._world + self._rank) % len(self._plan)

    def _rng(self, place: int) -> np.random.Generator:
        return np.random.default_rng([self._recipe.seed, self._epoch, place])

    def changed(self, sample: Sample, place: int) -> NDArray[np.float32]:
        """A sample as it would look at one place of this epoch."""
        recipe = self._recipe
        rng = self._rng(place)
        if recipe.data.colour:
            return coloured_input(self._cache[sample.file], recipe.preprocess, recipe.augment, recipe.size, rng)
        other = None
        if recipe.augment.style_p > rng.random():
            other = self._cache[self._samples[int(rng.integers(len(self._samples)))].file]
        if recipe.preprocess.region == LUNGS:
            lungs = self._cache.lungs(sample.file)
            codes = self._cache[sample.file]
            return lung_input(codes, lungs, recipe.preprocess, recipe.augment, recipe.size, rng, other)
        return augmented_input(
            self._cache[sample.file],
            recipe.preprocess,
            recipe.augment,
            recipe.size,
            rng,
            upright=recipe.role == "triage" or sample.label == FRONTAL,
            other=other,
        )

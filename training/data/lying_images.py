"""Frontal chests laid in every way, with the way as their class: labels that cost nothing; knows no network.

A sample's label says how its upright picture is to be laid before the network sees it (``engine.orientation``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from cxr_desktop.engine.orientation import CLASSES, LIES, Lie
from cxr_desktop.imaging.preprocess import preprocess
from training.data.augment import augmented_input
from training.data.images import Item, TrainImages
from training.data.pixel_cache import PixelCache
from training.data.sample import Sample
from training.data.splits import sampling_weights
from training.recipe import Recipe

_BRIGHTEST = 255
UPRIGHT = CLASSES[0]


def lie_of(label: str) -> Lie:
    """The way to lie that a class names."""
    return LIES[CLASSES.index(label)]


def laid(codes: NDArray[np.uint8], label: str) -> NDArray[np.uint8]:
    """An upright film as the class ``label`` has it."""
    return lie_of(label).laid(codes, _BRIGHTEST)


def as_labelled(codes: NDArray[np.uint8], recipe: Recipe, label: str) -> NDArray[np.uint8]:
    """The picture that a recipe's label is about: laid where labels are ways to lie, as it is for any other role."""
    return laid(codes, label) if recipe.role == "orientation" else codes


class LyingTrainImages(TrainImages):
    """Every draw lies in a way of its own; labels of the samples are for validation only."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        super().__init__(recipe, samples, cache)
        shares = recipe.balance.origin_share.get(UPRIGHT, {})
        if recipe.balance.method == "shares" and shares:
            # All ways are equally frequent, so that the only imbalance left is that of the collections.
            by_origin = [Sample(s.id, s.file, UPRIGHT, s.split, s.origin) for s in samples]
            self.weights = sampling_weights(by_origin, [UPRIGHT], {}, {UPRIGHT: shares})
            self.start_epoch(0, 0)

    def __getitem__(self, position: int) -> Item:
        place = self._place(position)
        sample, label = self._samples[int(self._plan[place])], self._label(place)
        tensor = torch.from_numpy(self._lying(sample, label, place))
        return tensor, self._recipe.classes.index(label), torch.zeros(len(self._recipe.classes))

    def changed(self, sample: Sample, place: int) -> NDArray[np.float32]:
        """A sample as it would lie and look at one place of this epoch."""
        return self._lying(sample, self._label(place), place)

    def _label(self, place: int) -> str:
        """All ways in turn, in an order of this epoch."""
        order = np.random.default_rng([self._recipe.seed, self._epoch]).permutation(len(CLASSES))
        return CLASSES[int(order[place % len(CLASSES)])]

    def _lying(self, sample: Sample, label: str, place: int) -> NDArray[np.float32]:
        recipe = self._recipe
        codes = laid(self._cache[sample.file], label)
        return augmented_input(codes, recipe.preprocess, recipe.augment, recipe.size, self._rng(place))


class LyingValidationImages:
    """Samples laid as their labels say, through the preprocessing that serves."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        self._recipe, self._samples, self._cache = recipe, samples, cache
        self._no_prior = torch.zeros(len(recipe.classes))

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, position: int) -> Item:
        sample = self._samples[position]
        codes = laid(self._cache[sample.file], sample.label)
        tensor = torch.from_numpy(preprocess(codes, self._recipe.preprocess).tensor)
        return tensor, self._recipe.classes.index(sample.label), self._no_prior

"""Training images of a gate: every quarter turn of every class, and more of what is no chest; knows no network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.data.augment import Rng, augmented_input
from training.data.images import TrainImages
from training.data.pixel_cache import PixelCache
from training.data.sample import FRONTAL, NOT_CHEST, Sample
from training.data.strangers import estranged
from training.recipe import Recipe


class GateImages(TrainImages):
    """What lies on its side is still a chest; what was cut out of one is none."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        super().__init__(recipe, samples, cache)
        self._chests = [s.file for s in samples if s.label == FRONTAL]
        self._others = [s.file for s in samples if s.label == NOT_CHEST]

    def changed(self, sample: Sample, place: int) -> NDArray[np.float32]:
        """A sample as it would look at one place of this epoch."""
        recipe, rng = self._recipe, self._rng(place)
        codes = self._cache[sample.file]
        if sample.label == NOT_CHEST and recipe.augment.estranged_p > rng.random():
            codes = estranged(codes, lambda: self._one(self._chests, rng), lambda: self._one(self._others, rng), rng)
        return augmented_input(codes, recipe.preprocess, recipe.augment, recipe.size, rng, upright=False)

    def _one(self, files: Sequence[str], rng: Rng) -> NDArray[np.uint8]:
        return self._cache[files[int(rng.integers(len(files)))]]

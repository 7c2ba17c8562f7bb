"""Areas under the curve of thousands of bootstrap samples at once, by the definition: pairs in the right order."""

from __future__ import annotations

import numpy as np


def draws(rng: np.random.Generator, images: int, samples: int) -> np.ndarray:
    """How often each of ``images`` stands in each of ``samples`` drawn with replacement, (samples, images)."""
    return rng.multinomial(images, np.full(images, 1 / images), samples)


def areas(positive: np.ndarray, score: np.ndarray, positives: np.ndarray, negatives: np.ndarray) -> np.ndarray:
    """(samples,) for ``draws`` of the images with the finding and of those without."""
    with_it, without = score[positive][:, None], score[~positive][None, :]
    right = (with_it > without) + 0.5 * (with_it == without)
    pairs = positives.shape[1] * negatives.shape[1]
    return ((positives @ right) * negatives).sum(axis=1) / pairs

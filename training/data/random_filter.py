"""A film through a random linear filter: what is where stays, how a hospital renders texture does not; knows no label.

RandConv (Xu 2021, "Robust and generalizable visual representation learning via random convolutions"), on harmonised
grey. Of all that was tried against the hospitals' look it helped most in collections that were left out
(training/EXPERIMENTS.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve

Rng = np.random.Generator

SIDES = (1, 3, 5, 7)
"""Of the square kernel, in pixels of the training image; 1 changes contrast alone."""


def randomly_filtered(intensities: NDArray[np.float32], rng: Rng) -> NDArray[np.float32]:
    """(rows, columns) → the same shape, mean and deviation, blended with its random convolution.

    The kernel is drawn from a normal distribution. Its sign is chosen so that bright stays bright as a whole:
    inverted polarity is a change of its own. Values may leave 0…1 a little, as noise does.
    """
    side = int(rng.choice(SIDES))
    kernel = rng.standard_normal((side, side)).astype(np.float32)
    kept = np.float32(rng.random())
    mean, deviation = float(intensities.mean()), float(intensities.std())
    filtered = convolve(intensities - np.float32(mean), kernel if kernel.sum() > 0 else -kernel, mode="reflect")
    spread = float(filtered.std())
    if not spread > 1e-6 or not deviation > 0.0:
        return intensities
    filtered = (filtered - np.float32(filtered.mean())) * np.float32(deviation / spread) + np.float32(mean)
    return np.asarray(kept * intensities + (1 - kept) * filtered, dtype=np.float32)

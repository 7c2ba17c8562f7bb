"""Is an image like those that the model learned from? A distance in its feature space; knows no file of patients."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.prediction import GateClass, QualityVerdict

UNFAMILIAR = "unlike the images that the model learned from"
FAMILIARITY_FILE = "familiarity.safetensors"
"""Beside the weights, and named with its hash in the card's ``files``."""
_SHARE_KEPT = 0.95
_MOST_AXES = 64
_TENSORS = ("mean", "axes", "variances", "noise", "threshold")

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Familiarity:
    """A normal distribution of features: ``axes`` (k, channels) with ``variances`` (k,), in all other directions
    ``noise``. An image farther than ``threshold`` from its middle is unfamiliar; an infinite one stops nothing."""

    mean: Array
    axes: Array
    variances: Array
    noise: float
    threshold: float

    def is_strange(self, features: Array) -> NDArray[np.bool_]:
        """(images, channels) pooled features → (images,)."""
        return distance(features, self) > self.threshold

    def to_bytes(self) -> bytes:
        """The content of ``FAMILIARITY_FILE``."""
        from safetensors.numpy import save

        noise, threshold = np.array([[self.noise], [self.threshold]], dtype=np.float32)
        tensors = (self.mean, self.axes, self.variances, noise, threshold)
        return save({name: np.ascontiguousarray(part) for name, part in zip(_TENSORS, tensors, strict=True)})


def read_familiarity(data: bytes) -> Familiarity:
    """Raises ``CheckpointError`` for what is no ``FAMILIARITY_FILE``."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        tensors = load(data)
        mean, axes, variances, noise, threshold = (tensors[name].astype(np.float32) for name in _TENSORS)
    except (SafetensorError, KeyError, ValueError) as error:
        raise CheckpointError("the distance to the training images is not readable") from error
    fits = mean.ndim == 1 and axes.shape == (len(variances), len(mean)) and noise.shape == threshold.shape == (1,)
    finite = all(np.isfinite(part).all() for part in (mean, axes, variances, noise))
    if not fits or not finite or np.isnan(threshold[0]) or min(variances.min(initial=np.inf), noise[0]) <= 0:
        raise CheckpointError("the distance to the training images is not readable")
    return Familiarity(mean, axes, variances, float(noise[0]), float(threshold[0]))


def pooled(features: Array) -> Array:
    """(images, channels, height, width), the tensor that enters the pool → (images, channels)."""
    return np.asarray(features.mean(axis=(2, 3)), dtype=np.float32)


def fit(features: Array, threshold: float = np.inf) -> Familiarity:
    """(images, channels) pooled features of training images → parameters, without a threshold unless it is given.

    Probabilistic PCA (Tipping & Bishop 1999): the directions that hold 95 % of the variance, at most 64, keep their
    own variance, the rest share one. That is a covariance which can be inverted from fewer images than channels.
    """
    mean = features.mean(axis=0, dtype=np.float64)
    _, singular, axes = np.linalg.svd(features.astype(np.float64) - mean, full_matrices=False)
    variances = singular**2 / max(1, len(features) - 1)
    kept = int(np.searchsorted(np.cumsum(variances) / variances.sum(), _SHARE_KEPT)) + 1
    kept = min(kept, _MOST_AXES, len(variances) - 1)
    dimensions = features.shape[1] - kept
    noise = float(variances[kept:].sum()) / max(1, dimensions)
    spread = np.maximum(variances[:kept], noise)
    return Familiarity(_single(mean), _single(axes[:kept]), _single(spread), noise, threshold)


def _single(values: NDArray[np.float64]) -> Array:
    return values.astype(np.float32)


def distance(features: Array, parameters: Familiarity) -> Array:
    """(images, channels) pooled features → (images,) Mahalanobis distance per root of the number of channels.

    About 1 for an image like those of the fit.
    """
    centred = features.astype(np.float64) - parameters.mean
    along = centred @ parameters.axes.T.astype(np.float64)
    rest = np.maximum((centred**2).sum(axis=1) - (along**2).sum(axis=1), 0.0)
    squared = (along**2 / parameters.variances).sum(axis=1) + rest / parameters.noise
    return np.sqrt(squared / features.shape[1]).astype(np.float32)


def familiarity_verdict(
    features: Array, parameters: Familiarity, verdict: QualityVerdict | None
) -> QualityVerdict | None:
    """``verdict`` on one image with (channels, height, width) features, or the word that it is unfamiliar."""
    if verdict is not None and not verdict.usable:
        return verdict
    if not parameters.is_strange(pooled(features[None]))[0]:
        return verdict
    shares = verdict.probabilities if verdict is not None else {}
    return QualityVerdict(GateClass.UNFAMILIAR, False, UNFAMILIAR, shares)

"""Logits → calibrated probabilities by one temperature, its fit, and how well it holds; numpy only, knows no model."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0


def probabilities(logits: ArrayLike, temperature: float = 1.0, output: str = "softmax") -> NDArray[np.float64]:
    """Softmax of ``logits / temperature`` over the last axis, in double precision.

    ``output`` "sigmoid": every class for itself, so the probabilities need not add up to 1.
    """
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    if output == "sigmoid":
        return np.asarray(np.exp(-np.logaddexp(0.0, -scaled)))
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def negative_log_likelihood(
    logits: ArrayLike,
    labels: ArrayLike,
    temperature: float = 1.0,
    weights: ArrayLike | None = None,
    output: str = "softmax",
) -> float:
    """Mean −log P(label) of (n, classes) logits and (n,) class indices, weighted where ``weights`` (n,) are given.

    ``output`` "sigmoid": the mean binary cross-entropy of all classes.
    """
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    index = np.asarray(labels, dtype=np.int64)
    if output == "sigmoid":
        signs = np.where(np.arange(scaled.shape[1]) == index[:, None], -1.0, 1.0)
        losses = np.logaddexp(0.0, signs * scaled).mean(axis=1)
        return float(np.average(losses, weights=None if weights is None else np.asarray(weights, dtype=np.float64)))
    top = scaled.max(axis=1)
    log_sum = top + np.log(np.exp(scaled - top[:, None]).sum(axis=1))
    losses = log_sum - scaled[np.arange(len(index)), index]
    return float(np.average(losses, weights=None if weights is None else np.asarray(weights, dtype=np.float64)))


def fit_temperature(
    logits: ArrayLike,
    labels: ArrayLike,
    weights: ArrayLike | None = None,
    low: float = 0.05,
    high: float = 20.0,
    output: str = "softmax",
) -> float:
    """The temperature with the lowest negative log likelihood (Guo 2017), between ``low`` and ``high``.

    The likelihood is convex in 1/T, so it has one valley in log T and a golden-section search finds it.
    Raises ``ValueError`` where there is nothing to fit.
    """
    if len(np.asarray(labels)) == 0:
        raise ValueError("a temperature is fitted on at least one image")
    return math.exp(
        _golden_section(
            lambda t: negative_log_likelihood(logits, labels, math.exp(t), weights, output),
            math.log(low),
            math.log(high),
        )
    )


def _golden_section(f: Callable[[float], float], low: float, high: float, tolerance: float = 1e-6) -> float:
    inner_low, inner_high = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    value_low, value_high = f(inner_low), f(inner_high)
    while high - low > tolerance:
        if value_low <= value_high:
            high, inner_high, value_high = inner_high, inner_low, value_low
            inner_low = high - _GOLDEN * (high - low)
            value_low = f(inner_low)
        else:
            low, inner_low, value_low = inner_low, inner_high, value_high
            inner_high = low + _GOLDEN * (high - low)
            value_high = f(inner_high)
    return (low + high) / 2


def expected_calibration_error(predicted: ArrayLike, labels: ArrayLike, bins: int = 15) -> float:
    """Gap between confidence and accuracy of the top class, averaged over equal bins (Naeini 2015).

    ``predicted`` holds (n, classes) probabilities, ``labels`` (n,) class indices; 0 for no images.
    """
    table = np.asarray(predicted, dtype=np.float64)
    index = np.asarray(labels, dtype=np.int64)
    if len(index) == 0:
        return 0.0
    confidence = table.max(axis=1)
    correct = (table.argmax(axis=1) == index).astype(np.float64)
    places = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    gaps = np.bincount(places, weights=correct - confidence, minlength=bins)
    return float(np.abs(gaps).sum() / len(index))

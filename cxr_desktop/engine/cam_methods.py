"""Heat maps from features and gradients by explicit formulas, for all classes at once; numpy only, knows no backend.

``features`` A is (channels, h, w). ``gradient`` G is the number of cells times ∂y_c/∂A, (classes, channels, h, w) or
with h = w = 1 where it is the same at every cell. So a linear head's G is its weights, and maps that sum G·A are in
the unit of ``saliency.grad_cam``: what the logit would gain if the whole map were as this cell is.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.engine.architectures import CONV_HEAD

Array = NDArray[np.float32]
_CHANNELS_AT_ONCE = 16


def gradient_of(features: Array, weight: Array, bias: Array, head: str) -> Array:
    """G of a pooled head: ``weight`` (classes, channels), where a ReLU follows it only where the cell is open."""
    everywhere = weight[:, :, None, None]
    if head != CONV_HEAD:
        return everywhere
    is_open = (np.einsum("ck,khw->chw", weight, features) + bias[:, None, None]) > 0
    return np.asarray(everywhere * is_open[:, None], dtype=np.float32)


def grad_cam_plus_plus(features: Array, gradient: Array) -> Array:
    """Chattopadhay 2018, equations 7 and 19: α = g² / (2g² + ΣA·g³), which is 1 / (2 + mean(A)·G) where g is not 0."""
    mean = features.mean(axis=(1, 2))[None, :, None, None]
    below = 2.0 + mean * gradient
    alpha = np.divide(1.0, below, out=np.zeros_like(below), where=below != 0)
    weights = _per_cell(np.maximum(gradient, 0.0) * alpha)
    return _weighted(features, weights)


def xgrad_cam(features: Array, gradient: Array) -> Array:
    """Fu 2020: channels weighted by ΣG·A / ΣA. A channel that is nowhere active has no weight."""
    total = features.sum(axis=(1, 2))
    moved = (gradient * features[None]).sum(axis=(2, 3))
    weights = np.divide(moved, total[None], out=np.zeros_like(moved), where=total[None] != 0)
    return _weighted(features, weights)


def hires_cam(features: Array, gradient: Array) -> Array:
    """Draelos 2020: the cells that the network really used, Σ_k G·A."""
    return _positive((gradient * features[None]).sum(axis=1))


def layer_cam(features: Array, gradient: Array) -> Array:
    """Jiang 2021: what speaks for the class alone, Σ_k max(G, 0)·A."""
    return _positive((np.maximum(gradient, 0.0) * features[None]).sum(axis=1))


def eigen_cam(features: Array, classes: int) -> Array:
    """Muhammad 2020: the first principal component of the features, the same for every class.

    The sign of a component is arbitrary: here it goes with the mean of the channels.
    """
    channels, height, width = features.shape
    cells = features.reshape(channels, -1).T.astype(np.float64)
    centred = cells - cells.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    projection = centred @ axes[0]
    if projection @ (cells.mean(axis=1) - cells.mean()) < 0:
        projection = -projection
    one = _positive(projection.reshape(height, width))
    return np.repeat(one[None], classes, axis=0)


def ablation_cam(features: Array, weight: Array, bias: Array, head: str) -> Array:
    """Desai 2020: channels weighted by what the logit loses without them.

    Not divided by the logit, as the paper has it: under a negative one every weight would change its sign.
    """
    if head != CONV_HEAD:
        return _weighted(features, weight * features.mean(axis=(1, 2))[None])
    planes = np.einsum("ck,khw->chw", weight, features) + bias[:, None, None]
    whole = np.maximum(planes, 0.0).mean(axis=(1, 2))
    without = np.stack(
        [
            np.maximum(planes - weight[:, k, None, None] * plane, 0.0).mean(axis=(1, 2))
            for k, plane in enumerate(features)
        ]
    )
    return _weighted(features, (whole[:, None] - without.T).astype(np.float32))


def score_cam(
    features: Array, tensor: Array, logits_of: Callable[[Array], Array], goes_on: Callable[[float], None]
) -> Array:
    """Wang 2020: channels weighted by the logits of the input seen through each of them alone (softmax over channels).

    ``tensor`` is the input (channels, height, width), ``logits_of`` a forward pass of a batch. ``goes_on`` is called
    between batches with the share that is done and may raise.
    """
    height, width = tensor.shape[1:]
    scores = []
    for start in range(0, len(features), _CHANNELS_AT_ONCE):
        goes_on(start / len(features))
        masks = stretched(features[start : start + _CHANNELS_AT_ONCE], height, width)
        low, high = masks.min(axis=(1, 2), keepdims=True), masks.max(axis=(1, 2), keepdims=True)
        masks = (masks - low) / (high - low + 1e-8)
        scores.append(logits_of(np.ascontiguousarray(tensor[None] * masks[:, None], dtype=np.float32)))
    raised = np.concatenate(scores).astype(np.float64).T
    raised = np.exp(raised - raised.max(axis=1, keepdims=True))
    return _weighted(features, (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32))


def stretched(maps: Array, height: int, width: int) -> Array:
    """(n, h, w) → (n, height, width), linear between cells, corners on corners as the paper's code has it."""
    rows, columns = _linear(maps.shape[1], height), _linear(maps.shape[2], width)
    return np.asarray(np.einsum("yh,nhw,xw->nyx", rows, maps, columns, optimize=True), dtype=np.float32)


def _linear(cells: int, pixels: int) -> Array:
    position = np.linspace(0.0, cells - 1.0, pixels)
    low = np.minimum(np.floor(position).astype(np.intp), max(0, cells - 2))
    share = position - low
    weights = np.zeros((pixels, cells), dtype=np.float32)
    weights[np.arange(pixels), low] += 1.0 - share
    weights[np.arange(pixels), np.minimum(low + 1, cells - 1)] += share
    return weights


def _per_cell(values: Array) -> Array:
    """The mean over cells, (classes, channels)."""
    return np.asarray(values.mean(axis=(2, 3)), dtype=np.float32)


def _weighted(features: Array, weights: Array) -> Array:
    return _positive(np.einsum("ck,khw->chw", weights, features))


def _positive(values: NDArray[np.floating]) -> Array:
    return np.maximum(values, 0.0).astype(np.float32)

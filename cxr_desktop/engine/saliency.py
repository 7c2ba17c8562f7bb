"""Grad-CAM from one forward pass, for heads whose gradient is known in closed form; numpy only, knows no backend."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.engine.architectures import CONV_HEAD, LINEAR_HEAD, CellGrid


def grad_cam(
    features: NDArray[np.float32], weight: NDArray[np.float32], bias: NDArray[np.float32], head: str
) -> NDArray[np.float32]:
    """Maps of all classes, (classes, h, w), from the tensor that enters the pool, (channels, h, w).

    Head "linear" (global average pooling, then linear): ∂y_c/∂A_k = w_kc/Z at every cell, so Grad-CAM (Selvaraju
    2017) is relu(Σ_k w_kc·A_k) up to 1/Z. The factor is left out, which makes the unit honest: the mean of the
    unrectified map plus the bias is the logit. Head "conv_relu" (1×1 convolution, ReLU, global average pooling):
    only cells with Σ_k w_kc·A_k + b_c > 0 pass a gradient, so the map is scaled by their share f_c, 0 included.
    """
    if head not in (LINEAR_HEAD, CONV_HEAD):
        raise ValueError(f"no closed form for the head {head!r}")
    channels, height, width = features.shape
    evidence = weight @ features.reshape(channels, height * width)
    if head == CONV_HEAD:
        open_cells = ((evidence + bias[:, None]) > 0).mean(axis=1, dtype=np.float32)
        evidence = evidence * open_cells[:, None]
    return np.maximum(evidence, 0.0, dtype=np.float32).reshape(-1, height, width)


def weighted_maps(features: NDArray[np.float32], cam_weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Maps of all classes, (classes, h, w), with the weights that the network gave for this image, (classes, channels).

    The unit is that of a linear head: the sum over cells of the gradient, so what the logit would gain, to first order,
    if the whole map were as this cell is.
    """
    return grad_cam(features, cam_weights, np.zeros(len(cam_weights), dtype=np.float32), LINEAR_HEAD)


def cells_to_source(cells: CellGrid, to_source: Affine) -> Affine:
    """Cell coordinates (centres at +0.5) → source pixels; ``to_source`` maps the pixels of the model input."""
    start = cells.first_centre - 0.5 * cells.stride
    return to_source.after(Affine(a=cells.stride, c=start, e=cells.stride, f=start))


def saliency_maps(
    maps: NDArray[np.float32],
    findings: Sequence[Finding],
    cells: CellGrid,
    to_source: Affine,
    method: str = MapMethod.GRAD_CAM.value,
) -> tuple[SaliencyMap, ...]:
    """Maps of all classes as values of the domain, with the way back to source pixels."""
    _, height, width = maps.shape
    place = cells_to_source(cells, to_source)
    return tuple(
        SaliencyMap(finding, height, width, np.ascontiguousarray(values, dtype="<f4").tobytes(), place, method)
        for finding, values in zip(findings, maps, strict=True)
    )

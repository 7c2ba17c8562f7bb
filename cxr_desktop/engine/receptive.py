"""Where the cells of a feature map look, measured on the network itself, whatever it is cut at; knows no card."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional
from torch.overrides import TorchFunctionMode

from cxr_desktop.engine.architectures import CellGrid
from cxr_desktop.engine.networks import Network

_LONG, _WIDE = 1600, 96
"""Pixels: long enough for the middle of a map to see no border, wide enough for every network."""
_POOLING = ("kernel_size", "stride", "padding")


def measure_cells(network: Network) -> CellGrid:
    """The cells of the map that enters the head, in pixels of the model input.

    With every kernel flat and every layer that bends (activation, normalisation, maximum, attention) made straight,
    the pull of the input's pixels on a cell is symmetric about the middle of the cell's field, and two neighbours give
    the distance.
    """
    backbone = copy.deepcopy(network.backbone).eval()
    with torch.inference_mode(False), torch.enable_grad():
        image = torch.ones(1, 1, _LONG, _WIDE, requires_grad=True)
        with _Straight():
            features = backbone(image)
        middle = features.shape[2] // 2
        places = torch.arange(_LONG) + 0.5
        centres = []
        for row in (middle, middle + 1):
            (pull,) = torch.autograd.grad(features[0, :, row].sum(), image, retain_graph=row == middle)
            rows = pull.sum(dim=(0, 1, 3)).double()
            centres.append(float((rows * places).sum() / rows.sum()))
    stride = float(round(centres[1] - centres[0]))
    return CellGrid(stride, round(2 * (centres[0] - middle * stride)) / 2)  # paddings move it by half pixels


class _Straight(TorchFunctionMode):
    """Layers that bend pass their input on, a maximum (which of equal values it takes is arbitrary) is a mean, and a
    convolution is flat, from all planes to one, as all its planes would be equal.

    Functions, not modules, are replaced: torchvision's Inception calls most of them itself.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        name = getattr(func, "__name__", "")
        if name in ("relu", "relu_", "silu", "silu_", "batch_norm"):
            return args[0]
        if name == "sigmoid":  # the gate of squeeze and excitation looks at the whole map
            return torch.ones_like(args[0])
        if name == "max_pool2d":
            wanted = dict(zip(_POOLING, args[1:], strict=False)) | {k: v for k, v in kwargs.items() if k in _POOLING}
            return functional.avg_pool2d(args[0], **wanted)
        if name == "conv2d":
            x, weight, _, stride, padding, dilation, _ = args
            kernel = torch.full((1, 1, *weight.shape[2:]), 1.0 / weight[0, 0].numel())
            return func(x.mean(dim=1, keepdim=True), kernel, None, stride, padding, dilation, 1)
        return func(*args, **kwargs)

"""Heat maps by pytorch-grad-cam on the whole network, for heads without a closed form; loads torch, knows no file."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.map_method import MapMethod

# The library draws progress bars on the terminal. tqdm reads this when it is imported, which torch does.
os.environ.setdefault("TQDM_DISABLE", "1")

if TYPE_CHECKING:
    from cxr_desktop.engine.networks import Network

Array = NDArray[np.float32]


_AT_ONCE = 32
"""Channels that the library's Ablation-CAM switches off in one pass."""


def library_maps(network: Network, method: MapMethod, tensor: Array, goes_on: Callable[[float], None]) -> Array:
    """Raw maps of all classes, (classes, h, w), at the tensor that enters the head.

    The library stretches every map to its own minimum and maximum on the way out of ``forward``; ``get_cam_image``
    stands before that, so it is asked itself. Its gradient is per cell: times the cells it has the unit of the rest.
    ``goes_on`` is called before every pass with the share that is done, and may raise.
    """
    import torch

    cam_class, target_class = _library(method)
    image = torch.from_numpy(np.ascontiguousarray(tensor[None]))
    network = network.eval()
    layer = network.backbone
    maps: list[Array] = []
    with cam_class(model=network, target_layers=[layer]) as cam:
        classes = int(network(image).shape[1])
        channels = int(cam.activations_and_grads.activations[0].shape[1])
        steps = _Steps(classes, 2 + -(-channels // _AT_ONCE) if method is MapMethod.ABLATION_CAM else 1, goes_on)
        network.register_forward_pre_hook(steps)
        for index in range(classes):
            steps.begin(index)
            outputs = cam.activations_and_grads(image)
            activations = cam.activations_and_grads.activations[0].detach().cpu().numpy()
            gradients = None
            if cam.uses_gradients:
                network.zero_grad()
                outputs[0, index].backward()
                gradients = cam.activations_and_grads.gradients[0].detach().cpu().numpy()
            with np.errstate(divide="ignore", invalid="ignore"):
                raw = cam.get_cam_image(image, layer, [target_class(index)], activations, gradients, False)[0]
            maps.append(np.maximum(np.nan_to_num(raw) * _factor(method, outputs[0, index].item(), raw.size), 0.0))
    return np.stack(maps).astype(np.float32)


class _Steps:
    """Counts passes through the network: Ablation-CAM makes many for one class, and nothing else tells of them."""

    def __init__(self, classes: int, passes: int, goes_on: Callable[[float], None]) -> None:
        self._classes, self._passes, self._goes_on = classes, passes, goes_on
        self._index = self._made = 0

    def begin(self, index: int) -> None:
        """The next class."""
        self._index, self._made = index, 0

    def __call__(self, *_: object) -> None:
        """Before a pass."""
        self._goes_on((self._index + min(1.0, self._made / self._passes)) / self._classes)
        self._made += 1


def _factor(method: MapMethod, logit: float, cells: int) -> np.float32:
    """Ablation-CAM of the library is divided by the logit, whose sign would turn the map."""
    if method is MapMethod.ABLATION_CAM:
        return np.float32(logit)
    return np.float32(cells if method.is_absolute else 1)


def _library(method: MapMethod) -> tuple[Any, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pytorch_grad_cam
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    names = {
        MapMethod.GRAD_CAM_PLUS_PLUS: "GradCAMPlusPlus",
        MapMethod.XGRAD_CAM: "XGradCAM",
        MapMethod.HIRES_CAM: "HiResCAM",
        MapMethod.LAYER_CAM: "LayerCAM",
        MapMethod.ABLATION_CAM: "AblationCAM",
    }
    return getattr(pytorch_grad_cam, names[method]), ClassifierOutputTarget

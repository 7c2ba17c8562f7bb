"""Which methods of heat maps a loaded model has, what they cost, and their maps; knows no file and no queue."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.engine import cam_methods, checkpoint
from cxr_desktop.engine.architectures import LINEAR_HEAD, MLP_HEAD
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.outputs import Outputs

Array = NDArray[np.float32]

NEEDS_TORCH = "needs torch and pytorch-grad-cam, which are not installed"
_OF_FEATURES = (MapMethod.GRAD_CAM, MapMethod.EIGEN_CAM, MapMethod.SCORE_CAM)
"""No gradient of a single cell and no second look through the head."""


def has_library() -> bool:
    """Is pytorch-grad-cam there? Looks for the packages without loading them."""
    return all(find_spec(name) is not None for name in ("torch", "pytorch_grad_cam"))


def has_closed_form(model: LoadedModel, method: MapMethod) -> bool:
    """Whether features and the weights of the head are enough.

    Behind average pooling the gradient is the same at every cell, and behind a ReLU it is that or nothing. A head that
    flattens the map has another gradient at every cell; what a head with hidden layers says of ablated features is
    known to the network alone.
    """
    if method in _OF_FEATURES or model.head.kind != MLP_HEAD:
        return True
    return method is not MapMethod.ABLATION_CAM and model.head.pool == "average"


def offers(model: LoadedModel) -> tuple[MapOffer, ...]:
    """Every method, with its estimated seconds for one image: one pass is timed, the rest is counted in passes."""
    one_pass = _seconds_of_a_pass(model)
    library = has_library()
    found = []
    for method in MapMethod:
        closed = has_closed_form(model, method)
        passes = model.channels if method is MapMethod.SCORE_CAM else 1
        if method is MapMethod.ABLATION_CAM and not closed:
            passes = model.channels * len(model.card.classes)
        same = model.head.kind == LINEAR_HEAD and method in (MapMethod.XGRAD_CAM, MapMethod.HIRES_CAM)
        reason = "" if closed or library else NEEDS_TORCH
        found.append(MapOffer(method, passes * one_pass, reason, same))
    return tuple(found)


def explain(model: LoadedModel, method: MapMethod, tensor: Array, goes_on: Callable[[float], None]) -> Array:
    """Maps of all classes, (classes, h, w), of one input (channels, height, width).

    ``goes_on`` is called now and then with the share that is done, 0…1, and may raise. Raises ``DeviceError``.
    """
    if not has_closed_form(model, method):
        from cxr_desktop.engine.library_cam import library_maps

        return library_maps(checkpoint.load_network(model.folder, model.card), method, tensor, goes_on)
    image = model.backend.forward(tensor[None]).image(0)
    if method is MapMethod.GRAD_CAM:
        return model.maps(image)
    if method is MapMethod.EIGEN_CAM:
        return cam_methods.eigen_cam(image.features, len(image.logits))
    if method is MapMethod.SCORE_CAM:
        return cam_methods.score_cam(image.features, tensor, lambda b: model.backend.forward(b).logits, goes_on)
    return _by_weights(model, method, image)


def _by_weights(model: LoadedModel, method: MapMethod, image: Outputs) -> Array:
    weight, bias = _weights_of(model, image)
    if method is MapMethod.ABLATION_CAM:
        return cam_methods.ablation_cam(image.features, weight, bias, model.head.kind)
    gradient = cam_methods.gradient_of(image.features, weight, bias, model.head.kind)
    formulas = {
        MapMethod.GRAD_CAM_PLUS_PLUS: cam_methods.grad_cam_plus_plus,
        MapMethod.XGRAD_CAM: cam_methods.xgrad_cam,
        MapMethod.HIRES_CAM: cam_methods.hires_cam,
        MapMethod.LAYER_CAM: cam_methods.layer_cam,
    }
    return formulas[method](image.features, gradient)


def _weights_of(model: LoadedModel, image: Outputs) -> tuple[Array, Array]:
    """Of the last layer, or what stands for it where the head has hidden layers."""
    if model.last_layer is not None:
        return model.last_layer
    assert image.cam_weights is not None, "the model's self-test has seen it"
    return image.cam_weights, np.zeros(len(image.cam_weights), dtype=np.float32)


def _seconds_of_a_pass(model: LoadedModel) -> float:
    batch = checkpoint.self_test_input(model.card)
    started = time.perf_counter()
    model.backend.forward(batch)
    return time.perf_counter() - started

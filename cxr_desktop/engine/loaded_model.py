"""A model folder made ready to compute: verified, on a device, self-tested; knows no files of patients."""

from __future__ import annotations

import importlib
import logging
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.architectures import LINEAR_HEAD, MLP_HEAD
from cxr_desktop.engine.card import ONNX_FILE, cells_of, head_of
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.saliency import grad_cam, weighted_maps

log = logging.getLogger(__name__)


class Backend(Protocol):
    """What computes."""

    name: str
    device: str
    precision: str
    preferred_batch: int

    def forward(self, batch: NDArray[np.float32]) -> Outputs:
        """(n, channels, height, width) → what the network answers. Raises ``DeviceError`` where the device fails."""
        ...


def open_backend(folder: Path, card: ModelCard, backend: str, device: str) -> Backend:
    """The backend by name, with the network of ``folder``. Raises ``CheckpointError``, ``DeviceError``."""
    spec = card.preprocess
    shape = (spec.channels, spec.height, spec.width)
    if backend == "torch":
        _require_torch()
        from cxr_desktop.engine.backend_torch import TorchBackend

        return TorchBackend(checkpoint.load_network(folder, card), shape, device)
    from cxr_desktop.engine.backend_openvino import OpenVinoBackend

    return OpenVinoBackend(checkpoint.read_file(folder, card, ONNX_FILE), shape)


def _require_torch() -> None:
    """Raises ``DeviceError``: a library of the driver may be missing, or another version than torch was built for."""
    try:
        importlib.import_module("torch")
    except (ImportError, OSError) as error:
        log.debug("torch: %s", error)
        raise DeviceError("torch cannot be loaded on this computer") from error


class LoadedModel:
    """A backend with what its card says of head and cells, and the weights of a last layer, which Grad-CAM needs."""

    def __init__(self, folder: Path, card: ModelCard, backend: str, device: str) -> None:
        self.card = card
        self.folder = folder
        self.head = head_of(card)
        self.cells = cells_of(card)
        # First: it takes longest and needs no interpreter, which the first reading of weights holds for its imports.
        self.backend = open_backend(folder, card, backend, device)
        self.last_layer = None if self.head.kind == MLP_HEAD else checkpoint.head_weights(folder, card)
        self.channels = 0
        self._test()

    def maps(self, image: Outputs) -> NDArray[np.float32]:
        """Grad-CAM maps of all classes, (classes, h, w), from the outputs of one image."""
        if self.last_layer is not None:
            return grad_cam(image.features, *self.last_layer, self.head.kind)
        assert image.cam_weights is not None, "the self-test has seen it"
        return weighted_maps(image.features, image.cam_weights)

    def _test(self) -> None:
        """The stored logits of the deterministic input must come out, and a linear head must explain them."""
        test = self.card.document["self_test"]
        outputs = self.backend.forward(checkpoint.self_test_input(self.card))
        stored = np.asarray(test["logits"], dtype=np.float64)
        self.channels = int(outputs.features.shape[1])
        logits = outputs.logits
        if logits.shape != (1, len(stored)) or not self._can_explain(outputs):
            raise CheckpointError("the network does not have the outputs that the card names")
        tolerance = checkpoint.tolerance_of(self.card, self.backend.device)
        if not (np.abs(logits[0] - stored) <= tolerance).all():  # refuses NaN as well
            log.warning("self-test: largest difference %.3g", float(np.abs(logits[0] - stored).max()))
            if self.backend.device != "cpu":
                raise DeviceError("the compute device gives other numbers than the model's card")
            raise CheckpointError("the model gives other numbers on this computer than its card says")
        if self.last_layer is not None and self.head.kind == LINEAR_HEAD:
            weight, bias = self.last_layer
            explained = weight @ outputs.features[0].mean(axis=(1, 2)) + bias
            if not np.allclose(explained, logits[0], rtol=1e-3, atol=float(test["tolerance"])):
                raise CheckpointError("the weights of the last layer do not belong to this network")

    def _can_explain(self, outputs: Outputs) -> bool:
        """Whether there is a weight for every map of every class."""
        classes, channels = outputs.logits.shape[1], outputs.features.shape[1]
        if self.last_layer is not None:
            return self.last_layer[0].shape == (classes, channels)
        return outputs.cam_weights is not None and outputs.cam_weights.shape == (1, classes, channels)

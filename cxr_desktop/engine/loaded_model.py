"""A model folder made ready to compute: verified, on a device, self-tested; knows no files of patients."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.architectures import ARCHITECTURES, LINEAR_HEAD
from cxr_desktop.engine.card import ONNX_FILE

log = logging.getLogger(__name__)


class Backend(Protocol):
    """What computes. ``forward``: (n, channels, height, width) → features (n, c, h, w), logits (n, classes)."""

    name: str
    device: str
    precision: str
    preferred_batch: int

    def forward(self, batch: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Raises ``DeviceError`` where the device fails."""
        ...


def open_backend(folder: Path, card: ModelCard, backend: str, device: str) -> Backend:
    """The backend by name, with the network of ``folder``. Raises ``CheckpointError``, ``DeviceError``."""
    spec = card.preprocess
    shape = (spec.channels, spec.height, spec.width)
    if backend == "torch":
        from cxr_desktop.engine.backend_torch import TorchBackend

        return TorchBackend(checkpoint.load_network(folder, card), shape, device)
    from cxr_desktop.engine.backend_openvino import OpenVinoBackend

    return OpenVinoBackend(checkpoint.read_file(folder, card, ONNX_FILE), shape)


class LoadedModel:
    """A backend with the weights of its last layer, which Grad-CAM needs."""

    def __init__(self, folder: Path, card: ModelCard, backend: str, device: str) -> None:
        self.card = card
        self.architecture = ARCHITECTURES[card.architecture]
        self.weight, self.bias = checkpoint.head_weights(folder, card)
        self.backend = open_backend(folder, card, backend, device)
        self._test()

    def _test(self) -> None:
        """The stored logits of the deterministic input must come out, and the head must explain them."""
        test = self.card.document["self_test"]
        features, logits = self.backend.forward(checkpoint.self_test_input(self.card))
        stored = np.asarray(test["logits"], dtype=np.float64)
        if logits.shape != (1, len(stored)) or features.shape[1] != self.weight.shape[1]:
            raise CheckpointError("the network does not have the outputs that the card names")
        if not (np.abs(logits[0] - stored) <= float(test["tolerance"])).all():  # refuses NaN as well
            log.warning("self-test: largest difference %.3g", float(np.abs(logits[0] - stored).max()))
            if self.backend.device != "cpu":
                raise DeviceError("the compute device gives other numbers than the model's card")
            raise CheckpointError("the model gives other numbers on this computer than its card says")
        if self.architecture.head.kind == LINEAR_HEAD:
            explained = self.weight @ features[0].mean(axis=(1, 2)) + self.bias
            if not np.allclose(explained, logits[0], rtol=1e-3, atol=float(test["tolerance"])):
                raise CheckpointError("the weights of the last layer do not belong to this network")

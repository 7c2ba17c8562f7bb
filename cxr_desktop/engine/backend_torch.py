"""The torch backend (CUDA, MPS, CPU): model input → outputs in float32; knows no files, no card."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.engine.architectures import MLP_HEAD
from cxr_desktop.engine.outputs import Outputs

if TYPE_CHECKING:
    import torch

    from cxr_desktop.engine.networks import Network

log = logging.getLogger(__name__)

_LARGEST_BATCH = 16


class OutOfDeviceMemoryError(DeviceError):
    """Not even one image fits into the memory of the device."""


class TorchBackend:
    """A network on one device.

    Numbers must not depend on the batch an image travels in, and which kernels a library picks for which batch
    size is its own affair. So the batch is the largest power of two at which, on this device, every place of every
    smaller power of two gives bit-equal results to the image alone; incomplete batches run as smaller powers of two.
    """

    name = "torch"
    precision = "fp32"

    def __init__(self, network: Network, input_shape: tuple[int, int, int], device: str) -> None:
        """Moves ``network`` to ``device``. Raises ``DeviceError`` where the device is absent or does not work."""
        # cuBLAS reads it when its first handle is made; without it its reductions may change order.
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
        import torch

        self._torch = torch
        self._device = _open_device(device)
        self.device = str(self._device)
        _compute_exactly()
        try:
            self._network = network.to(self._device).to(memory_format=torch.channels_last).eval()
            # On a processor batches gain little, and were measured not to be equal.
            self.preferred_batch = 1 if self._device.type == "cpu" else self._equal_batch(input_shape)
        except torch.OutOfMemoryError as error:
            raise OutOfDeviceMemoryError("the model does not fit into the memory of the compute device") from error
        except RuntimeError as error:
            log.debug("torch on %s: %s", self.device, error)
            raise DeviceError("the compute device does not work with this model") from error

    def forward(self, batch: NDArray[np.float32]) -> Outputs:
        """(n, channels, height, width) → what the network answers; ``cam_weights`` of heads with hidden layers.

        Out of memory: the batch is halved, for good. Raises ``OutOfDeviceMemoryError`` where one image is too much.
        """
        parts: list[Outputs] = []
        done = 0
        while done < len(batch):
            size = min(self.preferred_batch, _power_of_two(len(batch) - done))
            try:
                parts.append(self._run(batch[done : done + size]))
                done += size
            except self._torch.OutOfMemoryError as error:
                self._free_memory()
                if size == 1:
                    raise OutOfDeviceMemoryError("the compute device has no memory left") from error
                self.preferred_batch = size // 2
                log.warning("the compute device is short of memory, the batch is now %d", self.preferred_batch)
            except RuntimeError as error:
                log.debug("torch on %s: %s", self.device, error)
                raise DeviceError("the compute device failed") from error
        return Outputs.joined(parts)

    def _run(self, batch: NDArray[np.float32]) -> Outputs:
        torch = self._torch
        with torch.inference_mode():
            tensor = torch.from_numpy(np.ascontiguousarray(batch)).to(self._device)
            features = self._network.forward_features(tensor.to(memory_format=torch.channels_last))
            logits = self._network.forward_head(features)
            weights = self._network.cam_weights(features) if self._network.head == MLP_HEAD else None
            return Outputs(
                np.ascontiguousarray(features.float().cpu().numpy()),
                logits.float().cpu().numpy(),
                None if weights is None else weights.float().cpu().numpy(),
            )

    def _equal_batch(self, input_shape: tuple[int, int, int]) -> int:
        images = np.random.default_rng(1).standard_normal((_LARGEST_BATCH, *input_shape)).astype(np.float32)
        alone = Outputs.joined([self._run(images[i : i + 1]) for i in range(_LARGEST_BATCH)])
        size = 1
        while size < _LARGEST_BATCH:
            try:
                together = self._run(images[: size * 2])
            except self._torch.OutOfMemoryError:
                self._free_memory()
                break
            pairs = zip(together, alone, strict=True)
            if not all(a is b is None or np.array_equal(a, b[: size * 2]) for a, b in pairs):  # type: ignore[arg-type,index]
                break
            size *= 2
        return size

    def _free_memory(self) -> None:
        if self._device.type == "cuda":
            self._torch.cuda.empty_cache()
        elif self._device.type == "mps":
            self._torch.mps.empty_cache()


def _power_of_two(n: int) -> int:
    """The largest power of two that is at most ``n``."""
    return 1 << (n.bit_length() - 1)


def _open_device(device: str) -> torch.device:
    import torch

    if device == "cuda" and not torch.cuda.is_available():
        raise DeviceError("the installed torch cannot use this graphics card")
    if device == "mps" and not torch.backends.mps.is_available():
        raise DeviceError("the installed torch cannot use this graphics processor")
    return torch.device("cuda:0" if device == "cuda" else device)


def _compute_exactly() -> None:
    """Full float32 and one order of summation; TensorFloat-32, the default of convolutions, keeps 10 bits."""
    import torch

    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.use_deterministic_algorithms(True)

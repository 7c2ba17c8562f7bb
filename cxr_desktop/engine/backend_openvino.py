"""The fast CPU backend: model input → outputs through OpenVINO, without torch; knows no files, no card."""

from __future__ import annotations

import logging
import os
import sys
import threading
from functools import cache
from queue import SimpleQueue
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.engine.outputs import Outputs

log = logging.getLogger(__name__)


def _openvino() -> ModuleType:
    """The library without its telemetry, which would report every import to a server of its maker."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # the import system's own "absent"
    try:
        import openvino
    except (ImportError, OSError) as error:
        raise DeviceError("OpenVINO cannot be loaded on this computer") from error
    return openvino


@cache
def _made_core() -> Any:
    """One for the life of the process. Its CPU plugin gives the thread that makes it a stack for signal handlers and
    frees it wherever it is destroyed; the next signal of a thread that still has it (SIGCHLD of torch's data loaders,
    say) ends the process. Measured on OpenVINO 2026.4; a core that is never destroyed frees nothing.
    """
    openvino = _openvino()
    # The tables that translate numpy's types are made at their first use: C++ locks them meanwhile, making them lets
    # Python's lock go, and a second thread that asks then waits for the one while it holds the other, for ever. So
    # they are made here, where no other thread can ask. Seen on OpenVINO 2026.4, five times in several hundred starts.
    tensor = openvino.Tensor(np.zeros(1, np.float32))
    tensor.element_type.to_dtype()
    assert tensor.data.dtype == np.float32
    return openvino.Core()


_making = threading.Lock()


def _core() -> Any:
    with _making:
        return _made_core()


def begin() -> None:
    """Load the library and make its core, before others ask for it. Raises ``DeviceError``."""
    _core()


CORES_VARIABLE = "CXR_DESKTOP_CORES"
"""A share of the computer, where others use it too: read where threads are counted, so that children inherit it."""


def usable_cores() -> int:
    """Cores that this process may use: those the system gives it, fewer where ``CXR_DESKTOP_CORES`` says so."""
    given = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = os.environ.get(CORES_VARIABLE, "")
    return max(1, min(given, int(wanted)) if wanted.isdecimal() and int(wanted) else given)


def options(streams: int) -> dict[str, Any]:
    """How networks are compiled here: one image at a time on each of ``streams`` threads, in single precision."""
    return {
        # Left alone, newer CPUs compute in bfloat16 without a word: other numbers than the card's.
        "INFERENCE_PRECISION_HINT": "f32",
        "NUM_STREAMS": streams,
        "INFERENCE_NUM_THREADS": streams,
        "ENABLE_CPU_PINNING": False,  # the decoding threads of the scorer want the same cores
    }


def _compile(network: bytes, input_shape: tuple[int, int, int], streams: int) -> Any:
    """``network`` for one image at a time on ``streams`` threads. Raises ``RuntimeError`` for what is no network."""
    model = _core().read_model(network)
    model.reshape({"input": [1, *input_shape]})
    return _core().compile_model(model, "CPU", options(streams))


class OpenVinoSegmenter:
    """A network with one output that any number of threads may ask at once, each for one image.

    As many are computed together as there are ``streams``, each on one thread: the answer to an image cannot depend
    on the others.
    """

    def __init__(self, network: bytes, input_shape: tuple[int, int, int], streams: int | None = None) -> None:
        """``network`` is an ONNX file, ``input_shape`` (channels, height, width). Raises ``CheckpointError``."""
        streams = streams or min(4, usable_cores())
        try:
            compiled = _compile(network, input_shape, streams)
            self._output = compiled.output("logits")
            if tuple(self._output.shape) != (1, 1, *input_shape[1:]):
                raise RuntimeError("the output is no mask of the input's size")
            self._free: SimpleQueue[Any] = SimpleQueue()
            for _ in range(streams):
                self._free.put(compiled.create_infer_request())
        except RuntimeError as error:
            log.debug("OpenVINO: %s", error)
            raise CheckpointError("the network cannot be loaded by OpenVINO") from error

    def forward(self, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
        """(channels, height, width) → logits (height, width)."""
        request = self._free.get()
        try:
            request.infer({"input": tensor[None]}, share_inputs=True)
            return np.array(request.get_tensor(self._output).data[0, 0], dtype=np.float32)
        finally:
            self._free.put(request)


class OpenVinoBackend:
    """One network, compiled for one image at a time, run on one single-threaded stream per core.

    So the number of a file cannot depend on its neighbours in the queue or on the number of cores. Measured against
    batches of 8 on both cores: 5.1 and 4.9 ms an image (ResNet18 at 192 px), one image alone 10 ms. Compiling takes
    less than 0.3 s, so nothing is cached on disk.
    """

    name = "openvino"
    device = "cpu"
    precision = "fp32"

    def __init__(self, network: bytes, input_shape: tuple[int, int, int], streams: int | None = None) -> None:
        """``network`` is an ONNX file, ``input_shape`` (channels, height, width). Raises ``CheckpointError``."""
        self.streams = streams or min(4, usable_cores())
        self.preferred_batch = self.streams
        try:
            compiled = _compile(network, input_shape, self.streams)
            self._requests: list[Any] = [compiled.create_infer_request() for _ in range(self.streams)]
            shapes = {name: tuple(port.shape) for port in compiled.outputs for name in port.names}
            self._shapes = {name: shapes[name][1:] for name in Outputs._fields if name in shapes}
            if not {"features", "logits"} <= set(self._shapes):
                raise RuntimeError("an output is missing")
        except RuntimeError as error:
            log.debug("OpenVINO: %s", error)
            raise CheckpointError("the network cannot be loaded by OpenVINO") from error

    def forward(self, batch: NDArray[np.float32]) -> Outputs:
        """(n, channels, height, width) → what the network answers; ``cam_weights`` where it has that output."""
        count = len(batch)
        results = {name: np.empty((count, *shape), dtype=np.float32) for name, shape in self._shapes.items()}
        for first in range(0, count, self.streams):
            running = list(zip(range(first, min(first + self.streams, count)), self._requests, strict=False))
            for index, request in running:
                request.start_async({"input": batch[index : index + 1]}, share_inputs=True)
            for index, request in running:
                request.wait()
                for name, result in results.items():
                    result[index] = request.get_tensor(name).data[0]
        return Outputs(**results)

"""Network ⇄ bytes: safetensors and single-file ONNX; torch lives here, so only engine and training import it."""

from __future__ import annotations

import copy
import dataclasses
import io
import warnings
from collections.abc import Callable
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import networks
from cxr_desktop.engine.architectures import ARCHITECTURES, MLP_HEAD
from cxr_desktop.engine.card import cut_of, head_of
from cxr_desktop.engine.networks import Network
from cxr_desktop.engine.receptive import measure_cells
from cxr_desktop.engine.segmenters import Segmenter, build_segmenter

_OPSET = 17
_STORED = {torch.float32: (torch.float16, torch.float32), torch.int64: (torch.int64,)}
"""What a tensor of the network may be stored as."""
_Net = TypeVar("_Net", bound=Network | Segmenter)


class _Answers(nn.Module):
    """The exported graph answers with the logits, the tensor that enters the pool, and the weights of its maps where
    these depend on the image."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        features = self.network.forward_features(x)
        answers = (self.network.forward_head(features), features)
        return (*answers, self.network.cam_weights(features)) if self.network.head == MLP_HEAD else answers


def round_to_half(network: nn.Module) -> None:
    """Round all convolution and linear weights in place to what a half float can hold.

    Do this before calibration and measurement; ``checkpoint.save`` then halves the files without changing a number.
    """
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                module.weight.copy_(module.weight.half().float())


def evaluation_copy(network: _Net) -> _Net:
    """A float32 copy on the CPU in evaluation mode. Raises ``CheckpointError`` for weights that are not numbers."""
    plain = copy.deepcopy(network)
    plain.to("cpu", torch.float32).to(memory_format=torch.contiguous_format)
    plain.eval()
    _check_values(plain.state_dict())
    return plain


def describe(network: Network | Segmenter) -> dict[str, object]:
    """What a card says of a network; what its architecture alone would say is left out."""
    if isinstance(network, Segmenter):
        return {"architecture": network.architecture}
    own = ARCHITECTURES[network.architecture]
    cells = measure_cells(network)
    return {
        "architecture": network.architecture,
        "head": network.head,
        **({"cut": network.cut} if network.cut else {}),
        **({"head_spec": dataclasses.asdict(network.head_spec)} if network.head_spec != own.head else {}),
        **({"cells": dataclasses.asdict(cells)} if network.cut or cells != own.cells else {}),
    }


def run_once(network: Network | Segmenter, batch: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of the first image of ``batch``, in float32 on the CPU."""
    with torch.inference_mode():
        return network(torch.from_numpy(batch))[0].numpy()


def _check_values(state: dict[str, Tensor]) -> None:
    for name, tensor in state.items():
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise CheckpointError("the weights hold values that are not numbers")
        if name.endswith("running_var") and bool((tensor < 0).any()):
            raise CheckpointError("the weights hold a negative variance")


def to_safetensors(network: nn.Module) -> bytes:
    """All tensors by name; half floats where that loses nothing."""
    from safetensors.torch import save

    state = {}
    for name, tensor in network.state_dict().items():
        if tensor.dtype == torch.float32 and torch.equal(tensor.half().float(), tensor):
            tensor = tensor.half()
        state[name] = tensor.contiguous()
    return save(state)


def read_network(data: bytes, card: ModelCard) -> Network:
    """The network of ``card`` with the weights in ``data``; names and shapes must match exactly."""
    spec = card.preprocess
    size, head = (spec.height, spec.width), head_of(card)
    return _with_weights(
        lambda: networks.build(
            card.architecture, len(card.classes), spec.channels, cut=cut_of(card), head=head, size=size
        ),
        data,
    )


def read_segmenter(data: bytes, card: ModelCard) -> Segmenter:
    """The segmenter of ``card`` with the weights in ``data``; names and shapes must match exactly."""
    return _with_weights(lambda: build_segmenter(card.architecture, card.preprocess.channels), data)


def _with_weights(build: Callable[[], _Net], data: bytes) -> _Net:
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        state = load(data)
        with torch.device("meta"):  # no memory for what a card claims before the weights bear it out
            network = build()
    except (SafetensorError, ValueError) as error:
        raise CheckpointError("the weights are not readable by this program") from error
    expected = network.state_dict()
    if set(state) != set(expected) or any(state[name].shape != expected[name].shape for name in expected):
        raise CheckpointError("the weights do not fit the architecture that the card names")
    if any(tensor.dtype not in _STORED.get(expected[name].dtype, ()) for name, tensor in state.items()):
        raise CheckpointError("the weights are of another kind of number than the architecture has")
    _check_values(state)
    network.load_state_dict({name: t.to(expected[name].dtype) for name, t in state.items()}, assign=True)
    network.eval()
    return network


def to_onnx(network: Network | Segmenter, shape: tuple[int, ...]) -> bytes:
    """One ONNX file with dynamic batch: "input" → "logits" and, of a classifier, "features"; of an mlp head also
    "cam_weights".

    Weights are stored as half floats where that is exact.
    """
    if isinstance(network, Segmenter):
        return _export(network, shape, ["logits"])
    outputs = ["logits", "features", *(["cam_weights"] if network.head == MLP_HEAD else [])]
    return _export(_Answers(network), shape, outputs)


def _export(answers: nn.Module, shape: tuple[int, ...], outputs: list[str]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), torch.no_grad():
        # The newer exporter needs onnxscript, a dependency for this one call; the graphs here are plain.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            answers.eval(),
            (torch.zeros(shape),),
            buffer,  # type: ignore[arg-type]  # a stream is accepted by this exporter
            dynamo=False,
            opset_version=_OPSET,
            # EVAL would fold batch normalisation into the convolutions, whose weights then fit no half float.
            training=torch.onnx.TrainingMode.PRESERVE,
            do_constant_folding=False,
            input_names=["input"],
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} for name in ("input", *outputs)},
        )
    return _halve(buffer.getvalue())


def _halve(data: bytes) -> bytes:
    """Store large float32 initialisers as half floats followed by a Cast, where the round trip is exact."""
    import onnx
    from onnx import numpy_helper

    model = onnx.load_from_string(data)
    casts = []
    for index, tensor in enumerate(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 256:
            continue
        with np.errstate(over="ignore"):
            half = values.astype(np.float16)
        if not np.array_equal(half.astype(np.float32), values):
            continue
        name = tensor.name
        model.graph.initializer[index].CopyFrom(numpy_helper.from_array(half, f"{name}.half"))
        casts.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
    for position, node in enumerate(casts):
        model.graph.node.insert(position, node)
    onnx.checker.check_model(model)
    return model.SerializeToString()

"""Weights from elsewhere into a network: ImageNet's through torchvision or timm, or any tensors by name; no recipe."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import re
import socket
import ssl
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from http.client import HTTPException
from pathlib import Path

import torch
from torch import Tensor

from cxr_desktop.domain.errors import CheckpointError, CxrError, DeviceError
from cxr_desktop.engine.backbones import torchvision_prefix
from cxr_desktop.engine.foreign_weights import read_foreign
from cxr_desktop.engine.networks import Network

log = logging.getLogger(__name__)

_BACKBONE = "backbone."
_COUNTERS = "num_batches_tracked"
"""Old files of torchvision do not have them, and only a cumulative mean would use them."""
_CHUNK = 1 << 18
_SECONDS = 30
_TORCHVISION = (
    "resnet18",
    "resnet50",
    "resnet152",
    "densenet121",
    "squeezenet1_0",
    "inception_v3",
    "efficientnet_b2",
)
_TIMM = ("resnetv2_50",)
# Files of DenseNet are older than its layers' names: "norm.1.weight" is "norm1.weight" now (torchvision does the same).
_OLD_DENSENET = re.compile(r"(.*denselayer\d+\.(?:norm|relu|conv))\.([12]\.(?:weight|bias|running_mean|running_var))")


class PretrainedUnavailableError(CxrError):
    """ImageNet weights that are not on this computer and cannot be fetched, or that nobody has published."""


def load_imagenet(network: Network, architecture: str, progress: Callable[[int, int], None]) -> None:
    """Weights trained on ImageNet into the backbone; the head stays as it is.

    Downloaded once, into the folder where torch keeps such files; ``progress`` gets bytes done and bytes in all (0
    where the server does not say). They want grey repeated over three channels, with the mean and deviation of their
    training. A network of fewer channels gets the sum over colours, shared out among its channels, so its first layer
    answers a grey image as it would in colour, and the statistics of batch normalisation stay true.
    Raises ``PretrainedUnavailableError``, and ``CheckpointError`` for a file of another network.
    """
    if architecture not in _TORCHVISION + _TIMM:
        raise PretrainedUnavailableError(
            f"There are no ImageNet weights of {architecture}. Choose other initial weights."
        )
    url, name = _address(architecture)
    file = Path(torch.hub.get_dir()) / "checkpoints" / name
    if not file.is_file():
        try:
            _download(url, file, progress)
        except (OSError, HTTPException, ValueError) as error:
            log.debug("download of %s: %r", url, error)
            raise PretrainedUnavailableError(
                f"The ImageNet weights of {architecture} could not be downloaded: {_reason(error)}. "
                "Choose other initial weights or try again online."
            ) from error
    _into_backbone(network, architecture, _read(file))


def initialise(network: Network, state: Mapping[str, Tensor]) -> list[str]:
    """Copy every tensor of ``state`` whose name and shape fit; returns the names of the network's tensors that none
    fitted, in their order.

    Another head is allowed, as a new task needs one. Raises ``CheckpointError`` where nothing of the backbone fits, and
    for weights that are not numbers.
    """
    own = network.state_dict()
    fitting = {name: t for name, t in state.items() if name in own and own[name].shape == t.shape}
    if not any(name.startswith(_BACKBONE) and not name.endswith(_COUNTERS) for name in fitting):
        raise CheckpointError("these weights are of another network: nothing of its backbone fits")
    if not all(bool(torch.isfinite(t).all()) for t in fitting.values() if t.is_floating_point()):
        raise CheckpointError("the weights hold values that are not numbers")
    with torch.no_grad():
        for name, tensor in fitting.items():
            own[name].copy_(tensor)
    return [name for name in own if name not in fitting]


# -- where files are, and how they come --------------------------------------------------------------------------------


def _address(architecture: str) -> tuple[str, str]:
    """Address and file name of the first weights that torchvision published (those of the reports), or of timm's."""
    if architecture in _TORCHVISION:
        from torchvision.models import get_model_weights

        url = str(get_model_weights(architecture)["IMAGENET1K_V1"].url)
        return url, url.rsplit("/", 1)[-1]
    try:
        from timm.models import get_pretrained_cfg
    except ImportError as error:
        raise DeviceError("this network needs the package timm, which is not installed") from error
    published = str(get_pretrained_cfg(architecture).hf_hub_id)
    return (
        f"https://huggingface.co/{published}/resolve/main/model.safetensors",
        f"{published.rsplit('/', 1)[-1]}.safetensors",
    )


def _download(url: str, file: Path, progress: Callable[[int, int], None]) -> None:
    """The whole file or none: a temporary file beside it, its hash checked where its name holds one, then renamed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    digest, done = hashlib.sha256(), 0
    handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "cxr-desktop"})
        with os.fdopen(handle, "wb") as stream, urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            total = int(answer.headers.get("Content-Length") or 0)
            while chunk := answer.read(_CHUNK):
                stream.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                progress(done, total)
        expected = re.search(r"-([0-9a-f]{8,})\.pth$", file.name)
        if (total and done != total) or (expected and not digest.hexdigest().startswith(expected[1])):
            raise ValueError("the file came damaged")
        os.replace(temporary, file)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    """Why, in words, without a path."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code}"
    if isinstance(cause, socket.gaierror):
        return "the server cannot be found"
    if isinstance(cause, TimeoutError):
        return "the server does not answer"
    if isinstance(cause, ssl.SSLError):
        return "the connection is not secure"
    if isinstance(cause, OSError) and cause.errno == errno.ENOSPC:
        return "the disk is full"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return str(cause) if isinstance(cause, ValueError) else "the connection broke"


def _read(file: Path) -> dict[str, Tensor]:
    """Tensors by name, without running any code in the file."""
    try:
        return read_foreign(file)
    except CheckpointError as error:
        raise CheckpointError(
            f"the ImageNet weights in {file.name} cannot be read; delete the file and try again"
        ) from error


# -- into the network --------------------------------------------------------------------------------------------------


def _into_backbone(network: Network, architecture: str, state: Mapping[str, Tensor]) -> None:
    prefix = torchvision_prefix(architecture)
    named = {_BACKBONE + _modern(name).removeprefix(prefix): tensor for name, tensor in state.items()}
    entrance = next(n for n, _ in network.named_parameters())
    if entrance in named:
        named[entrance] = _for_channels(named[entrance], network.get_parameter(entrance).shape[1])
    missing = [
        name for name in initialise(network, named) if name.startswith(_BACKBONE) and not name.endswith(_COUNTERS)
    ]
    if missing:
        raise CheckpointError(f"the ImageNet weights of {architecture} do not fit the network: {missing[0]} is missing")


def _modern(name: str) -> str:
    found = _OLD_DENSENET.fullmatch(name)
    return found[1] + found[2] if found else name


def _for_channels(weight: Tensor, channels: int) -> Tensor:
    if weight.shape[1] == channels:
        return weight
    return (weight.sum(dim=1, keepdim=True) / channels).expand(-1, channels, -1, -1)

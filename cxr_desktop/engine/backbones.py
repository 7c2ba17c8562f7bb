"""Backbones by name, and where to cut them: image → feature map, random weights; knows no head and no file."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence

from torch import fx, nn
from torchvision import models

from cxr_desktop.domain.errors import DeviceError

_NODE_NAME = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+){0,15}")
_FEATURES = "features."


def _grey_entrance(convolution: nn.Conv2d, channels: int) -> nn.Conv2d:
    """The first convolution of a colour network for another number of input channels."""
    if convolution.in_channels == channels:
        return convolution
    return nn.Conv2d(
        channels,
        convolution.out_channels,
        convolution.kernel_size,  # type: ignore[arg-type]
        convolution.stride,  # type: ignore[arg-type]
        convolution.padding,  # type: ignore[arg-type]
        bias=convolution.bias is not None,
    )


def _parts(net: nn.Module, names: Sequence[str]) -> nn.Sequential:
    return nn.Sequential(OrderedDict((name, net.get_submodule(name)) for name in names))


def _resnet(make: Callable[..., models.ResNet], channels: int) -> nn.Module:
    net = make(weights=None)
    net.conv1 = _grey_entrance(net.conv1, channels)
    return _parts(net, ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4"))


def _densenet(channels: int, _size: tuple[int, int]) -> nn.Module:
    backbone: nn.Sequential = models.densenet121(weights=None).features
    backbone.conv0 = _grey_entrance(backbone.conv0, channels)  # type: ignore[arg-type]
    # torchvision rectifies inside forward(), in place, so Grad-CAM on features[-1] sees the unrectified tensor
    # (cosine 0.89 against the truth). An explicit module makes the pool's input a tensor of its own.
    backbone.add_module("relu5", nn.ReLU(inplace=False))
    return backbone


def _squeezenet(channels: int, _size: tuple[int, int]) -> nn.Module:
    backbone: nn.Sequential = models.squeezenet1_0(weights=None).features
    backbone[0] = _grey_entrance(backbone[0], channels)  # type: ignore[arg-type]
    return backbone


def _efficientnet(channels: int, _size: tuple[int, int]) -> nn.Module:
    backbone: nn.Sequential = models.efficientnet_b2(weights=None).features
    stem: nn.Sequential = backbone[0]  # type: ignore[assignment]
    stem[0] = _grey_entrance(stem[0], channels)  # type: ignore[arg-type]
    return backbone


def _inception(channels: int, _size: tuple[int, int]) -> nn.Module:
    """Without the auxiliary head, and without ``transform_input``: preprocessing has its own mean and deviation."""
    net = models.inception_v3(weights=None, aux_logits=False, transform_input=False, init_weights=True)
    net.Conv2d_1a_3x3.conv = _grey_entrance(net.Conv2d_1a_3x3.conv, channels)
    return _parts(net, [name for name, _ in net.named_children() if name not in ("avgpool", "dropout", "fc")])


def _resnetv2(channels: int, _size: tuple[int, int]) -> nn.Module:
    """Pre-activation: ``norm`` normalises and rectifies what the last block leaves."""
    try:
        import timm
    except ImportError as error:
        raise DeviceError("this network needs the package timm, which is not installed") from error
    return _parts(timm.create_model("resnetv2_50", pretrained=False, in_chans=channels), ("stem", "stages", "norm"))


def _scnnb(normalised: tuple[bool, bool]) -> Callable[[int, tuple[int, int]], nn.Module]:
    def make(channels: int, size: tuple[int, int]) -> nn.Module:
        backbone = nn.Sequential()
        # The paper pads both convolutions at 28×28 and only the first at 32×32, so that both end in 7×7 cells.
        paddings = (1, 0 if size == (32, 32) else 1)
        width = channels
        for n, (planes, padding, norm) in enumerate(zip((32, 64), paddings, normalised, strict=True), start=1):
            backbone.add_module(f"conv{n}", nn.Conv2d(width, planes, 3, padding=padding))
            if norm:
                backbone.add_module(f"bn{n}", nn.BatchNorm2d(planes))
            backbone.add_module(f"relu{n}", nn.ReLU())
            backbone.add_module(f"pool{n}", nn.MaxPool2d(2))
            width = planes
        return backbone

    return make


def _gate_cnn(channels: int, _size: tuple[int, int]) -> nn.Module:
    """Nine small convolutions, one million weights; the last cells see all of a 128×128 input, since a hand and a
    rib cage differ in their plan rather than in their texture."""
    backbone = nn.Sequential()
    width = channels
    plan = ((16, 2), (32, 2), (48, 1), (64, 2), (96, 1), (128, 2), (160, 1), (192, 2), (192, 1))
    for index, (planes, stride) in enumerate(plan, start=1):
        backbone.add_module(f"conv{index}", nn.Conv2d(width, planes, 3, stride, 1, bias=False))
        backbone.add_module(f"bn{index}", nn.BatchNorm2d(planes))
        backbone.add_module(f"relu{index}", nn.ReLU())
        width = planes
    return backbone


_BUILDERS: dict[str, Callable[[int, tuple[int, int]], nn.Module]] = {
    "resnet18": lambda channels, _: _resnet(models.resnet18, channels),
    "resnet50": lambda channels, _: _resnet(models.resnet50, channels),
    "resnet152": lambda channels, _: _resnet(models.resnet152, channels),
    "densenet121": _densenet,
    "squeezenet1_0": _squeezenet,
    "inception_v3": _inception,
    "resnetv2_50": _resnetv2,
    "efficientnet_b2": _efficientnet,
    "scnnb": _scnnb((True, True)),
    "scnnb_a": _scnnb((False, True)),
    "scnnb_b": _scnnb((False, False)),
    "gate_cnn": _gate_cnn,
}
_INSIDE_FEATURES = ("densenet121", "squeezenet1_0", "efficientnet_b2")
"""Their layers are in ``features`` of torchvision's network, and in the backbone itself here."""


def torchvision_prefix(architecture: str) -> str:
    """What the names of a backbone's tensors begin with in torchvision's or timm's own network."""
    return _FEATURES if architecture in _INSIDE_FEATURES else ""


def build_backbone(architecture: str, channels: int, size: tuple[int, int], cut: str = "") -> nn.Module:
    """Image → the tensor that enters the pool, or what leaves the inner node ``cut``.

    Tensors have the same names cut or not, so the weights of a whole backbone fit a cut one. Raises ``ValueError`` for
    an unknown name, ``DeviceError`` where a package is missing.
    """
    if architecture not in _BUILDERS:
        raise ValueError(f"unknown architecture {architecture!r}; known are {', '.join(_BUILDERS)}")
    backbone = _BUILDERS[architecture](channels, size)
    if not cut:
        return backbone
    node = cut.removeprefix(torchvision_prefix(architecture))
    try:
        if not _NODE_NAME.fullmatch(cut):
            raise ValueError(cut)
        return _cut_at(backbone, node)
    except ValueError as error:
        raise ValueError(f"{architecture} has no inner node {cut!r}") from error


def _cut_at(backbone: nn.Module, node: str) -> nn.Module:
    """Only what ``node`` needs, as one traced graph for training and evaluation alike.

    Modules that do nothing but compute, whoever made them, stay modules: what they do depends on the mode, and a graph
    traced through them would keep the mode of its making (batch normalisation of timm, stochastic depth).
    """
    from torchvision.models.feature_extraction import create_feature_extractor

    leaves = {type(m) for m in backbone.modules() if not list(m.children()) or isinstance(m, nn.BatchNorm2d)}
    traced = create_feature_extractor(
        backbone, {node: "cut"}, tracer_kwargs={"leaf_modules": list(leaves)}, suppress_diff_warning=True
    )
    graph = traced.eval_graph
    (output,) = (n for n in graph.nodes if n.op == "output")
    output.args = (output.args[0]["cut"],)
    return fx.GraphModule(traced, graph)

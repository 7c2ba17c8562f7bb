"""Architectures by name: a backbone that gives the tensor entering the pool, and a head; knows no files, no card."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torchvision import models

from cxr_desktop.engine.architectures import CONV_HEAD, LINEAR_HEAD


class Network(nn.Module):
    """``forward`` is ``forward_head(forward_features(x))``; Grad-CAM looks at what lies between the two.

    State names are ``backbone.…`` and ``classifier.{weight,bias}`` for every architecture.
    """

    def __init__(self, backbone: nn.Module, classifier: nn.Module, head: str, dropout: float = 0.0) -> None:
        super().__init__()
        self.backbone = backbone
        self.dropout = nn.Dropout(dropout)
        self.classifier = classifier
        self.head = head

    def forward_features(self, x: Tensor) -> Tensor:
        """(batch, channels, height, width) of the input → the tensor that enters the pool."""
        features: Tensor = self.backbone(x)
        return features

    def forward_head(self, features: Tensor) -> Tensor:
        """The tensor that enters the pool → logits (batch, classes)."""
        if self.head == CONV_HEAD:
            planes = torch.relu(self.classifier(self.dropout(features)))
            return planes.mean(dim=(2, 3))
        logits: Tensor = self.classifier(self.dropout(features.mean(dim=(2, 3))))
        return logits

    def forward(self, x: Tensor) -> Tensor:
        """Input → logits (batch, classes)."""
        return self.forward_head(self.forward_features(x))


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


def _resnet(make: Callable[..., models.ResNet], classes: int, channels: int) -> Network:
    net = make(weights=None, num_classes=classes)
    backbone = nn.Sequential()
    backbone.add_module("conv1", _grey_entrance(net.conv1, channels))
    for name in ("bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4"):
        backbone.add_module(name, getattr(net, name))
    return Network(backbone, net.fc, LINEAR_HEAD)


def _densenet(classes: int, channels: int) -> Network:
    net = models.densenet121(weights=None, num_classes=classes)
    backbone = net.features
    backbone.conv0 = _grey_entrance(backbone.conv0, channels)
    # torchvision rectifies inside forward(), in place, so Grad-CAM on features[-1] sees the unrectified tensor
    # (cosine 0.89 against the truth). An explicit module makes the pool's input a tensor of its own.
    backbone.add_module("relu5", nn.ReLU(inplace=False))
    return Network(backbone, net.classifier, LINEAR_HEAD)


def _squeezenet(classes: int, channels: int) -> Network:
    net = models.squeezenet1_0(weights=None, num_classes=classes)
    backbone = net.features
    backbone[0] = _grey_entrance(backbone[0], channels)
    return Network(backbone, net.classifier[1], CONV_HEAD, dropout=0.5)


def _gate_cnn(classes: int, channels: int) -> Network:
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
    return Network(backbone, nn.Linear(width, classes), LINEAR_HEAD)


_BUILDERS: dict[str, Callable[[int, int], Network]] = {
    "resnet18": lambda classes, channels: _resnet(models.resnet18, classes, channels),
    "resnet50": lambda classes, channels: _resnet(models.resnet50, classes, channels),
    "densenet121": _densenet,
    "squeezenet1_0": _squeezenet,
    "gate_cnn": _gate_cnn,
}
ARCHITECTURES = tuple(_BUILDERS)


def build(architecture: str, classes: int, channels: int = 3) -> Network:
    """A network with random weights. Raises ``ValueError`` for an unknown name."""
    if architecture not in _BUILDERS:
        raise ValueError(f"unknown architecture {architecture!r}; known are {', '.join(ARCHITECTURES)}")
    return _BUILDERS[architecture](classes, channels)

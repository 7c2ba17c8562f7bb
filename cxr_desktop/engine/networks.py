"""Architectures by name: a backbone that gives the tensor entering the pool, and a head; knows no files, no card."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from cxr_desktop.engine import architectures
from cxr_desktop.engine.architectures import HeadSpec
from cxr_desktop.engine.backbones import build_backbone
from cxr_desktop.engine.heads import Head, build_head

ARCHITECTURES = tuple(architectures.ARCHITECTURES)


class Network(nn.Module):
    """``forward`` is ``forward_head(forward_features(x))``; Grad-CAM looks at what lies between the two.

    State names are ``backbone.…`` and ``classifier.…`` for every architecture; ``architecture``, ``cut`` and
    ``head_spec`` are what ``build`` was asked for, ``head`` is the kind of the head.
    """

    def __init__(self, backbone: nn.Module, classifier: Head, architecture: str, cut: str, head_spec: HeadSpec) -> None:
        super().__init__()
        self.backbone = backbone
        self.classifier = classifier
        self.architecture = architecture
        self.cut = cut
        self.head_spec = head_spec

    @property
    def head(self) -> str:
        """The kind of the head, as the card names it."""
        return self.head_spec.kind

    def forward_features(self, x: Tensor) -> Tensor:
        """(batch, channels, height, width) of the input → the tensor that enters the pool."""
        features: Tensor = self.backbone(x)
        return features

    def forward_head(self, features: Tensor) -> Tensor:
        """The tensor that enters the pool → logits (batch, classes)."""
        logits: Tensor = self.classifier(features)
        return logits

    def cam_weights(self, features: Tensor) -> Tensor:
        """Grad-CAM's weights of the maps, (batch, classes, channels), in evaluation mode and without autograd.

        ∂logit/∂A summed over the cells (Selvaraju's mean times their number), so that a linear head gives its weights.
        """
        return self.classifier.cam_weights(features)

    def forward(self, x: Tensor) -> Tensor:
        """Input → logits (batch, classes)."""
        return self.forward_head(self.forward_features(x))


def build(
    architecture: str,
    classes: int,
    channels: int = 3,
    *,
    cut: str = "",
    head: HeadSpec | None = None,
    size: tuple[int, int] = (224, 224),
) -> Network:
    """A network with random weights for images of ``size`` (height, width); ``head=None`` is the architecture's own.

    ``cut`` names an inner node as ``torchvision.models.feature_extraction`` does; the head follows it, and what comes
    later is left out. Raises ``ValueError`` for an unknown name, a contradiction or too small images, ``DeviceError``
    where a package is missing.
    """
    backbone = build_backbone(architecture, channels, size, cut)
    spec = architectures.ARCHITECTURES[architecture].head if head is None else head
    shape = _feature_shape(backbone, (1, channels, *size))
    if shape is None:
        raise ValueError(f"images of {size[0]} × {size[1]} pixels are too small for {architecture}")
    if len(shape) != 4:
        raise ValueError(f"{architecture} has no feature map at {cut!r}")
    return Network(backbone, build_head(spec, shape[1], shape[2] * shape[3], classes), architecture, cut, spec)


def _feature_shape(backbone: nn.Module, shape: tuple[int, ...]) -> tuple[int, ...] | None:
    """What ``backbone`` makes of an input, told without computing it; ``None`` where nothing of it is left."""
    ghost = copy.deepcopy(backbone).to("meta").eval()
    try:
        with torch.no_grad():
            return tuple(ghost(torch.empty(shape, device="meta")).shape)
    except RuntimeError:
        return None

"""Batch normalisation that exists while training only: folded into the convolutions before a network is published.

Networks from before it (SqueezeNet, Deep-COVID's) hardly learn from scratch. Normalised after every convolution they
do, and since a normalisation with fixed statistics is linear, the published network is the plain one to the last layer.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class NormalisedConv(nn.Conv2d):
    """A convolution followed by batch normalisation, under the convolution's own name."""

    def __init__(self, plain: nn.Conv2d) -> None:
        super().__init__(
            plain.in_channels,
            plain.out_channels,
            plain.kernel_size,  # type: ignore[arg-type]
            plain.stride,  # type: ignore[arg-type]
            plain.padding,  # type: ignore[arg-type]
            plain.dilation,  # type: ignore[arg-type]
            plain.groups,
            bias=plain.bias is not None,
            padding_mode=plain.padding_mode,
        )
        self.load_state_dict(plain.state_dict())
        self.norm = nn.BatchNorm2d(plain.out_channels)

    def forward(self, x: Tensor) -> Tensor:
        """As the convolution, normalised."""
        normalised: Tensor = self.norm(super().forward(x))
        return normalised

    @torch.no_grad()
    def folded(self) -> nn.Conv2d:
        """The plain convolution that gives the same as this one in evaluation mode."""
        norm = self.norm
        assert norm.running_mean is not None, "tracks its statistics"
        assert norm.running_var is not None, "tracks its statistics"
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        plain = nn.Conv2d(
            self.in_channels,
            self.out_channels,
            self.kernel_size,  # type: ignore[arg-type]
            self.stride,  # type: ignore[arg-type]
            self.padding,  # type: ignore[arg-type]
            self.dilation,  # type: ignore[arg-type]
            self.groups,
            padding_mode=self.padding_mode,
        )
        bias = torch.zeros(self.out_channels) if self.bias is None else self.bias
        plain.weight.copy_(self.weight * scale[:, None, None, None])
        assert plain.bias is not None, "made with one"
        plain.bias.copy_((bias - norm.running_mean) * scale + norm.bias)
        return plain


def normalise(backbone: nn.Module) -> None:
    """Normalise after every convolution of a backbone that is not normalised already, in place."""
    if any(isinstance(module, nn.modules.batchnorm._BatchNorm) for module in backbone.modules()):
        return
    for parent, name, child in _children(backbone):
        if isinstance(child, nn.Conv2d):
            setattr(parent, name, NormalisedConv(child))


def fold(backbone: nn.Module) -> None:
    """The plain backbone again, in place; in evaluation mode it computes the same."""
    for parent, name, child in _children(backbone):
        if isinstance(child, NormalisedConv):
            setattr(parent, name, child.folded())


def _children(module: nn.Module) -> list[tuple[nn.Module, str, nn.Module]]:
    return [(parent, name, child) for parent in module.modules() for name, child in parent.named_children()]

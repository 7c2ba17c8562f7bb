"""Networks that mark every pixel: the small U-Net that finds lungs; knows no files, no card and no image."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from cxr_desktop.engine.architectures import LUNG_UNET, SEGMENTERS

_WIDTHS = (16, 32, 64, 96, 128)
_FOLD = 2


class _Block(nn.Sequential):
    """Twice a 3×3 convolution, batch normalisation and ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Segmenter(nn.Module):
    """A U-Net (Ronneberger 2015) on 2×2 pixels folded into channels, which costs a quarter of one on single pixels.

    ``forward``: (batch, channels, height, width) → logits (batch, 1, height, width); sides are multiples of 32.
    ``architecture`` is the name that ``build_segmenter`` was asked for.
    """

    def __init__(self, architecture: str, channels: int) -> None:
        super().__init__()
        self.architecture = architecture
        folded = channels * _FOLD**2
        inputs = (folded, *_WIDTHS[:-1])
        self.down = nn.ModuleList(_Block(i, o) for i, o in zip(inputs, _WIDTHS, strict=True))
        steps = list(zip(_WIDTHS[:0:-1], _WIDTHS[-2::-1], strict=True))
        self.up = nn.ModuleList(_Block(below + beside, beside) for below, beside in steps)
        self.output = nn.Conv2d(_WIDTHS[0], _FOLD**2, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Input → logits of "this pixel is lung"."""
        x = functional.pixel_unshuffle(x, _FOLD)
        levels: list[Tensor] = []
        for depth, block in enumerate(self.down):
            x = block(x if depth == 0 else functional.max_pool2d(x, 2))
            levels.append(x)
        levels.pop()
        for block in self.up:
            x = functional.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
            x = block(torch.cat([x, levels.pop()], dim=1))
        return functional.pixel_shuffle(self.output(x), _FOLD)


def build_segmenter(architecture: str = LUNG_UNET, channels: int = 1) -> Segmenter:
    """A segmenter with random weights. Raises ``ValueError`` for an unknown name."""
    if architecture not in SEGMENTERS:
        raise ValueError(f"no segmenter is called {architecture!r}")
    return Segmenter(architecture, channels)

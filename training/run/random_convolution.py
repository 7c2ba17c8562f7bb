"""A batch through one random linear filter: what is where stays, a hospital's texture does not; in training only.

RandConv (Xu 2021, "Robust and generalizable visual representation learning via random convolutions"): one kernel for a
whole batch, blended with the images as they are. One kernel for each image was tried as well and carried less far into
collections left out (training/EXPERIMENTS.md). It hangs on the network as a hook, so that nothing of it is saved.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.recipe import Recipe

SIDES = (1, 3, 5, 7)
"""Of the square kernel, in pixels of the network's input; 1 changes nothing but the blend's contrast."""
_TINY = 1e-6


def filter_batches(network: nn.Module, recipe: Recipe) -> None:
    """Let the network see its training batches through random filters, where the recipe asks for it."""
    if recipe.augment.filter_p:
        network.register_forward_pre_hook(_Filter(recipe.augment.filter_p))


class _Filter:
    """Draws from torch's generator on the processor, which every step seeds: a resumed run draws the same."""

    def __init__(self, p: float) -> None:
        self._p = p

    def __call__(self, module: nn.Module, inputs: tuple[Tensor]) -> tuple[Tensor] | None:
        if not module.training or float(torch.rand(())) >= self._p:
            return None
        return (randomly_filtered(inputs[0]),)


def randomly_filtered(images: Tensor) -> Tensor:
    """(batch, channels, rows, columns) → the same shape and layout, mean and deviation of the whole batch kept.

    The kernel is drawn from a normal distribution, the same for every channel. Its sign is chosen so that bright stays
    bright as a whole: inverted polarity is a change of its own.
    """
    side = SIDES[int(torch.randint(len(SIDES), ()))]
    kernel, kept = torch.randn(1, 1, side, side), float(torch.rand(()))
    if float(kernel.sum()) < 0:
        kernel = -kernel
    plain = images.float()
    channels, edge = plain.shape[1], side // 2
    widened = functional.pad(plain, (edge, edge, edge, edge), mode="replicate")
    filtered = functional.conv2d(widened, kernel.to(images.device).expand(channels, 1, side, side), groups=channels)
    mean, spread, deviation = plain.mean(), plain.std(), filtered.std()
    if not float(deviation) > _TINY:
        return images
    filtered = (filtered - filtered.mean()) / deviation * spread + mean
    mixed = kept * plain + (1 - kept) * filtered
    layout = torch.channels_last if images.is_contiguous(memory_format=torch.channels_last) else torch.contiguous_format
    return mixed.to(images.dtype).contiguous(memory_format=layout)

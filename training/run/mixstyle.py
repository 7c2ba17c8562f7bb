"""MixStyle (Zhou 2021): images of a batch trade the mean and deviation of early feature maps; in training only.

It hangs on the network as hooks, so that nothing of it is saved, and knows no data.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from training.recipe import Recipe
from training.recipe_file import RecipeError

_RESNET = ("layer1", "layer2")
_STAGES = {
    "resnet18": _RESNET,
    "resnet50": _RESNET,
    "resnet152": _RESNET,
    "resnetv2_50": ("stages.0", "stages.1"),
    "densenet121": ("denseblock1", "denseblock2"),
    "squeezenet1_0": ("2", "6"),
    "efficientnet_b2": ("2", "3"),
    "inception_v3": ("maxpool1", "maxpool2"),
    "gate_cnn": ("relu3", "relu5"),
    "scnnb": ("pool1",),
    "scnnb_a": ("pool1",),
    "scnnb_b": ("pool1",),
}
"""Where the first two stages end: maps of a quarter and an eighth of the image's side, where there are two."""
_ALPHA = 0.2
_TINY = 1e-6


def mix_styles(network: nn.Module, recipe: Recipe) -> None:
    """Let the first stages of the backbone mix styles, where the recipe asks for it. Raises ``RecipeError``."""
    if not recipe.augment.mixstyle_p:
        return
    stages = _STAGES.get(recipe.network.backbone)
    if stages is None or recipe.network.cut:
        raise RecipeError("augment.mixstyle_p needs a backbone that tells classes apart and is not cut")
    for name in stages:
        network.get_submodule(f"backbone.{name}").register_forward_hook(_Mix(recipe.augment.mixstyle_p))


class _Mix:
    """Draws from torch's generator on the processor, which every step seeds: a resumed run draws the same."""

    def __init__(self, p: float) -> None:
        self._p = p

    def __call__(self, module: nn.Module, inputs: Any, maps: Tensor) -> Tensor:
        if not module.training or float(torch.rand(())) >= self._p:
            return maps
        order = torch.randperm(len(maps)).to(maps.device)
        share = torch.distributions.Beta(_ALPHA, _ALPHA).sample((len(maps), 1, 1, 1)).to(maps.device)
        plain = maps.float()
        mean = plain.mean(dim=(2, 3), keepdim=True).detach()
        spread = (plain.var(dim=(2, 3), keepdim=True) + _TINY).sqrt().detach()
        mixed_mean = share * mean + (1 - share) * mean[order]
        mixed_spread = share * spread + (1 - share) * spread[order]
        return ((plain - mean) / spread * mixed_spread + mixed_mean).to(maps.dtype)

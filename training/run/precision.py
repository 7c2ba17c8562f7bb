"""Number formats for training: which is faster here is measured, not guessed; knows no recipe and no data."""

from __future__ import annotations

import contextlib
import time
from copy import deepcopy

import torch
from torch import nn

from training.recipe_file import RecipeError
from training.run.phases import set_training_mode

_MARGIN = 1.1
"""bf16 must win by this much: near a tie two runs should not differ by the noise of a clock."""
_ENOUGH_SECONDS = 0.25


class Precision:
    """ "fp32", "bf16" or "fp16" on one kind of device."""

    def __init__(self, name: str, device: torch.device) -> None:
        if name == "fp16" and device.type != "cuda":
            raise RecipeError("precision fp16 needs an NVIDIA card; choose bf16, fp32 or auto")
        self.name, self._device = name, device
        self.scaler = torch.amp.GradScaler("cuda", enabled=name == "fp16")

    def autocast(self) -> contextlib.AbstractContextManager[object]:
        """The context of a forward pass."""
        if self.name == "fp32":
            return contextlib.nullcontext()
        return torch.autocast(self._device.type, torch.bfloat16 if self.name == "bf16" else torch.float16)


def faster(network: nn.Module, batch: int, shape: tuple[int, int, int], device: torch.device) -> str:
    """ "bf16" where forward and backward are faster than in fp32, else "fp32"; measured on a copy with noise."""
    if device.type == "mps" or (device.type == "cuda" and not torch.cuda.is_bf16_supported()):
        return "fp32"
    trial = deepcopy(network).to(device)
    set_training_mode(trial)
    count = min(batch, 4)
    plain = _seconds(trial, count, shape, Precision("fp32", device))
    while count < batch and plain < _ENOUGH_SECONDS:
        count = min(batch, count * 2)
        plain = _seconds(trial, count, shape, Precision("fp32", device))
    half = _seconds(trial, count, shape, Precision("bf16", device))
    return "bf16" if half * _MARGIN < plain else "fp32"


def _seconds(network: nn.Module, count: int, shape: tuple[int, int, int], precision: Precision) -> float:
    """The faster of two steps after one that warms up."""
    device = next(network.parameters()).device
    images = torch.randn((count, *shape), generator=torch.Generator().manual_seed(0)).to(device)
    images = images.contiguous(memory_format=torch.channels_last)
    best = float("inf")
    for turn in range(3):
        _wait(device)
        began = time.perf_counter()
        with precision.autocast():
            loss = network(images).float().sum()
        loss.backward()
        network.zero_grad(set_to_none=True)
        _wait(device)
        if turn:
            best = min(best, time.perf_counter() - began)
    return best


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)

"""A second copy of a network whose weights follow the first slowly; validation and the model use it."""

from __future__ import annotations

from copy import deepcopy

import torch
from torch import nn


class MovingAverage:
    """Exponential moving average of weights and of running statistics, warmed up so that it starts at once."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.network = deepcopy(network).eval().requires_grad_(False)
        self._decay = decay
        pairs = list(zip(self.network.state_dict().values(), network.state_dict().values(), strict=True))
        self._kept = [kept for kept, _ in pairs if kept.is_floating_point()]
        self._new = [new for kept, new in pairs if kept.is_floating_point()]
        self._counts = [(kept, new) for kept, new in pairs if not kept.is_floating_point()]

    @torch.no_grad()
    def update(self, step: int) -> None:
        """After step ``step`` (from 0) of the run."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for kept, new in zip(self._kept, self._new, strict=True):
            kept.lerp_(new, 1.0 - decay)
        for kept, new in self._counts:
            kept.copy_(new)

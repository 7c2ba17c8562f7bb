"""Optimisers by name, and the learning rate of every step as a pure function of where the run stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn

from training.recipe import PhaseSpec, ScheduleSpec


def make_optimiser(phase: PhaseSpec, parameters: Sequence[nn.Parameter]) -> torch.optim.Optimizer:
    """The optimiser of a phase over its learning parameters."""
    rate, decay, momentum = phase.learning_rate, phase.weight_decay, phase.momentum
    if phase.optimiser == "adamw":
        # Biases and normalisation are not decayed.
        groups = [
            {"params": [p for p in parameters if p.ndim > 1], "weight_decay": decay},
            {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
        ]
        return torch.optim.AdamW([group for group in groups if group["params"]], lr=rate)
    if phase.optimiser == "adam":
        return torch.optim.Adam(parameters, lr=rate, weight_decay=decay)
    if phase.optimiser == "sgd":
        return torch.optim.SGD(parameters, lr=rate, momentum=momentum, weight_decay=decay)
    if phase.optimiser == "adagrad":
        return torch.optim.Adagrad(parameters, lr=rate, weight_decay=decay)
    return torch.optim.RMSprop(parameters, lr=rate, momentum=momentum, weight_decay=decay)


@dataclass
class Plateau:
    """What the plateau schedule remembers: the rate is multiplied by ``scale``."""

    scale: float = 1.0
    best: float = -math.inf
    waited: int = 0

    def see(self, value: float, spec: ScheduleSpec, epochs: int) -> None:
        """One more validation after ``epochs`` epochs; ``value`` is the higher the better."""
        if value > self.best:
            self.best, self.waited = value, 0
            return
        self.waited += epochs
        if self.waited >= max(1, spec.patience):
            self.scale *= spec.factor
            self.waited = 0


def learning_rate(phase: PhaseSpec, epoch: int, step: int, steps: int, plateau: Plateau) -> float:
    """The rate of step ``step`` of ``steps`` in the phase's epoch ``epoch`` (both from 0)."""
    spec, rate = phase.schedule, phase.learning_rate
    if spec.kind == "step":
        return float(rate * spec.factor ** (epoch // spec.every))
    if spec.kind == "compound":
        # Multiplied by factor^e at every epoch e, so the exponents add up.
        return float(rate * spec.factor ** (epoch * (epoch + 1) / 2))
    if spec.kind == "plateau":
        return rate * plateau.scale
    if spec.kind == "cosine":
        warm = max(1, round(steps * spec.warmup_share))
        if step < warm:
            return rate * (step + 1) / warm
        share = (step - warm) / max(1, steps - warm)
        return rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share)))
    return rate

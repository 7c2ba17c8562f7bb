"""Where a run stands, as plain values: with the weights and the optimiser it is all that a checkpoint holds."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from training.recipe import Recipe
from training.run.optimisers import Plateau


@dataclass
class Progress:
    """``epoch`` counts finished epochs of all phases, ``phase_epoch`` those of this phase, ``batch`` the batches since;
    ``step`` counts the steps of this phase and ``all_steps`` those of all.

    ``parts`` is into how many pieces a batch is cut where memory was too small. ``loss``, ``correct`` (Dice, where
    masks are learned), ``weight`` and ``seen`` are sums of the running epoch. ``best`` and ``phase_best`` are gains
    (the higher the better).
    """

    precision: str = ""
    phase: int = 0
    phase_epoch: int = 0
    epoch: int = 0
    batch: int = 0
    step: int = 0
    all_steps: int = 0
    parts: int = 1
    loss: float = 0.0
    weight: float = 0.0
    correct: float = 0.0
    seen: float = 0.0
    best: float = -math.inf
    best_epoch: int = 0
    phase_best: float = -math.inf
    phase_best_epoch: int = 0
    seconds: float = 0.0
    epoch_seconds: float = 0.0
    finished: bool = False
    plateau: Plateau = field(default_factory=Plateau)
    history: list[dict[str, float]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a checkpoint."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Progress:
        """What ``as_dict`` wrote."""
        return cls(**{**values, "plateau": Plateau(**values["plateau"])})

    def add(self, loss: float, weight: float, correct: float, seen: float) -> None:
        """One batch of the running epoch."""
        self.loss += loss
        self.weight += weight
        self.correct += correct
        self.seen += seen
        self.batch += 1
        self.step += 1
        self.all_steps += 1

    def end_epoch(self) -> None:
        """The sums begin again."""
        self.epoch += 1
        self.phase_epoch += 1
        self.batch = 0
        self.loss = self.weight = self.correct = self.seen = self.epoch_seconds = 0.0

    def end_phase(self) -> None:
        """The next phase has its own optimiser, schedule and patience."""
        self.phase += 1
        self.phase_epoch = self.step = 0
        self.phase_best, self.phase_best_epoch = -math.inf, 0
        self.plateau = Plateau()

    def phase_over(self, recipe: Recipe) -> bool:
        """All epochs of the phase are done, or nothing was gained for too long."""
        patience = recipe.stop.patience
        waited = self.phase_epoch - self.phase_best_epoch
        return self.phase_epoch >= recipe.phases[self.phase].epochs or bool(patience and waited >= patience)

    def epochs(self, recipe: Recipe) -> int:
        """Epochs of the whole run as far as can be known now: early stopping may have shortened past phases."""
        if self.phase >= len(recipe.phases):
            return self.epoch
        left = recipe.phases[self.phase].epochs - self.phase_epoch
        return self.epoch + left + sum(phase.epochs for phase in recipe.phases[self.phase + 1 :])

"""One batch → one step of the optimiser; where memory is too small the batch is cut in parts and tried again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from lightning.fabric import Fabric
from torch import Tensor, nn

from training.run.feed import Batch
from training.run.losses import Cost
from training.run.precision import Precision
from training.run.run_folder import RunError

WHAT_TO_TRY = (
    "start a new run from its weights (--set weights=run:FOLDER) with a lower learning_rate, gradient_clip=1.0 or"
    " precision=fp32"
)
TOO_LARGE = "there is not enough memory for a single image; choose a smaller image_size or backbone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sums over the whole batch, of all processes. ``stop``: one of them was asked to stop."""

    loss: float
    weight: float
    correct: float
    seen: float
    stop: bool


class Step:
    """The step of one phase: ``module`` is the network as Fabric wrapped it, ``parameters`` those that learn."""

    def __init__(
        self,
        fabric: Fabric,
        loss: Cost,
        precision: Precision,
        module: nn.Module,
        optimiser: torch.optim.Optimizer,
        parameters: Sequence[nn.Parameter],
        clip: float,
    ) -> None:
        self._fabric, self._loss, self._precision, self._module = fabric, loss, precision, module
        self.optimiser, self._parameters, self._clip = optimiser, parameters, clip

    def __call__(self, batch: Batch, parts: int, seed: Sequence[int], stop: bool) -> tuple[Outcome, int]:
        """Take the step; returns what it cost, and into how many parts the batch had to be cut.

        All randomness of the step (dropout) follows from ``seed``, so a resumed run draws what it would have drawn.
        Raises ``RunError`` where the loss is not a number, or where a single image is too large for the memory.
        """
        images, labels, priors = (self._fabric.to_device(t) for t in (batch.images, batch.labels, batch.priors))
        images = images.contiguous(memory_format=torch.channels_last)
        real = batch.real > 0
        weight = float(self._loss.weight(labels)) if real else 0.0
        weight, seen, stopping = self._summed([weight, batch.real, float(stop)])
        while True:
            torch.manual_seed(int(np.random.SeedSequence(list(seed)).generate_state(1, np.uint64)[0]))
            try:
                loss, correct = self._backward(images, labels, priors, weight, parts, real)
                break
            except (MemoryError, RuntimeError) as error:
                if not out_of_memory(error):
                    raise
            parts = self._halved(len(labels), parts)
        loss, correct = self._summed([loss, correct])
        if not math.isfinite(loss):
            raise not_a_number()
        self._update()
        return Outcome(loss, weight, correct, seen, stopping > 0), parts

    def _backward(
        self, images: Tensor, labels: Tensor, priors: Tensor, weight: float, parts: int, real: bool
    ) -> tuple[float, float]:
        """Gradients of the mean over the whole batch; returns the sums of the loss and of what was right."""
        # DistributedDataParallel averages over the processes what shall be a sum.
        scale = self._fabric.world_size / weight * real
        total, correct = 0.0, 0.0
        pieces = list(torch.arange(len(labels)).tensor_split(min(parts, len(labels))))
        for number, piece in enumerate(pieces, start=1):
            inside = slice(int(piece[0]), int(piece[-1]) + 1)
            with self._fabric.no_backward_sync(self._module, enabled=number < len(pieces)):
                with self._precision.autocast():
                    logits = self._module(images[inside]).float()
                loss = self._loss(logits, labels[inside], priors[inside])
                self._fabric.backward(self._precision.scaler.scale(loss * scale))
            total += float(loss.detach()) * real
            correct += self._loss.right(logits.detach(), labels[inside]) * real
        return total, correct

    def _update(self) -> None:
        scaler = self._precision.scaler
        if self._clip:
            scaler.unscale_(self.optimiser)
            nn.utils.clip_grad_norm_(self._parameters, self._clip)
        scaler.step(self.optimiser)
        scaler.update()
        self.optimiser.zero_grad(set_to_none=True)

    def _halved(self, images: int, parts: int) -> int:
        """More parts after a shortage of memory."""
        self.optimiser.zero_grad(set_to_none=True)
        if self._fabric.device.type == "cuda":
            torch.cuda.empty_cache()
        if self._fabric.world_size > 1:
            raise RunError("a device ran out of memory; choose a smaller batch_size or image_size")
        if parts >= images:
            raise RunError(TOO_LARGE)
        return parts * 2

    def _summed(self, values: list[Any]) -> list[float]:
        """The sum over all processes."""
        if self._fabric.world_size == 1:
            return [float(v) for v in values]
        summed = torch.tensor(values, dtype=torch.float64, device=self._fabric.device)
        return [float(v) for v in self._fabric.all_reduce(summed, reduce_op="sum")]


def in_pieces(network: nn.Module, images: Tensor) -> Tensor:
    """Logits; where memory is too small, of ever smaller parts. Raises ``RunError`` if it is for a single image."""
    try:
        return network(images).float().cpu()
    except (MemoryError, RuntimeError) as error:
        if not out_of_memory(error):
            raise
    if len(images) == 1:
        raise RunError(TOO_LARGE)
    half = len(images) // 2
    return torch.cat([in_pieces(network, images[:half]), in_pieces(network, images[half:])])


def not_a_number() -> RunError:
    """The error of a run that has diverged."""
    return RunError(f"the loss is not a number any more. The last checkpoint is from before that: {WHAT_TO_TRY}.")


def out_of_memory(error: BaseException) -> bool:
    """Did a device or the computer run out of memory?"""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    text = str(error)
    return "out of memory" in text or "can't allocate memory" in text or "not enough memory" in text

"""The training loop: phases, epochs, batches, and one checkpoint from which everything goes on bit by bit.

It knows neither image files nor cards, and no window: ``session`` builds what it needs, events tell what happens.
"""

from __future__ import annotations

import math
import time
from typing import Any

import torch
from lightning.fabric import Fabric
from torch import nn

from training.events import Events
from training.recipe import PhaseSpec, Recipe
from training.run import phases
from training.run.averages import MovingAverage
from training.run.checkpoints import CheckpointWriter
from training.run.clock import Clock
from training.run.feed import Batch, Feed
from training.run.losses import Cost
from training.run.metrics_log import MetricsLog
from training.run.optimisers import learning_rate, make_optimiser
from training.run.precision import Precision
from training.run.processes import share
from training.run.progress import Progress
from training.run.run_folder import BEST, LAST, RunError, State
from training.run.step import Step, in_pieces, not_a_number
from training.run.validation import PREFIX, Judgement, gain


class Loop:
    """One run in one folder, from ``progress`` to the end or until ``stop`` is called.

    Only the first of several processes writes; all of them come to the same decisions from the same numbers.
    """

    def __init__(
        self,
        fabric: Fabric,
        recipe: Recipe,
        network: nn.Module,
        feed: Feed,
        judge: Judgement,
        loss: Cost,
        precision: Precision,
        writer: CheckpointWriter,
        events: Events,
        save_every: float = 30.0,
    ) -> None:
        self._fabric, self._recipe, self._network = fabric, recipe, network
        self.feed, self.judge, self._loss, self._precision = feed, judge, loss, precision
        self._writer, self._events = writer, events
        self._average = MovingAverage(network, recipe.ema_decay) if recipe.ema_decay else None
        self.judged = self._average.network if self._average else network
        self.progress = Progress(precision=precision.name)
        self._clock = Clock(recipe, feed.batches, save_every)
        self._log: MetricsLog | None = None
        self._step: Step
        self._optimiser_state: dict[str, Any] | None = None
        self._stop = False

    def stop(self, *_: object) -> None:
        """End after this batch; a signal handler."""
        self._stop = True

    @property
    def trainable(self) -> int:
        """Weights that learn in this phase."""
        return sum(p.numel() for p in self._network.parameters() if p.requires_grad)

    @property
    def best_value(self) -> float | None:
        """The number that ``select`` names, at the best epoch so far."""
        best = self.progress.best_epoch
        row = self.progress.history[best - 1] if best else {}
        return row.get(PREFIX + self._recipe.select.removeprefix(PREFIX))

    # -- the run ---------------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Train to the end; False where it was stopped. Raises ``RunError`` for what a run cannot survive."""
        progress = self.progress
        if self._leads:
            self._log = MetricsLog(self._writer.folder, progress.history, self._events)
        try:
            while progress.phase < len(self._recipe.phases):
                self.begin_phase(self._recipe.phases[progress.phase])
                while not progress.phase_over(self._recipe):
                    if not self._epoch():
                        return self._ended(False)
                self._end_phase()
        finally:
            if self._log is not None:
                self._log.close()
        return self._ended(True)

    def _ended(self, finished: bool) -> bool:
        if self._writer.problem:
            raise RunError(f"{self._writer.problem}. The run can go on from the checkpoint before.")
        return finished

    def begin_phase(self, phase: PhaseSpec) -> None:
        """Optimiser, learning weights and modes of a phase."""
        parameters = phases.begin(self._network, phase)
        phases.set_training_mode(self._network)
        optimiser = make_optimiser(phase, parameters)
        if self._optimiser_state is not None:  # resumed inside this phase
            optimiser.load_state_dict(self._optimiser_state)
            self._optimiser_state = None
        module = self._fabric.setup_module(self._network)
        clip = self._recipe.gradient_clip
        self._step = Step(self._fabric, self._loss, self._precision, module, optimiser, parameters, clip)
        self._events(
            "phase",
            name=phase.name,
            index=self.progress.phase,
            phases=len(self._recipe.phases),
            trainable=self.trainable,
            epochs=phase.epochs,
        )

    def _epoch(self) -> bool:
        """The rest of an epoch; False where it was stopped."""
        progress = self.progress
        self._clock.start()
        for batch in self.feed.training(progress.epoch, progress.batch):
            stopped = self.train(batch)
            if stopped:
                self.save()
                return False
            if self._clock.save_due():
                self.save()
        self._end_epoch()
        return True

    def train(self, batch: Batch) -> bool:
        """One step; True where a process was asked to stop."""
        progress, rate = self.progress, self._rate()
        for group in self._step.optimiser.param_groups:
            group["lr"] = rate
        seed = (self._recipe.seed, progress.epoch, progress.batch, self._fabric.global_rank)
        cost, parts = self._step(batch, progress.parts, seed, self._stop)
        if parts != progress.parts:
            text = f"memory was too small for a whole batch; its images are now added up in {parts} parts"
            self._events("warning", text=text)
            progress.parts = parts
        if self._average:
            self._average.update(progress.all_steps)
        progress.add(cost.loss, cost.weight, cost.correct, cost.seen)
        progress.epoch_seconds += self._clock.batch_done(progress.phase)
        if self._clock.may_speak():
            self._events(
                "batch",
                epoch=progress.epoch + 1,
                epochs=progress.epochs(self._recipe),
                batch=progress.batch,
                batches=self.feed.batches,
                loss=cost.loss / cost.weight,
                learning_rate=rate,
                images_per_second=progress.seen / max(progress.epoch_seconds, 1e-9),
                seconds_left=self._clock.seconds_left(progress),
            )
        return cost.stop

    def _rate(self) -> float:
        progress, phase = self.progress, self._recipe.phases[self.progress.phase]
        steps = phase.epochs * self.feed.batches
        return learning_rate(phase, progress.phase_epoch, progress.step, steps, progress.plateau)

    # -- the end of an epoch and of a phase --------------------------------------------------------------------------

    def _end_epoch(self) -> None:
        progress = self.progress
        row = {
            "epoch": progress.epoch + 1,
            "phase": progress.phase + 1,
            "learning_rate": float(self._step.optimiser.param_groups[0]["lr"]),
            "train_loss": progress.loss / progress.weight,
            f"train_{self._loss.score}": progress.correct / progress.seen,
            "images_per_second": progress.seen / max(progress.epoch_seconds, 1e-9),
            "seconds": progress.epoch_seconds,
        }
        progress.end_epoch()
        best = self._compare(row) if self._validates() else False
        progress.seconds += row["seconds"]
        progress.history.append(row)
        if best and self._leads:
            self._writer.write(BEST, self._state)
        self.save()
        if self._log is not None:
            self._log.add(progress.history)
        left = self._clock.seconds_left(progress)
        self._events("epoch", **row | {"epochs": progress.epochs(self._recipe), "seconds_left": left})

    def _validates(self) -> bool:
        progress, recipe = self.progress, self._recipe
        last = progress.phase_epoch == recipe.phases[progress.phase].epochs
        return last or progress.phase_epoch % recipe.validate_every == 0

    def _compare(self, row: dict[str, float]) -> bool:
        """Add the validation numbers to the row; True where these are the weights to keep."""
        progress, recipe = self.progress, self._recipe
        if not self.judge.images:
            progress.best_epoch = progress.epoch
            return True
        began = time.monotonic()
        numbers = self.validate()
        self._clock.validated(time.monotonic() - began)
        row |= {PREFIX + name: value for name, value in numbers.items()}
        row["seconds"] += time.monotonic() - began
        schedule = recipe.phases[progress.phase].schedule
        if schedule.kind == "plateau":
            progress.plateau.see(gain(schedule.monitor, numbers), schedule, recipe.validate_every)
        value = gain(recipe.select, numbers)
        if not math.isfinite(value):
            raise not_a_number()
        if value > progress.phase_best:
            progress.phase_best, progress.phase_best_epoch = value, progress.phase_epoch
        if value > progress.best or not recipe.stop.restore_best:
            progress.best, progress.best_epoch = value, progress.epoch
            return True
        return False

    @torch.no_grad()
    def validate(self) -> dict[str, float]:
        """The numbers of the judged network, through the preprocessing that serves."""
        share(self._fabric, self.judged)
        self.judged.eval()
        logits = torch.zeros(self.judge.images, *self.judge.shape)
        for images, places in self.feed.validation():
            images = self._fabric.to_device(images).contiguous(memory_format=torch.channels_last)
            with self._precision.autocast():
                logits[places] = in_pieces(self.judged, images)
        if self._fabric.world_size > 1:
            logits = self._fabric.all_reduce(self._fabric.to_device(logits), reduce_op="sum").cpu()
        phases.set_training_mode(self._network)
        if not bool(torch.isfinite(logits).all()):
            raise not_a_number()
        return self.judge.numbers(logits)

    def _end_phase(self) -> None:
        """Go on from the best epoch, then leave the phase behind."""
        progress = self.progress
        if self._recipe.stop.restore_best and progress.best_epoch:
            state = self._writer.read(BEST)["network"] if self._leads else None
            for network in {id(n): n for n in (self._network, self.judged)}.values():
                if state is not None:
                    network.load_state_dict(state)
                share(self._fabric, network)
        progress.end_phase()
        progress.finished = progress.phase == len(self._recipe.phases)
        self.save()

    # -- checkpoints -------------------------------------------------------------------------------------------------

    def resume(self, state: State) -> None:
        """Go back to a checkpoint."""
        self.progress = Progress.from_dict(state["progress"])
        self._network.load_state_dict(state["training"] if self._average else state["network"])
        if self._average:
            self._average.network.load_state_dict(state["network"])
        self._optimiser_state = state["optimiser"]
        self._precision.scaler.load_state_dict(state["scaler"])

    def _state(self) -> State:
        state: State = {"network": self.judged.state_dict(), "progress": self.progress.as_dict()}
        if not all(bool(torch.isfinite(t).all()) for t in state["network"].values() if t.is_floating_point()):
            raise not_a_number()
        return state

    def _resumable_state(self) -> State:
        """Enough to go on from; between two phases there is no optimiser."""
        inside = self.progress.phase_epoch or self.progress.batch
        return self._state() | {
            "training": self._network.state_dict() if self._average else None,
            "optimiser": self._step.optimiser.state_dict() if inside else None,
            "scaler": self._precision.scaler.state_dict(),
        }

    def save(self) -> None:
        """Write the checkpoint from which the run can go on."""
        if not self._leads:
            return
        progress = self.progress
        if self._writer.write(LAST, self._resumable_state):
            self._events("checkpoint", epoch=progress.epoch, batch=progress.batch, best=self.best_value)
        self._clock.saved(self._writer.seconds)

    @property
    def _leads(self) -> bool:
        return self._fabric.is_global_zero

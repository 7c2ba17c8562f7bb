"""One run: recipe → batches → network → checkpoints and one JSON line per event; a loop that one person can read.

It knows neither cards nor model folders (``publish`` does), and no window: whoever started it reads the lines.
"""

from __future__ import annotations

import json
import math
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from cxr_desktop.engine.networks import build
from cxr_desktop.imaging.preprocess import preprocess
from training.data import PixelCache, Sample, samples_for
from training.events import Events
from training.images import TrainImages
from training.metrics import selection_numbers
from training.recipe import Recipe, from_dict
from training.splits import check_disjoint, of_split

LAST, BEST = "last.pt", "best.pt"


@dataclass
class Progress:
    """Where a run stands; with the two networks and the optimiser it is all that a checkpoint holds."""

    epoch: int = 0
    batch: int = 0
    step: int = 0
    best: float = -math.inf
    best_epoch: int = -1
    seconds: float = 0.0


class Run:
    """One training run in one folder. ``train`` may be called again at any time and goes on where it stopped."""

    def __init__(self, recipe: Recipe, data: Path, run: Path, workers: int = 2, echo: bool = True) -> None:
        run.mkdir(parents=True, exist_ok=True)
        self.recipe, self.data, self.folder, self.workers = recipe, data, run, workers
        self._write_recipe()
        self.events = Events(run, echo)
        samples = samples_for(recipe.role, data, recipe.classes)
        check_disjoint(samples)
        self.train_samples = of_split(samples, "train", recipe.leave_out)
        self.val_samples = of_split(samples, "val", recipe.leave_out)
        files = [s.file for s in samples]
        self.cache = PixelCache.open(data, files, Path(os.environ.get("CXR_TRAINING_CACHE", run / "cache")))
        torch.manual_seed(recipe.seed)
        self.network = build(recipe.architecture, len(recipe.classes), recipe.preprocess.channels)
        self.network.to(memory_format=torch.channels_last)
        self.average = deepcopy(self.network).eval()
        self.optimiser = _optimiser(self.network, recipe)
        self.progress = Progress()
        self._stop = False

    def _write_recipe(self) -> None:
        """A run folder belongs to one recipe, whose words for the card may still change.

        Raises ``ValueError`` where a run of another recipe was started in the folder.
        """
        file = self.folder / "recipe.json"
        if file.exists():
            started = replace(from_dict(json.loads(file.read_text())), document={})
            if started != replace(self.recipe, document={}):
                raise ValueError("this folder holds a run of another recipe; choose a new folder")
        file.write_text(json.dumps(self.recipe.as_dict(), indent=1))

    # -- going on ------------------------------------------------------------------------------------------------

    def stop(self, *_: object) -> None:
        """End after this batch; a signal handler."""
        self._stop = True

    def save(self, name: str) -> None:
        """Write a checkpoint aside, then rename: a crash leaves the old one whole."""
        partial = self.folder / f"{name}.new"
        state = {
            "progress": vars(self.progress),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": torch.get_rng_state(),
        }
        torch.save(state, partial)
        os.replace(partial, self.folder / name)

    def resume(self) -> bool:
        """Go back to the last checkpoint of this folder, if there is one."""
        file = self.folder / LAST
        if not file.exists():
            return False
        state = torch.load(file, weights_only=True)
        self.progress = Progress(**state["progress"])
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        return True

    # -- the loop ------------------------------------------------------------------------------------------------

    def train(self, max_batches: int | None = None) -> bool:
        """Train to the end, or until ``stop`` or ``max_batches``; True if the run is finished."""
        resumed = self.resume()
        recipe, progress = self.recipe, self.progress
        self.events(
            "resumed" if resumed else "started",
            recipe=recipe.name,
            epoch=progress.epoch,
            train_images=len(self.train_samples),
            val_images=len(self.val_samples),
        )
        dataset = TrainImages(recipe, self.train_samples, self.cache)
        left = max_batches if max_batches is not None else sys.maxsize
        while progress.epoch < recipe.epochs and not self._stop and left > 0:
            dataset.start_epoch(progress.epoch, progress.batch * recipe.batch_size)
            losses: list[float] = []
            began = time.monotonic()
            for batch in self._batches(dataset):
                losses.append(self._step(*batch))
                left -= 1
                if self._stop or left <= 0:
                    break
            seconds = time.monotonic() - began
            progress.seconds += seconds
            if progress.batch * recipe.batch_size >= recipe.images_per_epoch:
                self._end_epoch(float(np.mean(losses)), len(losses) * recipe.batch_size / seconds)
            self.save(LAST)
        done = progress.epoch >= recipe.epochs
        best = progress.best if progress.best_epoch >= 0 else None
        self.events("finished" if done else "stopped", epoch=progress.epoch, batch=progress.batch, best=best)
        return done

    def _batches(self, dataset: TrainImages) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
        loader = torch.utils.data.DataLoader(
            dataset,
            self.recipe.batch_size,
            num_workers=self.workers,
            prefetch_factor=4 if self.workers else None,
            worker_init_fn=_quiet_worker if self.workers else None,
        )
        yield from loader

    def _step(self, images: torch.Tensor, labels: torch.Tensor, priors: torch.Tensor) -> float:
        """One batch; the mean loss."""
        recipe, progress = self.recipe, self.progress
        rate = self._learning_rate(progress.step)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.network.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = self.network(images.contiguous(memory_format=torch.channels_last))
        loss = nn.functional.cross_entropy(logits.float() + priors, labels, label_smoothing=recipe.label_smoothing)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self._update_average(progress.step)
        progress.step += 1
        progress.batch += 1
        value = float(loss.detach())
        if not math.isfinite(value):
            raise FloatingPointError("the loss is not a number any more; lower the learning rate")
        return value

    def _learning_rate(self, step: int) -> float:
        """Linear warm-up, then a cosine to a hundredth."""
        recipe = self.recipe
        steps = recipe.epochs * math.ceil(recipe.images_per_epoch / recipe.batch_size)
        warm = max(1, round(steps * recipe.warmup_share))
        if step < warm:
            return recipe.learning_rate * (step + 1) / warm
        share = (step - warm) / max(1, steps - warm)
        return recipe.learning_rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share)))

    @torch.no_grad()
    def _update_average(self, step: int) -> None:
        """Exponential moving average of weights and of the running statistics, warmed up so that it starts at once."""
        decay = min(self.recipe.ema_decay, (1 + step) / (10 + step))
        for kept, new in zip(self.average.state_dict().values(), self.network.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(new, 1.0 - decay)
            else:
                kept.copy_(new)

    def _end_epoch(self, loss: float, speed: float) -> None:
        recipe, progress = self.recipe, self.progress
        values: dict[str, Any] = {"train_loss": loss, "images_per_second": speed}
        progress.epoch, progress.batch = progress.epoch + 1, 0
        if progress.epoch % recipe.validate_every == 0 or progress.epoch == recipe.epochs:
            numbers = self.validate(self.val_samples)
            values |= {f"val_{key}": value for key, value in numbers.items()}
            if numbers[recipe.select] > progress.best:
                progress.best, progress.best_epoch = numbers[recipe.select], progress.epoch
                self.save(BEST)
        shown = {k: None if math.isnan(v) else round(v, 5) for k, v in values.items()}  # JSON has no NaN
        self.events("epoch", epoch=progress.epoch, **shown)

    def validate(self, samples: Sequence[Sample]) -> dict[str, float]:
        """Numbers of the averaged network on samples, through the preprocessing that serves."""
        labels = np.asarray([self.recipe.classes.index(s.label) for s in samples])
        logits = self.logits(samples)
        origins, ages = [s.origin for s in samples], [s.age_group for s in samples]
        return dict(selection_numbers(labels, logits, origins, ages, self.recipe.classes))

    @torch.no_grad()
    def logits(self, samples: Sequence[Sample], batch: int = 32) -> NDArray[np.float32]:
        """(n, classes) of the averaged network."""
        out = []
        for start in range(0, len(samples), batch):
            chosen = samples[start : start + batch]
            inputs = np.stack([preprocess(self.cache[s.file], self.recipe.preprocess).tensor for s in chosen])
            with torch.autocast("cpu", torch.bfloat16):
                answer = self.average(torch.from_numpy(inputs).contiguous(memory_format=torch.channels_last))
            out.append(answer.float().numpy())
        return np.concatenate(out)


def _optimiser(network: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; biases and normalisation are not decayed."""
    parameters = [p for p in network.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": recipe.weight_decay},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=recipe.learning_rate, fused=False)


def _quiet_worker(_: int) -> None:
    """Workers leave signals and the second core to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    torch.set_num_threads(1)

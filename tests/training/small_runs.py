"""Runs of the loop on invented images, without files: small enough for a second."""

from __future__ import annotations

import json
import multiprocessing
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from lightning.fabric import Fabric

from training.data.sample import Sample
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import from_dict
from training.run.assembly import assemble
from training.run.checkpoints import read_state
from training.run.feed import Feed
from training.run.initial_weights import network_of
from training.run.loop import Loop
from training.run.run_folder import EVENTS, LAST
from training.run.validation import Judge

CLASSES = ("covid19", "pneumonia", "normal")
SIZE = 32


def recipe_of(**changes: Any) -> Recipe:
    """Two epochs of four batches for a small network with dropout."""
    values: dict[str, Any] = {
        "name": "small",
        "title": "Small",
        "data": {"classes": list(CLASSES)},
        "network": {"backbone": "gate_cnn", "weights": "none", "head": {"kind": "linear", "dropout": [0.3]}},
        "preprocess": {"height": SIZE, "width": SIZE, "channels": 1, "mean": [0.5], "std": [0.25]},
        "phases": [{"epochs": 2, "optimiser": "adam", "learning_rate": 3e-3}],
        "batch_size": 8,
        "select": "val_loss",
        "precision": "fp32",
        "seed": 3,
    }
    return from_dict(values | changes)


class InventedImages:
    """Noise with a bright bar whose place tells the class; epoch and position decide everything."""

    def __init__(self, recipe: Recipe, count: int) -> None:
        self._recipe, self._count, self._epoch = recipe, count, 0

    def start_epoch(self, epoch: int, skip: int) -> None:
        self._epoch = epoch

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, position: int) -> tuple[torch.Tensor, int, torch.Tensor]:
        rng = np.random.default_rng([self._recipe.seed, self._epoch, position])
        label = position % len(CLASSES)
        size = self._recipe.size
        image = rng.normal(0, 0.5, (self._recipe.preprocess.channels, size, size)).astype(np.float32)
        row = (size * (2 * label + 1)) // (2 * len(CLASSES)) - 2
        image[:, row : row + 4] += 2.0
        return torch.from_numpy(image), label, torch.zeros(len(CLASSES))


def samples_of(count: int, split: str = "val") -> list[Sample]:
    """As many as the invented images, with their labels."""
    return [
        Sample(id=f"{split}{i}", file=f"{split}{i}.png", label=CLASSES[i % len(CLASSES)], split=split)
        for i in range(count)
    ]


def loop_in(
    folder: Path, recipe: Recipe, *, train: int = 32, val: int = 9, workers: int = 0, fabric: Fabric | None = None
) -> Loop:
    """A loop in a folder, where its last checkpoint left it."""
    folder.mkdir(parents=True, exist_ok=True)
    if fabric is None:
        fabric = Fabric(accelerator="cpu", devices=1)
        fabric.launch()
    torch.manual_seed(recipe.seed)
    validation = InventedImages(recipe, val)
    validation.start_epoch(1_000_000, 0)
    feed = Feed(recipe, InventedImages(recipe, train), validation, workers, fabric.global_rank, fabric.world_size)
    state = read_state(folder / LAST) if (folder / LAST).exists() else None
    chosen = state["progress"]["precision"] if state else ""
    events = Events(folder / EVENTS if fabric.is_global_zero else None, echo="")
    judge = Judge(recipe, samples_of(val))
    loop = assemble(fabric, recipe, network_of(recipe), feed, judge, None, folder, events, chosen)
    if state:
        loop.resume(state)
    return loop


def events_in(folder: Path) -> list[dict[str, Any]]:
    """All events of a run."""
    return [json.loads(line) for line in (folder / EVENTS).read_text().splitlines()]


def same_weights(first: Path, second: Path) -> bool:
    """Every tensor of two checkpoints to the last bit, the optimiser's included."""
    a, b = (torch.load(file, weights_only=True) for file in (first, second))
    return all(_equal(a[key], b[key]) for key in ("network", "training", "optimiser"))


def _equal(a: Any, b: Any) -> bool:
    if isinstance(a, torch.Tensor):
        return torch.equal(a, b)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_equal(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_equal, a, b))
    return bool(a == b)


def measured(folder: Path) -> list[dict[str, float]]:
    """The history without the clock."""
    history = torch.load(folder / LAST, weights_only=True)["progress"]["history"]
    return [{k: v for k, v in row.items() if k not in {"seconds", "images_per_second"}} for row in history]


def in_two_processes(work: Callable[[int], None]) -> None:
    """Run ``work(rank)`` as torchrun would start it; both must end well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def one(rank: int) -> None:
        os.environ |= {"LOCAL_RANK": str(rank), "NODE_RANK": "0", "WORLD_SIZE": "2"}
        os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
        work(rank)

    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=one, args=(rank,)) for rank in range(2)]
    try:
        for process in processes:
            process.start()
        for process in processes:
            process.join(60)
        assert [process.exitcode for process in processes] == [0, 0]
    finally:
        for process in processes:
            process.kill()


def stopping_after(loop, batches):
    """The loop is asked to stop while it works on this batch."""
    train, done = loop.train, []

    def and_stop(batch):
        done.append(batch)
        if len(done) == batches:
            loop.stop()
        return train(batch)

    loop.train = and_stop
    return loop

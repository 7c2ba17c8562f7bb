"""Training and validation images in batches, from worker processes that live as long as the run; knows no network.

The order of a batch follows from recipe, epoch and position alone: neither workers nor processes change it.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from training.recipe import Recipe

VALIDATION = -1
"""Stands for the epoch in the keys of validation images."""
Item = tuple[Tensor, int | Tensor, Tensor]
"""Input, class or mask, and the prior that training adds to the logits with the teachers' answers after it."""
_Key = tuple[int, int]


class Images(Protocol):
    """Images by position."""

    def __len__(self) -> int: ...

    def __getitem__(self, position: int) -> Item: ...


class EpochImages(Images, Protocol):
    """Training images, drawn and changed anew in every epoch."""

    def start_epoch(self, epoch: int, skip: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Batch:
    """One process' share of a batch. ``real`` is 0 where the image is only there to keep processes in step."""

    images: Tensor
    labels: Tensor
    priors: Tensor
    real: int


def batch_edges(images: int, size: int) -> list[tuple[int, int]]:
    """(first, end) of every batch. A last batch of one joins the one before: batch normalisation needs two."""
    starts = list(range(0, images, size))
    if size > 1 and len(starts) > 1 and images - starts[-1] == 1:
        starts.pop()
    return [(start, end) for start, end in zip(starts, [*starts[1:], images], strict=True) if end > start]


def worker_count(wanted: int) -> int:
    """-1 chooses: one process prepares while one computes, more rarely help."""
    return wanted if wanted >= 0 else min(2, os.cpu_count() or 1)


class Feed:
    """Batches of one process; ``rank`` of ``world`` takes every ``world``-th image of each batch."""

    def __init__(
        self,
        recipe: Recipe,
        images: EpochImages,
        val: Images,
        workers: int = 0,
        rank: int = 0,
        world: int = 1,
    ) -> None:
        self._val, self._rank, self._world = val, rank, world
        images.start_epoch(0, 0)
        self.images_per_epoch = len(images)
        self._edges = batch_edges(self.images_per_epoch, recipe.batch_size)
        self.batches = len(self._edges)
        self._order: list[list[_Key]] = []
        self._loader = DataLoader(
            _Pictures(images, val),
            batch_sampler=_Order(self._order),
            num_workers=workers,
            persistent_workers=workers > 0,
            prefetch_factor=2 if workers else None,
            worker_init_fn=_quiet_worker if workers else None,
            # A generator of its own: the loader would draw from the one that dropout uses.
            generator=torch.Generator().manual_seed(recipe.seed),
            pin_memory=torch.cuda.is_available(),
        )
        self._validation_batch = min(recipe.batch_size, 32)

    def training(self, epoch: int, first: int = 0) -> Iterator[Batch]:
        """The batches of an epoch from number ``first`` on."""
        shares = [range(a, b)[self._rank :: self._world] for a, b in self._edges[first:]]
        starts = [a for a, _ in self._edges[first:]]
        self._order[:] = [
            [(epoch, p) for p in share] or [(epoch, start)] for share, start in zip(shares, starts, strict=True)
        ]
        for (images, labels, priors), share in zip(self._loader, shares, strict=True):
            yield Batch(images, labels, priors, len(share))

    def validation(self) -> Iterator[tuple[Tensor, list[int]]]:
        """This process' validation images and their places among all."""
        mine = list(range(len(self._val))[self._rank :: self._world])
        size = self._validation_batch
        places = [mine[k : k + size] for k in range(0, len(mine), size)]
        self._order[:] = [[(VALIDATION, p) for p in part] for part in places]
        for (images, _, _), part in zip(self._loader, places, strict=True):
            yield images, part

    def close(self) -> None:
        """End the workers."""
        iterator = self._loader._iterator
        if iterator is not None:
            iterator._shutdown_workers()  # type: ignore[attr-defined]
            self._loader._iterator = None


class _Order(torch.utils.data.Sampler[list[_Key]]):
    """Hands out what the feed has written down last."""

    def __init__(self, order: list[list[_Key]]) -> None:
        self._order = order

    def __iter__(self) -> Iterator[list[_Key]]:
        return iter(list(self._order))

    def __len__(self) -> int:
        return len(self._order)


class _Pictures(Dataset[Item]):
    """(epoch, position) → tensor, label, prior; the worker's copy finds the epoch by the key."""

    def __init__(self, images: EpochImages, val: Images) -> None:
        self._images, self._val = images, val
        self._epoch = VALIDATION

    def __getitem__(self, key: _Key) -> Item:
        epoch, position = key
        if epoch == VALIDATION:
            return self._val[position]
        if epoch != self._epoch:
            self._images.start_epoch(epoch, 0)
            self._epoch = epoch
        return self._images[position]


def _quiet_worker(_: int) -> None:
    """Workers leave signals and the other cores to the parent.

    Signals often go to the whole group: a worker that died of one would break the batch that the parent finishes. They
    end when the parent closes the feed, or dies.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    torch.set_num_threads(1)

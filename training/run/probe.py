"""`probe`: how long a recipe would take here, measured on some images for some seconds; nothing of it is kept."""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lightning.fabric import Fabric

from training.data.dataset import open_dataset
from training.data.multiply import multiplied
from training.data.pixel_cache import PixelCache
from training.data.role_images import training_images, validation_images
from training.data.sample import Sample, files_of
from training.data.splits import of_split
from training.events import Events
from training.recipe import DistillSpec, Recipe
from training.recipe_file import read_recipe
from training.run import ensemble, initial_weights
from training.run.assembly import assemble, class_weights_of, judge_of
from training.run.compute import Compute, in_words
from training.run.feed import Batch, Feed, batch_edges, worker_count
from training.run.loop import Loop
from training.run.plan import planned
from training.run.run_folder import Plan

_BATCHES = 8
_VALIDATION_IMAGES = 64


def run_probe(options: argparse.Namespace, events: Events) -> int:
    """Tell the expected time as the event ``probe``."""
    recipe = read_recipe(options.recipe, options.changes)
    plan = planned(recipe, options.data, open_dataset(options.data, recipe, events))
    compute = Compute.of(options)
    fabric = compute.launch()
    with tempfile.TemporaryDirectory() as folder:
        loop = _small_loop(plan, Path(folder), compute, fabric)
        try:
            paces = _paces(loop, plan.recipe, options.seconds)
            validation = _validation_seconds(loop)
        finally:
            loop.feed.close()
    total = sum(_seconds(member, paces, validation) for member in _members(plan))
    epochs = sum(member.recipe.epochs for member in _members(plan))
    events(
        "probe",
        images_per_second=plan.recipe.batch_size / min(paces),
        seconds_per_epoch=total / epochs,
        seconds_total=total,
        device=in_words(fabric),
        precision=loop.progress.precision,
    )
    return 0


def _members(plan: Plan) -> list[Plan]:
    """The runs that the recipe means."""
    return ensemble.member_plans(plan) if plan.recipe.balance.method == ensemble.METHOD else [plan]


def _small_loop(plan: Plan, folder: Path, compute: Compute, fabric: Fabric) -> Loop:
    """The real loop on a few images of every class; initial weights do not change the time."""
    recipe = plan.recipe
    train = _some(of_split(plan.samples, "train", recipe.data.leave_out), _BATCHES * recipe.batch_size)
    val = _some(of_split(plan.samples, "val", recipe.data.leave_out), _VALIDATION_IMAGES)
    # Teachers are asked once before a run; they cost its steps nothing.
    small = replace(recipe, images_per_epoch=_BATCHES * recipe.batch_size, distill=DistillSpec())
    silent = Events(echo="")
    cache = PixelCache.for_recipe(recipe, plan.root, files_of([*train, *val]))
    judged = validation_images(small, val, cache)
    feed = Feed(small, training_images(small, train, cache), judged, worker_count(compute.workers))
    network = initial_weights.network_of(recipe)
    weights = class_weights_of(recipe, train)
    return assemble(fabric, small, network, feed, judge_of(small, val, judged), weights, folder, silent)


def _some(samples: Sequence[Sample], count: int) -> list[Sample]:
    """Evenly from all classes."""
    ordered = sorted(samples, key=lambda s: (s.label, s.origin))
    step = max(1, math.ceil(len(ordered) / count))
    return ordered[::step]


def _paces(loop: Loop, recipe: Recipe, seconds: float) -> list[float]:
    """Seconds per batch of every phase; phases in which the same weights learn share a measurement."""
    known: dict[tuple[str, ...], float] = {}
    share = seconds / len({phase.train for phase in recipe.phases})
    for index, phase in enumerate(recipe.phases):
        if phase.train not in known:
            loop.progress.phase = index
            loop.begin_phase(phase)
            known[phase.train] = _pace(loop, share)
    return [known[phase.train] for phase in recipe.phases]


def _pace(loop: Loop, seconds: float) -> float:
    """Batches after the first, which warms up; at least two."""
    batches = _endless(loop)
    loop.train(next(batches))
    began, count = time.monotonic(), 0
    while count < 2 or time.monotonic() - began < seconds:
        loop.train(next(batches))
        count += 1
    return (time.monotonic() - began) / count


def _endless(loop: Loop) -> Iterator[Batch]:
    epoch = 0
    while True:
        loop.progress.batch = 0
        yield from loop.feed.training(epoch)
        epoch += 1


def _validation_seconds(loop: Loop) -> float:
    """Per validation image."""
    if not loop.judge.images:
        return 0.0
    began = time.monotonic()
    loop.validate()
    return (time.monotonic() - began) / loop.judge.images


def _seconds(plan: Plan, paces: Sequence[float], validation: float) -> float:
    recipe = plan.recipe
    train = multiplied(recipe, of_split(plan.samples, "train", recipe.data.leave_out))
    images = recipe.images_per_epoch or len(train)
    batches = len(batch_edges(images, recipe.batch_size))
    judged = len(of_split(plan.samples, "val", recipe.data.leave_out)) * validation
    return sum(
        phase.epochs * batches * pace + math.ceil(phase.epochs / recipe.validate_every) * judged
        for phase, pace in zip(recipe.phases, paces, strict=True)
    )

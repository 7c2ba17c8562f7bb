"""The runs of a `left-out`: each fold is trained in a folder of its own, goes on where it stopped, and is published."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data.dataset import Dataset
from training.data.sample import Sample
from training.events import Events
from training.left_out.folds import Fold, recipe_without, samples_of
from training.publishing.publish import publish
from training.recipe import Recipe
from training.run.run_folder import Plan, RunError, is_begun, mend_events, read_plan, read_run, same_run, write_plan
from training.session import run_train

RUN, MODEL = "run", "model"


@dataclass(frozen=True, slots=True)
class Work:
    """What all folds share. ``options`` are those of the command: workers, threads, device."""

    recipe: Recipe
    data: Path
    dataset: Dataset
    out: Path
    options: argparse.Namespace
    events: Events

    def folder(self, fold: Fold) -> Path:
        """Where a fold's run and model lie."""
        return self.out / fold.name


def train_fold(work: Work, fold: Fold) -> bool:
    """Train a fold, or go on with it; False where it was asked to stop. Raises ``CxrError``."""
    folder = work.folder(fold) / RUN
    samples = samples_of(fold, work.dataset.samples)
    recipe = recipe_without(work.recipe, fold, samples)
    if is_begun(folder):
        stored = read_plan(folder)
        if not same_run(stored.recipe, recipe) or _ids(stored.samples) != _ids(_kept(samples, recipe)):
            raise RunError(f"{folder} holds a run of another recipe or on other images; choose a new --out")
    else:
        data = work.data.resolve() if work.data.exists() else work.data
        kept = tuple(_kept(samples, recipe))
        write_plan(folder, Plan(recipe, data, work.dataset.kind, work.dataset.root.resolve(), kept))
    if not is_finished(folder):
        run_train(_options(work, folder), Events(echo=work.events.echo))
    return is_finished(folder)


def _kept(samples: Sequence[Sample], recipe: Recipe) -> list[Sample]:
    """Images of the classes that are left."""
    return [s for s in samples if s.label in recipe.classes]


def _ids(samples: Sequence[Sample]) -> dict[str, str]:
    return {s.id: s.split for s in samples}


def _options(work: Work, folder: Path) -> argparse.Namespace:
    values: Mapping[str, Any] = {
        "recipe": None,
        "data": work.data,
        "changes": [],
        "run": None,
        "resume": folder,
        "devices": 1,
        "nodes": 1,
        "no_report": True,
        "workers": work.options.workers,
        "threads": work.options.threads,
        "device": work.options.device,
        "json_events": work.options.json_events,
    }
    return argparse.Namespace(**values)


def is_finished(run: Path) -> bool:
    """Whether a run came to its end."""
    return any(event["event"] == "finished" for event in mend_events(run))


def model_of(work: Work, fold: Fold) -> Path:
    """The fold's network as a model folder, with temperature and thresholds from its own validation images."""
    folder = work.folder(fold) / MODEL
    if not (folder / "card.json").is_file():
        name = fold.name.replace("+", "-")
        run = read_run(work.folder(fold) / RUN)
        publish(run, f"without-{name}"[:64], folder, {}, None, None, work.events, with_familiarity=False)
    return folder

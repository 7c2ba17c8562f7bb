"""From options to what will run: recipe, data, samples and folder; a folder belongs to one recipe and one data set."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.data.dataset import Dataset, open_dataset, resolve
from training.data.sample import Problem, shown
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import RecipeError, read_recipe
from training.run.run_folder import EVENTS, Plan, RunError, is_begun, read_plan, same_run, write_plan, write_recipe

RUNS = Path("runs")


def choose_folder(options: argparse.Namespace) -> Path:
    """The run's folder: as named, else a new one under ``runs``. Raises ``RecipeError`` if the options lack one."""
    if options.resume is not None:
        return Path(options.resume)
    if not options.recipe or options.data is None:
        raise RecipeError("name a recipe and --data, or a run to go on with: --resume RUN")
    if options.run is not None:
        return Path(options.run)
    name = f"{read_recipe(options.recipe, options.changes).name}-{time.strftime('%Y%m%d-%H%M%S')}"
    folder, more = RUNS / name, 1
    while folder.exists():
        more += 1
        folder = RUNS / f"{name}-{more}"
    return folder


def make_plan(options: argparse.Namespace, folder: Path, events: Events) -> Plan:
    """Read the plan of a run that has begun, or make a new one and write it down. Raises ``CxrError``."""
    if options.resume is not None:
        return _moved(read_plan(folder), folder, options.data)
    recipe = read_recipe(options.recipe, options.changes)
    if is_begun(folder):
        return _again(read_plan(folder), folder, recipe, options.data)
    dataset = open_dataset(options.data, recipe, events)
    plan = planned(recipe, options.data, dataset)
    write_plan(folder, plan)
    events.log = folder / EVENTS  # the folder is ours from here on
    for text in (*dataset.warnings, *_left_out(dataset.problems)):
        events("warning", text=text)
    return plan


def planned(recipe: Recipe, data: Path, dataset: Dataset) -> Plan:
    """The recipe on these data, with what it leaves to them filled in."""
    root = _absolute(dataset.root)
    return Plan(resolve(recipe, dataset), _absolute(data), dataset.kind, root, tuple(dataset.samples))


def _left_out(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    first = problems[0]
    more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
    return [f"left out: {shown(first.file)}: {first.reason}{more}"]


def _again(stored: Plan, folder: Path, recipe: Recipe, data: Path) -> Plan:
    """The same command as before goes on; the words of the card may have changed."""
    filled = replace(
        recipe,
        data=replace(
            recipe.data,
            classes=recipe.data.classes or stored.recipe.data.classes,
            positive=recipe.data.positive or stored.recipe.data.positive,
        ),
        # What the data called their classes, unless the recipe says it better.
        document={k: v for k, v in stored.recipe.document.items() if k == "class_labels"} | dict(recipe.document),
    )
    if not same_run(stored.recipe, filled):
        raise RunError("this folder holds a run of another recipe; choose a new folder")
    if stored.data != _absolute(data):
        raise RunError("this folder holds a run on other data; choose a new folder")
    write_recipe(folder, filled)
    return replace(stored, recipe=filled)


def _moved(stored: Plan, folder: Path, data: Path | None) -> Plan:
    """A run may be continued where its images have moved to, if they are the same."""
    if data is None or stored.data == _absolute(data):
        return stored
    root = open_dataset(data, stored.recipe, None, verify=False).root
    plan = replace(stored, data=_absolute(data), root=root)
    write_plan(folder, plan)
    return plan


def _absolute(data: Path) -> Path:
    """An image set is known by its name alone."""
    return data.resolve() if data.exists() else data

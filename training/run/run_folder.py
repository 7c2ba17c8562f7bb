"""The folder of one training run: its files, whose run it is, and reading it back; it trains nothing.

| file | holds |
|---|---|
| recipe.json | the recipe as it runs, classes filled in |
| data.json | where the images are, and of which kind the data set is |
| samples.csv | every image with its class and its split, so that resuming and evaluating see the same |
| last.ckpt, best.ckpt | torch dictionaries; "network" holds the weights to publish, "progress" where the run stood |
| events.jsonl, metrics.csv, tensorboard/ | what happened, and the numbers of every epoch |
| members/<i>/ | runs of an ensemble |
| taught.npz | what the teachers say of the training images, where there are teachers |
| stop | made by whoever wants the run to stop, and removed when it does |
"""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from training.data.sample import Sample
from training.recipe import Recipe
from training.recipe_file import from_dict

if TYPE_CHECKING:
    from torch import nn

    from cxr_desktop.engine.networks import Network
    from cxr_desktop.engine.segmenters import Segmenter

from cxr_desktop.domain.errors import CxrError

RECIPE, DATA, SAMPLES, EVENTS, MEMBERS = "recipe.json", "data.json", "samples.csv", "events.jsonl", "members"
LAST, BEST = "last.ckpt", "best.ckpt"
STOP = "stop"
State = dict[str, Any]
Net = TypeVar("Net", bound="nn.Module")
_NAMES = "surrogateescape"
"""File names may hold bytes that are no text."""


class RunError(CxrError):
    """A training run cannot begin, go on or be read."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is before it begins. ``data`` is what the user named; files are relative to ``root``."""

    recipe: Recipe
    data: Path
    kind: str
    root: Path
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run as its folder tells it. ``state`` is the best checkpoint; an ensemble has none, but ``members``."""

    folder: Path
    recipe: Recipe
    data: Path
    kind: str
    root: Path
    samples: list[Sample]
    state: State
    members: tuple[Path, ...] = ()


def read_run(folder: Path) -> StoredRun:
    """Everything about a run with a finished epoch. Raises ``RunError`` if there is none."""
    from training.run.checkpoints import read_state

    plan = read_plan(folder)
    members = tuple(
        sorted((f for f in (folder / MEMBERS).glob("*") if (f / BEST).is_file()), key=lambda f: int(f.name))
    )
    if not members and not (folder / BEST).is_file():
        raise RunError("this folder holds no run with a finished epoch")
    state = {} if members else read_state(folder / BEST)
    return StoredRun(folder, plan.recipe, plan.data, plan.kind, plan.root, list(plan.samples), state, members)


def read_plan(folder: Path) -> Plan:
    """What was planned in a folder, begun or not. Raises ``RunError``."""
    try:
        recipe = from_dict(json.loads((folder / RECIPE).read_text(encoding="utf-8")))
        data = json.loads((folder / DATA).read_text(encoding="utf-8"))
        with open(folder / SAMPLES, newline="", encoding="utf-8", errors=_NAMES) as stream:
            samples = tuple(Sample(**row) for row in csv.DictReader(stream))
        return Plan(recipe, Path(data["data"]), str(data["kind"]), Path(data["root"]), samples)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"the folder {folder.name} holds no training run") from error


def trained_network(folder: Path) -> tuple[Recipe, Network, dict[str, Any]]:
    """The weights of a run's best epoch, rounded to half floats, in evaluation mode, and where the run stood then."""
    from training.run.initial_weights import classifier_of

    run = read_run(folder)
    return run.recipe, _filled(classifier_of(run.recipe), run), run.state["progress"]


def trained_segmenter(folder: Path) -> tuple[Recipe, Segmenter, dict[str, Any]]:
    """The same of a run that learned masks."""
    from cxr_desktop.engine.segmenters import build_segmenter

    run = read_run(folder)
    network = build_segmenter(run.recipe.network.backbone, run.recipe.preprocess.channels)
    return run.recipe, _filled(network, run), run.state["progress"]


def _filled(network: Net, run: StoredRun) -> Net:
    from cxr_desktop.engine.weights import round_to_half

    if run.members:
        raise RunError("an ensemble has several networks; name the folder of one of its members")
    network.load_state_dict(plain_weights(run, network))
    network.eval()
    round_to_half(network)
    return network


def plain_weights(run: StoredRun, network: nn.Module) -> Mapping[str, Any]:
    """Tensors of a run's best epoch under the names of the network that is published; ``network`` stays untouched."""
    if not run.recipe.network.train_norm:
        return cast(Mapping[str, Any], run.state["network"])
    import copy

    from training.run.folded_norm import fold, normalise

    trained = copy.deepcopy(network)
    normalise(trained.backbone)  # type: ignore[arg-type]
    trained.load_state_dict(run.state["network"])
    fold(trained.backbone)  # type: ignore[arg-type]
    return trained.state_dict()


def is_begun(folder: Path) -> bool:
    """Has a run been planned in this folder?"""
    return (folder / RECIPE).exists()


def same_run(stored: Recipe, recipe: Recipe) -> bool:
    """One recipe, but for what does not change the training: the words of the card and the report's numbers."""
    words = {"document": {}, "reported": {}, "title": "", "good_for": ""}
    return replace(stored, **words) == replace(recipe, **words)  # type: ignore[arg-type]


def write_plan(folder: Path, plan: Plan) -> None:
    """Write what a run is before it begins; ``recipe.json`` last, since it says that the folder is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f.name for f in dataclasses.fields(Sample)]
    with open(folder / SAMPLES, "w", newline="", encoding="utf-8", errors=_NAMES) as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(dataclasses.asdict(sample) for sample in plan.samples)
    places = {"data": str(plan.data), "kind": plan.kind, "root": str(plan.root)}
    (folder / DATA).write_text(json.dumps(places), encoding="utf-8")
    write_recipe(folder, plan.recipe)


def write_recipe(folder: Path, recipe: Recipe) -> None:
    """Write or renew the recipe: the words of the card may change while a run lasts."""
    partial = folder / f".{RECIPE}.new"
    partial.write_text(json.dumps(recipe.as_dict(), indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(partial, folder / RECIPE)


def mend_events(folder: Path) -> list[dict[str, Any]]:
    """The events of a run so far; a line that a killed process left half-written is cut off."""
    file = folder / EVENTS
    if not file.exists():
        return []
    text = file.read_bytes()
    whole = text[: text.rfind(b"\n") + 1]
    if whole != text:
        file.write_bytes(whole)
    return [json.loads(line) for line in whole.splitlines()]


class RunLock:
    """Held while a process trains in a folder; the system frees it when the process dies, however that happens."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._descriptor: int | None = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
        if hasattr(os, "register_at_fork"):
            # A data worker outlives a killed training by some seconds: its copy must not keep the lock.
            os.register_at_fork(after_in_child=self.release)
        try:
            _lock(self._descriptor)
        except BlockingIOError:
            self.release()
            raise RunError("another process is training in this folder") from None
        except OSError:
            pass  # this file system knows no locks

    def release(self) -> None:
        """Let another process in. The empty file stays: removing it would race with whoever opens it now."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

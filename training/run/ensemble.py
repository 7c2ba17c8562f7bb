"""Undersampling ensemble: the majority in parts of the size of the minority, one run for each, and a vote of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from lightning.fabric import Fabric
from numpy.typing import NDArray

from training.data.splits import undersampled_parts
from training.events import Events
from training.run.checkpoints import read_state
from training.run.compute import Compute
from training.run.processes import leader_only
from training.run.run_folder import EVENTS, LAST, MEMBERS, Plan, is_begun, read_plan, write_plan
from training.run.stopping import StopRequests

METHOD = "undersample_ensemble"
TrainOne = Callable[[Plan, Path, Fabric, Compute, Events, StopRequests], bool]


def vote(member_logits: Sequence[NDArray[np.floating[Any]]]) -> NDArray[np.float64]:
    """(members, images, classes) → each class's share of the members' votes, (images, classes).

    A member votes for its likeliest class; the majority is the largest share.
    """
    stacked = np.asarray(member_logits, dtype=np.float64)
    members, images, classes = stacked.shape
    shares = np.zeros((images, classes))
    for called in stacked.argmax(axis=2):
        shares[np.arange(images), called] += 1.0 / members
    return shares


def member_plans(plan: Plan) -> list[Plan]:
    """What each member runs: its part of the training images, its own seed, and everything else alike."""
    recipe = plan.recipe
    train = [s for s in plan.samples if s.split == "train" and s.origin not in recipe.data.leave_out]
    others = tuple(s for s in plan.samples if s.split != "train")
    parts = undersampled_parts(train, recipe.classes, recipe.seed)
    balance = replace(recipe.balance, method="none")
    return [
        replace(plan, recipe=replace(recipe, seed=recipe.seed + i, balance=balance), samples=(*part, *others))
        for i, part in enumerate(parts)
    ]


def train_ensemble(
    plan: Plan,
    folder: Path,
    fabric: Fabric,
    compute: Compute,
    events: Events,
    requests: StopRequests,
    train_one: TrainOne,
) -> bool:
    """Train all members in ``members/1``, ``members/2`` …, or go on with them; True where all are finished."""
    members = member_plans(plan)
    if fabric.is_global_zero:
        events.log = folder / EVENTS
    done, seconds, begun = 0, 0.0, False
    for number, member in enumerate(members, start=1):
        place = folder / MEMBERS / str(number)
        progress = _progress(place)
        if not progress.get("finished"):
            if not is_begun(place):
                leader_only(fabric, lambda place=place, member=member: write_plan(place, member))  # type: ignore[misc]
            told = _MemberEvents(events, folder, number, len(members), done, plan.recipe.epochs, begun)
            begun = True
            if not train_one(read_plan(place), place, fabric, compute, told, requests):
                events("stopped", epoch=done + told.epoch, batch=told.batch)
                return False
            progress = _progress(place)
        done += progress["epoch"]
        seconds += progress["seconds"]
    events("finished", epoch=done, best=None, best_epoch=None, seconds=seconds, members=len(members))
    return True


def _progress(folder: Path) -> dict[str, Any]:
    file = folder / LAST
    return read_state(file)["progress"] if file.is_file() else {}


class _MemberEvents(Events):
    """A member's events go to its own log as they are, and to the ensemble's as part of the whole."""

    def __init__(
        self, whole: Events, folder: Path, number: int, members: int, before: int, epochs: int, begun: bool
    ) -> None:
        super().__init__(echo="")
        self._whole, self._folder, self._number, self._members = whole, folder, number, members
        self._before, self._epochs, self._begun = before, epochs, begun
        self.epoch = self.batch = 0

    def __call__(self, event: str, **values: Any) -> None:
        super().__call__(event, **values)
        self.epoch, self.batch = values.get("epoch", self.epoch), values.get("batch", self.batch)
        if event in {"finished", "stopped"}:
            return
        if event in {"started", "resumed"}:
            if self._begun:
                return
            event = "resumed" if self._before else event
            values["run"] = self._folder
        later = self._members - self._number
        if "epoch" in values:
            values["epoch"] += self._before
        if "epochs" in values and event != "phase":
            left = max(1, values["epochs"] + self._before - values.get("epoch", 0))
            values["epochs"] += self._before + later * self._epochs
            if "seconds_left" in values:
                values["seconds_left"] *= 1 + later * self._epochs / left
        self._whole(event, **values, member=self._number, members=self._members)

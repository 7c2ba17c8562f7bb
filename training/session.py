"""`train`: from options to a finished run; it starts and ends things, and knows neither networks nor image formats."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from lightning.fabric import Fabric

from training.data.splits import of_split
from training.events import Events
from training.run.assembly import build_loop
from training.run.checkpoints import read_state
from training.run.compute import Compute, in_words
from training.run.ensemble import METHOD, train_ensemble
from training.run.loop import Loop
from training.run.plan import choose_folder, make_plan
from training.run.processes import leader_only, together
from training.run.run_folder import EVENTS, LAST, STOP, Plan, RunLock, mend_events, read_plan
from training.run.stopping import StopRequested, StopRequests


def run_train(options: argparse.Namespace, events: Events) -> int:
    """Train a recipe, or go on with a run; 0 also where it was asked to stop."""
    try:
        with StopRequests(listen=options.json_events) as requests:
            return _run_train(options, events, requests)
    except StopRequested:
        events("stopped", epoch=0, batch=0)
        return 0
    finally:
        if torch.distributed.is_available() and torch.distributed.is_initialized():
            torch.distributed.destroy_process_group()


def _run_train(options: argparse.Namespace, events: Events, requests: StopRequests) -> int:
    compute = Compute.of(options)
    fabric = compute.launch()
    if not fabric.is_global_zero:
        events = Events(echo="")
    folder = Path(fabric.broadcast(str(choose_folder(options)) if fabric.is_global_zero else ""))
    lock = RunLock(folder) if fabric.is_global_zero else None
    if lock is not None:
        requests.watch(folder / STOP)
    try:
        leader_only(fabric, lambda: make_plan(options, folder, events))
        plan = read_plan(folder)
        if plan.recipe.balance.method == METHOD:
            finished = train_ensemble(plan, folder, fabric, compute, events, requests, train_one)
        else:
            finished = train_one(plan, folder, fabric, compute, events, requests)
    finally:
        if lock is not None:
            lock.release()
    if finished and fabric.is_global_zero and not options.no_report:
        from training.report.run_report import report_run

        report_run(folder, events)
    return 0


def train_one(
    plan: Plan, folder: Path, fabric: Fabric, compute: Compute, events: Events, requests: StopRequests
) -> bool:
    """Train one network in a folder, or go on with it; True where it is finished."""
    told: list[dict[str, Any]] = []
    if fabric.is_global_zero:
        told = mend_events(folder)
        events.log = folder / EVENTS
    state = read_state(folder / LAST) if (folder / LAST).is_file() else None
    loop = build_loop(plan, folder, fabric, compute, events, state)
    requests.tell(loop.stop)
    try:
        _tell_beginning(loop, plan, folder, fabric, events, told, resumed=state is not None)
        with together(fabric):
            finished = loop.run()
    finally:
        loop.feed.close()
    progress = loop.progress
    if finished:
        best, seconds = loop.best_value, progress.seconds
        events("finished", epoch=progress.epoch, best=best, best_epoch=progress.best_epoch, seconds=seconds)
    else:
        events("stopped", epoch=progress.epoch, batch=progress.batch)
    return finished


def _tell_beginning(
    loop: Loop, plan: Plan, folder: Path, fabric: Fabric, events: Events, told: list[dict[str, Any]], resumed: bool
) -> None:
    recipe, progress = plan.recipe, loop.progress
    events(
        "resumed" if resumed else "started",
        recipe=recipe.name,
        run=folder,
        epoch=progress.epoch,
        epochs=progress.epochs(recipe),
        train_images=len(of_split(plan.samples, "train", recipe.data.leave_out)),
        val_images=loop.judge.images,
        device=in_words(fabric),
        precision=progress.precision,
        parameters=sum(p.numel() for p in loop.judged.parameters()),
        trainable=loop.trainable,
    )
    # A process that was killed between its checkpoint and its event did the epoch, but nobody was told.
    known = {event["epoch"] for event in told if event["event"] == "epoch"}
    for row in progress.history:
        if told and row["epoch"] not in known:
            events("epoch", **row, epochs=progress.epochs(recipe))

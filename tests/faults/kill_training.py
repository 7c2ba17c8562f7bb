"""Kills a training at random moments, lets it go on each time, and compares its end with that of one left alone.

Then the same for ``publish``: at every moment the model folder is the old model or the new one, whole.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import torch

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine import checkpoint
from tests.faults.evidence import Findings, half_files
from tests.training.conftest import TRAINED, write_folder
from tests.training.small_runs import events_in, measured, same_weights
from training.run.checkpoints import read_state
from training.run.run_folder import BEST, LAST, RunError

EPOCHS = 12
_SLOWEST_S = 300.0
_CLOCKS = {"seconds", "images_per_second"}


def _command(arguments: Sequence[str], output: str) -> None:
    """The training's command line in a process that has imported everything before it was born."""
    descriptor = os.open(output, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    torch.set_num_threads(1)
    from training.__main__ import main

    sys.exit(main(list(arguments)))


class Trainings:
    """One recipe and its pictures; runs and models beside them."""

    def __init__(self, place: Path, findings: Findings) -> None:
        self._place, self._findings = place, findings
        self._pictures = write_folder(place / "pictures", {"train": 12, "val": 6, "test": 6})
        recipe = TRAINED.replace("epochs = 2", f"epochs = {EPOCHS}")
        (place / "tiny.toml").write_text(recipe, encoding="utf-8")
        self._context = multiprocessing.get_context("forkserver")
        # A kill should meet the training at work, not torch while it is imported.
        self._context.set_forkserver_preload(
            ["tests.faults.kill_training", "training.session", "training.run.assembly"]
        )
        self.lasts: dict[str, float] = {}

    def start(self, arguments: Sequence[str]) -> ForkServerProcess:
        """One process of the command line."""
        process = self._context.Process(target=_command, args=(arguments, str(self._place / "output.txt")))
        process.start()
        return process

    def train(self, name: str) -> list[str]:
        """The command that begins a run or goes on with it."""
        quiet = ["--workers", "0", "--threads", "1", "--device", "cpu", "--no-report"]
        return [
            "train",
            str(self._place / "tiny.toml"),
            "--data",
            str(self._pictures),
            "--run",
            str(self.run(name)),
            *quiet,
        ]

    def run(self, name: str) -> Path:
        """The folder of a run."""
        return self._place / name

    def whole(self, arguments: Sequence[str]) -> None:
        """A process that nobody kills; how long it took is remembered."""
        began = time.monotonic()
        process = self.start(arguments)
        process.join(_SLOWEST_S)
        code = process.exitcode
        if code is None:
            process.kill()
        self._findings.expect(code == 0, f"{arguments[0]} ended with {code}: see {self._place / 'output.txt'}")
        self.lasts[arguments[0]] = time.monotonic() - began

    def killed(self, arguments: Sequence[str], after: float, epochs: tuple[Path, int] | None = None) -> bool:
        """kill -9 after so many seconds, from when the run in a folder has done so many ``epochs``; False where it had
        ended by itself, as it should."""
        process = self.start(arguments)
        if epochs is not None:
            deadline = time.monotonic() + _SLOWEST_S
            while process.exitcode is None and _epochs_in(epochs[0]) < epochs[1] and time.monotonic() < deadline:
                process.join(0.01)
        process.join(after)
        if process.exitcode is None:
            process.kill()
        process.join()
        if process.exitcode != -signal.SIGKILL:
            self._findings.expect(process.exitcode == 0, f"{arguments[0]} ended with {process.exitcode}")
            return False
        self._findings.count(f"kills of a {'training' if arguments[0] == 'train' else 'publication'}")
        return True


def kill_trainings(trainings: Trainings, times: int, chance: random.Random, findings: Findings) -> None:
    """A run is killed a few times, then left to end; then the next run, until there were enough kills."""
    trainings.whole(trainings.train("whole"))
    done = number = 0
    while done < times:
        name = f"run{number}"
        number += 1
        # At the first start before, while and after the run is planned; then while and after epochs are trained.
        epochs = [0, *sorted(chance.sample(range(1, EPOCHS), 3))]
        for epoch in epochs[: times - done]:
            after = chance.uniform(0, 0.5 if epoch == 0 else 0.15)
            if not trainings.killed(trainings.train(name), after, (trainings.run(name), epoch)):
                break
            done += 1
            check_run(trainings.run(name), findings)
        trainings.whole(trainings.train(name))
        compare(trainings.run("whole"), trainings.run(name), findings)


def _epochs_in(folder: Path) -> int:
    with contextlib.suppress(OSError):
        return (folder / "events.jsonl").read_bytes().count(b'"event": "epoch"')
    return 0


def check_run(folder: Path, findings: Findings) -> None:
    """After a kill every file that has its name is whole."""
    for file in (LAST, BEST):
        if (folder / file).exists():
            try:
                read_state(folder / file)
            except RunError as error:
                findings.expect(False, str(error))
            findings.count("checkpoints read after a kill")
    for file in ("recipe.json", "data.json"):
        if (folder / "recipe.json").exists():
            with contextlib.suppress(FileNotFoundError):
                json.loads((folder / file).read_text())
    if (folder / "metrics.csv").exists():
        rows = list(csv.reader(io.StringIO((folder / "metrics.csv").read_text())))
        findings.expect(len({len(row) for row in rows}) == 1, "metrics.csv is half a table")


def compare(whole: Path, parts: Path, findings: Findings) -> None:
    """Every weight to the last bit, every number of every epoch, and one event for each."""
    findings.expect(same_weights(whole / LAST, parts / LAST), f"{parts.name} ended with other weights")
    best = [torch.load(folder / BEST, weights_only=True)["network"] for folder in (whole, parts)]
    findings.expect(all(torch.equal(best[0][k], best[1][k]) for k in best[0]), f"{parts.name} has another best epoch")
    findings.expect(json.dumps(measured(whole)) == json.dumps(measured(parts)), f"{parts.name} has another history")
    epochs = [event["epoch"] for event in events_in(parts) if event["event"] == "epoch"]
    findings.expect(sorted(epochs) == list(range(1, EPOCHS + 1)), f"{parts.name} tells of the epochs {epochs}")
    findings.expect(_table(whole) == _table(parts), f"{parts.name} has another metrics.csv")
    findings.expect(not half_files(parts), f"left behind: {half_files(parts)}")
    findings.count("trainings that ended as if nobody had killed them")


def _table(folder: Path) -> list[dict[str, str]]:
    with open(folder / "metrics.csv", newline="", encoding="utf-8") as stream:
        return [{k: v for k, v in row.items() if k not in _CLOCKS} for row in csv.DictReader(stream)]


def kill_publications(trainings: Trainings, times: int, chance: random.Random, findings: Findings) -> None:
    """The model of a name is replaced and replaced again; whenever that ends, there is one whole model."""
    models = trainings.run("models")
    command = ["publish", str(trainings.run("whole")), "--to", str(models / "tiny"), "--replace"]
    trainings.whole(command)
    trainings.whole(command)  # once more, for how long it takes when everything is warm
    done = 0
    while done < times:
        done += trainings.killed(command, chance.uniform(0.3, 1.0) * trainings.lasts["publish"])
        try:
            card = checkpoint.read_card(models / "tiny")
            for file in card.files:
                checkpoint.read_file(models / "tiny", card, file)
        except (CxrError, OSError) as error:
            findings.expect(False, f"the model is not whole after a kill: {error}")
    trainings.whole(command)
    findings.expect(not half_files(models), f"left behind: {half_files(models)}")

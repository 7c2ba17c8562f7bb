"""One trial of a search and what became of it, kept as ``trial.json`` in its folder; knows no network."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FINISHED, FAILED, PRUNED = "finished", "failed", "pruned"


@dataclass(frozen=True, slots=True)
class Trial:
    """Values of recipe keys to try. ``index`` counts from 1; ``kind`` is "row", "confirmation" or "sample"."""

    index: int
    values: Mapping[str, Any]
    folder: Path
    kind: str = "sample"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial ended. ``value`` is the metric at its best ``epoch`` and ``numbers`` what else was measured there.

    ``curve`` is the metric by epoch. A failed trial has a ``reason`` and no value.
    """

    state: str
    value: float | None = None
    epoch: int | None = None
    seconds: float = 0.0
    reason: str = ""
    numbers: Mapping[str, float] = field(default_factory=dict)
    curve: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A trial that ended."""

    trial: Trial
    outcome: Outcome


EpochSeen = Callable[[int, float], bool]
"""Told the number of an epoch and its metric; answers whether the trial may go on."""
Runner = Callable[[Trial, EpochSeen], Outcome | None]
"""Runs a trial, or goes on with one whose folder holds a run; ``None`` where it was asked to stop."""


def store(record: Record) -> None:
    """Write it to a temporary file, then rename: a killed search leaves a whole file or none."""
    trial, outcome = record.trial, record.outcome
    document = {"index": trial.index, "kind": trial.kind, "values": dict(trial.values), **asdict(outcome)}
    trial.folder.mkdir(parents=True, exist_ok=True)
    part = trial.folder / "trial.json.part"
    part.write_text(json.dumps(document, indent=1, allow_nan=False), encoding="utf-8")
    os.replace(part, trial.folder / "trial.json")


def stored(folder: Path) -> Record | None:
    """The ended trial of this folder, or ``None``."""
    file = folder / "trial.json"
    if not file.is_file():
        return None
    document = json.loads(file.read_text(encoding="utf-8"))
    trial = Trial(document.pop("index"), document.pop("values"), folder, document.pop("kind"))
    return Record(trial, Outcome(**document | {"curve": tuple(document["curve"])}))

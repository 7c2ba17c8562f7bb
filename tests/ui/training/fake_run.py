"""A training run that tests play by hand, and the events that a real one would tell."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal


class FakeRun(QObject):
    """The face of ``TrainingRun`` without a process; ``calls`` is what it was told."""

    event = Signal(dict)
    state_changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = folder
        self.folder: Path | None = None
        self.state, self.reason = "", ""
        self.history: list[dict[str, Any]] = []
        self.calls: list[tuple[Any, ...]] = []
        self.can_resume = False
        self.error: Exception | None = None

    def start(self, recipe: str, data: str, changes: Sequence[str] = (), folder: Path | None = None) -> Path:
        self.calls.append(("start", recipe, data, tuple(changes)))
        if self.error is not None:
            raise self.error
        self.folder = folder or self.place
        self.enter("starting")
        return self.folder

    def attach(self, run: Path) -> None:
        self.calls.append(("attach", run))
        self.folder = run

    def pause(self) -> None:
        self.calls.append(("pause",))

    def stop(self) -> None:
        self.calls.append(("stop",))

    def resume(self) -> None:
        self.calls.append(("resume",))
        if self.error is not None:
            raise self.error
        self.enter("starting")

    def leave(self) -> None:
        self.calls.append(("leave",))

    def is_active(self) -> bool:
        return self.state in ("starting", "running")

    def enter(self, state: str, reason: str = "") -> None:
        """As if the process did so."""
        self.state, self.reason = state, reason
        self.state_changed.emit(state)

    def tell(self, kind: str, **values: Any) -> None:
        """As if the process wrote this line."""
        self.event.emit({"event": kind, "at": 1_790_000_000.0 + len(self.calls), **values})


def epoch_events(count: int, epochs: int = 30) -> list[dict[str, Any]]:
    """A run that learns, then overfits a little; the same every time."""
    rng = random.Random(7)
    events = []
    for epoch in range(1, count + 1):
        t = epoch / epochs
        train = 0.95 * math.exp(-3.2 * t) + 0.08 + rng.gauss(0, 0.008)
        val = 0.9 * math.exp(-3.0 * t) + 0.2 + 0.12 * max(0.0, t - 0.5) + rng.gauss(0, 0.018)
        events.append(
            {
                "event": "epoch",
                "at": 1_790_000_000.0 + 31 * epoch,
                "epoch": epoch,
                "epochs": epochs,
                "train_loss": round(train, 4),
                "val_loss": round(val, 4),
                "train_accuracy": round(1 - 0.42 * math.exp(-3.4 * t) - 0.02, 4),
                "val_accuracy": round(1 - 0.42 * math.exp(-3.0 * t) - 0.07 + rng.gauss(0, 0.008), 4),
                "val_macro_auc": round(1 - 0.3 * math.exp(-3.6 * t) - 0.03 + rng.gauss(0, 0.004), 4),
                "learning_rate": 1e-4 * 0.5 * (1 + math.cos(math.pi * t)),
                "images_per_second": 41.3,
                "seconds_left": 31.0 * (epochs - epoch),
            }
        )
    return events


def batch_event(epoch: int, batch: int, batches: int = 60, epochs: int = 30) -> dict[str, Any]:
    """One step of an epoch (counted from 1)."""
    t = (epoch - 1 + batch / batches) / epochs
    return {
        "event": "batch",
        "at": 1_790_000_000.0,
        "epoch": epoch,
        "epochs": epochs,
        "batch": batch,
        "batches": batches,
        "loss": 0.95 * math.exp(-3.2 * t) + 0.1 + 0.06 * math.sin(37.0 * batch + 11.0 * epoch),
        "learning_rate": 1e-4 * 0.5 * (1 + math.cos(math.pi * t)),
        "images_per_second": 41.3,
        "seconds_left": 31.0 * epochs * (1 - t),
    }

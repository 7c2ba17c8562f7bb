"""The history of a run as ``metrics.csv`` and as TensorBoard files, both made from what the checkpoint remembers.

A resumed run can so neither lose nor repeat a row.
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.events import Events

CSV, TENSORBOARD = "metrics.csv", "tensorboard"
Row = Mapping[str, float]


class MetricsLog:
    """Both forms of the history; files of an earlier process are replaced."""

    def __init__(self, folder: Path, history: Sequence[Row], events: Events) -> None:
        from lightning.fabric.loggers import TensorBoardLogger

        self._folder, self._events = folder, events
        shutil.rmtree(folder / TENSORBOARD, ignore_errors=True)
        self._board = TensorBoardLogger(folder, name=TENSORBOARD, version="")
        if history:
            self._write(history, history)

    def add(self, history: Sequence[Row]) -> None:
        """The history has one more epoch."""
        self._write(history, history[-1:])

    def _write(self, history: Sequence[Row], new: Sequence[Row]) -> None:
        try:
            write_csv(self._folder, history)
            for row in new:
                values = {name: value for name, value in row.items() if name != "epoch" and math.isfinite(value)}
                self._board.log_metrics(values, step=int(row["epoch"]))
            self._board.save()
        except OSError as error:
            self._events("warning", text=f"the table of the epochs could not be written: {error.strerror}")

    def close(self) -> None:
        """Write what is left; a full disk costs only these files, which a resumed run makes anew."""
        with contextlib.suppress(OSError):
            self._board.finalize("success")


def write_csv(folder: Path, history: Sequence[Row]) -> None:
    """Replace ``metrics.csv``; columns appear in the order in which the history first names them."""
    columns = list(dict.fromkeys(name for row in history for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: "" if math.isnan(v) else v for k, v in row.items()} for row in history)
    partial = folder / f".{CSV}.new"
    partial.write_text(text.getvalue(), encoding="utf-8")
    os.replace(partial, folder / CSV)

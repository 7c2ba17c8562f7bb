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

CSV, TENSORBOARD = "metrics.csv", "tensorboard"
Row = Mapping[str, float]


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


class TensorBoard:
    """Scalars per epoch. Files of an earlier process are replaced by the history of the checkpoint."""

    def __init__(self, folder: Path, history: Sequence[Row]) -> None:
        from lightning.fabric.loggers import TensorBoardLogger

        shutil.rmtree(folder / TENSORBOARD, ignore_errors=True)
        self._logger = TensorBoardLogger(folder, name=TENSORBOARD, version="")
        for row in history:
            self.add(row)

    def add(self, row: Row) -> None:
        """One epoch."""
        values = {name: value for name, value in row.items() if name != "epoch" and math.isfinite(value)}
        self._logger.log_metrics(values, step=int(row["epoch"]))
        self._logger.save()

    def close(self) -> None:
        """Write what is left; a full disk costs only these files, which a resumed run makes anew."""
        with contextlib.suppress(OSError):
            self._logger.finalize("success")

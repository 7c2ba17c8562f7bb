"""What a command tells whoever started it: one JSON line per event; it knows no recipe and no network.

Every line is an object with ``event`` and ``at`` (seconds since 1970, UTC). Numbers that do not exist are null.
Events of an ensemble also have ``member`` and ``members``; their epochs count through all members.

| event | further keys | when |
|---|---|---|
| started, resumed | recipe, run, epoch(s), train_images, val_images, device, precision, parameters, trainable | once |
| progress | what, done, total | while images are read, weights downloaded, a report made |
| phase | name, index, phases, trainable, epochs | a phase begins |
| batch | epoch(s), batch(es), loss, learning_rate, images_per_second, seconds_left | at most twice a second |
| epoch | epoch(s), train_loss, train_accuracy, val_…, learning_rate, images_per_second, seconds_left | one ended |
| checkpoint | epoch, batch, best | the run can be resumed from here |
| warning | text | something to know; the command goes on |
| stopped | epoch, batch | asked to stop; can be resumed |
| finished | epoch, best, best_epoch, seconds | the training ended |
| trial | index, trials, kind, values, state, metric, reason, seconds | a trial ended; its epochs came with `trial` |
| probe | images_per_second, seconds_per_epoch, seconds_total, device, precision | |
| preview, inspected, evaluated, published, calibrated | files, or what was written and its chief numbers | |
| failed | reason | nothing more comes |
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
import time
from pathlib import Path
from typing import Any


class Events:
    """Writes each event as one JSON line to ``log`` (set once a run has a folder) and to standard output.

    ``echo``: "json" for programs, "words" for people, "" for silence.
    """

    def __init__(self, log: Path | None = None, echo: str = "json") -> None:
        self.log = log
        self.echo = echo

    def __call__(self, event: str, **values: Any) -> None:
        line = json.dumps({"event": event, "at": round(time.time(), 3), **_plain(values)}, allow_nan=False)
        # A full disk, or a reader that went away, must not end a run: its checkpoint holds what matters.
        if self.log is not None:
            with contextlib.suppress(OSError), open(self.log, "a", encoding="utf-8") as stream:
                stream.write(line + "\n")
        if self.echo and not (self.echo == "words" and event == "failed"):
            with contextlib.suppress(OSError):
                sys.stdout.write((line if self.echo == "json" else in_words(event, values)) + "\n")
                sys.stdout.flush()


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, Path):
        return str(value)
    return value


def in_words(event: str, values: dict[str, Any]) -> str:
    """One line for the terminal."""
    if event == "warning":
        return f"warning: {values['text']}"
    shown = []
    for name, value in values.items():
        if isinstance(value, float):
            shown.append(f"{name} {value:.4g}")
        elif not isinstance(value, (dict, list, tuple)) and value is not None:
            shown.append(f"{name} {value}")
    return f"{event}: {', '.join(shown)}" if shown else event

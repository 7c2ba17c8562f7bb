"""What a run tells whoever started it: one JSON line per event; it knows no recipe and no network."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any


class Events:
    """Writes each event as one JSON line, to the run's log and to standard output."""

    def __init__(self, run: Path, echo: bool = True) -> None:
        self._file = run / "events.jsonl"
        self._echo = echo

    def __call__(self, event: str, **values: Any) -> None:
        line = json.dumps({"event": event, "at": round(time.time(), 3), **values})
        with open(self._file, "a", encoding="utf-8") as stream:
            stream.write(line + "\n")
        if self._echo:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

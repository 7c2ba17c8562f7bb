"""Pixels on disk: segments of images end to end, and an index of where each lies; knows no image format.

Segments are written aside and renamed, the index after them, so that a crash, a full disk or a second process costs
work and never pixels.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from training.data.reading import Codes

INDEX = "index.json"
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One image in the cache. ``stamp`` is its file's (size, mtime in ns), ``patient`` a pseudonym."""

    stamp: Stamp
    digest: str
    patient: str
    view: str
    age_group: str
    segment: str
    start: int
    shape: tuple[int, ...]


def load_index(folder: Path) -> dict[str, Entry]:
    """What the folder holds; nothing where there is no index or it is damaged."""
    try:
        stored = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        entries = {
            file: Entry(**values | {"stamp": tuple(values["stamp"]), "shape": tuple(values["shape"])})
            for file, values in stored.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
    with os.scandir(folder) as files:
        sizes = {file.name: file.stat().st_size for file in files if file.name.endswith(".bin")}
    return {f: e for f, e in entries.items() if e.start + math.prod(e.shape) <= sizes.get(e.segment, -1)}


def save_index(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Replace the index as a whole."""
    partial = folder / f"{INDEX}.{uuid.uuid4().hex}.new"
    try:
        with open(partial, "w", encoding="utf-8") as stream:
            json.dump({file: asdict(entry) for file, entry in entries.items()}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(partial, folder / INDEX)
    finally:
        partial.unlink(missing_ok=True)


class Segment:
    """Pixels end to end in a file that gets its name once it is whole."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{uuid.uuid4().hex}.bin"
        self.size = 0
        self._target, self._partial = folder / self.name, folder / f"{self.name}.new"
        self._stream = open(self._partial, "wb")  # noqa: SIM115 - closed by finish or discard

    def add(self, codes: Codes) -> int:
        start = self.size
        self._stream.write(np.ascontiguousarray(codes).data)
        self.size += codes.size
        return start

    def finish(self) -> None:
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()
        os.replace(self._partial, self._target)

    def discard(self) -> None:
        with contextlib.suppress(OSError):  # what could not be written is thrown away here
            self._stream.close()
        self._partial.unlink(missing_ok=True)

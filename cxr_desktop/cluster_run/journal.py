"""Rows that are done, beside the result that they will become: appended at once, read back after a kill.

A folder ``<target>.parts`` with ``run.json`` (what decides the numbers) and one Arrow stream for each run. A stream
that ends in the middle of a batch, as a kill leaves it, is good up to there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxr_desktop.cluster_run.listing import KEY_BYTES, Keys
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.export import atomic_file

KEY = "#key"
_FACTS, _ROWS = "run.json", "rows-{:04d}.arrows"


class Journal:
    """Of one target; used by one process at a time."""

    def __init__(self, target: Path, facts: Mapping[str, Any], columns: pa.Schema) -> None:
        """Opens what an earlier run left. Raises ``CxrError`` where that was asked for something else, ``OSError``."""
        self.folder = target.with_name(target.name + ".parts")
        self.columns = columns.insert(0, pa.field(KEY, pa.binary(KEY_BYTES)))
        self.folder.mkdir(parents=True, exist_ok=True)
        self._agree(json.loads(json.dumps(facts)))
        self._old = sorted(self.folder.glob("rows-*.arrows"))
        self._stream: Any = None
        self._writer: Any = None

    def _agree(self, facts: dict[str, Any]) -> None:
        place = self.folder / _FACTS
        try:
            there = json.loads(place.read_bytes())
        except FileNotFoundError:
            atomic_file.write_bytes(place, json.dumps(facts, indent=1).encode())
            return
        except ValueError as error:
            raise CxrError(f"{self.folder} is damaged; delete it to begin anew") from error
        if there != facts:
            raise CxrError(
                f"{self.folder} holds the beginning of a run with other models or options; "
                "repeat that command to finish it, or delete the folder to begin anew"
            )

    def done(self) -> Keys:
        """The keys of all rows of earlier runs."""
        found = [np.frombuffer(b"".join(t[KEY].to_pylist()), f"S{KEY_BYTES}") for t in self._batches([KEY])]
        return Keys(np.concatenate(found) if found else np.empty(0, f"S{KEY_BYTES}"))

    def append(self, keys: list[bytes], rows: pa.Table) -> None:
        """On its way to the disk when this returns: what was appended outlives this process."""
        if self._writer is None:
            number = int(self._old[-1].stem.partition("-")[2]) + 1 if self._old else 1
            # "x": two runs for one target at a time would count each other's files.
            self._stream = open(self.folder / _ROWS.format(number), "xb", buffering=0)  # noqa: SIM115 - see close
            self._writer = pa.ipc.new_stream(self._stream, self.columns)
        column = pa.array(keys, self.columns.field(KEY).type)
        self._writer.write_table(pa.Table.from_arrays([column, *rows.columns], schema=self.columns))

    def close(self) -> None:
        """Everything is on the disk when this returns. A journal without a row leaves nothing behind."""
        if self._writer is not None:
            self._writer.close()
            os.fsync(self._stream.fileno())
            self._stream.close()
            self._writer = self._stream = None
        elif [path.name for path in self.folder.iterdir()] == [_FACTS]:
            self.remove()

    def rows(self, keys: Keys) -> Iterator[pa.Table]:
        """After ``close``: one row for each of ``keys`` that there is, in small tables; what else lies here is left
        out."""
        self._old = sorted(self.folder.glob("rows-*.arrows"))
        seen = np.zeros(len(keys), dtype=bool)
        for table in self._batches():
            places = keys.places(np.frombuffer(b"".join(table[KEY].to_pylist()), f"S{KEY_BYTES}"))
            wanted: NDArray[np.bool_] = places >= 0
            wanted[wanted] = ~seen[places[wanted]]
            wanted &= _first_of_each(places)
            seen[places[wanted]] = True
            yield table.filter(pa.array(wanted)).drop_columns([KEY])

    def _batches(self, columns: list[str] | None = None) -> Iterator[pa.Table]:
        """Batches of all streams; what a kill has cut off ends its stream."""
        for path in self._old:
            with pa.memory_map(str(path)) if path.stat().st_size else pa.BufferReader(b"") as source:
                try:
                    stream = pa.ipc.open_stream(source)
                    self._expect(stream.schema)
                    for batch in stream:
                        table = pa.Table.from_batches([batch])
                        yield table.select(columns) if columns else table
                except (pa.ArrowInvalid, OSError):
                    continue

    def _expect(self, schema: pa.Schema) -> None:
        if schema != self.columns:
            raise CxrError(f"{self.folder} was written by another version; delete it to begin anew")

    def remove(self) -> None:
        """The result is whole: the journal has done its work."""
        if self.folder.exists():
            shutil.rmtree(self.folder)


def _first_of_each(places: NDArray[np.int64]) -> NDArray[np.bool_]:
    first = np.zeros(len(places), dtype=bool)
    first[np.unique(places, return_index=True)[1]] = True
    return first

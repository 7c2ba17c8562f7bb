"""The result of a run from its journal, batch by batch: CSV, one Parquet file or a folder of them; knows no cluster."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa

from cxr_desktop.cluster_run.rows import CSV, FAILURE, NUMBER
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.export import csv_table, parquet_table
from cxr_desktop.export.atomic_file import atomic_text, partial_path

ROWS_PER_FILE = 8 * parquet_table.ROWS_PER_GROUP

Write = Callable[[pa.Table], None]


def check_place(parquet: Path | None) -> None:
    """A folder of Parquet must be new: what else lies in one would be read with it. Raises ``CxrError``."""
    if parquet is not None and is_folder(parquet) and parquet.is_dir() and any(parquet.iterdir()):
        raise CxrError(f"{parquet} is not empty: name a new folder for --parquet, or a file that ends in .parquet")


def is_folder(parquet: Path) -> bool:
    """A name without an ending means a folder."""
    return parquet.is_dir() or parquet.suffix == ""


def write_results(tables: Iterator[pa.Table], classes: Sequence[str], out: Path | None, parquet: Path | None) -> None:
    """Every target appears whole or not at all. Raises ``OSError``."""
    with ExitStack() as stack:
        writers: list[Write] = []
        if out is not None:
            writers.append(stack.enter_context(_csv(out, classes)))
        if parquet is not None:
            columns = parquet_table.schema(classes)
            place = _folder(parquet, columns) if is_folder(parquet) else parquet_table.table_writer(parquet, columns)
            write_plain = stack.enter_context(place)
            writers.append(lambda table: write_plain(table.drop_columns([NUMBER, CSV, FAILURE])))
        for table in tables:
            for write in writers:
                write(table)


@contextmanager
def _csv(target: Path, classes: Sequence[str]) -> Iterator[Write]:
    with atomic_text(target) as stream:
        stream.write(csv_table.heading(csv_table.classes_beside(classes)))
        yield lambda table: stream.writelines(table[CSV].to_pylist())


@contextmanager
def _folder(target: Path, columns: pa.Schema) -> Iterator[Write]:
    partial = partial_path(target)
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    with ExitStack() as files:
        rows, number = 0, 0

        def opened() -> Write:
            return files.enter_context(parquet_table.table_writer(partial / f"part-{number:05d}.parquet", columns))

        into = opened()

        def write(table: pa.Table) -> None:
            nonlocal rows, number, into
            if rows >= ROWS_PER_FILE:
                files.close()
                number, rows = number + 1, 0
                into = opened()
            into(table)
            rows += table.num_rows

        yield write
    if target.is_dir():
        target.rmdir()
    os.replace(partial, target)

"""Predictions as rows that travel from actors to the journal: those of the Parquet table, a number, and a CSV line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.export import csv_table, parquet_table

NUMBER, CSV, FAILURE = "#number", "#csv", "#failure"
"""No class and no column of a table is called so. ``FAILURE`` is set in the one row of an actor that cannot score."""


def row_schema(classes: Sequence[str]) -> pa.Schema:
    """What an actor hands back."""
    fields = [pa.field(NUMBER, pa.int64()), pa.field(FAILURE, pa.string()), pa.field(CSV, pa.string())]
    return pa.schema([*fields, *parquet_table.schema(classes)])


def rows_of(
    numbers: Sequence[int], predictions: Sequence[Prediction], classes: Sequence[str], with_csv: bool
) -> pa.Table:
    """Row by row what ``score`` would have written, with the number of each file."""
    others = csv_table.classes_beside(classes)
    lines = [csv_table.line(p, others) if with_csv else None for p in predictions]
    extra = {NUMBER: numbers, FAILURE: [None] * len(numbers), CSV: lines}
    return _beside(extra, parquet_table.table_of(predictions, classes), classes)


def failure_row(reason: str, classes: Sequence[str]) -> pa.Table:
    """In place of results, where an actor cannot work at all: no number, no prediction."""
    schema = row_schema(classes)
    return pa.Table.from_pylist([{NUMBER: -1, FAILURE: reason}], schema=schema)


def _beside(extra: Mapping[str, Sequence[object]], table: pa.Table, classes: Sequence[str]) -> pa.Table:
    schema = row_schema(classes)
    arrays = [pa.array(values, schema.field(name).type) for name, values in extra.items()]
    return pa.Table.from_arrays([*arrays, *table.columns], schema=schema)

"""The worklist as a table of plain text; safe to open in a spreadsheet, decides nothing about its columns."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export.atomic_file import atomic_text
from cxr_desktop.export.csv_table import cell
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.typed_column import Kind, Value
from cxr_desktop.export.wording import format_probability
from cxr_desktop.export.worklist_table import columns, rows

_MARK = "\ufeff"
"""Without it some spreadsheets take UTF-8 for their own code page and garble names."""


def text_of(value: Value, kind: Kind) -> str:
    """A value as everybody reads it: ISO 8601 dates, six decimals, "" for what is not known."""
    if value is None:
        return ""
    if kind is Kind.PROBABILITY and isinstance(value, float | int):
        return format_probability(float(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return cell(str(value)) if kind is Kind.TEXT else str(value)


def write_worklist(
    target: Path,
    entries: Iterable[WorklistEntry],
    card: ModelCard,
    identity: Identity,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Write the table whole or not at all; ``tick`` after every row. Raises ``OSError``."""
    wanted = columns(card, identity)
    with atomic_text(target) as stream:
        stream.write(_MARK)
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow([column.heading for column in wanted])
        for row in rows(entries, identity):
            table.writerow([text_of(column.value(row), column.kind) for column in wanted])
            tick()

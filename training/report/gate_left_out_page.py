"""What a gate stops of kinds and hospitals that it did not learn from, as words and tables; it computes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxr_desktop.export.card.sheet import Command, Heading, Part, Table, Words
from training.report.gate_report import GOALS

_SHARE_KEYS = ("of", "share", "low", "high")


def gate_sheet(numbers: Mapping[str, Any]) -> list[Part]:
    """The table as a page."""
    head = Heading(f"Collections left out: {numbers['recipe']}", 1)
    words = Words(
        "Every network below was trained without the kinds and collections that it is measured on, with "
        f"its threshold from its own validation images. {numbers['trained']}. Splits: {', '.join(numbers['splits'])}."
    )
    return [head, words, *gate_body(numbers, 2), Command(numbers["command"])]


def gate_body(numbers: Mapping[str, Any], level: int) -> list[Part]:
    """The tables, for the page and for a card."""
    parts: list[Part] = [Heading("All folds together", level), _table(_flat(numbers["together"]))]
    for fold in numbers["folds"]:
        rows = {"upright": {k: v["stopped"] for k, v in fold["upright"].items()}} if "upright" in fold else {}
        rows |= {"": fold["stopped_by_kind"]} if "stopped_by_kind" in fold else {"ways": fold.get("ways", {})}
        parts += [Heading(f"Without {fold['name']}", level), _table(_flat(rows))]
    return parts


def _flat(numbers: Mapping[str, Any], where: str = "") -> dict[str, Mapping[str, Any]]:
    """Shares by their path."""
    out: dict[str, Mapping[str, Any]] = {}
    for key, value in numbers.items():
        name = ", ".join(part for part in (where, key) if part)
        out |= {name: value} if "of" in value else _flat(value, name)
    return out


def _table(rows: Mapping[str, Mapping[str, Any]]) -> Table:
    cells = [(name, *_cells(row)) for name, row in rows.items() if row["of"]]
    return Table(("Of what", "Count", "Images", "Share (95 % interval)"), tuple(cells))


def count_of(row: Mapping[str, Any]) -> tuple[str, int]:
    """What a share counts, and how many."""
    return next((key, int(value)) for key, value in row.items() if key not in _SHARE_KEYS)


def _cells(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(count_of(row)[1]), str(row["of"]), f"{row['share']:.3f} ({row['low']:.3f}–{row['high']:.3f})"


def gate_lines(numbers: Mapping[str, Any]) -> list[str]:
    """The table for the terminal."""
    out = []
    for name, row in _flat(numbers["together"]).items():
        goal = f" (goal {GOALS[name]})" if name in GOALS else ""
        count, of, words = _cells(row)
        out.append(f"{name:52} {count:>5} of {of:>5}  {words}{goal}")
    return out

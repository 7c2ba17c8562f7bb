"""The table of left-out collections as headings, words and tables; it computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cxr_desktop.export.card.sheet import Command, Heading, Part, Table, Words, number
from cxr_desktop.export.card.tables import GROUPS, area_table, calibration_rows, pointing_table, rate_cells

WORDS = (
    "Every network below was trained without the collections that it is measured on. It is the nearest to a hospital "
    "that is not in the data; other hospitals may still be harder."
)

AS_READ = (
    "Labels of these films come from reports. Some of the films were read by radiologists as well, and are measured "
    "here by what those saw, whatever the report said."
)

MEANS = (
    "Areas are those inside each fold, averaged: scores of different networks are never put in one list. The age group "
    "of a row counts the images of the folds that have both sides."
)


def sheet(numbers: Mapping[str, Any]) -> list[Part]:
    """The whole page."""
    parts: list[Part] = [Heading(f"Collections left out: {numbers['recipe']}", 1), Words(WORDS)]
    parts += [Words(f"{numbers['trained']}. Splits measured: {', '.join(numbers['splits'])}.")]
    return [*parts, *body(numbers, 2), Command(numbers["command"])]


def body(numbers: Mapping[str, Any], level: int) -> list[Part]:
    """The tables, for the page and for a card."""
    parts: list[Part] = []
    together = numbers.get("together")
    if together:
        parts += [Heading("All folds together", level), Words(f"AUC by the {numbers['score']}. {MEANS}")]
        parts += [area_table(together["comparisons"]), _calibration(together["calibration"])]
        parts += _points(together["operating_points"])
    for fold in numbers.get("folds", ()):
        images = ", ".join(f"{n} {what}" for what, n in fold["images"].items())
        parts += [Heading(f"Without {fold['name']}", level), Words(f"{images}."), area_table(fold["comparisons"])]
        parts += [_calibration(fold["calibration"]), *_points(fold["operating_points"])]
        if "as_read" in fold:
            parts += [Words(AS_READ), area_table(fold["as_read"])]
        if "pointing" in fold:
            parts += [Words(f"Pointing game, map of {fold['pointing']['map_of']}. {fold['pointing']['how']}")]
            parts += [pointing_table({k: v for k, v in fold["pointing"].items() if isinstance(v, Mapping)})]
    if "inside" in numbers:
        parts += _inside(numbers["inside"], level)
    return parts


def _inside(numbers: Mapping[str, Any], level: int) -> list[Part]:
    head = Heading("Inside one collection", level)
    words = f"{numbers['parts']} networks, each measured on the patients that it did not see: {numbers['means']}."
    rows = [row for part in numbers["each"] for row in part["comparisons"]]
    return [head, Words(words), area_table(numbers["comparisons"]), Words("Each part:"), area_table(rows)]


def _calibration(numbers: Mapping[str, Any]) -> Table:
    return Table(("Temperature from", "Temperature", "ECE, by age"), calibration_rows(numbers))


def _points(rows: Sequence[Mapping[str, Any]]) -> list[Part]:
    if not rows:
        return []
    cells = [(*_named(row), GROUPS[group], *rate_cells(row[group])) for row in rows for group in GROUPS if group in row]
    head = ("Class", "Goal", "Threshold chosen on", "Threshold", "Images", "Sensitivity", "Specificity", "TP/FN/TN/FP")
    return [Table(head, tuple(cells))]


def _named(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return row["finding"], row["target"], row["chosen_on"], number(row.get("threshold"), 4)

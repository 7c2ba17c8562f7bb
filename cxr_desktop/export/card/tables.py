"""Numbers of cards and of left-out collections as tables of text; it computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cxr_desktop.export.card.sheet import Table, number, with_span

GROUPS = {
    "known_adults": "known adults",
    "without_children": "not known to be children",
    "children": "children",
    "all": "all",
}


def area_table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """Comparisons with their intervals."""
    cells = tuple(
        (
            str(row["what"]) + (f", mean of {row['folds']}" if "folds" in row else ""),
            GROUPS[row["group"]],
            with_span(row["auc"], row["low"], row["high"]),
            str(row["positives"]),
            str(row["negatives"]),
        )
        for row in rows
    )
    return Table(("Comparison", "Images", "AUC (95 %)", "With", "Without"), cells)


def rate_cells(table: Mapping[str, Any]) -> tuple[str, str, str]:
    """Sensitivity, specificity, counts."""
    keys = ("true_positives", "false_negatives", "true_negatives", "false_positives")
    rates = [with_span(table[rate], *table[f"{rate}_95"]) for rate in ("sensitivity", "specificity")]
    return rates[0], rates[1], "/".join(str(table[key]) for key in keys)


def calibration_rows(numbers: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """One row for each way to choose a temperature."""
    out = []
    for way, row in numbers.items():
        if not isinstance(row, Mapping):
            continue
        values = row["temperature"] if isinstance(row["temperature"], (list, tuple)) else [row["temperature"]]
        errors = {name.removeprefix("ece_"): value for name, value in row.items() if name.startswith("ece_")}
        said = ", ".join(f"{GROUPS.get(group, group)} {number(value)}" for group, value in errors.items())
        out.append(("no temperature" if way == "before" else way, ", ".join(number(v, 2) for v in values), said))
    return tuple(out)


def pointing_table(sets: Mapping[str, Mapping[str, Any]]) -> Table:
    """Hits of maps and baselines, per set of images."""
    cells = []
    for name, numbers in sets.items():
        where = f"{name.replace('_', ' ')}: {numbers['images']} images, {numbers['boxes']} boxes"
        for kind in ("maps", "baselines"):
            for what, row in numbers[kind].items():
                near = row.get("within_15")
                said = with_span(row["share"], *row.get("share_95", (None, None)))
                close = with_span(near["share"], *near.get("share_95", (None, None))) if near else "–"
                words = (
                    f"map {'against normal' if what == 'against_normal' else 'of ' + what}" if kind == "maps" else what
                )
                cells.append((where, words.replace("_", " "), said, close))
    return Table(("Images", "Pointer", "Hits (95 %)", "Within 15 of 1024"), tuple(cells))

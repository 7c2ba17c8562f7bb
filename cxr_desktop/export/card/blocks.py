"""Each block of a card's numbers as words and tables; it computes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cxr_desktop.export.card.deep_covid import body as s1_body
from cxr_desktop.export.card.left_out import body as left_out_body
from cxr_desktop.export.card.sheet import Heading, Part, Table, Words, number, with_span
from cxr_desktop.export.card.tables import GROUPS, area_table, pointing_table, rate_cells

SPLITS = {"test": "Test images: other patients, the same hospitals", "val": "Validation images"}
Block = Mapping[str, Any]


def _each_split(block: Block) -> Iterator[tuple[str, Any]]:
    for split, title in SPLITS.items():
        if split in block:
            yield title, block[split]


def _comparisons(block: Block) -> Iterator[Part]:
    for title, rows in _each_split(block):
        yield from (Heading(title, 3), area_table(rows))


def _calibration(block: Block) -> Iterator[Part]:
    yield Words(f"{block['definition']} Temperature {block['temperature']:g}.")
    rows = [
        (title, GROUPS[group], str(row["images"]), number(row["ece_before"]), number(row["ece_after"]))
        for title, groups in _each_split(block)
        for group, row in groups.items()
    ]
    yield Table(("Images of", "Age", "Images", "ECE before", "ECE after"), tuple(rows))


def _groups(block: Block) -> Iterator[Part]:
    yield Words(f"An area is given where a group has at least {block['least']}.")
    for title, groups in _each_split(block):
        rows = [
            (kind.removeprefix("by_"), name, str(group["images"]), label, with_span(a["auc"], a["low"], a["high"]))
            for kind, named in groups.items()
            for name, group in named.items()
            for label, a in (group["auc"] or {"–": {"auc": None, "low": None, "high": None}}).items()
        ]
        yield from (Heading(title, 3), Table(("By", "Group", "Images", "Class v rest", "AUC (95 %)"), tuple(rows)))


def _shortcuts(block: Block) -> Iterator[Part]:
    yield Words(f"{block['how']} Without the lungs the area should fall to 0.5, with nothing but them it should hold.")
    kinds = {"masks_of_the_segmenter": "Masks of the lung model", "masks_drawn_by_readers": "Masks drawn by readers"}
    for kind, title in kinds.items():
        if kind in block:
            held = block[kind]
            yield Heading(f"{title}, {held['images']} images", 3)
            changes = [name for name, rows in held.items() if isinstance(rows, list)]
            areas = {name: {(r["what"], r["group"]): r for r in held[name]} for name in changes}
            rows = tuple(
                (what, GROUPS[group], *(_area(areas[name].get((what, group))) for name in changes))
                for what, group in areas[changes[0]]
            )
            yield Table(("Comparison", "Age", *(name.replace("_", " ") for name in changes)), rows)


def _area(row: Mapping[str, Any] | None) -> str:
    return "–" if row is None else with_span(row["auc"], row["low"], row["high"])


def _pointing(block: Block) -> Iterator[Part]:
    yield Words(f"Map of {block['map_of']}. {block['how']}")
    yield pointing_table({name: value for name, value in block.items() if isinstance(value, Mapping)})


def _map_mass(block: Block) -> Iterator[Part]:
    yield Words(f"{block['how'].capitalize()}. Lungs not found: {block['lungs_not_found']}.")
    rows = tuple(
        (name, str(r["images"]), number(r["mean"]), number(r["median"]), number(r["above_half"]), str(r["empty_maps"]))
        for name, r in block.items()
        if isinstance(r, Mapping)
    )
    yield Table(("Class", "Images", "Mean", "Median", "More than half outside", "Empty maps"), rows)


def _others(block: Block) -> Iterator[Part]:
    yield Words(f"{block['images']} images of {block['collection']} with another or a disputed finding.")
    rows = tuple(
        (group, str(cells["images"]), called.replace("_", " "), str(r["count"]), with_span(r["share"], *r["share_95"]))
        for group, cells in block["groups"].items()
        for called, r in cells.items()
        if isinstance(r, Mapping)
    )
    yield Table(("Films", "Images", "Called", "Of them", "Share (95 %)"), rows)


def _familiar(block: Block) -> Iterator[Part]:
    yield Words(f"{block['how']} Threshold {block['threshold']:.3f}.")
    sets = {"all": block, **block["by_collection"]}
    rows = tuple((name, str(row["images"]), str(row["unfamiliar"])) for name, row in sets.items())
    yield Table(("Test images of", "Images", "Called unfamiliar"), rows)


def _split(block: Block) -> Iterator[Part]:
    low, high = block["accuracy"]["low"], block["accuracy"]["high"]
    yield Words(f"{block['images']} images. Likeliest class right: {with_span(block['accuracy']['value'], low, high)}.")
    order = block["confusion"]["order"]
    yield Table(
        ("Truth \\ called", *order),
        tuple((name, *map(str, row)) for name, row in zip(order, block["confusion"]["rows_are_truth"], strict=True)),
    )
    rows = tuple(
        (point["finding"], point["target"], f"{point['threshold']:.4g}", GROUPS[group], *rate_cells(point[group]))
        for point in block["operating_points"]
        for group in GROUPS
        if group in point
    )
    yield Table(("Class", "Goal", "Threshold", "Age", "Sensitivity", "Specificity", "TP/FN/TN/FP"), rows)


def _seeds(block: Block) -> Iterator[Part]:
    yield from s1_body(block)


def _left_out(block: Block) -> Iterator[Part]:
    yield Words(f"Recipe {block['recipe']}: {block['trained']}. Splits measured: {', '.join(block['splits'])}.")
    yield from left_out_body(block, 3)


def plain(block: Block) -> Iterator[Part]:
    """Any block as names and values: of the gate, of lungs, of whatever a card holds besides."""
    rows = tuple(_flat(block, ""))
    if rows:
        yield Table(("Number", "Value"), rows)


def _flat(block: Block, where: str) -> Iterator[tuple[str, str]]:
    for key, value in block.items():
        name = f"{where}{key}".replace("_", " ")
        if isinstance(value, Mapping) and {"share", "low", "high"} <= set(value):
            of = f", {value['stopped']} of {value['of']}" if {"stopped", "of"} <= set(value) else ""
            yield name, with_span(value["share"], value["low"], value["high"]) + of
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{name}, ")
        elif not isinstance(value, (list, tuple)) and key != "command":
            yield name, number(value, 4) if isinstance(value, float) or value is None else str(value)


SECTIONS: Mapping[str, tuple[str, Callable[[Block], Iterator[Part]]]] = {
    "comparisons": ("Areas under the ROC curve", _comparisons),
    "leave_one_origin_out": ("Collections left out", _left_out),
    "calibration": ("Calibration", _calibration),
    "groups": ("By age and by view", _groups),
    "shortcuts": ("Shortcut tests", _shortcuts),
    "pointing": ("Do heat maps point at findings?", _pointing),
    "map_mass": ("Heat maps outside the lungs", _map_mass),
    "other_findings": ("Images with other findings", _others),
    "familiarity": ("Unlike the training images", _familiar),
    "s1_table": ("The networks of Minaee et al. 2020 at their thresholds", _seeds),
    "test": ("Test images", _split),
    "val": ("Validation images", _split),
}
"""Block → its title and how it is told, in the order of the page."""

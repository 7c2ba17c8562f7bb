"""`measure`: every number of a triage card recomputed through the engine that serves, and compared or written.

A block that the data or the installed models do not allow is named and left alone, never filled with something else.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine import checkpoint
from cxr_desktop.export.card.choices import CHOSEN_BY
from training.events import Events
from training.measures.judged import rounded
from training.publishing import card_blocks, familiar, lung_blocks
from training.publishing.bench import Bench
from training.publishing.card_blocks import COMMAND, LEFT_OUT, command_of
from training.report.files import write_json
from training.report.subjects import find_model

BLOCKS: Mapping[str, Callable[[Bench], dict[str, Any]]] = {
    "choice": card_blocks.choice,
    "test": partial(card_blocks.split_numbers, split="test"),
    "val": partial(card_blocks.split_numbers, split="val"),
    "comparisons": card_blocks.compared,
    "calibration": card_blocks.calibration,
    "groups": card_blocks.grouped,
    "shortcuts": lung_blocks.shortcuts,
    "pointing": lung_blocks.pointing,
    "map_mass": lung_blocks.map_mass,
    "other_findings": lung_blocks.others,
    familiar.BLOCK: familiar.stored_numbers,
}
TOLERANCE = 2e-4
"""Other processors may round the sixth digit of a score another way; counts and words must be equal."""

SHOWN = 40
"""Differences that are told one by one."""


def run_measure(options: argparse.Namespace, events: Events) -> int:
    """0 where every block of the card comes out again or was written, 1 where a number differs; or ``CxrError``."""
    folder = find_model(options.model)
    if folder is None:
        raise CxrError(f"there is no model called {options.model}")
    card = checkpoint.read_card(folder)
    if card.role != "triage":
        raise CxrError("only cards of models that read radiographs are measured like this")
    wanted = _wanted(options.only, options.write, "calibrated_on" in card.document)
    bench = Bench.open(folder, options.data, events)
    if options.choose:
        bench.document[CHOSEN_BY] = options.choose
        wanted = _wanted("", options.write, False)
    document, differences = recompute(bench, wanted, options.write)
    if options.json is not None:
        write_json(options.json, document)
    if options.write:
        checkpoint.save_copy(folder, document, folder, card)
        events("published", name=card.name, folder=folder, changed=len(differences))
        return 0
    for text in differences[:SHOWN]:
        events("warning", text=text)
    events("evaluated", model=card.name, blocks=len(wanted), differences=len(differences))
    return 1 if differences else 0


def recompute(bench: Bench, wanted: Sequence[str], keep: bool) -> tuple[dict[str, Any], list[str]]:
    """(the card with the measured blocks, what differs). ``keep``: later blocks use what earlier ones chose."""
    card, events = bench.subject.card, bench.events
    document, differences = dict(bench.document), []
    for name in wanted:
        try:
            block = rounded(BLOCKS[name](bench))
        except CxrError as error:
            events("warning", text=f"{name} is not measured: {error}")
            continue
        differences += differing(_stored(card.document, name), block, name)
        put(document, name, block, card.name)
        bench.document = document if keep else bench.document
        events("measured", block=name)
    kept = bench.document.get("metrics", {}).get(LEFT_OUT)
    if kept and "choice" in wanted:
        events("warning", text=f"{LEFT_OUT} is not measured: it needs trainings; {kept.get(COMMAND, '')}")
    return document, differences


def _wanted(only: str, write: bool, calibrated: bool) -> list[str]:
    """Blocks in the order in which they build on each other; a site's own temperature and points stay.

    A new temperature changes every other number, so it is never written alone.
    """
    names = [name.strip() for name in only.split(",") if name.strip()]
    unknown = [name for name in names if name not in BLOCKS]
    if unknown:
        raise CxrError(f"there is no block {', '.join(unknown)}; blocks are {', '.join(BLOCKS)}")
    if not names or (write and "choice" in names):
        return [name for name in BLOCKS if not (calibrated and name == "choice")]
    return [name for name in BLOCKS if name in names]


def put(document: dict[str, Any], name: str, block: Mapping[str, Any], model: str) -> None:
    """A block into a card, with the command that reproduces it."""
    command = command_of(model, name)
    if name == "choice":
        document |= block
        document["commands"] = {**document.get("commands", {}), name: command}
    else:
        document["metrics"] = {**document.get("metrics", {}), name: {COMMAND: command, **block}}


def _stored(document: Mapping[str, Any], name: str) -> Any:
    """What the card says; ``None`` where it has no such block."""
    if name == "choice":
        keys = ("temperature", "map_scale", "operating_points", "specificity_points")
        return {key: document.get(key, []) for key in keys}
    block = document.get("metrics", {}).get(name)
    return {key: value for key, value in block.items() if key != COMMAND} if isinstance(block, Mapping) else None


def differing(stored: Any, measured: Any, where: str) -> list[str]:
    """Sentences about everything that is not as the card says."""
    return list(_differing(stored, measured, where))


def _differing(stored: Any, measured: Any, where: str) -> Iterator[str]:
    if isinstance(stored, Mapping) and isinstance(measured, Mapping):
        for key in dict.fromkeys((*stored, *measured)):
            yield from _differing(stored.get(key), measured.get(key), f"{where}.{key}")
    elif isinstance(stored, Sequence) and isinstance(measured, Sequence) and not isinstance(stored, str):
        if len(stored) != len(measured):
            yield f"{where}: the card has {len(stored)} entries, measured were {len(measured)}"
            return
        for n, (a, b) in enumerate(zip(stored, measured, strict=True)):
            yield from _differing(a, b, f"{where}[{n}]")
    elif stored is None and measured is not None:
        yield f"{where}: not in the card"
    elif _is_number(stored) and _is_number(measured):
        exact = isinstance(stored, int) and isinstance(measured, int)
        if abs(stored - measured) > (0 if exact else TOLERANCE):
            yield f"{where}: the card says {stored}, measured was {measured}"
    elif stored != measured:
        yield f"{where}: the card says {stored}, measured was {measured}"


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)

"""`s1-table`: networks at the thresholds that Minaee et al. 2020 list, beside what they report; it trains nothing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine import checkpoint
from cxr_desktop.export.card.deep_covid import body
from cxr_desktop.export.card.sheet import Command, Heading, Part, markdown, write_sheet
from training.events import Events
from training.measures.comparisons import area
from training.measures.intervals import normal_interval
from training.measures.judged import children, rounded
from training.measures.thresholds import counts, with_rates
from training.recipe_file import RecipeError, read_recipe
from training.report.evaluate import choose_split, samples_of
from training.report.files import write_json
from training.report.subjects import find_model, open_subject

BLOCK = "s1_table"
POSITIVES, NEGATIVES = 100, 3000
"""Test images of the paper, from which its intervals follow."""
NOT_COMPARABLE = (
    "Other images: the paper tests on 100 COVID-19 and 3,000 other films of COVID-Xray-5k, whose two sides come from "
    "different collections; here the test images are those counted in the table, and their sides differ in origin too.",
    "Other negatives: here they are normal films, pneumonia and tuberculosis, and many show children (counted above), "
    "whom a network tells from adults easily.",
    "Other beginnings: the paper starts from ImageNet weights, of which none could be had here. A run of the recipe "
    "was first trained as a whole on the training split, then its last layer; a checkpoint that comes with the "
    "program was trained as a whole from random weights and looks at the lungs only.",
    "A threshold is a point on a network's own scale of probabilities. The same threshold on another network is "
    "another point of its ROC curve; the area under it, in the column AUC, is what can be set beside another.",
    "The paper's intervals are normal approximations, ours are Wilson's.",
    "Patients of the same hospitals are on both sides of training and test, there and here: neither column says what "
    "would happen in another hospital.",
)


def run_s1_table(options: argparse.Namespace, events: Events) -> int:
    """Measure, print and write; 0, or ``CxrError``."""
    into = find_model(options.into) if options.into else None
    if options.into and into is None:
        raise CxrError(f"there is no model called {options.into}")
    chosen = [_pair(text) for text in options.networks]
    networks = [_network(recipe, name, options.data, events) for recipe, name in chosen]
    command = f"cxr-desktop s1-table {' '.join(f'{recipe}={Path(name).name}' for recipe, name in chosen)} --data DATA"
    block: dict[str, Any] = rounded({"command": command, "networks": networks, "not_comparable": NOT_COMPARABLE})
    if options.json is not None:
        write_json(options.json, block)
    if options.markdown is not None:
        write_sheet(options.markdown, sheet(block))
    if into is not None:
        card = checkpoint.read_card(into)
        checkpoint.save_copy(into, {**card.document, "metrics": {**card.document["metrics"], BLOCK: block}}, into, card)
    if not options.json_events:
        print(markdown(sheet(block)), end="")  # noqa: T201 - what this command is for
    events("evaluated", networks=len(networks), json=options.json)
    return 0


def _pair(text: str) -> tuple[str, str]:
    recipe, found, name = text.partition("=")
    if not found or not name:
        raise RecipeError(f"{text} does not say which recipe and which model or run; write RECIPE=MODEL")
    return recipe, name


def _network(recipe: str, name: str, data: Path, events: Events) -> dict[str, Any]:
    """One network on the test split. Raises ``CxrError`` where the recipe's source lists no thresholds."""
    source = read_recipe(recipe)
    listed = source.reported.get("thresholds", ())
    finding = str(source.reported.get("finding", source.positive))
    subject = open_subject(name)
    if not listed or finding not in subject.about.classes:
        raise CxrError(f"{recipe} lists no thresholds, or {name} does not know {finding}")
    root, samples, _ = samples_of(subject, name, data, events)
    chosen, split = choose_split(samples, "")
    # Without temperature: the paper has none.
    score = subject.answer(root, chosen, events).p[:, subject.about.classes.index(finding)]
    positive = np.asarray([s.label == finding for s in chosen], dtype=bool)
    return {
        "network": source.title,
        "model": subject.about.name,
        "finding": finding,
        "split": split,
        "area": area(positive, score),
        "children_without": int((children(chosen) & ~positive).sum()),
        "thresholds": [
            {"threshold": float(row["threshold"]), "reported": _reported(row)}
            | with_rates(counts(positive, score, float(row["threshold"])))
            for row in listed
        ],
    }


def _reported(row: Mapping[str, Any]) -> dict[str, Any]:
    """As printed, and the interval that its normal approximation gives."""
    sides = {"sensitivity": POSITIVES, "specificity": NEGATIVES}
    return {
        name: {"value": row[name], "normal_95": normal_interval(float(row[name]), n)}
        for name, n in sides.items()
        if row.get(name) is not None
    }


def sheet(block: Mapping[str, Any]) -> list[Part]:
    """The whole table with its words."""
    return [Heading("S1, Deep-COVID, beside our networks", 1), *body(block), Command(block["command"])]

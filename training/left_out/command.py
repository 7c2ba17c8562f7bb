"""`left-out`: a recipe trained once per fold without its collections, then measured on exactly those.

The nearest to an unseen hospital that one data set can offer: it chooses models, and its table goes into their cards.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.export.card.left_out import sheet
from cxr_desktop.export.card.sheet import write_sheet
from training.data.annotations import boxed_images, read_films
from training.data.dataset import open_dataset, resolve
from training.events import Events
from training.left_out.folds import USUAL, Fold, folds_of, inside_folds, measured_of
from training.left_out.gate_folds import (
    GATE_FOLDS,
    ORIENTATION_FOLDS,
    measure_gate_folds,
    measure_orientation_folds,
)
from training.left_out.training import Work, model_of, train_fold
from training.measures.comparisons import comparisons, line
from training.measures.fold_means import mean_areas
from training.measures.judged import rounded
from training.measures.left_out import LeftOut, left_out_numbers
from training.measures.read_films import read_comparisons
from training.publishing.card_blocks import COMMAND
from training.publishing.left_out_block import put_left_out
from training.publishing.lung_blocks import OF_BOXES
from training.recipe_file import RecipeError, changed, read_recipe
from training.report.files import write_json
from training.report.gate_left_out_page import gate_lines, gate_sheet
from training.report.pointing_game import DEFINITION, point, table
from training.report.serving import ServedModel, open_lung_finder
from training.report.subjects import ModelFolder, Paced, find_model, model_points

TRIAGE = "triage"
_FOLDS = {TRIAGE: USUAL, "gate": GATE_FOLDS, "orientation": ORIENTATION_FOLDS}
TABLE = "left_out"
"""Name of the table's files in ``--out``: .json, .md and .html."""


def run_left_out(options: argparse.Namespace, events: Events) -> int:
    """Train, measure and write; 0 also where it was asked to stop. Raises ``CxrError``."""
    into = find_model(options.into) if options.into else None
    if options.into and into is None:
        raise CxrError(f"there is no model called {options.into}")
    work = _work(options, events)
    folds, parts = _folds(options, work)
    for fold in (*folds, *parts):
        events("progress", what=f"training without {fold.name}", done=0, total=1)
        if not train_fold(work, fold):
            return 0
    numbers = {COMMAND: _command(options, work), **_measured(work, folds, parts, options.splits)}
    out: dict[str, Any] = rounded(numbers)
    page = sheet(out) if work.recipe.role == TRIAGE else gate_sheet(out)
    write_json(work.out / f"{TABLE}.json", out)
    write_sheet(work.out / f"{TABLE}.md", page)
    write_sheet(work.out / f"{TABLE}.html", page)
    if into is not None:
        put_left_out(into, out)
    if not options.json_events:
        lines = _said(out) if work.recipe.role == TRIAGE else gate_lines(out)
        print("\n".join(lines))  # noqa: T201 - what this command is for
    events("evaluated", split="left out", folds=len(folds) + len(parts), json=work.out / f"{TABLE}.json")
    return 0


def _work(options: argparse.Namespace, events: Events) -> Work:
    recipe = read_recipe(options.recipe, options.changes)
    if recipe.role not in _FOLDS:
        raise RecipeError(f"collections are left out for models of role {', '.join(_FOLDS)}")
    recipe = changed(recipe, ["data.leave_out=[]"])
    dataset = open_dataset(options.data, recipe, events)
    options.out.mkdir(parents=True, exist_ok=True)
    return Work(resolve(recipe, dataset), options.data, dataset, options.out, options, events)


def _folds(options: argparse.Namespace, work: Work) -> tuple[list[Fold], list[Fold]]:
    """Folds that leave collections out, and folds inside one collection."""
    samples = work.dataset.samples
    inside = inside_folds(options.inside, options.parts, samples) if options.inside else []
    names = options.folds or ([] if inside else _FOLDS[work.recipe.role])
    outside = folds_of(names, samples) if names else []
    return outside, inside


def _command(options: argparse.Namespace, work: Work) -> str:
    """How this table is made again; DATA stands for the images, OUT for any folder."""
    name = options.recipe if not options.recipe.endswith(".toml") else Path(options.recipe).name
    words = [f"cxr-desktop left-out {name} --data DATA --out OUT"]
    words += [f"--set '{change}'" for change in options.changes if "/" not in change]
    if options.folds:
        words.append(f"--folds {' '.join(options.folds)}")
    if options.inside:
        words.append(f"--inside {options.inside} --parts {options.parts}")
    if options.splits != ["train", "val"]:
        words.append(f"--splits {' '.join(options.splits)}")
    return " ".join(words)


def _measured(work: Work, folds: Sequence[Fold], parts: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    if work.recipe.role == TRIAGE:
        return measure_folds(work, folds, parts, splits)
    if parts:
        raise RecipeError("--inside is for models of role triage")
    measured = measure_gate_folds if work.recipe.role == "gate" else measure_orientation_folds
    return measured(work, folds, splits)


def measure_folds(work: Work, folds: Sequence[Fold], parts: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    """Everything about finished folds."""
    recipe = work.recipe
    phases = ", ".join(f"{phase.epochs} epochs {phase.name}" for phase in recipe.phases)
    network = f"{recipe.network.backbone} at {recipe.preprocess.height}×{recipe.preprocess.width}"
    out: dict[str, Any] = {
        "recipe": recipe.name,
        "trained": f"{network}; {phases}; {recipe.images_per_epoch or 'all'} images per epoch",
        "score": "probability of the class named first, at the temperature of the fold's own validation images",
        "splits": list(splits),
    }
    if folds:
        measured = [_answers(work, fold, splits) for fold in folds]
        out |= left_out_numbers(measured, recipe.classes)
        for fold, row in zip(folds, out["folds"], strict=True):
            pointing = _pointing(work, fold)
            if pointing is not None:
                row["pointing"] = pointing
        for fold, answered, row in zip(folds, measured, out["folds"], strict=True):
            as_read = _as_read(work, fold, answered, splits)
            if as_read:
                row["as_read"] = as_read
    if parts:
        out["inside"] = _inside(work, parts, splits)
    return out


def _answers(work: Work, fold: Fold, splits: Sequence[str]) -> LeftOut:
    samples = measured_of(fold, work.dataset.samples, splits)
    if not samples:
        raise CxrError(f"{fold.name} has no images of the splits {', '.join(splits)}")
    subject = ModelFolder(model_of(work, fold))
    logits = subject.answer(work.dataset.root, samples, work.events).logits
    assert logits is not None, "a model folder has logits"
    card = subject.card
    return LeftOut(
        name=fold.name,
        origins=fold.origins,
        samples=tuple(samples),
        logits=logits,
        classes=card.classes,
        temperature=card.temperature,
        points=tuple(q for q in model_points(card) if q.target.startswith("sensitivity")),
        output=subject.about.output,
    )


def _as_read(work: Work, fold: Fold, answered: LeftOut, splits: Sequence[str]) -> list[dict[str, Any]]:
    """Against radiologists, where some of this fold's films were read by them."""
    read = [s for s in read_films(work.dataset.root) if s.origin in fold.origins and s.split in splits]
    if not read:
        return []
    subject = ModelFolder(model_of(work, fold))
    logits = subject.answer(work.dataset.root, read, work.events).logits
    assert logits is not None, "a model folder has logits"
    interest = work.recipe.positive
    ill = answered.probabilities[[s.label == interest for s in answered.samples]]
    p_read = probabilities(logits, answered.temperature, answered.output)
    return read_comparisons(read, p_read, ill, interest, answered.classes)


def _pointing(work: Work, fold: Fold) -> dict[str, Any] | None:
    """Where this fold's collections have boxes: out of fold, so every split counts."""
    images = [image for image in boxed_images(work.dataset.root) if image.origin in fold.origins]
    served = ServedModel(model_of(work, fold), finder := open_lung_finder()) if images else None
    if served is None or OF_BOXES not in served.classes:
        return None
    tell = Paced(work.events, f"pointing without {fold.name}", len(images))
    pointed = point(served, finder, work.dataset.root, images, OF_BOXES, tell)
    held = [one for one in pointed if one.image.split != "train"]
    rest = [one for one in pointed if one.image.split == "train"]
    return {
        "how": DEFINITION,
        "map_of": OF_BOXES,
        "all": table(pointed),
        "val_and_test": table(held),
        "rest": table(rest),
    }


def _inside(work: Work, parts: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    """One collection, every image judged by the network that did not see its patient."""
    measured = [_answers(work, fold, splits) for fold in parts]
    numbers = left_out_numbers(measured, work.recipe.classes)
    pairs = [[r for r in comparisons(m.samples, m.probabilities, m.classes) if "inside" in r["what"]] for m in measured]
    samples = [s for m in measured for s in m.samples]
    return {
        "parts": len(parts),
        "images": len(samples),
        "each": [{"part": m.name, "comparisons": rows} for m, rows in zip(measured, pairs, strict=True)],
        "comparisons": mean_areas(measured, lambda name: " inside " in name),
        "calibration": numbers["together"]["calibration"],
        "means": "other patients of the same hospital, not another hospital",
    }


def _said(numbers: dict[str, Any]) -> list[str]:
    """The table for the terminal."""
    out = []
    for fold in numbers.get("folds", ()):
        rows = [*fold["comparisons"], *fold.get("as_read", ())]
        out += [f"without {fold['name']}", *(f"  {line(row)}" for row in rows)]
    together = numbers.get("together")
    if together:
        out += ["together", *(f"  {line(row)}" for row in together["comparisons"])]
    if "inside" in numbers:
        out += ["inside one collection", *(f"  {line(row)}" for row in numbers["inside"]["comparisons"])]
    return out

"""`publish`: a finished run → a model folder; every number of its card comes through the scorer that serves it."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.paths import resources_dir
from training.data.dataset import open_dataset
from training.data.sample import LUNGS, Sample
from training.events import Events
from training.measures.cautions import cautions
from training.publishing import card_words
from training.publishing.bench import Bench
from training.publishing.card_blocks import (
    COMMAND,
    MEASURED,
    card_point,
    chosen_fit,
    command_of,
    numbers_of,
    points_by_goal,
)
from training.publishing.familiar import fitted
from training.publishing.gate_cards import DRAFT_GATE, DRAFT_ORIENTATION, complete_gate, complete_orientation
from training.publishing.model_place import place_for
from training.publishing.publish_lungs import card_document, publish_lungs
from training.recipe import Recipe
from training.report.subjects import ModelFolder, labels_for_readers
from training.run.checkpoints import read_state
from training.run.run_folder import LAST, StoredRun, mend_events, read_run, trained_network

_COMPLETE = {"gate": complete_gate, "orientation": complete_orientation}
_DRAFTS = {"gate": DRAFT_GATE, "orientation": DRAFT_ORIENTATION}


def run_publish(options: argparse.Namespace, events: Events) -> int:
    """Write the model folder and its card; 0, or ``CxrError``."""
    run = read_run(options.run)
    _check_publishable(run)
    name, folder = place_for(
        options.name or (options.to.name if options.to is not None else run.recipe.name), options.to, options.replace
    )
    words = {"title": options.title, "version": options.version, "intended_use": options.intended_use}
    look = json.loads(options.look.read_text(encoding="utf-8")) if options.look is not None else None
    card = publish(run, name, folder, words, options.data, look, events)
    events("published", name=card.name, folder=folder, card_digest=card.digest)
    return 0


def _check_publishable(run: StoredRun) -> None:
    if run.members:
        names = ", ".join(f"{folder.parent.name}/{folder.name}" for folder in run.members)
        raise CxrError(
            f"an ensemble of {len(run.members)} networks is no single model; publish one of its members: {names}"
        )
    if run.recipe.data.colour:
        raise CxrError("this network looks at colours and radiographs have none; it cannot be published")


def publish(
    run: StoredRun,
    name: str,
    folder: Path,
    words: Mapping[str, str],
    data: Path | None,
    look: Mapping[str, Any] | None,
    events: Events,
    with_familiarity: bool = True,
) -> ModelCard:
    """Measure the run's best weights and write ``folder``. ``words`` (title, version, intended_use) may be empty.

    ``with_familiarity``: a triage model also learns how far an image may be from its training images.

    Raises ``CxrError`` where nothing is left to measure on.
    """
    if run.recipe.role == LUNGS:
        return _publish_lungs(run, name, folder, words, data, events)
    recipe, network, progress = trained_network(run.folder)
    root, samples = _images(run, data, events)
    document = _document(run, recipe, samples, progress, name) | {k: v for k, v in words.items() if v}
    if folder.resolve().parent != (resources_dir() / "checkpoints").resolve():
        document.pop("default", None)  # only what comes with the program may make itself the default
    if look is not None:
        document["metrics"]["collections_left_out"] = look
    with tempfile.TemporaryDirectory() as place:
        draft = Path(place) / "draft"
        events("progress", what="publishing", done=0, total=3)
        card = checkpoint.save(draft, document, network)
        events("progress", what="publishing", done=1, total=3)
        complete = _COMPLETE.get(recipe.role, _complete_triage)
        done, beside = complete(document, draft, root, recipe, samples, events)
        finished = dict(card.document) | done
        if recipe.role == "triage" and with_familiarity:
            bench = Bench.of(ModelFolder(draft), finished, root, samples, recipe.data.leave_out, events)
            beside, block = fitted(bench)
            finished["metrics"] = {**finished["metrics"], **block}
        events("progress", what="publishing", done=2, total=3)
        published = checkpoint.save_copy(folder, finished, draft, card, beside)
    events("progress", what="publishing", done=3, total=3)
    return published


def _publish_lungs(
    run: StoredRun, name: str, folder: Path, words: Mapping[str, str], data: Path | None, events: Events
) -> ModelCard:
    root, samples = _images(run, data, events)
    said = card_document(run.recipe, samples, name) | {k: v for k, v in words.items() if v}
    said["metrics"] = {"training": _training(run, run.recipe, run.state["progress"])}
    said["trained_at"] = time.strftime("%Y-%m-%d", time.gmtime())
    return publish_lungs(run.folder, folder, said, root, samples, events)


def _images(run: StoredRun, data: Path | None, events: Events) -> tuple[Path, list[Sample]]:
    if data is None or (data.exists() and data.resolve() == run.data):
        return run.root, list(run.samples)
    dataset = open_dataset(data, run.recipe, events)
    return dataset.root, list(dataset.samples)


def _document(
    run: StoredRun, recipe: Recipe, samples: Sequence[Sample], progress: Mapping[str, Any], name: str
) -> dict[str, Any]:
    """What needs no measurement."""
    labels = labels_for_readers(recipe.classes, recipe.document.get("class_labels", {}))
    triage = {"output": recipe.network.output, "class_labels": labels, "class_of_interest": recipe.positive}
    return {
        "name": name,
        "title": recipe.title,
        "role": recipe.role,
        "architecture": recipe.network.backbone,
        "classes": list(recipe.classes),
        "preprocess": asdict(recipe.preprocess),
        **_DRAFTS.get(recipe.role, triage),
        "temperature": 1.0,
        "operating_points": [],
        "map_scale": {},
        "version": "1",
        "intended_use": card_words.intended_use(recipe, labels),
        "not_for": card_words.NOT_FOR,
        **({"does_not_look_for": card_words.does_not_look_for(recipe)} if recipe.role == "triage" else {}),
        **{key: value for key, value in recipe.document.items() if key not in triage},
        "data": card_words.collections(samples, recipe.data.leave_out),
        "metrics": {"training": _training(run, recipe, progress)},
        "recipe": card_words.without_places(recipe),
        "trained_at": time.strftime("%Y-%m-%d", time.gmtime()),
        "commands": card_words.commands(recipe, name),
    }


def _training(run: StoredRun, recipe: Recipe, progress: Mapping[str, Any]) -> dict[str, Any]:
    last = run.folder / LAST
    seconds = read_state(last)["progress"]["seconds"] if last.is_file() else progress["seconds"]
    started = [e for e in mend_events(run.folder) if e["event"] in ("started", "resumed")]
    device = f"{started[-1].get('device', 'unknown')}, {started[-1].get('precision', '')}" if started else "unknown"
    gain = float(progress["best"])
    return {
        "best_epoch": progress["best_epoch"],
        "epochs": recipe.epochs,
        "selected_by": recipe.select,
        "selected_value": round(-gain if recipe.select.endswith("loss") else gain, 6),
        "minutes_of_training": round(seconds / 60, 1),
        "machine": f"{device}; {os.cpu_count()} processor cores",
    }


def _complete_triage(
    document: dict[str, Any],
    draft: Path,
    root: Path,
    recipe: Recipe,
    samples: Sequence[Sample],
    events: Events,
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Temperature, thresholds and map scale on validation images, numbers on test images, and what limits them."""
    bench = Bench.of(ModelFolder(draft), document, root, samples, recipe.data.leave_out, events)
    fit = chosen_fit(bench)
    metrics = dict(document["metrics"])
    splits = [split for split in MEASURED if bench.split(split)]
    for split in splits:
        metrics[split] = {COMMAND: command_of(document["name"], split), **numbers_of(bench, split, fit)}
    rows = [card_point(row, fit, splits[0]) for row in metrics[splits[0]]["operating_points"]]
    about, measured = bench.subject.about, bench.split(splits[0])
    said_of = cautions(bench.split("train"), measured, recipe.classes, about.class_labels, same_place=True)
    looked = "collections_left_out" in metrics
    commands = {**document["commands"], "choice": command_of(document["name"], "choice")}
    limitations = card_words.limitations(recipe, said_of, splits[0] != "test", fit.is_known, looked)
    return {
        "commands": commands,
        "temperature": fit.temperature,
        **points_by_goal(rows),
        "map_scale": dict(fit.map_scale),
        "metrics": metrics,
        "limitations": limitations,
    }, {}

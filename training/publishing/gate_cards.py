"""What the cards of a gate and of an orientation network say: thresholds from validation films, numbers on both splits.

Every logit comes through the backend that serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine.calibration import fit_temperature, probabilities
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.familiarity import Familiarity, fit
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE, joint_score, outline
from cxr_desktop.engine.orientation import QUESTIONS
from training.data.drawings import is_drawn
from training.data.sample import FRONTAL, Sample
from training.data.splits import of_split
from training.events import Events
from training.measures.judged import labels_of
from training.measures.metrics import Floats, Ints
from training.recipe import Recipe
from training.report.gate_report import (
    GateFolder,
    GateRule,
    choose_score,
    choose_threshold,
    gate_report,
    prepared_for_gate,
)
from training.report.orientation_report import (
    OrientationFolder,
    answers_to,
    choose_thresholds,
    orientation_report,
)
from training.report.serving import open_lung_finder
from training.report.subjects import Answers

DRAFT_GATE: dict[str, Any] = {"gate_threshold": 0.5}
DRAFT_ORIENTATION: dict[str, Any] = {"orientation_thresholds": dict.fromkeys(QUESTIONS, 1.0)}
"""What a card needs before anything was measured."""
LUNG_WEIGHT = 3.0
TOWARDS_FRONTAL = 0.8
"""Both were chosen on gates that had left kinds and hospitals out. Weights of 2 to 4 do as well; kinds that nobody has
seen come nearer to frontal chests than those that were learned, so the threshold lies close to the frontal films."""
_FEWEST_OUTLINES = 20
_COMMAND = "cxr-desktop evaluate {name} --data DATA --split {split}"


def complete_gate(
    document: dict[str, Any], draft: Path, root: Path, recipe: Recipe, samples: Sequence[Sample], events: Events
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Temperature and thresholds of a gate and what is stopped, and what it knows of lungs as a file beside it.

    Lungs are heard where a model that finds them is installed. Raises ``CxrError`` where a split is missing.
    """
    finder = open_lung_finder()
    train = [s for s in of_split(samples, "train", recipe.data.leave_out) if s.label == FRONTAL]
    shape = fitted_shape(root, train, read_card(draft), finder, events) if finder is not None else None
    subject, splits = GateFolder(draft, shape), _splits(recipe, samples)
    served = {split: subject.answer(root, chosen, events) for split, chosen in splits.items()}
    rule = chosen_rule(served["val"], labels_of(splits["val"], recipe.classes), recipe.classes)
    metrics = dict(document["metrics"])
    for split, chosen in splits.items():
        numbers = gate_report(chosen, served[split], rule)
        metrics[split] = {"command": _COMMAND.format(name=document["name"], split=split), **numbers}
    done = {"temperature": rule.temperature, "gate_threshold": rule.threshold, "metrics": metrics}
    if shape is None or rule.lungs is None or finder is None:
        return done, {}
    weight, threshold = rule.lungs
    done["lung_shape"] = {"weight": weight, "threshold": threshold, "found_by": finder.card.name}
    return done, {LUNG_SHAPE_FILE: shape.to_bytes()}


def fitted_shape(
    root: Path, frontal: Sequence[Sample], card: ModelCard, finder: LungFinder, events: Events
) -> Familiarity | None:
    """The distribution of lungs' outlines over frontal chests; ``None`` where too few show both lungs."""
    real = [s for s in frontal if not is_drawn(s.file)]
    seen = [outline(one.lungs) for one in prepared_for_gate(root, real, card, finder, events)]
    known = [found for found in seen if found is not None]
    return fit(np.stack(known)) if len(known) >= _FEWEST_OUTLINES else None


def chosen_rule(said: Answers, labels: Ints, classes: Sequence[str]) -> GateRule:
    """Temperature and thresholds from validation images: of the network alone, and together with lungs."""
    assert said.logits is not None
    temperature = fitted_temperature(said.logits, labels)
    frontal = probabilities(said.logits, temperature)[:, list(classes).index(FRONTAL)]
    is_frontal = labels == list(classes).index(FRONTAL)
    threshold = choose_threshold(frontal[is_frontal], frontal[~is_frontal])
    lungs = None
    if said.lungs is not None:
        scores = joint_score(frontal, said.lungs, LUNG_WEIGHT)
        lungs = LUNG_WEIGHT, round(choose_score(scores[is_frontal], scores[~is_frontal], TOWARDS_FRONTAL), 4)
    return GateRule(tuple(classes), temperature, threshold, lungs)


def complete_orientation(
    document: dict[str, Any], draft: Path, root: Path, recipe: Recipe, samples: Sequence[Sample], events: Events
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Temperature and thresholds of an orientation network, and what it says of films in every way."""
    classes, subject = recipe.classes, OrientationFolder(draft)
    splits = _splits(recipe, samples)
    served = {split: subject.answer(root, chosen, events) for split, chosen in splits.items()}
    logits = served["val"].logits
    assert logits is not None
    temperature = fitted_temperature(logits, labels_of(splits["val"], classes))
    lying = served["val"].lying
    assert lying is not None
    limits = choose_thresholds(answers_to(lying, classes, temperature))
    metrics = dict(document["metrics"])
    for split, chosen in splits.items():
        said = served[split].lying
        assert said is not None
        numbers = orientation_report(chosen, said, classes, temperature, limits)
        metrics[split] = {"command": _COMMAND.format(name=document["name"], split=split), **numbers}
    return {"temperature": temperature, "orientation_thresholds": limits, "metrics": metrics}, {}


def fitted_temperature(logits: Floats, labels: Ints) -> float:
    """Never below 1: a gate that is right on all validation images should not become surer of the next ones."""
    return round(max(1.0, fit_temperature(logits, labels)), 4)


def _splits(recipe: Recipe, samples: Sequence[Sample]) -> dict[str, list[Sample]]:
    splits = {split: of_split(samples, split, recipe.data.leave_out) for split in ("val", "test")}
    if not all(splits.values()):
        raise CxrError(f"a model of role {recipe.role} needs validation and test images")
    return splits

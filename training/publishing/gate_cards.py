"""What the cards of a gate and of an orientation network say: thresholds from validation films, numbers on both splits.

Every logit comes through the backend that serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.calibration import fit_temperature, probabilities
from cxr_desktop.engine.orientation import QUESTIONS
from training.data.sample import FRONTAL, Sample
from training.data.splits import of_split
from training.events import Events
from training.measures.judged import labels_of
from training.measures.metrics import Floats, Ints
from training.recipe import Recipe
from training.report.gate_report import GateFolder, choose_threshold, gate_report
from training.report.orientation_report import (
    OrientationFolder,
    answers_to,
    choose_thresholds,
    orientation_report,
)

DRAFT_GATE: dict[str, Any] = {"gate_threshold": 0.5}
DRAFT_ORIENTATION: dict[str, Any] = {"orientation_thresholds": dict.fromkeys(QUESTIONS, 1.0)}
"""What a card needs before anything was measured."""
_COMMAND = "cxr-desktop evaluate {name} --data DATA --split {split}"


def complete_gate(
    document: dict[str, Any], draft: Path, root: Path, recipe: Recipe, samples: Sequence[Sample], events: Events
) -> dict[str, Any]:
    """Temperature and threshold of a gate, and what is stopped. Raises ``CxrError`` where a split is missing."""
    classes, subject = recipe.classes, GateFolder(draft)
    splits = _splits(recipe, samples)
    served = {split: subject.answer(root, chosen, events) for split, chosen in splits.items()}
    logits, labels = served["val"].logits, labels_of(splits["val"], classes)
    assert logits is not None
    temperature = fitted_temperature(logits, labels)
    frontal = probabilities(logits, temperature)[:, classes.index(FRONTAL)]
    is_frontal = labels == classes.index(FRONTAL)
    threshold = choose_threshold(frontal[is_frontal], frontal[~is_frontal])
    metrics = dict(document["metrics"])
    for split, chosen in splits.items():
        said = served[split]
        assert said.logits is not None
        assert said.empty is not None
        numbers = gate_report(chosen, (said.logits, said.empty), classes, temperature, threshold)
        metrics[split] = {"command": _COMMAND.format(name=document["name"], split=split), **numbers}
    return {"temperature": temperature, "gate_threshold": threshold, "metrics": metrics}


def complete_orientation(
    document: dict[str, Any], draft: Path, root: Path, recipe: Recipe, samples: Sequence[Sample], events: Events
) -> dict[str, Any]:
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
    return {"temperature": temperature, "orientation_thresholds": limits, "metrics": metrics}


def fitted_temperature(logits: Floats, labels: Ints) -> float:
    """Never below 1: a gate that is right on all validation images should not become surer of the next ones."""
    return round(max(1.0, fit_temperature(logits, labels)), 4)


def _splits(recipe: Recipe, samples: Sequence[Sample]) -> dict[str, list[Sample]]:
    splits = {split: of_split(samples, split, recipe.data.leave_out) for split in ("val", "test")}
    if not all(splits.values()):
        raise CxrError(f"a model of role {recipe.role} needs validation and test images")
    return splits

"""What a gate stops among kinds of pictures and collections that it did not learn from, and how far an orientation
network is right there; it trains nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.orientation import thresholds_of
from training.data.sample import CHILD, FRONTAL, LATERAL, NOT_CHEST, Sample
from training.left_out.folds import Fold, measured_of
from training.left_out.training import Work, model_of
from training.measures.metrics import Mask
from training.report.gate_left_out_page import count_of
from training.report.gate_report import GateFolder, GateRule, gate_report, share
from training.report.orientation_report import OrientationFolder, orientation_report

GATE_FOLDS = (
    "hand_wrist+elbow_forearm+foot_ankle+knee+cxnet+lateral_1",
    "mammogram+abdomen+pelvis_hip+nih+lateral_2",
    "spine+shoulder+kermany+lateral_3",
    "ct+ood_ct_brain+ood_mri_brain+other+shenzhen+hannover+lateral_4",
    "ieee8023+lateral_5",
)
"""Of the radiograph folder: each fold leaves out frontal chests of other hospitals, other parts of the body, and a
fifth of the laterals, so that every real picture is judged once by a gate that knows nothing like it."""
_KEPT = (
    "images",
    "per_class",
    "gate_threshold",
    "lung_shape",
    "stopped",
    "stopped_without_lungs",
    "stopped_by_kind",
)
ORIENTATION_FOLDS = ("cxnet+hannover", "nih", "ieee8023+unknown", "kermany+shenzhen")


def measure_gate_folds(work: Work, folds: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    """Every fold by its own gate and threshold, then all counts added up. Raises ``CxrError``."""
    rows: list[dict[str, Any]] = []
    samples: list[Sample] = []
    stopped, alone = [], []
    for fold in folds:
        subject, chosen = GateFolder(model_of(work, fold)), _chosen(work, fold, splits)
        said = subject.answer(work.dataset.root, chosen, work.events)
        rule = GateRule.of(subject.card)
        numbers = gate_report(chosen, said, rule)
        kept = {key: numbers[key] for key in _KEPT if key in numbers}
        rows.append({"name": fold.name, "left_out": list(fold.origins), **kept})
        samples += chosen
        stopped.append(rule.stopped(said))
        assert said.logits is not None
        alone.append(rule.stopped_alone(said.logits))
    together = _together(samples, np.concatenate(stopped))
    network = {f"{name}, network alone": row for name, row in _together(samples, np.concatenate(alone)).items()}
    return {**_head(work, splits), "folds": rows, "together": together | network}


def _together(samples: Sequence[Sample], stopped: Mask) -> dict[str, Any]:
    labels, grown = np.asarray([s.label for s in samples]), np.asarray([s.age_group != CHILD for s in samples])
    rows = {name: share(stopped[labels == name]) for name in (FRONTAL, LATERAL, NOT_CHEST) if (labels == name).any()}
    adults = (labels == FRONTAL) & grown
    return rows | ({f"{FRONTAL}, without children": share(stopped[adults])} if adults.any() else {})


def measure_orientation_folds(work: Work, folds: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    """Every fold by its own network and thresholds; together the counts of upright films and of each way to lie."""
    rows = []
    for fold in folds:
        subject, chosen = OrientationFolder(model_of(work, fold)), _chosen(work, fold, splits)
        said = subject.answer(work.dataset.root, chosen, work.events)
        assert said.lying is not None
        card = subject.card
        limits = thresholds_of(card.document)
        numbers = orientation_report(chosen, said.lying, card.classes, card.temperature, limits)
        rows.append({"name": fold.name, "left_out": list(fold.origins), **numbers})
    together = {
        "upright": _added([row["upright"]["all"]["stopped"] for row in rows]),
        "ways": {
            name: {what: _added([row["ways"][name][what] for row in rows]) for what in rows[0]["ways"][name]}
            for name in rows[0]["ways"]
        },
        "questions": {name: _added([row["questions"][name] for row in rows]) for name in rows[0]["questions"]},
    }
    return {**_head(work, splits), "folds": rows, "together": together}


def _added(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Counts of several networks as one share."""
    what, _ = count_of(rows[0])
    hits, of = sum(int(row[what]) for row in rows), sum(int(row["of"]) for row in rows)
    return share(np.arange(of) < hits, what)


def _chosen(work: Work, fold: Fold, splits: Sequence[str]) -> list[Sample]:
    samples = measured_of(fold, work.dataset.samples, splits)
    if not samples:
        raise CxrError(f"{fold.name} has no images of the splits {', '.join(splits)}")
    return samples


def _head(work: Work, splits: Sequence[str]) -> dict[str, Any]:
    recipe = work.recipe
    network = f"{recipe.network.backbone} at {recipe.preprocess.height}×{recipe.preprocess.width}"
    images = recipe.images_per_epoch or "all"
    return {
        "recipe": recipe.name,
        "trained": f"{network}; {recipe.epochs} epochs of {images} images",
        "splits": list(splits),
    }

"""What a gate stops among kinds of pictures and collections that it did not learn from, and how far an orientation
network is right there; it trains nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.orientation import thresholds_of
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST, Sample
from training.left_out.folds import Fold, measured_of
from training.left_out.training import Work, model_of
from training.report.gate_report import GOALS, GateFolder, gate_report, share
from training.report.orientation_report import OrientationFolder, orientation_report
from training.report.sheet import Command, Heading, Part, Table, Words

GATE_FOLDS = (
    "hand_wrist+elbow_forearm+foot_ankle+knee+cxnet+lateral_1",
    "mammogram+abdomen+pelvis_hip+nih+lateral_2",
    "spine+shoulder+kermany+lateral_3",
    "ct+ood_ct_brain+ood_mri_brain+other+shenzhen+hannover+lateral_4",
    "ieee8023+lateral_5",
)
"""Of the radiograph folder: each fold leaves out frontal chests of other hospitals, other parts of the body, and a
fifth of the laterals, so that every real picture is judged once by a gate that knows nothing like it."""
ORIENTATION_FOLDS = ("cxnet+hannover", "nih", "ieee8023+unknown", "kermany+shenzhen")
_SHARE_KEYS = ("share", "low", "high")


def measure_gate_folds(work: Work, folds: Sequence[Fold], splits: Sequence[str]) -> dict[str, Any]:
    """Every fold by its own gate and threshold, then all counts added up. Raises ``CxrError``."""
    rows, samples, stopped = [], [], []
    for fold in folds:
        subject, chosen = GateFolder(model_of(work, fold)), _chosen(work, fold, splits)
        said = subject.answer(work.dataset.root, chosen, work.events)
        assert said.logits is not None
        assert said.empty is not None
        threshold = float(subject.card.document["gate_threshold"])
        served = (said.logits, said.empty)
        numbers = gate_report(chosen, served, subject.card.classes, subject.card.temperature, threshold)
        kept = {key: numbers[key] for key in ("images", "per_class", "gate_threshold", "stopped", "stopped_by_kind")}
        rows.append({"name": fold.name, "left_out": list(fold.origins), **kept})
        samples += chosen
        stopped.append(subject.stopped(said))
    return {**_head(work, splits), "folds": rows, "together": _together(samples, np.concatenate(stopped))}


def _together(samples: Sequence[Sample], stopped: Any) -> dict[str, Any]:
    labels = np.asarray([s.label for s in samples])
    return {name: share(stopped[labels == name]) for name in (FRONTAL, LATERAL, NOT_CHEST) if (labels == name).any()}


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
    what = next(key for key in rows[0] if key not in ("of", *_SHARE_KEYS))
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


def gate_sheet(numbers: Mapping[str, Any]) -> list[Part]:
    """The table as a page."""
    head = Heading(f"Collections left out: {numbers['recipe']}", 1)
    words = Words(
        "Every network below was trained without the kinds and collections that it is measured on, with "
        f"its threshold from its own validation images. {numbers['trained']}. Splits: {', '.join(numbers['splits'])}."
    )
    return [head, words, *gate_body(numbers, 2), Command(numbers["command"])]


def gate_body(numbers: Mapping[str, Any], level: int) -> list[Part]:
    """The tables, for the page and for a card."""
    parts: list[Part] = [Heading("All folds together", level), _table(_flat(numbers["together"]))]
    for fold in numbers["folds"]:
        rows = {"upright": {k: v["stopped"] for k, v in fold["upright"].items()}} if "upright" in fold else {}
        rows |= {"": fold["stopped_by_kind"]} if "stopped_by_kind" in fold else {"ways": fold.get("ways", {})}
        parts += [Heading(f"Without {fold['name']}", level), _table(_flat(rows))]
    return parts


def _flat(numbers: Mapping[str, Any], where: str = "") -> dict[str, Mapping[str, Any]]:
    """Shares by their path."""
    out: dict[str, Mapping[str, Any]] = {}
    for key, value in numbers.items():
        name = ", ".join(part for part in (where, key) if part)
        out |= {name: value} if "of" in value else _flat(value, name)
    return out


def _table(rows: Mapping[str, Mapping[str, Any]]) -> Table:
    cells = [(name, *_cells(row)) for name, row in rows.items() if row["of"]]
    return Table(("Of what", "Count", "Images", "Share (95 % interval)"), tuple(cells))


def _cells(row: Mapping[str, Any]) -> tuple[str, str, str]:
    count = next(value for key, value in row.items() if key not in ("of", *_SHARE_KEYS))
    return str(count), str(row["of"]), f"{row['share']:.3f} ({row['low']:.3f}–{row['high']:.3f})"


def gate_lines(numbers: Mapping[str, Any]) -> list[str]:
    """The table for the terminal."""
    out = []
    for name, row in _flat(numbers["together"]).items():
        goal = f" (goal {GOALS[name]})" if name in GOALS else ""
        count, of, words = _cells(row)
        out.append(f"{name:52} {count:>5} of {of:>5}  {words}{goal}")
    return out

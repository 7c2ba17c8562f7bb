"""The installed models for a terminal or a script: role, size, partner, and the numbers that a card leads with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.checkpoint import CARD_FILE, installed
from cxr_desktop.engine.model_lookup import partner_of
from cxr_desktop.export.wording import finding_label, per_cent, plain

ROLES = ("triage", "gate", "orientation", "lungs")
_AGES = {"known_adults": "known adults", "without_children": "without children", "all": "all ages"}

Fact = dict[str, Any]
"""``what`` is measured, its ``value`` in 0…1 and the 95 % interval ``low``…``high`` where the card has one."""


def models_of(dirs: Sequence[Path]) -> list[dict[str, Any]]:
    """One object per model: those that score first, the default one before all others; sizes in bytes."""
    found = []
    for role in ROLES:
        pairs = sorted(installed(dirs, role), key=lambda pair: pair[1].document.get("default") is not True)
        found += [_model(folder, card) for folder, card in pairs]
    names = {model["name"] for model in found if model["role"] == "triage"}
    for model in found:
        if model["second_opinion"]:
            model["second_opinion_installed"] = model["second_opinion"] in names
    return found


def _model(folder: Path, card: ModelCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "title": card.title,
        "version": card.version,
        "role": card.role,
        "default": card.document.get("default") is True,
        "architecture": card.architecture,
        "classes": [str(name) for name in (card.findings if card.role == "triage" else card.classes)],
        "bytes": sum((folder / name).stat().st_size for name in (CARD_FILE, *card.files) if (folder / name).is_file()),
        "second_opinion": partner_of(card),
        "digest": card.digest,
        "folder": str(folder),
        "headline": list(headline(card)),
    }


def headline(card: ModelCard) -> Iterator[Fact]:
    """The numbers that a card leads with, as it states them; nothing is computed. None where it states none."""
    metrics = card.document.get("metrics")
    if not isinstance(metrics, Mapping):
        return
    if card.role == "triage":
        yield from _areas(card, metrics)
        yield from _point(card)
    elif card.role == "lungs":
        yield from _dice(_at(metrics, "test", "dice"))
    elif card.role == "gate":
        yield from _stopped(_at(metrics, "test", "stopped"))
    elif card.role == "orientation":
        yield from _stopped({"upright films": _at(metrics, "test", "upright", "all", "stopped")})
        yield from _said(_at(metrics, "test", "questions"))


def _areas(card: ModelCard, metrics: Mapping[str, Any]) -> Iterator[Fact]:
    """Of the class that orders the list against the rest: first at hospitals that took no part in the training."""
    interest = card.class_of_interest
    name = plain(card.label_of(interest))
    for rows, where in (
        (_at(metrics, "leave_one_origin_out", "together", "comparisons"), "hospitals left out of the training"),
        (_at(metrics, "comparisons", "test"), "other patients of the same hospitals"),
    ):
        row = next((row for row in _rows(rows) if row.get("what") == f"{interest} v rest"), None)
        if row is not None and _is_number(row.get("auc")):
            ages = _AGES.get(str(row.get("group")), str(row.get("group")))
            yield _fact(f"AUC {name} against the rest, {where}, {ages}", row["auc"], row)


def _point(card: ModelCard) -> Iterator[Fact]:
    point = card.high_sensitivity_point(card.class_of_interest)
    if point is None or not point.true_positives + point.false_negatives:
        return
    where = f"{plain(card.label_of(point.finding))} at {point.threshold:.3f}, {plain(point.measured_on)}"
    for what, value, interval in (
        ("Sensitivity", point.sensitivity, point.sensitivity_interval),
        ("Specificity", point.specificity, point.specificity_interval),
    ):
        yield _fact(f"{what} {where}", value, {"low": interval[0], "high": interval[1]})


def _dice(found: Any) -> Iterator[Fact]:
    if isinstance(found, Mapping) and _is_number(found.get("mean")):
        low, high = found.get("interval") or (None, None)
        yield _fact("Dice of the lungs, mean of the test images", found["mean"], {"low": low, "high": high})
        if _is_number(found.get("fifth_percentile")):
            yield _fact("Dice of the lungs, fifth percentile", found["fifth_percentile"], {})


def _stopped(found: Any) -> Iterator[Fact]:
    for kind, row in (found if isinstance(found, Mapping) else {}).items():
        if isinstance(row, Mapping) and _is_number(row.get("share")):
            yield _fact(f"Stopped, {plain(str(kind)).replace('_', ' ')}", row["share"], row)


def _said(found: Any) -> Iterator[Fact]:
    """How often a film that lies wrong is found so."""
    for question, row in (found if isinstance(found, Mapping) else {}).items():
        if str(question).endswith("is so") and isinstance(row, Mapping) and _is_number(row.get("share")):
            yield _fact(f"Found {plain(str(question)).split(':')[0]}", row["share"], row)


def _fact(what: str, value: float, interval: Mapping[str, Any]) -> Fact:
    low, high = interval.get("low"), interval.get("high")
    known = _is_number(low) and _is_number(high)
    return {"what": what, "value": value, "low": low if known else None, "high": high if known else None}


def _at(tree: Any, *keys: str) -> Any:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    return tree


def _rows(found: Any) -> list[Mapping[str, Any]]:
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def lines(models: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The list as text, a paragraph for each model."""
    for model in models:
        default = ", default" if model["default"] else ""
        size = f"{model['bytes'] / 1e6:.1f} MB"
        yield f"{model['name']}  {model['version']}  ({model['role']}{default})"
        yield f"    {plain(model['title'])}: {model['architecture']}, {size}"
        yield f"    Classes: {', '.join(_class_name(model['role'], name) for name in model['classes'])}"
        if model["second_opinion"]:
            absent = "" if model["second_opinion_installed"] else " (not installed)"
            yield f"    Second opinion: {plain(model['second_opinion'])}{absent}"
        for fact in model["headline"]:
            yield f"    {fact['what']}: {_value(fact)}"
        yield ""


def _class_name(role: str, name: str) -> str:
    return finding_label(Finding(name)) if role == "triage" else name.replace("_", " ")


def _value(fact: Fact) -> str:
    is_share = fact["what"].startswith(("Sensitivity", "Specificity", "Stopped", "Found"))
    text = per_cent(fact["value"]) if is_share else f"{fact['value']:.3f}"
    if fact["low"] is None:
        return text
    scale, digits = (100, 0) if is_share else (1, 3)
    return f"{text} [{scale * fact['low']:.{digits}f}–{scale * fact['high']:.{digits}f}]"

"""Headers and results as JSON text and bytes for the database, and back; knows no SQL and no files."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from functools import lru_cache
from math import isfinite
from operator import attrgetter
from sys import intern
from typing import Any, NamedTuple

import orjson

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
    Correction,
    Finding,
    GateClass,
    Prediction,
    QualityVerdict,
    RiskBand,
    SaliencyMap,
    ScoredBy,
    SecondOpinion,
    Status,
)
from cxr_desktop.domain.radiograph import Radiograph, Source

_HEADER_FIELDS = tuple(f.name for f in fields(Radiograph) if f.name != "path")
_header_values = attrgetter(*_HEADER_FIELDS)
_KNOWN = {finding: finding for finding in KNOWN_FINDINGS}
_affine = lru_cache(maxsize=4096)(Affine)
_OFTEN_EQUAL = (
    "sop_class_uid", "patient_sex", "patient_age", "study_date", "study_description", "series_description", "modality",
    "body_part_examined", "view_position", "laterality", "patient_orientation", "photometric_interpretation",
    "transfer_syntax_uid",
)  # fmt: skip
"""Texts of which 100,000 headers have few different ones: equal ones are one object, which halves a list's memory."""
_OFTEN_EQUAL_PLACES = tuple(_HEADER_FIELDS.index(name) for name in _OFTEN_EQUAL)
_SOURCE, _INSTANCE, _SPACING, _FLAGS = map(
    _HEADER_FIELDS.index, ("source", "instance_number", "pixel_spacing_mm", "flags")
)
# Calling an enumeration takes longer than all the rest of a field.
_SOURCES = {member.value: member for member in Source}
_STATUSES = {member.value: member for member in Status}
_BANDS: dict[str | None, RiskBand | None] = {None: None, **{member.value: member for member in RiskBand}}
_GATE_CLASSES = {member.value: member for member in GateClass}


class StoredResult(NamedTuple):
    """A prediction without its path: JSON, the maps' values one after the other, the lungs' packed zones."""

    document: str
    maps: bytes = b""
    lungs: bytes | None = None


_PLAIN_FIELDS = ("reason", "content_hash", "seconds", "scored_at", "quarter_turns", "override")


def header_to_json(header: Radiograph) -> str:
    """Everything but the path, which is a column of its own.

    The standard library, which takes four times as long, writes what only it can: lone surrogates as JSON escapes,
    whole numbers of more than 64 bits, and numbers that are none.
    """
    fields = dict(zip(_HEADER_FIELDS, _header_values(header), strict=True))
    numbers = (header.kvp, header.exposure_mas, *(header.pixel_spacing_mm or ()))
    try:
        if all(number is None or isfinite(number) for number in numbers):
            return orjson.dumps(fields).decode()
    except orjson.JSONEncodeError:
        pass
    return json.dumps(fields, separators=(",", ":"))


def header_from_json(path: str, text: str) -> Radiograph:
    """Raises ``ValueError``, ``TypeError`` or ``KeyError`` for text that no version of this program wrote."""
    stored = _decoded(text)
    if tuple(stored) != _HEADER_FIELDS:
        return _header_of_before(path, stored)
    values = list(stored.values())
    if type(values[_INSTANCE]) is float:
        values = list(json.loads(text).values())  # a whole number of more than 64 bits
    for place in _OFTEN_EQUAL_PLACES:
        values[place] = intern(values[place])
    values[_SOURCE] = _SOURCES[values[_SOURCE]]
    spacing = values[_SPACING]
    values[_SPACING] = (float(spacing[0]), float(spacing[1])) if spacing else None
    values[_FLAGS] = tuple(values[_FLAGS])
    return Radiograph(path, *values)


def _header_of_before(path: str, written: dict[str, Any]) -> Radiograph:
    """Of a program that knew fewer fields, more, or others."""
    stored = {name: value for name, value in written.items() if name in _HEADER_FIELDS}
    for name in _OFTEN_EQUAL:
        stored[name] = intern(stored.get(name, ""))
    stored["source"] = Source(stored["source"])
    stored["flags"] = tuple(stored.get("flags", ()))
    spacing = stored.get("pixel_spacing_mm")
    stored["pixel_spacing_mm"] = (float(spacing[0]), float(spacing[1])) if spacing else None
    return Radiograph(path=path, **stored)


def _decoded(text: str) -> Any:
    """What JSON says, four times as fast as the standard library, which is asked about what only it takes:
    lone surrogates, and numbers that are none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


def prediction_to_json(prediction: Prediction) -> StoredResult:
    """Numbers come back to the last bit."""
    gate, lungs = prediction.gate, prediction.lungs
    document: dict[str, Any] = {name: getattr(prediction, name) for name in _PLAIN_FIELDS}
    document |= {
        "status": prediction.status.value,
        "scored_by": asdict(prediction.scored_by) if prediction.scored_by else None,
        "flags": list(prediction.flags),
        **_numbers(prediction),
        "inverted": prediction.inverted,
        "gate": _gate_to_json(gate) if gate else None,
        "maps": [[m.finding.value, m.height, m.width, m.to_source.as_tuple(), m.method] for m in prediction.maps],
        "lungs": [lungs.height, lungs.width, lungs.to_source.as_tuple()] if lungs else None,
        "second": prediction.second
        and {**_numbers(prediction.second), "scored_by": asdict(prediction.second.scored_by)},
    }
    text = json.dumps(document, separators=(",", ":"))
    return StoredResult(text, b"".join(m.values for m in prediction.maps), lungs.packed if lungs else None)


def _numbers(answer: Prediction | SecondOpinion) -> dict[str, Any]:
    """What a model said."""
    return {
        "risk_band": answer.risk_band.value if answer.risk_band else None,
        "risk_finding": answer.risk_finding.value,
        "probabilities": {finding.value: float(p) for finding, p in answer.probabilities.items()},
        "logits": {finding.value: float(v) for finding, v in answer.logits.items()},
    }


def _gate_to_json(gate: QualityVerdict) -> dict[str, Any]:
    correction = gate.correction
    return {
        "gate_class": gate.gate_class.value,
        "usable": gate.usable,
        "reason": gate.reason,
        "probabilities": {name: float(p) for name, p in gate.probabilities.items()},
        "correction": [correction.quarter_turns, correction.inverted] if correction is not None else None,
    }


def prediction_from_json(path: str, stored: StoredResult) -> Prediction:
    """Raises ``ValueError``, ``TypeError`` or ``KeyError`` for what no version of this program wrote.

    What a program of before did not know is absent from its documents: a second opinion, lungs, corrections.
    """
    document = _decoded(stored.document)
    gate, scored_by, second = document["gate"], document["scored_by"], document.get("second")
    # By place: 19 names for each of 100,000 results take longer to match than the values take to decode.
    return Prediction(
        path,
        _STATUSES[document["status"]],
        document["reason"],
        document["content_hash"],
        _gate(gate) if gate else None,
        _shares(document["probabilities"]),
        _shares(document["logits"]),
        _BANDS[document["risk_band"] or None],
        _maps(document["maps"], stored.maps),
        _scored_by(tuple(scored_by.items())) if scored_by else None,
        document["seconds"],
        document["scored_at"],
        document["quarter_turns"],
        document["override"],
        _same(tuple(document["flags"])),
        _finding(document.get("risk_finding", Finding.COVID19)),  # absent before there were others
        bool(document.get("inverted", False)),
        _lungs(document.get("lungs"), stored.lungs),
        _second(second) if second else None,
    )


@lru_cache(maxsize=4096)
def _same(flags: tuple[str, ...]) -> tuple[str, ...]:
    """Equal flags are one object."""
    return flags


@lru_cache(maxsize=256)
def _finding(name: str) -> Finding:
    """100,000 results name the same few classes over and over: each is checked and kept once.

    The known ones are the objects by which others ask for them: a look into a dictionary takes half as long then.
    """
    finding = Finding(name)
    return _KNOWN.get(finding, finding)


@lru_cache(maxsize=64)
def _scored_by(stored: tuple[tuple[str, Any], ...]) -> ScoredBy:
    return ScoredBy(**dict(stored))


def _shares(stored: dict[str, float]) -> dict[Finding, float]:
    return {_finding(name): value for name, value in stored.items()}


def _second(stored: dict[str, Any]) -> SecondOpinion:
    return SecondOpinion(
        probabilities=_shares(stored["probabilities"]),
        logits=_shares(stored["logits"]),
        risk_finding=_finding(stored.get("risk_finding", Finding.COVID19)),
        risk_band=_BANDS[stored["risk_band"] or None],
        scored_by=_scored_by(tuple(stored["scored_by"].items())),
    )


def _gate(stored: dict[str, Any]) -> QualityVerdict:
    correction = stored.get("correction")
    return QualityVerdict(
        _GATE_CLASSES[stored["gate_class"]],
        bool(stored["usable"]),
        intern(stored["reason"]),
        {intern(name): share for name, share in stored["probabilities"].items()},
        Correction(int(correction[0]), bool(correction[1])) if correction else None,
    )


def _lungs(place: list[Any] | None, packed: bytes | None) -> LungField | None:
    if place is None:
        return None
    if packed is None:
        raise ValueError("the stored zones of the lungs are missing")
    height, width, to_source = place
    return LungField.from_packed(int(height), int(width), packed, _affine(*to_source))


def _maps(stored: list[list[Any]], values: bytes) -> tuple[SaliencyMap, ...]:
    found, start = [], 0
    for finding, height, width, to_source, method in stored:
        end = start + 4 * height * width
        found.append(
            SaliencyMap(_finding(finding), height, width, values[start:end], _affine(*to_source), intern(method))
        )
        start = end
    if start != len(values):
        raise ValueError("the stored maps do not have the size that their document names")
    return tuple(found)

"""Predictions as JSON, one object per file, in the order given. No pixels, no identity.

A path ending in ``.jsonl`` or ``.ndjson``, or a stream, gets one object per line; any other path gets one array.
Schema (``?`` may be null)::

    path, reason, content_hash (SHA-256), scored_at (ISO 8601, UTC): string
    status: "scored" | "not_scored" | "not_an_image"
    gate?: {class: string, usable: bool, reason: string, probabilities: {class: number},
            correction?: {quarter_turns: int, inverted: bool}}   what would make a stopped image usable
    probabilities?: {covid19?, pneumonia?, tuberculosis?, normal?, …: number}   6 decimals; null: no such class;
                                                                 classes that only this model has stand beside them
    logits?: {finding: number}                                   before calibration
    risk_finding?: string                                        the class that orders the worklist
    risk_band?: "below" | "between" | "above"                    of that class
    scored_by?: {model, model_version, model_digest, backend, device, precision: string, preprocess_version: int}
    second?: {probabilities, logits, risk_finding, risk_band?, scored_by}    what another model says, as above
    disagreement?: number, bands_differ: bool                    of the two models about the class that orders the list
    map_place?: {region: string, outside_lungs: number}          where the map of that class lies; outside: 0…1
    impression?: [string], verdict?: "agree" | "disagree" | "unsure", verdicts?: {class: "agree" | "disagree"}
                                                                 what the reader saw, and thinks of the model's answer,
                                                                 whole and by class; only from a window's worklist
    conflicts?: [string]                                         what other files contradict; only from there
    seconds: number, quarter_turns: int (0…3, counter-clockwise), inverted: bool, override: bool,
    flags: [string]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path
from typing import Any, TextIO

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Prediction, SecondOpinion, Status, in_column_order
from cxr_desktop.export.atomic_file import atomic_text
from cxr_desktop.export.map_place import map_place
from cxr_desktop.export.wording import format_probability, logits_in_order, plain, readable_path

LINES_SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a worklist knows of an image beside its result: the reader's word, and what other files contradict."""

    impression: Impression | None = None
    conflicts: tuple[str, ...] = ()


Besides = Mapping[str, Beside]
"""By path."""


def record(prediction: Prediction, besides: Besides | None = None) -> dict[str, Any]:
    """One file's object, as the module's docstring describes it."""
    known = _beside(besides.get(prediction.path, Beside())) if besides is not None else {}
    verdict, second, place = prediction.gate, prediction.second, map_place(prediction)
    scored = prediction.status is Status.SCORED
    return {
        "path": readable_path(prediction.path),
        "status": prediction.status.value,
        "reason": plain(prediction.reason),
        "content_hash": prediction.content_hash,
        "gate": None
        if verdict is None
        else {
            "class": verdict.gate_class.value,
            "usable": verdict.usable,
            "reason": plain(verdict.reason),
            "probabilities": {name: _rounded(value) for name, value in verdict.probabilities.items()},
            "correction": asdict(verdict.correction) if verdict.correction else None,
        },
        **(_numbers(prediction) if scored else dict.fromkeys(("probabilities", "logits", "risk_finding", "risk_band"))),
        "scored_by": asdict(prediction.scored_by) if prediction.scored_by else None,
        "second": {**_numbers(second), "scored_by": asdict(second.scored_by)} if second else None,
        "disagreement": _rounded(prediction.disagreement),
        "bands_differ": prediction.bands_differ,
        "map_place": {"region": place.region, "outside_lungs": round(place.outside, 3)} if place else None,
        "seconds": round(prediction.seconds, 3),
        "scored_at": prediction.scored_at,
        "quarter_turns": prediction.quarter_turns,
        "inverted": prediction.inverted,
        "override": prediction.override,
        "flags": [plain(flag) for flag in prediction.flags],
        **known,
    }


def _beside(known: Beside) -> dict[str, Any]:
    """Nothing of it is unknown: a study without an impression has none."""
    impression = known.impression
    return {
        "impression": [*map(str, impression.findings)] if impression else [],
        "verdict": impression.verdict.value if impression and impression.verdict else None,
        "verdicts": {str(finding): verdict.value for finding, verdict in (impression.verdicts if impression else ())},
        "conflicts": list(known.conflicts),
    }


def _numbers(answer: Prediction | SecondOpinion) -> dict[str, Any]:
    """What one model said."""
    findings = in_column_order((*KNOWN_FINDINGS, *answer.probabilities))
    return {
        "probabilities": {finding.value: _rounded(answer.probabilities.get(finding)) for finding in findings},
        "logits": {finding.value: _number(value) for finding, value in logits_in_order(answer.logits)},
        "risk_finding": answer.risk_finding.value if answer.risk is not None else None,
        "risk_band": answer.risk_band.value if answer.risk_band else None,
    }


def _rounded(value: float | None) -> float | None:
    """The very digits that the CSV prints."""
    text = format_probability(value)
    return float(text) if text else None


def _number(value: float) -> float | None:
    """JSON has no NaN."""
    return float(value) if isfinite(value) else None


@contextmanager
def writer(target: Path | TextIO, besides: Besides | None = None) -> Iterator[Callable[[Prediction], None]]:
    """Write object by object; a path appears under its own name when all is done (see ``atomic_file``)."""
    if not isinstance(target, Path):
        yield _lines_into(target, besides)
        target.flush()
        return
    with atomic_text(target) as stream:
        if target.suffix.lower() in LINES_SUFFIXES:
            yield _lines_into(stream, besides)
            return
        first = True

        def write(prediction: Prediction) -> None:
            nonlocal first
            stream.write("[\n" if first else ",\n")
            stream.write(_text(prediction, besides))
            stream.flush()
            first = False

        yield write
        stream.write("[]\n" if first else "\n]\n")


def _lines_into(stream: TextIO, besides: Besides | None) -> Callable[[Prediction], None]:
    def write(prediction: Prediction) -> None:
        stream.write(_text(prediction, besides) + "\n")

    return write


def _text(prediction: Prediction, besides: Besides | None) -> str:
    return json.dumps(record(prediction, besides), ensure_ascii=False, allow_nan=False)

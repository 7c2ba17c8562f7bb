"""Predictions as JSON, one object per file, in the order given. No pixels, no identity.

A path ending in ``.jsonl`` or ``.ndjson``, or a stream, gets one object per line; any other path gets one array.
Schema (``?`` may be null)::

    path, reason, content_hash (SHA-256), scored_at (ISO 8601, UTC): string
    status: "scored" | "not_scored" | "not_an_image"
    gate?: {class: string, usable: bool, reason: string, probabilities: {class: number}}
    probabilities?: {covid19?, pneumonia?, tuberculosis?, normal?, …: number}   6 decimals; null: no such class;
                                                                 classes that only this model has stand beside them
    logits?: {finding: number}                                   before calibration
    risk_finding?: string                                        the class that orders the worklist
    risk_band?: "below" | "between" | "above"                    of that class
    scored_by?: {model, model_version, model_digest, backend, device, precision: string, preprocess_version: int}
    impression?: [string]                                        what the reader said; only from a window's worklist
    seconds: number, quarter_turns: int (0…3, counter-clockwise), override: bool, flags: [string]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any, TextIO

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Prediction, Status, in_column_order
from cxr_desktop.export.atomic_file import atomic_text
from cxr_desktop.export.wording import format_probability, logits_in_order, plain, probability_of, readable_path

LINES_SUFFIXES = (".jsonl", ".ndjson")


Impressions = Mapping[str, Sequence[str]]
"""What a worklist's reader said about the study of each path."""


def record(prediction: Prediction, impressions: Impressions | None = None) -> dict[str, Any]:
    """One file's object, as the module's docstring describes it."""
    said = {} if impressions is None else {"impression": [*map(str, impressions.get(prediction.path, ()))]}
    verdict = prediction.gate
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
        },
        "probabilities": _probabilities(prediction) if scored else None,
        "logits": {f.value: _number(value) for f, value in logits_in_order(prediction.logits)} if scored else None,
        "risk_finding": prediction.risk_finding.value if scored and prediction.risk is not None else None,
        "risk_band": prediction.risk_band.value if prediction.risk_band else None,
        "scored_by": asdict(prediction.scored_by) if prediction.scored_by else None,
        "seconds": round(prediction.seconds, 3),
        "scored_at": prediction.scored_at,
        "quarter_turns": prediction.quarter_turns,
        "override": prediction.override,
        "flags": [plain(flag) for flag in prediction.flags],
        **said,
    }


def _probabilities(prediction: Prediction) -> dict[str, float | None]:
    findings = in_column_order((*KNOWN_FINDINGS, *prediction.probabilities))
    return {finding.value: _rounded(probability_of(prediction, finding)) for finding in findings}


def _rounded(value: float | None) -> float | None:
    """The very digits that the CSV prints."""
    text = format_probability(value)
    return float(text) if text else None


def _number(value: float) -> float | None:
    """JSON has no NaN."""
    return float(value) if isfinite(value) else None


@contextmanager
def writer(target: Path | TextIO, impressions: Impressions | None = None) -> Iterator[Callable[[Prediction], None]]:
    """Write object by object; a path appears under its own name when all is done (see ``atomic_file``)."""
    if not isinstance(target, Path):
        yield _lines_into(target, impressions)
        target.flush()
        return
    with atomic_text(target) as stream:
        if target.suffix.lower() in LINES_SUFFIXES:
            yield _lines_into(stream, impressions)
            return
        first = True

        def write(prediction: Prediction) -> None:
            nonlocal first
            stream.write("[\n" if first else ",\n")
            stream.write(_text(prediction, impressions))
            stream.flush()
            first = False

        yield write
        stream.write("[]\n" if first else "\n]\n")


def _lines_into(stream: TextIO, impressions: Impressions | None) -> Callable[[Prediction], None]:
    def write(prediction: Prediction) -> None:
        stream.write(_text(prediction, impressions) + "\n")

    return write


def _text(prediction: Prediction, impressions: Impressions | None) -> str:
    return json.dumps(record(prediction, impressions), ensure_ascii=False, allow_nan=False)


def write_json(
    target: Path | TextIO, predictions: Iterable[Prediction], impressions: Impressions | None = None
) -> None:
    """All at once. Raises ``OSError`` where it cannot be written."""
    with writer(target, impressions) as write:
        for prediction in predictions:
            write(prediction)

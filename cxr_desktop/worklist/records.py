"""Headers and results as JSON text and bytes for the database, and back; knows no SQL and no files."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import (
    Finding,
    GateClass,
    Prediction,
    QualityVerdict,
    RiskBand,
    SaliencyMap,
    ScoredBy,
    Status,
)
from cxr_desktop.domain.radiograph import Radiograph, Source

_HEADER_FIELDS = tuple(f.name for f in fields(Radiograph) if f.name != "path")
_finding = lru_cache(maxsize=256)(Finding)
"""A database of 100,000 results names the same few classes over and over: each is checked and kept once."""
_PLAIN_FIELDS = ("reason", "content_hash", "seconds", "scored_at", "quarter_turns", "override")


def header_to_json(header: Radiograph) -> str:
    """Everything but the path, which is a column of its own. Lone surrogates survive as JSON escapes."""
    return json.dumps({name: getattr(header, name) for name in _HEADER_FIELDS}, separators=(",", ":"))


def header_from_json(path: str, text: str) -> Radiograph:
    """Raises ``ValueError``, ``TypeError`` or ``KeyError`` for text that no version of this program wrote."""
    stored = {name: value for name, value in json.loads(text).items() if name in _HEADER_FIELDS}
    stored["source"] = Source(stored["source"])
    stored["flags"] = tuple(stored.get("flags", ()))
    spacing = stored.get("pixel_spacing_mm")
    stored["pixel_spacing_mm"] = (float(spacing[0]), float(spacing[1])) if spacing else None
    return Radiograph(path=path, **stored)


def prediction_to_json(prediction: Prediction) -> tuple[str, bytes]:
    """(document without path, the maps' values one after the other). Numbers come back to the last bit."""
    gate = prediction.gate
    document: dict[str, Any] = {name: getattr(prediction, name) for name in _PLAIN_FIELDS}
    document |= {
        "status": prediction.status.value,
        "risk_band": prediction.risk_band.value if prediction.risk_band else None,
        "risk_finding": prediction.risk_finding.value,
        "probabilities": {finding.value: float(p) for finding, p in prediction.probabilities.items()},
        "logits": {finding.value: float(v) for finding, v in prediction.logits.items()},
        "scored_by": asdict(prediction.scored_by) if prediction.scored_by else None,
        "flags": list(prediction.flags),
        "gate": gate
        and {
            "gate_class": gate.gate_class.value,
            "usable": gate.usable,
            "reason": gate.reason,
            "probabilities": {name: float(p) for name, p in gate.probabilities.items()},
        },
        "maps": [[m.finding.value, m.height, m.width, m.to_source.as_tuple(), m.method] for m in prediction.maps],
    }
    return json.dumps(document, separators=(",", ":")), b"".join(m.values for m in prediction.maps)


def prediction_from_json(path: str, text: str, maps: bytes) -> Prediction:
    """Raises ``ValueError``, ``TypeError`` or ``KeyError`` for what no version of this program wrote."""
    stored = json.loads(text)
    gate, scored_by, band = stored["gate"], stored["scored_by"], stored["risk_band"]
    return Prediction(
        path=path,
        status=Status(stored["status"]),
        gate=_gate(gate) if gate else None,
        probabilities={_finding(name): p for name, p in stored["probabilities"].items()},
        logits={_finding(name): v for name, v in stored["logits"].items()},
        risk_band=RiskBand(band) if band else None,
        risk_finding=_finding(stored.get("risk_finding", Finding.COVID19)),  # absent before models had other classes
        maps=_maps(stored["maps"], maps),
        scored_by=ScoredBy(**scored_by) if scored_by else None,
        flags=tuple(stored["flags"]),
        **{name: stored[name] for name in _PLAIN_FIELDS},
    )


def _gate(stored: dict[str, Any]) -> QualityVerdict:
    return QualityVerdict(
        GateClass(stored["gate_class"]), bool(stored["usable"]), stored["reason"], dict(stored["probabilities"])
    )


def _maps(stored: list[list[Any]], values: bytes) -> tuple[SaliencyMap, ...]:
    found, start = [], 0
    for finding, height, width, to_source, method in stored:
        end = start + 4 * height * width
        found.append(SaliencyMap(_finding(finding), height, width, values[start:end], Affine(*to_source), method))
        start = end
    if start != len(values):
        raise ValueError("the stored maps do not have the size that their document names")
    return tuple(found)

"""Entries, headers and results made up for tests of the worklist; no pixel and no file is needed."""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import replace

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import (
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
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph, Source
from cxr_desktop.domain.worklist import ImageEntry, ReadState, WorklistEntry
from cxr_desktop.imaging.preprocess import RESULT_VERSION

SCORED_BY = ScoredBy("modest", "1.0", "d" * 64, "openvino", "cpu", "fp32", RESULT_VERSION)
SECOND_BY = ScoredBy("other", "1.1", "e" * 64, "openvino", "cpu", "fp32", RESULT_VERSION)


def identity(path: str, size: int = 10, mtime_ns: int = 1_700_000_000_123_456_789, inode: int = 7) -> FileIdentity:
    return FileIdentity(path, size, mtime_ns, inode)


def header(path: str, **changes) -> Radiograph:
    values = {
        "source": Source.DICOM,
        "rows": 2000,
        "columns": 1800,
        "study_instance_uid": f"1.2.{abs(hash(path))}",
        "patient_name": "PHANTOM^Ground glass",
        "patient_id": "P-1",
        "modality": "DX",
        "view_position": "PA",
    }
    return Radiograph(path=path, **{**values, **changes})


def band_of(risk: float) -> RiskBand:
    return RiskBand.ABOVE if risk >= 0.7 else RiskBand.BETWEEN if risk >= 0.3 else RiskBand.BELOW


def hash_of(path: str) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()


def scored(path: str, risk: float, content_hash: str = "", scored_by: ScoredBy = SCORED_BY, **changes) -> Prediction:
    rest = (1 - risk) / 3
    values = {
        "content_hash": content_hash or hash_of(path),
        "gate": QualityVerdict(GateClass.FRONTAL_CHEST, True, "", {"frontal_chest": 0.98, "not_chest": 0.02}),
        "probabilities": {
            Finding.COVID19: risk,
            Finding.PNEUMONIA: rest,
            Finding.TUBERCULOSIS: rest,
            Finding.NORMAL: rest,
        },
        "logits": {Finding.COVID19: 1 / 3, Finding.NORMAL: -0.1},
        "risk_band": band_of(risk),
        "maps": tuple(
            SaliencyMap(finding, 2, 3, struct.pack("<6f", *range(6)), Affine(2, 0, 5, 0, 2, 7))
            for finding in (Finding.COVID19, Finding.NORMAL)
        ),
        "scored_by": scored_by,
        "seconds": 0.125,
        "scored_at": "2026-01-02T03:04:05+00:00",
        "flags": ("no DICOM preamble",),
    }
    return Prediction(path, Status.SCORED, **{**values, **changes})


def second_opinion(risk: float, band: RiskBand | None = None, scored_by: ScoredBy = SECOND_BY) -> SecondOpinion:
    shares = {Finding.COVID19: risk, Finding.NORMAL: 1 - risk}
    return SecondOpinion(shares, {Finding.COVID19: 1 / 7}, Finding.COVID19, band or band_of(risk), scored_by)


def not_scored(path: str, reason: str = "lateral view", content_hash: str = "h", **changes) -> Prediction:
    changes.setdefault("scored_by", SCORED_BY)
    return Prediction(path, Status.NOT_SCORED, reason, content_hash, **changes)


def image(path: str, prediction: Prediction | None = None, **header_changes) -> ImageEntry:
    return ImageEntry(identity(path), header(path, **header_changes), prediction)


def unreadable(path: str, reason: str = "the file is truncated", status: Status = Status.NOT_SCORED) -> ImageEntry:
    return ImageEntry(identity(path), None, Prediction(path, status, reason))


def entry(number: int, risk: float | None = None, reason: str = "", **header_changes) -> WorklistEntry:
    """One study of one image; scored with ``risk``, or not scored for ``reason``, or waiting."""
    path = f"/studies/{number:05d}.dcm"
    prediction = scored(path, risk) if risk is not None else not_scored(path, reason) if reason else None
    header_changes = {"study_instance_uid": f"1.2.{number}", "patient_id": f"P-{number}", **header_changes}
    one = image(path, prediction, **header_changes)
    return WorklistEntry(one.radiograph.study_key, (one,), 1_700_000_000.0 + number, number)


def rescored(old: WorklistEntry, prediction: Prediction | None) -> WorklistEntry:
    return old.with_image(replace(old.images[0], prediction=prediction, scoring=False))


def marked(key: str, state: ReadState, at: float | None) -> WorklistEntry:
    """A study of which only the reader's mark counts."""
    return WorklistEntry(key, (), read_state=state, read_at=at)

"""Entries, cards and results for tests of the window, all made up."""

from __future__ import annotations

import time
from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec
from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
    Correction,
    Finding,
    GateClass,
    Prediction,
    QualityVerdict,
    SaliencyMap,
    ScoredBy,
    SecondOpinion,
    Status,
)
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph, Source
from cxr_desktop.domain.worklist import ImageEntry, ReadState, WorklistEntry

CARD = ModelCard(
    "triage-1",
    "Triage model",
    "1.2",
    "triage",
    "resnet18",
    tuple(finding.value for finding in KNOWN_FINDINGS),
    PreprocessSpec(224, 224),
    1.3,
    (
        OperatingPoint(Finding.COVID19, "sensitivity 0.98", 0.36, 207, 4, 638, 121, "the test split"),
        OperatingPoint(Finding.COVID19, "sensitivity 0.90", 0.72, 190, 21, 722, 37, "the test split"),
        OperatingPoint(Finding.PNEUMONIA, "sensitivity 0.98", 0.30, 300, 6, 500, 150, "the test split"),
    ),
    map_scale={finding.value: 2.0 for finding in KNOWN_FINDINGS},
    digest="9f3c5a7e12ab4cd0" * 4,
)
SECOND_CARD = replace(
    CARD, name="densenet121", title="DenseNet121", version="1.0", architecture="densenet121", digest="5c" * 32
)
SCORED_BY = ScoredBy("triage-1", "1.2", "9f3c5a7e12ab4cd0" * 4, "openvino", "cpu", "fp32", 1)


def prediction(path: str, covid: float, peak: float = 1.5, **changes) -> Prediction:
    """A scored image; the other classes share the rest."""
    rest = 1 - covid
    shares = (covid, 0.3 * rest, 0.1 * rest, 0.6 * rest)
    cells = array("f", [0.0] * 8 + [peak]).tobytes()
    values = {
        "path": path,
        "status": Status.SCORED,
        "gate": QualityVerdict(GateClass.FRONTAL_CHEST, True),
        "probabilities": dict(zip(KNOWN_FINDINGS, shares, strict=True)),
        "risk_band": CARD.risk_band(Finding.COVID19, covid),
        "maps": tuple(SaliencyMap(finding, 3, 3, cells, Affine()) for finding in KNOWN_FINDINGS),
        "scored_by": SCORED_BY,
        "seconds": 0.11,
        "scored_at": "2026-01-02T03:04:05+00:00",
    }
    return Prediction(**{**values, **changes})


def second_opinion(covid: float, card: ModelCard = SECOND_CARD) -> SecondOpinion:
    """What the second model says; the other classes share the rest otherwise than the first model's do."""
    rest = 1 - covid
    shares = dict(zip(KNOWN_FINDINGS, (covid, 0.5 * rest, 0.2 * rest, 0.3 * rest), strict=True))
    by = replace(SCORED_BY, model=card.name, model_version=card.version, model_digest=card.digest)
    return SecondOpinion(shares, {}, Finding.COVID19, card.risk_band(Finding.COVID19, covid), by)


def lungs(rows: int, columns: int, to_source: Affine | None = None, cells: int = 64) -> LungField:
    """Two ellipses in thirds, over an image of ``rows`` × ``columns`` (as it lies upright)."""
    y, x = np.mgrid[0:cells, 0:cells] + 0.5
    zones = np.zeros((cells, cells), dtype=np.uint8)
    top, height = 0.18 * cells, 0.62 * cells
    third = np.clip((y - top) / height * 3, 0, 2).astype(np.uint8)
    for middle, first in ((0.31, LungZone.RIGHT_UPPER), (0.69, LungZone.LEFT_UPPER)):
        inside = ((x - middle * cells) / (0.15 * cells)) ** 2 + ((y - top - height / 2) / (height / 2)) ** 2 <= 1
        zones[inside] = third[inside] + np.uint8(first)
    place = to_source or Affine(a=columns / cells, e=rows / cells)
    return LungField(cells, cells, zones.tobytes(), place)


def stopped_entry(number: int, gate: GateClass, reason: str, correction: Correction | None = None) -> WorklistEntry:
    """A study whose only image the gate stopped, perhaps with an offer to correct it."""
    study = refused_entry(number, reason, gate)
    image = study.leading
    assert image.prediction is not None
    verdict = QualityVerdict(gate, False, reason, correction=correction)
    return study.with_image(replace(image, prediction=replace(image.prediction, gate=verdict)))


def with_second(study: WorklistEntry, covid: float | None) -> WorklistEntry:
    """The same study with a second model's opinion, or without one."""
    image = study.leading
    assert image.prediction is not None
    opinion = second_opinion(covid) if covid is not None else None
    return study.with_image(replace(image, prediction=replace(image.prediction, second=opinion)))


def refused(path: str, reason: str = "lateral view", gate: GateClass = GateClass.LATERAL_CHEST) -> Prediction:
    """An image that the gate set aside."""
    verdict = QualityVerdict(gate, False, reason)
    return Prediction(path, Status.NOT_SCORED, reason, gate=verdict, scored_by=SCORED_BY)


def header(path: str, name: str = "DOE^JANE", patient_id: str = "P-1", **changes) -> Radiograph:
    """A DX chest of today's fashion."""
    values = {
        "path": path,
        "source": Source.DICOM,
        "rows": 40,
        "columns": 30,
        "study_instance_uid": f"1.2.{patient_id}",
        "patient_name": name,
        "patient_id": patient_id,
        "patient_sex": "F",
        "patient_age": "061Y",
        "study_date": "20200401",
        "study_time": "081200",
        "modality": "DX",
        "body_part_examined": "CHEST",
        "view_position": "PA",
    }
    return Radiograph(**{**values, **changes})


def entry(number: int, covid: float | None = None, read: ReadState = ReadState.UNREAD, **changes) -> WorklistEntry:
    """A study of one image; ``covid`` ``None`` means that it still waits."""
    path = f"/data/{number}.dcm"
    about = header(path, f"PHANTOM^STUDY {number}", f"P-{number}", **changes)
    result = prediction(path, covid) if covid is not None else None
    image = ImageEntry(FileIdentity(path, 1, 1, number), about, result)
    return WorklistEntry(about.study_key, (image,), time.time() - 600, number, read)


def refused_entry(
    number: int, reason: str = "lateral view", gate: GateClass = GateClass.LATERAL_CHEST
) -> WorklistEntry:
    """A study whose only image was set aside."""
    waiting = entry(number)
    image = waiting.leading
    return waiting.with_image(ImageEntry(image.identity, image.radiograph, refused(image.path, reason, gate)))


def unreadable_entry(number: int, reason: str = "the file ends before its pixels do") -> WorklistEntry:
    """A file whose header could not be read."""
    path = f"/data/{number}.dcm"
    image = ImageEntry(FileIdentity(path, 1, 1, number), None, Prediction(path, Status.NOT_SCORED, reason))
    return WorklistEntry(f"file|{path}", (image,), time.time(), number)


def entries(risks: Sequence[float | None]) -> list[WorklistEntry]:
    """One study for each risk."""
    return [entry(number, risk) for number, risk in enumerate(risks)]


def own_card(*classes: str, **document: object) -> ModelCard:
    """A site's model: its first class that is not "normal" is of interest, with two operating points."""
    card = ModelCard("site", "Site model", "0.1", "triage", "resnet18", classes, PreprocessSpec(64, 64), 1.0,
                     document=document)  # fmt: skip
    points = tuple(
        OperatingPoint(card.class_of_interest, target, threshold, 90, 10, 80, 20, "the test split")
        for target, threshold in (("sensitivity 0.98", 0.2), ("sensitivity 0.90", 0.6))
    )
    return replace(card, operating_points=points, map_scale=dict.fromkeys(classes, 2.0))


def own_entry(number: int, card: ModelCard, *shares: float) -> WorklistEntry:
    """A study that ``card``'s model has scored; ``shares`` in the order of its classes."""
    study = entry(number, 0.0)
    image, interest = study.leading, card.class_of_interest
    values = dict(zip(map(Finding, card.classes), shares, strict=True))
    maps = tuple(SaliencyMap(finding, 1, 1, array("f", [1.5]).tobytes(), Affine()) for finding in values)
    result = prediction(
        image.path,
        0.0,
        probabilities=values,
        risk_finding=interest,
        risk_band=card.risk_band(interest, values[interest]),
        maps=maps,
    )
    return study.with_image(replace(image, prediction=result))

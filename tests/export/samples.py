"""Predictions, cards and images for the tests of exports; invented, small, explicit."""

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec
from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
    Finding,
    GateClass,
    Prediction,
    QualityVerdict,
    SaliencyMap,
    ScoredBy,
    SecondOpinion,
    Status,
)
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.export import csv_table, json_lines
from cxr_desktop.imaging.pixels import GreyImage

BY = ScoredBy("four-class", "1.0", "ab" * 32, "openvino", "cpu", "fp32", 1)
SECOND_BY = ScoredBy("dense", "1.1", "ef" * 32, "openvino", "cpu", "fp32", 1)
ROWS, COLUMNS = 120, 100


def card(**changes):
    points = tuple(
        OperatingPoint(finding, target, threshold, tp, 105 - tp, 561 - fp, fp, "test split")
        for finding in (Finding.COVID19, Finding.PNEUMONIA)
        for target, threshold, tp, fp in (("sensitivity 0.98", 0.2, 103, 89), ("sensitivity 0.90", 0.6, 95, 21))
    )
    values = {
        "name": "four-class",
        "title": "Four classes",
        "version": "1.0",
        "role": "triage",
        "architecture": "resnet18",
        "classes": tuple(finding.value for finding in KNOWN_FINDINGS),
        "preprocess": PreprocessSpec(224, 224),
        "temperature": 1.0,
        "operating_points": points,
        "map_scale": {finding.value: 2.0 for finding in KNOWN_FINDINGS},
        "intended_use": "Research",
        "not_for": "Primary diagnosis",
        "document": {"limitations": ["few adults"], "data": [{"collection": "c1", "licence": "CC0", "images": 12}]},
    }
    return ModelCard(**{**values, **changes})


def saliency(finding=Finding.COVID19, cells=None, rows=ROWS, columns=COLUMNS):
    if cells is None:
        cells = np.zeros((5, 5))
        cells[1, 3] = 2.0
    values = np.asarray(cells, dtype="<f4")
    to_source = Affine(a=columns / values.shape[1], e=rows / values.shape[0])
    return SaliencyMap(finding, *values.shape, values.tobytes(), to_source)


def scored(path="/images/a.dcm", covid=0.7, **changes):
    values = {
        "probabilities": {
            Finding.COVID19: covid,
            Finding.PNEUMONIA: 0.1,
            Finding.TUBERCULOSIS: 0.05,
            Finding.NORMAL: 0.85 - covid,
        },
        "logits": {Finding.COVID19: 1.25, Finding.NORMAL: -0.5},
        "content_hash": "cd" * 32,
        "gate": QualityVerdict(GateClass.FRONTAL_CHEST, True, "", {"frontal_chest": 0.97}),
        "risk_band": card().risk_band(Finding.COVID19, covid),
        "maps": (saliency(),),
        "scored_by": BY,
        "seconds": 0.1234,
        "scored_at": "2026-03-02T08:12:00Z",
    }
    return Prediction(path, Status.SCORED, **{**values, **changes})


def second(covid=0.1, **changes):
    values = {
        "probabilities": {Finding.COVID19: covid, Finding.NORMAL: 1 - covid},
        "logits": {Finding.COVID19: -1.5},
        "risk_finding": Finding.COVID19,
        "risk_band": card().risk_band(Finding.COVID19, covid),
        "scored_by": SECOND_BY,
    }
    return SecondOpinion(**{**values, **changes})


def lungs(rows=ROWS, columns=COLUMNS):
    """Two upright boxes of three zones each; the right one covers the columns 10–40, the left one 60–90."""
    zones = np.zeros((60, 50), dtype=np.uint8)
    for number, left in ((1, 5), (4, 30)):
        for third in range(3):
            zones[9 + 14 * third : 23 + 14 * third, left : left + 15] = number + third
    return LungField(60, 50, zones.tobytes(), Affine(a=columns / 50, e=rows / 60))


def refused(path="/images/hand.dcm", reason="not a chest radiograph"):
    verdict = QualityVerdict(GateClass.NOT_CHEST, False, reason)
    return Prediction(path, Status.NOT_SCORED, reason, "ef" * 32, verdict, scored_by=BY, seconds=0.05)


def not_an_image(path="/images/letter.pdf"):
    return Prediction(path, Status.NOT_AN_IMAGE, "a PDF document")


def header(path="/images/a.dcm", **changes):
    values = {
        "patient_name": "DOE^Jane",
        "patient_id": "ID-77",
        "patient_age": "061Y",
        "patient_sex": "F",
        "patient_birth_date": "19650101",
        "study_date": "20260302",
        "study_time": "081200",
        "accession_number": "ACC-9",
        "modality": "DX",
        "body_part_examined": "CHEST",
        "view_position": "PA",
        "study_instance_uid": "1.2.3",
    }
    return Radiograph(path, Source.DICOM, ROWS, COLUMNS, 12, **{**values, **changes})


def image(path="/images/a.dcm", rows=ROWS, columns=COLUMNS):
    ramp = np.linspace(200, 3800, rows * columns).reshape(rows, columns).astype(np.uint16)
    return GreyImage(header(path), ramp, 1.0, 0.0, "", (), False, None, ())


def write_csv(target, predictions, classes=()):
    with csv_table.writer(target, classes) as write:
        for prediction in predictions:
            write(prediction)


def write_json(target, predictions):
    with json_lines.writer(target) as write:
        for prediction in predictions:
            write(prediction)


__all__ = [
    "BY", "COLUMNS", "ROWS", "card", "header", "image", "lungs", "not_an_image", "refused", "saliency", "scored",
    "second", "write_csv", "write_json",
]  # fmt: skip

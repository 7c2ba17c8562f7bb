"""Images, maps and a card for tests of the viewer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, SaliencyMap, Status
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.pixels import GreyImage, Voi

PATH = "/films/one.dcm"
THRESHOLD = 0.2


def gradient(rows: int = 300, columns: int = 400, top: int = 4095) -> NDArray[np.uint16]:
    """Dark on the left, bright on the right."""
    return np.tile(np.linspace(0, top, columns).astype(np.uint16), (rows, 1))


def square(rows: int, columns: int, left: int, top: int, side: int) -> NDArray[np.uint16]:
    """A bright square on black."""
    pixels = np.zeros((rows, columns), dtype=np.uint16)
    pixels[top : top + side, left : left + side] = 4095
    return pixels


def image(pixels: NDArray[np.uint16] | None = None, **changes: Any) -> GreyImage:
    """A grey image; keywords of ``Radiograph`` go to its header, the rest to the image."""
    codes = gradient() if pixels is None else pixels
    fields: dict[str, Any] = {
        "value_scale": 1.0,
        "value_offset": 0.0,
        "value_unit": "",
        "vois": (Voi("Standard", "linear_exact", 2048.0, 4096.0),),
        "inverted": False,
        "padding": None,
        "flags": (),
        "stored_shift": None,
    }
    header: dict[str, Any] = {
        "path": PATH,
        "source": Source.DICOM,
        "patient_name": "PHANTOM^Ground glass",
        "patient_id": "P-10482",
        "patient_age": "061Y",
        "patient_sex": "F",
        "study_date": "20200401",
        "study_time": "0812",
        "modality": "DX",
        "body_part_examined": "CHEST",
        "view_position": "PA",
        "study_instance_uid": "1.2.3",
    }
    for name, value in changes.items():
        (fields if name in fields else header)[name] = value
    return GreyImage(Radiograph(rows=codes.shape[0], columns=codes.shape[1], **header), codes, **fields)


def saliency(cells: NDArray[np.float32], to_source: Affine, finding: Finding = Finding.COVID19) -> SaliencyMap:
    """A map of one class."""
    height, width = cells.shape
    return SaliencyMap(finding, height, width, cells.astype("<f4").tobytes(), to_source)


def covering(pixels: NDArray[np.uint16], cells: int) -> Affine:
    """``cells × cells`` stretched over the whole image."""
    return Affine(a=pixels.shape[1] / cells, e=pixels.shape[0] / cells)


def prediction(*maps: SaliencyMap, probability: float = 0.9, path: str = PATH) -> Prediction:
    """Scored, with the same probability for every finding that has a map."""
    return Prediction(path, Status.SCORED, probabilities={m.finding: probability for m in maps}, maps=maps)


def card(scale: float = 2.0, classes: tuple[Finding, ...] = KNOWN_FINDINGS) -> ModelCard:
    """A model with one operating point per disease."""
    points = tuple(
        OperatingPoint(finding, "sensitivity 0.98", THRESHOLD, 98, 2, 80, 20)
        for finding in classes
        if finding != Finding.NORMAL
    )
    return ModelCard(
        name="test",
        title="Test model",
        version="1",
        role="triage",
        architecture="resnet18",
        classes=tuple(finding.value for finding in classes),
        preprocess=PreprocessSpec(224, 224),
        temperature=1.0,
        operating_points=points,
        map_scale={finding.value: scale for finding in classes},
    )

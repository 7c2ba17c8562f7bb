"""DICOM sources as they come: complete, without their type 2 attributes, with dates that are none."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pydicom
import pytest
from pydicom.uid import (
    ComputedRadiographyImageStorage,
    DigitalXRayImageStorageForPresentation,
    SecondaryCaptureImageStorage,
)

from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.dicom_origin import read_origin
from tests.builders import data_set, picture, save

CLASSES = {
    "CR": ComputedRadiographyImageStorage,
    "DX": DigitalXRayImageStorageForPresentation,
    "OT": SecondaryCaptureImageStorage,
}
TYPE_2 = (
    "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime", "AccessionNumber",
    "ReferringPhysicianName", "StudyID",
)  # fmt: skip
INVALID = {"StudyDate": "20261399", "StudyTime": "2575", "PatientBirthDate": "UNKNOWN", "PatientSex": "MALE"}


def write_source(path: Path, modality="DX", without=(), **changes) -> Path:
    """One small image with valid UIDs."""
    ds = data_set(picture(), Modality=modality, **dict.fromkeys(without))
    ds.SOPClassUID = ds.file_meta.MediaStorageSOPClassUID = CLASSES[modality]
    ds.StudyInstanceUID, ds.SeriesInstanceUID = "1.2.826.0.1.3680043.8.498.1", "1.2.826.0.1.3680043.8.498.1.1"
    with pydicom.config.disable_value_validation():
        for keyword, value in changes.items():
            setattr(ds, keyword, value)
        return save(ds, path)


def origin_of(path: Path):
    """As the export reads it."""
    return read_origin(str(path), ReadBudget())


def reread(ds) -> pydicom.Dataset:
    """What an archive would read."""
    stream = BytesIO()
    ds.save_as(stream, enforce_file_format=True)
    stream.seek(0)
    return pydicom.dcmread(stream)


def complaints(ds, folder: Path) -> list[str]:
    """Errors that David Clunie's dciodvfy finds; skips the test where the tool is not installed."""
    tool = shutil.which("dciodvfy")
    if tool is None:
        pytest.skip("dciodvfy (dicom3tools) is not installed: objects were read again, but not checked by it")
    target = folder / "checked.dcm"
    ds.save_as(target, enforce_file_format=True)
    said = subprocess.run([tool, "-new", str(target)], capture_output=True, text=True, check=False)
    return [line for line in (said.stdout + said.stderr).splitlines() if line.startswith("Error")]

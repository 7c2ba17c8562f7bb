"""What is known about one image and its study before any pixel is decoded."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Source(StrEnum):
    """The kind of file an image came from."""

    DICOM = "dicom"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which bytes on disk are meant; equal identity means that nothing has been written since.

    ``mtime_ns`` is in nanoseconds since the epoch, ``size`` in bytes.
    """

    path: str
    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Radiograph:
    """Header of one image. Text is decoded and stripped; an absent attribute is "" (or ``None`` for numbers).

    Dates are DICOM ``YYYYMMDD`` where valid, times ``HHMMSS``; ``pixel_spacing_mm`` is (row, column) spacing.
    For raster files everything but ``path``, ``source``, ``rows``, ``columns`` and ``bits_stored`` is empty.
    """

    path: str
    source: Source
    rows: int
    columns: int
    bits_stored: int = 8
    sop_class_uid: str = ""
    sop_instance_uid: str = ""
    series_instance_uid: str = ""
    study_instance_uid: str = ""
    patient_name: str = ""
    patient_id: str = ""
    patient_sex: str = ""
    patient_birth_date: str = ""
    patient_age: str = ""
    study_date: str = ""
    study_time: str = ""
    accession_number: str = ""
    study_description: str = ""
    series_description: str = ""
    modality: str = ""
    body_part_examined: str = ""
    view_position: str = ""
    laterality: str = ""
    patient_orientation: str = ""
    instance_number: int | None = None
    photometric_interpretation: str = ""
    transfer_syntax_uid: str = ""
    pixel_spacing_mm: tuple[float, float] | None = None
    spacing_is_calibrated: bool = False
    requested_priority: str | None = None
    """The code with which the study was ordered, "" where the header states none, ``None`` where nobody has looked."""
    institution_name: str = ""
    station_name: str = ""
    device_name: str = ""
    kvp: float | None = None
    exposure_mas: float | None = None
    flags: tuple[str, ...] = ()
    """Plain sentences about what is odd in the header, for example ``"no DICOM preamble"``."""

    @property
    def study_key(self) -> str:
        """Groups images of one study. Two patients who share a StudyInstanceUID stay apart."""
        if self.study_instance_uid:
            return f"{self.study_instance_uid}|{self.patient_id}"
        return f"file|{self.path}"


@dataclass(frozen=True, slots=True)
class Study:
    """The images that were taken together, in reading order."""

    key: str
    images: tuple[Radiograph, ...] = field(default=())

    @property
    def first(self) -> Radiograph:
        """The image whose header names the study."""
        return self.images[0]

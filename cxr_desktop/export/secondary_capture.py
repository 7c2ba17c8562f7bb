"""The overlay of one image as a DICOM Secondary Capture in a new series of its study; changes no source."""

from __future__ import annotations

import numpy as np
from highdicom.sc import SCImage
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.export import dicom_codes as codes
from cxr_desktop.export.dicom_filing import (
    CHARACTER_SET,
    MANUFACTURER,
    RESEARCH,
    Filing,
    code_item,
    evidence_of,
    file_under,
)
from cxr_desktop.imaging.dicom_origin import DicomOrigin

SERIES_NUMBER = 9702
_SERIES_DESCRIPTION = "Heat maps, research use only"
_ORIENTATIONS = frozenset("ALPRHF")
_STANDING_IN = ("L", "F")
"""highdicom wants an orientation; it is replaced by the source's at once, or emptied."""


def secondary_capture(picture: Image.Image, origin: DicomOrigin, prediction: Prediction, filing: Filing) -> Dataset:
    """``picture`` is the composed overlay in RGB, "research use only" in its foot; returns an object to be written.

    Text is burned in and flagged so. The program writes no name there, but the source's own pixels may hold one.
    """
    source = evidence_of(origin, filing.identity)
    ds = SCImage(
        pixel_array=np.asarray(picture.convert("RGB"), dtype=np.uint8),
        photometric_interpretation="RGB",
        bits_allocated=8,
        coordinate_system="PATIENT",
        study_instance_uid=source.StudyInstanceUID,
        series_instance_uid=filing.new_uid("series"),
        series_number=filing.series_number,
        sop_instance_uid=filing.new_uid("instance", origin.sop_instance_uid),
        instance_number=filing.instance_number,
        manufacturer=MANUFACTURER,
        patient_orientation=_STANDING_IN,
        transfer_syntax_uid=ExplicitVRLittleEndian,
        series_description=_SERIES_DESCRIPTION,
        specific_character_set=CHARACTER_SET,
    )
    ds.PatientOrientation = _orientation(origin, prediction)
    ds.Laterality = ""  # a chest has none, and the attribute must be there (type 2C)
    ds.ConversionType = "WSD"  # made by a workstation (PS3.3 C.8.6.1)
    ds.BurnedInAnnotation = "YES"
    ds.ImageComments = RESEARCH
    by = prediction.scored_by
    made_by = f" by {by.model} {by.model_version}, digest {by.model_digest}" if by is not None else ""
    ds.DerivationDescription = f"Radiograph reduced, with a class activation map{made_by}. {RESEARCH}"[:1024]
    ds.SourceImageSequence = [_reference(source)]
    file_under(ds, origin, filing)
    return ds


def _reference(source: Dataset) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = source.SOPClassUID, source.SOPInstanceUID
    item.PurposeOfReferenceCodeSequence = [code_item(codes.SOURCE_IMAGE)]
    return item


def _orientation(origin: DicomOrigin, prediction: Prediction) -> list[str]:
    """The source's while the picture lies as the source does; [] says that it is not known."""
    parts = origin.patient_orientation.split("\\")
    if (
        prediction.quarter_turns % 4
        or len(parts) != 2
        or not all(part and set(part) <= _ORIENTATIONS for part in parts)
    ):
        return []
    return parts

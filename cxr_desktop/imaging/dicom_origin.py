"""The attributes of a DICOM image that results about it must repeat to be filed beside it; decodes no pixel."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxr_desktop.domain.errors import NotAnImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import FileSource
from cxr_desktop.imaging.dicom_file import open_dicom
from cxr_desktop.imaging.dicom_header import read_radiograph
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.files import open_regular
from cxr_desktop.imaging.sniff import HEAD_BYTES, sniff

_UID = re.compile(r"[0-2](\.(0|[1-9][0-9]*))+")
_TEXTS = {
    "patient_name": 0x00100010,
    "patient_id": 0x00100020,
    "issuer_of_patient_id": 0x00100021,
    "study_id": 0x00200010,
    "accession_number": 0x00080050,
    "referring_physician_name": 0x00080090,
}
_SEX, _BIRTH_DATE, _STUDY_DATE, _STUDY_TIME, _DESCRIPTION = 0x00100040, 0x00100030, 0x00080020, 0x00080030, 0x00081030
_BURNED_IN_ANNOTATION = 0x00280301


@dataclass(frozen=True, slots=True)
class DicomOrigin:
    """Patient, study and UIDs of one image as its file has them; what is absent or invalid is ""."""

    sop_class_uid: str
    sop_instance_uid: str
    series_instance_uid: str
    study_instance_uid: str
    patient_name: str = ""
    patient_id: str = ""
    issuer_of_patient_id: str = ""
    patient_birth_date: str = ""
    patient_sex: str = ""
    study_id: str = ""
    study_date: str = ""
    study_time: str = ""
    accession_number: str = ""
    referring_physician_name: str = ""
    study_description: str = ""
    modality: str = ""
    patient_orientation: str = ""
    laterality: str = ""
    burned_in_annotation: str = ""

    @property
    def missing_uids(self) -> tuple[str, ...]:
        """The names of the UIDs without which nothing can refer to this image."""
        named = {
            "SOP Class UID": self.sop_class_uid,
            "SOP Instance UID": self.sop_instance_uid,
            "Series Instance UID": self.series_instance_uid,
            "Study Instance UID": self.study_instance_uid,
        }
        return tuple(name for name, uid in named.items() if not (len(uid) <= 64 and _UID.fullmatch(uid)))


def read_origin(path: str, budget: ReadBudget) -> DicomOrigin:
    """Raises ``NotAnImageError`` for a file that is no DICOM image and ``UnreadableImageError`` for a damaged one."""
    stream, size = open_regular(path, budget)
    with stream:
        source = FileSource(stream, size)
        if sniff(source.read(0, HEAD_BYTES), size) is not Source.DICOM:
            raise NotAnImageError("not a DICOM file")
        file = open_dicom(source, size, budget)
        found = Attributes(file.walker, file.elements)
        header, _pixel = read_radiograph(path, file, found)
        return DicomOrigin(
            sop_class_uid=header.sop_class_uid,
            sop_instance_uid=header.sop_instance_uid,
            series_instance_uid=header.series_instance_uid,
            study_instance_uid=header.study_instance_uid,
            # The study's own date, or none: an image's date under the study's name would part them in an archive.
            study_date=found.date(_STUDY_DATE),
            study_time=found.time(_STUDY_TIME),
            patient_birth_date=found.date(_BIRTH_DATE),
            patient_sex=found.code(_SEX),
            study_description=found.line(_DESCRIPTION),
            modality=header.modality,
            patient_orientation=header.patient_orientation,
            laterality=header.laterality,
            burned_in_annotation=found.code(_BURNED_IN_ANNOTATION),
            **{name: found.text(tag) for name, tag in _TEXTS.items()},
        )

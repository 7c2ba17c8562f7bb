"""Patient, study and equipment of a DICOM result: as the source has them, or removed after PS3.15; reads no file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pydicom.config
from pydicom.dataset import Dataset
from pydicom.sr.coding import Code

from cxr_desktop import __version__
from cxr_desktop.export import dicom_codes as codes
from cxr_desktop.export.identity import Identity
from cxr_desktop.imaging.dicom_origin import DicomOrigin

MANUFACTURER = "cxr-desktop"
CHARACTER_SET = "ISO_IR 192"
RESEARCH = "Research use only. Not for primary diagnosis."
DEVICE_UID = f"2.25.{int.from_bytes(hashlib.sha256(f'cxr-desktop {__version__}'.encode()).digest()[:16], 'big')}"
"""Of every program of this version: it says which device observed, and not in which house."""
_METHOD = "cxr-desktop: only attributes that identify nobody are copied"


@dataclass(frozen=True, slots=True)
class Filing:
    """How the results of one study are filed: ``identity`` decides, ``study_key`` names the study, all else is the
    place of the object in its new series."""

    identity: Identity
    study_key: str
    series_number: int
    instance_number: int = 1

    def new_uid(self, *parts: str) -> str:
        """A UID of its own: the same result exported again is another object."""
        text = "|".join((self.study_key, str(self.series_number), *parts, self.identity.salt.hex()))
        return Identity(False, self.identity.salt).uid(text)


def evidence_of(origin: DicomOrigin, identity: Identity) -> Dataset:
    """What a result may refer to: the image's UIDs and, as type 2 asks, every attribute of the study, empty."""
    ds = Dataset()
    ds.SOPClassUID = origin.sop_class_uid
    ds.SOPInstanceUID = identity.uid(origin.sop_instance_uid)
    ds.SeriesInstanceUID = identity.uid(origin.series_instance_uid)
    ds.StudyInstanceUID = identity.uid(origin.study_instance_uid)
    ds.PatientID, ds.PatientName, ds.PatientBirthDate, ds.PatientSex = "", "", "", ""
    ds.AccessionNumber, ds.StudyID, ds.ReferringPhysicianName = "", "", ""
    ds.StudyDate, ds.StudyTime = None, None
    return ds


def file_under(ds: Dataset, origin: DicomOrigin, filing: Filing) -> None:
    """Give a new object the patient and the study of its source; without identity those of nobody.

    A value that is longer than its representation allows is repeated as it is: an archive files by equality.
    """
    with pydicom.config.disable_value_validation():
        if filing.identity.shown:
            _as_source(ds, origin)
        else:
            _as_nobody(ds, origin, filing)
    ds.SpecificCharacterSet = CHARACTER_SET
    ds.ManufacturerModelName, ds.SoftwareVersions = MANUFACTURER, __version__
    ds.file_meta.ImplementationVersionName = f"CXRDESKTOP {__version__}"[:16]


def _as_source(ds: Dataset, origin: DicomOrigin) -> None:
    ds.PatientName, ds.PatientID = origin.patient_name, origin.patient_id
    ds.PatientBirthDate = origin.patient_birth_date
    ds.PatientSex = _sex(origin)
    if origin.issuer_of_patient_id:
        ds.IssuerOfPatientID = origin.issuer_of_patient_id
    ds.StudyDate, ds.StudyTime = origin.study_date, origin.study_time
    ds.StudyID, ds.AccessionNumber = origin.study_id, origin.accession_number
    ds.ReferringPhysicianName = origin.referring_physician_name
    if origin.study_description:
        ds.StudyDescription = origin.study_description


def _as_nobody(ds: Dataset, origin: DicomOrigin, filing: Filing) -> None:
    """PS3.15 E.1, basic profile, for the attributes that an object of this program has at all."""
    key = filing.identity.key(filing.study_key)
    ds.PatientName, ds.PatientID = f"ANONYMOUS^{key}", key
    ds.PatientBirthDate, ds.PatientSex = "", _sex(origin)
    ds.StudyDate, ds.StudyTime, ds.StudyID, ds.AccessionNumber, ds.ReferringPhysicianName = "", "", "", "", ""
    ds.PatientIdentityRemoved = "YES"
    ds.LongitudinalTemporalInformationModified = "REMOVED"
    ds.DeidentificationMethod = _METHOD
    ds.DeidentificationMethodCodeSequence = [code_item(codes.BASIC_PROFILE)]


def _sex(origin: DicomOrigin) -> str:
    return origin.patient_sex if origin.patient_sex in ("M", "F", "O") else ""


def code_item(code: Code) -> Dataset:
    """An item of a code sequence."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = code.value, code.scheme_designator, code.meaning
    return item


def scheme_items() -> list[Dataset]:
    """The Coding Scheme Identification of the private codes."""
    item = Dataset()
    item.CodingSchemeDesignator = codes.SCHEME
    item.CodingSchemeName = codes.SCHEME_NAME
    item.CodingSchemeResponsibleOrganization = MANUFACTURER
    return [item]

"""What results must repeat of their source: as the file has it, and nothing that is none."""

from __future__ import annotations

import pytest

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.dicom_origin import read_origin
from tests.builders import picture, write_dicom, write_png


def origin(path):
    return read_origin(str(path), ReadBudget())


def test_patient_study_and_uids_are_read(tmp_path):
    about = {"StudyInstanceUID": "1.2.3", "AccessionNumber": "A1", "StudyID": "S1", "IssuerOfPatientID": "HOSPITAL"}
    found = origin(write_dicom(tmp_path / "a.dcm", **about, ReferringPhysicianName="Who^Dr", PatientSex="F"))
    assert (found.patient_name, found.patient_id, found.issuer_of_patient_id) == ("Phantom^Test", "P1", "HOSPITAL")
    assert (found.study_id, found.accession_number, found.referring_physician_name) == ("S1", "A1", "Who^Dr")
    assert (found.study_date, found.study_time, found.patient_sex) == ("20240229", "101530", "F")
    assert found.missing_uids == ()


def test_a_date_of_the_image_never_stands_in_for_that_of_the_study(tmp_path):
    found = origin(write_dicom(tmp_path / "a.dcm", StudyDate=None, AcquisitionDate="20240101"))
    assert found.study_date == ""


@pytest.mark.filterwarnings("ignore:Invalid value for VR UI:UserWarning")
@pytest.mark.parametrize("uid", ["", "1.02.3", "1..2", "3.1", "1"])
def test_an_invalid_uid_counts_as_missing(tmp_path, uid):
    path = write_dicom(tmp_path / "a.dcm", StudyInstanceUID=uid)
    assert origin(path).missing_uids == ("Study Instance UID",)


def test_other_files_are_refused(tmp_path):
    with pytest.raises(NotAnImageError, match="not a DICOM file"):
        origin(write_png(tmp_path / "a.png", picture(bits=8)))
    (tmp_path / "cut.dcm").write_bytes(write_dicom(tmp_path / "a.dcm").read_bytes()[:300])
    with pytest.raises((NotAnImageError, UnreadableImageError)):
        origin(tmp_path / "cut.dcm")

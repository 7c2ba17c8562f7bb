"""Structured report and secondary capture: valid for every kind of source, true to it, and nobody's where asked."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import highdicom as hd
import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.impression import OTHER, Impression, Verdict
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Finding, GateClass
from cxr_desktop.export import secondary_capture
from cxr_desktop.export.dicom_codes import code_of_class, code_of_gate
from cxr_desktop.export.dicom_filing import Filing
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.measurement_report import SERIES_NUMBER, ReportedImage, measurement_report
from cxr_desktop.export.overlay_png import compose
from tests.export.dicom_samples import CLASSES, INVALID, TYPE_2, complaints, origin_of, reread, write_source
from tests.export.samples import card, image, refused, scored, second

CARDS = ModelCards(
    card(digest="12" * 32), gate=card(name="gate", version="2.1", digest="34" * 32), second=card(name="dense")
)
# pydicom says so when a test writes or reads again what sources do hold.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Invalid value for VR:UserWarning"),
    pytest.mark.filterwarnings("ignore:The value length:UserWarning"),
]


def report(path, identity=None, prediction=None):
    image_of_study = ReportedImage(origin_of(path), prediction or scored(str(path), second=second()))
    return measurement_report([image_of_study], CARDS, Filing(identity or Identity(True), "study", SERIES_NUMBER))


def capture(path, identity=None, **changes):
    prediction = scored(str(path), **changes)
    picture = compose(image(), prediction, CARDS.model, Finding.COVID19)
    filing = Filing(identity or Identity(True), "study", secondary_capture.SERIES_NUMBER)
    return secondary_capture.secondary_capture(picture, origin_of(path), prediction, filing)


def texts(item, found=None):
    """Every text and code meaning of a content tree."""
    found = [] if found is None else found
    for child in item.get("ContentSequence", ()):
        name = child.ConceptNameCodeSequence[0].CodeMeaning if "ConceptNameCodeSequence" in child else ""
        value = child.get("TextValue") or child.get("UID") or ""
        if "ConceptCodeSequence" in child:
            value = child.ConceptCodeSequence[0].CodeMeaning
        if "MeasuredValueSequence" in child:
            value = float(child.MeasuredValueSequence[0].NumericValue)
        found.append((name, value))
        texts(child, found)
    return found


@pytest.mark.parametrize("make", [report, capture])
@pytest.mark.parametrize("modality", CLASSES)
@pytest.mark.parametrize("fault", ["none", "type 2 missing", "invalid"])
def test_objects_are_valid_for_every_source(tmp_path, make, modality, fault):
    changes = {"none": {}, "type 2 missing": {"without": TYPE_2}, "invalid": INVALID}[fault]
    path = write_source(tmp_path / "source.dcm", modality, **changes)
    assert complaints(make(path, Identity(fault != "none")), tmp_path) == []


@pytest.mark.radiographs
def test_objects_are_valid_for_real_files(radiographs, tmp_path):
    files = sorted((radiographs / "dicom").glob("*.dcm"))
    assert files
    for path in files:
        for make in (report, capture):
            ds = make(path)
            assert ds.StudyInstanceUID == origin_of(path).study_instance_uid
            assert complaints(ds, tmp_path) == []


def test_a_report_reads_again_with_its_probabilities_algorithm_and_flags(tmp_path):
    ds = reread(report(write_source(tmp_path / "a.dcm")))
    assert ds.SOPClassUID == "1.2.840.10008.5.1.4.1.1.88.33"
    assert (ds.VerificationFlag, ds.PreliminaryFlag, ds.CompletionFlag) == ("UNVERIFIED", "PRELIMINARY", "COMPLETE")
    assert ds.ContentTemplateSequence[0].TemplateIdentifier == "1500"
    found = hd.sr.ComprehensiveSR.from_dataset(ds).content
    groups = found.get_image_measurement_groups()
    assert len(groups) == 4 + 2 + 1
    first = groups[0]
    assert first.finding_type == code_of_class(Finding.COVID19, "")
    assert first.get_measurements()[0].value == pytest.approx(70.0)
    assert first.get_qualitative_evaluations()[0].value.meaning == "Above both operating points"
    assert groups[-1].get_qualitative_evaluations()[0].value == code_of_gate(GateClass.FRONTAL_CHEST)
    said = texts(ds)
    assert ("Algorithm Name", "four-class") in said
    assert ("Algorithm Name", "dense") in said
    assert ("Algorithm Name", "gate") in said
    parameters = " ".join(value for name, value in said if name == "Algorithm Parameters")
    assert f"model digest SHA-256 {'ab' * 32}" in parameters
    assert "sensitivity 0.98: threshold 0.200, sensitivity 98 % [93–99] of 105" in parameters
    assert "Not for primary diagnosis" in parameters
    assert ("Device Observer Name", "cxr-desktop") in said


SAID = Impression(
    "study",
    (Finding.COVID19, OTHER),
    "2026-03-02T09:00:00+00:00",
    "left base, told by her SECRET sister",
    Verdict.DISAGREE,
    reader="Dr. SECRET=One",
    blind=True,
    verdicts=((Finding.COVID19, Verdict.AGREE), (Finding.NORMAL, Verdict.DISAGREE)),
)


def report_with(path, said, identity=None):
    images = [ReportedImage(origin_of(path), scored(str(path)))]
    return measurement_report(images, CARDS, Filing(identity or Identity(True), "study", SERIES_NUMBER), said)


def by_person(ds):
    """Per group whose observer is a person: that person's name, and the group as highdicom reads it."""
    groups = hd.sr.ComprehensiveSR.from_dataset(ds).content.get_image_measurement_groups()
    found = []
    for group in groups:
        names = [item for item in group[0].ContentSequence if item.ValueType == "PNAME"]
        found += [(str(name.value), group) for name in names]
    return found


def evaluations_of(group):
    """What a group contains, the class it is about apart; who observed it is its context."""
    return [
        (item.name.meaning, item.value.meaning)
        for item in group[0].ContentSequence
        if item.ValueType == "CODE" and item.RelationshipType == "CONTAINS" and item.name.meaning != "Finding"
    ]


def test_what_the_reader_said_stands_apart_from_the_measurements_with_the_reader_as_observer(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    ds = report_with(path, SAID)
    assert complaints(ds, tmp_path) == []
    groups = by_person(reread(ds))
    assert [name for name, _ in groups] == ["Dr. SECRET One^"] * 3
    assert all(not group.get_measurements() for _, group in groups)
    impression, covid, normal = (group for _, group in groups)
    assert evaluations_of(impression) == [
        ("Impression", "COVID-19"),
        ("Impression", "A finding that the algorithm does not look for"),
        ("Reader's verdict on the result of the algorithm", "The reader disagrees"),
        ("Seen before any result of the algorithm was shown", "Yes"),
    ]
    assert ("Comment", SAID.note) in texts(ds)
    for group, finding, words in (
        (covid, Finding.COVID19, "The reader agrees"),
        (normal, Finding.NORMAL, "The reader disagrees"),
    ):
        assert group.finding_type == code_of_class(finding, "")
        assert [value for _, value in evaluations_of(group)] == [words]
    without = hd.sr.ComprehensiveSR.from_dataset(reread(report(path))).content.get_image_measurement_groups()
    assert len(by_person(reread(report(path)))) == 0
    with_said = hd.sr.ComprehensiveSR.from_dataset(reread(ds)).content.get_image_measurement_groups()
    assert len(with_said) - 3 == len([g for g in without if "dense" not in g.tracking_identifier])
    assert ("Device Observer Name", "cxr-desktop") in texts(ds)


def test_without_identity_the_reader_has_no_name_and_no_text_of_their_own(tmp_path):
    ds = report_with(write_source(tmp_path / "a.dcm"), SAID, Identity())
    assert complaints(ds, tmp_path) == []
    assert "SECRET" not in str(reread(ds))
    assert {name for name, _ in by_person(reread(ds))} == {"Reader^"}


def test_a_note_alone_and_a_reader_without_a_name_make_a_valid_report_and_a_draft_none_at_all(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    note = Impression("study", (), "2026", "follow up")
    ds = report_with(path, note)
    assert complaints(ds, tmp_path) == []
    assert ("Comment", "follow up") in texts(ds)
    assert by_person(reread(report_with(path, note, Identity()))) == []
    assert by_person(reread(report_with(path, replace(SAID, recorded=False)))) == []


def test_a_report_refers_to_its_source_and_stands_in_the_same_study_in_a_new_series(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    origin, ds = origin_of(path), report(path)
    assert ds.StudyInstanceUID == origin.study_instance_uid
    assert ds.SeriesInstanceUID != origin.series_instance_uid
    referred = ds.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence[0]
    assert referred.ReferencedSOPSequence[0].ReferencedSOPInstanceUID == origin.sop_instance_uid
    assert (str(ds.PatientName), ds.PatientID, ds.StudyDate) == ("Phantom^Test", "P1", "20240229")


def test_what_the_source_lacks_is_empty_and_what_is_invalid_is_dropped(tmp_path):
    bare = reread(report(write_source(tmp_path / "a.dcm", "CR", TYPE_2)))
    assert all(keyword in bare and not bare[keyword].value for keyword in TYPE_2)
    odd = reread(report(write_source(tmp_path / "b.dcm", "CR", **INVALID)))
    assert all(not odd[keyword].value for keyword in INVALID)


def test_names_in_other_scripts_and_values_that_are_too_long_arrive_as_they_are(tmp_path):
    name, accession = "محمدی^زهرا=王^小明", "ACCESSION-NUMBER-OF-26-CHARS"
    path = write_source(
        tmp_path / "a.dcm", SpecificCharacterSet="ISO_IR 192", PatientName=name, AccessionNumber=accession
    )
    for ds in (reread(report(path)), reread(capture(path))):
        assert str(ds.PatientName) == name
        assert ds.AccessionNumber == accession


@pytest.mark.parametrize("make", [report, capture])
def test_without_identity_nothing_of_the_patient_is_left_and_one_export_is_one_study(tmp_path, make):
    path = write_source(
        tmp_path / "a.dcm",
        PatientName="SECRET^Name",
        PatientID="SECRET-1",
        AccessionNumber="SECRET-2",
        StudyDescription="SECRET words",
        ReferringPhysicianName="SECRET^Doctor",
        PatientBirthDate="19650101",
        StudyID="SECRET-3",
    )
    identity = Identity()
    ds = make(path, identity)
    text = str(reread(ds))
    origin = origin_of(path)
    for secret in ("SECRET", "19650101", "20240229", origin.study_instance_uid, origin.sop_instance_uid):
        assert secret not in text
    assert ds.PatientIdentityRemoved == "YES"
    assert ds.PatientID == identity.key("study")
    assert ds.StudyInstanceUID == report(path, identity).StudyInstanceUID
    assert ds.StudyInstanceUID != make(path, Identity()).StudyInstanceUID


def test_a_stopped_image_is_reported_by_its_check_alone(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    ds = reread(report(path, prediction=refused(str(path))))
    said = texts(ds)
    assert ("Check of the image before scoring", "Not a chest radiograph") in said
    assert not any(name == "Certainty of Finding" for name, _ in said)
    assert ("Procedure reported", "Radiographic imaging procedure") in said


def test_override_and_corrections_are_told(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    gate = replace(refused().gate, gate_class=GateClass.UNFAMILIAR)
    said = texts(report(path, prediction=scored(str(path), gate=gate, override=True, quarter_turns=3, inverted=True)))
    assert ("Scored on request against the advice of the check", "Yes") in said
    corrections = [value for name, value in said if name == "Correction of the image before scoring"]
    assert corrections == ["Turned by 90 degrees clockwise", "Black and white exchanged"]


def test_a_class_of_a_site_has_a_private_code_and_an_identified_scheme(tmp_path):
    path, odd = write_source(tmp_path / "a.dcm"), Finding("large-pleural-effusion-on-the-left")
    ds = report(path, prediction=scored(str(path), probabilities={odd: 0.4}))
    code = code_of_class(odd, odd.label)
    assert len(code.value) <= 16
    assert code.scheme_designator == "99CXRDT"
    assert ds.CodingSchemeIdentificationSequence[0].CodingSchemeDesignator == "99CXRDT"
    assert complaints(ds, tmp_path) == []


def test_a_capture_reads_again_with_its_pixels_source_and_warning(tmp_path):
    path = write_source(tmp_path / "a.dcm", PatientOrientation=["L", "F"])
    ds, origin = reread(capture(path)), origin_of(path)
    assert ds.SOPClassUID == "1.2.840.10008.5.1.4.1.1.7"
    assert ds.ImageType[:2] == ["DERIVED", "SECONDARY"]
    assert ds.BurnedInAnnotation == "YES"
    assert "Not for primary diagnosis" in ds.DerivationDescription
    assert ds.StudyInstanceUID == origin.study_instance_uid
    assert ds.SeriesInstanceUID != origin.series_instance_uid
    assert ds.SourceImageSequence[0].ReferencedSOPInstanceUID == origin.sop_instance_uid
    assert list(ds.PatientOrientation) == ["L", "F"]
    picture = compose(image(), scored(str(path)), CARDS.model, Finding.COVID19)
    assert np.array_equal(ds.pixel_array, np.asarray(picture))


def test_a_turned_capture_claims_no_orientation(tmp_path):
    path = write_source(tmp_path / "a.dcm", PatientOrientation=["L", "F"])
    assert not capture(path, quarter_turns=1).PatientOrientation


def test_the_source_is_never_altered(tmp_path):
    path = write_source(tmp_path / "a.dcm")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    report(path)
    capture(path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_file_without_uids_says_which_are_missing_and_a_png_is_refused(tmp_path):
    path = write_source(tmp_path / "a.dcm", without=("SeriesInstanceUID",), StudyInstanceUID="1.02.3")
    # write_source sets the series again; an invalid study UID is as good as none
    assert origin_of(path).missing_uids == ("Study Instance UID",)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with pytest.raises(CxrError, match="not a DICOM file"):
        origin_of(tmp_path / "a.png")

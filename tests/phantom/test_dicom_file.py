"""What is written is valid, says that it is a phantom, and is read back as it was drawn."""

from io import BytesIO

import numpy as np
import pydicom
import pytest
from pydicom import uid

from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import read_image
from cxr_desktop.phantom.dicom_file import NOTICE, Form, Identity, codes_of, make_uid, write
from cxr_desktop.phantom.radiographs import chest

WHO = Identity("PHANTOM^Test 1", "P-1", "F", 50, "A1", "20260302", "081200", "study-1")
PHANTOM = chest(3, rows=180, columns=150)

FORMS = [
    Form("DX", 12),
    Form("DX", 14, True, uid.JPEG2000Lossless),
    Form("DX", 16, syntax=uid.JPEGLSLossless, voi="lut"),
    Form("DX", 16, True, uid.HTJ2KLossless),
    Form("DX", 12, syntax=uid.JPEGLosslessSV1),
    Form("DX", 12, syntax=uid.DeflatedExplicitVRLittleEndian, voi="sigmoid"),
    Form("CR", 10, True, uid.RLELossless, "none"),
    Form("CR", 15, True, uid.JPEG2000Lossless, "none"),
    Form("CR", 12, True, uid.ImplicitVRLittleEndian, "lut"),
    Form("CR", 12, syntax=uid.ExplicitVRBigEndian),
    Form("CR", 8, syntax=uid.JPEGBaseline8Bit),
    Form("CR", 12, syntax=uid.JPEGExtended12Bit),
    Form("CR", 8, syntax=uid.RLELossless),
]


def written(form, view="PA"):
    return write(PHANTOM.pixels, PHANTOM.spacing_mm, view, WHO, form)


@pytest.mark.parametrize(
    "form", FORMS, ids=lambda f: f"{f.modality}{f.bits}{'i' if f.inverse else ''}-{f.syntax.name[:18]}"
)
def test_a_phantom_comes_back_as_it_was_drawn(form, tmp_path):
    path = tmp_path / "image.dcm"
    path.write_bytes(written(form))
    image = read_image(str(path))
    assert image.radiograph.bits_stored == form.bits
    assert image.inverted == form.inverse
    if form.syntax not in (uid.JPEGBaseline8Bit, uid.JPEGExtended12Bit):
        np.testing.assert_array_equal(image.pixels, codes_of(PHANTOM.pixels, form))
    shown = presentation(image)
    assert np.corrcoef(shown.ravel(), PHANTOM.pixels.ravel())[0, 1] > 0.97
    if form.voi == "window":
        np.testing.assert_allclose(shown, PHANTOM.pixels, atol=0.03 if form.bits > 8 else 0.06)


@pytest.mark.parametrize("form", FORMS[:8], ids=lambda f: f"{f.modality}{f.bits}")
def test_required_attributes_are_present(form):
    ds = pydicom.dcmread(BytesIO(written(form)))
    type_one = ["SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "Modality", "Rows", "Columns"]
    type_one += ["BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "PhotometricInterpretation"]
    type_two = ["PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime", "StudyID"]
    type_two += ["AccessionNumber", "ReferringPhysicianName", "SeriesNumber", "InstanceNumber", "Manufacturer"]
    if form.modality == "DX":
        type_one += ["PresentationIntentType", "ImageLaterality", "AnatomicRegionSequence", "ImageType"]
        type_one += ["PixelIntensityRelationship", "PixelIntensityRelationshipSign", "RescaleIntercept", "RescaleSlope"]
        type_one += ["RescaleType", "PresentationLUTShape", "LossyImageCompression", "BurnedInAnnotation"]
        type_one += ["ImagerPixelSpacing", "SamplesPerPixel"]
        type_two += ["DetectorType", "AcquisitionContextSequence"]
    else:
        type_two += ["BodyPartExamined", "ViewPosition"]
    for keyword in type_one:
        assert ds[keyword].value not in (None, ""), keyword
    for keyword in type_two:
        assert keyword in ds, keyword
    assert ds.file_meta.TransferSyntaxUID == form.syntax
    assert ds.HighBit == ds.BitsStored - 1


def test_the_file_says_of_itself_that_it_is_a_phantom():
    ds = pydicom.dcmread(BytesIO(written(FORMS[0])))
    assert str(ds.PatientName).startswith("PHANTOM")
    assert "PHANTOM" in ds.StudyDescription
    assert ds.ImageComments == NOTICE
    assert ds.BurnedInAnnotation == "NO"
    assert ds.preamble == b"\0" * 128


def test_uids_are_valid_and_the_same_every_time():
    assert make_uid("a", "b") == make_uid("a", "b")
    assert make_uid("a", "b") != make_uid("a", "c")
    assert make_uid("a").is_valid
    assert written(FORMS[1]) == written(FORMS[1])


def test_lossy_files_say_so():
    ds = pydicom.dcmread(BytesIO(written(Form("CR", 8, syntax=uid.JPEGBaseline8Bit))))
    assert ds.LossyImageCompression == "01"
    assert ds.LossyImageCompressionMethod == "ISO_10918_1"
    assert float(ds.LossyImageCompressionRatio) > 1


def test_a_hand_is_no_chest():
    ds = pydicom.dcmread(BytesIO(written(Form("DX", 12), view="")))
    assert ds.BodyPartExamined == "HAND"
    assert ds.AnatomicRegionSequence[0].CodeMeaning == "Hand"


def test_a_dx_without_a_window_is_refused():
    with pytest.raises(ValueError, match="VOI"):
        written(Form("DX", 12, voi="none"))

"""The header of a DICOM image becomes a Radiograph, whatever its writer got wrong."""

import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import explicit_element, with_elements, write_dicom


def header(tmp_path, **options):
    return read_header(str(write_dicom(tmp_path / "image", **options)))


def from_bytes(tmp_path, data):
    (tmp_path / "changed").write_bytes(data)
    return read_header(str(tmp_path / "changed"))


def test_everything_that_a_worklist_shows_is_read(tmp_path):
    path = write_dicom(
        tmp_path / "image",
        PatientName="Müller^Änne",
        SpecificCharacterSet="ISO_IR 100",
        PatientSex="F",
        PatientAge="071Y",
        PatientBirthDate="19530102",
        AccessionNumber=" A17 ",
        StudyDescription="Chest PA, standing",
        SeriesDescription="PA",
        ImageLaterality="U",
        PatientOrientation=["L", "F"],
        InstanceNumber=7,
        ImagerPixelSpacing=["0.15", "0.16"],
    )
    radiograph = read_header(str(path))
    assert radiograph.path == str(path)
    assert radiograph.source is Source.DICOM
    assert (radiograph.rows, radiograph.columns, radiograph.bits_stored) == (96, 80, 12)
    assert (radiograph.patient_name, radiograph.patient_id) == ("Müller^Änne", "P1")
    assert (radiograph.patient_sex, radiograph.patient_age, radiograph.patient_birth_date) == ("F", "071Y", "19530102")
    assert (radiograph.study_date, radiograph.study_time) == ("20240229", "101530")
    assert (radiograph.accession_number, radiograph.study_description) == ("A17", "Chest PA, standing")
    assert (radiograph.modality, radiograph.view_position, radiograph.body_part_examined) == ("CR", "PA", "CHEST")
    assert (radiograph.laterality, radiograph.patient_orientation) == ("U", "L\\F")
    assert radiograph.instance_number == 7
    assert radiograph.pixel_spacing_mm == (0.15, 0.16)
    assert not radiograph.spacing_is_calibrated
    assert radiograph.study_instance_uid == "1.2.3.4"
    assert radiograph.flags == ()


def test_the_image_carries_the_same_header(tmp_path):
    path = write_dicom(tmp_path / "image", InstanceNumber=3)
    assert read_image(str(path)).radiograph == read_header(str(path))


@pytest.mark.parametrize("syntax", ["implicit", "explicit", "big", "deflated", "rle", "j2k-lossless"])
def test_the_header_reads_alike_in_every_encoding(tmp_path, syntax):
    radiograph = header(tmp_path, transfer_syntax=syntax, PatientName="Same^Name", PixelSpacing=[0.2, 0.2])
    assert (radiograph.patient_name, radiograph.rows, radiograph.columns) == ("Same^Name", 96, 80)
    assert radiograph.pixel_spacing_mm == (0.2, 0.2)
    assert radiograph.spacing_is_calibrated


def test_absent_attributes_are_empty(tmp_path):
    names = "PatientName PatientID StudyDate StudyTime StudyInstanceUID SeriesInstanceUID Modality BodyPartExamined"
    names += " ViewPosition InstanceNumber RescaleSlope RescaleIntercept PixelRepresentation HighBit"
    radiograph = header(tmp_path, **dict.fromkeys(names.split(" ")))
    assert radiograph.patient_name == radiograph.study_date == radiograph.modality == radiograph.view_position == ""
    assert radiograph.instance_number is None
    assert radiograph.pixel_spacing_mm is None
    assert read_image(str(tmp_path / "image")).pixels.shape == (96, 80)


def test_empty_attributes_are_empty(tmp_path):
    radiograph = header(tmp_path, PatientName="", InstanceNumber="", PixelSpacing="", StudyDate="", WindowCenter="")
    assert radiograph.patient_name == radiograph.study_date == ""
    assert radiograph.instance_number is None
    assert radiograph.pixel_spacing_mm is None


class TestBadValues:
    def test_an_invalid_date_is_empty(self, tmp_path):
        path = write_dicom(tmp_path / "image", StudyDate=None, PatientBirthDate=None)
        data = with_elements(
            path,
            explicit_element(0x00080020, "DA", b"20230231"),
            explicit_element(0x00100030, "DA", b"UNKNOWN "),
            before=0x00080030,
        )
        radiograph = from_bytes(tmp_path, data)
        assert radiograph.study_date == radiograph.patient_birth_date == ""

    @pytest.mark.parametrize(
        ("written", "read"),
        [(b"1995.07.20", "19950720"), (b"2020-01-02", "20200102"), (b"20200101-20200201 ", ""), (b"2020", "")],
    )
    def test_older_and_foreign_forms_of_dates(self, tmp_path, written, read):
        path = write_dicom(tmp_path / "image", StudyDate=None)
        data = with_elements(path, explicit_element(0x00080020, "DA", written), before=0x00080030)
        assert from_bytes(tmp_path, data).study_date == read

    @pytest.mark.parametrize(
        ("written", "read"),
        [(b"11:22:07", "112207"), (b"104702.826", "104702"), (b"1047", "104700"), (b"256000", ""), (b"noon", "")],
    )
    def test_times_become_six_digits_or_nothing(self, tmp_path, written, read):
        path = write_dicom(tmp_path / "image", StudyTime=None)
        data = with_elements(path, explicit_element(0x00080030, "TM", written), before=0x00080060)
        assert from_bytes(tmp_path, data).study_time == read

    @pytest.mark.parametrize("vr", ["ZZ", "UN", "LO", "FD", "OB", "SQ"])
    def test_wrong_and_unknown_value_representations_never_raise(self, tmp_path, vr):
        tags = {0x00100010: "PatientName", 0x00200013: "InstanceNumber", 0x00181164: "ImagerPixelSpacing"}
        for tag, keyword in tags.items():
            path = write_dicom(tmp_path / "image", **{keyword: None})
            data = with_elements(path, explicit_element(tag, vr, b"\xff\xfe12\\x "), before=0x00280002)
            assert from_bytes(tmp_path, data).rows == 96

    @pytest.mark.parametrize("value", [b"1e400 ", b"1e400\\1e400", b"abc", b"-1\\-1", b"0\\0 ", b"nan\\nan ", b"0.1 "])
    def test_a_spacing_that_makes_no_sense_is_none_and_flagged(self, tmp_path, value):
        path = write_dicom(tmp_path / "image")
        radiograph = from_bytes(tmp_path, with_elements(path, explicit_element(0x00280030, "DS", value)))
        assert radiograph.pixel_spacing_mm is None
        assert "the pixel spacing makes no sense" in radiograph.flags

    def test_a_decimal_comma_is_understood(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        data = with_elements(path, explicit_element(0x00280030, "DS", b"0,175\\0,175 "))
        assert from_bytes(tmp_path, data).pixel_spacing_mm == (0.175, 0.175)

    def test_an_instance_number_beyond_all_bounds_is_none(self, tmp_path):
        path = write_dicom(tmp_path / "image", InstanceNumber=None)
        data = with_elements(path, explicit_element(0x00200013, "IS", b"9" * 300), before=0x00280002)
        assert from_bytes(tmp_path, data).instance_number is None

    def test_rows_written_as_text_are_read(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        data = path.read_bytes().replace(
            explicit_element(0x00280010, "US", (96).to_bytes(2, "little")), explicit_element(0x00280010, "IS", b"96")
        )
        assert from_bytes(tmp_path, data).rows == 96

    def test_several_values_for_rows_are_refused(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        data = path.read_bytes().replace(
            explicit_element(0x00280010, "US", (96).to_bytes(2, "little")),
            explicit_element(0x00280010, "US", b"\x60\x00\x30\x00"),
        )
        with pytest.raises(UnreadableImageError, match="several values for its rows"):
            from_bytes(tmp_path, data)

    def test_a_missing_number_of_rows_is_refused(self, tmp_path):
        with pytest.raises(UnreadableImageError, match="does not state its rows"):
            header(tmp_path, Rows=None)

    def test_a_value_of_a_megabyte_is_elided(self, tmp_path):
        path = write_dicom(tmp_path / "image", PatientComments=None)
        long = explicit_element(0x00081030, "UT", b"long " * 250_000)
        radiograph = from_bytes(tmp_path, with_elements(path, long, before=0x00100010))
        assert len(radiograph.study_description) <= 256
        assert radiograph.study_description.endswith("…")

    def test_nothing_invisible_and_nothing_that_reorders_text_is_left(self, tmp_path):
        radiograph = header(
            tmp_path,
            SpecificCharacterSet="ISO_IR 192",
            PatientName="Good\u202eevil\u2066\u200b\u0007<img src=x>\nName",
        )
        assert radiograph.patient_name == "Goodevil<img src=x> Name"


class TestNotAnImage:
    @pytest.mark.parametrize(
        ("uid", "kind"),
        [
            ("1.2.840.10008.5.1.4.1.1.88.11", "Basic Text SR"),
            ("1.2.840.10008.5.1.4.1.1.104.1", "Encapsulated PDF"),
            ("1.2.840.10008.5.1.4.1.1.481.5", "RT Plan"),
            ("1.2.840.10008.5.1.4.1.1.11.1", "Grayscale Softcopy Presentation State"),
            ("1.2.840.10008.5.1.4.1.1.9.1.1", "12-lead ECG Waveform"),
            ("1.2.840.10008.5.1.4.1.1.66.4", "Segmentation"),
            ("1.2.840.10008.5.1.4.1.1.481.2", "RT Dose"),
        ],
    )
    def test_other_objects_are_no_image_even_with_pixels(self, tmp_path, uid, kind):
        path = write_dicom(tmp_path / "image", SOPClassUID=uid)
        for read in (read_header, read_image):
            with pytest.raises(NotAnImageError, match=rf"that is no radiograph \({kind}\)"):
                read(str(path))

    def test_an_object_without_pixels_is_said_to_have_none(self, tmp_path):
        with pytest.raises(NotAnImageError, match=r"without an image \(RT Dose\)"):
            header(tmp_path, SOPClassUID="1.2.840.10008.5.1.4.1.1.481.2", PixelData=None)

    def test_an_object_without_class_and_pixels_is_no_image(self, tmp_path):
        with pytest.raises(NotAnImageError, match="without an image"):
            header(tmp_path, SOPClassUID="1.2.3.4.5", PixelData=None)

    def test_an_image_of_a_private_class_is_an_image(self, tmp_path):
        assert header(tmp_path, SOPClassUID="1.2.3.4.5").rows == 96

    def test_an_image_without_pixel_data_is_unreadable(self, tmp_path):
        with pytest.raises(UnreadableImageError, match="holds no pixel data"):
            header(tmp_path, PixelData=None)


class TestSpacing:
    def test_equal_spacings_are_not_calibrated(self, tmp_path):
        radiograph = header(tmp_path, PixelSpacing=[0.15, 0.15], ImagerPixelSpacing=[0.15, 0.15])
        assert radiograph.pixel_spacing_mm == (0.15, 0.15)
        assert not radiograph.spacing_is_calibrated

    def test_different_spacings_are_calibrated(self, tmp_path):
        radiograph = header(tmp_path, PixelSpacing=[0.14, 0.14], ImagerPixelSpacing=[0.15, 0.15])
        assert radiograph.pixel_spacing_mm == (0.14, 0.14)
        assert radiograph.spacing_is_calibrated

    def test_a_stated_calibration_counts(self, tmp_path):
        radiograph = header(
            tmp_path, PixelSpacing=[0.1, 0.1], ImagerPixelSpacing=[0.1, 0.1], PixelSpacingCalibrationType="FIDUCIAL"
        )
        assert radiograph.spacing_is_calibrated

    def test_a_film_scanners_spacing_is_the_last_resort(self, tmp_path):
        radiograph = header(tmp_path, NominalScannedPixelSpacing=[0.1, 0.1])
        assert radiograph.pixel_spacing_mm == (0.1, 0.1)
        assert not radiograph.spacing_is_calibrated

    def test_pixels_that_are_not_square_are_flagged(self, tmp_path):
        assert "the pixels are not square" in header(tmp_path, PixelAspectRatio=[2, 1]).flags


class TestView:
    def test_the_view_code_counts_where_the_view_position_is_missing(self, tmp_path):
        code = Dataset()
        code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "399348003", "SCT", "antero-posterior"
        assert header(tmp_path, ViewPosition=None, ViewCodeSequence=Sequence([code])).view_position == "AP"

    @pytest.mark.parametrize("keyword", ["RequestedProcedurePriority", "ScheduledProcedureStepPriority"])
    def test_the_priority_of_the_request_is_read(self, tmp_path, keyword):
        assert header(tmp_path, **{keyword: "STAT"}).requested_priority == "STAT"
        request = Dataset()
        setattr(request, keyword, "HIGH")
        assert header(tmp_path, RequestAttributesSequence=Sequence([request])).requested_priority == "HIGH"

    def test_a_header_without_a_priority_says_so(self, tmp_path):
        assert header(tmp_path).requested_priority == ""

    def test_a_view_in_the_patient_position_is_used_and_flagged(self, tmp_path):
        radiograph = header(tmp_path, ViewPosition=None, PatientPosition="PA")
        assert radiograph.view_position == "PA"
        assert "the view stands in the patient position" in radiograph.flags

    def test_a_patient_position_of_another_kind_is_no_view(self, tmp_path):
        assert header(tmp_path, ViewPosition=None, PatientPosition="HFS").view_position == ""


class TestFlags:
    @pytest.mark.parametrize(
        ("orientation", "flag"),
        [(["L", "H"], "stored upside down"), (["R", "F"], "stored mirrored"), (["F", "L"], "stored on its side")],
    )
    def test_images_that_are_not_upright_are_flagged(self, tmp_path, orientation, flag):
        assert flag in header(tmp_path, PatientOrientation=orientation).flags

    def test_a_lateral_image_may_run_to_the_front(self, tmp_path):
        assert header(tmp_path, PatientOrientation=["A", "F"], ViewPosition="LL").flags == ()

    def test_burned_in_text_and_overlays_are_flagged(self, tmp_path):
        path = write_dicom(tmp_path / "image", BurnedInAnnotation="YES")
        data = with_elements(path, explicit_element(0x60000010, "US", b"\x10\x00"))
        assert set(from_bytes(tmp_path, data).flags) == {
            "text is burned into the image",
            "overlay planes are not drawn",
        }

    @pytest.mark.parametrize(
        "options",
        [{"SOPClassUID": "1.2.840.10008.5.1.4.1.1.1.1.1"}, {"PresentationIntentType": "FOR PROCESSING"}],
    )
    def test_raw_detector_images_are_flagged(self, tmp_path, options):
        assert header(tmp_path, **options).flags == ("raw detector values, not processed for reading",)

    def test_a_missing_study_date_gives_way_to_the_acquisition_date(self, tmp_path):
        radiograph = header(tmp_path, StudyDate=None, AcquisitionDate="20200102", AcquisitionTime="0102")
        assert (radiograph.study_date, radiograph.study_time) == ("20200102", "010200")
        assert "no study date; the acquisition date is shown" in radiograph.flags


def test_pydicom_reads_the_same_values(tmp_path):
    path = write_dicom(tmp_path / "image", transfer_syntax="implicit", StudyDescription="One\\Two")
    ds = pydicom.dcmread(path)
    radiograph = read_header(str(path))
    assert radiograph.patient_name == str(ds.PatientName)
    assert radiograph.sop_instance_uid == ds.SOPInstanceUID
    assert radiograph.study_description == "One, Two"


def test_where_and_how_it_was_taken_is_read(tmp_path):
    found = header(
        tmp_path,
        InstitutionName="Hill House",
        StationName="ROOM7",
        ManufacturerModelName="DX-D 600",
        KVP="125",
        Exposure="3",
        ExposureInuAs="2600",
    )
    assert (found.institution_name, found.station_name, found.device_name) == ("Hill House", "ROOM7", "DX-D 600")
    assert (found.kvp, found.exposure_mas) == (125.0, 2.6)
    assert header(tmp_path, Exposure="3").exposure_mas == 3.0


@pytest.mark.parametrize("value", ["0", "-5", ""])
def test_an_exposure_that_makes_no_sense_is_none(tmp_path, value):
    found = header(tmp_path, KVP=value, Exposure=value)
    assert (found.kvp, found.exposure_mas) == (None, None)

"""Cases 1–17: files whose structure lies."""

from __future__ import annotations

import pytest

from cxr_desktop.domain.errors import NotAnImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.dicom_text import MAX_TEXT
from tests.builders import explicit_element, write_headless
from tests.hostile.entrance import measured, read, refused
from tests.hostile.gallery import FORMULAS, dicom, inserted, structure


@pytest.mark.parametrize("name", ["01 empty", "01 one byte"])
def test_case_01_an_empty_file_is_called_empty(tmp_path, name):
    assert "empty" in refused(tmp_path, structure()[name], header_too=True)


@pytest.mark.parametrize(("name", "words"), [("02 text", "a text"), ("02 pdf", "PDF"), ("02 random", "not a DICOM")])
def test_case_02_what_is_no_dicom_is_told_by_its_bytes_and_not_its_name(tmp_path, name, words):
    assert words in refused(tmp_path, structure()[name], NotAnImageError, header_too=True)


def test_case_03_dicom_without_a_suffix_is_read(tmp_path):
    (tmp_path / "IM000001").write_bytes(structure()["03 whole"])
    assert read(tmp_path, (tmp_path / "IM000001").read_bytes()).radiograph.source is Source.DICOM


def test_case_04_a_bare_data_set_is_read_after_a_look_and_flagged(tmp_path):
    bare = write_headless(tmp_path / "bare", transfer_syntax="implicit").read_bytes()
    assert "no DICOM preamble" in read(tmp_path, bare).radiograph.flags


def test_case_05_a_preamble_with_nothing_behind_it_holds_no_data_set(tmp_path):
    data = structure()["05 nothing after the preamble"]
    assert "no data set" in refused(tmp_path, data, header_too=True)


def test_case_06_a_file_that_ends_in_its_header_is_not_taken_for_a_shorter_one(tmp_path):
    whole = dicom()
    assert "cut short" in refused(tmp_path, structure()["06 cut in its header"], header_too=True)
    start = whole.index(b"\x08\x00\x16\x00UI")
    for length in range(start + 8, whole.rindex(b"\xe0\x7f\x10\x00"), 13):
        assert refused(tmp_path, whole[:length])


def test_case_07_pixels_that_are_cut_short_are_refused_and_never_filled(tmp_path):
    assert refused(tmp_path, structure()["07 pixels cut short"]).startswith("the pixel data are cut short")


def test_case_08_a_missing_or_invalid_transfer_syntax_is_refused(tmp_path):
    assert "999.888.777" in refused(tmp_path, structure()["08 unknown syntax"])
    whole = dicom()
    tag = b"\x02\x00\x10\x00UI"
    at = whole.index(tag)
    length = int.from_bytes(whole[at + 6 : at + 8], "little")
    assert "transfer syntax" in refused(tmp_path, whole[:at] + whole[at + 8 + length :], header_too=True)


def test_case_09_a_length_beyond_the_file_is_not_believed(tmp_path):
    assert "cut short or damaged in its header" in refused(tmp_path, structure()["09 endless element"], header_too=True)


def test_case_10_deep_nesting_is_stepped_over_and_endless_nesting_refused(tmp_path):
    assert read(tmp_path, structure()["10 nested"]).radiograph.patient_id == "P1"
    assert "damaged in its header" in refused(tmp_path, structure()["10 nested without an end"], header_too=True)


def test_case_11_a_deflated_bomb_is_not_inflated(tmp_path):
    bomb = structure()["11 deflated bomb"]
    assert len(bomb) < 1 << 20
    reason, megabytes = measured(tmp_path, bomb)
    assert "grows beyond 64 MB" in reason
    assert megabytes < 300


def test_case_12_unknown_representations_and_numbers_that_are_none_cost_their_field_only(tmp_path):
    assert read(tmp_path, structure()["12 unknown representation"]).radiograph.patient_id == "P1"
    image = read(tmp_path, structure()["12 numbers that are none"])
    assert (image.value_scale, image.value_offset) == (1.0, 0.0)
    assert any("rescale" in flag for flag in image.flags), image.flags
    assert "several values for its rows" in refused(tmp_path, structure()["12 several rows"], header_too=True)


def test_case_13_text_of_an_undeclared_character_set_is_shown_with_replacements_and_flagged(tmp_path):
    radiograph = read(tmp_path, structure()["13 undeclared Cyrillic"]).radiograph
    assert "\ufffd" in radiograph.patient_name
    assert any("character set" in flag for flag in radiograph.flags)


def test_case_14_long_and_dangerous_text_is_elided_and_plain(tmp_path):
    assert len(read(tmp_path, structure()["14 a megabyte of name"]).radiograph.study_description) <= MAX_TEXT
    named = dicom(
        SpecificCharacterSet="ISO_IR 192", PatientName="A\u202eB\u0007\u200b\nC", StudyDescription=FORMULAS[4]
    )
    radiograph = read(tmp_path, named).radiograph
    assert radiograph.patient_name == "AB C"
    # Markup is only text: windows use plain text, the page escapes it (tests of ui and export).
    assert radiograph.study_description == FORMULAS[4]


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_case_14_no_cell_of_a_table_is_a_formula(text):
    from cxr_desktop.export.csv_table import cell

    assert cell(text) == "'" + text


@pytest.mark.parametrize("name", [name for name in structure() if name.startswith("15")])
def test_case_15_another_signature_in_the_preamble_is_neither_obeyed_nor_shown(tmp_path, name):
    image = read(tmp_path, structure()[name])
    assert image.radiograph.source is Source.DICOM
    assert image.pixels.shape == (96, 80)


def test_case_16_a_directory_is_no_image_and_none_of_its_references_is_opened(tmp_path):
    elsewhere = explicit_element(0x00041500, "CS", b"..\\..\\ETC\\PASSWD ")
    data = inserted(structure()["16 directory"], elsewhere, before=0x00080016)
    assert refused(tmp_path, data, NotAnImageError, header_too=True) == "a DICOM directory, not an image"


@pytest.mark.parametrize(
    ("uid", "words"),
    [
        ("1.2.840.10008.5.1.4.1.1.88.11", "SR"),
        ("1.2.840.10008.5.1.4.1.1.104.1", "PDF"),
        ("1.2.840.10008.5.1.4.1.1.481.5", "RT Plan"),
        ("1.2.840.10008.5.1.4.1.1.11.1", "Presentation State"),
        ("1.2.840.10008.5.1.4.1.1.9.1.1", "Waveform"),
    ],
)
def test_case_17_objects_without_an_image_are_named_and_no_error(tmp_path, uid, words):
    data = dicom(SOPClassUID=uid, PixelData=None)
    assert words in refused(tmp_path, data, NotAnImageError, header_too=True)

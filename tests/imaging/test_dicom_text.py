"""Names and descriptions in every character set of the Standard, and in those that nobody declared."""

import os

import pydicom.data
import pytest

from cxr_desktop.imaging.dicom_text import clean, decode, encodings_of
from cxr_desktop.imaging.header_reader import read_header
from tests.builders import explicit_element, with_elements, write_dicom

NAMES = {
    "chrArab": "قباني^لنزار",
    "chrFren": "Buc^Jérôme",
    "chrFrenMulti": "Buc^Jérôme",
    "chrGerm": "Äneas^Rüdiger",
    "chrGreek": "Διονυσιος",
    "chrH31": "Yamada^Tarou=山田^太郎=やまだ^たろう",
    "chrH32": "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
    "chrHbrw": "שרון^דבורה",
    "chrI2": "Hong^Gildong=洪^吉洞=홍^길동",
    "chrRuss": "Люкceмбypг",
    "chrX1": "Wang^XiaoDong=王^小東",
    "chrX2": "Wang^XiaoDong=王^小东",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_standards_own_examples_are_read(name):
    folder = os.path.join(os.path.dirname(pydicom.data.__file__), "charset_files")
    assert read_header(os.path.join(folder, f"{name}.dcm")).patient_name == NAMES[name]


def test_undeclared_cyrillic_is_shown_with_replacement_characters_and_flagged(tmp_path):
    path = write_dicom(tmp_path / "image", PatientName=None)
    raw = explicit_element(0x00100010, "PN", "Иванов^И ".encode("cp1251"))
    (tmp_path / "changed").write_bytes(with_elements(path, raw, before=0x00100020))
    radiograph = read_header(str(tmp_path / "changed"))
    assert radiograph.patient_name == "\ufffd" * 6 + "^\ufffd"
    assert "some text is in a character set that the file does not state" in radiograph.flags


def test_undeclared_utf_8_is_recognised():
    assert decode("Иванов".encode(), encodings_of([])) == "Иванов"


@pytest.mark.parametrize("term", ["ISO_IR 100", "iso-ir 100", "ISO IR 100", "ISO 2022 IR 100"])
def test_terms_are_understood_in_the_spellings_that_occur(term):
    assert decode(b"M\xfcller", encodings_of([term])) == "Müller"


@pytest.mark.parametrize("term", ["KLINGON", "ISO_IR 9999", "\ufffd", "ISO_IR 100\x00\x00"])
def test_unknown_terms_never_raise(term):
    assert decode(b"M\xfcller", encodings_of([term])).startswith("M")


@pytest.mark.parametrize(
    "data", [b"\x1b", b"\x1b$", b"\x1b$B\xff\xff", b"\x1b$)C\xff", b"\x1b(J\x80\xff", b"a\x1b\x1bb"]
)
@pytest.mark.parametrize("terms", [[], ["ISO 2022 IR 13", "ISO 2022 IR 87"], ["GB18030"], ["ISO_IR 192"]])
def test_broken_escape_sequences_never_raise(data, terms):
    assert isinstance(clean(decode(data, encodings_of(terms))), str)


def test_control_characters_go_and_lines_become_one():
    assert clean("a\x00b\x07\x1b[31mc\r\nd\te") == "ab[31mc d e"


def test_marks_that_reorder_or_hide_text_go_but_joiners_stay():
    assert clean("a\u202eb\u2066c\u200fd\ufeffe\u00adf") == "abcdef"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_long_text_is_elided():
    assert clean("x" * 1_000_000) == "x" * 255 + "…"


def test_lone_surrogates_become_replacement_characters():
    assert clean("a\udc80b") == "a\ufffdb"

"""Preamble, meta information and transfer syntax, present or not, right or wrong."""

import pytest

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import data_set, picture, save, write_dicom, write_headless


def from_bytes(tmp_path, data):
    (tmp_path / "changed").write_bytes(data)
    return read_header(str(tmp_path / "changed"))


@pytest.mark.parametrize("syntax", ["implicit", "explicit", "big"])
def test_files_without_preamble_are_read_and_flagged(tmp_path, syntax):
    path = write_headless(tmp_path / "image", transfer_syntax=syntax)
    radiograph = read_header(str(path))
    assert radiograph.patient_name == "Phantom^Test"
    assert "no DICOM preamble" in radiograph.flags
    assert (read_image(str(path)).pixels == picture()).all()


def test_meta_information_without_preamble_is_read(tmp_path):
    path = write_dicom(tmp_path / "image", transfer_syntax="rle")
    radiograph = from_bytes(tmp_path, path.read_bytes()[132:])
    assert radiograph.flags == ("no DICOM preamble",)
    assert radiograph.transfer_syntax_uid == "1.2.840.10008.1.2.5"


def test_a_preamble_without_meta_information_is_read(tmp_path):
    bare = write_headless(tmp_path / "image").read_bytes()
    radiograph = from_bytes(tmp_path, bytes(128) + b"DICM" + bare)
    assert radiograph.flags == ("no file meta information",)


def test_another_formats_signature_in_the_preamble_is_ignored(tmp_path):
    data = write_dicom(tmp_path / "image").read_bytes()
    for signature in (b"II*\x00", b"MZ", b"\x7fELF", b"\x89PNG\r\n\x1a\n"):
        assert from_bytes(tmp_path, signature.ljust(128, b"\x00") + data[128:]).source is Source.DICOM


def test_a_meta_information_without_transfer_syntax_is_refused(tmp_path):
    ds = data_set(picture())
    path = save(ds, tmp_path / "image")
    data = path.read_bytes()
    start = data.index(b"\x02\x00\x10\x00UI")
    length = int.from_bytes(data[start + 6 : start + 8], "little")
    with pytest.raises(UnreadableImageError, match="does not state its transfer syntax"):
        from_bytes(tmp_path, data[:start] + data[start + 8 + length :])


def test_a_wrong_group_length_does_no_harm(tmp_path):
    data = bytearray(write_dicom(tmp_path / "image").read_bytes())
    data[140:144] = (9999).to_bytes(4, "little")
    assert from_bytes(tmp_path, bytes(data)).patient_id == "P1"


def test_a_header_that_is_implicit_against_its_label_is_read_and_flagged(tmp_path):
    path = write_dicom(tmp_path / "image", transfer_syntax="implicit")
    label = b"1.2.840.10008.1.2\x00"
    data = path.read_bytes()
    at = data.index(label, 132)
    changed = data[: at - 2] + (20).to_bytes(2, "little") + b"1.2.840.10008.1.2.1\x00" + data[at + len(label) :]
    radiograph = from_bytes(tmp_path, changed)
    assert radiograph.patient_name == "Phantom^Test"
    assert "the header is encoded otherwise than its transfer syntax says" in radiograph.flags


def test_a_data_set_of_nothing_is_refused(tmp_path):
    with pytest.raises(UnreadableImageError, match="holds no data set"):
        from_bytes(tmp_path, bytes(128) + b"DICM")


def test_a_directory_is_no_image(tmp_path):
    with pytest.raises(NotAnImageError, match="directory"):
        read_header(str(write_dicom(tmp_path / "image", SOPClassUID="1.2.840.10008.1.3.10")))


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.8])
def test_a_file_that_ends_in_its_header_is_refused(tmp_path, kept):
    path = write_dicom(tmp_path / "image")
    data = path.read_bytes()
    pixels = data.rindex(b"\xe0\x7f\x10\x00")
    with pytest.raises(
        (UnreadableImageError, NotAnImageError), match=r"cut short|no (pixel data|data set)|without an image"
    ):
        from_bytes(tmp_path, data[: 132 + int((pixels - 132) * kept)])

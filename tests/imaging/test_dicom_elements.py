"""The element walker stays within its bounds: of bytes, of elements, of depth, of what a deflated file may grow to."""

import resource
import struct
import subprocess
import sys
import zlib

import pytest

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import InflatedSource, MemorySource
from cxr_desktop.imaging.dicom_elements import UNDEFINED, ElementWalker, Encoding
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import data_set, explicit_element, picture, save, with_elements, write_dicom

ITEM = bytes.fromhex("feff00e0ffffffff")
ITEM_END = bytes.fromhex("feff0de000000000")
SEQUENCE_END = bytes.fromhex("feffdde000000000")


def nested(depth):
    """Sequences of undefined length within each other, in a private element."""
    start = explicit_element(0x00091010, "SQ", b"", UNDEFINED) + ITEM
    return start * depth + (ITEM_END + SEQUENCE_END) * depth


def test_sequences_nested_ten_thousand_deep_are_stepped_over(tmp_path):
    path = write_dicom(tmp_path / "image")
    data = with_elements(path, nested(10_000), before=0x00100010)
    assert read_image(str(path), data=data).radiograph.patient_id == "P1"


def test_sequences_that_never_end_are_refused(tmp_path):
    path = write_dicom(tmp_path / "image")
    data = with_elements(path, explicit_element(0x00091010, "SQ", b"", UNDEFINED) + ITEM, before=0x00100010)
    with pytest.raises(UnreadableImageError, match="cut short or damaged in its header"):
        read_image(str(path), data=data)


def test_more_elements_than_the_budget_are_refused(tmp_path):
    path = write_dicom(tmp_path / "image")
    many = b"".join(explicit_element(0x00091000 + n, "LO", b"x ") for n in range(400))
    data = with_elements(path, many, before=0x00100010)
    assert read_image(str(path), data=data).pixels.shape == (96, 80)
    with pytest.raises(UnreadableImageError, match="too many elements"):
        read_image(str(path), ReadBudget(max_elements=300), data)


def test_an_element_longer_than_the_file_is_not_believed(tmp_path):
    path = write_dicom(tmp_path / "image")
    data = with_elements(path, explicit_element(0x00091010, "UN", b"", 0xFFFFFFF0), before=0x00100010)
    with pytest.raises(UnreadableImageError, match="cut short or damaged in its header"):
        read_image(str(path), data=data)


def test_a_sequence_of_unknown_representation_is_implicit_inside(tmp_path):
    inside = struct.pack("<HHL", 0x0008, 0x0100, 4) + b"1234"
    item = ITEM + inside + ITEM_END
    path = write_dicom(tmp_path / "image")
    element = explicit_element(0x00091010, "UN", b"", UNDEFINED) + item + SEQUENCE_END
    assert read_image(str(path), data=with_elements(path, element, before=0x00100010)).radiograph.patient_id == "P1"


def test_single_implicit_elements_in_an_explicit_file_are_understood(tmp_path):
    path = write_dicom(tmp_path / "image", PatientID=None)
    implicit = struct.pack("<HHL", 0x0010, 0x0020, 4) + b"IMPL"
    data = with_elements(path, implicit, before=0x00180015)
    assert read_image(str(path), data=data).radiograph.patient_id == "IMPL"


def test_pixels_in_an_icon_are_not_taken_for_the_image(tmp_path):
    icon = explicit_element(0x7FE00010, "OW", bytes(128))
    sequence = explicit_element(0x00880200, "SQ", b"", UNDEFINED) + ITEM + icon + ITEM_END + SEQUENCE_END
    path = write_dicom(tmp_path / "image")
    assert (read_image(str(path), data=with_elements(path, sequence)).pixels == picture()).all()


@pytest.mark.parametrize("implicit", [False, True])
@pytest.mark.parametrize("delimited", [False, True])
def test_items_of_sequences_are_found_in_every_way_of_writing(implicit, delimited):
    def element(tag, vr, value, length=None):
        if not implicit:
            return explicit_element(tag, vr, value, length)
        return struct.pack("<HHL", tag >> 16, tag & 0xFFFF, len(value) if length is None else length) + value

    inner = element(0x00283003, "LO", b"NORMAL")
    if delimited:
        items = (ITEM + inner + ITEM_END) * 2
        data = element(0x00283010, "SQ", b"", UNDEFINED) + items + SEQUENCE_END
    else:
        items = (bytes.fromhex("feff00e0") + len(inner).to_bytes(4, "little") + inner) * 2
        data = element(0x00283010, "SQ", items)
    data += element(0x00284000, "LO", b"AFTER ")
    walker = ElementWalker(MemorySource(data), Encoding(implicit, False), 1000)
    found = walker.walk(0)
    assert found.complete
    assert set(found.by_tag) == {0x00283010, 0x00284000}
    read = walker.items(found.by_tag[0x00283010])
    assert [walker.value(item[0x00283003], 10) for item in read] == [b"NORMAL", b"NORMAL"]


class TestDeflated:
    def deflated(self, tmp_path, extra):
        """An image whose data set, deflated, contains ``extra`` before its pixels."""
        plain = with_elements(write_dicom(tmp_path / "plain"), extra)
        start = plain.index(b"\x08\x00\x16\x00UI")
        small = save(data_set(picture(), transfer_syntax="deflated"), tmp_path / "deflated").read_bytes()
        meta = small[: small.index(b"1.2.840.10008.1.2.1.99")]
        end = small.index(b"\x02\x00\x12\x00UI")
        after = small[end:]
        length = int.from_bytes(after[6:8], "little")
        compressor = zlib.compressobj(9, wbits=-15)
        body = compressor.compress(plain[start:]) + compressor.flush()
        return meta + b"1.2.840.10008.1.2.1.99" + after[: 8 + length] + body

    def test_a_bomb_in_the_header_is_not_inflated(self, tmp_path):
        bomb = self.deflated(tmp_path, explicit_element(0x00291010, "OB", bytes(200 << 20)))
        assert len(bomb) < 1 << 20
        (tmp_path / "bomb").write_bytes(bomb)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for read in (read_header, read_image):
            with pytest.raises(UnreadableImageError, match="grows beyond 64 MB"):
                read(str(tmp_path / "bomb"))
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 << 10

    def test_a_bomb_in_the_pixels_is_not_inflated(self, tmp_path):
        ds = data_set(picture(), transfer_syntax="deflated")
        ds.PixelData = bytes(100 << 20)
        path = save(ds, tmp_path / "bomb")
        assert path.stat().st_size < 1 << 20
        with pytest.raises(UnreadableImageError, match="the header describes 15,360 bytes"):
            read_image(str(path))
        assert read_header(str(path)).patient_id == "P1"

    def test_a_damaged_stream_is_refused(self, tmp_path):
        path = save(data_set(picture(), transfer_syntax="deflated"), tmp_path / "image")
        data = bytearray(path.read_bytes())
        data[-4000:-3900] = b"\xff" * 100
        with pytest.raises(CxrError):
            read_image(str(path), data=bytes(data))

    def test_only_what_is_looked_at_is_inflated(self):
        compressor = zlib.compressobj(9, wbits=-15)
        body = compressor.compress(b"start" + bytes(50 << 20)) + compressor.flush()
        source = InflatedSource(MemorySource(body), 0, 1 << 20)
        assert source.read(0, 5) == b"start"
        assert source.reaches(1 << 20)
        with pytest.raises(UnreadableImageError, match="beyond 1 MB"):
            source.reaches((1 << 20) + 1)


def test_reading_foreign_headers_warns_and_logs_nothing(tmp_path):
    """pydicom would put names and numbers of patients into warnings and logs."""
    path = write_dicom(tmp_path / "image", PatientName="Secret^Name")
    path.write_bytes(path.read_bytes().replace(b"1.2.840.10008.5.1.4.1.1.1\0", b"1.2..840.10008.5.1.4.1.1.1"))
    program = (
        "import sys, logging; logging.basicConfig(level=logging.INFO)\n"
        "from cxr_desktop.imaging.header_reader import read_header\n"
        "from cxr_desktop.imaging.reader import read_image\n"
        "read_header(sys.argv[1]); read_image(sys.argv[1])"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")

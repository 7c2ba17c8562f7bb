"""The entrance: what a file is is told by its content, and every fault is one plain sentence."""

import contextlib
import os
import socket

import numpy as np
import pydicom.data
import pytest

from cxr_desktop.domain.errors import CxrError, NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.files import content_hash, file_identity
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture, write_dicom, write_headless, write_jpeg, write_png, write_tiff


def reason(path, kind=CxrError):
    """Both readers must refuse; returns the reason of the second."""
    with pytest.raises(kind):
        read_header(str(path))
    with pytest.raises(kind) as caught:
        read_image(str(path))
    return str(caught.value)


class TestSniffing:
    @pytest.mark.parametrize("name", ["image", "image.dcm", "image.png", "image.txt", "image.jpg.exe"])
    def test_dicom_is_known_by_its_content_under_any_name(self, tmp_path, name):
        assert read_header(str(write_dicom(tmp_path / name))).source is Source.DICOM

    @pytest.mark.parametrize("name", ["image", "image.dcm", "image.pdf"])
    def test_raster_files_are_known_by_their_content_under_any_name(self, tmp_path, name):
        pixels = picture(bits=8)
        for write, source in ((write_png, Source.PNG), (write_jpeg, Source.JPEG), (write_tiff, Source.TIFF)):
            assert read_header(str(write(tmp_path / name, pixels))).source is source

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"%PDF-1.7\n" + bytes(500), "PDF"),
            (b"PK\x03\x04" + bytes(500), "ZIP"),
            (b"\x1f\x8b" + bytes(500), "gzip"),
            (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript"),
            (b"MZ" + bytes(500), "program"),
            (b"Dear colleague,\nplease find enclosed\n", "text"),
            ("Liebe Kollegin, anbei die Äpfel\n".encode(), "text"),
            (b"<!DOCTYPE html><html></html>", "web page"),
            (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "text"),
            (bytes(500), "zeros"),
            (os.urandom(0) + bytes(range(255, 0, -1)) * 4, "not a DICOM"),
            (b"SQLite format 3\x00" + bytes(100), "database"),
        ],
    )
    def test_what_is_no_image_is_named(self, tmp_path, content, words):
        (tmp_path / "image.dcm").write_bytes(content)
        assert words in reason(tmp_path / "image.dcm", NotAnImageError)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"GIF89a" + bytes(100), "GIF"),
            (b"BM" + b"\x10\x00\x00\x00" + bytes(100), "BMP"),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(50), "WebP"),
            (b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(50), "JPEG 2000"),
            (b"8BPS" + bytes(50), "Photoshop"),
            (b"SIMPLE  =                    T" + bytes(50), "FITS"),
        ],
    )
    def test_images_of_other_formats_are_unreadable_and_named(self, tmp_path, content, words):
        (tmp_path / "image.png").write_bytes(content)
        assert words in reason(tmp_path / "image.png", UnreadableImageError)

    def test_random_bytes_are_never_taken_for_a_headless_dicom_file(self, tmp_path):
        random = np.random.default_rng(1)
        for number in range(300):
            data = bytearray(random.integers(0, 256, 600, dtype=np.uint8).tobytes())
            data[:2] = b"\x08\x00" if number % 2 else b"\x00\x08"
            with pytest.raises(CxrError):
                read_image("image", data=bytes(data))


class TestFiles:
    def test_an_empty_file_is_called_empty(self, tmp_path):
        (tmp_path / "empty.dcm").touch()
        assert reason(tmp_path / "empty.dcm", UnreadableImageError) == "the file is empty"
        (tmp_path / "one.dcm").write_bytes(b"D")
        assert "empty" in reason(tmp_path / "one.dcm", UnreadableImageError)

    def test_a_missing_file_is_said_to_be_gone(self, tmp_path):
        assert reason(tmp_path / "gone.dcm", UnreadableImageError) == "the file is no longer there"

    def test_a_folder_a_link_a_pipe_and_a_socket_are_not_opened(self, tmp_path):
        write_dicom(tmp_path / "image")
        (tmp_path / "link").symlink_to(tmp_path / "image")
        os.mkfifo(tmp_path / "pipe")
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            os.chdir(tmp_path)  # the path of a socket may have 108 bytes at most
            try:
                server.bind("socket")
            finally:
                os.chdir(here)
            assert "socket" in reason(tmp_path / "socket", UnreadableImageError)
        assert "folder" in reason(tmp_path, UnreadableImageError)
        assert "link" in reason(tmp_path / "link", UnreadableImageError)
        assert "pipe" in reason(tmp_path / "pipe", UnreadableImageError)
        assert "device" in reason("/dev/zero", UnreadableImageError)
        with pytest.raises(UnreadableImageError, match="link"):
            file_identity(str(tmp_path / "link"))

    def test_a_file_without_permission_says_so(self, tmp_path, monkeypatch):
        path = write_dicom(tmp_path / "image")

        def refuse(*_):
            raise PermissionError(13, "Permission denied", str(path))

        # The superuser, as whom CI runs, may read everything.
        monkeypatch.setattr("cxr_desktop.imaging.files.os.open", refuse)
        assert reason(path, UnreadableImageError) == "no permission to read the file"

    def test_names_that_are_no_text_are_opened(self, tmp_path):
        name = os.fsencode(tmp_path) + b"/\xff\xfe \n.dcm"
        path = os.fsdecode(name)
        os.rename(write_dicom(tmp_path / "image"), path)
        assert read_header(path).path == path
        assert read_image(path).pixels.shape == (96, 80)

    def test_a_name_with_a_zero_byte_is_refused(self):
        with pytest.raises(UnreadableImageError):
            read_header("image\0.dcm")

    def test_reasons_name_no_path(self, tmp_path):
        secret = tmp_path / "Doe^John 19700101.dcm"
        secret.write_bytes(b"%PDF")
        for path in (secret, tmp_path / "Doe^Jane.dcm"):
            assert "Doe" not in reason(path)

    def test_a_file_over_the_limit_is_not_read(self, tmp_path):
        path = tmp_path / "large.dcm"
        with open(path, "wb") as stream:
            stream.truncate(3 << 20)
        with pytest.raises(UnreadableImageError, match="larger than 2 MB"):
            read_header(str(path), ReadBudget(max_file_bytes=2 << 20))
        with pytest.raises(UnreadableImageError, match="larger than 2 MB"):
            read_image(str(path), ReadBudget(max_file_bytes=2 << 20))

    def test_identity_changes_when_the_file_is_written(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        first = file_identity(str(path))
        assert first == file_identity(str(path))
        path.write_bytes(path.read_bytes() + b"\0\0")
        assert file_identity(str(path)) != first

    def test_the_content_hash_is_sha256(self):
        assert content_hash(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_bytes_that_were_read_already_give_the_same_image(tmp_path):
    path = write_dicom(tmp_path / "image", transfer_syntax="jpeg-ls")
    data = path.read_bytes()
    expected = read_image(str(path))
    path.unlink()
    image = read_image(str(path), data=data)
    assert np.array_equal(image.pixels, expected.pixels)
    assert image.radiograph == expected.radiograph


@pytest.mark.parametrize("syntax", ["explicit", "implicit", "big", "deflated", "rle", "jpeg-ls", "j2k-lossless"])
def test_files_cut_anywhere_are_refused_with_a_reason(tmp_path, syntax):
    path = write_dicom(tmp_path / "image", transfer_syntax=syntax, window=(2000, 3000))
    data = path.read_bytes()
    for length in range(8, len(data) - 12, max(1, len(data) // 150)):
        with pytest.raises(CxrError) as caught:
            read_image(str(path), data=data[:length])
        assert str(caught.value)


@pytest.mark.parametrize("syntax", ["explicit", "implicit", "big", "deflated"])
def test_files_with_damaged_headers_are_read_or_refused_and_nothing_else(tmp_path, syntax):
    headless = write_headless(tmp_path / "bare").read_bytes()
    whole = write_dicom(tmp_path / "image", transfer_syntax=syntax, window=(2000, 3000)).read_bytes()
    random = np.random.default_rng(5)
    for start in (headless, whole):
        for _ in range(150):
            data = bytearray(start)
            for position in random.integers(0, min(len(data), 900), 4):
                data[position] = random.integers(256)
            with contextlib.suppress(CxrError):
                assert read_image("image", ReadBudget(max_pixels=1 << 20), bytes(data)).pixels.dtype == np.uint16


def bundled_files():
    folder = os.path.join(os.path.dirname(pydicom.data.__file__), "test_files")
    names = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    return [name for name in names if os.path.isfile(name)]


EXPECTED = {
    "MR_truncated.dcm": "the pixel data are cut short (8,130 of 8,192 bytes)",
    "meta_missing_tsyntax.dcm": "the file does not state its transfer syntax",
    "SC_rgb_rle_2frame.dcm": "multi-frame image (2 frames)",
    "SC_rgb_rle_32bit.dcm": "32 bits per pixel; 8 and 16 are read",
    "test-SR.dcm": "a DICOM object without an image (Comprehensive SR)",
    "waveform_ecg.dcm": "a DICOM object without an image (12-lead ECG Waveform)",
    "rtplan.dcm": "a DICOM object without an image (RT Plan)",
    "badVR.dcm": "a DICOM object that is no radiograph (RT Dose)",
    "SC_rgb_small_odd.dcm": "no image content: 3 × 3 pixels are too few",
    "zipMR.gz": "a gzip archive, not an image",
    "README.txt": "a text, not an image",
}
# fmt: off
READ = {
    f"{name}.dcm"
    for name in (
        "693_J2KI", "CT_small", "J2K_pixelrep_mismatch", "JPEG-lossy", "JPEG2000", "JPGExtended", "MR_small",
        "MR_small_RLE", "MR_small_bigendian", "MR_small_expb", "MR_small_implicit", "MR_small_jp2klossless",
        "MR_small_jpeg_ls_lossless", "MR_small_padded", "SC_jpeg_no_color_transform", "SC_rgb_dcmtk_+eb+cr",
        "SC_rgb_gdcm_KY", "SC_rgb_jls_lossy_line", "SC_rgb_jls_lossy_sample", "SC_rgb_jpeg", "SC_rgb_jpeg_dcmtk",
        "SC_rgb_jpeg_gdcm", "SC_rgb_jpeg_lossy_gdcm", "SC_rgb_rle", "SC_rgb_rle_16bit", "SC_ybr_full_422_uncompressed",
        "examples_jpeg2k", "examples_overlay", "examples_palette", "examples_rgb_color", "image_dfl",
    )
}
# fmt: on


@pytest.mark.parametrize("path", bundled_files(), ids=os.path.basename)
def test_pydicoms_own_test_files_get_an_image_or_one_plain_reason(path):
    name = os.path.basename(path)
    if name in READ:
        image = read_image(path)
        assert image.radiograph == read_header(path)
        assert image.pixels.shape == (image.radiograph.rows, image.radiograph.columns)
    elif name in EXPECTED:
        with pytest.raises(CxrError) as caught:
            read_image(path)
        assert str(caught.value) == EXPECTED[name]
    else:
        with contextlib.suppress(CxrError):
            read_image(path)


def stored_values(image):
    return image.pixels * image.value_scale + image.value_offset


NATIVE = ("CT_small", "MR_small", "MR_small_bigendian", "MR_small_implicit", "MR_small_RLE", "image_dfl")


@pytest.mark.parametrize("name", NATIVE)
def test_grey_files_give_the_pixels_that_pydicom_gives(name):
    path = pydicom.data.get_testdata_file(f"{name}.dcm", download=False)
    ds = pydicom.dcmread(path)
    slope, intercept = float(ds.get("RescaleSlope", 1)), float(ds.get("RescaleIntercept", 0))
    assert np.allclose(stored_values(read_image(path)), ds.pixel_array * slope + intercept)


@pytest.mark.parametrize("name", ["MR_small_jp2klossless", "MR_small_jpeg_ls_lossless", "MR_small_padded"])
def test_other_encodings_of_one_image_give_the_same_pixels(name):
    original = read_image(pydicom.data.get_testdata_file("MR_small.dcm", download=False))
    image = read_image(pydicom.data.get_testdata_file(f"{name}.dcm", download=False))
    assert np.array_equal(stored_values(image), stored_values(original))


def test_an_unsigned_jpeg_2000_stream_under_a_signed_header_keeps_its_negative_values():
    image = read_image(pydicom.data.get_testdata_file("J2K_pixelrep_mismatch.dcm", download=False))
    assert stored_values(image).min() == -2000
    assert "the pixel data and the header disagree about negative values" in image.flags

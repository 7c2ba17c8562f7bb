"""A raster file that is whole but of a kind that is not read is never called damaged."""

from __future__ import annotations

import struct

import imagecodecs
import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture
from tests.imaging.test_raster import encoded, refusal


def with_tag(tiff: bytes, tag: int, value: int) -> bytes:
    """A little endian TIFF whose first directory states another short for one tag."""
    (at,) = struct.unpack_from("<L", tiff, 4)
    (count,) = struct.unpack_from("<H", tiff, at)
    data = bytearray(tiff)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        if struct.unpack_from("<H", data, entry) == (tag,):
            struct.pack_into("<H", data, entry + 8, value)
            return bytes(data)
    raise AssertionError(f"no tag {tag}")


def test_a_jpeg_of_twelve_bits_is_named(tmp_path):
    data = imagecodecs.jpeg_encode(picture(90, 90, 12).astype(np.uint16), bitspersample=12)
    assert refusal(tmp_path, data) == "JPEG with 12 bits per pixel; 8 are read"
    assert refusal(tmp_path, data[: len(data) // 2]) == "JPEG with 12 bits per pixel; 8 are read"


@pytest.mark.parametrize(("code", "name"), [(50001, "WebP"), (34712, "JPEG 2000"), (50000, "Zstandard"), (777, "777")])
def test_a_tiff_that_is_compressed_in_a_rare_way_is_named(tmp_path, code, name):
    plain = encoded(Image.fromarray(picture(90, 90, 8)), "TIFF", compression="tiff_lzw")
    assert refusal(tmp_path, with_tag(plain, 259, code)) == f"TIFF compressed as {name}, which is not read"


def test_a_tiff_with_pixels_of_a_kind_that_nobody_knows_is_named(tmp_path):
    plain = encoded(Image.fromarray(picture(90, 90, 8)), "TIFF")
    data = with_tag(plain, 258, 7)
    assert refusal(tmp_path, data) == "TIFF with pixels of an unknown kind, which are not read"


@pytest.mark.parametrize("compress", [True, False])
def test_a_png_with_very_much_text_is_read_without_it(tmp_path, compress):
    pixels, words = picture(90, 90, 8), PngImagePlugin.PngInfo()
    for number in range(3):
        words.add_text(f"Raw profile {number}", "GPS 1.5 " * 400_000, zip=compress)
    data = encoded(Image.fromarray(pixels), "PNG", pnginfo=words)
    at, end = data.index(b"IDAT") - 4, len(data) - 12
    texts_last = data[:33] + data[at:end] + data[33:at] + data[end:]
    for order in (data, texts_last):
        path = tmp_path / "wordy.png"
        path.write_bytes(order)
        assert read_header(str(path)).rows == 90
        assert np.array_equal(read_image(str(path)).pixels, pixels)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_a_tiff_whose_samples_were_multiplied_by_their_transparency_is_read(tmp_path, mode):
    """ExtraSamples 1 (TIFF 6.0, tag 338), which Pillow has modes of its own for."""
    grey = picture(90, 90, 8)
    image = Image.merge(mode, [Image.fromarray(grey)] * (len(mode) - 1) + [Image.new("L", (90, 90), 255)])
    path = tmp_path / "alpha.tif"
    path.write_bytes(with_tag(encoded(image, "TIFF"), 338, 1))
    assert np.abs(read_image(str(path)).pixels.astype(int) - grey).max() <= 1

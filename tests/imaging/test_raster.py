"""PNG, JPEG and TIFF: whole files with one clear meaning are read, others refused."""

import contextlib
import io
import struct
import zlib

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture, write_jpeg, write_png, write_tiff


def refusal(tmp_path, data, name="image"):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableImageError) as caught:
        read_image(str(path))
    return str(caught.value)


def encoded(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def chunk(kind, body):
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


class TestDepth:
    @pytest.mark.parametrize("write", [write_png, write_tiff])
    def test_sixteen_bits_are_kept(self, tmp_path, write):
        pixels = picture(bits=16)
        path = write(tmp_path / "image", pixels)
        image = read_image(str(path))
        assert np.array_equal(image.pixels, pixels)
        assert image.radiograph == read_header(str(path))
        assert image.radiograph.bits_stored == 16
        assert image.vois == ()

    @pytest.mark.parametrize("write", [write_png, write_tiff])
    def test_eight_bits_are_kept_and_shown_as_stored(self, tmp_path, write):
        pixels = picture(bits=8)
        image = read_image(str(write(tmp_path / "image", pixels)))
        assert np.array_equal(image.pixels, pixels)
        assert np.allclose(presentation(image), pixels / 255, atol=1e-5)
        assert image.flags == ()

    def test_a_header_says_size_source_and_depth_only(self, tmp_path):
        radiograph = read_header(str(write_png(tmp_path / "image", picture(bits=8))))
        assert (radiograph.rows, radiograph.columns, radiograph.bits_stored) == (96, 80, 8)
        assert radiograph.study_key.startswith("file|")
        assert radiograph.patient_name == radiograph.modality == ""

    def test_big_endian_tiff_and_every_lossless_compression(self, tmp_path):
        pixels = picture(bits=16)
        for compression in (None, "tiff_lzw", "tiff_adobe_deflate", "packbits"):
            image = read_image(str(write_tiff(tmp_path / "image", pixels, compression=compression)))
            assert np.array_equal(image.pixels, pixels)
        Image.frombytes("I;16B", (80, 96), pixels.astype(">u2").tobytes()).save(tmp_path / "big", "TIFF")
        assert np.array_equal(read_image(str(tmp_path / "big")).pixels, pixels)

    @pytest.mark.parametrize("bits", [8, 16])
    def test_white_is_zero_is_inverted_once(self, tmp_path, bits):
        pixels = picture(bits=bits)
        path = write_tiff(tmp_path / "image", (1 << bits) - 1 - pixels)
        black_is_zero, white_is_zero = (struct.pack("<HHLL", 262, 3, 1, value) for value in (1, 0))
        data = path.read_bytes()
        assert black_is_zero in data
        image = read_image("image", data=data.replace(black_is_zero, white_is_zero))
        assert np.corrcoef(presentation(image).ravel(), pixels.ravel())[0, 1] > 0.99

    def test_jpeg_is_read(self, tmp_path):
        pixels = picture(bits=8)
        image = read_image(str(write_jpeg(tmp_path / "image", pixels)))
        assert np.abs(image.pixels.astype(int) - pixels).max() <= 12


class TestColour:
    def test_grey_stored_as_colour_is_no_colour_image(self, tmp_path):
        pixels = np.dstack([picture(bits=8)] * 3)
        for write in (write_png, write_tiff):
            image = read_image(str(write(tmp_path / "image", pixels)))
            assert np.array_equal(image.pixels, picture(bits=8))
            assert image.flags == ()
        assert read_image(str(write_jpeg(tmp_path / "image", pixels))).flags == ()

    def test_colour_becomes_luminance_and_is_flagged(self, tmp_path):
        red, green, blue = picture(bits=8), np.flipud(picture(bits=8)), np.fliplr(picture(bits=8))
        image = read_image(str(write_png(tmp_path / "image", np.dstack([red, green, blue]))))
        assert np.abs(image.pixels - (0.299 * red + 0.587 * green + 0.114 * blue)).max() <= 0.501
        assert image.flags == ("a colour image, shown as grey",)

    def test_a_palette_is_resolved(self, tmp_path):
        palette = Image.fromarray(picture(bits=8)).convert("P")
        palette.save(tmp_path / "image", "PNG")
        assert np.array_equal(read_image(str(tmp_path / "image")).pixels, picture(bits=8))

    def test_transparent_parts_are_black(self, tmp_path):
        alpha = np.full((96, 80), 255, np.uint8)
        alpha[:20] = 0
        image = read_image(str(write_png(tmp_path / "image", np.dstack([*[picture(bits=8)] * 3, alpha]))))
        assert (image.pixels[:20] == 0).all()
        assert np.array_equal(image.pixels[20:], picture(bits=8)[20:])
        assert image.flags == ("transparent parts are shown black",)

    def test_an_opaque_alpha_channel_changes_nothing(self, tmp_path):
        alpha = np.full((96, 80), 255, np.uint8)
        image = read_image(str(write_png(tmp_path / "image", np.dstack([picture(bits=8), alpha]))))
        assert np.array_equal(image.pixels, picture(bits=8))
        assert image.flags == ()

    def test_one_transparent_grey_is_padding(self, tmp_path):
        for bits in (8, 16):
            pixels = picture(bits=bits)
            pixels[:9] = 200
            Image.fromarray(pixels).save(tmp_path / "image", "PNG", transparency=200)
            image = read_image(str(tmp_path / "image"))
            assert image.padding == (200, 200)
            assert (presentation(image)[:9] == 0).all()

    @pytest.mark.parametrize("channels", [2, 3, 4])
    def test_sixteen_bits_are_kept_with_colour_or_transparency(self, tmp_path, channels):
        grey = picture(bits=16)
        alpha = np.full((96, 80), 65535, np.uint16)
        planes = {2: [grey, alpha], 3: [grey] * 3, 4: [grey, grey, grey, alpha]}[channels]
        path = tmp_path / "image"
        path.write_bytes(imagecodecs.png_encode(np.dstack(planes)))
        image = read_image(str(path))
        assert np.array_equal(image.pixels, grey)
        assert image.radiograph.bits_stored == 16
        assert image.radiograph == read_header(str(path))

    def test_cmyk_is_converted(self, tmp_path):
        Image.fromarray(np.dstack([picture(bits=8)] * 3)).convert("CMYK").save(tmp_path / "image", "JPEG", quality=95)
        image = read_image(str(tmp_path / "image"))
        assert np.abs(image.pixels.astype(int) - picture(bits=8)).max() <= 16


class TestOrientation:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_images_are_turned_as_their_exif_orientation_says(self, tmp_path, kind, orientation):
        pixels = (np.add.outer(np.arange(96), 2 * np.arange(80)) % 256).astype(np.uint8)
        pixels[:20, :12] = 255
        if kind == "TIFF":
            Image.fromarray(pixels).save(tmp_path / "image", kind, tiffinfo={274: orientation})
        else:
            exif = Image.Exif()
            exif[274] = orientation
            Image.fromarray(pixels).save(
                tmp_path / "image", kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {})
            )
        expected = {
            1: pixels,
            2: np.fliplr(pixels),
            3: np.rot90(pixels, 2),
            4: np.flipud(pixels),
            5: pixels.T,
            6: np.rot90(pixels, -1),
            7: np.rot90(pixels, 2).T,
            8: np.rot90(pixels, 1),
        }[orientation]
        image = read_image(str(tmp_path / "image"))
        assert image.pixels.shape == expected.shape
        assert np.abs(image.pixels.astype(int) - expected).mean() < 3
        assert image.pixels.flags.c_contiguous
        assert read_header(str(tmp_path / "image")) == image.radiograph

    def test_damaged_exif_data_are_ignored(self, tmp_path):
        data = encoded(Image.fromarray(picture(bits=8)), "JPEG", quality=95)
        junk = b"Exif\0\0MM\0*\xff\xff\xff\xff\x01\x12"
        data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(junk) + 2) + junk + data[2:]
        (tmp_path / "image").write_bytes(data)
        assert read_image(str(tmp_path / "image")).pixels.shape == (96, 80)


class TestRefused:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
    @pytest.mark.parametrize("kept", [0.2, 0.6, 0.95])
    def test_files_that_are_cut_short(self, tmp_path, kind, kept):
        data = encoded(Image.fromarray(picture(300, 280, bits=8)), kind)
        assert refusal(tmp_path, data[: int(len(data) * kept)])

    def test_a_png_with_a_wrong_checksum(self, tmp_path):
        data = bytearray(encoded(Image.fromarray(picture(bits=8)), "PNG"))
        position = data.index(b"IDAT") + 500
        data[position] ^= 1
        assert refusal(tmp_path, bytes(data)) == "the PNG file is damaged"

    def test_a_png_without_pixels_or_with_an_impossible_depth(self, tmp_path):
        start, end = b"\x89PNG\r\n\x1a\n", chunk(b"IEND", b"")
        for depth, colour in ((8, 1), (3, 0), (16, 3), (8, 0)):
            header = chunk(b"IHDR", struct.pack(">LLBBBBB", 80, 80, depth, colour, 0, 0, 0))
            assert "PNG" in refusal(tmp_path, start + header + end)

    def test_a_png_that_announces_a_huge_image(self, tmp_path):
        header = chunk(b"IHDR", struct.pack(">LLBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0))
        data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
        assert "20,000 × 20,000 pixels are more than the limit of 200 megapixels" in refusal(tmp_path, data)

    def test_the_limit_is_the_budgets_and_not_pillows(self, tmp_path):
        path = write_png(tmp_path / "image", picture(1000, 1000, bits=8))
        with pytest.raises(UnreadableImageError, match="megapixels"):
            read_image(str(path), ReadBudget(max_pixels=999_999))
        assert Image.MAX_IMAGE_PIXELS is not None

    def test_large_images_within_the_budget_are_read_without_a_warning(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
        assert read_image(str(write_png(tmp_path / "image", picture(bits=8)))).pixels.shape == (96, 80)

    def test_animated_and_multi_page_files(self, tmp_path):
        first, second = Image.fromarray(picture(bits=8)), Image.fromarray(np.flipud(picture(bits=8)))
        assert "animated" in refusal(tmp_path, encoded(first, "PNG", save_all=True, append_images=[second]))
        assert "several pages" in refusal(tmp_path, encoded(first, "TIFF", save_all=True, append_images=[second]))

    def test_floating_point_and_signed_tiff(self, tmp_path):
        pixels = picture().astype(np.float32)
        pixels[3, 3] = np.nan
        assert "floating-point" in refusal(tmp_path, encoded(Image.fromarray(pixels), "TIFF"))
        assert "signed" in refusal(tmp_path, encoded(Image.fromarray(picture().astype(np.int32)), "TIFF"))

    def test_images_without_content(self, tmp_path):
        for pixels in (np.full((90, 90), 255, np.uint8), picture(30, 30, 8), picture(70, 700, 8), picture(1, 1, 8)):
            assert "no image content" in refusal(tmp_path, encoded(Image.fromarray(pixels), "PNG"))

    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
    def test_mutated_files_are_read_or_refused_and_nothing_else(self, tmp_path, kind):
        whole = encoded(Image.fromarray(picture(bits=8)), kind)
        random = np.random.default_rng(11)
        for _ in range(150):
            data = bytearray(whole)
            for position in random.integers(0, min(len(data), 700), 3):
                data[position] = random.integers(256)
            with contextlib.suppress(CxrError):
                read_image("image", ReadBudget(max_pixels=1 << 20), bytes(data))

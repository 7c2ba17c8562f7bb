"""Pixel data that contradict their header are refused before memory is taken; odd but clear ones are read."""

import numpy as np
import pytest
from pydicom.encaps import encapsulate

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from tests.builders import data_set, encode_frame, explicit_element, picture, save, with_elements, write_dicom


def refusal(tmp_path, pixels=None, **options):
    path = write_dicom(tmp_path / "image", pixels, **options)
    with pytest.raises(UnreadableImageError) as caught:
        read_image(str(path))
    return str(caught.value)


class TestBudget:
    def test_a_header_that_announces_four_gigapixels_is_refused_first(self, tmp_path):
        assert "megapixels" in refusal(tmp_path, Rows=65535, Columns=65535)
        assert "megapixels" in refusal(tmp_path, Rows=46341, Columns=46341, transfer_syntax="rle")

    def test_the_limit_is_the_budgets(self, tmp_path):
        path = write_dicom(tmp_path / "image", picture(1100, 1000))
        assert read_image(str(path), ReadBudget(max_pixels=1_100_000)).pixels.size == 1_100_000
        with pytest.raises(UnreadableImageError, match="1,000 × 1,100 pixels are more than the limit of 1 megapixels"):
            read_image(str(path), ReadBudget(max_pixels=1_099_999))
        assert read_header(str(path), ReadBudget(max_pixels=1)).rows == 1100


class TestLength:
    @pytest.mark.parametrize("missing", [1, 2, 1000, 15358])
    def test_missing_pixels_are_refused_and_never_filled_with_zeros(self, tmp_path, missing):
        path = write_dicom(tmp_path / "image")
        data = path.read_bytes()
        with pytest.raises(UnreadableImageError, match="cut short"):
            read_image(str(path), data=data[:-missing])

    def test_pixel_data_shorter_than_the_header_says_are_refused(self, tmp_path):
        assert refusal(tmp_path, Rows=97) == "the pixel data are cut short (15,360 of 15,520 bytes)"

    def test_padding_after_the_pixels_is_flagged(self, tmp_path):
        ds = data_set(picture())
        ds.PixelData = ds.PixelData + bytes(128)
        image = read_image(str(save(ds, tmp_path / "image")))
        assert "the pixel data are longer than the header says" in image.flags
        assert np.array_equal(image.pixels, picture())

    def test_twice_as_many_pixels_as_the_header_says_are_refused(self, tmp_path):
        ds = data_set(picture())
        ds.BitsAllocated, ds.BitsStored, ds.HighBit = 8, 8, 7
        with pytest.raises(UnreadableImageError, match="the header describes 7,680 bytes"):
            read_image(str(save(ds, tmp_path / "image")))

    def test_an_odd_number_of_bytes_is_padded_and_read(self, tmp_path):
        pixels = picture(81, 77, bits=8)
        for syntax in ("explicit", "big"):
            image = read_image(str(write_dicom(tmp_path / "i", pixels, bits_stored=8, transfer_syntax=syntax)))
            assert np.array_equal(image.pixels, pixels)

    def test_eight_bit_words_in_big_endian_are_swapped_back(self, tmp_path):
        pixels = picture(81, 77, bits=8)
        ds = data_set(pixels, bits_stored=8, transfer_syntax="big")
        data = pixels.tobytes() + b"\x00"
        ds.add_new(0x7FE00010, "OW", np.frombuffer(data, dtype="u2").byteswap().tobytes())
        assert np.array_equal(read_image(str(save(ds, tmp_path / "image"))).pixels, pixels)


class TestContradictions:
    @pytest.mark.parametrize(
        ("frames", "words"),
        [("2", "multi-frame image (2 frames)"), ("2147483647", "multi-frame"), ("0", "0 frames"), ("-5", "-5 frames")],
    )
    def test_several_or_no_frames_are_refused(self, tmp_path, frames, words):
        assert words in refusal(tmp_path, NumberOfFrames=frames)

    def test_a_number_of_frames_that_is_no_number_is_refused(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        data = with_elements(path, explicit_element(0x00280008, "IS", b"1A"), before=0x00280010)
        with pytest.raises(UnreadableImageError, match="number of frames cannot be read"):
            read_image(str(path), data=data)

    def test_one_frame_and_an_empty_number_of_frames_are_one_image(self, tmp_path):
        for frames in ("1", ""):
            assert read_image(str(write_dicom(tmp_path / "i", NumberOfFrames=frames))).pixels.shape == (96, 80)

    def test_the_header_of_several_frames_is_shown_and_flagged(self, tmp_path):
        path = write_dicom(tmp_path / "image", NumberOfFrames="12")
        assert "multi-frame image (12 frames)" in read_header(str(path)).flags

    def test_an_offset_table_of_several_frames_is_refused(self, tmp_path):
        ds = data_set(picture(), transfer_syntax="rle")
        ds.PixelData = encapsulate([encode_frame(picture(), "rle", 12)] * 3)
        with pytest.raises(UnreadableImageError, match=r"multi-frame image \(3 frames\)"):
            read_image(str(save(ds, tmp_path / "image")))

    def test_a_frame_in_several_fragments_is_joined(self, tmp_path):
        ds = data_set(picture(), transfer_syntax="jpeg-ls")
        ds.PixelData = encapsulate([encode_frame(picture(), "jpeg-ls", 12)], fragments_per_frame=5)
        assert np.array_equal(read_image(str(save(ds, tmp_path / "image"))).pixels, picture())

    def test_a_missing_end_of_the_fragments_does_no_harm(self, tmp_path):
        path = write_dicom(tmp_path / "image", transfer_syntax="jpeg-ls")
        assert read_image(str(path), data=path.read_bytes()[:-8]).pixels.shape == (96, 80)

    @pytest.mark.parametrize(
        "changes",
        [
            {"BitsStored": 13, "BitsAllocated": 8},
            {"BitsStored": 17},
            {"HighBit": 15},
            {"HighBit": 3},
            {"BitsAllocated": 1},
            {"BitsAllocated": 9},
            {"BitsAllocated": 32},
            {"BitsAllocated": 64},
            {"SamplesPerPixel": 3},
            {"SamplesPerPixel": 2},
            {"PhotometricInterpretation": "RGB"},
            {"PhotometricInterpretation": "CMYK"},
        ],
    )
    def test_bits_and_samples_that_contradict_each_other_are_refused(self, tmp_path, changes):
        assert refusal(tmp_path, **changes)

    @pytest.mark.parametrize("missing", ["SamplesPerPixel", "PhotometricInterpretation", "BitsStored", "HighBit"])
    def test_missing_attributes_with_one_possible_meaning_are_filled_in(self, tmp_path, missing):
        image = read_image(str(write_dicom(tmp_path / "image", **{missing: None})))
        assert np.array_equal(image.pixels, picture())
        assert not image.inverted

    def test_no_more_pixels_than_fit_a_stamp_are_no_image_content(self, tmp_path):
        assert "no image content" in refusal(tmp_path, picture(1, 1))
        assert "no image content" in refusal(tmp_path, picture(63, 200))
        assert "no image content" in refusal(tmp_path, picture(100, 1000))

    @pytest.mark.parametrize("syntax", ["explicit", "rle", "j2k-lossless"])
    def test_a_constant_image_has_no_content(self, tmp_path, syntax):
        flat = np.full((100, 100), 77, np.uint16)
        assert refusal(tmp_path, flat, transfer_syntax=syntax) == "no image content: every pixel has the same value"

    def test_pixels_that_are_compressed_against_the_label_are_refused(self, tmp_path):
        path = write_dicom(tmp_path / "image", transfer_syntax="rle")
        data = path.read_bytes().replace(b"1.2.840.10008.1.2.5\x00", b"1.2.840.10008.1.2.1\x00")
        with pytest.raises(UnreadableImageError, match="not encoded as Explicit VR Little Endian"):
            read_image(str(path), data=data)

    def test_floating_point_pixels_are_refused(self, tmp_path):
        path = write_dicom(tmp_path / "image")
        data = with_elements(path, explicit_element(0x7FE00008, "OF", bytes(400)))
        with pytest.raises(UnreadableImageError, match="floating-point"):
            read_image(str(path), data=data)


class TestBits:
    def test_bits_above_those_stored_are_dropped_and_flagged(self, tmp_path):
        pixels = picture() | 0xF000
        image = read_image(str(write_dicom(tmp_path / "image", pixels)))
        assert np.array_equal(image.pixels, picture())
        assert "bits above those stored were ignored" in image.flags

    def test_signed_pixels_become_codes_with_an_offset(self, tmp_path):
        pixels = picture(signed=True)
        image = read_image(str(write_dicom(tmp_path / "image", pixels, signed=True)))
        assert image.pixels.dtype == np.uint16
        assert np.array_equal(image.pixels.astype(int) + image.value_offset, pixels)

    def test_two_windows_bytes_of_a_signed_image_without_sign_extension_are_read(self, tmp_path):
        pixels = (picture(signed=True).astype(np.int32) & 0xFFF).astype(np.uint16)
        image = read_image(str(write_dicom(tmp_path / "image", pixels, signed=True)))
        assert np.array_equal(image.pixels + image.value_offset, picture(signed=True))


class TestColour:
    @pytest.mark.parametrize("syntax", ["explicit", "big", "rle", "jpeg-ls", "j2k-lossless", "htj2k-lossless"])
    def test_colour_becomes_luminance_and_is_flagged(self, tmp_path, syntax):
        red, green, blue = picture(bits=8), np.flipud(picture(bits=8)), np.fliplr(picture(bits=8))
        pixels = np.dstack([red, green, blue])
        path = write_dicom(tmp_path / "i", pixels, photometric="RGB", bits_stored=8, transfer_syntax=syntax)
        image = read_image(str(path))
        expected = 0.299 * red + 0.587 * green + 0.114 * blue
        assert np.abs(image.pixels - expected).max() <= 0.501
        assert "a colour image, shown as grey" in image.flags

    @pytest.mark.parametrize("syntax", ["explicit", "rle", "jpeg-ls", "j2k-lossless"])
    def test_grey_stored_as_colour_keeps_its_values(self, tmp_path, syntax):
        pixels = np.dstack([picture(bits=8)] * 3)
        path = write_dicom(tmp_path / "i", pixels, photometric="RGB", bits_stored=8, transfer_syntax=syntax)
        assert np.array_equal(read_image(str(path)).pixels, picture(bits=8))

    def test_planes_of_colour_are_read(self, tmp_path):
        pixels = np.dstack([picture(bits=8)] * 3)
        ds = data_set(pixels, photometric="RGB", bits_stored=8)
        ds.PlanarConfiguration = 1
        ds.PixelData = np.moveaxis(pixels, 2, 0).tobytes()
        assert np.array_equal(read_image(str(save(ds, tmp_path / "image"))).pixels, picture(bits=8))

    def test_of_ybr_the_luminance_is_taken(self, tmp_path):
        pixels = np.dstack([picture(bits=8), np.full((96, 80), 90, np.uint8), np.full((96, 80), 200, np.uint8)])
        path = write_dicom(tmp_path / "image", pixels, photometric="YBR_FULL", bits_stored=8)
        assert np.array_equal(read_image(str(path)).pixels, picture(bits=8))

    def test_palette_colours_become_luminance(self, tmp_path):
        ds = data_set(picture(bits=8), photometric="PALETTE COLOR", bits_stored=8)
        ramp = np.arange(256, dtype="<u2")
        for name, table in (("Red", ramp), ("Green", 255 - ramp), ("Blue", ramp * 0)):
            setattr(ds, f"{name}PaletteColorLookupTableDescriptor", [256, 0, 8])
            setattr(ds, f"{name}PaletteColorLookupTableData", table.astype("<u2").tobytes())
        image = read_image(str(save(ds, tmp_path / "image")))
        index = picture(bits=8).astype(float)
        assert np.abs(image.pixels - (0.299 * index + 0.587 * (255 - index))).max() <= 0.501

    def test_a_palette_without_tables_is_refused(self, tmp_path):
        assert "palette" in refusal(tmp_path, picture(bits=8), photometric="PALETTE COLOR", bits_stored=8)

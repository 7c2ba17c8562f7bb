"""Modality LUT, VOI LUT, padding and polarity of files: what is sound is applied, what is not is flagged."""

import numpy as np
import pytest

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.pixels import default_voi, presentation
from cxr_desktop.imaging.reader import read_image
from tests.builders import data_set, explicit_element, lut_item, picture, save, with_elements, write_dicom


def read(tmp_path, pixels=None, **options):
    return read_image(str(write_dicom(tmp_path / "image", pixels, **options)))


def read_with(tmp_path, *elements, **options):
    path = write_dicom(tmp_path / "image", **options)
    return read_image(str(path), data=with_elements(path, *elements))


def values(image):
    return image.pixels * image.value_scale + image.value_offset


class TestRescale:
    def test_slope_and_intercept_give_values(self, tmp_path):
        image = read(tmp_path, slope="0.25", intercept="-12.5", RescaleType="OD")
        assert np.allclose(values(image), picture() * 0.25 - 12.5)
        assert image.value_unit == "OD"

    def test_they_apply_to_signed_pixels(self, tmp_path):
        image = read(tmp_path, picture(signed=True), signed=True, slope=2, intercept=-1024)
        assert np.allclose(values(image), picture(signed=True) * 2.0 - 1024)

    @pytest.mark.parametrize("value", [b"0 ", b"NaN ", b"1e400 ", b"abc "])
    def test_a_slope_that_is_no_slope_is_not_used_and_flagged(self, tmp_path, value):
        image = read_with(tmp_path, explicit_element(0x00281053, "DS", value), slope=None)
        assert np.array_equal(values(image), picture())
        assert "the rescale slope or intercept makes no sense and is not used" in image.flags
        assert np.isfinite(presentation(image)).all()

    def test_an_unspecified_unit_is_no_unit(self, tmp_path):
        assert read(tmp_path, RescaleType="US").value_unit == ""


class TestModalityLut:
    def test_a_table_is_applied_to_the_codes(self, tmp_path):
        table = (np.arange(4096) ** 2 // 256).astype(np.uint16)
        image = read(tmp_path, modality_lut=lut_item(0, table), slope=None, intercept=None)
        assert np.array_equal(image.pixels, table[picture()])
        assert (image.value_scale, image.value_offset) == (1.0, 0.0)

    def test_it_counts_from_its_first_value_and_holds_its_ends(self, tmp_path):
        table = np.arange(1000, 3000, dtype=np.uint16)
        image = read(tmp_path, modality_lut=lut_item(1000, table), slope=None, intercept=None)
        assert np.array_equal(image.pixels, np.clip(picture(), 1000, 2999))

    def test_it_maps_negative_values(self, tmp_path):
        item = lut_item(-2048, np.arange(4096), signed=True)
        image = read(tmp_path, picture(signed=True), signed=True, modality_lut=item, slope=None, intercept=None)
        assert np.array_equal(values(image), picture(signed=True) + 2048)

    def test_padding_stays_padding_behind_it(self, tmp_path):
        pixels = picture()
        pixels[:9] = 0
        image = read(tmp_path, pixels, modality_lut=lut_item(0, 4095 - np.arange(4096)), PixelPaddingValue=0)
        shown = presentation(image)
        assert (shown[:9] == 0).all()
        assert shown[9:].min() < 0.2

    def test_a_table_that_is_too_short_is_not_used_and_flagged(self, tmp_path):
        item = lut_item(0, np.arange(100))
        item.LUTDescriptor = [4096, 0, 16]
        image = read(tmp_path, modality_lut=item)
        assert np.array_equal(image.pixels, picture())
        assert "the modality look-up table of the file cannot be used" in image.flags

    @pytest.mark.parametrize("syntax", ["implicit", "big"])
    def test_tables_are_read_in_every_encoding(self, tmp_path, syntax):
        table = np.arange(4096, dtype=np.uint16)[::-1]
        item = lut_item(0, table)
        if syntax == "big":
            item["LUTData"].value = table.astype(">u2").tobytes()
        image = read(tmp_path, modality_lut=item, transfer_syntax=syntax)
        assert np.array_equal(image.pixels, 4095 - picture())


class TestVoi:
    def test_windows_come_with_their_names_in_order(self, tmp_path):
        image = read(
            tmp_path,
            window=[(2000, 3000), (1500, 800)],
            WindowCenterWidthExplanation=["NORMAL", "HARDER"],
        )
        assert [(v.explanation, v.function, v.center, v.width) for v in image.vois] == [
            ("NORMAL", "linear", 2000, 3000),
            ("HARDER", "linear", 1500, 800),
        ]
        assert default_voi(image).explanation == "NORMAL"

    @pytest.mark.parametrize(
        ("stated", "function"),
        [("LINEAR", "linear"), ("LINEAR_EXACT", "linear_exact"), ("SIGMOID", "sigmoid"), ("", "linear")],
    )
    def test_the_windows_function_is_the_files(self, tmp_path, stated, function):
        assert read(tmp_path, window=(2000, 3000), VOILUTFunction=stated).vois[0].function == function

    def test_an_unknown_function_is_taken_as_linear_and_flagged(self, tmp_path):
        image = read(tmp_path, window=(2000, 3000), VOILUTFunction="CUBIC")
        assert image.vois[0].function == "linear"
        assert "the window's function is unknown; taken as linear" in image.flags

    @pytest.mark.parametrize("width", [0, -100])
    def test_a_window_without_width_gives_way_to_the_content(self, tmp_path, width):
        image = read(tmp_path, window=(2000, width))
        assert image.vois == ()
        assert "a window of the file has no width and is not used" in image.flags
        assert presentation(image).max() == 1.0

    def test_a_missing_width_is_flagged(self, tmp_path):
        image = read(tmp_path, WindowCenter=2000)
        assert image.vois == ()
        assert "the window of the file is incomplete" in image.flags

    def test_a_window_that_shows_nothing_is_not_used_and_flagged(self, tmp_path):
        image = read(tmp_path, window=[(60000, 100), (2000, 4000)])
        assert [v.center for v in image.vois] == [2000]
        assert "a window of the file shows nothing of this image and is not used" in image.flags

    def test_tables_are_preferred_to_windows(self, tmp_path):
        table = (np.sqrt(np.arange(4096) / 4095) * 65535).astype(np.uint16)
        tables = [lut_item(0, table, explanation="CURVE"), lut_item(0, table)]
        image = read(tmp_path, window=(2000, 3000), voi_lut=tables)
        assert [(v.explanation, v.function) for v in image.vois] == [
            ("CURVE", "lut"),
            ("Look-up table 2", "lut"),
            ("Window 1", "linear"),
        ]
        assert np.allclose(presentation(image), np.sqrt(picture() / 4095), atol=0.001)

    def test_a_table_acts_on_modality_values(self, tmp_path):
        table = np.arange(4096, dtype=np.uint16)
        item = lut_item(-1000, table, bits=12, signed=True)
        image = read(tmp_path, voi_lut=item, slope=1, intercept=-1000)
        assert np.allclose(presentation(image), picture() / 4095, atol=0.001)

    def test_a_table_that_states_more_bits_than_it_uses_is_shown_by_what_it_uses(self, tmp_path):
        image = read(tmp_path, voi_lut=lut_item(0, np.arange(4096), bits=16))
        assert presentation(image).max() > 0.95

    def test_a_table_of_bytes_is_read(self, tmp_path):
        item = lut_item(0, [0], bits=8)
        item.LUTDescriptor = [4096, 0, 8]
        item.LUTData = (np.arange(4096) // 16).astype(np.uint8).tobytes()
        assert np.allclose(presentation(read(tmp_path, voi_lut=item)), picture() // 16 / 255, atol=0.001)

    @pytest.mark.parametrize("entries", [[5] * 4096, list(range(10))])
    def test_a_table_that_cannot_be_used_is_flagged(self, tmp_path, entries):
        item = lut_item(0, entries)
        item.LUTDescriptor = [4096, 0, 16]
        image = read(tmp_path, voi_lut=item)
        assert image.vois == ()
        assert "a VOI look-up table of the file cannot be used" in image.flags

    def test_eight_bit_images_without_a_window_are_shown_as_stored(self, tmp_path):
        image = read(tmp_path, picture(bits=8), bits_stored=8)
        assert np.allclose(presentation(image), picture(bits=8) / 255, atol=1e-4)


class TestPolarity:
    def test_monochrome1_is_inverted_exactly_once(self, tmp_path):
        image = read(tmp_path, 4095 - picture(), photometric="MONOCHROME1", window=(2048, 4096))
        assert image.inverted
        assert np.allclose(presentation(image), picture() / 4095, atol=0.001)

    def test_the_presentation_lut_shape_of_dx_is_no_second_inversion(self, tmp_path):
        image = read(
            tmp_path, 4095 - picture(), photometric="MONOCHROME1", window=(2048, 4096), PresentationLUTShape="INVERSE"
        )
        assert np.allclose(presentation(image), picture() / 4095, atol=0.001)
        assert image.flags == ()

    @pytest.mark.parametrize(
        ("photometric", "shape", "inverted"),
        [("MONOCHROME2", "INVERSE", True), ("MONOCHROME1", "IDENTITY", True), ("MONOCHROME2", "IDENTITY", False)],
    )
    def test_contradictions_are_flagged(self, tmp_path, photometric, shape, inverted):
        image = read(tmp_path, photometric=photometric, PresentationLUTShape=shape)
        assert image.inverted is inverted
        contradicts = (photometric, shape) != ("MONOCHROME2", "IDENTITY")
        assert (f"{photometric} with presentation LUT shape {shape}" in image.flags) is contradicts

    def test_a_fifteen_bit_jpeg_2000_monochrome1_image_is_read(self, tmp_path):
        """As computed radiography systems send them."""
        pixels = 32767 - picture(300, 250, 15)
        image = read(
            tmp_path,
            pixels,
            photometric="MONOCHROME1",
            transfer_syntax="j2k-lossless",
            bits_stored=15,
            window=(16384, 32768),
        )
        assert np.array_equal(image.pixels, pixels)
        assert np.allclose(presentation(image), picture(300, 250, 15) / 32767, atol=0.001)


class TestPadding:
    def test_the_padding_value_is_a_code(self, tmp_path):
        pixels = picture()
        pixels[:8] = 4095
        image = read(tmp_path, pixels, PixelPaddingValue=4095)
        assert image.padding == (4095, 4095)
        assert (presentation(image)[:8] == 0).all()

    def test_a_range_reaches_to_its_limit(self, tmp_path):
        assert read(tmp_path, PixelPaddingValue=0, PixelPaddingRangeLimit=15).padding == (0, 15)
        assert read(tmp_path, PixelPaddingValue=15, PixelPaddingRangeLimit=0).padding == (0, 15)

    def test_negative_padding_follows_the_signed_pixels(self, tmp_path):
        ds = data_set(picture(signed=True), signed=True)
        ds.add_new(0x00280120, "SS", -2048)
        assert read_image(str(save(ds, tmp_path / "image"))).padding == (0, 0)

    def test_a_wrong_representation_of_the_padding_is_understood(self, tmp_path):
        ds = data_set(picture(signed=True), signed=True)
        ds.add_new(0x00280120, "US", 0x10000 - 2048)
        assert read_image(str(save(ds, tmp_path / "image"))).padding == (0, 0)

    def test_an_image_of_padding_alone_has_no_content(self, tmp_path):
        pixels = np.where(picture() > 2000, 7, 8).astype(np.uint16)
        with pytest.raises(UnreadableImageError, match="every pixel is padding"):
            read(tmp_path, pixels, PixelPaddingValue=7, PixelPaddingRangeLimit=8)


class TestStoredValues:
    """A probe shows what the file stores beside what it means."""

    @pytest.mark.parametrize("signed", [False, True])
    def test_a_code_less_the_shift_is_the_stored_value(self, tmp_path, signed):
        stored = picture(signed=signed)
        image = read(tmp_path, stored, signed=signed, slope=2, intercept=-7)
        assert image.stored_shift is not None
        assert np.array_equal(image.pixels.astype(int) - image.stored_shift, stored)

    def test_behind_a_modality_table_or_in_colour_it_is_not_known(self, tmp_path):
        table = lut_item(0, list(range(100, 4196)), 16)
        assert read(tmp_path, modality_lut=table).stored_shift is None
        colour = np.repeat(picture(bits=8)[:, :, np.newaxis], 3, axis=2).astype(np.uint8)
        assert read(tmp_path, colour, photometric="RGB", bits_stored=8).stored_shift is None

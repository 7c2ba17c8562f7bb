"""Codes → values → grey as the Standard has it: every VOI function, one inversion, padding always black."""

import numpy as np
import pytest

from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.pixels import (
    GreyImage,
    Voi,
    apply_presentation,
    apply_voi,
    default_voi,
    display_table,
    look_up,
    presentation,
)
from tests.builders import picture


def grey(pixels=None, **changes):
    pixels = picture() if pixels is None else pixels
    fields = {
        "radiograph": Radiograph("p", Source.DICOM, *pixels.shape, bits_stored=12),
        "pixels": pixels,
        "value_scale": 1.0,
        "value_offset": 0.0,
        "value_unit": "",
        "vois": (),
        "inverted": False,
        "padding": None,
        "flags": (),
    }
    return GreyImage(**{**fields, **changes})


class TestVoi:
    def test_linear_follows_the_standards_formula(self):
        # PS3.3 C.11.2.1.2.1, the examples of the note: c 2048, w 4096 and c 0, w 100.
        values = np.array([-1, 0, 2047.5, 4095, 5000], dtype=float)
        assert np.allclose(apply_voi(values, Voi("", "linear", 2048, 4096)), [0, 0, 0.5, 1, 1])
        values = np.array([-51, -50, -0.5, 49, 50], dtype=float)
        assert np.allclose(apply_voi(values, Voi("", "linear", 0, 100)), [0, 0, 0.5, 1, 1])

    def test_a_linear_window_of_width_one_is_a_threshold(self):
        assert apply_voi(np.array([99.0, 99.5, 100.0]), Voi("", "linear", 100, 1)).tolist() == [0, 0, 1]

    def test_linear_exact_has_no_offsets(self):
        values = np.array([-50, 0, 25, 50, 60], dtype=float)
        assert np.allclose(apply_voi(values, Voi("", "linear_exact", 0, 100)), [0, 0.5, 0.75, 1, 1])

    def test_sigmoid_is_half_at_its_center_and_never_overflows(self):
        values = np.array([-1e9, 100, 200, 1e9])
        shown = apply_voi(values, Voi("", "sigmoid", 100, 200))
        assert shown[1] == 0.5
        assert shown[2] == pytest.approx(1 / (1 + np.exp(-2)))
        assert (shown[0], shown[3]) == (pytest.approx(0), pytest.approx(1))

    def test_a_table_holds_its_ends_and_counts_from_its_first_value(self):
        voi = Voi("", "lut", first_mapped=-10, table=np.array([0, 100, 255], np.uint16), bits=8)
        assert np.allclose(apply_voi(np.array([-20.0, -10, -9, -8, 30]), voi), [0, 0, 100 / 255, 1, 1])

    def test_an_unknown_function_is_a_fault_of_the_program(self):
        with pytest.raises(ValueError, match="unknown"):
            apply_voi(np.zeros(1), Voi("", "cubic"))

    def test_windows_are_in_modality_units(self):
        image = grey(value_scale=2.0, value_offset=-1000.0)
        table = display_table(image, Voi("", "linear_exact", 0, 1000), invert=False)
        assert table[250] == 0
        assert table[500] == 128
        assert table[750] == 255

    def test_a_negative_slope_turns_the_scale_around(self):
        table = display_table(grey(value_scale=-1.0), Voi("", "linear_exact", -50, 100), invert=False)
        assert table[0] == 255
        assert table[100] == 0


class TestPresentation:
    def test_the_inversion_is_applied_once_and_after_the_voi(self):
        voi = Voi("", "linear_exact", 1000, 200)
        plain = display_table(grey(), voi, invert=False)
        inverted = display_table(grey(), voi, invert=True)
        assert np.allclose(inverted, 255 - plain.astype(int), atol=1)
        # Were the codes inverted before the window, these would be black.
        assert inverted[0] == 255

    def test_inverting_twice_is_the_identity(self):
        shown = np.linspace(0, 1, 11)
        assert np.allclose(apply_presentation(apply_presentation(shown, True), True), shown)

    @pytest.mark.parametrize("inverted", [False, True])
    def test_bright_means_dense_for_both_monochromes(self, inverted):
        pixels = picture()
        stored = 4095 - pixels if inverted else pixels
        shown = presentation(grey(stored, inverted=inverted, vois=(Voi("", "linear_exact", 2047.5, 4095),)))
        assert shown.dtype == np.float32
        assert np.allclose(shown, pixels / 4095, atol=1e-4)

    @pytest.mark.parametrize("inverted", [False, True])
    def test_padding_is_black_whatever_the_polarity(self, inverted):
        pixels = picture()
        pixels[:10] = 5000
        image = grey(pixels, padding=(4990, 5010), inverted=inverted)
        assert (presentation(image)[:10] == 0).all()
        assert (display_table(image, default_voi(image), inverted)[4990:5011] == 0).all()

    def test_it_is_shaped_like_the_pixels(self):
        assert presentation(grey()).shape == (96, 80)


class TestDefault:
    def test_the_files_first_window_is_the_default(self):
        voi = Voi("Normal", "linear", 2000, 3000)
        assert default_voi(grey(vois=(voi, Voi("Other", "linear", 1, 2)))) is voi

    def test_without_windows_the_content_fills_the_range(self):
        shown = presentation(grey())
        assert shown.min() == 0.0
        assert shown.max() == 1.0
        assert 0.3 < shown.mean() < 0.7

    def test_single_outliers_and_padding_do_not_stretch_it(self):
        pixels = picture()
        pixels[0, 0], pixels[5:9] = 65535, 60000
        voi = default_voi(grey(pixels, padding=(60000, 60000)))
        assert voi.center + voi.width / 2 < 4200

    def test_it_is_in_modality_units(self):
        plain, scaled = default_voi(grey()), default_voi(grey(value_scale=0.5, value_offset=-100.0))
        assert scaled.width == pytest.approx(plain.width / 2)
        assert scaled.center == pytest.approx(plain.center / 2 - 100)

    def test_an_image_of_almost_one_value_still_shows_the_rest(self):
        pixels = np.full((200, 200), 7, np.uint16)
        pixels[0, :3] = 9
        assert presentation(grey(pixels)).max() == 1.0

    def test_an_image_of_padding_alone_does_not_fail(self):
        assert not presentation(grey(np.full((80, 80), 3, np.uint16), padding=(3, 3))).any()


def test_looking_up_gives_what_indexing_gives():
    table = np.random.default_rng(0).random(65536).astype(np.float32)
    pixels = picture(3000, 500)
    assert np.array_equal(look_up(table, pixels), table[pixels])

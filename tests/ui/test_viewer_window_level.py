"""Window and level: right is wider, up is brighter, whatever the image; presets in their order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.imaging.pixels import Voi, display_table
from cxr_desktop.ui.viewer.display import Adjustments, Display, first_window
from cxr_desktop.ui.viewer.window_level import ValueRange, adjusted, dragged, extent, full_range, presets
from tests.ui import viewer_builders as build

VALUES = ValueRange(0.0, 4095.0)
LINEAR = Voi("Standard", "linear", 2048.0, 2000.0)
LUT = Voi("Curve", "lut", first_mapped=100.0, table=(np.linspace(0, 1, 500) ** 2 * 65535).astype(np.uint16))
KINDS = [LINEAR, Voi("", "linear_exact", 2048.0, 2000.0), Voi("", "sigmoid", 2048.0, 2000.0), LUT]


@pytest.mark.parametrize("voi", KINDS, ids=lambda voi: voi.function)
def test_a_drag_to_the_right_widens_and_to_the_left_narrows(voi: Voi) -> None:
    width = extent(voi)[1]
    assert extent(dragged(voi, 50, 0, False, VALUES))[1] > width > extent(dragged(voi, -50, 0, False, VALUES))[1]


@pytest.mark.parametrize("voi", KINDS, ids=lambda voi: voi.function)
@pytest.mark.parametrize("inverted", [False, True])
def test_a_drag_upwards_is_brighter_even_when_inverted(voi: Voi, inverted: bool) -> None:
    image = build.image(inverted=inverted)
    before = display_table(image, voi, inverted)[:4096].astype(int)
    after = display_table(image, dragged(voi, 0, -60, inverted, VALUES), inverted)[:4096].astype(int)
    assert after.mean() > before.mean()
    assert (after >= before).all()


@given(st.floats(-3000, 3000), st.floats(-3000, 3000), st.booleans())
def test_no_drag_leaves_sane_bounds(dx: float, dy: float, inverted: bool) -> None:
    centre, width = extent(dragged(LINEAR, dx, dy, inverted, VALUES))
    assert 1.0 <= width <= 5 * 4096
    assert -4096 <= centre <= 2 * 4096


@given(st.floats(-400, 400), st.floats(-400, 400))
def test_a_drag_back_to_its_start_changes_nothing(dx: float, dy: float) -> None:
    assert extent(dragged(LINEAR, 0, 0, False, VALUES)) == pytest.approx((2048, 2000))
    there = dragged(LINEAR, dx, 0, False, VALUES)
    assert extent(dragged(there, -dx, 0, False, VALUES))[1] == pytest.approx(2000, rel=1e-6)


def test_a_narrow_window_moves_more_finely_than_a_wide_one() -> None:
    narrow = adjusted(LINEAR, 2048, 100)
    moved = [abs(extent(dragged(voi, 0, 10, False, VALUES))[0] - 2048) for voi in (narrow, LINEAR)]
    assert moved[0] == pytest.approx(moved[1] / 20)


def test_a_lookup_table_keeps_its_shape_when_it_is_stretched() -> None:
    wide = adjusted(LUT, 350.0, 1000.0)
    assert wide.table is not None
    assert LUT.table is not None
    assert len(wide.table) == 1000
    assert extent(wide) == (350.0, 1000.0)
    np.testing.assert_allclose(wide.table[::2], LUT.table, atol=300)


def test_the_smallest_step_of_an_image_with_fractions_limits_the_width() -> None:
    values = ValueRange(0.0, 4.0, 0.001)
    voi = Voi("", "linear_exact", 2.0, 4.0)
    assert extent(dragged(voi, -1e4, 0, False, values))[1] == pytest.approx(0.001)


def test_full_range_goes_from_the_lowest_to_the_highest_value_without_padding() -> None:
    pixels = build.gradient(60, 50)
    pixels[0, 0] = 60000
    image = build.image(pixels, padding=(60000, 60000), value_scale=2.0, value_offset=-100.0)
    display = Display(image, Adjustments(), 100, 100)
    assert display.use_preset(0)
    assert extent(display.voi) == pytest.approx((-100 + 4095, 2 * 4095))
    table = display_table(image, full_range(ValueRange.of(image, display.pyramid)), False)
    assert (table[0], table[4095]) == (0, 255)


def test_presets_are_the_files_windows_then_sensible_ones() -> None:
    own = (Voi("LUNG", "linear", 1000, 500), Voi("", "linear", 2000, 900))
    display = Display(build.image(vois=own), Adjustments(), 100, 100)
    names = [voi.explanation for voi in display.presets()]
    assert names == ["LUNG", "Window 2", "High contrast", "Lungs", "Mediastinum and bones"]
    assert display.use_preset(2)
    assert extent(display.voi) == (2000, 900)
    assert not display.use_preset(6)


def test_an_image_without_windows_starts_with_an_automatic_one() -> None:
    display = Display(build.image(vois=()), Adjustments(), 100, 100)
    assert display.voi.explanation == "Automatic"
    assert display.presets()[0] == display.voi


def test_there_are_never_more_than_nine_presets() -> None:
    own = tuple(Voi(f"W{n}", "linear", 1000 + n, 500) for n in range(20))
    display = Display(build.image(vois=own), Adjustments(), 100, 100)
    assert [voi.explanation for voi in display.presets()] == [f"W{n}" for n in range(9)]


@pytest.mark.parametrize("inverted", [False, True])
def test_the_window_for_lungs_spreads_what_is_shown_dark(inverted: bool) -> None:
    image = build.image(inverted=inverted)
    display = Display(image, Adjustments(), 100, 100)
    lungs = next(voi for voi in presets(image, display.pyramid, display.voi) if voi.explanation == "Lungs")
    table = display_table(image, lungs, inverted)[:4096]
    brightest_first = table if inverted else table[::-1]
    assert (brightest_first[: int(0.28 * 4096)] == 255).all()


def test_a_constant_image_has_only_its_own_window() -> None:
    display = Display(build.image(np.full((50, 50), 7, np.uint16), vois=()), Adjustments(), 100, 100)
    assert len(display.presets()) == 1
    assert display.use_preset(0)
    assert extent(display.voi)[1] > 0


def test_the_first_window_of_a_large_image_is_that_of_the_whole() -> None:
    pixels = np.random.default_rng(3).normal(2000, 300, (2400, 2400)).clip(0, 4095).astype(np.uint16)
    large, small = build.image(pixels, vois=()), build.image(pixels[:1200], vois=())
    centre, width = extent(first_window(large))
    assert (centre, width) == pytest.approx(extent(first_window(small)), rel=0.03)

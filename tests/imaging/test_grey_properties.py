"""What holds of every window, table and preprocessing, whatever numbers a file puts in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.pixels import (
    GreyImage,
    Voi,
    apply_voi,
    default_voi,
    display_table,
    full_range_voi,
    look_up,
    presentation,
)
from cxr_desktop.imaging.preprocess import preprocess

values = st.floats(-1e5, 1e5)
windows = st.builds(
    Voi,
    explanation=st.just(""),
    function=st.sampled_from(["linear", "linear_exact", "sigmoid"]),
    center=values,
    width=st.floats(1.0, 1e6),
)
tables = st.builds(
    Voi,
    explanation=st.just(""),
    function=st.just("lut"),
    first_mapped=values,
    table=arrays(np.uint16, st.integers(1, 300)),
    bits=st.integers(1, 16),
)
pictures = arrays(np.uint16, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24))
grey = arrays(
    np.float32, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40), elements=st.floats(0, 1, width=32)
)


def image_of(pixels, scale=1.0, offset=0.0, inverted=False, padding=None, vois=()) -> GreyImage:
    radiograph = Radiograph("a", Source.DICOM, *pixels.shape, bits_stored=16)
    return GreyImage(radiograph, pixels, scale, offset, "", tuple(vois), inverted, padding, ())


@given(st.one_of(windows, tables), arrays(np.float64, st.integers(1, 200), elements=st.floats(-1e6, 1e6)))
def test_every_window_and_table_gives_shares_between_0_and_1(voi, codes):
    shown = apply_voi(codes, voi)
    assert shown.shape == codes.shape
    assert np.isfinite(shown).all()
    assert shown.min() >= 0.0
    assert shown.max() <= 1.0


@given(windows, st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50))
def test_a_window_never_turns_the_order_of_values_round(voi, codes):
    shown = apply_voi(np.sort(np.array(codes, dtype=np.float64)), voi)
    assert (np.diff(shown) >= 0).all()


@given(values, st.floats(1.5, 1e6))
def test_the_ends_and_the_middle_of_a_linear_window_are_those_of_the_standard(center, width):
    voi = Voi("", "linear", center, width)
    low, high = center - 0.5 - (width - 1) / 2, center - 0.5 + (width - 1) / 2
    assert apply_voi(np.array([low, high]), voi) == pytest.approx([0.0, 1.0], abs=1e-6)
    assert apply_voi(np.array([center - 0.5]), voi) == pytest.approx([0.5], abs=1e-6)


@given(tables, st.integers(-400, 400))
def test_a_table_gives_its_own_entry_and_its_ends_beyond(voi, step):
    index = min(max(step, 0), voi.table.size - 1)
    shown = apply_voi(np.array([np.rint(voi.first_mapped) + step]), Voi(
        "", "lut", first_mapped=float(np.rint(voi.first_mapped)), table=voi.table, bits=voi.bits
    ))  # fmt: skip
    assert shown[0] == min(1.0, voi.table[index] / ((1 << voi.bits) - 1))


@settings(max_examples=40)
@given(
    pictures, st.floats(0.001, 100), st.floats(-3000, 3000), st.booleans(),
    st.one_of(st.none(), st.tuples(st.integers(0, 65535), st.integers(0, 65535)).map(lambda p: (min(p), max(p)))),
    st.lists(st.one_of(windows, tables), max_size=2),
)  # fmt: skip
def test_every_image_is_shown_in_finite_shares_with_its_padding_black(pixels, scale, offset, inverted, padding, vois):
    image = image_of(pixels, scale, offset, inverted, padding, vois)
    shown = presentation(image)
    assert shown.shape == pixels.shape
    assert shown.dtype == np.float32
    assert np.isfinite(shown).all()
    assert shown.min() >= 0.0
    assert shown.max() <= 1.0
    if padding is not None:
        assert not shown[(pixels >= padding[0]) & (pixels <= padding[1])].any()


@settings(max_examples=40)
@given(pictures, st.one_of(windows, tables))
def test_inverting_twice_is_not_inverting_and_tables_agree_with_pixels(pixels, voi):
    image = image_of(pixels, vois=[voi])
    plain, inverted = display_table(image, voi, False), display_table(image, voi, True)
    assert (np.abs(plain.astype(int) + inverted.astype(int) - 255) <= 1).all()
    assert np.array_equal(look_up(plain, pixels), plain[pixels])
    assert default_voi(image) is voi


@settings(max_examples=40)
@given(pictures)
def test_the_full_range_has_a_width(pixels):
    assert full_range_voi(image_of(pixels)).width > 0


specs = st.builds(
    PreprocessSpec,
    height=st.integers(16, 40), width=st.integers(16, 40), channels=st.sampled_from([1, 3]),
    fit=st.sampled_from(["crop", "letterbox", "stretch"]), equalise=st.floats(0, 1),
    mean=st.just((0.5,)), std=st.just((0.25,)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(grey, specs, st.integers(0, 3))
def test_every_image_becomes_an_input_of_the_card_s_shape_and_range(picture, spec, turns):
    made = preprocess(picture, spec, turns)
    assert made.tensor.shape == (spec.channels, spec.height, spec.width)
    assert made.tensor.dtype == np.float32
    assert np.isfinite(made.tensor).all()
    # 0…1 with mean 0.5 and deviation 0.25.
    assert made.tensor.min() >= -2.0 - 1e-5
    assert made.tensor.max() <= 2.0 + 1e-5


@settings(max_examples=40, deadline=None)
@given(grey, specs, st.floats(0.01, 50.0), st.floats(-100.0, 100.0))
def test_brightness_and_contrast_of_a_film_change_nothing(picture, spec, factor, shift):
    spread = float(picture.max() - picture.min())
    if 0 < spread < 0.05:
        return  # rounding in 32 bits would be what is compared
    first, second = preprocess(picture, spec), preprocess(picture * np.float32(factor) + np.float32(shift), spec)
    # Equalisation steps at the borders of its bins; the stretch itself agrees closely.
    assert float(np.median(np.abs(first.tensor - second.tensor))) < 0.05
    assert first.to_source == second.to_source


@given(grey, st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_turning_is_what_rotating_the_film_first_would_give(picture, turns):
    spec = PreprocessSpec(24, 24, channels=1, mean=(0.5,), std=(0.25,))
    turned = preprocess(np.ascontiguousarray(np.rot90(picture, turns)), spec)
    assert np.array_equal(preprocess(picture, spec, turns).tensor, turned.tensor)

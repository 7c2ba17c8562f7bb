"""Preprocessing keeps places: what is bright in the source is bright at the mapped place of the model input."""

import itertools

import numpy as np
import pytest

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.preprocess import harmonise, preprocess, rotation


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, -1])
def test_rotation_maps_the_turned_image_back_to_the_source(turns):
    source = np.arange(15).reshape(3, 5)
    turned = np.rot90(source, turns)
    to_source = rotation(3, 5, turns)
    for (row, column), value in np.ndenumerate(turned):
        x, y = to_source.apply(column + 0.5, row + 0.5)
        assert source[int(y), int(x)] == value


@pytest.mark.parametrize(
    ("shape", "fit", "turns"),
    list(
        itertools.product([(700, 500), (500, 700), (333, 333), (100, 90)], ["crop", "letterbox", "stretch"], range(4))
    ),
)
@pytest.mark.parametrize("centre", [(0.4, 0.6), (0.55, 0.35)])
def test_a_bright_square_is_found_again_through_the_affine(shape, fit, turns, centre):
    source = np.zeros(shape, dtype=np.uint16)
    row, column = int(shape[0] * centre[0]), int(shape[1] * centre[1])
    half = min(shape) // 30
    source[row - half : row + half, column - half : column + half] = 4000
    spec = PreprocessSpec(224, 224, channels=1, fit=fit, low_percentile=0, high_percentile=100, mean=(0.0,), std=(1.0,))
    result = preprocess(source, spec, turns)
    bright = result.tensor[0] > 0.5
    rows, columns = np.nonzero(bright)
    x, y = result.to_source.apply(columns.mean() + 0.5, rows.mean() + 0.5)
    pixel = max(abs(result.to_source.a) + abs(result.to_source.b), abs(result.to_source.d) + abs(result.to_source.e))
    assert abs(x - column) <= pixel
    assert abs(y - row) <= pixel


def test_equalisation_makes_the_input_independent_of_a_monotone_window():
    rng = np.random.default_rng(0)
    image = rng.gamma(2.0, 500.0, (96, 96)).astype(np.float32)
    spec = PreprocessSpec(96, 96, low_percentile=0, high_percentile=100, equalise=1.0)
    difference = harmonise(image, spec) - harmonise(np.sqrt(image), spec)
    # 1,024 bins: ranks of a heavy-tailed image may differ by what shares one bin.
    assert np.abs(difference).mean() < 0.01
    plain = PreprocessSpec(96, 96, low_percentile=0, high_percentile=100, equalise=0.0)
    assert np.abs(harmonise(image, plain) - harmonise(np.sqrt(image), plain)).mean() > 0.05


def test_a_constant_image_becomes_zero_and_no_nan():
    spec = PreprocessSpec(32, 32, equalise=1.0, mean=(0.0,) * 3, std=(1.0,) * 3)
    assert not preprocess(np.full((50, 40), 7, dtype=np.uint16), spec).tensor.any()


@pytest.mark.parametrize("shape", [(0, 4), (4,), (2, 2, 3)])
def test_what_is_not_a_grey_image_is_refused(shape):
    with pytest.raises(ValueError, match="rows and columns"):
        preprocess(np.zeros(shape), PreprocessSpec(8, 8))

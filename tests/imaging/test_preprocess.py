"""Preprocessing keeps places: what is bright in the source is bright at the mapped place of the model input."""

import itertools

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.preprocess import harmonise, harmonise_region, preprocess, rotation


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


@pytest.mark.parametrize(
    ("fit", "equalise", "expected"),
    [
        ("crop", 0.0, (0.27805, 1.17825, -0.39643, 0.03777, 0.97401)),
        ("crop", 0.5, (0.28421, 1.32024, -0.53057, 0.01888, 1.06218)),
        ("letterbox", 0.0, (-2.0, 0.64113, -0.37105, -0.93047, 1.10366)),
        ("letterbox", 0.5, (-2.0, 0.97298, -0.333, -0.87149, 1.21167)),
        ("stretch", 0.0, (-0.00543, 0.68729, 0.67217, -0.19663, 0.85589)),
        ("stretch", 0.5, (0.17242, 1.02138, 1.00015, -0.09831, 1.0023)),
    ],
)
def test_whole_images_give_the_numbers_of_version_1(fit, equalise, expected):
    y, x = np.mgrid[0:300, 0:240]
    film = (2000 + 900 * np.sin(x / 31) * np.cos(y / 47) + 3 * x + 2 * y).astype(np.uint16)
    spec = PreprocessSpec(64, 48, 1, fit, equalise=equalise, mean=(0.5,), std=(0.25,))
    tensor = preprocess(film, spec, 1).tensor[0]
    found = (tensor[10, 7], tensor[32, 24], tensor[50, 40], tensor.mean(), tensor.std())
    assert [float(v) for v in found] == pytest.approx(expected, abs=2e-5)


LUNGS = PreprocessSpec(80, 80, 1, region="lungs", margin=0.0, mean=(0.0,), std=(1.0,))


def _lungs(*boxes: tuple[int, int, int, int], step: float = 2.0) -> LungField:
    """(top, left, bottom, right) boxes of cells of ``step`` pixels on a field of 100 × 100."""
    zones = np.zeros((100, 100), dtype=np.uint8)
    for number, (top, left, bottom, right) in enumerate(boxes, start=1):
        zones[top:bottom, left:right] = number
    return LungField(100, 100, zones.tobytes(), Affine(a=step, e=step))


def test_grey_statistics_come_from_the_lungs_and_what_is_near_them():
    rng = np.random.default_rng(0)
    image = rng.uniform(0.2, 0.4, (80, 80)).astype(np.float32)
    image[:, 60:] = 5.0  # a plate beside the lungs
    mask = np.zeros((80, 80), dtype=bool)
    mask[10:70, 10:50] = True
    result = harmonise_region(image, mask, LUNGS)
    assert 0.45 < result[mask].mean() < 0.55
    assert result[mask].min() == 0.0
    assert (result[:, 60:] == 1.0).all()


def test_too_small_a_mask_says_nothing_and_the_whole_rectangle_is_asked():
    image = np.linspace(0, 1, 80 * 80, dtype=np.float32).reshape(80, 80)
    mask = np.zeros((80, 80), dtype=bool)
    mask[40:43, 40:43] = True
    whole = harmonise_region(image, np.ones_like(mask), LUNGS)
    np.testing.assert_array_equal(harmonise_region(image, mask, LUNGS), whole)


def test_outside_of_the_lungs_fades_to_the_middle_grey():
    grey = PreprocessSpec(128, 128, 1, region="lungs", outside="grey")
    image = np.random.default_rng(0).uniform(0, 1, (128, 128)).astype(np.float32)
    mask = np.zeros((128, 128), dtype=bool)
    mask[30:90, 30:90] = True
    kept = harmonise_region(image, mask, LUNGS)
    faded = harmonise_region(image, mask, grey)
    np.testing.assert_allclose(faded[:15], 0.5, atol=1e-6)
    np.testing.assert_allclose(faded[40:80, 40:80], kept[40:80, 40:80], atol=1e-6)
    assert np.abs(faded[31, 31] - kept[31, 31]) < 0.1, "the edge of the lung itself is kept"


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_the_input_is_the_rectangle_round_both_lungs_whichever_way_it_is_turned(turns):
    source = np.full((200, 160), 50, dtype=np.uint16)
    source[40:120, 20:60] = 10
    source[60:140, 90:150] = 10
    lungs = _lungs((20, 10, 60, 30), (30, 45, 70, 75))
    result = preprocess(source, LUNGS, turns, lungs)
    corners = sorted(result.to_source.apply(x, y) for x in (0.0, 80.0) for y in (0.0, 80.0))
    expected = [(20.0, 40.0), (20.0, 140.0), (150.0, 40.0), (150.0, 140.0)]
    np.testing.assert_allclose(corners, expected, atol=1e-9)
    upright = np.rot90(result.tensor[0], -turns)
    assert upright[30, 10] == 0.0
    assert upright[70, 10] == 1.0
    assert upright[50, 60] == 0.0


def test_a_margin_may_leave_the_picture_and_shows_its_minimum_there():
    source = np.full((200, 200), 50, dtype=np.uint16)
    source[60:100, 0:80] = 30
    source[0, 199] = 7
    wide = PreprocessSpec(80, 80, 1, margin=0.25, region="lungs", low_percentile=0, high_percentile=100)
    result = preprocess(source, wide, lungs=_lungs((30, 0, 50, 40)))
    assert result.to_source.apply(0.0, 0.0) == pytest.approx((-20.0, 50.0))
    assert result.to_source.apply(80.0, 80.0) == pytest.approx((100.0, 110.0))
    tensor = result.tensor[0]
    assert tensor[:, :12].max() == tensor.min() < tensor[:, 14:].min()


def test_a_large_film_gives_the_input_of_a_small_one():
    small = np.random.default_rng(2).uniform(0, 1, (320, 320)).astype(np.float32)
    lungs = _lungs((20, 10, 60, 30), (30, 45, 70, 75), step=3.2)
    large = np.kron(small, np.ones((6, 6), dtype=np.float32))
    big_lungs = _lungs((20, 10, 60, 30), (30, 45, 70, 75), step=3.2 * 6)
    one, other = preprocess(small, LUNGS, lungs=lungs), preprocess(large, LUNGS, lungs=big_lungs)
    np.testing.assert_allclose(other.tensor, one.tensor, atol=1e-3)
    assert other.to_source.apply(3.0, 4.0) == pytest.approx(tuple(6 * v for v in one.to_source.apply(3.0, 4.0)))


def test_without_lungs_the_middle_of_the_picture_is_taken():
    result = preprocess(np.arange(40_000.0).reshape(200, 200), LUNGS)
    assert result.to_source.apply(0.0, 0.0) == pytest.approx((20.0, 20.0))
    assert result.to_source.apply(80.0, 80.0) == pytest.approx((180.0, 170.0))

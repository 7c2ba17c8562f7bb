"""The halved copies: exact means, padding kept, places kept, short steps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from cxr_desktop.ui.viewer.pyramid import SMALLEST_SIDE, Pyramid, halved


def reference(block: np.ndarray) -> np.ndarray:
    rows, columns = block.shape
    even = np.pad(block, ((0, rows % 2), (0, columns % 2)), mode="edge").astype(np.uint64)
    return ((even[0::2, 0::2] + even[0::2, 1::2] + even[1::2, 0::2] + even[1::2, 1::2] + 2) // 4).astype(np.uint16)


@given(arrays(np.uint16, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_halving_is_the_rounded_mean_for_any_size(block: np.ndarray) -> None:
    np.testing.assert_array_equal(halved(block), reference(block))


def test_levels_are_means_of_the_level_before_and_end_where_a_screen_ends() -> None:
    pixels = np.random.default_rng(1).integers(0, 65536, (1701, 1303), dtype=np.uint16)
    pyramid = Pyramid(pixels)
    assert pyramid.build(60)
    for finer, coarser in zip(pyramid.levels, pyramid.levels[1:], strict=False):
        np.testing.assert_array_equal(coarser, reference(finer))
    assert max(pyramid.levels[-1].shape) <= SMALLEST_SIDE < max(pyramid.levels[-2].shape)
    assert [pyramid.shape(k) for k in range(len(pyramid.levels))] == [level.shape for level in pyramid.levels]


def test_the_image_itself_is_not_copied() -> None:
    pixels = np.zeros((1000, 1000), dtype=np.uint16)
    assert np.shares_memory(Pyramid(pixels).levels[0], pixels)


def test_before_it_is_built_every_level_can_be_read_at_once() -> None:
    pixels = np.arange(1600 * 1600, dtype=np.uint32).reshape(1600, 1600).astype(np.uint16)
    pyramid = Pyramid(pixels)
    assert not pyramid.finished
    np.testing.assert_array_equal(pyramid.read(2, 10, 20, 110, 70), pixels[80:280:4, 40:440:4])
    pyramid.build(60)
    assert pyramid.read(2, 10, 20, 110, 70).shape == (50, 100)


def test_building_goes_in_steps() -> None:
    pyramid = Pyramid(np.zeros((4000, 4000), dtype=np.uint16))
    steps = 1
    while not pyramid.build(0.0):
        steps += 1
    assert steps > 50


@pytest.mark.parametrize(("scale", "level"), [(3.0, 0), (1.0, 0), (0.51, 0), (0.5, 1), (0.26, 1), (0.25, 2), (0.01, 4)])
def test_the_level_has_at_least_one_pixel_for_each_of_the_screen(scale: float, level: int) -> None:
    assert Pyramid(np.zeros((4000, 3000), dtype=np.uint16)).level_for(scale) == level


@pytest.mark.parametrize("padding", [(0, 0), (65535, 65535), (300, 310)])
def test_a_mean_never_mixes_padding_with_the_image(padding: tuple[int, int]) -> None:
    random = np.random.default_rng(2)
    block = random.integers(280, 330, (40, 40)).astype(np.uint16)
    block[random.random(block.shape) < 0.1] = padding[0]
    is_padding = (block >= padding[0]) & (block <= padding[1])
    touched = is_padding.reshape(20, 2, 20, 2).any(axis=(1, 3))
    result = halved(block, padding)
    np.testing.assert_array_equal((result >= padding[0]) & (result <= padding[1]), touched)
    values = result[~touched]
    assert values.min() >= 279
    assert values.max() <= 331


@pytest.mark.parametrize("side", [100, 900])
def test_the_range_of_codes_leaves_padding_out(side: int) -> None:
    pixels = np.full((side, side), 1000, dtype=np.uint16)
    pixels[0, 0], pixels[-1, -1], pixels[5, 5] = 12, 4000, 65535
    pyramid = Pyramid(pixels, (65535, 65535))
    pyramid.build(60)
    assert pyramid.code_range == (12, 4000)


@pytest.mark.parametrize("side", [100, 900])
def test_an_image_of_padding_alone_has_a_range_of_nothing(side: int) -> None:
    pyramid = Pyramid(np.zeros((side, side), dtype=np.uint16), (0, 0))
    assert pyramid.code_range == (0, 0)
    pyramid.build(60)
    assert pyramid.code_range == (0, 0)
    assert pyramid.sample().size == 0


def test_the_sample_is_spread_over_the_image() -> None:
    pixels = np.tile(np.arange(2000, dtype=np.uint16), (2000, 1))
    sample = Pyramid(pixels).sample()
    assert 200**2 <= sample.size <= 300**2
    assert np.median(sample) == pytest.approx(1000, abs=20)

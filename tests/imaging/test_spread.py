"""Percentiles and ends of pixel codes are exact, with the sample and without it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxr_desktop.imaging import spread
from cxr_desktop.imaging.spread import Spread, spread_of


def counted(pixels, padding=None):
    """The same from a count of all codes."""
    counts = np.bincount(pixels.ravel(), minlength=65536)
    if padding is not None:
        counts[padding[0] : padding[1] + 1] = 0
    cumulative = np.cumsum(counts)
    total = int(cumulative[-1])
    if not total:
        return None
    used = np.flatnonzero(counts)
    low = int(np.searchsorted(cumulative, total * 0.1 / 100.0, side="right"))
    high = int(np.searchsorted(cumulative, total * 99.9 / 100.0, side="left"))
    return Spread(low, high, int(used[0]), int(used[-1]))


def film(seed: int, rows: int = 700, columns: int = 600) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.clip(rng.normal(2000, 600, (rows, columns)), 0, 4095).astype(np.uint16)


@pytest.mark.parametrize("seed", range(6))
def test_of_a_large_film_the_sample_finds_what_a_count_finds(seed, monkeypatch):
    pixels = film(seed)
    expected = counted(pixels)
    sort = np.sort
    monkeypatch.setattr(np, "sort", lambda some: sort(some) if some.size < 20_000 else pytest.fail("all were sorted"))
    assert spread_of(pixels) == expected


@pytest.mark.parametrize("border", [0, 65535, 2000])
def test_a_border_of_one_code_is_no_trouble(border):
    pixels = film(1)
    pixels[:200] = border
    assert spread_of(pixels) == counted(pixels)
    assert spread_of(pixels, (border, border)) == counted(pixels, (border, border))


def test_a_sample_that_misleads_is_not_believed():
    pixels = np.full(700 * 600, 1000, np.uint16)
    pixels[np.arange(pixels.size) % spread._EVERY != 0] = (
        np.arange(pixels.size - -(-pixels.size // spread._EVERY)) % 900
    )
    pixels = pixels.reshape(700, 600)
    assert spread_of(pixels) == counted(pixels)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_pixels_give_what_a_count_gives(data):
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    size = data.draw(st.integers(1, 3000))
    least, greatest = sorted(data.draw(st.tuples(st.integers(0, 65535), st.integers(0, 65535))))
    pixels = rng.integers(least, greatest + 1, size).astype(np.uint16).reshape(1, -1)
    pixels[0, : data.draw(st.integers(0, size))] = data.draw(st.integers(0, 65535))
    padding = data.draw(st.none() | st.tuples(st.integers(0, 65535), st.integers(0, 65535)).map(sorted).map(tuple))
    small = spread._SMALL
    try:
        spread._SMALL = data.draw(st.sampled_from([small, 0]))
        assert spread_of(pixels, padding) == counted(pixels, padding)
    finally:
        spread._SMALL = small


def test_nothing_but_padding_has_no_spread():
    assert spread_of(np.full((80, 80), 3, np.uint16), (3, 3)) is None


@pytest.mark.parametrize(
    ("found", "shown"), [(Spread(5, 9, 0, 99), (5, 9)), (Spread(7, 7, 0, 99), (0, 99)), (Spread(7, 7, 7, 7), (7, 7))]
)
def test_where_the_percentiles_meet_the_ends_are_shown(found, shown):
    assert found.shown == shown

"""A heat map's mass is counted where it lies on the film, and named as a reader would name it."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.imaging.lung_zones import main_zones, region_name, share_outside, zone_at, zone_shares
from cxr_desktop.imaging.preprocess import rotation

ROWS, COLUMNS = 600, 800
Z = LungZone


def _lungs(onto: Affine | None = None) -> LungField:
    """Lungs of 240 × 600 pixels on either side of a film of 800 × 600, in cells of 10 pixels on 80 × 80."""
    zones = np.zeros((80, 80), dtype=np.uint8)
    for left, first in ((10, Z.RIGHT_UPPER), (46, Z.LEFT_UPPER)):
        for third in range(3):
            zones[10 + 20 * third : 30 + 20 * third, left : left + 24] = first + third
    return LungField(80, 80, zones.tobytes(), (onto or Affine()).after(Affine(10.0, 0.0, 0.0, 0.0, 10.0, -100.0)))


def _map(values: np.ndarray, to_source: Affine) -> SaliencyMap:
    height, width = values.shape
    return SaliencyMap(Finding.COVID19, height, width, values.astype("<f4").tobytes(), to_source)


def _spot(x: float, y: float, size: float = 80.0, onto: Affine | None = None) -> SaliencyMap:
    """3 × 3 cells of ``size`` pixels, of which the middle one, round (x, y), is lit."""
    values = np.zeros((3, 3))
    values[1, 1] = 2.0
    return _map(values, (onto or Affine()).after(Affine(size, 0.0, x - 1.5 * size, 0.0, size, y - 1.5 * size)))


@pytest.mark.parametrize(
    ("x", "y", "zone"),
    [
        (220, 100, Z.RIGHT_UPPER),
        (220, 300, Z.RIGHT_MIDDLE),
        (220, 500, Z.RIGHT_LOWER),
        (580, 100, Z.LEFT_UPPER),
        (580, 500, Z.LEFT_LOWER),
        (400, 300, Z.OUTSIDE),
        (20, 20, Z.OUTSIDE),
    ],
)
def test_a_spot_is_in_the_zone_where_it_lies(x, y, zone):
    shares = zone_shares(_spot(x, y, 60.0), _lungs())
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=lambda z: shares[z]) is zone
    assert shares[zone] > 0.8
    assert zone_at(_lungs(), x, y) is zone


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_film_that_was_turned_has_the_shares_of_the_upright_one(turns):
    back = rotation(COLUMNS, ROWS, turns) if turns % 2 else rotation(ROWS, COLUMNS, turns)
    upright = zone_shares(_spot(300, 220), _lungs())
    turned = zone_shares(_spot(300, 220, onto=back), _lungs(back))
    assert {z: pytest.approx(v, abs=1e-6) for z, v in upright.items()} == turned


def test_an_even_map_has_the_shares_of_the_areas():
    even = _map(np.ones((200, 200)), Affine(8.0, 0.0, -400.0, 0.0, 8.0, -500.0))
    shares = zone_shares(even, _lungs())
    assert share_outside(even, _lungs()) == pytest.approx(1 - 2 * 24 * 60 / 6400, abs=0.01)
    assert shares[Z.RIGHT_UPPER] == pytest.approx(24 * 20 / 6400, abs=0.005)


def test_what_the_map_holds_beyond_the_field_counts_for_nothing():
    values = np.zeros((3, 12))
    values[1, 1], values[1, 10] = 1.0, 50.0
    found = _map(values, Affine(80.0, 0.0, 100.0, 0.0, 80.0, 180.0))
    assert zone_shares(found, _lungs())[Z.RIGHT_MIDDLE] > 0.7


def test_a_map_without_evidence_has_no_shares():
    empty = _map(np.zeros((3, 3)), Affine(80.0, 0.0, 0.0, 0.0, 80.0, 0.0))
    assert zone_shares(empty, _lungs()) == {}
    assert share_outside(empty, _lungs()) is None
    assert main_zones({}) == ()
    beyond = _spot(-5000, -5000)
    assert zone_shares(beyond, _lungs()) == {}


@pytest.mark.parametrize(
    ("shares", "zones"),
    [
        ({Z.OUTSIDE: 0.3, Z.RIGHT_LOWER: 0.7}, (Z.RIGHT_LOWER,)),
        ({Z.OUTSIDE: 0.1, Z.RIGHT_LOWER: 0.57, Z.LEFT_LOWER: 0.33}, (Z.RIGHT_LOWER,)),
        ({Z.OUTSIDE: 0.1, Z.RIGHT_LOWER: 0.56, Z.LEFT_LOWER: 0.34}, (Z.RIGHT_LOWER, Z.LEFT_LOWER)),
        ({Z.LEFT_LOWER: 0.5, Z.RIGHT_LOWER: 0.5}, (Z.RIGHT_LOWER, Z.LEFT_LOWER)),
        ({Z.OUTSIDE: 0.89, Z.RIGHT_LOWER: 0.11}, (Z.RIGHT_LOWER,)),
        ({Z.OUTSIDE: 0.91, Z.RIGHT_LOWER: 0.09}, (Z.OUTSIDE,)),
    ],
)
def test_the_second_zone_is_named_where_it_has_three_fifths_of_the_first(shares, zones):
    assert main_zones(shares) == zones


@pytest.mark.parametrize(
    ("zones", "name"),
    [
        ((), ""),
        ((Z.RIGHT_LOWER,), "right lower zone"),
        ((Z.OUTSIDE,), "outside the lungs"),
        ((Z.LEFT_LOWER, Z.LEFT_MIDDLE), "left middle and lower zones"),
        ((Z.LEFT_LOWER, Z.RIGHT_LOWER), "both lower zones"),
        ((Z.LEFT_LOWER, Z.RIGHT_UPPER), "right upper and left lower zones"),
    ],
)
def test_regions_have_the_words_of_a_report(zones, name):
    assert region_name(zones) == name


def test_a_point_beyond_the_picture_is_outside():
    assert zone_at(_lungs(), -500.0, 100.0) is Z.OUTSIDE
    assert zone_at(_lungs(), 100.0, 5000.0) is Z.OUTSIDE

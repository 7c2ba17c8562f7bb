"""Regions of a map are told apart, boxed, named by their zone and measured against that lung."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.imaging.map_regions import labelled, regions, zones_on_grid

SHAPE = (60, 80)


def zones() -> np.ndarray:
    """The right lung in columns 10…30, the left in 50…70, both in rows 0…60 by thirds."""
    grid = np.zeros(SHAPE, dtype=np.uint8)
    third = np.repeat(np.arange(3, dtype=np.uint8), 20)[:, None]
    grid[:, 10:30] = LungZone.RIGHT_UPPER + third
    grid[:, 50:70] = LungZone.LEFT_UPPER + third
    return grid


def values(*boxes: tuple[int, int, int, int], strength: float = 0.8) -> np.ndarray:
    grid = np.full(SHAPE, 0.1, dtype=np.float32)
    for left, top, right, bottom in boxes:
        grid[top:bottom, left:right] = strength
    return grid


def test_a_region_has_the_box_the_zone_and_the_share_of_its_lung():
    (found,) = regions(values((12, 44, 28, 56)), 0.5, zones())
    assert (found.left, found.top, found.right, found.bottom) == (12, 44, 28, 56)
    assert found.zones == (LungZone.RIGHT_LOWER,)
    assert found.lung_share == pytest.approx(16 * 12 / (20 * 60))


def test_only_what_lies_in_the_lung_counts_for_its_share():
    (found,) = regions(values((20, 0, 45, 10), strength=0.9), 0.5, zones())
    assert found.zones == (LungZone.RIGHT_UPPER,)
    assert found.lung_share == pytest.approx(100 / 1200)
    (outside,) = regions(values((29, 0, 49, 10)), 0.5, zones())
    assert (outside.zones, outside.lung_share) == ((LungZone.OUTSIDE,), 0.0)


def test_a_region_across_both_lungs_is_measured_against_both():
    (found,) = regions(values((10, 40, 70, 60)), 0.5, zones())
    assert found.zones == (LungZone.RIGHT_LOWER, LungZone.LEFT_LOWER)
    assert found.lung_share == pytest.approx(2 * 20 * 20 / (2 * 20 * 60))


def test_the_strongest_region_comes_first_and_slivers_are_none():
    grid = values((12, 44, 20, 50), (52, 2, 68, 18))
    grid[30, 30:33] = 1.0
    assert [r.zones[0] for r in regions(grid, 0.5, zones())] == [LungZone.LEFT_UPPER, LungZone.RIGHT_LOWER]
    assert [r.zones[0] for r in regions(grid, 0.5, zones(), most=1)] == [LungZone.LEFT_UPPER]


def test_without_lungs_there_are_boxes_without_names():
    (found,) = regions(values((12, 44, 28, 56)), 0.5, None)
    assert (found.zones, found.lung_share) == ((), 0.0)
    assert regions(values(), 0.5, None) == ()


def test_parts_that_meet_further_down_are_one():
    mask = np.array([[1, 0, 1, 0, 0], [1, 0, 1, 0, 1], [1, 1, 1, 0, 1]], dtype=bool)
    labels, count = labelled(mask)
    assert count == 2
    assert len(set(labels[mask & (np.arange(5) < 3)])) == 1
    assert labelled(np.zeros((3, 3), dtype=bool))[1] == 0


def test_labels_are_those_of_scipy():
    ndimage = pytest.importorskip("scipy.ndimage")
    mask = np.random.default_rng(4).uniform(size=(40, 50)) > 0.45
    ours, count = labelled(mask)
    theirs, expected = ndimage.label(mask)
    assert count == expected
    assert len({*zip(ours[mask], theirs[mask], strict=True)}) == expected


@pytest.mark.parametrize("turned", [False, True])
def test_zones_lie_on_the_grid_as_they_lie_on_the_source(turned):
    cells = np.zeros((8, 8), dtype=np.uint8)
    cells[1:3, 5:7] = LungZone.LEFT_UPPER
    lungs = LungField(8, 8, cells.tobytes(), Affine(a=10, e=10))
    if not turned:
        grid = zones_on_grid(lungs, Affine(a=2, e=2), (40, 40))
        assert set(np.unique(grid[5:15, 25:35])) == {LungZone.LEFT_UPPER}
        assert grid.astype(bool).sum() == 100
        return
    # The grid is the source turned by a quarter: its (x, y) lies at (y, 80 - x).
    grid = zones_on_grid(lungs, Affine(0, 1, 0, -1, 0, 80), (80, 80))
    ys, xs = np.nonzero(grid)
    assert (xs.min(), xs.max(), ys.min(), ys.max()) == (50, 69, 50, 69)

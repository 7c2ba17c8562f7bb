"""Pictures without lungs, and lungs without the picture."""

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from training.report.occlusion import lungs_alone, mask_of, widened, without_lungs

RAMP = np.linspace(0, 1, 64 * 64, dtype=np.float32).reshape(64, 64)


def mask() -> np.ndarray:
    inside = np.zeros((64, 64), dtype=bool)
    inside[20:40, 10:30] = True
    return inside


def test_the_lungs_become_one_grey_the_mean_of_the_ring_around_them():
    inside = widened(mask())
    out = without_lungs(RAMP, mask())
    ring = widened(inside) & ~inside
    assert np.unique(out[inside]) == pytest.approx([RAMP[ring].mean()])
    assert np.array_equal(out[~inside], RAMP[~inside])
    assert not np.array_equal(out, RAMP)


def test_nothing_but_the_widened_lungs_is_left():
    out = lungs_alone(RAMP + 0.1, mask())
    inside = widened(mask())
    assert inside.sum() > mask().sum()
    assert np.array_equal(out[inside], (RAMP + 0.1)[inside])
    assert np.unique(out[~inside]) == pytest.approx([0.1])


def test_a_lung_field_becomes_a_mask_of_the_picture():
    zones = bytes([0, 1, 0, 0, 0, 6])
    found = mask_of(LungField(2, 3, zones, Affine(a=4.0, e=5.0)), (10, 12))
    assert found[1:4, 5:7].all()
    assert found[6:9, 9:11].all()
    assert not found[6:9, 1:6].any()
    assert not found[1:4, 9:11].any()

"""A random filter changes texture, and nothing else that a reader would notice."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from training.data.random_filter import randomly_filtered


def film(seed: int = 0) -> np.ndarray:
    smooth = gaussian_filter(np.random.default_rng(seed).standard_normal((64, 48)), 6)
    return ((smooth - smooth.min()) / np.ptp(smooth)).astype(np.float32)


@pytest.mark.parametrize("seed", range(12))
def test_mean_and_deviation_stay_and_bright_stays_bright(seed: int) -> None:
    before = film(seed)
    after = randomly_filtered(before, np.random.default_rng(seed))
    assert after.shape == before.shape
    assert after.dtype == np.float32
    assert after.mean() == pytest.approx(before.mean(), abs=1e-3)
    assert after.std() <= before.std() * 1.001
    assert np.corrcoef(before.ravel(), after.ravel())[0, 1] > 0.2


def test_the_same_draw_gives_the_same_picture_and_another_draw_another() -> None:
    before = film()
    one, same, other = (randomly_filtered(before, np.random.default_rng(seed)) for seed in (3, 3, 4))
    assert np.array_equal(one, same)
    assert not np.allclose(one, other, atol=1e-3)


def test_most_draws_change_the_texture() -> None:
    grain = np.random.default_rng(1).random((64, 64), dtype=np.float32)
    changed = [
        np.corrcoef(grain.ravel(), randomly_filtered(grain, np.random.default_rng(k)).ravel())[0, 1] for k in range(40)
    ]
    assert sum(c < 0.95 for c in changed) > 20


def test_a_flat_picture_stays_as_it_is() -> None:
    flat = np.full((20, 20), 0.4, dtype=np.float32)
    assert np.array_equal(randomly_filtered(flat, np.random.default_rng(0)), flat)

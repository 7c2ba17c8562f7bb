"""Drawing sums path lengths: what goes in is what a ray would meet."""

import numpy as np
import pytest

from cxr_desktop.phantom.rendering import (
    Grid,
    Tubes,
    blur,
    chord,
    cloud,
    deposit,
    draw_tubes,
    enlarge,
    polygon,
    reduced,
    smoothstep,
    spline,
)

GRID = Grid(rows=120, columns=100, spacing_mm=0.5, left=-25.0, top=0.0)


def tube(start, end, radius):
    r = np.array([radius], dtype=np.float32)
    return Tubes(np.array([start], dtype=np.float32), np.array([end], dtype=np.float32), r, r)


def test_a_grid_knows_the_millimetres_of_its_pixels():
    assert GRID.x.shape == (1, 100)
    assert GRID.x[0, 0] == pytest.approx(-24.75)
    assert GRID.z[-1, 0] == pytest.approx(59.75)
    assert GRID.pixel(0.0, 10.0) == (50.0, 20.0)


def test_deposited_volume_is_conserved_inside_and_lost_outside():
    inside = deposit(GRID, np.array([0.3, 5.1]), np.array([20.2, 31.9]), np.array([2.0, 3.0]))
    assert inside.sum() * GRID.spacing_mm**2 == pytest.approx(5.0, rel=1e-4)
    assert deposit(GRID, np.array([900.0]), np.array([20.0]), np.array([2.0])).sum() == 0


@pytest.mark.parametrize("radius", [0.4, 1.2, 4.0, 9.0])
def test_the_middle_of_a_tube_is_as_thick_as_its_diameter(radius):
    image = draw_tubes(GRID, tube((-20, 0, 30), (20, 0, 30.4), radius))
    across = image[:, 45:55].mean(axis=1)
    assert across.sum() * GRID.spacing_mm == pytest.approx(np.pi * radius**2, rel=0.05)
    if radius > 2:
        assert across[58:62].mean() == pytest.approx(2 * radius, rel=0.06)


def test_a_tube_towards_the_viewer_keeps_its_volume():
    image = draw_tubes(GRID, tube((0, -10, 30), (1, 10, 30), 2.0))
    assert image.sum() * GRID.spacing_mm**2 == pytest.approx(np.pi * 4 * np.hypot(20, 1), rel=0.03)


def test_a_spline_meets_its_knots_and_never_overshoots():
    knots, values = [0, 1, 2, 5, 6], [0, 0, 3, 3, 9]
    at = np.linspace(-1, 7, 500)
    curve = spline(knots, values, at)
    np.testing.assert_allclose(spline(knots, values, np.array(knots, dtype=float)), values, atol=1e-6)
    assert np.all(np.diff(curve) >= -1e-6)
    assert curve[0] == 0
    assert curve[-1] == 9


@pytest.mark.parametrize("sigma", [0.1, 0.8, 3.0, 12.0, 40.0])
def test_blur_keeps_the_mean_and_a_flat_image(sigma):
    flat = np.full((90, 70), 3.5, dtype=np.float32)
    np.testing.assert_allclose(blur(flat, sigma), 3.5, rtol=1e-4)
    spot = np.zeros((91, 71), dtype=np.float32)
    spot[45, 35] = 100.0
    if sigma < 10:
        assert blur(spot, sigma).sum() == pytest.approx(100.0, rel=0.02)


def test_a_polygon_covers_its_area():
    mask = polygon(GRID, [(-10, 10), (10, 10), (10, 40), (-10, 40)])
    assert mask.shape == (120, 100)
    assert mask.sum() * GRID.spacing_mm**2 == pytest.approx(600, rel=0.03)


def test_clouds_are_centred_and_the_same_for_the_same_seed():
    first = cloud(GRID, np.random.default_rng(1), 20, 2)
    again = cloud(GRID, np.random.default_rng(1), 20, 2)
    np.testing.assert_array_equal(first, again)
    assert abs(first.mean()) < 0.6
    assert 0.4 < first.std() < 1.6


def test_smooth_steps_and_chords_stay_in_their_range():
    at = np.linspace(-3, 3, 50)
    assert smoothstep(0, 1, at).min() == 0
    assert smoothstep(0, 1, at).max() == 1
    assert smoothstep(1, 0, at)[0] == 1
    assert chord(at).max() <= 1
    assert chord(np.array([1.0]))[0] == 0


@pytest.mark.parametrize("shape", [(8, 6), (7, 5)])
def test_reducing_and_enlarging_fit_the_coarser_grid(shape):
    image = np.arange(np.prod(shape), dtype=np.float32).reshape(shape)
    small = reduced(image)
    coarse = Grid(*shape, 1.0, 0.0, 0.0).coarser(2)
    assert small.shape == (coarse.rows, coarse.columns)
    assert small[0, 0] == image[:2, :2].mean()
    assert enlarge(small, *shape).shape == shape

"""Vessel trees reach all of the lung, thin out, and are the same for the same body."""

import numpy as np

from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.vessels import grow, pulmonary_vessels, targets_in_lung

BODY = Body.random(4)


def test_a_tree_reaches_every_target_and_thins_out_on_the_way():
    targets = np.random.default_rng(0).uniform(10, 90, (60, 3)).astype(np.float32)
    tree = grow(np.zeros(3), np.array([1.0, 0, 0]), targets, np.random.default_rng(1))
    distance = np.sqrt(((tree.end[:, None] - targets[None]) ** 2).sum(axis=2)).min(axis=0)
    assert np.median(distance) < 3
    assert np.all(tree.end_radius <= tree.start_radius + 1e-5)
    near = np.sqrt((tree.start**2).sum(axis=1)) < 15
    assert tree.start_radius[near].mean() > 2 * tree.start_radius[~near].mean()


def test_one_target_is_one_branch():
    tree = grow(np.zeros(3), np.array([0.0, 0, 1]), np.array([[0, 0, 10]], np.float32), np.random.default_rng(0))
    assert len(tree.start) == 5


def test_targets_lie_inside_their_own_lung():
    for side in (-1, 1):
        points = targets_in_lung(BODY, side, 200, np.random.default_rng(side + 1))
        assert points.shape == (200, 3)
        assert np.all(side * points[:, 0] > 0)
        assert np.all(np.abs(points[:, 0]) < BODY.lung_border(points[:, 2]))


def test_vessels_are_finite_and_the_same_for_the_same_body():
    first, again = pulmonary_vessels(BODY), pulmonary_vessels(BODY)
    np.testing.assert_array_equal(first.start, again.start)
    assert np.isfinite(first.end).all()
    assert 5 < first.start_radius.max() < 12

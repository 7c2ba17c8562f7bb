"""The pointing game with maps whose highest place is known."""

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from training.measures.pointing import Box, boxes_hit, is_hit, peak, score, share_of_area

TENS = Affine(a=10.0, c=5.0, e=20.0)
"""Cells of 10 × 20 pixels, the first one 5 pixels from the left."""


def test_the_peak_is_the_centre_of_the_highest_cell_in_pixels_of_the_picture():
    values = np.zeros((3, 4))
    values[1, 2] = 0.5
    values[2, 0] = 0.4
    assert peak(values, TENS) == (30.0, 30.0)


def test_of_equal_cells_the_first_counts_and_a_map_without_evidence_points_nowhere():
    values = np.zeros((2, 2))
    assert peak(values, TENS) is None
    assert peak(values - 1.0, TENS) is None
    assert peak(values + 1.0, TENS) == (10.0, 10.0)


def test_a_hit_lies_in_any_box_edges_included_and_the_tolerance_is_a_distance():
    boxes = [Box(0, 0, 10, 10), Box(100, 100, 120, 110)]
    assert is_hit((10.0, 10.0), boxes)
    assert is_hit((110.0, 105.0), boxes)
    assert not is_hit((13.0, 14.0), boxes, 4.9)
    assert is_hit((13.0, 14.0), boxes, 5.0)
    assert not is_hit(None, boxes, 1000.0)
    assert boxes_hit((5.0, 5.0), [*boxes, Box(4, 4, 6, 6)]) == 2


def test_a_blind_guess_hits_the_share_of_the_area_that_boxes_cover():
    inside = np.zeros((10, 10), dtype=bool)
    inside[:, :4] = True
    assert share_of_area(inside, [Box(0, 0, 2, 5), Box(1, 0, 9, 5)]) == pytest.approx(20 / 40)
    assert np.isnan(share_of_area(np.zeros((2, 2), dtype=bool), [Box(0, 0, 1, 1)]))


def test_hits_have_wilson_s_interval():
    found = score([True, True, False, False, False, False, False, False, False, False])
    assert (found["hits"], found["images"], found["share"]) == (2, 10, 0.2)
    assert found["share_95"] == pytest.approx((0.0567, 0.5098), abs=1e-4)
    assert score([])["share"] is None

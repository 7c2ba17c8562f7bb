"""From marked pixels to lungs: which areas count, on which side they lie, and where their thirds are."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.imaging.lung_mask import is_doubtful, lung_field, nearly_the_same
from cxr_desktop.imaging.lung_region import zone_cells

SIZE = 128
WHOLE = (0, 0, SIZE, SIZE)
Box = tuple[int, int, int, int]


def _logits(*boxes: Box) -> np.ndarray:
    logits = np.full((SIZE, SIZE), -4.0, dtype=np.float32)
    for top, left, bottom, right in boxes:
        logits[top:bottom, left:right] = 4.0
    return logits


def _found(*boxes: Box, content: Box = WHOLE) -> LungField:
    field = lung_field(_logits(*boxes), content, Affine())
    assert field is not None
    return field


def _zones(field: LungField) -> set[LungZone]:
    return {LungZone(int(v)) for v in np.unique(zone_cells(field))} - {LungZone.OUTSIDE}


RIGHT = {LungZone.RIGHT_UPPER, LungZone.RIGHT_MIDDLE, LungZone.RIGHT_LOWER}
LEFT = {LungZone.LEFT_UPPER, LungZone.LEFT_MIDDLE, LungZone.LEFT_LOWER}


def test_each_lung_is_divided_into_three_equal_heights():
    field = _found((20, 20, 80, 50), (40, 70, 112, 100))
    cells = zone_cells(field)
    assert (field.height, field.width) == (64, 64)
    right = cells[:, 15]
    assert [int((right == zone).sum()) for zone in sorted(RIGHT)] == [10, 10, 10]
    assert right[10] == LungZone.RIGHT_UPPER
    left = cells[:, 40]
    assert [int((left == zone).sum()) for zone in sorted(LEFT)] == [12, 12, 12]
    assert left[55] == LungZone.LEFT_LOWER
    assert not cells[:, 30].any()
    assert field.to_source.apply(15.0, 10.0) == (30.0, 20.0)


def test_only_the_two_largest_areas_are_lungs():
    field = _found((20, 20, 80, 50), (20, 70, 80, 100), (100, 50, 120, 75))
    assert not zone_cells(field)[48:].any()


def test_a_second_area_that_is_too_small_is_no_lung():
    assert _zones(_found((20, 20, 100, 50), (20, 70, 38, 88))) == RIGHT
    assert _zones(_found((20, 20, 100, 50), (20, 70, 45, 90))) == RIGHT | LEFT


@pytest.mark.parametrize(
    ("box", "zones"),
    [((20, 10, 100, 45), RIGHT), ((20, 80, 100, 110), LEFT), ((40, 4, 90, 66), RIGHT), ((40, 58, 90, 120), LEFT)],
    ids=["right", "left", "right, stretched", "left, stretched"],
)
def test_a_lone_lung_keeps_its_side(box, zones):
    assert _zones(_found(box)) == zones


def test_two_parts_of_one_lung_are_not_taken_for_two_lungs():
    assert _zones(_found((10, 15, 50, 45), (58, 18, 110, 50))) == RIGHT
    assert _zones(_found((10, 75, 50, 110), (58, 80, 110, 112))) == LEFT


def test_lungs_that_run_into_each_other_are_cut_at_the_narrowest_column():
    cells = zone_cells(_found((20, 16, 100, 60), (90, 60, 98, 68), (20, 68, 100, 112)))
    assert {LungZone(int(v)) for v in np.unique(cells[:, :30])} - {LungZone.OUTSIDE} == RIGHT
    assert {LungZone(int(v)) for v in np.unique(cells[:, 35:])} - {LungZone.OUTSIDE} == LEFT
    assert cells[46, 31] in RIGHT
    assert cells[46, 33] in LEFT


def test_what_a_lung_encloses_is_lung_such_as_a_dense_consolidation():
    logits = _logits((20, 20, 100, 50), (20, 70, 100, 100))
    logits[60:80, 30:40] = -4.0
    logits[90:100, 80:90] = -4.0  # open downwards, as a dome of the diaphragm is
    field = lung_field(logits, WHOLE, Affine())
    assert field is not None
    cells = zone_cells(field)
    assert (cells[30:40, 15:20] > 0).all()
    assert not cells[45:50, 40:45].any()


def test_too_little_or_nothing_is_no_pair_of_lungs():
    assert lung_field(_logits(), WHOLE, Affine()) is None
    assert lung_field(_logits((10, 10, 31, 32)), WHOLE, Affine()) is None
    assert lung_field(_logits((10, 10, 33, 33)), WHOLE, Affine()) is not None


def test_the_share_is_of_the_picture_and_what_pads_it_is_never_lung():
    content = (0, 40, SIZE, 88)
    logits = _logits((0, 0, SIZE, 38), (50, 50, 64, 65))
    field = lung_field(logits, content, Affine())
    assert field is not None
    assert not zone_cells(field)[:, :20].any()


def test_logits_that_are_not_numbers_mark_nothing():
    assert lung_field(np.full((SIZE, SIZE), np.nan, dtype=np.float32), WHOLE, Affine()) is None


PAIR: tuple[Box, Box] = ((20, 20, 100, 50), (20, 70, 100, 100))


def test_lungs_whose_edges_are_clear_are_in_no_doubt():
    assert not is_doubtful(_logits(*PAIR), WHOLE)


def test_a_faint_area_puts_lungs_in_doubt_unless_they_enclose_it():
    logits = _logits(*PAIR)
    logits[40:60, 25:45] = 0.05
    assert not is_doubtful(logits, WHOLE), "what lungs enclose is lung"
    logits[40:60, 50:60] = 0.05
    assert is_doubtful(logits, WHOLE)


def test_cells_that_are_hardly_lung_make_other_lungs_that_are_nearly_the_same():
    logits = _logits(*PAIR)
    assert nearly_the_same(logits, WHOLE, Affine()) == ()
    logits[100:102, 20:22] = 0.01
    (narrower,) = nearly_the_same(logits, WHOLE, Affine())
    logits[100:102, 20:22] = -0.01
    (wider,) = nearly_the_same(logits, WHOLE, Affine())
    assert np.argwhere(zone_cells(narrower) != zone_cells(_found(*PAIR))).size == 0
    assert np.argwhere((zone_cells(wider) > 0) != (zone_cells(narrower) > 0)).tolist() == [[50, 10]]
    logits[100:102, 20:22] = -0.03
    assert nearly_the_same(logits, WHOLE, Affine()) == ()

"""Whether both lungs are in the picture, judged by where they were found."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import GateClass
from cxr_desktop.engine.lung_verdict import lung_verdict, touched_sides
from cxr_desktop.imaging.preprocess import rotation

ROWS, COLUMNS = 800, 1000
SCALE = 1000 / 100


def _field(right: tuple[int, int, int, int], left: tuple[int, int, int, int] | None, turns: int = 0) -> LungField:
    """Lungs as (top, left, bottom, right) rectangles on 100 × 100 cells; the picture lies in rows 10…90."""
    zones = np.zeros((100, 100), np.uint8)
    for box, zone in ((right, LungZone.RIGHT_MIDDLE), (left, LungZone.LEFT_MIDDLE)):
        if box is not None:
            zones[box[0] : box[2], box[1] : box[3]] = zone
    to_turned = Affine(SCALE, 0.0, 0.0, 0.0, SCALE, -100.0)
    return LungField(100, 100, zones.tobytes(), rotation(COLUMNS, ROWS, turns).after(to_turned) if turns else to_turned)


def test_a_film_with_both_lungs_inside_passes():
    assert lung_verdict(_field((25, 15, 75, 45), (25, 55, 75, 85)), (ROWS, COLUMNS)) is None


def test_a_film_on_which_no_lungs_were_found_is_stopped():
    verdict = lung_verdict(None, (ROWS, COLUMNS))
    assert verdict is not None
    assert (verdict.gate_class, verdict.usable) == (GateClass.CROPPED, False)
    assert verdict.reason == "the lungs were not found"


@pytest.mark.parametrize(
    ("right", "left"),
    [
        ((40, 10, 90, 45), (40, 55, 90, 95)),
        ((30, 0, 80, 30), (30, 40, 80, 80)),
        ((10, 10, 60, 40), (30, 60, 70, 100)),
    ],
    ids=["the lower half is missing", "one side is missing", "two corners are missing"],
)
def test_lungs_that_leave_the_picture_are_stopped(right, left):
    verdict = lung_verdict(_field(right, left), (ROWS, COLUMNS))
    assert verdict is not None
    assert verdict.reason == "the lungs are cut off at the edge of the picture"


def test_lungs_that_touch_one_side_a_little_pass():
    assert lung_verdict(_field((10, 20, 60, 35), (25, 55, 75, 85)), (ROWS, COLUMNS)) is None


def test_the_shares_of_the_sides_are_measured_on_the_picture_and_not_on_its_frame():
    assert touched_sides(_field((10, 20, 50, 40), (80, 60, 90, 90)), (ROWS, COLUMNS)) == (0.2, 0.3, 0.0, 0.0)
    assert touched_sides(_field((30, 0, 50, 40), (30, 60, 70, 100)), (ROWS, COLUMNS)) == (0.0, 0.0, 0.25, 0.5)


def test_a_turn_with_consent_is_undone_for_the_sides():
    turned = _field((10, 20, 50, 40), (80, 60, 90, 90), turns=1)
    assert sorted(touched_sides(turned, (COLUMNS, ROWS))) == [0.0, 0.0, 0.2, 0.3]

"""Measurements can be taken hold of, moved, removed, and every step taken back."""

from __future__ import annotations

import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.measuring import Grip, Measurements

LENGTH = Measurement(((10.0, 10.0), (110.0, 10.0)))
ANGLE = Measurement(((200.0, 200.0), (250.0, 200.0), (250.0, 250.0)))


def made(*items: Measurement) -> Measurements:
    result = Measurements()
    for item in items:
        result.add(item)
    return result


@pytest.mark.parametrize(
    ("at", "grip"),
    [
        ((12.0, 12.0), Grip(0, 0)),
        ((108.0, 8.0), Grip(0, 1)),
        ((60.0, 14.0), Grip(0, None)),
        ((60.0, 20.0), None),
        ((250.0, 201.0), Grip(1, 1)),
        ((251.0, 225.0), Grip(1, None)),
        ((125.0, 10.0), None),
    ],
)
def test_a_hand_takes_the_point_or_the_line_beneath_it(at: tuple[float, float], grip: Grip | None) -> None:
    assert made(LENGTH, ANGLE).grip_at(at, lambda point: point) == grip


def test_of_two_at_one_place_the_younger_is_taken() -> None:
    assert made(LENGTH, LENGTH).grip_at((10.0, 10.0), lambda point: point) == Grip(1, 0)


def test_the_reach_is_that_of_the_view_not_of_the_image() -> None:
    far = made(LENGTH).grip_at((25.0, 20.0), lambda point: (point[0] * 2, point[1] * 2))
    assert far == Grip(0, 0)


def test_a_drag_is_one_step_to_take_back() -> None:
    kept = made(LENGTH)
    for step, dx in enumerate((5.0, 9.0, 12.0)):
        kept.replace(0, LENGTH.moved(dx, 1.0, 1), step == 0)
    assert kept[0].points == ((10.0, 10.0), (122.0, 11.0))
    assert kept.undo()
    assert list(kept) == [LENGTH]


def test_every_change_can_be_taken_back_down_to_nothing() -> None:
    kept = made(LENGTH, ANGLE)
    kept.remove(0)
    kept.clear()
    kept.clear()
    lengths = []
    while kept.undo():
        lengths.append(len(kept))
    assert lengths == [1, 2, 1, 0]


def test_a_whole_measurement_moves_with_all_its_points() -> None:
    assert ANGLE.moved(1.0, 2.0).points == ((201.0, 202.0), (251.0, 202.0), (251.0, 252.0))


def test_other_coordinates_take_what_can_be_taken_back_along() -> None:
    kept = made(LENGTH)
    kept.clear()
    kept.map_points(Affine(a=2.0, e=2.0))
    assert kept.undo()
    assert kept[0].points == ((20.0, 20.0), (220.0, 20.0))


def test_the_youngest_profile_is_the_one_that_is_plotted() -> None:
    profile = Measurement(((0.0, 0.0), (5.0, 5.0)), is_profile=True)
    assert made(LENGTH).profile is None
    assert made(profile, LENGTH).profile == profile

"""Lengths and angles say what they are in, and whether it is the patient's or the detector's size."""

from __future__ import annotations

import pytest

from cxr_desktop.ui.viewer.measurement import Measurement, Spacing, angle, length
from tests.ui import viewer_builders as build

UNKNOWN = Spacing()


def spacing(**header: object) -> Spacing:
    return Spacing.of(build.image(**header).radiograph)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ({"pixel_spacing_mm": (0.2, 0.2), "spacing_is_calibrated": True}, "100.0 mm"),
        ({"pixel_spacing_mm": (0.2, 0.2)}, "100.0 mm at detector"),
        ({}, "500 px (spacing unknown)"),
        ({"pixel_spacing_mm": (0.0, 0.2)}, "500 px (spacing unknown)"),
        ({"pixel_spacing_mm": (float("nan"), 0.2)}, "500 px (spacing unknown)"),
    ],
)
def test_a_length_says_its_unit_and_where_it_was_measured(header: dict[str, object], words: str) -> None:
    assert Measurement(((100, 100), (400, 500))).words(spacing(**header)) == words


def test_oblong_pixels_are_allowed_for() -> None:
    oblong = spacing(pixel_spacing_mm=(0.4, 0.2))
    assert length((0, 0), (100, 0), oblong) == pytest.approx(20)
    assert length((0, 0), (0, 100), oblong) == pytest.approx(40)
    assert angle((100, 0), (0, 0), (100, 50), oblong) == pytest.approx(45)
    assert oblong.pixel_aspect == pytest.approx(2)


@pytest.mark.parametrize(
    ("points", "degrees"),
    [
        (((10, 0), (0, 0), (0, 10)), 90),
        (((10, 0), (0, 0), (-10, 0)), 180),
        (((10, 0), (0, 0), (20, 0)), 0),
        (((5, 5), (5, 5), (9, 9)), 0),
    ],
)
def test_an_angle_is_measured_at_its_middle_point(points: tuple[tuple[float, float], ...], degrees: float) -> None:
    assert angle(*points, UNKNOWN) == pytest.approx(degrees)
    assert Measurement(points).words(UNKNOWN) == f"{degrees:.1f}°"


def test_a_spacing_beyond_belief_does_not_distort_the_picture() -> None:
    assert spacing(pixel_spacing_mm=(100.0, 0.1)).pixel_aspect == 1.0

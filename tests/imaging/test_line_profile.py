"""Values along a line are those of the pixels it crosses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.imaging.line_profile import MOST_SAMPLES, sample_line
from tests.imaging.test_pixels import grey as image

RAMP = np.tile(np.arange(100, dtype=np.uint16), (50, 1))


def test_a_line_along_a_row_meets_each_of_its_pixels_once() -> None:
    profile = sample_line(image(RAMP), (10.5, 20.5), (30.5, 20.5))
    assert profile.values.tolist() == list(range(10, 31))
    assert (profile.places[0], profile.places[-1]) == (0.0, 1.0)
    assert profile.range == (10.0, 30.0)


def test_values_are_modality_values_and_padding_has_none() -> None:
    scaled = replace(image(RAMP), value_scale=2.0, value_offset=-100.0, padding=(12, 14))
    values = sample_line(scaled, (10.5, 0.5), (15.5, 0.5)).values
    assert values[[0, 1, 5]].tolist() == [-80.0, -78.0, -70.0]
    assert np.isnan(values[2:5]).all()


def test_what_lies_outside_the_image_has_no_value() -> None:
    values = sample_line(image(RAMP), (-3.5, 5.5), (1.5, 5.5)).values
    assert np.isnan(values[:4]).all()
    assert values[4:].tolist() == [0.0, 1.0]
    assert sample_line(image(RAMP), (-9, -9), (-5, -9)).range is None


@pytest.mark.parametrize("end", [(5.5, 5.5), (60.2, 5.5), (5.5, 44.0)])
def test_a_line_has_a_value_for_every_pixel_of_its_length_and_never_too_many(end: tuple[float, float]) -> None:
    profile = sample_line(image(RAMP), (5.5, 5.5), end)
    assert len(profile.values) >= np.hypot(end[0] - 5.5, end[1] - 5.5)
    assert 2 <= len(profile.values) <= MOST_SAMPLES
    assert len(sample_line(image(RAMP), (0, 0), (1e6, 0)).values) == MOST_SAMPLES

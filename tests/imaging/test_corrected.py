"""A corrected image is the same image: places and spacing turn with its pixels, its codes stay (numpy)."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.prediction import Correction
from cxr_desktop.imaging.corrected import corrected, turn
from tests.ui import viewer_builders as build


def spot(column: int, row: int):
    pixels = np.zeros((30, 50), dtype=np.uint16)
    pixels[row, column] = 4095
    return build.image(pixels, patient_orientation="L\\F", pixel_spacing_mm=(0.2, 0.1))


def turned(image, turns: int):
    return corrected(image, Correction(turns))


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, -1])
def test_a_place_of_the_file_is_found_again_in_the_turned_image(turns):
    image = spot(7, 3)
    shown = turned(image, turns)
    x, y = turn(30, 50, turns).apply(7.5, 3.5)
    assert shown.pixels[int(y), int(x)] == 4095
    assert shown.pixels.flags["C_CONTIGUOUS"]
    assert (shown.radiograph.rows, shown.radiograph.columns) == shown.pixels.shape


def test_no_turn_copies_nothing():
    image = spot(7, 3)
    assert turned(image, 4) is image


def test_a_turned_copy_shares_no_memory_with_the_file_s_pixels():
    image = spot(7, 3)
    assert all(not np.shares_memory(turned(image, turns).pixels, image.pixels) for turns in (1, 2, 3))


@pytest.mark.parametrize(("turns", "spacing"), [(0, (0.2, 0.1)), (1, (0.1, 0.2)), (2, (0.2, 0.1)), (3, (0.1, 0.2))])
def test_spacing_turns_with_the_pixels(turns, spacing):
    assert turned(spot(7, 3), turns).radiograph.pixel_spacing_mm == spacing


def test_the_edges_of_a_turned_image_have_no_letters_since_the_header_took_it_for_something_else():
    assert [turned(spot(7, 3), turns).radiograph.patient_orientation for turns in range(4)] == ["L\\F", "", "", ""]


def test_exchanged_black_and_white_keep_the_codes_and_change_how_they_are_shown():
    image = spot(7, 3)
    shown = corrected(image, Correction(0, True))
    assert shown.inverted
    assert shown.pixels is image.pixels
    assert not corrected(shown, Correction(2, True)).inverted

"""A turned view: pixels, geometry and letters agree, and the image it came from is as it was."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from cxr_desktop.imaging.view_turn import ViewTurn, turned_for_view, turned_orientation
from tests.imaging.test_pixels import grey as image

ALL = [ViewTurn(turns, mirrored) for turns, mirrored in product(range(4), (False, True))]


def film(rows: int = 3, columns: int = 5) -> np.ndarray:
    return np.arange(rows * columns, dtype=np.uint16).reshape(rows, columns)


@pytest.mark.parametrize("view", ALL, ids=str)
def test_every_pixel_lands_where_the_geometry_says(view: ViewTurn) -> None:
    pixels = film()
    source = image(pixels)
    shown = turned_for_view(source, view).pixels
    to_shown = view.to_shown(*pixels.shape)
    for row, column in product(*map(range, pixels.shape)):
        x, y = to_shown.apply(column + 0.5, row + 0.5)
        assert shown[int(y), int(x)] == pixels[row, column]
    assert (source.pixels == film()).all()


@pytest.mark.parametrize("view", ALL, ids=str)
def test_a_step_is_done_to_what_is_seen(view: ViewTurn) -> None:
    source = image(film())
    seen = turned_for_view(source, view).pixels
    assert (turned_for_view(source, view.turned(1)).pixels == np.rot90(seen)).all()
    assert (turned_for_view(source, view.turned(-1)).pixels == np.rot90(seen, -1)).all()
    assert (turned_for_view(source, view.flipped()).pixels == np.fliplr(seen)).all()
    assert view.flipped().flipped() == view.turned(4) == view


def test_a_view_as_it_lies_is_the_same_image() -> None:
    source = image(film())
    assert turned_for_view(source, ViewTurn()) is source


def test_oblong_pixels_turn_along() -> None:
    source = image(film())
    source = replace(source, radiograph=replace(source.radiograph, rows=3, columns=5, pixel_spacing_mm=(0.4, 0.2)))
    turned = turned_for_view(source, ViewTurn(1)).radiograph
    assert (turned.rows, turned.columns, turned.pixel_spacing_mm) == (5, 3, (0.2, 0.4))
    assert turned_for_view(source, ViewTurn(0, True)).radiograph.pixel_spacing_mm == (0.4, 0.2)


@pytest.mark.parametrize(
    ("view", "letters"),
    [
        (ViewTurn(), "L\\F"),
        (ViewTurn(0, True), "R\\F"),
        (ViewTurn(1), "F\\R"),
        (ViewTurn(2), "R\\H"),
        (ViewTurn(3), "H\\L"),
        (ViewTurn(3, True), "H\\R"),
    ],
    ids=str,
)
def test_letters_follow_the_turn(view: ViewTurn, letters: str) -> None:
    assert turned_orientation("L\\F", view) == letters


def test_a_letter_that_is_not_known_is_left_out() -> None:
    assert turned_orientation("", ViewTurn(1)) == ""
    assert turned_orientation("X\\F", ViewTurn(0, True)) == "\\F"
    assert turned_orientation("LF\\P", ViewTurn(2)) == "RH\\A"

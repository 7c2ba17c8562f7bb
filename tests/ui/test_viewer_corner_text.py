"""The words in the corners: who, how it is shown, what lies under the pointer; and what hidden identity hides."""

from __future__ import annotations

import pytest

from cxr_desktop.imaging.pixels import Voi
from cxr_desktop.imaging.view_turn import ViewTurn, turned_for_view
from cxr_desktop.ui.viewer.corner_text import Corners, Place, TextAmount, compose, patient_lines, probe_words, sides
from cxr_desktop.ui.viewer.display import Adjustments, Display
from tests.ui import viewer_builders as build


def display(**changes: object) -> Display:
    return Display(build.image(**changes), Adjustments(), 400, 300)


FIRST = Place()


def corners(shown: Display, place: Place = FIRST, amount: TextAmount = TextAmount.ALL, named: bool = True) -> Corners:
    return compose(shown, place, (10, 20), amount, named)


def test_all_text_says_who_when_what_and_how() -> None:
    shown = corners(display(), Place(1, 2))
    assert shown.top_left == ("PHANTOM, Ground glass", "P-10482 · 61 F · 2020-04-01 08:12", "DX CHEST PA")
    assert shown.bottom_left == ("Image 1 of 2", "Standard", "W 4096 L 2048 · 100\u00a0%")
    assert shown.bottom_right == ("x 10  y 20 · 102", "Spacing unknown, lengths in px")


def test_minimal_text_keeps_the_name_and_the_window_and_none_keeps_nothing() -> None:
    shown = corners(display(), amount=TextAmount.MINIMAL)
    assert shown.top_left == ("PHANTOM, Ground glass",)
    assert shown.bottom_left == ("W 4096 L 2048 · 100\u00a0%",)
    assert shown.top_right == shown.bottom_right == ()
    assert corners(display(), amount=TextAmount.NONE) == Corners()


def test_hidden_identity_hides_name_number_place_and_file() -> None:
    where = {"institution_name": "Hill House", "station_name": "ROOM7"}
    for header in (where, {"patient_name": "", "path": "/films/Smith_John.png"}):
        shown = corners(display(**header), named=False)
        text = " ".join((*shown.top_left, *shown.top_right, *shown.bottom_left, *shown.bottom_right))
        assert "Identity hidden" in text
        assert not any(word in text for word in ("PHANTOM", "10482", "Smith", "Hill", "ROOM7"))
        assert "61 F" in text


def test_a_file_without_a_name_shows_its_own() -> None:
    header = build.image(patient_name="", path="/films/chest.png").radiograph
    assert patient_lines(header, True)[0] == "chest.png"


def test_direction_characters_in_a_name_cannot_rearrange_the_line() -> None:
    header = build.image(patient_name="DOE\u202e^JOHN\n").radiograph
    assert patient_lines(header, True)[0] == "DOE, JOHN"


def test_the_readers_inversion_is_named_and_the_files_own_is_not() -> None:
    shown = display(inverted=True)
    assert "inverted" not in " ".join(corners(shown).bottom_left)
    shown.kept.inverted = True
    assert "Standard · inverted" in corners(shown).bottom_left


def test_the_value_under_the_pointer_is_a_modality_value_with_its_unit() -> None:
    shown = display(value_scale=2.0, value_offset=-1000.0, value_unit="HU")
    code = int(shown.image.pixels[20, 300])
    assert probe_words(shown, (300, 20)) == f"x 300  y 20 · {2 * code - 1000} HU"
    fine = display(value_scale=0.001, value_unit="OD")
    assert probe_words(fine, (300, 20)) == f"x 300  y 20 · {code / 1000:.3f} OD"
    assert probe_words(shown, None) == ""


def test_padding_under_the_pointer_has_no_value() -> None:
    assert probe_words(display(padding=(0, 0)), (0, 0)) == "x 0  y 0 · padding"


@pytest.mark.parametrize(
    ("orientation", "letters"), [("L\\F", ("R", "L")), ("R\\F", ("L", "R")), ("", ("", "")), ("X\\F", ("", ""))]
)
def test_side_letters_come_from_the_patient_orientation(orientation: str, letters: tuple[str, str]) -> None:
    assert sides(build.image(patient_orientation=orientation).radiograph) == (*letters, "", "")


def test_the_upper_right_corner_says_where_and_how_the_film_was_taken() -> None:
    header = {"institution_name": "Hill House", "station_name": "ROOM7", "device_name": "DX-D 600"}
    shown = corners(display(**header, kvp=125.0, exposure_mas=1.26))
    assert shown.top_right == ("Hill House", "ROOM7 · DX-D 600", "125 kV · 1.26 mAs")


@pytest.mark.parametrize(
    ("spacing", "words"),
    [
        ({"pixel_spacing_mm": (0.14, 0.14), "spacing_is_calibrated": True}, "0.140 mm/px, calibrated"),
        ({"pixel_spacing_mm": (0.2, 0.1)}, "0.100 × 0.200 mm/px at detector (magnified)"),
        ({}, "Spacing unknown, lengths in px"),
    ],
)
def test_a_corner_says_where_millimetres_come_from(spacing: dict[str, object], words: str) -> None:
    assert corners(display(**spacing)).bottom_right[-1] == words


@pytest.mark.parametrize("amount", list(TextAmount))
def test_a_turned_view_is_named_whatever_text_is_wanted(amount: TextAmount) -> None:
    turn = ViewTurn(3, True)
    image = turned_for_view(build.image(patient_orientation="L\\F"), turn)
    shown = corners(Display(image, Adjustments(turn=turn), 400, 300), amount=amount)
    assert shown.turned == ("View mirrored, left and right exchanged", "View rotated 90° right")
    assert shown.sides == ("F", "H", "L", "R")


def test_a_window_with_fractions_shows_them() -> None:
    shown = display(value_scale=0.001, vois=(Voi("", "linear_exact", 1.25, 2.5),))
    assert corners(shown).bottom_left[-1].startswith("W 2.500 L 1.250")

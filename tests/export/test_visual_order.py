"""Lines of every script stand on paper as their readers expect."""

from __future__ import annotations

import pytest

from cxr_desktop.export.visual_order import is_right_to_left, visual


@pytest.mark.parametrize("text", ["DOE, Jane", "王小明", "Żółć 12 (3)", ""])
def test_left_to_right_text_stays_as_it_is(text):
    assert visual(text) == text


def test_hebrew_stands_from_right_to_left_with_its_numbers_and_brackets():
    assert visual("כהן (3)") == "(3) ןהכ"


def test_persian_letters_are_joined():
    # beh + alef: initial beh, final alef, drawn from the left
    assert visual("با") == "\ufe8e\ufe91"
    # yeh of Farsi between two letters takes its medial form
    assert visual("بیب") == "\ufe90\ufbff\ufe91"


def test_lam_and_alef_become_one_sign():
    assert visual("لا") == "\ufefb"
    assert visual("سلام") == "\ufee1\ufefc\ufeb3"


def test_a_mark_stays_with_its_letter():
    assert visual("בָּ") == "בָּ"
    assert visual("בָא") == "אבָ"


def test_words_in_another_direction_keep_their_own_order():
    assert visual("Study שלום 12") == "Study 12 םולש"
    assert visual("שלום AB 12") == "AB 12 םולש"


def test_a_line_of_a_left_to_right_paragraph_keeps_its_direction():
    assert visual("שלום. No", right_to_left=False) == "םולש. No"


def test_the_first_strong_letter_decides():
    assert is_right_to_left("12 שלום A")
    assert not is_right_to_left("A שלום")
    assert not is_right_to_left("12 .")

"""The filter teaches its syntax while one types, and its hints never take the keyboard away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxr_desktop.ui import filter_words
from cxr_desktop.ui.filter_field import FilterField
from cxr_desktop.ui.filter_hints import current_word, hints
from cxr_desktop.worklist.query import parse
from cxr_desktop.worklist.query_fields import FIELDS, WORDS


@pytest.fixture
def field(qtbot) -> FilterField:
    window = QWidget()
    layout = QVBoxLayout(window)
    made, other = FilterField(), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    layout.addWidget(made)
    layout.addWidget(other)
    window.resize(600, 400)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    made.window_kept = window
    return made


def shown(before: str, classes=()) -> list[str]:
    return [hint.shown for hint in hints(before, classes)]


def test_agree_and_disagree_offer_the_classes_of_the_model():
    assert shown("agree:") == ["agree:covid19", "agree:pneumonia", "agree:tuberculosis", "agree:normal"]
    assert shown("-disagree:e", ["effusion", "normal"]) == ["-disagree:effusion"]
    assert "agree:covid" in shown("agr")


def test_an_empty_filter_teaches_fields_words_and_negation():
    assert shown("")[0] == "risk>0.5"
    assert {"view:PA", "unread", "-unread"} <= set(shown(""))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("ri", ["risk>0.5"]),
        ("unread -vi", ["-view:PA"]),
        ("view:", ["view:PA", "view:AP", "view:LL", "view:RL"]),
        ("priority:s", ["priority:stat"]),
        ('description:"chest v', []),
        ("unread ", []),
        ("view:PA", []),
        ("effu", ["effusion>0.5"]),
        ("muller", []),
    ],
)
def test_hints_complete_the_word_that_is_typed(before, expected):
    assert shown(before, ("effusion",)) == expected


def test_the_word_being_typed_may_hold_spaces_in_quotation_marks():
    assert current_word('unread description:"chest p') == 'description:"chest p'
    assert current_word("unread ") == ""


def test_every_hint_is_understood_once_it_is_complete():
    for before in ("", "re", "s", "view:", "gate:", "-un"):
        for hint in hints(before):
            assert not parse(hint.shown).problems, hint
            assert hint.about


def test_every_field_and_word_is_explained():
    assert all(filter_words.about_field(name) != filter_words.about_field("effusion") for name in FIELDS)
    assert all(filter_words.about_word(name) for name in WORDS)


def test_what_is_wrong_is_said_with_an_example():
    assert filter_words.problems(parse("risk>much").problems).splitlines()[0] == (
        "“risk” needs a number, for example risk>0.5"
    )
    assert "no field “patient”" in filter_words.problems(parse("patient:x").problems)
    assert filter_words.problems(parse("muller").problems) == ""


def test_tab_completes_and_then_goes_on_as_everywhere(qtbot, field):
    qtbot.keyClicks(field, "unr")
    assert field.hints.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "unread "
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert not field.hints.isVisible()


def test_arrows_choose_a_hint_and_enter_takes_it_then_leaves(qtbot, field):
    qtbot.keyClicks(field, "muller view:")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "muller view:AP "
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_down_leaves_for_the_list_where_there_is_nothing_to_hint_at(qtbot, field):
    qtbot.keyClicks(field, "muller")
    assert not field.hints.isVisible()
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_a_click_takes_a_hint(qtbot, field):
    qtbot.keyClicks(field, "view:")
    qtbot.mouseClick(field.hints, Qt.MouseButton.LeftButton, pos=QPoint(20, 6 + 26 + 10))
    assert field.text() == "view:AP "
    assert field.hasFocus()


def test_escape_puts_hints_away_and_clears_at_once(qtbot, field):
    qtbot.keyClicks(field, "vi")
    with qtbot.waitSignal(field.filter_changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert not field.hints.isVisible()


def test_a_filter_that_is_put_there_is_told_at_once_and_once(qtbot, field):
    told = []
    field.filter_changed.connect(told.append)
    field.put("unread")
    assert told == ["unread"]
    assert not field._typing.isActive()


def test_hints_are_painted_and_spoken(qtbot, field):
    qtbot.keyClicks(field, "view:")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert not field.hints.grab().isNull()
    assert "view:PA" in field.accessibleDescription()

"""The reader's own impression: buttons, keys, undo, and nothing that hints at the model's opinion (qtbot)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from cxr_desktop.bridge.worklist_model import Column
from cxr_desktop.domain.impression import NOT_USABLE, OTHER, Impression, Words
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import wording
from cxr_desktop.ui.impression_section import ImpressionSection
from tests.ui.entries import CARD, entries, entry, own_card, refused_entry

AT = "2026-01-02T03:04:05+00:00"
COVID, NORMAL = Finding.COVID19, Finding.NORMAL


@pytest.fixture
def section(qtbot) -> ImpressionSection:
    shown = ImpressionSection()
    shown.resize(306, 120)
    qtbot.addWidget(shown)
    shown.set_entry(None, CARD)
    shown.show()
    return shown


def checked(section: ImpressionSection) -> list[str]:
    return [button.text() for button in section._buttons.values() if button.isChecked()]


def said(*findings: Finding, **more) -> WorklistEntry:
    return replace(entry(0, 0.9), impression=Impression("k", findings, AT, **more))


def press(qtbot, window, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_there_is_a_button_for_each_class_and_for_what_the_model_cannot_say(section):
    names = ("COVID-19", "Pneumonia", "Tuberculosis", "Normal", "Other", "Not usable")
    assert section.choices() == names
    section.set_entry(None, own_card("normal", "effusion"))
    assert section.choices() == ("Effusion", "Normal", "Other", "Not usable")


def test_a_press_is_told_and_a_second_one_takes_it_back(qtbot, section):
    for expected in ((COVID,), ()):
        with qtbot.waitSignal(section.impression_changed) as told:
            qtbot.mouseClick(section._buttons[COVID], Qt.MouseButton.LeftButton)
        assert told.args == [Words(expected)]
    assert checked(section) == []


def test_normal_and_not_usable_stand_alone(section):
    for number, names in ((1, ["COVID-19"]), (2, ["COVID-19", "Pneumonia"]), (4, ["Normal"]), (6, ["Not usable"])):
        section.press(number)
        assert checked(section) == names
    section.press(7)
    assert checked(section) == ["Not usable"]


def test_what_was_said_with_another_model_can_still_be_seen_and_taken_back(section):
    section.set_entry(said(Finding("effusion"), OTHER), CARD)
    assert checked(section) == ["Effusion", "Other"]
    section.set_entry(None, CARD)
    assert "Effusion" not in section.choices()


def test_it_says_when_it_was_recorded(section):
    assert section._hint.text() == "What you see yourself. Nothing is recorded yet."
    section.set_entry(said(COVID), CARD)
    assert section._hint.text() == f"Recorded {wording.moment(AT)[:16]}. Press again to undo."


def test_whole_names_have_room(section):
    assert section._columns == 3
    section.set_entry(None, own_card("normal", "an_uncommonly_long_name_of_a_class"))
    assert section._columns == 1


def test_the_keys_say_it_of_the_study_in_hand(qtbot, make_window):
    window = make_window(entries([0.9, 0.5]))
    assert not window.named["impression_1"].isEnabled()
    window.worklist.view.select_row(0)
    key = window.worklist.view.selected_key()
    with qtbot.waitSignal(window.impression_requested) as told:
        press(qtbot, window, "Alt+2")
    assert told.args == [key, Words((Finding.PNEUMONIA,))]
    with qtbot.waitSignal(window.impression_requested) as told:
        press(qtbot, window, "Alt+6")
    assert told.args == [key, Words((NOT_USABLE,))]
    with qtbot.assertNotEmitted(window.impression_requested):
        press(qtbot, window, "Alt+7")


def test_the_menu_names_the_choices_of_the_model(make_window):
    window = make_window(entries([0.9]))
    names = [window.named[f"impression_{n}"] for n in range(1, 10)]
    assert [a.text() for a in names if a.isVisible()][:1] == ["COVID-19"]
    window.set_card(own_card("normal", "effusion"))
    assert [a.text() for a in names if a.isVisible()] == ["Effusion", "Normal", "Other", "Not usable"]
    groups = dict(window.dialogs.shortcut_groups())
    assert ("Alt+1 … Alt+4", "Your impression, by the place of its button") in groups["Study"]


def test_a_study_that_was_not_scored_can_be_judged_too(make_window):
    window = make_window([refused_entry(0)])
    window.worklist.view.select_row(0)
    assert window.findings.impression.isVisible()


def test_the_list_shows_it_in_a_column_that_is_hidden_at_first(make_window):
    study = entry(0, 0.9)
    window = make_window([replace(study, impression=Impression(study.key, (COVID, OTHER), AT))])
    header = window.worklist.view.header
    assert not header.is_shown(Column.IMPRESSION)
    header.show_column(Column.IMPRESSION, True)
    assert window.model.index(0, Column.IMPRESSION).data() == "COVID-19, Other"
    window.worklist.view.select_row(0)
    assert checked(window.findings.impression) == ["COVID-19", "Other"]


def test_the_list_sorts_by_impression_and_studies_without_one_stand_last(make_window):
    first, second, third = entries([0.9, 0.5, 0.1])
    window = make_window(
        [
            first,
            replace(second, impression=Impression(second.key, (NORMAL,), AT)),
            replace(third, impression=Impression(third.key, (COVID,), AT)),
        ]
    )
    window.model.sort(Column.IMPRESSION, Qt.SortOrder.AscendingOrder)
    assert [e.order for e in window.model.shown_entries()] == [2, 1, 0]

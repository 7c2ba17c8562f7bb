"""Filters are kept under names, renamed and deleted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from cxr_desktop.ui import saved_filters
from cxr_desktop.ui.saved_filters import SavedFilter, SavedFilters

MINE = [SavedFilter("Urgent", "stat -read"), SavedFilter("My name", "name:doe")]


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def saved(qtbot, answers) -> SavedFilters:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SavedFilters(parent, lambda title, words, suggestion: answers.pop(0) if answers else "")
    made.set_filters(MINE)
    return made


def menu_of(qtbot, saved: SavedFilters, current: str = "") -> QMenu:
    menu = QMenu()
    qtbot.addWidget(menu)
    saved.fill(menu, current)
    return menu


def test_filters_come_back_from_the_settings_as_they_were():
    assert saved_filters.read(saved_filters.written(MINE)) == MINE
    assert saved_filters.read(["no tabulator", "\tno name", "no text\t"]) == []


def test_a_filter_is_chosen_from_the_menu(qtbot, saved):
    menu = menu_of(qtbot, saved, "stat -read")
    assert menu.actions()[0].isChecked()
    with qtbot.waitSignal(saved.chosen) as told:
        menu.actions()[1].trigger()
    assert told.args == ["name:doe"]


def test_a_filter_is_kept_under_a_name_and_takes_the_place_of_its_namesake(qtbot, saved, answers):
    answers += ["  Lateral  ones ", "Urgent"]
    with qtbot.waitSignal(saved.changed) as told:
        saved.keep("gate:lateral")
    assert told.args[0] == [*MINE, SavedFilter("Lateral ones", "gate:lateral")]
    saved.keep("stat")
    assert saved.filters()[-1] == SavedFilter("Urgent", "stat")
    assert len(saved.filters()) == 3


def test_nothing_is_kept_without_a_name(qtbot, saved):
    with qtbot.assertNotEmitted(saved.changed):
        saved.keep("unread")
        saved.rename(MINE[0])


def test_a_filter_is_renamed_and_deleted_from_the_menu(qtbot, saved, answers):
    answers.append("First")
    menu = menu_of(qtbot, saved)
    rename, delete = (action.menu() for action in menu.actions() if action.menu() is not None)
    rename.actions()[0].trigger()
    assert [each.name for each in saved.filters()] == ["First", "My name"]
    delete.actions()[1].trigger()
    assert [each.name for each in saved.filters()] == ["First"]


def test_what_a_filter_looks_for_is_not_shown_while_identity_is_hidden(qtbot, saved):
    menu = menu_of(qtbot, saved)
    assert "doe" in menu.actions()[1].toolTip()
    saved.set_hide_identity(True)
    saved.fill(menu, "")
    assert "doe" not in menu.actions()[1].toolTip()


def test_the_menu_says_where_there_is_none_and_keeps_no_empty_filter(qtbot, saved):
    saved.set_filters([])
    menu = menu_of(qtbot, saved)
    first, _, keep, *more = menu.actions()
    assert not first.isEnabled()
    assert not keep.isEnabled()
    assert not any(action.isEnabled() for action in more)

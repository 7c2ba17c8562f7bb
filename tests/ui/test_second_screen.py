"""The image on another screen: greyed where there is none, moved and brought back, remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.settings import Settings
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.second_screen import SecondScreen
from tests.ui.entries import entries

pytestmark = pytest.mark.window


@pytest.fixture
def two_screens(monkeypatch):
    """The only screen of the tests stands for the second one as well."""
    monkeypatch.setattr(SecondScreen, "other_screen", lambda self: QGuiApplication.primaryScreen())


def test_with_one_screen_the_action_is_grey_and_says_why(make_window) -> None:
    action = make_window().stage_room.actions["second_screen"]
    assert not action.isEnabled()
    assert action.text() == "Image on second screen (there is only one)"
    assert "There is only one screen." in action.toolTip()


def test_one_screen_keeps_the_image_in_the_window_and_the_wish_in_the_settings(make_window) -> None:
    window = make_window(settings=Settings(image_on_second_screen=True))
    assert not window.stage_room.second_screen.is_out
    assert window.settings().image_on_second_screen


def test_the_image_moves_out_and_back_and_the_choice_is_remembered(make_window, two_screens, qtbot) -> None:
    window = make_window(entries([0.9, 0.8]))
    room, sizes = window.stage_room, window.splitter.sizes()
    room.second_screen.refresh()
    room.actions["second_screen"].trigger()
    out = room.second_screen.image_window
    assert out is not None
    assert window.stage.window() is out
    assert window.splitter.count() == 2
    assert window.settings().image_on_second_screen
    out.close()
    assert not room.second_screen.is_out
    assert window.splitter.indexOf(window.stage) == 1
    assert window.splitter.sizes() == sizes
    assert not window.settings().image_on_second_screen


def test_keys_work_in_both_windows(make_window, two_screens, qtbot) -> None:
    window = make_window(entries([0.9, 0.8]))
    window.stage_room.second_screen.choose(True)
    out, view = window.stage_room.second_screen.image_window, window.worklist.view
    first = view.selected_key()
    with qtbot.waitActive(out):
        out.activateWindow()
    qtbot.keyClick(out, "n")
    assert view.selected_key() != first
    with qtbot.waitActive(window):
        window.activateWindow()
    amount = window.viewer.reading.text_amount
    qtbot.keyClick(view, "o")
    assert window.viewer.reading.text_amount != amount


def test_f11_and_esc_there_belong_to_that_window(make_window, two_screens, qtbot) -> None:
    window = make_window(entries([0.9]))
    window.stage_room.second_screen.choose(True)
    out = window.stage_room.second_screen.image_window
    window.viewer.full_screen_toggled.emit()
    assert out.isFullScreen()
    assert not window.full_screen.is_on
    qtbot.keyClick(out, Qt.Key.Key_Escape)
    assert not out.isFullScreen()


def test_a_screen_that_goes_gives_the_image_back_and_the_wish_stays(make_window, two_screens, monkeypatch) -> None:
    window = make_window(entries([0.9]))
    second = window.stage_room.second_screen
    second.choose(True)
    monkeypatch.setattr(SecondScreen, "other_screen", lambda self: None)
    second._on_removed(QGuiApplication.primaryScreen())
    assert not second.is_out
    assert window.settings().image_on_second_screen
    monkeypatch.setattr(SecondScreen, "other_screen", lambda self: QGuiApplication.primaryScreen())
    second.refresh()
    assert second.is_out


def test_closing_the_program_closes_both_windows_and_keeps_the_wish(make_window, two_screens) -> None:
    window = make_window(entries([0.9]))
    window.stage_room.second_screen.choose(True)
    out = window.stage_room.second_screen.image_window
    window.close()
    assert not out.isVisible()
    assert window.settings().image_on_second_screen
    assert window.stage.window() is window


def test_settings_that_ask_for_it_move_it(make_window, two_screens) -> None:
    window = make_window(entries([0.9]))
    window.set_settings(replace(window.settings(), image_on_second_screen=True))
    assert window.stage_room.second_screen.is_out


def test_a_program_that_was_closed_with_the_image_elsewhere_opens_with_it_there(two_screens, qtbot) -> None:
    words = CellWords()
    window = MainWindow(Settings(image_on_second_screen=True)).furnish(WorklistModel(words), words)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.stage_room.second_screen.is_out)
    window.close()


def test_the_full_screen_ends_before_the_image_leaves(make_window, two_screens) -> None:
    window = make_window(entries([0.9]))
    window.full_screen.toggle()
    window.stage_room.second_screen.refresh()
    window.stage_room.actions["second_screen"].trigger()
    assert window.stage_room.second_screen.is_out
    assert not window.full_screen.is_on
    assert window.worklist.isVisible()

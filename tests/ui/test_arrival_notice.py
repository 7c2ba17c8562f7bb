"""A new study above the operating points is announced quietly and found by a click or a key (pytest-qt)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon

from cxr_desktop.settings import Settings
from tests.ui.entries import entries, entry


@pytest.fixture
def make_notice(make_window):
    def make(**settings):
        window = make_window(entries([0.9, 0.5, 0.1]), replace(Settings(), **settings))
        window.worklist.view.select_row(2)
        return window, window.arrivals

    return make


def arrive(window, notice, *studies) -> None:
    notice.tell(list(studies))
    window.model.upsert(list(studies))


def test_it_says_what_came_and_a_click_goes_there_without_taking_the_focus_before(qtbot, make_notice):
    window, notice = make_notice()
    before = window.worklist.view.selected_key()
    new = entry(7, 0.95)
    arrive(window, notice, new)
    assert notice.toast.texts() == ("New study above both operating points", "PHANTOM, STUDY 7")
    assert window.worklist.view.selected_key() == before
    assert not notice.toast.isAncestorOf(window.focusWidget())
    qtbot.mouseClick(notice.toast._go, Qt.MouseButton.LeftButton)
    assert window.worklist.view.selected_key() == new.key
    assert notice.toast.texts() == ("", "")


def test_several_are_one_word_and_the_key_goes_to_the_highest(make_notice):
    window, notice = make_notice()
    arrive(window, notice, entry(7, 0.8), entry(8, 0.95))
    assert notice.toast.texts()[0] == "2 new studies above both operating points"
    window.named["go_to_new"].trigger()
    assert window.worklist.view.selected_entry().order == 8
    assert not window.named["go_to_new"].isEnabled()


def test_a_filter_that_hides_the_study_gives_way(make_notice):
    window, notice = make_notice()
    window.model.set_filter("nobody")
    new = entry(7, 0.95)
    arrive(window, notice, new)
    notice.go()
    assert window.worklist.view.selected_key() == new.key


def test_hidden_identity_hides_the_name_here_too(make_notice):
    window, notice = make_notice(show_patient_identity=False)
    arrive(window, notice, entry(7, 0.95))
    assert "PHANTOM" not in " ".join(notice.toast.texts())


def test_the_system_is_told_only_where_the_reader_wants_it_and_no_name(make_notice, monkeypatch):
    told: list[tuple] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *words: told.append(words))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    window, notice = make_notice()
    arrive(window, notice, entry(7, 0.95))
    assert told == []
    window.set_settings(replace(window.settings(), tray_messages=True))
    arrive(window, notice, entry(8, 0.95))
    assert [words[:2] for words in told] == [("cxr-desktop", "2 new studies above both operating points")]


def test_another_folder_forgets_it(make_notice):
    window, notice = make_notice()
    arrive(window, notice, entry(7, 0.95))
    notice.forget()
    assert notice.toast.texts() == ("", "")
    assert not window.named["go_to_new"].isEnabled()

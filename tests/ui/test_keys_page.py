"""Keys are changed on a page of the settings: conflicts are said in words, every change can be put back (qtbot)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from cxr_desktop.settings import Settings
from cxr_desktop.ui import key_bindings
from cxr_desktop.ui.key_field import sequence_of
from cxr_desktop.ui.keys_page import KeysPage
from cxr_desktop.ui.settings_dialog import KEYS, SettingsDialog
from cxr_desktop.ui.shortcuts_sheet import ShortcutsSheet
from tests.ui.entries import entries

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def action(name: str, words: str, *keys: str) -> QAction:
    made = QAction(words)
    made.setObjectName(name)
    made.setProperty("own_keys", list(keys))
    return made


@pytest.fixture
def page(qtbot) -> KeysPage:
    actions = [action("a.next", "&Next study", "N", "Ctrl+Right"), action("a.map", "Show heat map…", "H")]
    shown = KeysPage([("Study", actions), ("Image", [action("a.invert", "Invert", "I"), action("a.plain", "Plain")])])
    qtbot.addWidget(shown)
    shown.show()
    return shown


def press(row, key: Qt.Key, held=NONE, text: str = "") -> None:
    """The button, then a key, as a reader would."""
    row.field.click()
    QApplication.sendEvent(row.field, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_every_action_is_listed_with_its_keys_also_those_without_any(page):
    shown = {row.about.words: row.field.text() for row in page.rows.values()}
    assert shown == {"Next study": "N,  Ctrl+Right", "Show heat map": "H", "Invert": "I", "Plain": "no key"}
    assert page.stored() == ()


def test_a_new_key_takes_the_place_of_the_old_ones(page):
    press(page.rows["a.map"], Qt.Key.Key_M, CTRL)
    assert page.keys["a.map"] == ("Ctrl+M",)
    assert page.rows["a.map"].field.text() == "Ctrl+M"
    assert page.stored() == ("a.map\tCtrl+M",)


def test_another_key_is_added_by_its_own_button(page):
    row = page.rows["a.next"]
    row.add.click()
    assert row.field.listening
    QApplication.sendEvent(row.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, NONE, "j"))
    assert page.keys["a.next"] == ("N", "Ctrl+Right", "J")


def test_a_key_of_another_action_is_refused_in_words_and_may_be_taken_over(page):
    row = page.rows["a.map"]
    press(row, Qt.Key.Key_I, NONE, "i")
    assert row.message.text() == "I belongs to “Invert”."
    assert page.keys["a.map"] == ("H",)
    assert row.take.isVisible()
    row.take.click()
    assert page.keys["a.map"] == ("I",)
    assert page.keys["a.invert"] == ()
    assert page.rows["a.invert"].message.text() == "Its key I is used elsewhere now."
    assert not row.message.isVisible()


def test_keys_that_lists_and_fields_need_are_refused(page):
    row = page.rows["a.map"]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        press(row, key)
        assert "moves in lists and fields" in row.message.text()
    assert page.keys["a.map"] == ("H",)
    press(row, Qt.Key.Key_Down, CTRL)
    assert page.keys["a.map"] == ("Ctrl+Down",)


def test_escape_leaves_it_as_it_is_and_backspace_takes_the_key_away(page):
    row = page.rows["a.map"]
    press(row, Qt.Key.Key_Escape)
    assert page.keys["a.map"] == ("H",)
    assert not row.field.listening
    press(row, Qt.Key.Key_Backspace)
    assert page.keys["a.map"] == ()
    assert row.field.text() == "no key"
    assert page.stored() == ("a.map",)


def test_held_keys_alone_are_not_an_answer(page):
    row = page.rows["a.map"]
    press(row, Qt.Key.Key_Control, CTRL)
    assert row.field.listening


def test_one_action_or_all_are_put_back(page):
    press(page.rows["a.map"], Qt.Key.Key_M)
    press(page.rows["a.next"], Qt.Key.Key_J)
    assert page.rows["a.map"].back.isEnabled()
    page.rows["a.map"].back.click()
    assert page.keys["a.map"] == ("H",)
    assert not page.rows["a.map"].back.isEnabled()
    page.all_back.click()
    assert page.stored() == ()
    assert not page.all_back.isEnabled()


def test_putting_back_a_key_that_another_action_has_now_says_so(page):
    press(page.rows["a.invert"], Qt.Key.Key_X)
    press(page.rows["a.map"], Qt.Key.Key_I)
    page.rows["a.invert"].back.click()
    assert page.keys["a.invert"] == ()
    assert page.rows["a.invert"].message.text() == "I belongs to “Show heat map”."


def test_keys_of_actions_that_are_not_shown_here_are_kept(qtbot):
    page = KeysPage([("Study", [action("a.map", "Map", "H")])], ("elsewhere.x\tCtrl+J", "a.map\tM"))
    qtbot.addWidget(page)
    assert page.keys["a.map"] == ("M",)
    assert page.stored() == ("a.map\tM", "elsewhere.x\tCtrl+J")


def test_shift_counts_only_where_it_does_not_choose_the_sign():
    def pressed(key, held, text):
        return sequence_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)).toString()

    assert pressed(Qt.Key.Key_Question, SHIFT, "?") == "?"
    assert pressed(Qt.Key.Key_F, SHIFT, "F") == "Shift+F"
    assert pressed(Qt.Key.Key_P, CTRL | SHIFT, "\x10") == "Ctrl+Shift+P"


def test_stored_lines_are_read_back_and_nonsense_is_left_out():
    changed = {"window.next": ("J", "Ctrl++"), "viewer.map": ()}
    assert key_bindings.parse(key_bindings.lines(changed)) == changed
    assert key_bindings.parse(("", "\tA", "x\t", "x\tCtrl+K\t")) == {}


# --- in the window


def test_no_two_actions_of_the_window_share_a_key(make_window):
    window = make_window()
    page = KeysPage(window.dialogs.key_groups())
    taken = [key_bindings.owner_of(key, page.keys, name) for name, keys in page.keys.items() for key in keys]
    assert not [name for name in taken if name]


def test_changed_keys_work_in_the_window_and_stand_in_tooltips_and_on_the_sheet(qtbot, make_window, speak):
    keys = ("window.next\tJ", "viewer.map\tCtrl+M", "window.read_and_next\tF8", "window.impression_1\tCtrl+7")
    window = make_window(entries([0.9, 0.5, 0.1]), replace(Settings(), keys=keys))
    view = window.worklist.view
    view.select_row(0)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert view.currentIndex().row() == 1
    assert window.named["next"].toolTip().endswith("(J)")
    assert "(Ctrl+M)" in window.viewer.viewer_actions["map"].toolTip()
    assert "F8" in window.findings._read.text()
    sheet = ShortcutsSheet(window.dialogs.shortcut_groups(), window)
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"J", "Ctrl+M", "F8", "Ctrl+7"} <= words
    assert "Alt+1 … Alt+6" not in words


def test_the_sheet_joins_rows_of_keys_while_they_are_their_own(make_window):
    groups = dict(make_window().dialogs.shortcut_groups())
    assert ("Alt+1 … Alt+6", "Your impression, by the place of its button") in groups["Study"]
    assert ("1 … 9", "Window presets") in groups["Image"]
    assert ("0", "Full range") in groups["Image"]


def test_keys_are_found_by_their_action_or_by_themselves_and_saved_with_the_rest(qtbot, make_window):
    window = make_window()
    dialog = SettingsDialog(window.settings(), (), window, window.dialogs.key_groups(), KEYS)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.page() == KEYS
    dialog.search.setText("heat map")
    seen = {row.about.name for row in dialog.keys.rows.values() if row.isVisible()}
    assert "viewer.map" in seen
    assert "window.next" not in seen
    dialog.search.setText("ctrl+k")
    assert [row.about.name for row in dialog.keys.rows.values() if row.isVisible()] == ["window.correct"]
    press(dialog.keys.rows["window.correct"], Qt.Key.Key_Y, CTRL)
    assert dialog.settings().keys == ("window.correct\tCtrl+Y",)
    assert QKeySequence("Ctrl+Y") not in window.named["correct"].shortcuts()

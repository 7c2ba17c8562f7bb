"""The window as a reader uses it: keys, menus, states in words, memory, and what it tells the program (qtbot)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolButton

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.settings import Settings
from cxr_desktop.ui import key_bindings
from cxr_desktop.ui.empty_state import Emptiness
from cxr_desktop.ui.theme import DARK, LIGHT
from cxr_desktop.ui.viewer.placeholder import ViewerState
from tests.ui.entries import CARD, entries, entry, header, refused_entry, unreadable_entry


def grey(path: str) -> GreyImage:
    pixels = np.arange(40 * 30, dtype=np.uint16).reshape(40, 30)
    return GreyImage(header(path), pixels, 1.0, 0.0, "", (), False, None, ())


# --- what the reader sees


def test_a_full_hd_screen_at_two_hundred_per_cent_holds_the_window_and_no_part_covers_another(make_window, qtbot):
    window = make_window([entry(0, 0.94), refused_entry(1)])
    window.worklist.view.select_row(0)
    assert (window.minimumWidth(), window.minimumHeight()) == (960, 540)
    window.resize(960, 540)
    qtbot.waitUntil(lambda: window.width() == 960, timeout=1000)
    parts = [window.splitter.widget(position).geometry() for position in range(3)]
    for before, after in pairwise(parts):
        assert before.right() < after.left()
    assert parts[-1].right() < 960


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (2560, 1440)])
def test_at_every_size_the_columns_share_the_window_and_the_list_needs_no_sideways_scrolling(qtbot, make_window, size):
    window = make_window(entries([0.9, 0.5, 0.1]))
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0], timeout=1000)
    worklist, viewer, findings = window.splitter.sizes()
    assert worklist >= 540
    assert viewer >= 400
    assert findings >= 320
    qtbot.waitUntil(lambda: window.worklist.view.horizontalScrollBar().maximum() == 0, timeout=1000)


def test_the_window_is_called_by_the_program_and_never_by_a_patient(make_window):
    window = make_window([entry(0, 0.9)], folder="DOE JANE")
    window.worklist.view.select_row(0)
    assert window.windowTitle() == "cxr-desktop"


def test_sums_stand_over_the_list_and_follow_the_filter(make_window):
    window = make_window([entry(0, 0.94), entry(1, 0.5), refused_entry(2), entry(3, 0.1, ReadState.READ)])
    assert window.worklist.summary() == "3 unread  1 above both operating points · 1 not scored"
    window.model.set_filter("risk>0.4")
    assert window.worklist.summary().startswith("3 unread  2 of 4 shown · ")


def test_empty_states_say_why_and_what_to_do(make_window):
    window = make_window(folder="")
    empty = window.worklist.empty
    assert empty.isVisible()
    assert empty._emptiness is Emptiness.NO_FOLDER
    assert empty._open.isVisible()
    assert empty._demo.isVisible()
    window.set_folder("Emergency")
    window.set_scanning(12)
    assert empty._emptiness is Emptiness.SCANNING
    assert window.status.texts()[0] == "Looking for images, 12 found"
    window.set_scanning(None)
    assert empty._emptiness is Emptiness.NOTHING_FOUND
    assert window.status.texts()[0] == ""
    window.model.upsert([entry(0, 0.5)])
    assert not empty.isVisible()
    window.model.set_filter("nobody")
    assert empty._emptiness is Emptiness.NO_MATCH
    window.top.filter.setText("nobody")
    empty._clear.click()
    assert window.top.filter.text() == ""


def test_progress_is_told_in_words(make_window):
    window = make_window(entries([None] * 3))
    window.set_progress(214, 1300, 9.8, 110)
    assert window.status.texts()[:2] == ("Scoring 214 of 1,300", "9.8 images/s · 1 min 50 s left")
    window.set_paused(True)
    window.set_progress(214, 1300, 9.8, 110)
    assert window.status.texts()[:2] == ("Paused at 214 of 1,300", "")
    window.set_engine_state("Engine restarted", is_warning=True)
    assert window.status.texts()[2] == "Engine restarted"
    window.set_idle(1300)
    assert window.status.texts()[:2] == ("1,300 images done", "")
    window.set_idle(1)
    assert window.status.texts()[0] == "1 image done"
    assert not window.status._pause.isVisible()


def test_model_and_device_stand_at_the_right(make_window):
    window = make_window()
    window.set_device("CPU fp32")
    assert window.top.texts() == ("Emergency", "Triage model 1.2 · CPU fp32")


def test_pause_and_cancel_are_told_once(qtbot, make_window):
    window = make_window(entries([None]))
    window.set_progress(0, 10)
    told = []
    window.pause_toggled.connect(told.append)
    qtbot.mouseClick(window.status._pause, Qt.MouseButton.LeftButton)
    window.named["pause"].trigger()
    assert told == [True, False]
    assert not window.status.is_paused()
    with qtbot.waitSignal(window.cancel_requested):
        qtbot.mouseClick(window.status._cancel, Qt.MouseButton.LeftButton)


# --- the study in hand


def test_choosing_a_study_asks_for_its_pixels_shows_its_findings_and_what_comes_next(qtbot, make_window):
    window = make_window(entries([0.9, 0.8, 0.7, 0.6]))
    studies, images, ahead = [], [], []
    window.study_selected.connect(studies.append)
    window.image_requested.connect(images.append)
    window.prefetch_requested.connect(ahead.append)
    window.worklist.view.select_row(1)
    assert studies == [window.model.entry_at(1).key]
    assert images == ["/data/1.dcm"]
    assert ahead == [["/data/2.dcm", "/data/3.dcm"]]
    assert window.findings.headline()[0] == "0.80"
    assert window.viewer.state is ViewerState.LOADING
    assert window.show_image(grey("/data/1.dcm"))
    assert window.viewer.image is not None
    assert not window.show_image(grey("/data/3.dcm"))


def test_when_another_image_is_asked_for_the_former_pixels_are_let_go(make_window):
    window = make_window(entries([0.9, 0.8]))
    window.worklist.view.select_row(0)
    window.show_image(grey("/data/0.dcm"))
    held = []
    window.image_requested.connect(lambda _path: held.append(window.viewer.image))
    window.worklist.view.select_row(1)
    window.model.clear()
    assert held == [None, None]


def test_numbers_that_come_later_are_shown_at_once(make_window):
    window = make_window(entries([None, 0.1]))
    window.worklist.view.select_row(0)
    assert window.findings.headline() == ("—", "waiting to be scored")
    window.model.upsert([entry(0, 0.77)])
    assert window.findings.headline() == ("0.77", "above both operating points")


def test_an_image_that_cannot_be_shown_says_why(make_window):
    window = make_window([entry(0, 0.9), unreadable_entry(1)])
    window.worklist.view.select_row(0)
    window.show_image_failure("/data/0.dcm", "the drive is gone")
    assert window.viewer.state is ViewerState.FAILED
    images = []
    window.image_requested.connect(images.append)
    window.worklist.view.select_key(unreadable_entry(1).key)
    assert images == [""]
    assert window.viewer.state is ViewerState.FAILED


def test_the_wheel_goes_through_the_images_of_a_study(make_window):
    study = entry(0, 0.9)
    second = replace(study.leading, identity=replace(study.leading.identity, path="/data/0b.dcm"), prediction=None)
    window = make_window([study.with_image(second)])
    images = []
    window.image_requested.connect(images.append)
    window.worklist.view.select_row(0)
    window.viewer.next_image_requested.emit()
    window.viewer.next_image_requested.emit()
    assert window.current_path() == "/data/0b.dcm"
    assert window.findings.headline()[1] == "waiting to be scored"
    window.viewer.previous_image_requested.emit()
    assert images == ["/data/0.dcm", "/data/0b.dcm", "/data/0.dcm"]


def test_panel_and_image_show_the_same_heat_map(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    qtbot.mouseClick(window.findings.class_rows.row(Finding.PNEUMONIA), Qt.MouseButton.LeftButton)
    overlay = window.viewer.reading.overlay
    assert overlay.finding == Finding.PNEUMONIA
    window.findings.heat_map.controls.opacity.setValue(80)
    assert overlay.opacity == pytest.approx(0.8)
    window.findings.heat_map.controls.shown.click()
    assert not overlay.visible
    window.viewer.overlay_changed.emit(Finding.NORMAL, True, 0.3)
    assert window.findings.finding() == Finding.NORMAL
    assert window.findings.heat_map.controls.shown.isChecked()
    window.viewer.below_operating_point_changed.emit(True)
    assert window.settings().overlay_below_operating_point
    assert window.settings().overlay_opacity == pytest.approx(0.3)


# --- keys


@pytest.mark.parametrize(
    ("key", "row"),
    [("N", 1), ("Ctrl+Right", 1), ("P", 0), ("U", 2)],
)
def test_single_keys_move_through_the_list(qtbot, make_window, key, row):
    window = make_window([entry(0, 0.9), entry(1, 0.8, ReadState.READ), entry(2, 0.7)])
    window.worklist.view.select_row(0)
    press(qtbot, window.worklist.view, key)
    assert window.worklist.view.currentIndex().row() == row


@pytest.mark.parametrize(("key", "state"), [("/", ReadState.READ), (".", ReadState.UNREAD)])
def test_reading_states_are_asked_for_all_chosen_studies(qtbot, make_window, key, state):
    window = make_window(entries([0.9, 0.8, 0.7]))
    view = window.worklist.view
    view.select_row(0)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(window.read_state_requested) as told:
        press(qtbot, view, key)
    assert told.args == [[window.model.entry_at(0).key, window.model.entry_at(1).key], state]


def test_ctrl_enter_marks_read_and_goes_on(qtbot, make_window):
    window = make_window(entries([0.9, 0.8]))
    view = window.worklist.view
    view.select_row(0)
    first = view.selected_key()
    with qtbot.waitSignal(window.read_state_requested) as told:
        press(qtbot, view, "Ctrl+Return")
    assert told.args == [[first], ReadState.READ]
    assert view.currentIndex().row() == 1


def test_enter_opens_the_study_and_gives_the_keys_to_the_image(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    with qtbot.waitSignal(window.read_state_requested) as told:
        qtbot.keyClick(window.worklist.view, Qt.Key.Key_Return)
    assert told.args[1] is ReadState.IN_READING
    assert window.focusWidget() is window.viewer


def test_letters_typed_into_the_filter_do_nothing_else(qtbot, make_window):
    window = make_window(entries([0.9, 0.8]))
    window.worklist.view.select_row(0)
    press(qtbot, window.worklist.view, "Ctrl+F")
    field = window.top.filter
    assert window.focusWidget() is field
    told = []
    window.read_state_requested.connect(lambda *args: told.append(args))
    qtbot.keyClicks(field, "nuphi/.?ocw0")
    assert field.text() == "nuphi/.?ocw0"
    assert told == []
    assert window.worklist.view.currentIndex().row() == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.worklist.view


def test_the_filter_reaches_the_list_shortly_after_typing(qtbot, make_window):
    window = make_window(entries([0.9, 0.1]))
    qtbot.keyClicks(window.top.filter, "risk>0.5")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1, timeout=2000)


def test_no_two_actions_of_the_window_share_a_key(make_window):
    window = make_window()
    seen: dict[str, str] = {}
    for action in [*window.named.all.values(), *window.viewer.viewer_actions.all.values()]:
        for key in action.shortcuts():
            assert key.toString() not in seen, (key.toString(), action.text(), seen.get(key.toString()))
            seen[key.toString()] = action.text()


def test_every_key_of_the_agreed_table_is_there(make_window):
    window = make_window()
    keys = {
        key.toString()
        for action in [*window.named.all.values(), *window.viewer.viewer_actions.all.values()]
        for key in action.shortcuts()
    }
    wanted = (
        "W I R F Shift+F 0 1 9 D A N P U Ctrl+Right Ctrl+Left O H C L Ctrl+Shift+P F11 / . Ctrl+Return Ctrl+Z Ctrl+O ?"
    )
    assert set(wanted.split()) <= keys


def press(qtbot, widget, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


# --- menus and dialogs


def test_nothing_is_offered_that_would_do_nothing(make_window):
    window = make_window(folder="")
    off = {name for name, action in window.named.all.items() if not action.isEnabled()}
    assert off == {
        "export", "close_folder", "mark_read", "mark_unread", "read_and_next", "undo", "score_anyway",
        "shortcut_test", "correct", "rotate_left", "rotate_right", "pause", "cancel",
        *(f"impression_{number}" for number in range(1, 10)),
        "open_study", "copy_table", "copy_id", "copy_accession", "copy_path", "show_file",
        "go_to_new", "verdict_agree", "verdict_disagree", "verdict_unsure", "write_note", "record_impression",
            "class_agree", "class_disagree", "stop_map",
        "urgency_stat", "urgency_high", "urgency_routine", "urgency_ordered",
    }  # fmt: skip
    window.model.upsert([refused_entry(0)])
    window.worklist.view.select_row(0)
    assert window.named["score_anyway"].isEnabled()
    assert window.named["rotate_left"].isEnabled()
    assert window.named["export"].isEnabled()
    window.model.upsert([entry(0, 0.5)])
    assert not window.named["score_anyway"].isEnabled()


def test_no_key_of_the_window_is_given_twice(make_window):
    window = make_window()
    groups = (window.named.all, window.viewer.viewer_actions.all, window.stage_room.actions.all)
    keys = [key.toString() for group in groups for action in group.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_no_menu_or_bar_promises_what_does_not_exist(make_window):
    window = make_window(entries([0.9]))
    words = [button.text() for button in window.top.findChildren(QPushButton)]
    words += [action.text() for menu in window.menus._bar.actions() for action in menu.menu().actions()]
    assert not [word for word in words if any(dead in word for dead in ("Report",))]
    assert [menu.text() for menu in window.menus._bar.actions()] == ["File", "View", "Study", "Model", "Help"]


def test_folders_are_opened_from_dialog_menu_and_empty_list(qtbot, make_window, monkeypatch):
    window = make_window(settings=replace(Settings(), recent_folders=("/a/one", "/a/two & three")), folder="")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: "/chosen")
    told = []
    window.open_folder_requested.connect(told.append)
    window.named["open_folder"].trigger()
    window.menus.recent.actions()[1].trigger()
    window.worklist.empty._recent_box.itemAt(0).widget().click()
    assert told == ["/chosen", "/a/two & three", "/a/one"]
    with qtbot.waitSignal(window.demo_requested):
        window.worklist.empty._demo.click()


def test_the_key_of_exports_asks_for_the_dialog(qtbot, make_window):
    window = make_window(entries([0.9]))
    with qtbot.waitSignal(window.export_requested):
        window.named["export"].trigger()


def test_models_are_listed_and_the_one_in_use_is_ticked(qtbot, make_window):
    window = make_window()
    other = replace(CARD, name="other", title="Other & more", version="2")
    window.set_models([CARD, other], "triage-1")
    actions = window.menus.model.actions()
    assert [a.text() for a in actions[:2]] == ["Triage model 1.2", "Other && more 2"]
    assert actions[0].isChecked()
    with qtbot.waitSignal(window.model_selected) as told:
        actions[1].trigger()
    assert told.args == ["other"]
    window.set_models([], "")
    assert window.menus.model.actions()[0].text() == "No model found"


def test_undo_names_what_it_takes_back(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.set_undo("mark read")
    assert window.named["undo"].text() == "&Undo mark read"
    with qtbot.waitSignal(window.undo_requested):
        press(qtbot, window.worklist.view, "Ctrl+Z")
    window.set_undo("")
    assert not window.named["undo"].isEnabled()


def test_turning_names_the_image_in_hand(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    with qtbot.waitSignal(window.rotate_requested) as told:
        window.named["rotate_right"].trigger()
    assert told.args == ["/data/0.dcm", -1]


def test_columns_can_be_folded_away_by_keys(qtbot, make_window):
    window = make_window(entries([0.9]))
    press(qtbot, window.worklist.view, "Ctrl+2")
    assert not window.findings.isVisible()
    press(qtbot, window.worklist.view, "Ctrl+1")
    assert not window.worklist.isVisible()
    qtbot.waitUntil(lambda: window.splitter.sizes()[1] == window.width(), timeout=1000)
    window.named["show_worklist"].trigger()
    window.named["show_findings"].trigger()
    assert window.worklist.isVisible()
    assert window.findings.isVisible()


def test_full_screen_is_the_image_alone_and_esc_brings_all_back(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.findings.hide()
    window.viewer.full_screen_toggled.emit()
    assert not window.worklist.isVisible()
    assert not window.top.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.worklist.isVisible()
    assert not window.findings.isVisible()


# --- identity


def test_hidden_identity_is_hidden_everywhere(qtbot, make_window):
    settings = replace(Settings(), recent_folders=("/patients/DOE",))
    window = make_window([entry(0, 0.9)], settings, folder="DOE JANE")
    window.worklist.view.select_row(0)
    window.show_image(grey("/data/0.dcm"))
    press(qtbot, window.worklist.view, "Ctrl+Shift+P")
    assert window.top.texts()[0] == ""
    assert window.menus.recent.isEnabled() is False
    index = window.model.index(0, 0)
    texts = [
        str(index.siblingAtColumn(column).data(role))
        for column in range(window.model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    ]
    texts.append(window.worklist.view.delegate.tooltip(window.model.entry_at(0)))
    texts.extend(window.viewer.corners().top_left)
    assert not [text for text in texts if "PHANTOM" in text or "DOE" in text or "P-0" in text]
    assert not window.settings().show_patient_identity


# --- settings and memory


def test_the_theme_changes_at_once_and_is_told_a_moment_later(qtbot, make_window):
    window = make_window(entries([0.9]))
    with qtbot.waitSignal(window.settings_changed) as told:
        window.named["light_theme"].trigger()
        assert QApplication.instance().palette().window().color().name().upper() == LIGHT.panel
        assert window.worklist.view.delegate.theme is LIGHT
    assert told.args[0].theme == "light"
    window.named["light_theme"].trigger()
    assert window.worklist.view.delegate.theme is DARK


def test_settings_set_by_the_program_are_shown_and_not_told(qtbot, make_window):
    window = make_window(entries([0.9]))
    with qtbot.assertNotEmitted(window.settings_changed, wait=500):
        window.set_settings(replace(Settings(), compact_rows=True, overlay_opacity=0.9, prevalence=0.2))
    assert window.worklist.view.rowHeight(0) == 32
    assert window.named["compact"].isChecked()
    assert window.viewer.reading.overlay.opacity == pytest.approx(0.9)
    assert window.findings.evidence.prevalence() == pytest.approx(0.2, rel=0.02)


def test_what_was_changed_last_is_told_before_the_window_closes(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.findings.evidence._slider.setValue(600)
    with qtbot.waitSignals([window.settings_changed, window.closing], order="strict"):
        window.close()


def test_the_notice_is_accepted_once_or_the_window_closes(qtbot, make_window):
    from cxr_desktop.ui.notice_dialog import NoticeDialog

    window = make_window()
    window.dialogs.require_notice()
    notice = window.findChild(NoticeDialog)
    with qtbot.waitSignals([window.settings_changed, window.notice_acknowledged], order="strict"):
        qtbot.mouseClick(notice.agree, Qt.MouseButton.LeftButton)
    assert window.settings().notice_acknowledged
    assert window.isVisible()
    window.dialogs.require_notice()
    refused = next(dialog for dialog in window.findChildren(NoticeDialog) if dialog.isVisible())
    with qtbot.waitSignal(window.closing):
        qtbot.keyClick(refused, Qt.Key.Key_Escape)


def test_geometry_columns_and_their_widths_are_remembered(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.resize(1500, 900)
    window.splitter.setSizes([700, 450, 348])
    window.splitter.splitterMoved.emit(700, 1)
    from cxr_desktop.bridge.worklist_model import Column

    window.worklist.view.header.show_column(Column.STATE, True)
    window.close()
    again = make_window(entries([0.9]))
    # The offscreen screen is smaller than the window, so its size itself is cut to the screen's.
    again.resize(1500, 900)
    qtbot.waitUntil(lambda: again.splitter.sizes()[0] + again.splitter.sizes()[2] == 700 + 348, timeout=1000)
    assert again.worklist.view.header.is_shown(Column.STATE)


def test_the_remembered_state_names_no_patient_and_no_folder(make_window, private_home):
    from cxr_desktop import paths

    window = make_window([entry(0, 0.9)], folder="DOE JANE")
    window.worklist.view.select_row(0)
    window.close()
    text = paths.window_state_file().read_text(encoding="utf-8")
    assert "PHANTOM" not in text
    assert "DOE" not in text


# --- drag and drop


def test_files_and_folders_of_this_computer_may_be_dropped(qtbot, make_window):
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/data/folder"), QUrl("https://example.org/x.dcm")])
    left = Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    drop = QDropEvent(QPointF(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.cue.isVisible()
    assert window.cue.geometry() == window.rect()
    with qtbot.waitSignal(window.paths_dropped) as told:
        QApplication.sendEvent(window, drop)
    assert told.args == [["/data/folder"]]
    assert not window.cue.isVisible()


# --- reading aloud


def test_every_button_and_field_has_a_name_for_screen_readers_and_a_tooltip(make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    for button in window.findChildren(QToolButton):
        if button.objectName() == "qt_menubar_ext_button" or button.parent() is window.top.filter:
            continue
        assert button.accessibleName() or button.text() or button.toolTip(), button
    for part in (window.worklist.view, window.viewer, window.findings, window.top.filter, window.status._bar):
        assert part.accessibleName()
    for action in window.named.all.values():
        assert action.toolTip()


def test_tooltips_name_their_keys(make_window):
    window = make_window()
    for name, action in window.named.all.items():
        if not action.shortcut().isEmpty():
            assert key_bindings.shown([action.shortcut()]) in action.toolTip(), name
    assert "Ctrl+Enter" in window.findings._read.toolTip()
    assert "Ctrl+O" in window.top._open.toolTip()
    assert "Ctrl+F" in window.top.filter.toolTip()


def test_the_row_menu_belongs_to_rows_only(qtbot, make_window, monkeypatch):
    window = make_window(entries([0.9]))
    opened = []
    monkeypatch.setattr(type(window.menus.study_context), "popup", lambda menu, where: opened.append(where))
    from PySide6.QtGui import QContextMenuEvent

    for y in (10, 400):
        where = QPoint(40, y)
        window.worklist.view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, where))
    assert len(opened) == 1

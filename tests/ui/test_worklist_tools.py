"""Sums that filter, groups, saved filters, pictures and copies, in a whole window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from cxr_desktop.bridge.worklist_model import Column, GroupBy
from cxr_desktop.bridge.worklist_order import TRIAGE
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.imaging.thumbnail import Thumbnail
from cxr_desktop.settings import Settings
from cxr_desktop.ui.saved_filters import SavedFilter
from tests.ui.entries import entry, refused_entry


@pytest.fixture
def window(make_window):
    return make_window(
        [
            entry(0, 0.94, accession_number="ACC-0"),
            entry(1, 0.5, accession_number="ACC-1"),
            refused_entry(2),
            entry(3, 0.1, ReadState.READ),
            replace(entry(4, 0.2), set_urgency=Urgency.STAT),
        ]
    )


def orders(window) -> list[int]:
    return [each.order for each in window.model.shown_entries()]


def test_a_click_on_a_sum_shows_those_studies_and_another_shows_all(qtbot, window):
    counts = window.worklist.counts
    assert counts.texts() == ["4 unread", "1 STAT", "1 above both operating points", "1 not scored"]
    counts._buttons[3].click()
    assert window.top.filter.text() == "not-scored"
    assert orders(window) == [2]
    assert counts.texts()[1] == "1 of 5 shown"
    assert counts._buttons[4].isChecked()
    counts._buttons[4].click()
    assert window.top.filter.text() == ""
    assert len(orders(window)) == 5
    counts._buttons[0].click()
    counts._buttons[1].click()
    assert len(orders(window)) == 5


def test_sums_use_few_words_where_there_is_little_room(qtbot, window):
    counts = window.worklist.counts
    counts.resize(360, counts.height())
    assert counts._buttons[2].text() == "1 above"
    counts.resize(900, counts.height())
    assert counts._buttons[2].text() == "1 above both operating points"
    assert "Click" in counts._buttons[2].toolTip()


def test_what_is_wrong_with_the_filter_stands_over_the_list(window):
    window.top.filter.put("risk>much")
    assert window.worklist.trouble.isVisible()
    assert "risk>0.5" in window.worklist.trouble.words()
    window.top.filter.put("risk>0.4")
    assert not window.worklist.trouble.isVisible()


def test_escape_clears_a_filter_from_the_list_and_from_its_empty_place(qtbot, window):
    window.top.filter.put("unread")
    window.worklist.view.setFocus()
    qtbot.keyClick(window.worklist.view, Qt.Key.Key_Escape)
    assert window.top.filter.text() == ""
    window.top.filter.put("nobody")
    assert window.worklist.empty.isVisible()
    qtbot.keyClick(window.worklist.empty, Qt.Key.Key_Escape)
    assert window.top.filter.text() == ""


def test_groups_are_chosen_in_the_menu_and_remembered(qtbot, window):
    told = []
    window.settings_changed.connect(told.append)
    menu = window.menus.groups
    assert [action.isChecked() for action in menu.actions()[:4]] == [True, False, False, False]
    menu.actions()[2].trigger()
    assert window.model.group_by is GroupBy.READING
    window.set_settings(Settings())
    assert window.model.group_by is GroupBy.NOT_SCORED
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].group_by == "not_scored" or told[0].group_by == "reading"


def test_filters_are_saved_in_the_settings_and_chosen_again(qtbot, window):
    window.top.filter.put("risk>0.4")
    window.tools.saved._ask = lambda *_: "High ones"
    window.tools.saved.keep(window.top.filter.text())
    assert window.settings().saved_filters == ("High ones\trisk>0.4",)
    window.top.filter.put("")
    window.tools.saved.chosen.emit("risk>0.4")
    assert orders(window) == [0, 1]
    window.set_settings(replace(Settings(), saved_filters=("A\tunread",)))
    assert window.tools.saved.filters() == [SavedFilter("A", "unread")]


def test_the_order_of_triage_comes_back_by_its_action(window):
    window.worklist.view.header._sort_by(window.model.sort_keys[:0] or [TRIAGE[0]._replace(column=Column.PATIENT)])
    assert window.model.sort_keys != TRIAGE
    window.named["reset_sort"].trigger()
    assert window.model.sort_keys == TRIAGE


def test_what_identifies_is_copied_only_while_it_is_shown(window):
    window.worklist.view.select_key(entry(1).key)
    window.named["copy_accession"].trigger()
    assert QGuiApplication.clipboard().text() == "ACC-1"
    window.named["copy_id"].trigger()
    assert QGuiApplication.clipboard().text() == "P-1"
    window.named["copy_path"].trigger()
    assert QGuiApplication.clipboard().text() == "/data/1.dcm"
    window.set_settings(replace(window.settings(), show_patient_identity=False))
    assert not any(window.named[name].isEnabled() for name in ("copy_id", "copy_accession", "copy_path", "show_file"))
    window.named["copy_table"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Study 2" in copied
    assert "P-1" not in copied


def test_the_menu_of_a_study_offers_what_can_be_done_with_it(window):
    window.worklist.view.select_key(entry(1).key)
    words = [action.text().replace("&", "") for action in window.menus.study_context.actions()]
    assert words[0] == "Open"
    assert {"Copy", "Your impression", "Show in file manager", "Mark read", "Export results…"} <= set(words)
    activated = []
    window.worklist.view.study_activated.connect(activated.append)
    window.named["open_study"].trigger()
    assert activated == [entry(1).key]


def test_small_pictures_are_asked_for_when_they_are_shown_and_for_rows_on_screen_only(qtbot, make_window):
    window = make_window([entry(n, 0.9 - n / 1000) for n in range(300)])
    pictures = window.tools.pictures
    with qtbot.assertNotEmitted(pictures.wanted, wait=1):
        window.worklist.view.viewport().repaint()
    with qtbot.waitSignal(pictures.wanted) as told:
        window.named["pictures"].setChecked(True)
    assert told.args[0][0] == "/data/0.dcm"
    assert len(told.args[0]) < 30
    before = window.worklist.view.viewport().grab().toImage()
    pictures.put("/data/0.dcm", Thumbnail(4, 4, bytes([255]) * 16))
    pictures.fail("/data/1.dcm")
    assert window.worklist.view.viewport().grab().toImage() != before
    assert pictures.of(window.model.entry_at(0)) is not None
    assert pictures.of(window.model.entry_at(1)) is None
    window.worklist.view.header.reset_arrangement()
    assert not window.named["pictures"].isChecked()


def test_rows_that_scroll_into_sight_come_first_and_those_beside_them_are_not_forgotten(qtbot, window):
    pictures, studies = window.tools.pictures, window.model.entries()
    for few in (studies[:2], studies[2:4]):
        with qtbot.waitSignal(pictures.wanted) as told:
            for study in few:
                pictures.of(study)
    assert told.args[0] == [study.leading.path for study in (*studies[2:4], *studies[:2])]


def test_small_pictures_are_turned_as_the_reader_turned_them_and_kept_within_a_bound(qtbot, window, monkeypatch):
    pictures = window.tools.pictures
    study = window.model.entry(entry(1).key)
    pictures.of(study)
    with qtbot.waitSignal(pictures.wanted):
        pass
    pictures.put(study.leading.path, Thumbnail(4, 8, bytes(range(32))))
    turned = replace(study, images=(replace(study.leading, quarter_turns=1, inverted=True),))
    assert (pictures.of(study).width(), pictures.of(turned).width()) == (8, 4)
    # Counter-clockwise: the right upper corner comes to the left.
    corner = pictures.of(turned).toImage().pixelColor(0, 0).red()
    assert corner == 255 - 7
    monkeypatch.setattr("cxr_desktop.ui.worklist_pictures.KEPT_BYTES", 40)
    other = window.model.entry(entry(0).key)
    pictures.of(other)
    with qtbot.waitSignal(pictures.wanted):
        pass
    pictures.put(other.leading.path, Thumbnail(4, 8, bytes(32)))
    assert pictures.of(other) is not None
    assert pictures.of(study) is None


def test_rows_are_folded_by_the_pointer_in_a_window(qtbot, window):
    view = window.worklist.view
    place = view.rowViewportPosition(next(iter(window.model.heads())).position) + 10
    before = window.model.rowCount()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, place))
    assert window.model.rowCount() == before - 1


def test_headings_are_spoken_by_their_full_names(window):
    spoken = [
        window.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for column in (Column.RISK, Column.WAIT, Column.PICTURE)
    ]
    assert spoken == ["COVID-19 risk", "Time since the study arrived", "Small picture"]

"""The manual's window: F1 where the focus is, search, the way back, dialogs, languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog

from cxr_desktop import paths
from cxr_desktop.settings import Settings
from cxr_desktop.ui.help.help_desk import set_topic, topic_of
from cxr_desktop.ui.help.manual_window import ManualWindow
from cxr_desktop.ui.help.pages import load
from cxr_desktop.ui.help.why_link import WhyLink
from cxr_desktop.ui.theme import LIGHT
from tests.ui.entries import entries, entry, refused_entry
from tests.ui.test_accessibility import nameless, reachable


@pytest.fixture
def manual(qtbot):
    window = ManualWindow(load(paths.manual_dir()), paths.manual_dir(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    return window


def test_f1_opens_the_page_that_goes_with_where_the_focus_is(make_window, qtbot):
    window = make_window(entries([0.9]))
    window.worklist.view.setFocus()
    qtbot.keyClick(window.worklist.view, Qt.Key.Key_F1)
    assert window.help.manual().topic() == "first-day#the-list"
    window.activateWindow()
    window.viewer.setFocus()
    window.help.open_here()
    assert window.help.manual().topic() == "first-day#the-image"
    assert window.help.manual().isVisible()


@pytest.mark.parametrize(
    ("part", "topic"),
    [
        (lambda w: w.findings.heat_map.controls.methods, "heat-maps"),
        (lambda w: w.findings.evidence, "numbers#what-the-evidence-table-says"),
        (lambda w: w.findings.impression, "first-day#say-what-you-see"),
        (lambda w: w.top.filter, "first-day#find-and-sort"),
        (lambda w: w.worklist.empty, "first-day#open-a-folder"),
        (lambda w: w.findings.class_rows, "numbers"),
    ],
)
def test_every_part_of_the_window_has_its_topic(make_window, part, topic):
    assert topic_of(part(make_window())) == topic


def test_why_beside_risk_map_and_reason_leads_to_the_explanation(make_window, qtbot):
    window = make_window([entry(0, 0.94), refused_entry(1)])
    seen = []
    for key in (entry(0).key, entry(1).key):
        window.worklist.view.select_key(key)
        for link in window.findings.findChildren(WhyLink):
            if link.isVisibleTo(window):
                qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
                seen.append(window.help.manual().topic())
    assert seen == ["numbers#the-risk", "heat-maps#what-a-map-shows", "numbers#not-scored"]


def test_why_can_be_reached_and_is_spoken(make_window):
    window = make_window([entry(0, 0.94)])
    window.worklist.view.select_row(0)
    links = [part for part in reachable(window) if isinstance(part, WhyLink)]
    assert [link.accessibleName() for link in links] == [
        "Why? What this number means, and what it does not",
        "Why? What a heat map shows, and what it does not",
    ]


def test_a_dialog_has_its_own_page_and_the_manual_can_be_used_over_it(make_window, qtbot):
    window = make_window()
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    window.help.offer(dialog, "privacy#the-audit-log")
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    manual = window.help.manual()
    assert manual.topic() == "privacy#the-audit-log"
    assert manual.parentWidget() is dialog, "a modal dialog would let nobody into it otherwise"
    dialog.close()
    window.help.open("numbers")
    assert window.help.manual().parentWidget() is None


def test_the_manual_closes_with_its_dialog_and_with_the_window(make_window, qtbot):
    window = make_window()
    window.help.open("numbers")
    manual = window.help.manual()
    window.close()
    assert not manual.isVisible()
    assert window.help.manual() is None


def test_a_search_lists_sections_and_marks_the_words(manual, qtbot):
    qtbot.keyClicks(manual.search, "audit log")
    topics = manual.found()
    assert topics[0] == "privacy#the-audit-log"
    assert manual.places.count() == len(topics)
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.topic() == "privacy#the-audit-log"
    assert manual.page.marked() > 2
    qtbot.keyClick(manual.search, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.page.marked() == 0
    assert manual.isVisible()


def test_the_way_back_and_forward(manual):
    assert not manual.back.isEnabled()
    manual.open("numbers")
    manual.page.topic_chosen.emit("heat-maps#what-a-map-shows")
    manual.go_back()
    assert manual.topic() == "numbers"
    manual.go_forward()
    assert manual.topic() == "heat-maps#what-a-map-shows"
    manual.open("no-such-page")
    assert manual.topic() == "README"


def test_a_section_is_scrolled_to(manual, qtbot):
    manual.open("numbers#the-model-card")
    qtbot.waitUntil(lambda: manual.page.verticalScrollBar().value() > 200)


def test_the_theme_changes_and_the_place_stays(make_window):
    window = make_window()
    window.help.open("numbers#the-model-card")
    page = window.help.manual().page
    before = page.verticalScrollBar().value()
    window.change_settings(theme="light")
    assert page.palette().base().color().name() == LIGHT.panel.lower()
    assert page.verticalScrollBar().value() == before


def test_everything_in_the_manual_has_a_name_and_is_reached_by_tab(manual):
    assert nameless(manual) == []
    order = reachable(manual)
    assert [order.index(part) for part in (manual.search, manual.places, manual.page)] == sorted(
        order.index(part) for part in (manual.search, manual.places, manual.page)
    )


@pytest.mark.parametrize("language", ["he", "fa"])
def test_an_english_page_reads_from_the_left_in_a_window_that_reads_from_the_right(qtbot, speak, language):
    speak(language)
    window = ManualWindow(load(paths.manual_dir()), paths.manual_dir(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    block = window.page.document().begin()
    assert block.layout().lineAt(0).naturalTextRect().left() < 10
    assert window.places.mapTo(window, QPoint()).x() > window.page.mapTo(window, QPoint()).x()


def test_large_text_leaves_room_for_the_page(qtbot, speak):
    from cxr_desktop.ui import fonts

    fonts.set_text_percent(150)
    window = ManualWindow(load(paths.manual_dir()), paths.manual_dir(), LIGHT)
    qtbot.addWidget(window)
    window.show()
    assert window.page.width() > 1.6 * window.places.width()


def test_a_missing_manual_is_said_and_not_fatal(make_window, monkeypatch, tmp_path):
    window = make_window()
    monkeypatch.setattr(paths, "manual_dir", lambda: tmp_path / "gone")
    window.help.open("numbers")
    assert window.help.manual() is None
    assert window.banner.message() == "The manual is missing or cannot be read. Please install the program again."


def test_a_known_reader_is_told_of_another_version_once(make_window):
    window = make_window(settings=replace(Settings(), notice_acknowledged=True, last_version="0.0.9"))
    window.help.greet("0.1.0")
    assert window.help.news.texts() == ("This is version 0.1.0", "What has changed is in the Help menu.")
    assert window.settings().last_version == "0.1.0"
    window.help.show_news()
    assert window.help.news.texts() == ("", "")
    assert window.help.manual().topic() == "CHANGELOG"
    window.help.greet("0.1.0")
    assert window.help.news.texts() == ("", "")


@pytest.mark.parametrize("last", ["", "0.1.0"])
def test_nobody_is_told_of_the_version_that_he_knows_or_that_is_the_first(make_window, last):
    window = make_window(settings=replace(Settings(), notice_acknowledged=True, last_version=last))
    window.help.greet("0.1.0")
    assert window.help.news.texts() == ("", "")
    assert not window.help.tour.is_running


def test_widgets_take_their_topic_from_what_they_lie_in(qtbot):
    outer, inner = QDialog(), QDialog()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    assert topic_of(inner) == ""
    set_topic(outer, "numbers")
    assert topic_of(inner) == "numbers"
    assert topic_of(None) == ""

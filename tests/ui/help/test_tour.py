"""The tour: once by itself, after the first notice; by keyboard, beside what it speaks of, never in the way."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from cxr_desktop.settings import Settings
from cxr_desktop.ui import key_bindings
from cxr_desktop.ui.help.tour import place_beside
from tests.ui.entries import entries
from tests.ui.test_accessibility import nameless


def button(window, words):
    return next(b for b in window.help.tour.bubble.findChildren(QPushButton) if b.text() == words)


def test_the_first_reader_gets_the_tour_after_the_notice_and_only_then(make_window):
    window = make_window()
    window.help.greet("0.1.0")
    assert not window.help.tour.is_running
    window.dialogs._on_notice()
    assert window.help.tour.is_running
    assert window.settings().notice_acknowledged
    window.help.tour.stop()
    again = make_window(settings=window.settings())
    again.help.greet("0.1.0")
    assert not again.help.tour.is_running


def test_a_window_that_was_not_started_as_the_program_shows_no_tour(make_window):
    window = make_window()
    window.dialogs._on_notice()
    assert not window.help.tour.is_running


def test_four_steps_by_keyboard_alone_and_the_focus_comes_back(make_window, qtbot):
    window = make_window(entries([0.9, 0.5]))
    window.worklist.view.setFocus()
    window.named["tour"].trigger()
    tour = window.help.tour
    titles = []
    while tour.is_running:
        assert QApplication.focusWidget() is tour.bubble.next
        titles.append(tour.bubble.texts()[0])
        qtbot.keyClick(tour.bubble.next, Qt.Key.Key_Space)
    assert titles == ["The list sorts itself", "The image", "What a number is worth", "Your word counts"]
    assert QApplication.focusWidget() is window.worklist.view
    window.named["tour"].trigger()
    assert tour.bubble.texts()[2] == "1 of 4"


def test_escape_and_skip_end_it(make_window, qtbot):
    window = make_window()
    tour = window.help.tour
    tour.begin()
    qtbot.keyClick(tour.bubble.next, Qt.Key.Key_Escape)
    assert not tour.is_running
    assert not tour.frame.isVisible()
    tour.begin()
    qtbot.mouseClick(button(window, "Skip"), Qt.MouseButton.LeftButton)
    assert not tour.is_running


def test_the_window_can_be_used_meanwhile(make_window, qtbot):
    window = make_window(entries([0.9, 0.5, 0.1]))
    window.worklist.view.select_row(0)
    window.help.tour.begin()
    before = window.worklist.view.selected_key()
    qtbot.keyClick(window.help.tour.bubble.next, Qt.Key.Key_N)
    assert window.worklist.view.selected_key() != before
    assert window.help.tour.is_running
    assert window.help.tour.frame.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_each_step_frames_its_part_and_stands_in_the_window(make_window):
    window = make_window(entries([0.9]))
    tour = window.help.tour
    for at, part in enumerate((window.worklist, window.stage, window.findings, window.findings)):
        tour.start(at)
        assert tour.frame.geometry() == QRect(part.mapTo(window, QPoint()), part.size())
        assert window.rect().contains(tour.bubble.geometry())
    window.resize(1300, 760)
    assert tour.frame.geometry() == QRect(window.findings.mapTo(window, QPoint()), window.findings.size())


def test_words_name_the_readers_own_keys(make_window, speak):
    key_bindings.use(("window.open_folder\tCtrl+Shift+O", "viewer.map"))
    window = make_window(settings=Settings(keys=("window.open_folder\tCtrl+Alt+O", "viewer.map")))
    window.help.tour.begin()
    assert "(Ctrl+Alt+O)" in window.help.tour.bubble.texts()[1]
    window.help.tour.start(1)
    assert "no key shows or hides" in window.help.tour.bubble.texts()[1]


def test_everything_in_it_has_a_name(make_window):
    window = make_window()
    window.help.tour.begin()
    assert nameless(window) == []
    assert window.help.tour.bubble.next.accessibleName().startswith("Next. The list sorts itself. Open a folder")


def test_another_language_takes_the_tour_along(make_window):
    from cxr_desktop.ui.window_swap import replace_window

    window = make_window(entries([0.9]))
    window.help.tour.start(2)
    second = replace_window(window, make_window)
    assert second.help.tour.is_running
    assert second.help.tour.at == 2


@pytest.mark.parametrize(
    ("framed", "expected_side"),
    [
        (QRect(0, 50, 500, 800), "right"),
        (QRect(1200, 50, 400, 800), "left"),
        (QRect(0, 0, 1600, 1000), "inside"),
        (QRect(), "inside"),
    ],
)
def test_the_words_stand_where_there_is_room(framed, expected_side):
    window, size = QRect(0, 0, 1600, 1000), QSize(360, 180)
    at = QRect(place_beside(framed, size, window), size)
    assert window.contains(at)
    if expected_side == "right":
        assert at.left() > framed.right()
    elif expected_side == "left":
        assert at.right() < framed.left()
    else:
        assert framed.isEmpty() or framed.contains(at)

"""The window before its parts are there: soon, empty, and in the places where they will be."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.settings import Settings
from cxr_desktop.ui import window_state
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.theme import theme_named


def furnished(frame):
    words = CellWords()
    return frame.furnish(WorklistModel(words), words)


@pytest.fixture
def frame(qtbot):
    """``frame(**settings)`` is a window that has only its first look."""

    def make(**settings):
        made = MainWindow(Settings(**settings))
        qtbot.addWidget(made)
        return made

    return make


def test_it_is_painted_before_any_part_of_the_window_and_numpy_are_imported():
    code = (
        "import json, sys\n"
        "from cxr_desktop.frame import show_frame\n"
        "frame = show_frame()\n"
        "heavy = ('numpy', 'PIL', 'sqlite3', 'cxr_desktop.bridge', 'cxr_desktop.engine', 'cxr_desktop.imaging',\n"
        "         'cxr_desktop.worklist', 'cxr_desktop.ui.window_parts', 'cxr_desktop.app')\n"
        "print(json.dumps([frame.first_look.is_painted, [name for name in heavy if name in sys.modules]]))\n"
    )
    assert _told_by(code) == [True, []]


def test_from_then_on_no_thread_beside_the_window_s_collects_cycles():
    code = (
        "import gc, json\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from cxr_desktop.frame import show_frame\n"
        "from cxr_desktop.ui.cycle_collector import CycleCollector\n"
        "frame = show_frame()\n"
        "print(json.dumps([gc.isenabled(), len(QApplication.instance().findChildren(CycleCollector))]))\n"
    )
    assert _told_by(code) == [False, 1]


def _told_by(code: str) -> object:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return json.loads(said.stdout)


@pytest.mark.parametrize("width", [960, 1280, 1600, 2560])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_parts_come_to_lie_where_the_empty_columns_lay(qtbot, frame, speak, width, percent):
    window = frame(text_percent=percent)
    window.resize(width, 900)
    assert window.show_first_look()
    look = window.first_look
    bar, columns, foot = (look.layout().itemAt(place).widget() for place in range(3))
    heights, widths = (bar.height(), foot.height()), columns.sizes()
    size = window.size()
    furnished(window)
    qtbot.wait(20)
    assert (window.top.height(), window.status.height()) == heights
    if window.size() == size:  # large text may ask for more room than the window had
        assert window.splitter.sizes() == widths


def test_columns_that_were_moved_the_last_time_are_there_at_once(qtbot, frame):
    first = furnished(frame())
    first.show()
    first.resize(960, 700)  # what is restored is cut down to the offscreen screen
    qtbot.wait(20)
    first.splitter.setSizes([290, 348, 320])
    first.splitter.set_chosen(True)
    qtbot.wait(20)
    moved = first.splitter.sizes()
    assert moved != window_state.first_columns(960)
    first.close()
    second = frame()
    assert second.show_first_look()
    assert second.first_look.layout().itemAt(1).widget().sizes() == moved


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_it_wears_the_theme(frame, theme):
    window = frame(theme=theme)
    assert window.show_first_look()
    picture = window.grab().toImage()
    assert QColor(picture.pixel(20, 100)) == QColor(theme_named(theme).panel)


def test_it_says_in_the_language_of_the_reader_that_it_starts(frame, speak):
    window = frame(language="fa")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.first_look.word.text() not in ("", "Starting…")


def test_a_window_that_is_closed_before_its_parts_are_there_is_not_furnished(frame):
    window = frame()
    QTimer.singleShot(0, window.close)
    window.first_look.is_painted = False
    window.first_look.paintEvent = lambda event: None
    assert not window.show_first_look()


def test_a_window_that_nobody_sees_is_not_waited_for_without_end(frame):
    window = frame()
    window.first_look.wait_until_painted()  # never shown, so never painted
    assert not window.first_look.is_painted


def test_the_first_look_is_gone_once_the_parts_are_there(qtbot, frame):
    window = frame()
    assert window.show_first_look()
    furnished(window)
    qtbot.waitUntil(window.worklist.isVisible, timeout=1000)
    assert window.splitter.parent() is window.centralWidget()

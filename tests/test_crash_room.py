"""A fault inside the program is one sentence across the window, with a button that opens the report."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import QT_MISSING

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}"),
]


@pytest.fixture
def window(qtbot, monkeypatch):
    """A window without studies; the hooks are put back."""
    from cxr_desktop.bridge.worklist_model import WorklistModel
    from cxr_desktop.settings import Settings
    from cxr_desktop.ui.cell_words import CellWords
    from cxr_desktop.ui.main_window import MainWindow

    for place, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    words = CellWords()
    made = MainWindow(Settings(notice_acknowledged=True)).furnish(WorklistModel(words), words)
    qtbot.addWidget(made)
    made.show()
    return made


def offered(window) -> list:
    from PySide6.QtWidgets import QPushButton

    return [b for b in window.banner.findChildren(QPushButton) if b.isVisible() and b.text() == "Open the report"]


def test_a_fault_is_told_and_its_report_opens(window, qtbot, tmp_path, monkeypatch):
    from cxr_desktop import crash_room

    opened: list[str] = []
    monkeypatch.setattr(crash_room, "open_report", opened.append)
    crash_room.CrashRoom(window, window.show_error, tmp_path, None)
    patient = "Zebulon"
    try:
        raise ValueError(patient)
    except ValueError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(offered(window)))
    offered(window)[0].click()
    [report] = opened
    assert Path(report).parent == tmp_path
    assert "Zebulon" not in Path(report).read_text(encoding="utf-8")


def test_a_crash_of_the_last_time_is_told_after_the_start(window, qtbot, tmp_path, monkeypatch):
    from cxr_desktop import crash_room

    monkeypatch.setattr(crash_room, "_LATER_MS", 0)
    crash_room.CrashRoom(window, window.show_error, tmp_path, tmp_path / "report-1.txt")
    qtbot.waitUntil(lambda: bool(offered(window)))


def test_without_a_report_there_is_no_button(window, qtbot, tmp_path):
    from cxr_desktop import crash_room

    (tmp_path / "log").write_text("in the way")
    crash_room.CrashRoom(window, window.show_error, tmp_path / "log", None)
    try:
        raise ValueError("x")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(window.banner.isVisible)
    assert offered(window) == []

"""Reads a queue in the real window by keyboard alone, in a process of its own; prints what came of it as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

from tests.e2e.window_session import opened


def run(folder: str, screenshot: str) -> dict:
    """Open the folder, wait for the numbers, then read study after study as a reader's hands would."""
    with opened(folder, pause_ms=2) as (application, complaints, wait_for):
        application.start()
        finished = wait_for(application.everything_scored, 200)
        return {"finished": finished, **read_all(application, screenshot, wait_for), "complaints": complaints}


def read_all(application, screenshot: str, wait_for: Callable[[Callable[[], object], float], bool]) -> dict:
    """``U``, look (window, zoom, map, class, invert, fit), ``Alt+1``, ``Ctrl+Enter``: until nothing is unread."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window, model, key = application.window, application.model, Qt.Key
    view, viewer = window.worklist.view, window.viewer

    def press(which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(window, which, held)

    def shown() -> bool:
        return viewer.image is not None and viewer.image.radiograph.path == window.current_path()

    window.activateWindow()  # a screen without a window manager leaves every window in the background
    wait_for(window.isActiveWindow, 10)
    press(key.Key_U)
    read, late = [], []
    for number in range(model.counts.total):
        if not wait_for(shown, 20):
            break
        study = view.selected_key()
        for which in (key.Key_2, key.Key_0, key.Key_Plus, key.Key_F, key.Key_H, key.Key_H, key.Key_C, key.Key_I):
            press(which)
        if number == 1:
            window.grab().save(screenshot)
        press(key.Key_1, Qt.KeyboardModifier.AltModifier)
        if not wait_for(lambda study=study: model.entry(study).impression is not None, 10):
            break
        begun = time.perf_counter()
        press(key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        read.append(study)
        if len(read) < model.counts.total and wait_for(lambda study=study: view.selected_key() != study, 10):
            wait_for(shown, 20)
            late.append(1000 * (time.perf_counter() - begun))
    wait_for(lambda: model.counts.unread == 0, 10)
    return {
        "read": read,
        "unread": model.counts.unread,
        "impressions": {e.key: list(e.impression.findings) for e in model.entries() if e.impression is not None},
        "next_study_ms": {"median": statistics.median(late), "longest": max(late)} if late else {},
    }


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], sys.argv[2])))

"""A window full of made-up studies, closed again after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

_OFFSCREEN_HAS_NO_WINDOW_MANAGER = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform warns of what only a window manager can do; every other warning still fails a test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_HAS_NO_WINDOW_MANAGER))


@pytest.fixture
def make_window(qtbot) -> Iterator:
    """``make_window(entries, settings, folder)`` opens a window with a folder in it."""
    # Imported here, so that a machine without Qt's libraries can still collect (and skip) what needs them.
    from cxr_desktop.bridge.worklist_model import WorklistModel
    from cxr_desktop.settings import Settings
    from cxr_desktop.ui.cell_words import CellWords
    from cxr_desktop.ui.main_window import MainWindow
    from tests.ui.entries import CARD

    made = []

    def make(entries=(), settings=None, folder="Emergency"):
        words = CellWords()
        window = MainWindow(settings or Settings()).furnish(WorklistModel(words), words)
        qtbot.addWidget(window)
        made.append(window)
        window.set_models([CARD], CARD.name)
        window.set_card(CARD)
        window.set_folder(folder)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.model.upsert(list(entries))
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def speak(qapp) -> Iterator:
    """``speak(language)`` lets everything that is built from now on speak it; after the test all is as at the start."""
    from cxr_desktop.settings import Settings
    from cxr_desktop.ui.languages import apply_language
    from cxr_desktop.ui.window_settings import dress

    yield apply_language
    dress(Settings())

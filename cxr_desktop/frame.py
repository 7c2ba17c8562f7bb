"""The window without its parts, on the screen before the rest of the program is imported; knows no room."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from cxr_desktop import __version__, paths, settings
from cxr_desktop.ui.cycle_collector import CycleCollector
from cxr_desktop.ui.main_window import MainWindow


def make_frame() -> MainWindow:
    """A window without its parts, with the settings that are stored; makes the QApplication where there is none."""
    if QApplication.instance() is None:
        # Qt keeps it alive by itself; the program asks for it by `instance()`.
        CycleCollector(QApplication(sys.argv[:1]))
    QCoreApplication.setApplicationName(paths.APP)
    QCoreApplication.setApplicationVersion(__version__)
    return MainWindow(settings.load(paths.settings_file()))


def show_frame() -> MainWindow | None:
    """The same, on the screen; ``None`` where somebody has closed it again by then."""
    frame = make_frame()
    return frame if frame.show_first_look() else None

"""Where the window stood and how its columns lay, remembered in an ini file; keeps no name of any study or folder."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from cxr_desktop import paths
from cxr_desktop.ui import fonts
from cxr_desktop.ui.fonts import scaled

if TYPE_CHECKING:
    from cxr_desktop.ui.worklist_header import WorklistHeader

log = logging.getLogger(__name__)


_LEAST_IMAGE = 420
_ALL_COLUMNS = 1280
"""A narrower window shows less of the list, which then scrolls sideways, so that there is an image to look at."""
"""Large text takes room from the list before it takes more from the image."""


def _settings() -> QSettings:
    return QSettings(str(paths.window_state_file()), QSettings.Format.IniFormat)


def first_columns(width: int) -> list[int]:
    """Widths of worklist, image and findings: the list shows whole names, the image gets what is left."""
    findings = min(scaled(400), max(scaled(320), round(0.21 * width)))
    worklist = min(scaled(760), max(scaled(556), round(0.4 * width)))
    if fonts.text_percent() > 100 or width < _ALL_COLUMNS:
        least = 556 if width >= _ALL_COLUMNS else 280
        worklist = max(least, min(worklist, width - findings - _LEAST_IMAGE))
    return [worklist, width - worklist - findings - 2, findings]


def save(window: QMainWindow, splitter: QSplitter, header: WorklistHeader) -> None:
    """Write it; a folder that cannot be written costs the memory and nothing else."""
    try:
        paths.window_state_file().parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        log.warning("the window's state could not be saved")
        return
    settings = _settings()
    settings.setValue("window/geometry", window.saveGeometry())
    settings.setValue("window/columns", splitter.saveState())
    header.save(settings)
    settings.sync()
    if settings.status() is not QSettings.Status.NoError:
        log.warning("the window's state could not be saved")


def restore_geometry(window: QMainWindow) -> None:
    """Put the window where it stood, if that was saved."""
    geometry = _settings().value("window/geometry")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)


def restore_widths(splitter: QSplitter) -> bool:
    """Put the borders of the columns where they were; False where that was never saved."""
    columns = _settings().value("window/columns")
    return isinstance(columns, QByteArray) and splitter.restoreState(columns)


def restore(splitter: QSplitter, header: WorklistHeader) -> bool:
    """Put the columns back as they were saved; False where their widths never were."""
    header.restore(_settings())
    return restore_widths(splitter)

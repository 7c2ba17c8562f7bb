"""Tells the reader of faults inside the program and offers the report; knows no worklist and no image."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from cxr_desktop.diagnostics import catch_unexpected

_LATER_MS = 1500
"""A folder that opens with the window clears the banner first."""


class CrashRoom(QObject):
    """Lives as long as ``owner``. ``show(words, way_out, act)`` shows a sentence in the window of the moment; ``last``
    is the report of a crash that ended the program before.
    """

    def __init__(self, owner: QObject, show: Callable[..., object], folder: Path, last: Path | None) -> None:
        super().__init__(owner)
        self._show = show
        catch_unexpected(folder, self._on_fault, self)
        if last is not None:
            QTimer.singleShot(_LATER_MS, self, lambda: self._on_crash(str(last)))

    def _on_fault(self, report: str) -> None:
        self._offer(self.tr("Something went wrong inside the program. Your results are safe."), report)

    def _on_crash(self, report: str) -> None:
        self._offer(self.tr("The program ended unexpectedly the last time. Your results are safe."), report)

    def _offer(self, words: str, report: str) -> None:
        if report:
            self._show(words, self.tr("Open the report"), lambda: open_report(report))
        else:
            self._show(words)


def open_report(report: str) -> None:
    """In whatever this computer shows texts with; the report stays on this computer."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(report))

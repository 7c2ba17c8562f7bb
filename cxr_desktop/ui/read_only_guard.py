"""Takes from the reader what would write to a worklist that can only be read, and says why; knows no store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cxr_desktop.ui import reasons
from cxr_desktop.ui.window_commands import IMPRESSIONS

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

WRITING = (
    "mark_read", "mark_unread", "read_and_next", "urgency_stat", "urgency_high",
    "urgency_routine", "urgency_ordered", "verdict_agree", "verdict_disagree", "verdict_unsure",
    "class_agree", "class_disagree", "write_note", "record_impression", "undo",
    "score_anyway", "correct", "rotate_left", "rotate_right", "pause",
    "cancel", *IMPRESSIONS,
)  # fmt: skip
"""Actions that change what the worklist keeps."""


class ReadOnlyGuard(QObject):
    """For the life of the window. Others may enable an action or a button again; it is disabled again at once."""

    def __init__(self, window: MainWindow, words: str) -> None:
        super().__init__(window)
        self._words = reasons.words(words)
        for name in WRITING:
            self._hold_action(window.named[name])
        for widget in window.findings.writing_parts():
            self._hold(widget)
        window.findings.class_rows.forbid_judging()
        window.status.set_read_only(self._words)
        window.banner.show_message(self._words)

    def _hold_action(self, action: QAction) -> None:
        action.setToolTip(self._words)
        action.enabledChanged.connect(lambda on: action.setEnabled(False) if on else None)
        action.setEnabled(False)

    def _hold(self, widget: QWidget) -> None:
        widget.setToolTip(self._words)
        widget.installEventFilter(self)
        widget.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nobody enables what is held."""
        if event.type() is QEvent.Type.EnabledChange and isinstance(watched, QWidget) and watched.isEnabled():
            watched.setEnabled(False)
        return False

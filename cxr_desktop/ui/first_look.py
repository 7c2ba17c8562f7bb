"""What the window shows until its parts are there: the same columns, empty, and a word that it is starting.

The window's parts take most of a second to import. Nothing here may import them, or there would be nothing to see until
then.
"""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from cxr_desktop.ui import window_state
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.window_columns import BAR_HEIGHT, FINDINGS_WIDTH, FOOT_HEIGHT, WORKLIST_WIDTH, WindowColumns

_PATIENCE_MS = 250
"""A window that nobody sees (minimised, on another desktop) is never painted."""


class FirstLook(QWidget):
    """Stands where the parts will stand, in the colours, language and widths that they will have."""

    def __init__(self) -> None:
        super().__init__()
        self.is_painted = False
        bar, worklist, findings, foot = (
            _pane(name) for name in ("topBar", "worklistPanel", "findingsPanel", "statusLine")
        )
        bar.setFixedHeight(scaled(BAR_HEIGHT))
        foot.setFixedHeight(scaled(FOOT_HEIGHT))
        worklist.setMinimumWidth(WORKLIST_WIDTH)
        findings.setMinimumWidth(scaled(FINDINGS_WIDTH))
        image = _pane("firstLookImage")
        image.setStyleSheet("#firstLookImage { background: #000000; }")
        self.word = word = QLabel(self.tr("Starting…"))
        word.setProperty("tone", "second")
        word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(worklist)
        inside.addWidget(word)
        self._columns = WindowColumns(worklist, image, findings)
        self._columns.set_chosen(window_state.restore_widths(self._columns))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._columns, 1)
        layout.addWidget(foot)

    def share_out(self, width: int) -> None:
        """Columns of a window of this width."""
        self._columns.share_out(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Take note that there is something to see."""
        super().paintEvent(event)
        self.is_painted = True

    def wait_until_painted(self) -> None:
        """Let Qt put the shown window on the screen. What the reader types meanwhile waits for the parts."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        only = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while not (self.is_painted or deadline.hasExpired()):
            QApplication.processEvents(only, max(1, deadline.remainingTime()))


def _pane(name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made

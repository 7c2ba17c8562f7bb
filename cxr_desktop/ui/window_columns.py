"""The measures of the window, and who may change the widths of its three columns; knows not what stands in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from cxr_desktop.ui import window_state

WORKLIST_WIDTH, VIEWER_WIDTH, FINDINGS_WIDTH = 280, 340, 320
"""At least; that of the findings grows with the text."""
BAR_HEIGHT, FOOT_HEIGHT = 48, 32
"""Of the bar at the head and the line at the foot, which grow with the text."""


class WindowColumns(QSplitter):
    """List, image and findings; a wider window gives its room to the image."""

    def __init__(self, worklist: QWidget, stage: QWidget, findings: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._chosen = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for position, part in enumerate((worklist, stage, findings)):
            self.addWidget(part)
            self.setStretchFactor(position, int(part is stage))
        stage.setMinimumWidth(VIEWER_WIDTH)
        self.splitterMoved.connect(lambda *_: self.set_chosen(True))

    def set_chosen(self, chosen: bool) -> None:
        """Whether the reader has moved a border, now or before."""
        self._chosen = chosen

    def share_out(self, width: int) -> None:
        """Until the reader has moved a border, the columns keep their share of the window."""
        if not self._chosen:
            self.setSizes(window_state.first_columns(width))

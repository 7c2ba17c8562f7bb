"""A table of the worklist that stands still while the reader's hands are on it; knows neither columns nor painting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.ui.kept_rows import KeptRows

HOLD_MS = 1000


class CalmTable(KeptRows):
    """The order is held while the pointer moves over it, and for a second after every key, press and wheel."""

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worklist = model
        self._hold = self._timer(HOLD_MS, self._release_order)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _hold_order(self) -> None:
        if not self._hold.isActive():
            self._worklist.hold_order(True)
        self._hold.start()

    def _release_order(self) -> None:
        self._worklist.hold_order(False)

    def _hover(self, position: QPoint) -> None:
        """The pointer is here, or at (-1, -1) where it is elsewhere."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A list that is pointed at stands still."""
        self._hold_order()
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """And for a scrolled one."""
        self._hold_order()
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere: no row is hovered."""
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

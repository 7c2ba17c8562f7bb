"""A table that paints row by row, a new order in turns of some milliseconds between which other events come; knows no
cell."""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QTableView, QWidget

TURN_S = 0.008


class TurnTable(QTableView):
    """After ``paint_in_turns`` the rows that lie lower show what they showed before, for some milliseconds more.

    Subclasses paint the rows (``paint_row``). Grids, spans and alternating colours are not painted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Nothing else paints there: what is not painted anew stays.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._in_turns = False
        self._painted = QSize()
        self._rest = QRegion()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._paint_rest)

    def paint_row(self, painter: QPainter, row: int, area: QRect) -> None:
        """Paint a row into ``area``, its whole place in the viewport, whose background is there already."""
        raise NotImplementedError

    def paint_in_turns(self) -> None:
        """All rows are to be painted anew, but need not be at once."""
        self._in_turns = True
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was asked for, or its upper rows and the rest in the next turn."""
        region, viewport = event.region(), self.viewport()
        # Where the size is another one, there is nothing underneath that could stay for a while.
        in_turns, self._in_turns = self._in_turns and self._painted == viewport.size(), False
        self._painted = viewport.size()
        painter = QPainter(viewport)
        painter.setClipRegion(region)
        end = self._paint_rows(painter, region, time.perf_counter() + TURN_S if in_turns else float("inf"))
        painter.end()
        below = region.intersected(QRegion(0, end, viewport.width(), max(0, viewport.height() - end)))
        self._rest = self._rest.subtracted(region).united(below)
        if not self._rest.isEmpty():
            self._turn.start()

    def _paint_rows(self, painter: QPainter, region: QRegion, until: float) -> int:
        """Where it ended; one row at least."""
        viewport, asked = self.viewport(), region.boundingRect()
        background = viewport.palette().brush(viewport.backgroundRole())
        top, bottom, first = asked.top(), asked.bottom() + 1, self.rowAt(asked.top())
        for row in range(first, self.model().rowCount()) if first >= 0 else ():  # below the last row there is none
            area = QRect(0, self.rowViewportPosition(row), viewport.width(), self.rowHeight(row))
            if area.top() >= bottom or (top > asked.top() and time.perf_counter() > until):
                break
            if region.intersects(area):
                painter.fillRect(area, background)
                self.paint_row(painter, row, area)
            top = area.bottom() + 1
        else:
            painter.fillRect(QRect(0, top, viewport.width(), max(0, bottom - top)), background)
            return bottom
        return min(top, bottom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What waits to be painted has moved."""
        super().scrollContentsBy(dx, dy)
        if not self._rest.isEmpty():
            self._rest = QRegion()
            self.viewport().update()

    def _paint_rest(self) -> None:
        rest, self._rest = self._rest, QRegion()
        if not rest.isEmpty():
            self._in_turns = True
            self.viewport().update(rest)

"""Painted rows of the worklist, kept while nothing in them changes: a new order only moves them; knows no cell."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cxr_desktop.bridge.worklist_model import Column, WorklistModel
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui.turn_table import TurnTable
from cxr_desktop.ui.worklist_delegate import WorklistDelegate

_MOST_PIXELS = 8_000_000
"""Of all rows that are kept, on the device: some 60 rows of a wide list on a dense screen."""

Arrangement = tuple[tuple[int, int, int], ...]
"""(section, left edge, width) of the columns on the screen."""


class KeptRows(TurnTable):
    """A row is painted cell by cell once, and is a picture from then on.

    Who inherits sets ``delegate``, whose ``look_of`` names all that cells show beside the entry itself.
    """

    delegate: WorklistDelegate
    _worklist: WorklistModel

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._kept: OrderedDict[int, tuple[WorklistEntry, object, QPixmap]] = OrderedDict()
        self._arrangement: Arrangement = ()
        self._with_picture = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows of one painting share where the columns stand."""
        header, width = self.horizontalHeader(), self.viewport().width()
        places = (
            (section, self.columnViewportPosition(section), self.columnWidth(section))
            for section in range(header.count())
            if not header.isSectionHidden(section)
        )
        self._arrangement = tuple(place for place in places if place[1] < width and place[1] + place[2] > 0)
        self._with_picture = any(section == Column.PICTURE for section, _, _ in self._arrangement)
        super().paintEvent(event)

    def paint_row(self, painter: QPainter, row: int, area: QRect) -> None:
        """A picture of a row as it is, or cell by cell."""
        entry = self._worklist.entry_at(row)
        if entry is None:
            self._paint_cells(painter, row, area, selected=False)
            return
        selected = self.selectionModel().isSelected(self._worklist.index(row, Column.RISK))
        hovered, ratio = row == self.delegate.hovered_row, self.devicePixelRatioF()
        shown = self.delegate.look_of(entry, self._with_picture)
        look = (selected, hovered, ratio, area.size(), self._arrangement, shown)
        kept = self._kept.get(id(entry))  # the entry is kept as well, so no other can have its identity
        if kept is not None and kept[1] == look:
            self._kept.move_to_end(id(entry))
            painter.drawPixmap(area.topLeft(), kept[2])
            return
        picture = QPixmap(area.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.viewport().palette().color(self.viewport().backgroundRole()))
        row_painter = QPainter(picture)
        row_painter.translate(0, -area.top())
        self._paint_cells(row_painter, row, area, selected)
        row_painter.end()
        painter.drawPixmap(area.topLeft(), picture)
        self._keep(entry, look, picture)

    def forget_rows(self) -> None:
        """Another folder: what was painted of the former one is let go."""
        self._kept.clear()

    def _keep(self, entry: WorklistEntry, look: object, picture: QPixmap) -> None:
        self._kept[id(entry)] = entry, look, picture
        self._kept.move_to_end(id(entry))
        most = max(1, _MOST_PIXELS // max(1, picture.width() * picture.height()))
        while len(self._kept) > most:
            self._kept.popitem(last=False)

    def _paint_cells(self, painter: QPainter, row: int, area: QRect, selected: bool) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.state = option.state & ~QStyle.StateFlag.State_Selected
        if selected:
            option.state |= QStyle.StateFlag.State_Selected
        for section, left, width in self._arrangement:
            option.rect = QRect(left, area.top(), width, area.height())
            self.delegate.paint(painter, option, self._worklist.index(row, section))

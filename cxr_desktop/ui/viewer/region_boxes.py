"""Boxes round the regions of a heat map, with their zones and shares in words; finds no region."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.imaging.lung_zones import region_name
from cxr_desktop.imaging.map_regions import MapRegion
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.viewer.haloed import TEXT, draw_text, pens, text_width
from cxr_desktop.ui.viewer.measurement import Point

_LINE = 18.0
_BAR = 34.0
"""At the right edge stands the colour bar."""


class RegionBox(NamedTuple):
    """Two opposite corners in pixels of the image as shown, and what stands over the box."""

    first: Point
    second: Point
    words: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


def region_words(region: MapRegion) -> str:
    """``right lower zone, 31 % of the right lung``; "" where no lungs are known."""
    if not region.zones:
        return ""
    name = QCoreApplication.translate("LungZone", region_name(region.zones))
    if region.zones == (LungZone.OUTSIDE,):
        return name
    sides = {zone >= LungZone.LEFT_UPPER for zone in region.zones}
    words = _tr("{0}, {1} of both lungs")
    if len(sides) == 1:
        words = _tr("{0}, {1} of the left lung") if True in sides else _tr("{0}, {1} of the right lung")
    return words.format(name, wording.percent(region.lung_share))


def paint(painter: QPainter, area: QRectF, boxes: Sequence[RegionBox], to_view: Callable[[Point], QPointF]) -> None:
    """Draw them; ``to_view`` maps pixels of the image to the view. Words stay inside ``area`` and off each other."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    taken: list[QRectF] = []
    for box in boxes:
        rect = QRectF(to_view(box.first), to_view(box.second)).normalized()
        for pen in pens(TEXT, 1.25):
            painter.setPen(pen)
            painter.drawRect(rect)
        if box.words:
            place = _place(rect, area, text_width(box.words, TextSize.CAPTION), taken)
            taken.append(place)
            draw_text(painter, place, box.words, colour=TEXT)
    painter.restore()


def _place(rect: QRectF, area: QRectF, width: float, taken: Sequence[QRectF]) -> QRectF:
    """Over the box, or under it where there is no room; further down where other words stand."""
    x = min(max(rect.left(), area.left() + 8), max(area.left() + 8, area.right() - width - _BAR))
    y = rect.top() - _LINE - 2 if rect.top() - _LINE - 2 > area.top() else rect.bottom() + 2
    place = QRectF(x, y, min(width + 2, area.right() - _BAR - x), _LINE)
    while any(place.intersects(other) for other in taken):
        place.translate(0, _LINE)
    return place

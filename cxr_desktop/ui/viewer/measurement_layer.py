"""Measurements drawn over the image; computes none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.viewer.haloed import ACCENT, TEXT, draw_text, pens, text_width
from cxr_desktop.ui.viewer.measurement import Measurement, Point, Spacing

_ARM = 4.0


def paint(
    painter: QPainter,
    area: QRectF,
    measurements: Iterable[Measurement],
    growing: Measurement | None,
    spacing: Spacing,
    to_view: Callable[[Point], QPointF],
    hovered: int = -1,
) -> None:
    """Draw finished measurements, then the one in hand; ``to_view`` maps image points to the view. The ``hovered`` one
    wears the accent: it is what a press would take hold of and Delete would remove."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, measurement in enumerate(measurements):
        _paint_one(painter, area, measurement, spacing, to_view, ACCENT if index == hovered else TEXT)
    if growing is not None:
        _paint_one(painter, area, growing, spacing, to_view, ACCENT)
    painter.restore()


def _paint_one(
    painter: QPainter,
    area: QRectF,
    measurement: Measurement,
    spacing: Spacing,
    to_view: Callable[[Point], QPointF],
    colour: str,
) -> None:
    points = [to_view(point) for point in measurement.points]
    for pen in pens(colour, 1.5):
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        for point in points:
            painter.drawLine(point - QPointF(_ARM, 0), point + QPointF(_ARM, 0))
            painter.drawLine(point - QPointF(0, _ARM), point + QPointF(0, _ARM))
    if len(points) < 2:
        return
    words = measurement.words(spacing)
    width, height = text_width(words, TextSize.BODY, semibold=True), 20.0
    # Beside the last point, or on its other side where the view ends.
    anchor = points[1] if len(points) > 2 else points[-1]
    x = anchor.x() + 10 if anchor.x() + 10 + width < area.right() else anchor.x() - 10 - width
    y = min(max(anchor.y() - height / 2, area.top()), area.bottom() - height)
    draw_text(painter, QRectF(x, y, width, height), words, size=TextSize.BODY, semibold=True, colour=colour)

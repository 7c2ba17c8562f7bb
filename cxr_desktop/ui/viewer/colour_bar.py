"""The heat map's scale beside the image, in absolute logit units; knows no map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from cxr_desktop.imaging.overlay import INFERNO, tick_labels, ticks
from cxr_desktop.ui.viewer.corner_text import LINE, MARGIN
from cxr_desktop.ui.viewer.haloed import TEXT, draw_text, pens

BAR_WIDTH = 10
_TALLEST = 240
_STOPS = 24


def bar_rect(area: QRectF) -> QRectF | None:
    """Where the bar stands, or ``None`` where the view is too low for it to be read."""
    height = min(_TALLEST, 0.34 * area.height())
    if height < 110 or area.width() < 240:
        return None
    middle = area.center().y()
    return QRectF(area.right() - MARGIN - BAR_WIDTH, middle - height / 2, BAR_WIDTH, height)


def paint(painter: QPainter, area: QRectF, name: str, scale: float, contour_at: float) -> None:
    """Draw the bar of one class; ``contour_at`` (0…1 of the scale) gets the dashed mark of the contour."""
    bar = bar_rect(area)
    if bar is None:
        return
    right = Qt.AlignmentFlag.AlignRight
    gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for stop in range(_STOPS + 1):
        share = stop / _STOPS
        red, green, blue = (int(v) for v in INFERNO[round(share * 255)])
        gradient.setColorAt(share, QColor(red, green, blue))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 130))
    painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 3.5, 3.5)
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, 2, 2)
    values = ticks(scale)
    for value, text in zip(values, tick_labels(values), strict=True):
        y = bar.bottom() - bar.height() * value / scale
        draw_text(painter, QRectF(bar.left() - 64, y - LINE / 2, 56, LINE), text, right)
    y = bar.bottom() - bar.height() * contour_at
    for pen in pens(TEXT, 1.25, dashed=True):
        painter.setPen(pen)
        painter.drawLine(QPointF(bar.left() - 5, y), QPointF(bar.right() + 1, y))
    over = QRectF(bar.right() - 160, bar.top() - LINE - 8, 160, LINE)
    draw_text(painter, over, name, right, semibold=True, colour=TEXT)
    under = QRectF(bar.right() - 160, bar.bottom() + 8, 160, LINE)
    draw_text(painter, under, QCoreApplication.translate("viewer", "logit"), right)
    painter.restore()

"""The lens under the pointer: the pixels there, larger and without heat map; keeps nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxr_desktop.ui.viewer.haloed import ACCENT, draw_text
from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.viewport import Viewport

SIZE = 240
_ROUND = 8.0


def lens_viewport(viewport: Viewport, at: tuple[float, float], power: float, size: float) -> Viewport:
    """What the lens shows: ``at`` (device pixels of the view) in its middle, ``size`` device pixels wide and high."""
    x, y = viewport.to_image(*at)
    scale = viewport.scale * power
    return replace(viewport, width=size, height=size, scale=scale, centre_x=x, centre_y=y, fits=False)


def paint(
    painter: QPainter, area: QRectF, layer: ImageLayer, viewport: Viewport, at: QPointF, power: float, ratio: float
) -> None:
    """Draw the lens about ``at``. ``area`` and ``at`` are device-independent pixels, ``viewport`` device pixels."""
    size = min(float(SIZE), area.width() - 16, area.height() - 16)
    place = QRectF(round(at.x() - size / 2), round(at.y() - size / 2), size, size)
    shown = lens_viewport(viewport, (at.x() * ratio, at.y() * ratio), power, size * ratio)
    picture = layer.render(shown)
    picture.setDevicePixelRatio(ratio)
    outline = QPainterPath()
    outline.addRoundedRect(place, _ROUND, _ROUND)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.drawImage(place.topLeft(), picture)
    painter.setClipping(False)
    for colour, width in (("#000000", 3.0), (ACCENT, 1.25)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(outline)
    painter.restore()
    words = QCoreApplication.translate("viewer", "{0}× of the view").format(f"{power:g}")
    caption = QRectF(place.left() + 10, place.bottom() - 26, size - 20, 18)
    draw_text(painter, caption, words, Qt.AlignmentFlag.AlignHCenter)

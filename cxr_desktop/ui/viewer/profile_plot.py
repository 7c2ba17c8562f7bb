"""The values along a line as a small plot in a corner of the view; samples no image itself."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxr_desktop.imaging.line_profile import LineProfile
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer.haloed import draw_text
from cxr_desktop.ui.viewer.probe import number

WIDTH, HEIGHT = 300.0, 168.0
_INNER = (52.0, 30.0, 12.0, 26.0)
"""Room at the left for values, above for the title, at the right, below for the axis."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


def points(profile: LineProfile, low: float, high: float, inner: QRectF) -> list[QPolygonF]:
    """The curve in ``inner``, broken where the line leaves the image; no more points than the plot is wide."""
    step = max(1, len(profile.places) // (2 * int(inner.width())))
    span = high - low or 1.0
    pieces, piece = [], QPolygonF()
    for place, value in zip(profile.places[::step], profile.values[::step], strict=True):
        if np.isnan(value):
            if piece.size():
                pieces.append(piece)
            piece = QPolygonF()
            continue
        y = inner.bottom() - (value - low) / span * inner.height()
        piece.append(QPointF(inner.left() + place * inner.width(), y))
    return [*pieces, piece] if piece.size() else pieces


def paint(painter: QPainter, place: QPointF, profile: LineProfile, axis: str, unit: str, step: float) -> None:
    """Draw with the upper left corner at ``place``; ``axis`` is the length of the line in words, ``step`` the smallest
    difference of two values."""
    box = QRectF(place.x(), place.y(), WIDTH, HEIGHT)
    inner = box.adjusted(_INNER[0], _INNER[1], -_INNER[2], -_INNER[3])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(DARK.panel)
    ground.setAlpha(230)
    painter.setPen(QColor(DARK.line))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.translated(0.5, 0.5), 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for y in (inner.top(), inner.center().y(), inner.bottom()):
        painter.drawLine(QPointF(inner.left(), round(y) + 0.5), QPointF(inner.right(), round(y) + 0.5))
    bounds = profile.range
    if bounds is not None:
        painter.setPen(QPen(QColor(DARK.accent), 1.25))
        for piece in points(profile, *bounds, inner):
            painter.drawPolyline(piece)
    painter.restore()
    title = _tr("Profile, pixel values in {0}").format(unit) if unit else _tr("Profile, pixel values")
    right = Qt.AlignmentFlag.AlignRight
    draw_text(painter, QRectF(box.left() + 12, box.top() + 6, WIDTH - 24, 18), title, semibold=True, colour=DARK.text)
    if bounds is not None:
        for value, y in ((bounds[1], inner.top()), (bounds[0], inner.bottom())):
            draw_text(painter, QRectF(box.left() + 4, y - 9, _INNER[0] - 10, 18), number(value, step), right)
    draw_text(painter, QRectF(inner.left(), inner.bottom() + 4, 40, 18), "0")
    draw_text(painter, QRectF(inner.left() + 40, inner.bottom() + 4, inner.width() - 40, 18), axis, right)

"""The heat map's scale beside the image, in logits or said to be relative; knows no map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from cxr_desktop.imaging.overlay import tick_labels, ticks
from cxr_desktop.ui.viewer.corner_text import LINE, MARGIN, lower_edge_of_sides
from cxr_desktop.ui.viewer.haloed import TEXT, draw_text, pens

BAR_WIDTH = 10
_TALLEST = 240
_STOPS = 24


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


def bar_rect(area: QRectF) -> QRectF | None:
    """Where the bar stands, or ``None`` where the view is too low for it to be read."""
    height = min(_TALLEST, 0.34 * area.height())
    if height < 110 or area.width() < 240:
        return None
    top = max(area.center().y() - height / 2, lower_edge_of_sides(area) + LINE + 8)
    return QRectF(area.right() - MARGIN - BAR_WIDTH, top, BAR_WIDTH, height)


@dataclass(frozen=True, slots=True)
class Bar:
    """What the bar of one class says. ``top`` is the value at its upper end; where the scale is not absolute only its
    ends are named. ``contour_at`` and ``threshold`` are shares of the scale."""

    name: str
    top: float
    table: NDArray[np.uint8]
    contour_at: float
    threshold: float = 0.0
    is_absolute: bool = True
    method: str = ""
    """Under the unit; "" where there is nothing to say."""


def paint(painter: QPainter, area: QRectF, look: Bar) -> None:
    """Draw it; the contour has a dashed mark, and what is under the threshold is dim, since it is not drawn."""
    bar = bar_rect(area)
    if bar is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 130))
    painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 3.5, 3.5)
    painter.setBrush(_gradient(bar, look.table))
    painter.drawRoundedRect(bar, 2, 2)
    if look.threshold > 0:
        hidden = bar.adjusted(0, bar.height() * (1 - look.threshold), 0, 0)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRect(hidden)
    _paint_ticks(painter, bar, look)
    y = bar.bottom() - bar.height() * look.contour_at
    for pen in pens(TEXT, 1.25, dashed=True):
        painter.setPen(pen)
        painter.drawLine(QPointF(bar.left() - 5, y), QPointF(bar.right() + 1, y))
    _paint_words(painter, bar, look)
    painter.restore()


def _gradient(bar: QRectF, table: NDArray[np.uint8]) -> QLinearGradient:
    gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for stop in range(_STOPS + 1):
        share = stop / _STOPS
        red, green, blue = (int(v) for v in table[round(share * 255)])
        gradient.setColorAt(share, QColor(red, green, blue))
    return gradient


def _paint_ticks(painter: QPainter, bar: QRectF, look: Bar) -> None:
    values = ticks(look.top) if look.is_absolute else (0.0, look.top)
    texts = tick_labels(values) if look.is_absolute else ["0", _tr("max")]
    for value, text in zip(values, texts, strict=True):
        y = bar.bottom() - bar.height() * value / look.top
        draw_text(painter, QRectF(bar.left() - 64, y - LINE / 2, 56, LINE), text, Qt.AlignmentFlag.AlignRight)


def _paint_words(painter: QPainter, bar: QRectF, look: Bar) -> None:
    right = Qt.AlignmentFlag.AlignRight
    over = QRectF(bar.right() - 160, bar.top() - LINE - 8, 160, LINE)
    draw_text(painter, over, look.name, right, semibold=True, colour=TEXT)
    unit = _tr("logit") if look.is_absolute else _tr("relative")
    for line, words in enumerate((unit, look.method)):
        under = QRectF(bar.right() - 160, bar.bottom() + 8 + line * LINE, 160, LINE)
        draw_text(painter, under, words, right)

"""A probability as a bar with its operating points as ticks; the one drawing that list and findings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, RiskBand
from cxr_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows: a value in 0…1 (``None`` draws the track alone), its ticks and its meaning."""

    value: float | None
    ticks: tuple[float, ...] = ()
    band: RiskBand | None = None
    muted: bool = False
    second: float | None = None
    """what a second model says of the same class: a ring on the same bar"""


def bar_of(card: ModelCard | None, finding: Finding, value: float | None, muted: bool = False) -> Bar:
    """The bar of one class. "Normal" has no risk, so it has neither band nor ticks."""
    if card is None or finding == Finding.NORMAL:
        return Bar(value, muted=muted)
    points = card.operating_points_of(finding)
    ticks = tuple(dict.fromkeys(p.threshold for p in (points[:1] + points[-1:])))
    band = card.risk_band(finding, value) if value is not None else None
    return Bar(value, ticks, band, muted)


def paint_bar(painter: QPainter, area: QRectF, bar: Bar, theme: Theme, overhang: float = 2.0) -> None:
    """Draw into ``area``; ticks stand ``overhang`` pixels above and below it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = area.height() / 2
    painter.setBrush(QColor(theme.track))
    painter.drawRoundedRect(area, radius, radius)
    if bar.value is not None:
        fill = QColor(theme.mark(bar.band))
        if bar.muted:
            fill.setAlphaF(0.55)
        painter.setBrush(fill)
        width = max(area.height() / 2, area.width() * min(1.0, max(0.0, bar.value)))
        filled = QRectF(area.left(), area.top(), width, area.height())
        painter.drawRoundedRect(filled, min(radius, width / 2), min(radius, width / 2))
    _paint_ticks(painter, area, bar.ticks, theme, overhang)
    if bar.second is not None:
        reach = min(1.0, max(0.0, bar.second))
        paint_ring(painter, QPointF(area.left() + area.width() * reach, area.center().y()), theme)
    painter.restore()


def paint_ring(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """The mark of the second model, told from bars and ticks by its shape."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.panel))
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawEllipse(centre, 4.0, 4.0)


def _paint_ticks(painter: QPainter, area: QRectF, ticks: Sequence[float], theme: Theme, overhang: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.tick), 1))
    for tick in ticks:
        x = round(area.left() + area.width() * tick)
        painter.drawLine(QPointF(x, area.top() - overhang), QPointF(x, area.bottom() + overhang - 1))

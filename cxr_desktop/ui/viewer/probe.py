"""What lies under the pointer, in words beside it: value, stored value, place; decodes nothing."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.haloed import draw_text, text_width
from cxr_desktop.ui.viewer.measurement import Point

_LINE, _PAD = 18.0, 8.0
GAP = 18.0
"""From the pointer to the box, in device-independent pixels."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


def number(value: float, step: float) -> str:
    """A modality value with as many decimals as its step has."""
    if step >= 1 or step <= 0:
        return f"{value:.0f}"
    return f"{value:.{1 if step >= 0.1 else 2 if step >= 0.01 else 3}f}"


def value_words(display: Display, column: int, row: int) -> str:
    """``1234 HU``, or that there is no value."""
    value = display.value_at(column, row)
    if value is None:
        return _tr("padding")
    return f"{number(value, abs(display.image.value_scale))} {display.image.value_unit}".rstrip()


def lines(display: Display, pixel: tuple[int, int], unturned: Point) -> tuple[str, ...]:
    """Value; value as stored; place in pixels; place in mm from the upper left corner.

    ``pixel`` counts in the image as shown, ``unturned`` is the middle of the same pixel before the view was turned: the
    place that another program would name.
    """
    image = display.image
    column, row = floor(unturned[0]), floor(unturned[1])
    found = [value_words(display, *pixel)]
    if image.stored_shift is not None:
        stored = int(image.pixels[pixel[1], pixel[0]]) - image.stored_shift
        found.append(_tr("stored {0}").format(stored))
    found.append(_tr("x {0}  y {1} px").format(column, row))
    if display.spacing.known:
        across, down = display.spacing.column_mm, display.spacing.row_mm
        if display.kept.turn.quarter_turns % 2:
            across, down = down, across
        words = _tr("{0}, {1} mm") if display.spacing.calibrated else _tr("{0}, {1} mm at detector")
        found.append(words.format(f"{unturned[0] * across:.1f}", f"{unturned[1] * down:.1f}"))
    return tuple(found)


def paint(painter: QPainter, area: QRectF, at: QPointF, words: tuple[str, ...], gap: float = GAP) -> None:
    """Draw on a dark ground beside the pointer, on its other side where the view ends."""
    width = max(text_width(line, TextSize.CAPTION) for line in words) + 2 * _PAD
    height = len(words) * _LINE + _PAD
    x = at.x() + gap if at.x() + gap + width <= area.right() else at.x() - gap - width
    y = at.y() + GAP if at.y() + GAP + height <= area.bottom() else at.y() - GAP - height
    ground = QColor(DARK.panel)
    ground.setAlpha(220)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(DARK.line))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(round(x) + 0.5, round(y) + 0.5, width, height), 6, 6)
    painter.restore()
    for index, line in enumerate(words):
        place = QRectF(x + _PAD, y + _PAD / 2 + index * _LINE, width, _LINE)
        draw_text(painter, place, line, semibold=index == 0, colour=DARK.text if index == 0 else DARK.text_second)

"""What stands over the image besides its corners: label, profile, lens, probe, a passing sentence; computes none."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxr_desktop.imaging.line_profile import sample_line
from cxr_desktop.ui.fonts import TextSize, scaled
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer import magnifier, probe, profile_plot
from cxr_desktop.ui.viewer.corner_text import LINE, MARGIN
from cxr_desktop.ui.viewer.haloed import TEXT, WARNING, draw_text, text_width, wrapped
from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.reading import Reading


@dataclass(frozen=True, slots=True)
class PictureContent:
    """What a picture of the view holds besides the image. Research notice, label and a turned view always show."""

    heat_map: bool = True
    words: bool = True
    identity: bool = False


def paint_label(painter: QPainter, area: QRectF, words: str, warns: bool) -> None:
    """Which of several images this is."""
    place = QRectF(area.left() + MARGIN, area.top() + 88, area.width() - 2 * MARGIN, 24)
    colour = WARNING if warns else TEXT
    draw_text(painter, place, words, Qt.AlignmentFlag.AlignHCenter, TextSize.TITLE, semibold=True, colour=colour)


def paint_profile(painter: QPainter, area: QRectF, reading: Reading, growing: Measurement | None) -> None:
    """The plot of the line in hand, else of the youngest profile, above the words at the lower left."""
    display = reading.display
    if display is None:
        return
    line = growing if growing is not None and growing.is_profile else display.kept.measurements.profile
    if line is None or len(line.points) < 2 or area.height() < 2.2 * profile_plot.HEIGHT:
        return
    values = sample_line(display.image, line.points[0], line.points[1])
    place = QPointF(area.left() + MARGIN, area.bottom() - 96 - 3 * scaled(LINE) - profile_plot.HEIGHT)
    unit, step = display.image.value_unit, abs(display.image.value_scale)
    profile_plot.paint(painter, place, values, line.words(display.spacing), unit, step)


def paint_aids(painter: QPainter, area: QRectF, reading: Reading, layer: ImageLayer, ratio: float) -> None:
    """Lens and probe at the pointer."""
    display, at, aids = reading.display, reading.pointer, reading.aids
    pixel = reading.pixel()
    if display is None or at is None or pixel is None:
        return
    if aids.magnifier:
        # The pane that the pointer is in begins where its own places do.
        corner = at - reading.in_pane(at)
        painter.save()
        painter.translate(corner)
        magnifier.paint(painter, area.translated(-corner), layer, display.viewport, at - corner, aids.power, ratio)
        painter.restore()
    if aids.probe:
        unturned = reading.base_point((pixel[0] + 0.5, pixel[1] + 0.5))
        gap = magnifier.SIZE / 2 + 8 if aids.magnifier else probe.GAP
        probe.paint(painter, area, at, probe.lines(display, pixel, unturned), gap)


def paint_said(painter: QPainter, area: QRectF, words: str) -> None:
    """A sentence on a dark ground in the middle of the view, in as many lines as it needs."""
    if not words:
        return
    room = area.width() - 96
    lines = wrapped(words, room, TextSize.BODY)
    width = max(text_width(line, TextSize.BODY) for line in lines) + 32
    height = len(lines) * 20.0 + 20
    box = QRectF(area.center().x() - width / 2, area.center().y() - height / 2, width, height)
    ground = QColor(DARK.panel)
    ground.setAlpha(235)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(DARK.line))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 8, 8)
    painter.restore()
    for index, line in enumerate(lines):
        row = QRectF(box.left() + 16, box.top() + 10 + 20 * index, ceil(width) - 32, 20)
        draw_text(painter, row, line, Qt.AlignmentFlag.AlignHCenter, TextSize.BODY, colour=DARK.text)

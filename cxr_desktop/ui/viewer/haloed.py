"""Letters and lines that stay readable on any grey: a dark halo under light ink; knows no image and no finding."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from cxr_desktop.ui.fonts import TextSize, font, text_percent
from cxr_desktop.ui.theme import DARK

# The image stands on black in every theme, so what is written on it always wears the dark roles; the second text is
# lighter than on a panel, because below it may lie any grey.
TEXT, SECOND, ACCENT, WARNING = DARK.text, "#C3CBD3", DARK.accent, DARK.risk_between
_REACH = 4
_RINGS = tuple(
    (x, y, strength)
    for radius, strength in ((3, 26), (2, 56), (1, 120))
    for x in range(-radius, radius + 1)
    for y in range(-radius, radius + 1)
    if radius * radius - 1 <= x * x + y * y <= radius * radius + 1 and (x or y)
)


@lru_cache(maxsize=128)
def _picture(words: str, size: TextSize, semibold: bool, colour: str, ratio: float, _percent: int) -> QImage:
    """The line with its halo; kept, because drawing the halo costs forty times the line."""
    style = font(size, semibold)
    metrics = QFontMetricsF(style)
    width, height = metrics.horizontalAdvance(words) + 2 * _REACH, metrics.height() + 2 * _REACH
    picture = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(style)
    start = QPointF(_REACH, _REACH + metrics.ascent())
    for x, y, strength in _RINGS:
        painter.setPen(QColor(0, 0, 0, strength))
        painter.drawText(start + QPointF(x, y), words)
    painter.setPen(QColor(colour))
    painter.drawText(start, words)
    painter.end()
    return picture


@lru_cache(maxsize=512)
def _measured(words: str, size: TextSize, semibold: bool, _percent: int) -> tuple[float, float]:
    """Width and height of a line; kept, because every frame of a drag asks for some thirty."""
    metrics = QFontMetricsF(font(size, semibold))
    return metrics.horizontalAdvance(words), metrics.height()


def text_width(words: str, size: TextSize, semibold: bool = False) -> float:
    """Width of a line in device-independent pixels."""
    return _measured(words, size, semibold, text_percent())[0]


def wrapped(words: str, room: float, size: TextSize) -> list[str]:
    """A sentence in lines no wider than ``room``, broken between words."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def draw_text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    size: TextSize = TextSize.CAPTION,
    semibold: bool = False,
    colour: str = SECOND,
) -> float:
    """One line in ``rect``, in the middle of its height, elided at its width; returns the width of what was drawn."""
    if not words or rect.width() < 1:
        return 0.0
    percent = text_percent()
    width, height = _measured(words, size, semibold, percent)
    shown = words
    if width > rect.width() + 0.5:
        style: QFont = font(size, semibold)
        shown = QFontMetricsF(style).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        width, height = _measured(shown, size, semibold, percent)
    x = rect.x()
    if align & Qt.AlignmentFlag.AlignRight:
        x = rect.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        x = rect.center().x() - width / 2
    ratio = painter.device().devicePixelRatioF()
    y = rect.center().y() - height / 2
    # On whole device pixels: a line between two would be blurred.
    place = QPointF(round((x - _REACH) * ratio) / ratio, round((y - _REACH) * ratio) / ratio)
    painter.drawImage(place, _picture(shown, size, semibold, colour, ratio, percent))
    return width


def pens(colour: str, width: float, dashed: bool = False) -> tuple[QPen, QPen]:
    """Draw with the first (the halo), then with the second (the ink)."""
    halo, ink = QPen(QColor(0, 0, 0, 160), width + 2.0), QPen(QColor(colour), width)
    for pen in (halo, ink):
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        ink.setDashPattern([4.0, 3.0])
    return halo, ink

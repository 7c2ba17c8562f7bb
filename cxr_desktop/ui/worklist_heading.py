"""How one heading of the worklist is painted: small capitals, the arrow and the rank of a sort; sorts nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_cells import RIGHT_MARGIN
from cxr_desktop.ui.worklist_columns import HEADING_LEFT, SYMBOL_WIDTH, ColumnLook

_ARROW, _DIGIT = 13, 7


@dataclass(frozen=True, slots=True)
class Heading:
    """``rank`` counts from 1 where several columns sort, else 0; ``descending`` is ``None`` where this one does not."""

    column: Column
    look: ColumnLook
    rank: int
    descending: bool | None
    reached: bool


def paint_heading(painter: QPainter, area: QRectF, heading: Heading, theme: Theme) -> None:
    """Background, words, arrow, rank, one line below; a frame where the keyboard has reached it."""
    sorts = heading.descending is not None
    painter.save()
    painter.fillRect(area, QColor(theme.panel))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
    used = font(TextSize.CAPTION, semibold=True)
    painter.setFont(used)
    painter.setPen(QColor(theme.text_second if sorts else theme.text_faint))
    signs = (_ARROW + (_DIGIT if heading.rank else 0)) if sorts else 0
    left, shown = _placed(area, heading, QFontMetricsF(used), signs)
    metrics = QFontMetricsF(used)
    baseline = area.center().y() + metrics.capHeight() / 2 + 1
    line = QRectF(left, area.top(), metrics.horizontalAdvance(shown), area.height())
    painter.drawText(QPointF(mirrored(line, area).left(), baseline), shown)
    if sorts:
        name = "chevron_down" if heading.descending else "chevron_up"
        right = left + metrics.horizontalAdvance(shown) + 2
        box = QRectF(right, area.center().y() - 4, 11, 11)
        icons.renderer(name, theme.text_second).render(painter, mirrored(box, area))
        if heading.rank:
            painter.setFont(font(TextSize.CAPTION))
            digit = QRectF(right + 11, area.top(), _DIGIT, area.height())
            painter.drawText(QPointF(mirrored(digit, area).left(), baseline), str(heading.rank))
    if heading.reached:
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 3, -2, -4), 3, 3)
    painter.restore()


def _placed(area: QRectF, heading: Heading, metrics: QFontMetricsF, signs: int) -> tuple[float, str]:
    """Where the words begin, and what of them fits."""
    column, look = heading.column, heading.look
    left = area.left() + (SYMBOL_WIDTH if column is Column.RISK else 0)
    room = area.right() - left - max(2, signs + 1)
    if column is Column.RISK and metrics.horizontalAdvance(look.heading.upper()) > room:
        room, left = room + SYMBOL_WIDTH - HEADING_LEFT, left - SYMBOL_WIDTH + HEADING_LEFT
    whole = column is Column.RISK and metrics.horizontalAdvance(look.title.upper()) <= room
    text = (look.title if whole else look.heading).upper()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if column is Column.WAIT:
        # Over its numbers, which stand to the right.
        left = max(left, area.right() - RIGHT_MARGIN - metrics.horizontalAdvance(shown) - signs)
    return left, shown

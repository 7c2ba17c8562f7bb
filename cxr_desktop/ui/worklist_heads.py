"""The line above a group of studies: how it looks and what it says; folds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from cxr_desktop.bridge.worklist_model import Head
from cxr_desktop.ui import column_words, icons, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.languages import is_mirrored, mirrored
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_columns import SYMBOL_WIDTH

HEAD_HEIGHT = 28


def paint_head(painter: QPainter, head: Head, area: QRectF, line: QRectF, theme: Theme) -> None:
    """``area`` is the cell that is painted now, ``line`` the whole row: its words run across all cells."""
    painter.fillRect(area, QColor(theme.raised))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
    strong, plain = font(TextSize.CAPTION, semibold=True), font(TextSize.CAPTION)
    colour = theme.risk_between if head.name == "not_scored" else theme.text_second
    folded = "previous" if is_mirrored() else "next"
    sign = QRectF(line.left() + 14, line.center().y() - 6, 12, 12)
    icons.renderer(folded if head.folded else "chevron_down", colour).render(painter, mirrored(sign, line))
    number, left = wording.number(head.count), line.left() + SYMBOL_WIDTH
    used = QFontMetricsF(strong).horizontalAdvance(number)
    room = line.width() - SYMBOL_WIDTH - used - 24
    words = QFontMetricsF(plain).elidedText(column_words.group(head.name), Qt.TextElideMode.ElideRight, room)
    baseline = line.center().y() + QFontMetricsF(strong).capHeight() / 2
    painter.setPen(QColor(colour))
    for written, text, start in ((strong, number, left), (plain, words, left + used + 8)):
        place = QRectF(start, line.top(), QFontMetricsF(written).horizontalAdvance(text), line.height())
        painter.setFont(written)
        painter.drawText(QPointF(mirrored(place, line).left(), baseline), text)


def head_tooltip(head: Head) -> str:
    """What a click does."""
    if head.folded:
        return QCoreApplication.translate("worklist", "Show these studies (click, or → in the list)")
    return QCoreApplication.translate("worklist", "Fold these studies away (click, or ← on one of them)")

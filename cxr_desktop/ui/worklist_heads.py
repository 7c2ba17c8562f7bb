"""The line above a group of studies: how it looks and what it says; folds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from cxr_desktop.bridge.worklist_model import Head
from cxr_desktop.ui import column_words, icons, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_columns import SYMBOL_WIDTH

HEAD_HEIGHT = 28


def paint_head(painter: QPainter, head: Head, area: QRectF, line: QRectF, theme: Theme) -> None:
    """``area`` is the cell that is painted now, ``line`` the whole row: its words run across all cells."""
    painter.fillRect(area, QColor(theme.raised))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
    strong, plain = font(TextSize.CAPTION, semibold=True), font(TextSize.CAPTION)
    colour = theme.risk_between if head.name == "not_scored" else theme.text_second
    baseline = line.center().y() + QFontMetricsF(strong).capHeight() / 2
    sign = "next" if head.folded else "chevron_down"
    icons.renderer(sign, colour).render(painter, QRectF(line.left() + 14, line.center().y() - 6, 12, 12))
    number = wording.number(head.count)
    room = line.width() - SYMBOL_WIDTH - QFontMetricsF(strong).horizontalAdvance(number) - 24
    metrics = QFontMetricsF(plain)
    words = metrics.elidedText(column_words.group(head.name), Qt.TextElideMode.ElideRight, room)
    left = line.left() + SYMBOL_WIDTH
    painter.setPen(QColor(colour))
    painter.setFont(strong)
    painter.drawText(QPointF(left, baseline), number)
    painter.setFont(plain)
    painter.drawText(QPointF(left + QFontMetricsF(strong).horizontalAdvance(number) + 8, baseline), words)


def head_tooltip(head: Head) -> str:
    """What a click does."""
    if head.folded:
        return QCoreApplication.translate("worklist", "Show these studies (click, or → in the list)")
    return QCoreApplication.translate("worklist", "Fold these studies away (click, or ← on one of them)")

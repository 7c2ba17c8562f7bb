"""Original and heat map side by side in one view: two panes with one place and one zoom; draws no image itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer.haloed import draw_text

NARROWEST = 200
"""Device-independent pixels of a pane below which two are worse than one."""
_CAPTION, _GAP = 20.0, 10.0
_UNDER_CORNERS = 84.0


def panes(area: QRectF, split: bool) -> tuple[QRectF, ...]:
    """One pane, or two of equal width; an odd pixel lies between them."""
    if not split or area.width() < 2 * NARROWEST:
        return (area,)
    width = float(int(area.width()) // 2)
    return (
        QRectF(area.left(), area.top(), width, area.height()),
        QRectF(area.right() - width, area.top(), width, area.height()),
    )


def in_pane(point: QPointF, area: QRectF, split: bool) -> QPointF:
    """The same place counted from the corner of the pane that it lies in."""
    for pane in reversed(panes(area, split)):
        if point.x() >= pane.left():
            return point - pane.topLeft()
    return point


def paint_frame(painter: QPainter, area: QRectF) -> None:
    """The line between the panes, and what each of them is."""
    both = panes(area, True)
    if len(both) < 2:
        return
    painter.setPen(QPen(QColor(DARK.line), 1))
    middle = area.center().x()
    painter.drawLine(QLineF(middle, area.top(), middle, area.bottom()))
    left, right = QCoreApplication.translate("viewer", "Original"), QCoreApplication.translate("viewer", "Heat map")
    # Beside the line and under the corners, which belong to the image's own text.
    row = QRectF(area.left(), area.top() + _UNDER_CORNERS, area.width(), _CAPTION)
    before, after = row.adjusted(0, 0, -area.width() / 2 - _GAP, 0), row.adjusted(area.width() / 2 + _GAP, 0, 0, 0)
    draw_text(painter, before, left, Qt.AlignmentFlag.AlignRight, semibold=True)
    draw_text(painter, after, right, Qt.AlignmentFlag.AlignLeft, semibold=True)

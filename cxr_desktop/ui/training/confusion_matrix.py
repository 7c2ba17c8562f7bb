"""Truth against what was called, as counts and shares of the truth; paints, computes shares only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import Theme, current_theme

_ROW, _HEAD, _NAME = 44, 40, 112
_STRONGEST = 0.55
"""Opacity of a cell that holds its whole row: the numbers on it keep their contrast."""


class ConfusionMatrix(QWidget):
    """Rows are the truth. A cell is the stronger, the larger its share of its row; the diagonal is right."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self._rows: tuple[tuple[int, ...], ...] = ()
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_matrix(self, labels: Sequence[str], rows: Sequence[Sequence[int]]) -> None:
        """Names in the order of rows and columns."""
        self._labels, self._rows = tuple(labels), tuple(tuple(row) for row in rows)
        sentences = [
            self.tr("{0}: {1}").format(
                truth, ", ".join(f"{count} {called}" for count, called in zip(row, self._labels, strict=True))
            )
            for truth, row in zip(self._labels, self._rows, strict=True)
        ]
        self.setAccessibleDescription(". ".join(sentences))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[list[tuple[str, str]]]:
        """Count and share of every cell, as painted."""
        return [[cell_words(count, sum(row)) for count in row] for row in self._rows]

    def sizeHint(self) -> QSize:
        """A row for each class."""
        return QSize(320, _HEAD + _ROW * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """Narrow cells still hold four digits."""
        return QSize(_NAME + 48 * len(self._rows), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, names, cells."""
        if not self._rows:
            return
        painter, theme = QPainter(self), current_theme()
        width = (self.width() - _NAME) / len(self._labels)
        painter.setFont(font(TextSize.CAPTION))
        metrics = QFontMetricsF(painter.font())
        for column, name in enumerate(self._labels):
            area = QRectF(_NAME + column * width, 18, width - 2, _HEAD - 20)
            painter.setPen(QColor(theme.text_second))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width() - 4)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.setPen(QColor(theme.text_faint))
        top = QRectF(_NAME, 0, self.width() - _NAME, 16)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), self.tr("called"))
        painter.drawText(QRectF(0, 20, _NAME, 16), int(Qt.AlignmentFlag.AlignLeft), self.tr("in truth"))
        for number, row in enumerate(self._rows):
            self._paint_row(painter, theme, number, row, width)
        painter.end()

    def _paint_row(self, painter: QPainter, theme: Theme, number: int, row: Sequence[int], width: float) -> None:
        top = _HEAD + number * _ROW
        painter.setFont(font())
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(theme.text_second))
        name = metrics.elidedText(self._labels[number], Qt.TextElideMode.ElideRight, _NAME - 8)
        painter.drawText(QRectF(0, top, _NAME - 8, _ROW - 2), int(Qt.AlignmentFlag.AlignVCenter), name)
        total = sum(row)
        for column, count in enumerate(row):
            area = QRectF(_NAME + column * width, top, width - 2, _ROW - 2)
            painter.fillRect(area, QColor(theme.raised))
            fill = QColor(theme.accent if column == number else theme.text_second)
            fill.setAlphaF(_STRONGEST * count / total if total else 0.0)
            painter.fillRect(area, fill)
            amount, share = cell_words(count, total)
            painter.setPen(QColor(theme.text))
            painter.setFont(font(TextSize.TITLE, semibold=column == number))
            painter.drawText(area.adjusted(0, 4, 0, -18), int(Qt.AlignmentFlag.AlignCenter), amount)
            painter.setFont(font(TextSize.CAPTION))
            painter.drawText(area.adjusted(0, 22, 0, -3), int(Qt.AlignmentFlag.AlignCenter), share)


def cell_words(count: int, total: int) -> tuple[str, str]:
    """A count and its share of the row."""
    return wording.number(count), wording.percent(count / total) if total else wording.BLANK

"""Hits and misses of a report with their heat maps, as many to a line as there is room for; opens no file."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme
from cxr_desktop.ui.training.report_data import GalleryItem, Report
from cxr_desktop.ui.training.thumbnails import draw_picture

SIDE = 128
_GAP, _WORDS = 12, 38


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture and two lines under it."""

    picture: QPixmap
    first: str
    second: str
    tip: str


class TileGrid(QWidget):
    """Paints tiles line by line; its height follows from its width."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: tuple[Tile, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these."""
        self._tiles = tuple(tiles)
        self.setAccessibleDescription(". ".join(f"{tile.first}, {tile.second}" for tile in tiles))
        self.updateGeometry()
        self.update()

    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def hasHeightForWidth(self) -> bool:
        """Narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        rows = -(-len(self._tiles) // self._columns(width))
        return max(0, rows * (SIDE + _WORDS + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """For its present width."""
        return QSize(3 * (SIDE + _GAP), self.heightForWidth(max(self.width(), SIDE)))

    def minimumSizeHint(self) -> QSize:
        """One to a line."""
        return QSize(SIDE, SIDE)

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (SIDE + _GAP))

    def _place(self, number: int) -> QRectF:
        columns = self._columns(self.width())
        return QRectF((number % columns) * (SIDE + _GAP), (number // columns) * (SIDE + _WORDS + _GAP), SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is in view."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        used = font(TextSize.CAPTION)
        metrics = QFontMetricsF(used)
        for number, tile in enumerate(self._tiles):
            place = self._place(number)
            if not place.adjusted(0, 0, 0, _WORDS).intersects(QRectF(event.rect())):
                continue
            draw_picture(painter, tile.picture, place, theme.line)
            painter.setFont(used)
            for line, (words, colour) in enumerate(((tile.first, theme.text), (tile.second, theme.text_second))):
                painter.setPen(QColor(colour))
                area = QRectF(place.left(), place.bottom() + 4 + 16 * line, SIDE, 16)
                painter.drawText(area, 0, metrics.elidedText(words, Qt.TextElideMode.ElideRight, SIDE))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The file's name under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for number, tile in enumerate(self._tiles):
                if self._place(number).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), wording.escape(tile.tip), self)
                    return True
            QToolTip.hideText()
        return super().event(event)


class Gallery(QWidget):
    """Misses first: they teach more."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.misses, self.hits = TileGrid(), TileGrid()
        self._parts = []
        for words, grid in ((self.tr("Misses"), self.misses), (self.tr("Hits"), self.hits)):
            head = label(words, semibold=True)
            grid.setAccessibleName(words)
            layout.addWidget(head)
            layout.addWidget(grid)
            layout.addSpacing(8)
            self._parts.append((head, grid))

    def set_report(self, report: Report) -> None:
        """Show the pictures of a report; nothing where it has none."""
        for grid, hit in ((self.misses, False), (self.hits, True)):
            grid.set_tiles([self._tile(item, report) for item in report.gallery if item.hit is hit])
        for head, grid in self._parts:
            head.setVisible(bool(grid.tiles()))
            grid.setVisible(bool(grid.tiles()))

    def _tile(self, item: GalleryItem, report: Report) -> Tile:
        called = f"{report.label(item.called)} {wording.probability(item.probability)}"
        truth = self.tr("in truth {0}").format(report.label(item.truth))
        tip = "\n".join(part for part in (wording.plain(item.file_name), f"{called}, {truth}", item.map_words) if part)
        return Tile(picture_of(item.picture), called, item.map_words if item.hit else truth, tip)


def picture_of(encoded: str) -> QPixmap:
    """Base64 of a PNG or JPEG; an empty picture where it is none."""
    result = QPixmap()
    try:
        result.loadFromData(base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError):
        return QPixmap()
    return result

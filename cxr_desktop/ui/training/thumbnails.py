"""Small pictures by class, as many as there is room for; reads what our own child wrote, knows no data set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme
from cxr_desktop.ui.training.inspection import Thumbnail, class_label

SIDE = 84
_GAP = 6


class PictureRow(QWidget):
    """One line of pictures on black, fitted whole into squares; those that find no room are not drawn."""

    def __init__(self, pictures: Sequence[QPixmap], side: int = SIDE) -> None:
        super().__init__()
        self._pictures, self._side = list(pictures), side
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        return QSize(max(1, len(self._pictures)) * (self._side + _GAP) - _GAP, self._side)

    def minimumSizeHint(self) -> QSize:
        """At least one."""
        return QSize(self._side, self._side)

    def shown(self) -> int:
        """How many have room."""
        return min(len(self._pictures), max(1, (self.width() + _GAP) // (self._side + _GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole pictures only."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for position in range(self.shown()):
            place = QRectF(position * (self._side + _GAP), 0, self._side, self._side)
            draw_picture(painter, self._pictures[position], place, current_theme().line)
        painter.end()


def draw_picture(painter: QPainter, picture: QPixmap, place: QRectF, line: str) -> None:
    """Fitted whole into the square, on black, with round corners."""
    clip = QPainterPath()
    clip.addRoundedRect(place, 4, 4)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(place, QColor("#000000"))
    if not picture.isNull():
        size = picture.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = place.left() + (place.width() - size.width()) / 2
        top = place.top() + (place.height() - size.height()) / 2
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), picture, QRectF(picture.rect()))
    painter.restore()
    painter.setPen(QColor(line))
    painter.drawPath(clip)


class Thumbnails(QWidget):
    """A row of pictures for each class, under its name."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_thumbnails(self, thumbnails: Sequence[Thumbnail], labels: dict[str, str]) -> None:
        """Show these instead, in the order of their classes; a name without pictures is not shown."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in dict.fromkeys(thumbnail.name for thumbnail in thumbnails):
            own = [thumbnail for thumbnail in thumbnails if thumbnail.name == name]
            words = class_label(name, labels)
            row = PictureRow([QPixmap(thumbnail.file) for thumbnail in own])
            row.setAccessibleName(self.tr("{0} images of {1}").format(wording.number(len(own)), words))
            self._column.addWidget(label(words, TextSize.CAPTION, "second"))
            self._column.addWidget(row)
            self._column.addSpacing(8)
        self._column.addStretch(1)

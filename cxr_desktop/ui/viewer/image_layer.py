"""The pixels on the screen: visible part of the right pyramid level, through the display table; reads no file."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from cxr_desktop.imaging.pixels import look_up
from cxr_desktop.ui.viewer.pyramid import Pyramid
from cxr_desktop.ui.viewer.viewport import GridSlice, Viewport


def shown_image(shown: NDArray[np.uint32]) -> QImage:
    """A view, not a copy: ``shown`` must be contiguous and outlive the result.

    Four bytes a pixel, though one would do: Qt scales these three times as fast as eight-bit grey.
    """
    rows, columns = shown.shape
    return QImage(shown.data, columns, rows, shown.strides[0], QImage.Format.Format_RGB32)


def draw_slice(painter: QPainter, picture: QImage, part: GridSlice, viewport: Viewport, smooth: bool) -> None:
    """Draw ``picture``, the cells of ``part``, where they lie; nothing beyond the image's own edge.

    The painter counts device pixels. Both layers come through here, so they cannot move apart.
    """
    x0, y0 = viewport.to_screen(0, 0)
    x1, y1 = viewport.to_screen(viewport.columns, viewport.rows)
    painter.save()
    painter.setClipRect(QRectF(x0, y0, x1 - x0, y1 - y0), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    source = QRectF(0, 0, picture.width(), picture.height())
    painter.drawImage(QRectF(part.x, part.y, part.width, part.height), picture, source)
    painter.restore()


def _beside(part: GridSlice, viewport: Viewport, whole: QRect) -> list[QRect]:
    """What of a frame ``draw_slice`` leaves out or covers in part: black is to be seen there."""
    x1, y1 = viewport.to_screen(viewport.columns, viewport.rows)
    left, top = ceil(part.x) + 1, ceil(part.y) + 1
    right, bottom = floor(min(part.x + part.width, x1)) - 1, floor(min(part.y + part.height, y1)) - 1
    covered = QRect(left, top, max(0, right - left), max(0, bottom - top))
    return list(cast(Iterable[QRect], QRegion(whole).subtracted(QRegion(covered))))  # which its stubs do not say


class ImageLayer:
    """Keeps the last frame, so that a moving pointer or a menu over the image costs nothing."""

    def __init__(self) -> None:
        self._pyramid: Pyramid | None = None
        self._table: NDArray[np.uint32] | None = None
        self._shown = np.empty(0, dtype=np.uint32)
        self._frame: QImage | None = None
        self._spent: QImage | None = None
        self._drawn: Viewport | None = None
        self._wanted, self._missing = 0, False

    def set_pyramid(self, pyramid: Pyramid | None) -> None:
        """Another image, or none; the former one's memory is let go."""
        self._pyramid = pyramid
        self._retire()

    def set_table(self, table: NDArray[np.uint8]) -> None:
        """65536 shown values, one per pixel code."""
        self._table = table.astype(np.uint32) * np.uint32(0x010101) | np.uint32(0xFF000000)
        self._retire()

    def refine(self) -> bool:
        """Another level has been made; returns whether that makes the next frame better than the last."""
        better = self._pyramid is not None and self._missing and self._wanted < len(self._pyramid.levels)
        if better:
            self._retire()
        return better

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Draw the image; the painter counts device pixels."""
        if self._drawn != viewport:
            self._retire()
        if self._frame is None:
            self._frame = self._render(viewport, self._spent)
            self._spent, self._drawn = None, viewport
            level = self._level(viewport)
            self._wanted, self._missing = level, self._pyramid is not None and level >= len(self._pyramid.levels)
        painter.drawImage(0, 0, self._frame)

    def _retire(self) -> None:
        """The frame is old; its memory serves the next one, which saves a third of the time."""
        if self._frame is not None:
            self._spent, self._frame = self._frame, None

    def render(self, viewport: Viewport) -> QImage:
        """Another view of the same image, such as that of a lens; kept nowhere."""
        return self._render(viewport, None)

    def _level(self, viewport: Viewport) -> int:
        return self._pyramid.level_for(max(viewport.scale_x, viewport.scale_y)) if self._pyramid is not None else 0

    def _render(self, viewport: Viewport, into: QImage | None) -> QImage:
        """One frame of the viewport's size, black where there is no image; drawn ``into`` an old one that fits."""
        size = QSize(round(viewport.width), round(viewport.height))
        frame = into if into is not None and into.size() == size else QImage(size, QImage.Format.Format_RGB32)
        if self._pyramid is None or self._table is None:
            frame.fill(Qt.GlobalColor.black)
            return frame
        level = self._level(viewport)
        rows, columns = self._pyramid.shape(level)
        step = float(1 << level)
        part = viewport.slice_of(columns, rows, step, step)
        if part is None:
            frame.fill(Qt.GlobalColor.black)
            return frame
        codes = self._pyramid.read(level, part.left, part.top, part.right, part.bottom)
        shown = look_up(self._table, codes, self._room(codes.shape))
        painter = QPainter(frame)
        for margin in _beside(part, viewport, frame.rect()):
            painter.fillRect(margin, Qt.GlobalColor.black)
        exact = viewport.scale_x == viewport.scale_y == 1.0
        draw_slice(painter, shown_image(shown), part, viewport, not (exact or viewport.shows_real_pixels))
        painter.end()
        return frame

    def _room(self, shape: tuple[int, ...]) -> NDArray[np.uint32]:
        """Memory for the looked-up pixels, used again by the next frame: fresh pages cost as much as the look-up."""
        count = shape[0] * shape[1]
        if not count <= self._shown.size <= 4 * count + (1 << 16):
            self._shown = np.empty(count, dtype=np.uint32)
        return self._shown[:count].reshape(shape)

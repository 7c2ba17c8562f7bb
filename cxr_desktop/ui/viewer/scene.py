"""Everything that is drawn over the image's pixels and they themselves, for the screen and for a picture of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from cxr_desktop.ui.viewer import colour_bar, corner_text, extras, measurement_layer, region_boxes, split_view
from cxr_desktop.ui.viewer.corner_text import Corners, Place, TextAmount
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.extras import PictureContent
from cxr_desktop.ui.viewer.haloed import TEXT, WARNING, draw_text
from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.toolbar import HEIGHT
from cxr_desktop.ui.viewer.tools import MouseTools

_ALL = PictureContent()


class Scene:
    """What the reading says, drawn; ``place``, ``identity_visible``, ``label`` and ``said`` are the viewer's to set."""

    def __init__(self, reading: Reading, mouse: MouseTools) -> None:
        self.image_layer = ImageLayer()
        self.place = Place()
        self.identity_visible = True
        self.label, self.undated_label, self.label_warns, self.said = "", "", False, ""
        self._reading, self._mouse = reading, mouse

    def corners(self, pointer: bool = True) -> Corners:
        """What is written in the corners now, with the value under the ``pointer`` or without."""
        display, amount = self._reading.display, self._reading.text_amount
        if display is None:
            return Corners()
        pixel = self._reading.pixel() if pointer else None
        return corner_text.compose(display, self.place, pixel, amount, self.identity_visible)

    def note(self, show_key: str) -> str:
        """Why no heat map or outline is drawn, or what is wrong with the map; "" where there is nothing to say."""
        if self._reading.display is None:
            return ""
        parts = self._reading.overlay.words(show_key), self._reading.lungs.words()
        return " · ".join(words for words in parts if words)

    def paint(self, painter: QPainter, area: QRectF, ratio: float, pill: QRectF | None, show_key: str) -> None:
        """The open image from far to near. ``pill`` is what the tools cover, in device-independent pixels as
        ``area`` is; ``show_key`` draws maps below the operating point."""
        display = self._reading.display
        if display is not None:
            hovered, layer = self._reading.aids.hovered, self._reading.overlay
            self._paint_panes(painter, area, display, ratio, hovered.index if hovered is not None else -1)
            if layer.is_drawn:
                self._paint_scale(painter, area)
            bottom = pill.top() if pill is not None else area.bottom() - HEIGHT
            words = QRectF(16, bottom - 28, area.width() - 32, 20)
            colour = WARNING if layer.lies_outside else TEXT
            draw_text(painter, words, self.note(show_key), Qt.AlignmentFlag.AlignHCenter, colour=colour)
        corner_text.paint(painter, area, self.corners(), pill)
        if self.label_warns:
            # The other label stands in the strip above; this one must be seen with the image itself.
            extras.paint_label(painter, area, self.label, self.label_warns)
        extras.paint_profile(painter, area, self._reading, self._mouse.growing)
        extras.paint_aids(painter, area, self._reading, self.image_layer, ratio)
        extras.paint_said(painter, area, self.said)

    def picture(self, size: QSize, ratio: float, content: PictureContent) -> QImage:
        """What is on the screen at the screen's own resolution, without tools, pointer and passing words; ``size`` is
        that of the view in device-independent pixels."""
        result = QImage(size * ratio, QImage.Format.Format_RGB32)
        result.setDevicePixelRatio(ratio)
        result.fill(Qt.GlobalColor.black)
        painter, display = QPainter(result), self._reading.display
        area = QRectF(0, 0, size.width(), size.height())
        if display is not None:
            self._paint_panes(painter, area, display, ratio, content=content)
            if content.words:
                extras.paint_profile(painter, area, self._reading, None)
            if content.heat_map and self._reading.overlay.is_drawn:
                self._paint_scale(painter, area)
        corner_text.paint(painter, area, self._corners_of_picture(content))
        # A date may tell who it is.
        label = self.label if content.identity else self.undated_label
        extras.paint_label(painter, area, label, self.label_warns)
        painter.end()
        return result

    def _corners_of_picture(self, content: PictureContent) -> Corners:
        corners, display = self.corners(pointer=False), self._reading.display
        if not content.words:
            return Corners(sides=corners.sides, turned=corners.turned)
        if content.identity or display is None or self._reading.text_amount is TextAmount.NONE:
            return corners
        header, named = display.image.radiograph, self._reading.text_amount is TextAmount.ALL
        place = corner_text.acquisition_lines(header, False) if named else ()
        return replace(corners, top_left=corner_text.nobodys_lines(header), top_right=place)

    def _paint_panes(
        self,
        painter: QPainter,
        area: QRectF,
        display: Display,
        ratio: float,
        hovered: int = -1,
        content: PictureContent = _ALL,
    ) -> None:
        """The image once, or twice: as it is, and with its heat map."""
        panes = split_view.panes(area, self._reading.is_split)
        for pane in panes:
            painter.save()
            painter.setClipRect(pane)
            painter.translate(pane.topLeft())
            corner = QRectF(0, 0, pane.width(), pane.height())
            with_map = content.heat_map and pane is panes[-1]
            self._paint_layers(painter, display, ratio, with_map)
            if with_map and content.words:
                region_boxes.paint(painter, corner, self._reading.overlay.boxes(), self._reading.view_point)
            if content.words:
                self._paint_measurements(painter, corner, display, hovered)
            painter.restore()
        if len(panes) > 1:
            split_view.paint_frame(painter, area)

    def _paint_layers(self, painter: QPainter, display: Display, ratio: float, heat_map: bool = True) -> None:
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self.image_layer.paint(painter, display.viewport)
        if heat_map:
            self._reading.overlay.paint(painter, display.viewport, ratio)
            self._reading.lungs.paint(painter, display.viewport, ratio)
        painter.restore()

    def _paint_measurements(self, painter: QPainter, area: QRectF, display: Display, hovered: int = -1) -> None:
        kept, growing, to_view = display.kept.measurements, self._mouse.growing, self._reading.view_point
        measurement_layer.paint(painter, area, kept, growing, display.spacing, to_view, hovered)

    def _paint_scale(self, painter: QPainter, area: QRectF) -> None:
        colour_bar.paint(painter, area, self._reading.overlay.bar())

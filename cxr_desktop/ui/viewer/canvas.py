"""The open image on the screen: where it lies, what the pointer touches and what was measured; knows no heat map."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from cxr_desktop.ui.viewer import split_view
from cxr_desktop.ui.viewer.aids import Aids
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.measurement import Measurement, Point
from cxr_desktop.ui.viewer.measuring import Grip
from cxr_desktop.ui.viewer.viewport import Viewport

ZOOM_PER_STEP = 1.25


class Canvas(QObject):
    """``changed`` asks for a repaint; ``adjusted`` tells that the reader changed how the image is shown."""

    changed = Signal()
    pointer_moved = Signal()
    zoom_changed = Signal(float)
    adjusted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.display: Display | None = None
        self.pointer: QPointF | None = None
        self.aids = Aids()
        self._view, self._ratio, self._split = QRectF(0, 0, 1, 1), 1.0, False

    def resize(self, width: float, height: float, device_pixel_ratio: float) -> None:
        """The view's size in device-independent pixels."""
        self._view, self._ratio = QRectF(0, 0, width, height), device_pixel_ratio
        self._fill()

    @property
    def is_split(self) -> bool:
        """Whether the image stands there twice, without and with its heat map."""
        return self._split

    def split(self, split: bool) -> None:
        """Show the image once, or twice side by side with one place and one zoom."""
        self._split = split
        self._fill()
        self.changed.emit()

    def in_pane(self, point: QPointF) -> QPointF:
        """A place of the view, counted from the corner of the pane that it lies in."""
        return split_view.in_pane(point, self._view, self._split)

    def _fill(self) -> None:
        if self.display is not None:
            self.place(self.display.viewport.resized(*self._size()))

    def _size(self) -> tuple[float, float]:
        """Of a pane, in device pixels."""
        pane = split_view.panes(self._view, self._split)[0]
        return float(round(pane.width() * self._ratio)), float(round(pane.height() * self._ratio))

    def has_image(self) -> bool:
        """Whether there is anything to work on."""
        return self.display is not None

    def viewport(self) -> Viewport:
        """Where the image lies."""
        return self._open.viewport

    def set_viewport(self, viewport: Viewport) -> None:
        """Zoom or move, by the reader's hand."""
        self.place(viewport)
        self.adjusted.emit()

    def place(self, viewport: Viewport) -> None:
        """Zoom or move; not a wish of the reader."""
        zoomed = viewport.scale != self._open.viewport.scale
        self._open.viewport = viewport
        self.changed.emit()
        if zoomed:
            self.zoom_changed.emit(viewport.scale)

    def device(self, point: QPointF) -> tuple[float, float]:
        """Device pixels of a place or a distance."""
        return point.x() * self._ratio, point.y() * self._ratio

    def image_point(self, point: QPointF) -> Point:
        """The place in the image."""
        return self._open.viewport.to_image(*self.device(self.in_pane(point)))

    def view_point(self, point: Point) -> QPointF:
        """The place in the view (in its first pane), in device-independent pixels."""
        x, y = self._open.viewport.to_screen(*point)
        return QPointF(x / self._ratio, y / self._ratio)

    def pixel(self) -> tuple[int, int] | None:
        """(column, row) under the pointer."""
        if self.display is None or self.pointer is None:
            return None
        return self.display.viewport.pixel_at(*self.device(self.in_pane(self.pointer)))

    def point_at(self, point: QPointF | None) -> None:
        """The pointer moved, or left."""
        self.pointer = point
        self.pointer_moved.emit()

    def fit(self) -> None:
        """The whole image."""
        if self.display is not None:
            self.set_viewport(self.display.viewport.fit())

    def one_to_one(self) -> None:
        """One pixel of the screen for each of the image."""
        self._zoom_to(1.0)

    def zoom_by_steps(self, steps: int) -> None:
        """Closer or farther, about the pointer, or the middle where the pointer is elsewhere."""
        if self.display is not None:
            self._zoom_to(self.display.viewport.scale * ZOOM_PER_STEP**steps)

    def _zoom_to(self, scale: float) -> None:
        if self.display is not None:
            width, height = self._size()
            here = self.device(self.in_pane(self.pointer)) if self.pointer else (width / 2, height / 2)
            self.set_viewport(self.display.viewport.at_scale(scale, *here))

    def add_measurement(self, measurement: Measurement) -> None:
        """One that is finished."""
        self._open.kept.measurements.add(measurement)
        self.changed.emit()

    def grip_at(self, point: QPointF) -> Grip | None:
        """The measurement under a place of the view."""

        def to_view(place: Point) -> Point:
            at = self.view_point(place)
            return at.x(), at.y()

        place = self.in_pane(point)
        return self._open.kept.measurements.grip_at((place.x(), place.y()), to_view) if self.display else None

    def hover(self, grip: Grip | None) -> None:
        """The pointer is over a measurement, or over none."""
        if grip != self.aids.hovered:
            self.aids.hovered = grip
            self.changed.emit()

    def measurement(self, index: int) -> Measurement:
        """One of this image."""
        return self._open.kept.measurements[index]

    def set_measurement(self, index: int, measurement: Measurement, is_new_step: bool) -> None:
        """Moved; see ``Measurements.replace``."""
        self._open.kept.measurements.replace(index, measurement, is_new_step)
        self.changed.emit()

    def remove_last_measurement(self) -> None:
        """The one under the pointer, else the youngest."""
        if self.display is not None and len(self.display.kept.measurements):
            hovered, self.aids.hovered = self.aids.hovered, None
            self.display.kept.measurements.remove(hovered.index if hovered else len(self.display.kept.measurements) - 1)
            self.changed.emit()

    def undo_measurement(self) -> None:
        """As before the last measurement was made, moved or removed."""
        if self.display is not None and self.display.kept.measurements.undo():
            self.aids.hovered = None
            self.changed.emit()

    def clear_measurements(self) -> None:
        """All of this image."""
        if self.display is not None:
            self.aids.hovered = None
            self.display.kept.measurements.clear()
            self.changed.emit()

    def magnify(self, notches: float) -> bool:
        """Make the lens stronger; False where there is none."""
        if not self.aids.magnifier:
            return False
        self.aids.strengthen(notches)
        self.changed.emit()
        return True

    def toggle_magnifier(self) -> None:
        """The lens under the pointer."""
        self.aids.magnifier = not self.aids.magnifier
        self.changed.emit()

    def toggle_probe(self) -> None:
        """The value beside the pointer."""
        self.aids.probe = not self.aids.probe
        self.changed.emit()

    @property
    def _open(self) -> Display:
        if self.display is None:
            raise RuntimeError("there is no image to work on")
        return self.display

"""What a reader can do to the open image: every verb of keys, menus and mouse, free of widgets and of drawing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Signal

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import Correction, Finding
from cxr_desktop.imaging.corrected import corrected, turn
from cxr_desktop.imaging.pixels import GreyImage, Voi
from cxr_desktop.ui.viewer import split_view
from cxr_desktop.ui.viewer.corner_text import TextAmount
from cxr_desktop.ui.viewer.display import Adjustments, Display
from cxr_desktop.ui.viewer.lung_layer import LungLayer
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.measurement import Measurement, Point
from cxr_desktop.ui.viewer.overlay_layer import OverlayLayer
from cxr_desktop.ui.viewer.viewport import Viewport
from cxr_desktop.ui.viewer.window_level import extent

ZOOM_PER_STEP = 1.25
_AS_IT_CAME = Correction()


class Reading(QObject):
    """The open image, if any, and the heat map over it.

    ``changed`` asks for a repaint, ``greys_changed`` for a new display table before it. The other signals tell what
    the reader did; setters called by the program emit none of them.
    """

    changed = Signal()
    pointer_moved = Signal()
    greys_changed = Signal()
    window_changed = Signal(float, float)
    zoom_changed = Signal(float)
    overlay_changed = Signal(object, bool, float)
    below_operating_point_changed = Signal(bool)
    lungs_changed = Signal(bool)
    look_changed = Signal(object)
    method_stepped = Signal()
    split_changed = Signal(bool)
    leaf_requested = Signal(int)
    full_screen_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.display: Display | None = None
        self.overlay = OverlayLayer()
        self.lungs = LungLayer()
        self.text_amount = TextAmount.ALL
        self.pointer: QPointF | None = None
        self._view, self._ratio, self._split = QRectF(0, 0, 1, 1), 1.0, False
        self._study, self._kept = "", dict[tuple[str, int], Adjustments]()

    def open(self, image: GreyImage, correction: Correction = _AS_IT_CAME) -> Display:
        """Show an image as the reader had it corrected; what was done to it before in this study is found again."""
        header, turns = image.radiograph, correction.quarter_turns % 4
        if header.study_key != self._study:
            self._study, self._kept = header.study_key, {}
        shown = corrected(image, correction)
        # Lengths and angles lie in pixels as shown, so each turn keeps its own.
        kept = self._kept.setdefault((header.path, turns), Adjustments())
        self.display = Display(shown, kept, *self._size())
        file_rows, file_columns = image.pixels.shape
        from_file = turn(file_rows, file_columns, turns)
        rows, columns = shown.pixels.shape
        self.overlay.set_image(header.path, rows, columns, from_file)
        self.lungs.set_image(header.path, from_file)
        self._greys()
        self.zoom_changed.emit(self.display.viewport.scale)
        return self.display

    def close(self) -> None:
        """Let go of the image and of its pixels."""
        self.display, self.pointer = None, None
        self.overlay.set_image("", 0, 0)
        self.lungs.set_image("", Affine())

    def resize(self, width: float, height: float, device_pixel_ratio: float) -> None:
        """The view's size in device-independent pixels."""
        self._view, self._ratio = QRectF(0, 0, width, height), device_pixel_ratio
        if self.display is not None:
            self.set_viewport(self.display.viewport.resized(*self._size()))

    @property
    def is_split(self) -> bool:
        """Whether the image stands there twice, without and with its heat map."""
        return self._split

    def in_pane(self, point: QPointF) -> QPointF:
        """A place of the view, counted from the corner of the pane that it lies in."""
        return split_view.in_pane(point, self._view, self._split)

    def _size(self) -> tuple[float, float]:
        """Of a pane, in device pixels."""
        pane = split_view.panes(self._view, self._split)[0]
        return float(round(pane.width() * self._ratio)), float(round(pane.height() * self._ratio))

    # What the mouse does

    def has_image(self) -> bool:
        """Whether there is anything to work on."""
        return self.display is not None

    def window_level(self) -> Voi:
        """The window in use."""
        return self._open.voi

    def set_window_level(self, window: Voi) -> None:
        """Exactly this window."""
        self._open.kept.voi = window
        self._greys()

    def drag_window(self, start: Voi, dx: float, dy: float) -> None:
        """The window after a drag of (dx, dy) that began at ``start``."""
        self._open.drag_window(start, dx, dy)
        self._greys()

    def viewport(self) -> Viewport:
        """Where the image lies."""
        return self._open.viewport

    def set_viewport(self, viewport: Viewport) -> None:
        """Zoom or move."""
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

    def add_measurement(self, measurement: Measurement) -> None:
        """One that is finished."""
        self._open.kept.measurements.append(measurement)
        self.changed.emit()

    def change_opacity(self, by: float) -> None:
        """More or less of the heat map."""
        self.choose_opacity(self.overlay.opacity + by)

    def leaf(self, by: int) -> None:
        """Another image of the study."""
        self.leaf_requested.emit(by)

    def toggle_full_screen(self) -> None:
        """In or out of the full screen."""
        self.full_screen_requested.emit()

    def open_menu(self, at: QPoint) -> None:
        """The context menu."""
        self.menu_requested.emit(at)

    # What keys and menus do

    def invert(self) -> None:
        """Swap black and white."""
        if self.display is not None:
            self.display.kept.inverted = not self.display.kept.inverted
            self._greys()

    def reset(self) -> None:
        """Window, inversion, zoom and place as at first."""
        if self.display is not None:
            fitted = self.display.viewport.fit()
            self.display.reset()
            self._greys()
            self.zoom_changed.emit(fitted.scale)

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

    def use_preset(self, number: int) -> None:
        """0 is the full range, then the file's windows, then sensible ones."""
        if self.display is not None and self.display.use_preset(number):
            self._greys()

    def remove_last_measurement(self) -> None:
        """The youngest one."""
        if self.display is not None and self.display.kept.measurements:
            self.display.kept.measurements.pop()
            self.changed.emit()

    def clear_measurements(self) -> None:
        """All of this image."""
        if self.display is not None:
            self.display.kept.measurements.clear()
            self.changed.emit()

    def next_text_amount(self) -> None:
        """All, minimal, none."""
        self.text_amount = TextAmount((self.text_amount + 1) % len(TextAmount))
        self.changed.emit()

    def toggle_map(self) -> None:
        """Heat map on or off."""
        self._choose(visible=not self.overlay.visible)

    def toggle_below(self) -> None:
        """Weak evidence drawn or hidden; to ask for it switches the map on."""
        layer = self.overlay
        below = not layer.below_operating_point
        layer.show(layer.finding, layer.visible, layer.opacity, below)
        self.changed.emit()
        # Told before the map is switched on: whoever answers the next signal must know it already.
        self.below_operating_point_changed.emit(below)
        if below and not layer.visible:
            self._choose(visible=True)

    def toggle_lungs(self) -> None:
        """Outline of the lungs on or off."""
        self.lungs.visible = not self.lungs.visible
        self.changed.emit()
        self.lungs_changed.emit(self.lungs.visible)

    def toggle_outline_only(self) -> None:
        """The outline of the regions alone, or their colours too; switches the map on."""
        self._choose_look(replace(self.overlay.look, outline_only=not self.overlay.look.outline_only))

    def toggle_boxes(self) -> None:
        """Boxes round the regions, with their zones, or none; switches the map on."""
        self._choose_look(replace(self.overlay.look, boxes=not self.overlay.look.boxes))

    def choose_colours(self, name: str) -> None:
        """Another colour map; switches the map on."""
        self._choose_look(replace(self.overlay.look, colours=name))

    def next_method(self) -> None:
        """Maps by the next method; switches the map on."""
        if not self.overlay.visible:
            self._choose(visible=True)
        self.method_stepped.emit()

    def toggle_split(self) -> None:
        """Original and heat map side by side, or one image; in two panes the map is switched on."""
        self._split = not self._split
        if self.display is not None:
            self.set_viewport(self.display.viewport.resized(*self._size()))
        if self._split and not self.overlay.visible:
            self._choose(visible=True)
        self.changed.emit()
        self.split_changed.emit(self._split)

    def next_class(self) -> None:
        """The map of the next class; switches the map on."""
        classes = self.overlay.classes
        if classes:
            here = classes.index(self.overlay.finding) if self.overlay.finding in classes else -1
            self._choose(finding=classes[(here + 1) % len(classes)], visible=True)

    def choose_class(self, finding: Finding) -> None:
        """The map of one class; switches the map on."""
        self._choose(finding=finding, visible=True)

    def choose_opacity(self, opacity: float) -> None:
        """0…1."""
        self._choose(opacity=opacity)

    @property
    def _open(self) -> Display:
        if self.display is None:
            raise RuntimeError("there is no image to work on")
        return self.display

    def _zoom_to(self, scale: float) -> None:
        if self.display is not None:
            width, height = self._size()
            here = self.device(self.in_pane(self.pointer)) if self.pointer else (width / 2, height / 2)
            self.set_viewport(self.display.viewport.at_scale(scale, *here))

    def _greys(self) -> None:
        self.greys_changed.emit()
        self.changed.emit()
        centre, width = extent(self._open.voi)
        self.window_changed.emit(centre, width)

    def _choose_look(self, look: MapLook) -> None:
        self.overlay.set_look(look)
        self.changed.emit()
        self.look_changed.emit(look)
        if not self.overlay.visible:
            self._choose(visible=True)

    def _choose(
        self, finding: Finding | None = None, visible: bool | None = None, opacity: float | None = None
    ) -> None:
        layer = self.overlay
        layer.show(
            layer.finding if finding is None else finding,
            layer.visible if visible is None else visible,
            layer.opacity if opacity is None else opacity,
            layer.below_operating_point,
        )
        self.changed.emit()
        self.overlay_changed.emit(layer.finding, layer.visible, layer.opacity)

"""What a reader can do to the open image: every verb of keys, menus and mouse, free of widgets and of drawing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import Correction, Finding
from cxr_desktop.imaging.corrected import corrected, turn
from cxr_desktop.imaging.pixels import GreyImage, Voi
from cxr_desktop.imaging.view_turn import ViewTurn, turned_for_view
from cxr_desktop.ui.viewer.canvas import Canvas
from cxr_desktop.ui.viewer.corner_text import TextAmount
from cxr_desktop.ui.viewer.display import Adjustments, Display
from cxr_desktop.ui.viewer.lung_layer import LungLayer
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.measurement import Point
from cxr_desktop.ui.viewer.overlay_layer import OverlayLayer
from cxr_desktop.ui.viewer.viewport import Viewport
from cxr_desktop.ui.viewer.window_level import extent

_AS_IT_CAME = Correction()


class Reading(Canvas):
    """The open image, if any, and the heat map over it.

    ``changed`` asks for a repaint, ``greys_changed`` for a new display table before it, ``image_replaced`` for the
    pixels to be taken anew, as the view was turned. The other signals tell what the reader did; setters called by the
    program emit none of them.
    """

    greys_changed = Signal()
    window_changed = Signal(float, float)
    overlay_changed = Signal(object, bool, float)
    below_operating_point_changed = Signal(bool)
    lungs_changed = Signal(bool)
    look_changed = Signal(object)
    method_stepped = Signal()
    image_replaced = Signal()
    leaf_requested = Signal(int)
    full_screen_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overlay = OverlayLayer()
        self.lungs = LungLayer()
        self.text_amount = TextAmount.ALL
        self._base: GreyImage | None = None
        self._from_file = Affine()
        self._study, self._kept = "", dict[tuple[str, int], Adjustments]()
        self._met: set[tuple[str, int]] = set()

    def open(self, image: GreyImage, correction: Correction = _AS_IT_CAME) -> Display:
        """Show an image as the reader had it corrected; what was done to it before in this study is found again."""
        header, turns = image.radiograph, correction.quarter_turns % 4
        self._base = corrected(image, correction)
        # Lengths and angles lie in pixels as shown, so each turn keeps its own.
        kept = self._kept.setdefault((header.path, turns), Adjustments())
        if header.study_key != self._study:
            self._study, self._met = header.study_key, set()
        if (header.path, turns) not in self._met:
            self._met.add((header.path, turns))
            kept.voi, kept.inverted = None, False
            kept.set_turn(ViewTurn(), *self._base.pixels.shape)
        rows, columns = image.pixels.shape
        self._from_file = turn(rows, columns, turns)
        return self._show(self._base, kept)

    @property
    def adjustments(self) -> tuple[str, dict[tuple[str, int], Adjustments], set[tuple[str, int]]]:
        """The study in hand, what was done to images, and which of the study's were met; another viewer may go on."""
        return self._study, self._kept, self._met

    @adjustments.setter
    def adjustments(self, done: tuple[str, dict[tuple[str, int], Adjustments], set[tuple[str, int]]]) -> None:
        self._study, self._kept, self._met = done

    def forget(self) -> None:
        """Another folder: what was measured and set belongs to the former one."""
        self._study, self._kept = "", {}
        self._met = set()

    def _show(self, base: GreyImage, kept: Adjustments) -> Display:
        self.display = Display(turned_for_view(base, kept.turn), kept, *self._size())
        path, (rows, columns) = base.radiograph.path, self.display.image.pixels.shape
        to_shown = kept.turn.to_shown(*base.pixels.shape).after(self._from_file)
        self.overlay.set_image(path, rows, columns, to_shown)
        self.lungs.set_image(path, to_shown)
        self._greys()
        self.zoom_changed.emit(self.display.viewport.scale)
        return self.display

    def close(self) -> None:
        """Let go of the image and of its pixels."""
        self.display, self.pointer, self._base = None, None, None
        self.aids.hovered = None
        self.overlay.set_image("", 0, 0)
        self.lungs.set_image("", Affine())

    # What the mouse does

    def window_level(self) -> Voi:
        """The window in use."""
        return self._open.voi

    def set_window_level(self, window: Voi) -> None:
        """Exactly this window."""
        self._open.kept.voi = window
        self._adjust_greys()

    def drag_window(self, start: Voi, dx: float, dy: float) -> None:
        """The window after a drag of (dx, dy) that began at ``start``."""
        self._open.drag_window(start, dx, dy)
        self._adjust_greys()

    def share(self, window: tuple[float, float], inverted: bool, viewport: Viewport) -> None:
        """Do what was done to the image beside this one; see ``Display.relative_window``."""
        self._open.set_relative_window(*window)
        self._open.kept.inverted = inverted
        self._greys()
        self.place(viewport)

    def base_point(self, point: Point) -> Point:
        """A place of the image as shown → the same place before the view was turned."""
        base = self._base
        return self._open.kept.turn.to_shown(*base.pixels.shape).inverse().apply(*point) if base is not None else point

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
            self._adjust_greys()

    def reset(self) -> None:
        """Window, inversion, turn, zoom and place as at first."""
        if self.display is not None:
            self._turn(ViewTurn())
            fitted = self.display.viewport.fit()
            self.display.reset()
            self._adjust_greys()
            self.zoom_changed.emit(fitted.scale)

    def rotate_view(self, quarter_turns: int) -> None:
        """Turn what is seen counter-clockwise; the file and its score know nothing of it."""
        if self.display is not None:
            self._turn(self.display.kept.turn.turned(quarter_turns))

    def mirror_view(self) -> None:
        """Exchange left and right of what is seen."""
        if self.display is not None:
            self._turn(self.display.kept.turn.flipped())

    def _turn(self, turn: ViewTurn) -> None:
        base, display = self._base, self.display
        if base is None or display is None or turn == display.kept.turn:
            return
        display.kept.set_turn(turn, *base.pixels.shape)
        self.aids.hovered = None
        self._show(base, display.kept)
        self.image_replaced.emit()

    def use_preset(self, number: int) -> None:
        """0 is the full range, then the file's windows, then sensible ones."""
        if self.display is not None and self.display.use_preset(number):
            self._adjust_greys()

    def use_automatic_window(self) -> None:
        """By the content alone."""
        if self.display is not None:
            self.display.use_automatic()
            self._adjust_greys()

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
        self.split(not self.is_split)
        if self.is_split and not self.overlay.visible:
            self._choose(visible=True)

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

    def _adjust_greys(self) -> None:
        self._greys()
        self.adjusted.emit()

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

"""The image viewer: joins image, heat map, text and tools into one widget; reads no file and scores nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Correction, Finding, Prediction
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.viewer import (
    actions,
    colour_bar,
    corner_text,
    measurement_layer,
    menus,
    placeholder,
    region_boxes,
    split_view,
)
from cxr_desktop.ui.viewer.correction_mark import CorrectionMark
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.haloed import TEXT, WARNING, draw_text
from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.placeholder import ViewerState
from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.toolbar import HEIGHT, ToolPill
from cxr_desktop.ui.viewer.tools import MouseTools, Tool

_BUILD_SECONDS = 0.005
_LOADING_DELAY_MS = 200


class ImageViewer(QWidget):
    """One radiograph on black, in every theme.

    Signals: ``window_changed(centre, width)`` in modality units, ``zoom_changed(scale)`` in screen pixels per image
    pixel, ``overlay_changed(Finding, visible, opacity)`` and ``below_operating_point_changed(shown)`` when the reader
    changed them here, ``look_changed(MapLook)``, ``method_stepped()`` and ``method_chosen(MapMethod)`` for how the map
    is drawn and computed, ``lungs_changed(shown)`` for the outline of the lungs, ``correction_undo_requested()`` when
    the reader wants the image as the file has it, ``next_image_requested()``, ``previous_image_requested()``,
    ``full_screen_toggled()``, ``context_menu_opening(QMenu)`` so that others may add their entries.
    """

    window_changed = Signal(float, float)
    zoom_changed = Signal(float)
    overlay_changed = Signal(object, bool, float)
    below_operating_point_changed = Signal(bool)
    lungs_changed = Signal(bool)
    look_changed = Signal(object)
    method_stepped = Signal()
    method_chosen = Signal(object)
    correction_undo_requested = Signal()
    next_image_requested = Signal()
    previous_image_requested = Signal()
    full_screen_toggled = Signal()
    context_menu_opening = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageViewer")
        self.setAccessibleName(self.tr("Image"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self._state, self._words, self._place = ViewerState.EMPTY, "", corner_text.Place()
        self._original: GreyImage | None = None
        self._correction = Correction()
        self._identity_visible = True
        self._image_layer = ImageLayer()
        self._reading = Reading(self)
        self._mouse = MouseTools(self, self._reading, self._show_state)
        self.viewer_actions = actions.ViewerActions(self)
        actions.build(self.viewer_actions, self._reading, self.choose_tool)
        self._map_menu = menus.MapMenu(self.viewer_actions, self)
        self._pill = ToolPill(self.viewer_actions, self._map_menu, self)
        self._mark = CorrectionMark(self)
        self._builder = QTimer(self, interval=0)
        self._builder.timeout.connect(self._build)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_DELAY_MS)
        self._loading.timeout.connect(self.update)
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        reading = self._reading
        reading.changed.connect(self._show_state)
        reading.pointer_moved.connect(lambda: self.update(0, self.height() - 40, self.width(), 40))
        reading.greys_changed.connect(self._show_greys)
        reading.window_changed.connect(self.window_changed)
        reading.zoom_changed.connect(self.zoom_changed)
        reading.overlay_changed.connect(self.overlay_changed)
        reading.below_operating_point_changed.connect(self.below_operating_point_changed)
        reading.lungs_changed.connect(self.lungs_changed)
        reading.look_changed.connect(self.look_changed)
        reading.method_stepped.connect(self.method_stepped)
        self._map_menu.method_chosen.connect(self.method_chosen)
        self._map_menu.colours_chosen.connect(reading.choose_colours)
        self._mark.undo_requested.connect(self.correction_undo_requested)
        reading.leaf_requested.connect(self._leaf)
        reading.full_screen_requested.connect(self.full_screen_toggled)
        reading.menu_requested.connect(self._open_menu)
        self._map_menu.class_chosen.connect(reading.choose_class)
        self._map_menu.opacity_chosen.connect(reading.choose_opacity)

    # What the program tells the viewer

    def set_image(
        self, image: GreyImage | None, number: int = 1, count: int = 1, correction: Correction | None = None
    ) -> None:
        """Show image ``number`` of the study's ``count``, corrected as the reader wished it.

        When this returns, nothing here refers to the former image's pixels any more, so its shared memory may be
        closed. ``None`` shows an empty view.
        """
        self._let_go()
        if image is None:
            self.set_placeholder(ViewerState.EMPTY, "")
            return
        self._state, self._words = ViewerState.IMAGE, ""
        self._place = corner_text.Place(number, count)
        self._original, self._correction = image, correction or Correction()
        self._open(image)

    def set_correction(self, correction: Correction) -> None:
        """Show the same image turned and with black and white exchanged, or as the file has it."""
        image = self._original
        if image is None or correction == self._correction:
            return
        self._mouse.start_again()
        self._correction = correction
        self._open(image)

    def _open(self, image: GreyImage) -> None:
        self._image_layer.set_pyramid(self._reading.open(image, self._correction).pyramid)
        self._show_greys()
        self._builder.start()
        self._build()

    def set_maps(self, prediction: Prediction | None, card: ModelCard | None) -> None:
        """The result whose maps may be drawn; over another path's image it never is, so the order of calls is free."""
        self._reading.overlay.set_maps(prediction, card)
        self._reading.lungs.set_prediction(prediction)
        self._show_state()

    def set_overlay(self, finding: Finding, visible: bool, opacity: float, below_operating_point: bool = False) -> None:
        """Choose the map; emits nothing. ``below_operating_point`` draws weak evidence too."""
        self._reading.overlay.show(finding, visible, opacity, below_operating_point)
        self._show_state()

    def set_map_look(self, look: MapLook) -> None:
        """Colours, threshold, outline and boxes of the map; emits nothing."""
        self._reading.overlay.set_look(look)
        self._show_state()

    def set_map_methods(self, state: MethodState) -> None:
        """The methods to choose from, and why there is no map where the chosen one has none yet; emits nothing."""
        self._map_menu.show_methods(state)
        self._reading.overlay.set_waiting(state.waiting)
        self._show_state()

    def set_lung_outline(self, shown: bool) -> None:
        """Draw the outline of the lungs or not; emits nothing."""
        self._reading.lungs.visible = shown
        self._show_state()

    def set_placeholder(self, state: ViewerState | str, words: str) -> None:
        """No image: "empty" (what to do), "loading" or "failed" (why, in plain words)."""
        if ViewerState(state) is ViewerState.IMAGE:
            raise ValueError("a placeholder stands where there is no image")
        self._let_go()
        self._state, self._words = ViewerState(state), words
        if self._state is ViewerState.LOADING:
            # A load that takes a moment only must not flash a word.
            self._loading.start()
        self._show_state()

    def set_identity_visible(self, visible: bool) -> None:
        """Hide or show the patient's name and ID over the image."""
        self._identity_visible = visible
        self.update()

    def choose_tool(self, tool: Tool) -> None:
        """What the left button does; the image takes the focus, so that Esc finds its way."""
        self._mouse.choose(tool)
        if tool is not Tool.WINDOW:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What may be asked of it

    @property
    def reading(self) -> Reading:
        """The verbs (invert, fit, use_preset …) and what is shown."""
        return self._reading

    @property
    def image(self) -> GreyImage | None:
        """The image that is shown."""
        return self._reading.display.image if self._reading.display else None

    @property
    def state(self) -> ViewerState:
        """Image, or why there is none."""
        return self._state

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._mouse.tool

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """Finished measurements of this image, in image pixels."""
        return tuple(self._reading.display.kept.measurements) if self._reading.display else ()

    def corners(self) -> corner_text.Corners:
        """What is written in the corners now."""
        display = self._reading.display
        if display is None:
            return corner_text.Corners()
        amount = self._reading.text_amount
        return corner_text.compose(display, self._place, self._reading.pixel(), amount, self._identity_visible)

    def note(self) -> str:
        """Why no heat map or outline is drawn, or what is wrong with the map; "" where there is nothing to say."""
        if self._reading.display is None:
            return ""
        key = self.viewer_actions["map_below"].shortcut().toString()
        return " · ".join(words for words in (self._reading.overlay.words(key), self._reading.lungs.words()) if words)

    def sizeHint(self) -> QSize:
        """Room for a thorax."""
        return QSize(800, 800)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pixels, heat map, measurements, words; from far to near."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._reading.display is None:
            painter.fillRect(area, Qt.GlobalColor.black)
            if self._state is not ViewerState.LOADING or not self._loading.isActive():
                placeholder.paint(painter, area, self._state, self._words)
        else:
            self._paint_image(painter, area, self._reading.display)
        corner_text.paint(painter, area, self.corners())

    def _paint_image(self, painter: QPainter, area: QRectF, display: Display) -> None:
        panes = split_view.panes(area, self._reading.is_split)
        for pane in panes:
            painter.save()
            painter.setClipRect(pane)
            painter.translate(pane.topLeft())
            self._paint_pane(painter, QRectF(0, 0, pane.width(), pane.height()), display, pane is panes[-1])
            painter.restore()
        if len(panes) > 1:
            split_view.paint_frame(painter, area)
        layer = self._reading.overlay
        if layer.is_drawn:
            colour_bar.paint(painter, area, layer.bar())
        bottom = self._pill.y() if self._pill.isVisible() else area.bottom() - HEIGHT
        words = QRectF(16, bottom - 28, area.width() - 32, 20)
        colour = WARNING if layer.lies_outside else TEXT
        draw_text(painter, words, self.note(), Qt.AlignmentFlag.AlignHCenter, colour=colour)

    def _paint_pane(self, painter: QPainter, area: QRectF, display: Display, with_map: bool) -> None:
        """The image, and over it the heat map where the pane is not that of the original."""
        ratio, reading = self.devicePixelRatioF(), self._reading
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._image_layer.paint(painter, display.viewport)
        if with_map:
            reading.overlay.paint(painter, display.viewport, ratio)
            reading.lungs.paint(painter, display.viewport, ratio)
        painter.restore()
        if with_map:
            region_boxes.paint(painter, area, reading.overlay.boxes(), reading.view_point)
        measurement_layer.paint(
            painter, area, display.kept.measurements, self._mouse.growing, display.spacing, reading.view_point
        )

    def _show_greys(self) -> None:
        if self._reading.display is not None:
            self._image_layer.set_table(self._reading.display.table())

    def _show_state(self) -> None:
        """Ticks of the actions, then a repaint."""
        display, layer, named = self._reading.display, self._reading.overlay, self.viewer_actions
        named["invert"].setChecked(display is not None and display.kept.inverted)
        named["map"].setChecked(layer.visible)
        named["lungs"].setChecked(self._reading.lungs.visible)
        self._mark.show_correction(self._correction if display is not None else Correction())
        named["map_below"].setChecked(layer.below_operating_point)
        named["map_outline"].setChecked(layer.look.outline_only)
        named["map_boxes"].setChecked(layer.look.boxes)
        named["split"].setChecked(self._reading.is_split)
        self._map_menu.show_colours(layer.look.colours)
        named[f"tool_{self._mouse.tool.value}"].setChecked(True)
        self._map_menu.show_state({f: layer.label_of(f) for f in layer.classes}, layer.finding, layer.opacity)
        self._pill.show_for(display is not None)
        self.update()

    def _build(self) -> None:
        display = self._reading.display
        if display is None:
            self._builder.stop()
            return
        if display.pyramid.build(_BUILD_SECONDS):
            self._builder.stop()
        if self._image_layer.refine():
            self.update()

    def _let_go(self) -> None:
        self._builder.stop()
        self._loading.stop()
        self._reading.close()
        self._original, self._correction = None, Correction()
        self._mouse.start_again()
        self._image_layer.set_pyramid(None)

    # Events that are not the mouse's

    def _leaf(self, by: int) -> None:
        (self.next_image_requested if by > 0 else self.previous_image_requested).emit()

    def _open_menu(self, at: QPoint) -> None:
        display = self._reading.display
        if display is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menus.fill_context_menu(menu, self.viewer_actions, display, self._map_menu)
        self.context_menu_opening.emit(menu)
        menu.popup(self.mapToGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key; the right button opens the menu only where it did not zoom."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._open_menu(self.rect().center())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the tool in hand before it belongs to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._mouse.can_cancel:
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_view()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels a tool."""
        if event.key() == Qt.Key.Key_Escape and self._mouse.cancel():
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted image follows the view."""
        self._fit_view()

    def _fit_view(self) -> None:
        self._reading.resize(self.width(), self.height(), self.devicePixelRatioF())

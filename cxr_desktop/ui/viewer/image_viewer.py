"""The image viewer: joins image, heat map, text and tools into one widget; reads no file and scores nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Correction, Finding, Prediction
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.viewer import actions, menus, placeholder
from cxr_desktop.ui.viewer.context_menu import ContextMenu
from cxr_desktop.ui.viewer.corner_text import Corners, Place
from cxr_desktop.ui.viewer.correction_mark import CorrectionMark
from cxr_desktop.ui.viewer.extras import PictureContent
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.placeholder import ViewerState
from cxr_desktop.ui.viewer.pyramid_builder import PyramidBuilder
from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.scene import Scene
from cxr_desktop.ui.viewer.ticks import show_ticks
from cxr_desktop.ui.viewer.toolbar import ToolPill
from cxr_desktop.ui.viewer.tools import MouseTools, Tool

_LOADING_DELAY_MS = 200
_SAID_MS = 4000
_POINTER_WORDS = 130
"""Height of the strip that a moving pointer changes."""


class ImageViewer(QWidget):
    """One radiograph on black, in every theme.

    Signals: ``window_changed(centre, width)`` in modality units, ``zoom_changed(scale)`` in screen pixels per image
    pixel, ``overlay_changed(Finding, visible, opacity)`` and ``below_operating_point_changed(shown)`` when the reader
    changed them here, ``look_changed(MapLook)``, ``method_stepped()`` and ``method_chosen(MapMethod)`` for how the map
    is drawn and computed, ``lungs_changed(shown)`` for the outline of the lungs, ``correction_undo_requested()`` when
    the reader wants the image as the file has it, ``next_image_requested()``, ``previous_image_requested()``,
    ``full_screen_toggled()``, ``taken_in_hand()`` when it got the focus, ``context_menu_opening(QMenu)`` so that others
    may add their entries.
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
    taken_in_hand = Signal()
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
        self._state, self._words = ViewerState.EMPTY, ""
        self._original: GreyImage | None = None
        self._correction = Correction()
        self._reading = Reading(self)
        self._mouse = MouseTools(self, self._reading, self._show_state)
        self._scene = Scene(self._reading, self._mouse)
        self.viewer_actions = actions.ViewerActions(self)
        actions.build(self.viewer_actions, self._reading, self.choose_tool)
        self._map_menu = menus.MapMenu(self.viewer_actions, self)
        self._pill = ToolPill(self.viewer_actions, self._map_menu, self)
        self._mark = CorrectionMark(self)
        self._builder = PyramidBuilder(self._reading, self._scene, self)
        self._builder.refined.connect(self.update)
        self._menu = ContextMenu(self, self.viewer_actions, self._reading, self._map_menu)
        self._menu.opening.connect(self.context_menu_opening)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_DELAY_MS)
        self._loading.timeout.connect(self.update)
        self._saying = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._saying.timeout.connect(lambda: self.say(""))
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        reading = self._reading
        reading.changed.connect(self._show_state)
        reading.pointer_moved.connect(self._on_pointer)
        reading.image_replaced.connect(self._take_pixels)
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
        self._pill.more.clicked.connect(lambda: self._menu.open_above(self._pill.more))
        self._mark.undo_requested.connect(self.correction_undo_requested)
        reading.leaf_requested.connect(self._leaf)
        reading.full_screen_requested.connect(self.full_screen_toggled)
        reading.menu_requested.connect(self._menu.open_at)
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
        self._scene.place = Place(number, count)
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
        self._reading.open(image, self._correction)
        self._take_pixels()

    def _take_pixels(self) -> None:
        display = self._reading.display
        assert display is not None
        self._scene.image_layer.set_pyramid(display.pyramid)
        self._show_greys()
        self._builder.start()

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
        self._scene.identity_visible = visible
        self.update()

    def set_label(self, words: str, warns: bool = False, undated: str = "") -> None:
        """Which of several images this is, large in the upper middle; a warning colour where it is not the study in
        hand. ``undated`` stands in pictures that name nobody."""
        self._scene.undated_label = undated
        self._scene.label, self._scene.label_warns = words, warns
        self.update()

    def say(self, words: str) -> None:
        """A sentence over the image for a moment: what was done, or why nothing was."""
        self._scene.said = words
        if words:
            self._saying.start()
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
    def label(self) -> str:
        """Which of several images this is said to be."""
        return self._scene.label

    @property
    def said(self) -> str:
        """The sentence over the image, "" when its moment is over."""
        return self._scene.said

    @property
    def state(self) -> ViewerState:
        """Image, or why there is none."""
        return self._state

    @property
    def is_building(self) -> bool:
        """Whether smaller copies of the image are still being made, in short steps between events."""
        return self._builder.is_active

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._mouse.tool

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """Finished measurements of this image, in image pixels."""
        return tuple(self._reading.display.kept.measurements) if self._reading.display else ()

    def corners(self) -> Corners:
        """What is written in the corners now."""
        return self._scene.corners()

    def note(self) -> str:
        """Why no heat map or outline is drawn, or what is wrong with the map; "" where there is nothing to say."""
        return self._scene.note(self._show_key())

    def picture(self, content: PictureContent) -> QImage:
        """What is on the screen, without the tools, at the screen's own resolution."""
        return self._scene.picture(self.size(), self.devicePixelRatioF(), content)

    def sizeHint(self) -> QSize:
        """Room for a thorax."""
        return QSize(800, 800)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image and all that is drawn over it, or why there is none."""
        painter, area = QPainter(self), QRectF(self.rect())
        if self._reading.display is None:
            painter.fillRect(area, Qt.GlobalColor.black)
            if self._state is not ViewerState.LOADING or not self._loading.isActive():
                placeholder.paint(painter, area, self._state, self._words)
        pill = QRectF(self._pill.geometry()) if self._pill.isVisible() else None
        self._scene.paint(painter, area, self.devicePixelRatioF(), pill, self._show_key())

    def _show_key(self) -> str:
        return self.viewer_actions["map_below"].shortcut().toString()

    def _show_greys(self) -> None:
        if self._reading.display is not None:
            self._scene.image_layer.set_table(self._reading.display.table())

    def _show_state(self) -> None:
        """Ticks of the actions, then a repaint."""
        has_image = self._reading.display is not None
        show_ticks(self.viewer_actions, self._map_menu, self._reading, self._mouse.tool)
        self._mark.show_correction(self._correction if has_image else Correction())
        self._pill.show_for(has_image)
        self.update()

    def _let_go(self) -> None:
        self._builder.stop()
        self._loading.stop()
        self._reading.close()
        self._original, self._correction = None, Correction()
        self._mouse.start_again()
        self._scene.image_layer.set_pyramid(None)

    # Events that are not the mouse's

    def _leaf(self, by: int) -> None:
        (self.next_image_requested if by > 0 else self.previous_image_requested).emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key; the right button opens the menu only where it did not zoom."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._menu.open_at(self.rect().center())
        event.accept()

    def _on_pointer(self) -> None:
        if self._reading.aids.follows_pointer:
            self.update()
        else:
            self.update(0, self.height() - _POINTER_WORDS, self.width(), _POINTER_WORDS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """In hand."""
        super().focusInEvent(event)
        self.taken_in_hand.emit()

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

"""The mouse on the image: which button does what, from press to release; draws nothing, decides no picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from cxr_desktop.imaging.pixels import Voi
from cxr_desktop.ui.viewer.measurement import Measurement, Point
from cxr_desktop.ui.viewer.viewport import Viewport

ZOOM_DRAG_PIXELS_PER_DOUBLING = 120.0
ZOOM_PER_NOTCH = 1.2
OPACITY_PER_NOTCH = 0.05
_NOTCH = 120
_STILL = 3


class Tool(StrEnum):
    """What the left button does."""

    WINDOW = "window"
    ZOOM = "zoom"
    PAN = "pan"
    LENGTH = "length"
    ANGLE = "angle"


_POINTS = {Tool.LENGTH: 2, Tool.ANGLE: 3}
_CURSORS = {
    Tool.WINDOW: Qt.CursorShape.ArrowCursor,
    Tool.ZOOM: Qt.CursorShape.SizeVerCursor,
    Tool.PAN: Qt.CursorShape.OpenHandCursor,
    Tool.LENGTH: Qt.CursorShape.CrossCursor,
    Tool.ANGLE: Qt.CursorShape.CrossCursor,
}


class Hands(Protocol):
    """What the mouse may do to a viewer. Positions are device-independent pixels."""

    def window_level(self) -> Voi: ...
    def set_window_level(self, window: Voi) -> None: ...
    def drag_window(self, start: Voi, dx: float, dy: float) -> None: ...
    def viewport(self) -> Viewport: ...
    def set_viewport(self, viewport: Viewport) -> None: ...
    def device(self, point: QPointF) -> tuple[float, float]: ...
    def in_pane(self, point: QPointF) -> QPointF: ...
    def image_point(self, point: QPointF) -> Point: ...
    def add_measurement(self, measurement: Measurement) -> None: ...
    def change_opacity(self, by: float) -> None: ...
    def leaf(self, by: int) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def open_menu(self, at: QPoint) -> None: ...
    def point_at(self, point: QPointF | None) -> None: ...
    def has_image(self) -> bool: ...


@dataclass(slots=True)
class _Drag:
    button: Qt.MouseButton
    tool: Tool
    start: QPointF
    window: Voi
    viewport: Viewport
    moved: bool = False


class MouseTools(QObject):
    """An event filter on the viewer; one drag at a time, other buttons wait until it ends."""

    def __init__(self, widget: QWidget, hands: Hands, changed: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._hands, self._changed = widget, hands, changed
        self._drag: _Drag | None = None
        self._inside = self._space = False
        self._notches = 0
        self._corners: tuple[Point, ...] = ()
        self._loose: Point | None = None
        self.tool = Tool.WINDOW
        widget.installEventFilter(self)

    @property
    def growing(self) -> Measurement | None:
        """The measurement in hand, with its loose end under the pointer."""
        if not self._corners:
            return None
        loose = () if self._loose is None else (self._loose,)
        return Measurement(self._corners + loose)

    @property
    def can_cancel(self) -> bool:
        """Whether Esc has something to end."""
        return self.tool is not Tool.WINDOW or bool(self._corners) or self._drag is not None

    def choose(self, tool: Tool) -> None:
        """What the left button does from now on."""
        self.tool = tool
        self._drag, self._corners, self._loose = None, (), None
        self._show_cursor()
        self._changed()

    def start_again(self) -> None:
        """Another image: what was in hand belongs to the former one; the tool stays."""
        self.choose(self.tool)

    def cancel(self) -> bool:
        """End the measurement in hand, else a drag in its tracks, else the tool; returns whether there was any."""
        if not self.can_cancel:
            return False
        drag = self._drag
        if self._corners:
            self._corners, self._loose, self._drag = (), None, None
            self._changed()
        elif drag is not None:
            self._drag = None
            self._hands.set_window_level(drag.window)
            self._hands.set_viewport(drag.viewport)
        else:
            self.choose(Tool.WINDOW)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mouse and Space; everything else goes on."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return self._space_key(watched, event)
        if watched is not self._widget:
            return False
        if kind == QEvent.Type.Enter:
            self._inside = True
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        elif kind in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._leave()
        elif isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        elif isinstance(event, QMouseEvent) and self._hands.has_image():
            return self._mouse(kind, event)
        return False

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        if kind == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind == QEvent.Type.MouseMove:
            self._move(event.position())
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
            if self.tool in _POINTS:
                self._press(event)
            else:
                self._hands.toggle_full_screen()
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._press(event)
        else:
            return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        if self._drag is not None and event.buttons() & self._drag.button:
            return
        tools = {
            Qt.MouseButton.LeftButton: Tool.PAN if self._space else self.tool,
            Qt.MouseButton.MiddleButton: Tool.PAN,
            Qt.MouseButton.RightButton: Tool.ZOOM,
        }
        tool = tools.get(event.button())
        if tool is None:
            return
        self._drag = _Drag(event.button(), tool, event.position(), self._hands.window_level(), self._hands.viewport())
        if tool in _POINTS:
            self._set_point(self._hands.image_point(event.position()))
        self._show_cursor()

    def _move(self, position: QPointF) -> None:
        self._hands.point_at(position)
        if self._corners:
            self._loose = self._hands.image_point(position)
            self._changed()
        drag = self._drag
        if drag is None:
            return
        delta = position - drag.start
        if not drag.moved and delta.manhattanLength() < _STILL:
            return
        drag.moved = True
        if drag.tool is Tool.WINDOW:
            self._hands.drag_window(drag.window, delta.x(), delta.y())
        elif drag.tool is Tool.PAN:
            self._hands.set_viewport(self._resized(drag.viewport).panned(*self._hands.device(delta)))
        elif drag.tool is Tool.ZOOM:
            factor = 2 ** (-delta.y() / ZOOM_DRAG_PIXELS_PER_DOUBLING)
            middle = self._hands.device(self._hands.in_pane(drag.start))
            self._hands.set_viewport(self._resized(drag.viewport).zoomed(factor, *middle))

    def _resized(self, start: Viewport) -> Viewport:
        """The view may have changed its size during the drag."""
        now = self._hands.viewport()
        return replace(start, width=now.width, height=now.height)

    def _release(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None or event.button() != drag.button:
            return
        self._drag = None
        self._show_cursor()
        if drag.tool in _POINTS and drag.moved and self._corners:
            self._set_point(self._hands.image_point(event.position()))
        elif drag.button == Qt.MouseButton.RightButton and not drag.moved:
            self._hands.open_menu(event.position().toPoint())

    def _set_point(self, point: Point) -> None:
        self._corners, self._loose = (*self._corners, point), None
        if len(self._corners) >= _POINTS.get(self.tool, 2):
            finished, self._corners = Measurement(self._corners), ()
            self._hands.add_measurement(finished)
        self._changed()

    def _wheel(self, event: QWheelEvent) -> None:
        # Qt turns Alt+wheel into a sideways wheel on X11 and Windows.
        delta = event.angleDelta().y() or event.angleDelta().x()
        event.accept()
        if not self._hands.has_image() or not delta:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = ZOOM_PER_NOTCH ** (delta / _NOTCH)
            position = self._hands.device(self._hands.in_pane(event.position()))
            self._hands.set_viewport(self._hands.viewport().zoomed(factor, *position))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._hands.change_opacity(OPACITY_PER_NOTCH * delta / _NOTCH)
        else:
            # Touchpads send small parts of a notch; one image for each whole one.
            same_way = self._notches * delta >= 0
            self._notches = (self._notches if same_way else 0) + delta
            whole = int(self._notches / _NOTCH)
            self._notches -= whole * _NOTCH
            if whole:
                self._hands.leaf(-1 if whole > 0 else 1)

    def _space_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Space pans while the pointer is over the image, unless the key means something where the focus is."""
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        focus = QApplication.focusWidget()
        ours = focus is None or focus is self._widget or isinstance(focus, QAbstractItemView)
        pressed = event.type() == QEvent.Type.KeyPress
        if not self._inside or (pressed and not ours):
            return False
        if not event.isAutoRepeat() and self._space != pressed:
            self._space = pressed
            self._show_cursor()
        return ours

    def _leave(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._inside = self._space = False
        self._hands.point_at(None)
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self._drag is not None and self._drag.tool is Tool.PAN:
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._widget.setCursor(_CURSORS[Tool.PAN if self._space else self.tool])

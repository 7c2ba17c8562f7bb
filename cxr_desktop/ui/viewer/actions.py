"""Everything that a key or a menu can do to the image, as named actions; does none of it itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cxr_desktop.ui.viewer.tools import Tool

_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


class ViewerVerbs(Protocol):
    """What actions may ask of a viewer."""

    def invert(self) -> None: ...
    def reset(self) -> None: ...
    def fit(self) -> None: ...
    def one_to_one(self) -> None: ...
    def zoom_by_steps(self, steps: int) -> None: ...
    def use_preset(self, number: int) -> None: ...
    def remove_last_measurement(self) -> None: ...
    def clear_measurements(self) -> None: ...
    def next_text_amount(self) -> None: ...
    def toggle_map(self) -> None: ...
    def toggle_below(self) -> None: ...
    def next_class(self) -> None: ...
    def toggle_outline_only(self) -> None: ...
    def toggle_boxes(self) -> None: ...
    def next_method(self) -> None: ...
    def toggle_split(self) -> None: ...
    def toggle_lungs(self) -> None: ...
    def toggle_full_screen(self) -> None: ...


class ViewerActions(QObject):
    """Actions by name. Their shortcuts work in the whole window, and rest while a text field has the focus.

    ``all`` maps a stable name ("viewer.invert") to its action, for the list of shortcuts and the settings.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.all: dict[str, QAction] = {}
        self.tools = QActionGroup(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def add(
        self,
        name: str,
        text: str,
        keys: Sequence[str],
        does: Callable[[], object],
        about: str = "",
        checkable: bool = False,
        short: str = "",
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> QAction:
        """One action; its tooltip says what it does and names its key."""
        action = QAction(text, self._widget)
        action.setObjectName(f"viewer.{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        action.setIconText(short or text)
        action.setCheckable(checkable)
        action.setProperty("about", about or text)
        action.triggered.connect(lambda _checked=False: does())
        action.changed.connect(lambda: _name_key(action))
        _name_key(action)
        self._widget.addAction(action)
        self.all[action.objectName()] = action
        return action

    def add_tool(self, tool: Tool, short: str, text: str, keys: Sequence[str], does: Callable[[], object]) -> QAction:
        """An action that chooses what the left button does; ``short`` is its word on the pill."""
        action = self.add(f"tool_{tool.value}", text, keys, does, checkable=True, short=short)
        self.tools.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self.all[f"viewer.{name}"]

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        typing = isinstance(now, _TEXT_FIELDS)
        context = Qt.ShortcutContext.WidgetShortcut if typing else Qt.ShortcutContext.WindowShortcut
        for action in self.all.values():
            if action.shortcutContext() != Qt.ShortcutContext.WidgetWithChildrenShortcut and _is_single_key(action):
                # Narrowed, not disabled: the buttons and the menu still work while someone types.
                action.setShortcutContext(context)


def _is_single_key(action: QAction) -> bool:
    modified = ("Ctrl+", "Alt+", "Meta+", "F11")
    return not any(key.toString().startswith(modified) for key in action.shortcuts())


def _name_key(action: QAction) -> None:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    about = action.property("about")
    words = f"{about} ({key})" if key else str(about)
    if action.toolTip() != words:
        action.setToolTip(words)


def build(actions: ViewerActions, viewer: ViewerVerbs, use: Callable[[Tool], None]) -> None:
    """Every action of the viewer, with the keys of the agreed table; ``use`` puts a tool into the left hand."""
    a = actions
    for tool, short, text, keys in (
        (Tool.WINDOW, _tr("W/L"), _tr("Window and level"), ["W"]),
        (Tool.ZOOM, _tr("Zoom"), _tr("Zoom with the left button"), []),
        (Tool.PAN, _tr("Pan"), _tr("Move with the left button"), []),
        (Tool.LENGTH, _tr("Length"), _tr("Measure a length"), ["D"]),
        (Tool.ANGLE, _tr("Angle"), _tr("Measure an angle"), ["A"]),
    ):
        a.add_tool(tool, short, text, keys, partial(use, tool))
    a.add("invert", _tr("Invert"), ["I"], viewer.invert, _tr("Swap black and white"), checkable=True)
    a.add("reset", _tr("Reset view"), ["R"], viewer.reset, _tr("Window, inversion and zoom as at first"))
    a.add("fit", _tr("Fit to window"), ["F"], viewer.fit)
    a.add("one_to_one", _tr("Actual pixels (1:1)"), ["Shift+F"], viewer.one_to_one)
    a.add("zoom_in", _tr("Zoom in"), ["+", "=", "Ctrl++", "Ctrl+="], lambda: viewer.zoom_by_steps(1))
    a.add("zoom_out", _tr("Zoom out"), ["-", "Ctrl+-"], lambda: viewer.zoom_by_steps(-1))
    for number in range(10):
        text = _tr("Window preset {0}").format(number) if number else _tr("Full range")
        a.add(f"preset_{number}", text, [str(number)], partial(viewer.use_preset, number))
    a.add(
        "delete_measurement",
        _tr("Remove last measurement"),
        ["Del", "Backspace"],
        viewer.remove_last_measurement,
        # Only while the image has the focus: elsewhere these keys may mean something else.
        context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
    )
    a.add("clear_measurements", _tr("Remove all measurements"), [], viewer.clear_measurements)
    a.add("overlay_text", _tr("Text over the image"), ["O"], viewer.next_text_amount, _tr("All, minimal or no text"))
    _build_map(a, viewer)
    a.add("lungs", _tr("Outline the lungs"), ["L"], viewer.toggle_lungs, _tr("Lungs and their zones"), checkable=True)
    a.add("full_screen", _tr("Full screen"), ["F11"], viewer.toggle_full_screen)


def _build_map(a: ViewerActions, viewer: ViewerVerbs) -> None:
    a.add("map", _tr("Show heat map"), ["H"], viewer.toggle_map, checkable=True, short=_tr("Map"))
    a.add("map_below", _tr("Draw below the operating point"), ["Shift+H"], viewer.toggle_below, checkable=True)
    a.add("next_class", _tr("Next class"), ["C"], viewer.next_class, _tr("Heat map of the next class"))
    a.add(
        "map_outline",
        _tr("Outline only"),
        ["Shift+C"],
        viewer.toggle_outline_only,
        _tr("The line round the regions without their colours"),
        checkable=True,
    )
    a.add(
        "map_boxes",
        _tr("Boxes with zones"),
        ["B"],
        viewer.toggle_boxes,
        _tr("Boxes round the regions of the heat map"),
        checkable=True,
    )
    a.add("next_method", _tr("Next method"), ["Shift+M"], viewer.next_method, _tr("Heat map by the next method"))
    a.add(
        "split",
        _tr("Original beside heat map"),
        ["Shift+S"],
        viewer.toggle_split,
        _tr("The image twice, with and without the heat map"),
        checkable=True,
    )

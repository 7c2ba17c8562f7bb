"""The heat map's menu and the context menu of the image; change no picture themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QWidget, QWidgetAction

from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.imaging.colour_maps import COLOUR_MAPS
from cxr_desktop.ui import wording
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.map_method_words import method_name, offer_words
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.viewer import window_names
from cxr_desktop.ui.viewer.actions import ViewerActions
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.map_look import colours_label

_Choice = TypeVar("_Choice", bound=str)

TURNING = ("turn_left", "turn_right", "mirror")
MEASURING = ("tool_length", "tool_angle", "tool_profile", "undo_measurement", "delete_measurement",
             "clear_measurements")  # fmt: skip


class MapMenu(QMenu):
    """Class of the map, its opacity, how it is drawn and computed, and whether weak evidence is drawn.

    Signals: ``class_chosen(Finding)``, ``opacity_chosen(float)`` 0…1, ``method_chosen(MapMethod)``,
    ``colours_chosen(str)``.
    """

    class_chosen = Signal(object)
    opacity_chosen = Signal(float)
    method_chosen = Signal(object)
    colours_chosen = Signal(str)

    def __init__(self, actions: ViewerActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Heat map"))
        self._group = QActionGroup(self)
        self._label = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setMinimumWidth(150)
        self._slider.setAccessibleName(self.tr("Heat map opacity"))
        self._slider.valueChanged.connect(self._on_slider)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(margins(48, 6, 16, 6))
        layout.setSpacing(12)
        self._label.setMinimumWidth(96)
        layout.addWidget(self._label)
        layout.addWidget(self._slider, 1)
        self._opacity = QWidgetAction(self)
        self._opacity.setDefaultWidget(row)
        self._first = self.addSeparator()
        self.addAction(self._opacity)
        self.addSeparator()
        self.addAction(actions["map"])
        self.addAction(actions["map_below"])
        self.addAction(actions["map_outline"])
        self.addAction(actions["map_boxes"])
        self.addAction(actions["split"])
        self.addSeparator()
        self._methods = self._submenu(self.tr("Method"), {m: method_name(m) for m in MapMethod}, self.method_chosen)
        self._colours = self._submenu(
            self.tr("Colours"), {name: colours_label(name) for name in COLOUR_MAPS}, self.colours_chosen
        )
        self._classes: dict[Finding, QAction] = {}
        self._names: dict[Finding, str] = {}

    def _submenu(self, title: str, names: Mapping[_Choice, str], chosen: SignalInstance) -> dict[_Choice, QAction]:
        """One of several; ``chosen`` tells which."""
        menu = self.addMenu(title)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        made: dict[_Choice, QAction] = {}
        for value, name in names.items():
            action = made[value] = QAction(name, self, checkable=True)
            action.triggered.connect(lambda _checked=False, value=value: chosen.emit(value))
            group.addAction(action)
            menu.addAction(action)
        return made

    def show_methods(self, state: MethodState) -> None:
        """Tick the method in use; what cannot be had is greyed and says why."""
        for offer in state.offers:
            action = self._methods[offer.method]
            action.setEnabled(not offer.reason)
            action.setToolTip(wording.escape(offer_words(offer)))
        self._methods[state.method].setChecked(True)

    def show_colours(self, name: str) -> None:
        """Tick the colours in use."""
        self._colours[name].setChecked(True)

    def show_state(self, classes: Mapping[Finding, str], finding: Finding, opacity: float) -> None:
        """Tick and slide to what is shown, without telling anyone; ``classes`` are the model's, with their names."""
        if self._names != classes:
            self._fill(classes)
        if finding in self._classes:
            self._classes[finding].setChecked(True)
        self._slider.blockSignals(True)
        self._slider.setValue(round(100 * opacity))
        self._slider.blockSignals(False)
        self._label.setText(self.tr("Opacity {0}").format(wording.percent(opacity)))

    def _fill(self, classes: Mapping[Finding, str]) -> None:
        for action in self._classes.values():
            self._group.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        self._classes, self._names = {}, dict(classes)
        for finding, name in classes.items():
            action = QAction(name.replace("&", "&&"), self, checkable=True)
            action.triggered.connect(lambda _checked=False, chosen=finding: self.class_chosen.emit(chosen))
            self._group.addAction(action)
            self.insertAction(self._first, action)
            self._classes[finding] = action

    def _on_slider(self, value: int) -> None:
        self._label.setText(self.tr("Opacity {0}").format(wording.percent(value / 100)))
        self.opacity_chosen.emit(value / 100)


def fill_context_menu(menu: QMenu, actions: ViewerActions, display: Display, map_menu: QMenu) -> None:
    """Windows, tools, view and heat map, each with its key."""
    presets = menu.addMenu(QCoreApplication.translate("viewer", "Window"))
    fill_presets(presets, actions, display)
    turns = menu.addMenu(QCoreApplication.translate("viewer", "Turn the view"))
    for name in TURNING:
        turns.addAction(actions[name])
    measuring = menu.addMenu(QCoreApplication.translate("viewer", "Measure"))
    for name in MEASURING:
        measuring.addAction(actions[name])
    for group in (
        ("magnifier", "probe"),
        ("invert", "fit", "one_to_one", "reset"),
        ("tool_window", "tool_zoom", "tool_pan"),
    ):
        menu.addSeparator()
        for name in group:
            menu.addAction(actions[name])
    menu.addSeparator()
    menu.addMenu(map_menu)
    menu.addAction(actions["lungs"])
    menu.addAction(actions["overlay_text"])
    menu.addAction(actions["full_screen"])


def name_presets(actions: ViewerActions, display: Display) -> None:
    """In the menu presets wear the names of this image's windows."""
    for number, window in enumerate(display.presets(), start=1):
        actions[f"preset_{number}"].setText(window_names.menu_name(window).replace("&", "&&"))


def fill_presets(menu: QMenu, actions: ViewerActions, display: Display) -> None:
    """The windows of this image with their keys, the one in use ticked; then full range and automatic."""
    name_presets(actions, display)
    menu.clear()
    for number, window in enumerate(display.presets(), start=1):
        action = actions[f"preset_{number}"]
        action.setCheckable(True)
        action.setChecked(window == display.voi)
        menu.addAction(action)
    menu.addSeparator()
    menu.addAction(actions["preset_0"])
    menu.addAction(actions["auto_window"])

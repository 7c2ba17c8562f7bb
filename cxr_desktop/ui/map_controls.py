"""Everything that a reader can set about the heat map, in the findings panel; draws and computes none."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.map_method_words import method_name, offer_words
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.viewer.map_look import HIGHEST_THRESHOLD, MapLook

_LABEL_WIDTH = 112


class MapControls(QWidget):
    """Signals: ``visible_changed(bool)``, ``opacity_changed(float)`` 0…1, ``below_changed(bool)``,
    ``look_changed(MapLook)``, ``method_chosen(MapMethod)``. Setters tell nobody.
    """

    visible_changed = Signal(bool)
    opacity_changed = Signal(float)
    below_changed = Signal(bool)
    look_changed = Signal(object)
    method_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._look = MapLook()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._build_methods())
        self.about = label(tone="second", size=TextSize.CAPTION, wrap=True)
        layout.addWidget(self.about)
        layout.addLayout(self._build_boxes())
        self.opacity, self.opacity_label = self._slider(
            100,
            self.tr("Heat map opacity"),
            self.tr("How strongly the heat map covers the image (Alt+wheel on the image)"),
        )
        self.threshold, self.threshold_label = self._slider(
            round(100 * HIGHEST_THRESHOLD),
            self.tr("Heat map threshold"),
            self.tr("Draw only what reaches this share of the scale; the dashed line runs there"),
        )
        layout.addLayout(self._build_sliders())
        self._connect()
        self.set_opacity(0.45)
        self.set_look(self._look)

    def _build_methods(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = label(self.tr("Method"), tone="second")
        name.setMinimumWidth(_LABEL_WIDTH)
        self.methods = QComboBox()
        self.methods.setFont(font())
        self.methods.setAccessibleName(self.tr("Method of the heat map"))
        self.methods.setToolTip(with_key(self.tr("How the heat map is computed"), "viewer.next_method", "Shift+M"))
        for method in MapMethod:
            self.methods.addItem(method_name(method), method)
        name.setBuddy(self.methods)
        row.addWidget(name)
        row.addWidget(self.methods, 1)
        return row

    def _build_boxes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.shown = self._box(self.tr("Heat map"), with_key(self.tr("Heat map on or off"), "viewer.map", "H"))
        self.below = self._box(
            self.tr("Weak evidence too"),
            with_key(self.tr("Also below the operating point: weak evidence"), "viewer.map_below", "Shift+H"),
        )
        self.outline = self._box(
            self.tr("Outline only"),
            with_key(self.tr("The line round the regions without their colours"), "viewer.map_outline", "Shift+C"),
        )
        self.boxes = self._box(
            self.tr("Boxes with zones"),
            with_key(
                self.tr("Boxes round the regions, with the zone and its share of the lung"), "viewer.map_boxes", "B"
            ),
        )
        self.shown.setChecked(True)
        for place, box in enumerate((self.shown, self.below, self.outline, self.boxes)):
            grid.addWidget(box, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _build_sliders(self) -> QGridLayout:
        """Side by side, each under its words."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for column, (words, slider) in enumerate(
            ((self.opacity_label, self.opacity), (self.threshold_label, self.threshold))
        ):
            grid.addWidget(words, 0, column)
            grid.addWidget(slider, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _box(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setFont(font())
        box.setToolTip(tip)
        return box

    def _slider(self, most: int, name: str, tip: str) -> tuple[QSlider, QLabel]:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, most)
        slider.setAccessibleName(name)
        slider.setToolTip(tip)
        return slider, label(tone="second", size=TextSize.CAPTION)

    def _connect(self) -> None:
        self.opacity.valueChanged.connect(self._on_opacity)
        self.threshold.valueChanged.connect(lambda value: self._on_look(replace(self._look, threshold=value / 100)))
        self.outline.toggled.connect(lambda on: self._on_look(replace(self._look, outline_only=on)))
        self.boxes.toggled.connect(lambda on: self._on_look(replace(self._look, boxes=on)))
        self.shown.toggled.connect(self._on_shown)
        self.below.toggled.connect(self.below_changed)
        self.methods.activated.connect(lambda index: self.method_chosen.emit(MapMethod(self.methods.itemData(index))))

    # --- what it is told

    def set_opacity(self, opacity: float) -> None:
        """0…1."""
        with QSignalBlocker(self.opacity):
            self.opacity.setValue(round(100 * opacity))
        self._show_values()

    def set_visible(self, visible: bool) -> None:
        """Whether there is a map at all."""
        with QSignalBlocker(self.shown):
            self.shown.setChecked(visible)
        self._enable()

    def set_below(self, shown: bool) -> None:
        """Whether weak evidence is drawn."""
        with QSignalBlocker(self.below):
            self.below.setChecked(shown)

    def set_look(self, look: MapLook) -> None:
        """Threshold, outline and boxes; colours are chosen in the menu and in the settings."""
        self._look = look
        for widget in (self.threshold, self.outline, self.boxes):
            widget.blockSignals(True)
        self.threshold.setValue(round(100 * look.threshold))
        self.outline.setChecked(look.outline_only)
        self.boxes.setChecked(look.boxes)
        for widget in (self.threshold, self.outline, self.boxes):
            widget.blockSignals(False)
        self._enable()
        self._show_values()

    def set_methods(self, state: MethodState) -> None:
        """The method in use and what there is to choose from; what cannot be had is greyed and says why."""
        items = self.methods.model()
        assert isinstance(items, QStandardItemModel)
        for index, offer in enumerate(state.offers):
            items.item(index).setEnabled(not offer.reason)
            self.methods.setItemData(index, wording.escape(offer_words(offer)), Qt.ItemDataRole.ToolTipRole)
        self.methods.setCurrentIndex(self.methods.findData(state.method))
        self.about.setText(self.tr("{0} No map outlines disease.").format(state.words))

    # --- what the reader does

    def _on_opacity(self, value: int) -> None:
        self._show_values()
        self.opacity_changed.emit(value / 100)

    def _on_look(self, look: MapLook) -> None:
        self._look = look
        self._enable()
        self._show_values()
        self.look_changed.emit(look)

    def _on_shown(self, checked: bool) -> None:
        self._enable()
        self.visible_changed.emit(checked)

    def _enable(self) -> None:
        shown = self.shown.isChecked()
        for part in (self.methods, self.threshold, self.below, self.outline, self.boxes):
            part.setEnabled(shown)
        self.opacity.setEnabled(shown and not self._look.outline_only)

    def _show_values(self) -> None:
        self.opacity_label.setText(self.tr("Opacity {0}").format(wording.percent(self.opacity.value() / 100)))
        share = self.threshold.value() / 100
        words = self.tr("Threshold {0}").format(wording.percent(share)) if share else self.tr("No threshold")
        self.threshold_label.setText(words)

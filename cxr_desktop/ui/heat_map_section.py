"""Controls and words about the heat map of the chosen class; draws no map itself."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, SaliencyMap
from cxr_desktop.imaging.map_state import MapState, map_state
from cxr_desktop.ui import map_region_words, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.theme import Theme


def peak(saliency: SaliencyMap) -> float:
    """The strongest cell, in logit contribution."""
    values = array("f")
    values.frombytes(saliency.values)
    return max(values, default=0.0)


class HeatMapSection(QWidget):
    """Opacity, "show below the operating point", and what is drawn or why nothing is.

    Signals: ``visible_changed(bool)``, ``opacity_changed(float)`` 0…1, ``below_changed(bool)``.
    """

    visible_changed = Signal(bool)
    opacity_changed = Signal(float)
    below_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._words = label(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._opacity_label = label(tone="second")
        self._opacity_label.setMinimumWidth(112)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setAccessibleName(self.tr("Heat map opacity"))
        self._slider.setToolTip(self.tr("How strongly the heat map covers the image (Alt+wheel on the image)"))
        row.addWidget(self._opacity_label)
        row.addWidget(self._slider, 1)
        self._shown = QCheckBox(self.tr("Show the heat map"))
        self._shown.setFont(font())
        self._shown.setToolTip(with_key(self.tr("Heat map on or off"), "viewer.map", "H"))
        self._shown.setChecked(True)
        self._below = QCheckBox(self.tr("Also below the operating point"))
        self._below.setFont(font())
        weak = self.tr("Weak evidence is hidden unless asked for")
        self._below.setToolTip(with_key(weak, "viewer.map_below", "Shift+H"))
        self._caution = label(
            self.tr("The map shows what raised the number. It does not outline disease."),
            TextSize.CAPTION,
            "second",
            wrap=True,
        )
        self._where = label(tone="second", wrap=True)
        self._warning = Notice()
        layout.addWidget(self._words)
        layout.addWidget(self._where)
        layout.addWidget(self._warning)
        layout.addWidget(self._shown)
        layout.addWidget(self._below)
        layout.addLayout(row)
        layout.addWidget(self._caution)
        self._state: tuple[Prediction | None, ModelCard | None, Finding] = (None, None, Finding.COVID19)
        self._slider.valueChanged.connect(self._on_opacity)
        self._shown.toggled.connect(self._on_shown)
        self._below.toggled.connect(self._on_below)
        self.set_opacity(0.45)

    def _on_opacity(self, value: int) -> None:
        self._show_opacity()
        self.opacity_changed.emit(value / 100)

    def _on_shown(self, checked: bool) -> None:
        self._enable()
        self.visible_changed.emit(checked)

    def _enable(self) -> None:
        for part in (self._slider, self._below):
            part.setEnabled(self._shown.isChecked())

    def _on_below(self, checked: bool) -> None:
        self._show_words()
        self.below_changed.emit(checked)

    def _show_opacity(self) -> None:
        self._opacity_label.setText(self.tr("Opacity {0}").format(wording.percent(self._slider.value() / 100)))

    def set_theme(self, theme: Theme) -> None:
        """Tint the sign of the warning."""
        self._warning.set_theme(theme)

    def set_opacity(self, opacity: float) -> None:
        """Move the slider without telling anyone."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(100 * opacity))
        self._slider.blockSignals(False)
        self._show_opacity()

    def set_visible(self, visible: bool) -> None:
        """Tick the box without telling anyone."""
        self._shown.blockSignals(True)
        self._shown.setChecked(visible)
        self._shown.blockSignals(False)
        self._enable()

    def set_below(self, shown: bool) -> None:
        """Tick the box without telling anyone."""
        self._below.blockSignals(True)
        self._below.setChecked(shown)
        self._below.blockSignals(False)
        self._show_words()

    def set_prediction(self, prediction: Prediction | None, card: ModelCard | None, finding: Finding) -> None:
        """Say what the map of this class holds."""
        self._state = (prediction, card, finding)
        self._show_words()

    def words(self) -> str:
        """What the section says about the map."""
        return self._words.text()

    def region(self) -> tuple[str, str]:
        """Where the map lies, and what is wrong with that; "" for what is not shown."""
        return self._where.text(), self._warning.words()

    def _show_words(self) -> None:
        self._words.setText(self._describe(*self._state))
        prediction, card, finding = self._state
        drawn = map_state(prediction, card, finding, self._below.isChecked()) is MapState.DRAWN
        shares: Mapping[LungZone, float] = {}
        if drawn and prediction is not None:
            shares = map_region_words.shares_of(prediction.map_of(finding), prediction.lungs)
        where = map_region_words.region_sentence(shares)
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._warning.set_words(map_region_words.outside_warning(shares))

    def _describe(self, prediction: Prediction | None, card: ModelCard | None, finding: Finding) -> str:
        name = wording.finding_label(finding, card)
        state = map_state(prediction, card, finding, self._below.isChecked())
        sentences = {
            MapState.NO_EVIDENCE: self.tr("{0}: no positive evidence"),
            MapState.NO_SCALE: self.tr("{0}: not drawn, the model's card gives no scale for it"),
            MapState.BELOW: self.tr("{0}: not drawn, below the operating point"),
        }
        saliency = prediction.map_of(finding) if prediction is not None else None
        if state is not MapState.DRAWN or saliency is None or card is None:
            return sentences.get(state, self.tr("No heat map for {0}")).format(name)
        strongest, scale = peak(saliency), card.map_scale[finding.value]
        return self.tr("{0}: strongest at {1:.1f} of {2:.1f} logit").format(name, strongest, scale)

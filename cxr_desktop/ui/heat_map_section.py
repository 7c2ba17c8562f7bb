"""Controls and words about the heat map of the chosen class; draws no map itself."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.map_method import is_absolute
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, SaliencyMap
from cxr_desktop.imaging.map_state import MapState, map_state
from cxr_desktop.ui import map_region_words, wording
from cxr_desktop.ui.help.why_link import WhyLink
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.map_controls import MapControls
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.map_progress import MapProgress
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.theme import Theme


def peak(saliency: SaliencyMap) -> float:
    """The strongest cell, in logit contribution."""
    values = array("f")
    values.frombytes(saliency.values)
    return max(values, default=0.0)


class HeatMapSection(QWidget):
    """What is drawn or why nothing is, and ``controls`` for how. Signal ``cancel_requested()``: the reader does without
    the map that is being computed."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._words = label(wrap=True)
        self._where = label(tone="second", wrap=True)
        self._warning = Notice()
        self.controls = MapControls()
        self.progress = MapProgress()
        self.progress.cancel_requested.connect(self.cancel_requested)
        self.why = WhyLink("heat-maps#what-a-map-shows", self.tr("What a heat map shows, and what it does not"))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._words, 1)
        first.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(first)
        for part in (self.progress, self._where, self._warning, self.controls):
            layout.addWidget(part)
        self._state: tuple[Prediction | None, ModelCard | None, Finding] = (None, None, Finding.COVID19)
        self._waiting = ""
        self.controls.below.toggled.connect(lambda _on: self._show_words())

    def set_theme(self, theme: Theme) -> None:
        """Tint the sign of the warning."""
        self._warning.set_theme(theme)

    def set_below(self, shown: bool) -> None:
        """Whether weak evidence is drawn; tells nobody."""
        self.controls.set_below(shown)
        self._show_words()

    def set_methods(self, state: MethodState) -> None:
        """The method in use, and why there is no map of it yet."""
        self.controls.set_methods(state)
        self.progress.set_share(state.share)
        self._waiting = state.waiting
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
        drawn = map_state(prediction, card, finding, self.controls.below.isChecked()) is MapState.DRAWN
        shares: Mapping[LungZone, float] = {}
        if drawn and prediction is not None:
            shares = map_region_words.shares_of(prediction.map_of(finding), prediction.lungs)
        where = map_region_words.region_sentence(shares)
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._warning.set_words(map_region_words.outside_warning(shares))

    def _describe(self, prediction: Prediction | None, card: ModelCard | None, finding: Finding) -> str:
        name = wording.finding_label(finding, card)
        state = map_state(prediction, card, finding, self.controls.below.isChecked())
        sentences = {
            MapState.NO_EVIDENCE: self.tr("{0}: no positive evidence"),
            MapState.NO_SCALE: self.tr("{0}: not drawn, the model's card gives no scale for it"),
            MapState.BELOW: self.tr("{0}: not drawn, below the operating point"),
        }
        saliency = prediction.map_of(finding) if prediction is not None else None
        if state is MapState.NO_MAP and self._waiting:
            return self._waiting
        if state is not MapState.DRAWN or saliency is None or card is None:
            return sentences.get(state, self.tr("No heat map for {0}")).format(name)
        if not is_absolute(saliency.method):
            return self.tr("{0}: drawn on a relative scale").format(name)
        strongest, scale = peak(saliency), card.map_scale[finding.value]
        return self.tr("{0}: strongest at {1:.1f} of {2:.1f} logit").format(name, strongest, scale)

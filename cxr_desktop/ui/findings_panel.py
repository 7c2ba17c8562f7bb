"""The right column: what the model says about the shown image, what that is worth, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.ui import second_opinion_words
from cxr_desktop.ui.class_rows import ClassRows
from cxr_desktop.ui.details_section import ChecksSection, ProvenanceSection
from cxr_desktop.ui.evidence_section import EvidenceSection
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.headline import Headline
from cxr_desktop.ui.heat_map_section import HeatMapSection
from cxr_desktop.ui.impression_section import ImpressionSection
from cxr_desktop.ui.key_bindings import first_key, with_key
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.model_limits import limits_of
from cxr_desktop.ui.not_scored_card import NotScoredCard
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.theme import DARK, Theme

_MARGIN = 16


class FindingsPanel(QWidget):
    """Filled by ``set_entry``; asks nothing of anyone.

    Signals: ``finding_selected(Finding)``, ``opacity_changed(float)``, ``below_changed(bool)``,
    ``visible_changed(bool)`` of the heat map, ``prevalence_changed(float)``, ``score_anyway_requested(str path)``,
    ``correction_requested(str path, Correction)`` with what the gate offers to do to the image as it is now,
    ``rotate_requested(str path, int turns)`` with counter-clockwise quarter turns to add,
    ``impression_changed(str key, tuple[Finding, ...])`` what the reader says about the study, () to take it back,
    ``read_and_next_requested()``.
    """

    finding_selected = Signal(object)
    opacity_changed = Signal(float)
    below_changed = Signal(bool)
    visible_changed = Signal(bool)
    prevalence_changed = Signal(float)
    score_anyway_requested = Signal(str)
    correction_requested = Signal(str, object)
    rotate_requested = Signal(str, int)
    impression_changed = Signal(str, object)
    read_and_next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Findings"))
        self.setMinimumWidth(scaled(320))
        self._entry: WorklistEntry | None = None
        self._image: ImageEntry | None = None
        self._card: ModelCard | None = None
        self._second_card: ModelCard | None = None
        self._build()
        self._connect()
        self.set_theme(DARK)
        self.set_entry(None, None)

    # --- what it is made of

    def _build(self) -> None:
        self._nothing = label(self.tr("Choose a study to see its findings."), tone="second", wrap=True)
        self._nothing.setContentsMargins(_MARGIN, 16, _MARGIN, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.class_rows = ClassRows()
        self.impression = ImpressionSection()
        self.evidence = EvidenceSection()
        self.heat_map = HeatMapSection()
        self._not_scored = NotScoredCard()
        self._checks, self._provenance = ChecksSection(), ProvenanceSection()
        self._limits = label(tone="second", size=TextSize.CAPTION, wrap=True)
        body = QWidget()
        body.setObjectName("findingsBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 16, 0, 16)
        layout.setSpacing(0)
        self.top = Headline()
        self._headline_part = self._inset(self.top)
        layout.addWidget(self._headline_part)
        self._card_holder = self._inset(self._not_scored, top=4, bottom=12)
        layout.addWidget(self._card_holder)
        layout.addWidget(self.class_rows)
        self._disagreement = Notice()
        self._disagreement_part = self._inset(self._disagreement, top=8)
        layout.addWidget(self._disagreement_part)
        layout.addWidget(self._section(self.tr("Your impression"), self.impression))
        self._evidence_part = self._section(self.tr("Evidence"), self.evidence)
        self._map_part = self._section(self.tr("Heat map"), self.heat_map)
        self._checks_part = self._section(self.tr("Checks"), self._checks)
        self._provenance_part = self._section(self.tr("Provenance"), self._provenance)
        for part in (self._evidence_part, self._map_part, self._checks_part, self._provenance_part):
            layout.addWidget(part)
        layout.addWidget(self._inset(rule(), top=16, bottom=12))
        layout.addWidget(self._inset(self._limits))
        layout.addStretch(1)
        self._scroll = OverlayScrollArea(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._nothing, 1)
        outer.addWidget(self._scroll, 1)
        self._pinned = self._build_pinned()
        outer.addWidget(self._pinned)

    def _build_pinned(self) -> QWidget:
        pinned = QWidget()
        pinned.setObjectName("pinned")
        pinned.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(pinned)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        key = first_key("window.read_and_next", "Ctrl+Return")
        self._read = QPushButton("  ·  ".join(part for part in (self.tr("Read and next"), key) if part))
        self._read.setProperty("kind", "primary")
        self._read.setFont(font(semibold=True))
        tip = self.tr("Mark this study read and go to the next unread")
        self._read.setToolTip(with_key(tip, "window.read_and_next", "Ctrl+Return"))
        self._read.clicked.connect(self.read_and_next_requested)
        layout.addWidget(self._read)
        return pinned

    def _inset(self, widget: QWidget, top: int = 0, bottom: int = 0) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(_MARGIN, top, _MARGIN, bottom)
        layout.addWidget(widget)
        return holder

    def _section(self, title: str, *parts: QWidget) -> QWidget:
        section = QWidget()
        layout = QVBoxLayout(section)
        layout.setContentsMargins(_MARGIN, 16, _MARGIN, 0)
        layout.setSpacing(8)
        layout.addWidget(rule())
        caption = label(title.upper(), TextSize.CAPTION, "faint", semibold=True)
        caption.setContentsMargins(0, 6, 0, 0)
        caption.setAccessibleName(title)
        layout.addWidget(caption)
        for part in parts:
            layout.addWidget(part)
        return section

    def _connect(self) -> None:
        self.class_rows.finding_selected.connect(self._on_finding)
        self.heat_map.opacity_changed.connect(self.opacity_changed)
        self.heat_map.below_changed.connect(self.below_changed)
        self.heat_map.visible_changed.connect(self.visible_changed)
        self.evidence.prevalence_changed.connect(self.prevalence_changed)
        self._not_scored.score_anyway_requested.connect(self._on_score_anyway)
        self._not_scored.correction_requested.connect(self._on_correction)
        self.impression.impression_changed.connect(self._on_impression)
        self._checks.turn_requested.connect(self._on_turn)

    # --- what it is told

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.class_rows.set_theme(theme)
        self._not_scored.set_theme(theme)
        self._disagreement.set_theme(theme)
        self.heat_map.set_theme(theme)
        self.impression.set_theme(theme)
        self._checks.set_theme(theme)

    def set_entry(
        self,
        entry: WorklistEntry | None,
        card: ModelCard | None,
        path: str | None = None,
        second_card: ModelCard | None = None,
    ) -> None:
        """Show a study: the image at ``path``, else the one that leads it. ``None`` empties the panel.

        ``second_card`` names the model of the second opinion where a result has one.
        """
        self._entry, self._card, self._second_card = entry, card, second_card
        self.class_rows.set_card(card)
        self.impression.set_state(entry.impression if entry is not None else None, card)
        self._image = None
        if entry is not None:
            self._image = next((image for image in entry.images if image.path == path), entry.leading)
        self._nothing.setVisible(entry is None)
        self._scroll.setVisible(entry is not None)
        self._pinned.setVisible(entry is not None)
        if entry is not None and self._image is not None:
            self._show(entry, self._image)

    def select_finding(self, finding: Finding) -> None:
        """Choose the class of the heat map without telling anyone."""
        self.class_rows.select(finding)
        self._show_finding(finding)

    def finding(self) -> Finding:
        """The class whose map is shown."""
        return self.class_rows.selected()

    # --- how it shows

    def _show(self, entry: WorklistEntry, image: ImageEntry) -> None:
        prediction = image.prediction
        scored = image.state is ScoreState.SCORED
        failed = prediction is not None and prediction.status is not Status.SCORED and not image.scoring
        self._headline_part.setVisible(self.top.set_image(entry, image, self._card))
        self._card_holder.setVisible(failed)
        if failed and prediction is not None:
            self._not_scored.set_prediction(prediction)
        self.class_rows.setVisible(not failed)
        self.class_rows.set_prediction(prediction if scored else None, self._card, self._second_card)
        self._show_disagreement(prediction if scored else None)
        self._evidence_part.setVisible(not failed)
        self._map_part.setVisible(scored)
        self._show_finding(self.finding())
        self._checks.set_image(image)
        self._checks_part.setVisible(image.radiograph is not None)
        self._provenance_part.setVisible(prediction is not None and self._provenance.set_prediction(prediction))
        self._limits.setText(limits_of(self._card))

    def _show_disagreement(self, prediction: Prediction | None) -> None:
        words = ""
        if prediction is not None:
            words = second_opinion_words.disagreement_sentence(prediction, self._card, self._second_card)
        self._disagreement.set_words(words)
        self._disagreement_part.setVisible(bool(words))

    def _show_finding(self, finding: Finding) -> None:
        self.evidence.set_card(self._card, finding)
        prediction = self._image.prediction if self._image is not None else None
        self.heat_map.set_prediction(prediction, self._card, finding)

    # --- what the reader does

    def _on_finding(self, finding: Finding) -> None:
        self._show_finding(finding)
        self.finding_selected.emit(finding)

    def _on_impression(self, findings: object) -> None:
        if self._entry is not None:
            self.impression_changed.emit(self._entry.key, findings)

    def _on_score_anyway(self) -> None:
        if self._image is not None:
            self.score_anyway_requested.emit(self._image.path)

    def _on_correction(self, correction: object) -> None:
        if self._image is not None:
            self.correction_requested.emit(self._image.path, correction)

    def _on_turn(self, turns: int) -> None:
        if self._image is not None:
            self.rotate_requested.emit(self._image.path, turns)

    def facts(self) -> dict[str, str]:
        """Checks and provenance as shown."""
        return {**self._checks.facts.texts(), **self._provenance.texts()}

    def headline(self) -> tuple[str, str]:
        """The big number and its words, "" where another card stands in their place."""
        if self._headline_part.isHidden():
            return "", ""
        return self.top.texts()

"""The right column: what the model says about the shown image, what that is worth, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.ui import second_opinion_words, wording
from cxr_desktop.ui.class_rows import ClassRows
from cxr_desktop.ui.details_section import ChecksSection, ProvenanceSection
from cxr_desktop.ui.evidence_section import EvidenceSection
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.heat_map_section import HeatMapSection
from cxr_desktop.ui.impression_section import ImpressionSection
from cxr_desktop.ui.labels import ElidedLabel, label, rule, set_tone
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.not_scored_card import NotScoredCard
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
        self.setMinimumWidth(320)
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
        self._headline_part = self._inset(self._build_headline())
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

    def _build_headline(self) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        self._headline = ElidedLabel(tone="second")
        self._which = label(tone="second", size=TextSize.CAPTION)
        self._number = label(size=TextSize.FIGURE, semibold=True)
        self._band = label(wrap=True)
        self._band.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._headline, 1)
        top.addWidget(self._which)
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addWidget(self._band, 1)
        self._band.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(top)
        layout.addLayout(row)
        return head

    def _build_pinned(self) -> QWidget:
        pinned = QWidget()
        pinned.setObjectName("pinned")
        pinned.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(pinned)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._read = QPushButton(self.tr("Read and next  ·  Ctrl+Enter"))
        self._read.setProperty("kind", "primary")
        self._read.setFont(font(semibold=True))
        self._read.setToolTip(self.tr("Mark this study read and go to the next unread (Ctrl+Enter)"))
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
        self._show_headline(entry, image)
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
        self._limits.setText(self._limits_words())

    def _show_disagreement(self, prediction: Prediction | None) -> None:
        words = ""
        if prediction is not None:
            words = second_opinion_words.disagreement_sentence(prediction, self._card, self._second_card)
        self._disagreement.set_words(words)
        self._disagreement_part.setVisible(bool(words))

    def _show_headline(self, entry: WorklistEntry, image: ImageEntry) -> None:
        count = len(entry.images)
        position = entry.images.index(image) + 1
        leading = self.tr("Image {0} of {1}, highest risk") if image is entry.leading else self.tr("Image {0} of {1}")
        self._which.setText(leading.format(position, count) if count > 1 else "")
        state, prediction = image.state, image.prediction
        scored = state is ScoreState.SCORED and prediction is not None
        waits = state in (ScoreState.WAITING, ScoreState.SCORING)
        self._headline_part.setVisible(scored or waits)
        self._headline.setText(wording.finding_label(self._risk_finding(prediction if scored else None), self._card))
        self._number.setText(wording.probability(prediction.risk if scored and prediction else None))
        if scored and prediction is not None:
            band = prediction.risk_band
            words = wording.band(band)
            if prediction.override:
                words = self.tr("{0}, scored on request").format(words)
            self._band.setText(words)
            set_tone(self._band, band.value if band is not None else "second")
        else:
            self._band.setText(self.tr("being scored") if image.scoring else self.tr("waiting to be scored"))
            set_tone(self._band, "second")
        self._number.setAccessibleName(f"{self._headline.text()} {self._number.text()}, {self._band.text()}")

    def _risk_finding(self, prediction: Prediction | None) -> Finding:
        """What the one number is about: the class of the result, else the one that the model will be asked for."""
        if prediction is not None:
            return prediction.risk_finding
        return self._card.class_of_interest if self._card is not None else Finding.COVID19

    def _show_finding(self, finding: Finding) -> None:
        self.evidence.set_card(self._card, finding)
        prediction = self._image.prediction if self._image is not None else None
        self.heat_map.set_prediction(prediction, self._card, finding)

    def _limits_words(self) -> str:
        known = self._card.findings if self._card is not None else KNOWN_FINDINGS
        names = [wording.finding_label(f, self._card) for f in known]
        numbers = {
            1: self.tr("one thing"),
            2: self.tr("two things"),
            3: self.tr("three things"),
            4: self.tr("four things"),
        }
        count = numbers.get(len(names), self.tr("{0} things").format(len(names)))
        words = self.tr("The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.")
        limits = words.format(count, ", ".join(names))
        unsought = wording.not_looked_for(self._card)
        if unsought:
            limits = f"{limits} {unsought}"
        if self._card is not None and self._card.judges_classes_apart:
            apart = self.tr("It judges each of them by itself: several may be likely, or none.")
            limits = f"{limits} {apart}"
        return limits

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
        return self._number.text(), self._band.text()

"""The right column: what the model says about the shown image, what that is worth, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.ui import second_opinion_words, wording
from cxr_desktop.ui.class_rows import ClassRows
from cxr_desktop.ui.details_section import ChecksSection, ProvenanceSection
from cxr_desktop.ui.evidence_section import EvidenceSection
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.headline import Headline
from cxr_desktop.ui.heat_map_section import HeatMapSection
from cxr_desktop.ui.impression_section import ImpressionSection
from cxr_desktop.ui.key_bindings import first_key, with_key
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.model_limits import limits_of, not_looked_for
from cxr_desktop.ui.not_scored_card import NotScoredCard
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.section import Section
from cxr_desktop.ui.shortcut_tests import ShortcutState
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.window_columns import FINDINGS_WIDTH

_MARGIN = 16


class FindingsPanel(QWidget):
    """Filled by ``set_entry``; asks nothing of anyone.

    Signals: ``finding_selected(Finding)``, ``opacity_changed(float)``, ``below_changed(bool)``,
    ``visible_changed(bool)`` of the heat map, ``prevalence_changed(float)``, ``score_anyway_requested(str path)``,
    ``correction_requested(str path, Correction)`` with what the gate offers to do to the image as it is now,
    ``rotate_requested(str path, int turns)`` with counter-clockwise quarter turns to add,
    ``impression_changed(str key, Words)`` what the reader says about the study, no words to take it back,
    ``record_requested(str key)`` a blind impression is final, ``text_left()`` Esc in a text field,
    ``read_and_next_requested()``, ``look_changed(MapLook)`` and ``method_chosen(MapMethod)`` of the heat map,
    ``shortcut_test_requested()``, ``card_requested()``, ``why_requested(str topic)`` of the manual,
    ``sections_changed(tuple[str, ...])`` names of those closed.
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
    record_requested = Signal(str)
    text_left = Signal()
    read_and_next_requested = Signal()
    look_changed = Signal(object)
    method_chosen = Signal(object)
    shortcut_test_requested = Signal()
    card_requested = Signal()
    sections_changed = Signal(object)
    why_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Findings"))
        self.setMinimumWidth(scaled(FINDINGS_WIDTH))
        self._entry: WorklistEntry | None = None
        self._image: ImageEntry | None = None
        self._card: ModelCard | None = None
        self._second_card: ModelCard | None = None
        self._mapped: Prediction | None = None
        self._was_testing = False
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
        layout.setContentsMargins(0, 12, 0, 12)
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
        self._build_sections()
        for part in self.sections():
            layout.addWidget(part)
        layout.addStretch(1)
        self._scroll = OverlayScrollArea(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._nothing, 1)
        outer.addWidget(self._scroll, 1)
        self._pinned = self._build_pinned()
        outer.addWidget(self._pinned)

    def _build_sections(self) -> None:
        self._evidence_part = Section("evidence", self.tr("Evidence"), self.evidence)
        self._map_part = Section("heat_map", self.tr("Heat map"), self.heat_map)
        self._checks_part = Section("checks", self.tr("Checks"), self._checks)
        self._open_card = QPushButton(self.tr("Open the model card  ·  F2"))
        about = self.tr("What the model is for, what it was measured on, and every number")
        self._open_card.setToolTip(with_key(about, "window.model_card", "F2"))
        self._open_card.clicked.connect(self.card_requested)
        self._provenance_part = Section("provenance", self.tr("Model"), self._provenance, self._limits, self._open_card)
        self._impression_part = Section("impression", self.tr("Your impression"), self.impression)

    def _build_pinned(self) -> QWidget:
        pinned = QWidget()
        pinned.setObjectName("pinned")
        pinned.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(pinned)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 12)
        layout.setSpacing(8)
        self._unsought = ElidedLabel(tone="second", size=TextSize.CAPTION)
        layout.addWidget(self._unsought)
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

    def sections(self) -> tuple[Section, ...]:
        """From top to bottom."""
        return (
            self._impression_part,
            self._evidence_part,
            self._map_part,
            self._checks_part,
            self._provenance_part,
        )

    def _connect(self) -> None:
        self.class_rows.finding_selected.connect(self._on_finding)
        controls = self.heat_map.controls
        controls.opacity_changed.connect(self.opacity_changed)
        controls.below_changed.connect(self.below_changed)
        controls.visible_changed.connect(self.visible_changed)
        controls.look_changed.connect(self.look_changed)
        controls.method_chosen.connect(self.method_chosen)
        self._checks.shortcut_test_requested.connect(self.shortcut_test_requested)
        for section in self.sections():
            section.toggled.connect(lambda _open: self.sections_changed.emit(self.closed_sections()))
        self.evidence.prevalence_changed.connect(self.prevalence_changed)
        self._not_scored.score_anyway_requested.connect(self._on_score_anyway)
        self._not_scored.correction_requested.connect(self._on_correction)
        self.impression.impression_changed.connect(self._on_impression)
        self.impression.words_shown.connect(lambda words: self.class_rows.set_verdicts(words.verdicts))
        self.class_rows.judged.connect(self.impression.judge_class)
        self.impression.record_requested.connect(self._on_record)
        self.impression.left.connect(self.text_left)
        self._checks.turn_requested.connect(self._on_turn)
        for part in (self.top, self.heat_map, self._not_scored):
            part.why.why_requested.connect(self.why_requested)

    # --- what it is told

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.class_rows.set_theme(theme)
        self._not_scored.set_theme(theme)
        self._disagreement.set_theme(theme)
        self.heat_map.set_theme(theme)
        self.impression.set_theme(theme)
        self._checks.set_theme(theme)
        for section in self.sections():
            section.set_theme(theme)

    def set_closed_sections(self, names: Sequence[str]) -> None:
        """Close these and open the others, telling nobody."""
        for section in self.sections():
            section.set_open(section.name not in names)

    def closed_sections(self) -> tuple[str, ...]:
        """The names of the sections that are closed."""
        return tuple(section.name for section in self.sections() if not section.is_open())

    def set_shortcuts(self, state: ShortcutState) -> None:
        """The test for shortcuts of the image that is shown; what has just come is scrolled to."""
        has_come = self._was_testing and not state.is_running and state.can_run
        self._was_testing = state.is_running
        self._checks.set_shortcuts(state, self._card)
        if has_come:
            self._checks_part.set_open(True)
            # Once the rows have found their places.
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._checks_part, 0, 0))

    def show_maps(self, prediction: Prediction | None) -> None:
        """The result with the maps of the method that is chosen, for what the panel says of them."""
        self._mapped = prediction
        self._show_finding(self.finding())

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
        if entry is None or self._entry is None or entry.key != self._entry.key:
            self.impression.flush()  # it belongs to the study that was in hand until now
        self._entry, self._card, self._second_card = entry, card, second_card
        self.class_rows.set_card(card)
        self.impression.set_entry(entry, card)
        self._image = self._mapped = None
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

    def judge_shown(self, verdict: Verdict) -> None:
        """Agree or disagree about the class whose map is shown, or take that back."""
        if self.class_rows.is_judging():
            self.impression.judge_class(self.finding(), verdict)

    def writing_parts(self) -> tuple[QWidget, ...]:
        """With what the reader says or changes something about the study."""
        return self.impression, self._read, *self._not_scored.buttons(), *self._checks.turns()

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
        # What is said of the study is said of the image that stands for it.
        self.class_rows.set_judging(scored and image is entry.leading)
        self._show_disagreement(prediction if scored else None)
        self._evidence_part.setVisible(not failed)
        self._map_part.setVisible(scored)
        self._show_finding(self.finding())
        self._checks.set_image(image)
        self._checks_part.setVisible(image.radiograph is not None)
        self._provenance.setVisible(prediction is not None and self._provenance.set_prediction(prediction))
        self._provenance_part.heading.set_summary(self._provenance.summary())
        self._checks_part.heading.set_summary(next(iter(self._checks.facts.texts().values()), ""))
        self._open_card.setEnabled(self._card is not None)
        self._limits.setText(limits_of(self._card))
        self._unsought.setText(not_looked_for(self._card))
        self._unsought.setVisible(bool(self._unsought.text()))

    def _show_disagreement(self, prediction: Prediction | None) -> None:
        words = ""
        if prediction is not None:
            words = second_opinion_words.disagreement_sentence(prediction, self._card, self._second_card)
        self._disagreement.set_words(words)
        self._disagreement_part.setVisible(bool(words))

    def _show_finding(self, finding: Finding) -> None:
        self.evidence.set_card(self._card, finding)
        prediction = self._image.prediction if self._image is not None else None
        self.heat_map.set_prediction(self._mapped or prediction, self._card, finding)
        name = wording.finding_label(finding, self._card)
        self._evidence_part.heading.set_summary(name)
        self._map_part.heading.set_summary(name)

    # --- what the reader does

    def _on_finding(self, finding: Finding) -> None:
        self._show_finding(finding)
        self.finding_selected.emit(finding)

    def _on_impression(self, words: object) -> None:
        if self._entry is not None:
            self.impression_changed.emit(self._entry.key, words)

    def _on_record(self) -> None:
        if self._entry is not None:
            self.record_requested.emit(self._entry.key)

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

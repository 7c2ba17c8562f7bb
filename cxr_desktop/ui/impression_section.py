"""What the reader thinks of the study in hand and of the model's answer; knows no store, and reads no number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.agreement import with_class, with_verdict
from cxr_desktop.domain.impression import NOTHING, Impression, Verdict, Words, choices, toggled
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction
from cxr_desktop.domain.worklist import ScoreState, WorklistEntry
from cxr_desktop.ui import wording
from cxr_desktop.ui.choice import Choice
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.note_fields import NoteFields
from cxr_desktop.ui.theme import DARK, Theme

_SPACING = 6
_MOST_COLUMNS = 3
KEYS = 9
"""The first nine choices have a key, Alt and their number."""
VERDICT_KEYS = {Verdict.AGREE: "Alt+A", Verdict.DISAGREE: "Alt+D", Verdict.UNSURE: "Alt+U"}
RECORD_KEY = "Alt+R"


class ImpressionSection(QWidget):
    """Agree, disagree or unsure; the model's classes, "Other" and "Not usable"; free text and tags.

    Verdicts on single classes are said beside the model's numbers, which stand elsewhere: ``judge_class`` takes them.

    Signals: ``impression_changed(Words)`` what is said from now on, no words to take back what was said;
    ``words_shown(Words)`` what stands here now, whoever said it; ``record_requested()`` a blind impression is final;
    ``left()`` Esc in a text field.
    """

    impression_changed = Signal(object)
    words_shown = Signal(object)
    record_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme = DARK
        self._names: dict[Finding, str] = {}
        self._buttons: dict[Finding, Choice] = {}
        self._columns = 0
        self._key = ""
        self._words = NOTHING
        self._answer: Prediction | None = None
        self._card: ModelCard | None = None
        self._verdicts = {
            verdict: Choice(wording.opinion(verdict), self.tr("with the model; {0}").format(key))
            for verdict, key in VERDICT_KEYS.items()
        }
        self._agreement = self._build_verdicts()
        self._grid = QGridLayout()
        self._grid.setSpacing(_SPACING)
        self.fields = NoteFields()
        self.fields.changed.connect(self._on_typed)
        self.fields.left.connect(self.left)
        self._record = QPushButton(self.tr("Record and show scores  ·  {0}").format(RECORD_KEY))
        self._record.setFont(font(semibold=True))
        self._record.clicked.connect(self.record)
        self._hint = label(tone="second", size=TextSize.CAPTION, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._agreement)
        layout.addLayout(self._grid)
        for part in (self.fields, self._record, self._hint):
            layout.addWidget(part)
        self.set_entry(None, None)

    def _build_verdicts(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for verdict, button in self._verdicts.items():
            button.clicked.connect(lambda _checked=False, verdict=verdict: self.judge(verdict))
            layout.addWidget(button)
        return row

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        for button in (*self._verdicts.values(), *self._buttons.values()):
            button.set_theme(theme)

    # --- what it is told

    def set_entry(self, entry: WorklistEntry | None, card: ModelCard | None) -> None:
        """The study in hand; what was typed about the one before has been told by ``flush``."""
        key = entry.key if entry is not None else ""
        other, self._key = key != self._key, key
        state = entry.state if entry is not None else ScoreState.WAITING
        hidden = state is ScoreState.HIDDEN
        self._agreement.setVisible(state is ScoreState.SCORED)
        self._answer = entry.leading.prediction if entry is not None and state is ScoreState.SCORED else None
        self._card = card
        self._record.setVisible(hidden)
        impression = entry.impression if entry is not None else None
        said = impression.words if impression is not None else NOTHING
        self.fields.set_state(said.note, said.tags, other)
        self._words = said
        # A class that only an earlier model had stays while it is chosen.
        classes = card.findings if card is not None else KNOWN_FINDINGS
        names = {f: wording.finding_label(f, card) for f in choices((*classes, *said.findings))}
        if names != self._names:
            self._build(names)
        self._show_words()
        self._hint.setText(self._hint_words(impression, hidden, entry is not None and entry.scores_seen))

    # --- what it says

    def choices(self) -> tuple[str, ...]:
        """The names of the buttons, in the order of their keys."""
        return tuple(self._names.values())

    def findings(self) -> tuple[Finding, ...]:
        """What is chosen now."""
        return self._words.findings

    def press(self, number: int) -> None:
        """Press the button of this number, from 1; nothing where there is none."""
        for finding in list(self._buttons)[number - 1 : number]:
            self._on_pressed(finding)

    def judge(self, verdict: Verdict) -> None:
        """Press a verdict, or take it back; nothing while there is no score to judge."""
        if self._answer is not None:
            self._say(with_verdict(self._typed(), verdict, self._answer, self._card))

    def judge_class(self, finding: Finding, verdict: Verdict) -> None:
        """The same about one class of the answer; nothing for one that the model did not answer."""
        if self._answer is not None and finding in self._answer.probabilities:
            self._say(with_class(self._typed(), finding, verdict, tuple(self._answer.probabilities)))
        else:
            self._show_words()

    def record(self) -> None:
        """A blind impression is final; nothing where there is none to record."""
        self.flush()
        if not self._record.isHidden() and self._words.findings:
            self.record_requested.emit()

    def flush(self) -> None:
        """What was typed and not yet told is told now."""
        self.fields.flush()

    def write(self) -> None:
        """Go to the free text."""
        self.fields.note.setFocus()
        self.fields.note.ensureCursorVisible()

    def _typed(self) -> Words:
        return replace(self._words, note=self.fields.text(), tags=self.fields.words())

    def _say(self, words: Words) -> None:
        if words != self._words:
            self._words = words
            self.impression_changed.emit(words)
        self._show_words()

    def _on_typed(self) -> None:
        self._say(self._typed())

    def _on_pressed(self, finding: Finding) -> None:
        self._say(replace(self._typed(), findings=toggled(self._words.findings, finding)))

    # --- how it shows

    def _hint_words(self, impression: Impression | None, hidden: bool, seen: bool) -> str:
        if hidden and seen:
            return self.tr("The score of this study was in sight before, so your impression will not count as blind.")
        if hidden:
            return self.tr("Blind reading: say what you see, then record it. Scores are shown after that.")
        if impression is None:
            return self.tr("What you see yourself. Nothing is recorded yet.")
        # To the minute: who said it when matters, the second does not.
        moment, reader = wording.moment(impression.at)[:16], wording.plain(impression.reader)
        if impression.blind:
            return self.tr("Recorded blind {0}. Press again to undo.").format(moment)
        if reader:
            return self.tr("Recorded {0} by {1}. Press again to undo.").format(moment, reader)
        return self.tr("Recorded {0}. Press again to undo.").format(moment)

    def _show_words(self) -> None:
        for finding, button in self._buttons.items():
            button.setChecked(finding in self._words.findings)
        for verdict, button in self._verdicts.items():
            button.setChecked(verdict is self._words.verdict)
        self.words_shown.emit(self._words)
        self._record.setEnabled(bool(self._words.findings))
        self._record.setToolTip(
            self.tr("What you said is final; scores, findings and heat maps are shown ({0})").format(RECORD_KEY)
            if self._words.findings
            else self.tr("Choose what you see first")
        )

    def _build(self, names: dict[Finding, str]) -> None:
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._names, self._buttons = names, {}
        for number, (finding, name) in enumerate(names.items(), start=1):
            button = Choice(name, f"Alt+{number}" if number <= KEYS else "")
            button.set_theme(self._theme)
            button.clicked.connect(lambda _checked=False, finding=finding: self._on_pressed(finding))
            self._buttons[finding] = button
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """As many columns as whole names have room in."""
        widest = max(button.needed_width() for button in self._buttons.values())
        fitting = int((self.width() + _SPACING) // (widest + _SPACING))
        columns = max(1, min(_MOST_COLUMNS, fitting))
        if columns == self._columns:
            return
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, number // columns, number % columns)
        self._columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for more or fewer columns."""
        super().resizeEvent(event)
        self._arrange()

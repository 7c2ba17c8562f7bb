"""Facts about the shown image: what the checks found, and where its numbers came from; computes none of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.ui import icons, reasons, second_opinion_words, wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import Facts, label
from cxr_desktop.ui.shortcut_tests import ShortcutState
from cxr_desktop.ui.shortcut_words import surroundings_note, trial_about, trial_name, trial_words
from cxr_desktop.ui.theme import Theme

_QUIET = ("looks mirrored",)
"""What a reader should know and nobody has to do anything about."""


class ChecksSection(QWidget):
    """The gate's verdict, odd things about the file, the test for shortcuts, and turning the image for scoring.

    Signals: ``turn_requested(int)`` counter-clockwise quarter turns to add, ``shortcut_test_requested()``.
    """

    turn_requested = Signal(int)
    shortcut_test_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.facts)
        self.trials = Facts()
        self._note = label(tone="second", size=TextSize.CAPTION, wrap=True)
        self.test = QPushButton(self.tr("Test for shortcuts"))
        about = self.tr("Score again with borders, markers and all but the lungs hidden; nothing of it is kept")
        self.test.setToolTip(with_key(about, "window.shortcut_test", "Shift+X"))
        self.test.clicked.connect(self.shortcut_test_requested)
        for part in (self.trials, self._note):
            layout.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.test)
        row.addStretch(1)
        row.addWidget(label(self.tr("Turn"), tone="second"))
        self._buttons: list[tuple[QToolButton, str]] = []
        left = self.tr("Turn the image to the left and score it again")
        right = self.tr("Turn the image to the right and score it again")
        for icon, turns, words in (
            ("rotate_left", 1, with_key(left, "window.rotate_left", "Ctrl+[")),
            ("rotate_right", -1, with_key(right, "window.rotate_right", "Ctrl+]")),
        ):
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, turns=turns: self.turn_requested.emit(turns))
            row.addWidget(button)
            self._buttons.append((button, icon))
        layout.addLayout(row)

    def turns(self) -> tuple[QToolButton, ...]:
        """The buttons that turn the image."""
        return tuple(button for button, _ in self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Tint the buttons."""
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon, theme))

    def set_image(self, image: ImageEntry) -> None:
        """Show what is known about one image."""
        facts: list[tuple[str, str, str]] = []
        prediction, header = image.prediction, image.radiograph
        if prediction is not None and prediction.gate is not None:
            tone = "below" if prediction.gate.usable else "between"
            facts.append((self.tr("Image"), wording.verdict(prediction.gate, prediction), tone))
        elif prediction is not None and prediction.status is Status.SCORED:
            facts.append((self.tr("Image"), self.tr("not checked"), ""))
        if prediction is not None and prediction.status is Status.SCORED and prediction.second is not None:
            facts.append((self.tr("Second model"), *second_opinion_words.check_words(prediction)))
        flags = dict.fromkeys((*(header.flags if header else ()), *(prediction.flags if prediction else ())))
        facts.extend((self.tr("Note"), reasons.words(wording.plain(flag)), _tone(flag)) for flag in flags)
        if image.correction:
            done = wording.correction(image.quarter_turns, image.inverted)
            facts.append((self.tr("Corrected"), self.tr("{0}, with your consent").format(done), ""))
        self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))

    def set_shortcuts(self, state: ShortcutState, card: ModelCard | None) -> None:
        """What a test for shortcuts of this image found, or whether there can be one."""
        report = state.report
        trials = report.trials if report is not None else ()
        rows = [(trial_name(t.hidden), *trial_words(report, t)) for t in trials] if report is not None else []
        self.trials.set_facts(rows)
        for index, trial in enumerate(trials):
            assert report is not None, "trials are those of a report"
            self.trials.set_tooltip(index, wording.escape(trial_about(trial.hidden, card, report.finding)))
        self.trials.setVisible(bool(rows))
        note = surroundings_note(card, report.finding) if report is not None else ""
        if state.reason:
            note = self.tr("Not tested: {0}.").format(reasons.words(state.reason))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.test.setText(self.tr("Testing…") if state.is_running else self.tr("Test for shortcuts"))
        self.test.setEnabled(state.can_run and not state.is_running)
        self.test.setVisible(report is None)

    def note(self) -> str:
        """What stands under the trials."""
        return self._note.text()


def _tone(flag: str) -> str:
    return "second" if any(words in flag for words in _QUIET) else "between"


class ProvenanceSection(Facts):
    """Which models, on what, when."""

    def __init__(self) -> None:
        super().__init__()
        self._summary = ""

    def set_prediction(self, prediction: Prediction) -> bool:
        """False where no engine has had a hand in it, and there is nothing to show."""
        by = prediction.scored_by
        if by is None:
            return False
        second = prediction.second.scored_by if prediction.second is not None else None
        other = [(self.tr("Second model"), f"{second.model} {second.model_version}", "")] if second is not None else []
        self.set_facts(
            [
                (self.tr("Model"), f"{by.model} {by.model_version}", ""),
                (self.tr("Digest"), by.model_digest[:12], ""),
                *other,
                (self.tr("Computed on"), wording.device(by), ""),
                (self.tr("Scored at"), wording.moment(prediction.scored_at) or wording.BLANK, ""),
                (self.tr("Took"), self.tr("{0:.2f} s").format(prediction.seconds), ""),
            ]
        )
        self.set_tooltip(1, by.model_digest)
        self._summary = f"{by.model} {by.model_version} · {by.model_digest[:12]}"
        return True

    def summary(self) -> str:
        """The model, its version and its digest on one line."""
        return self._summary

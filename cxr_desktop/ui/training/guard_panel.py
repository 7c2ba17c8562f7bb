"""What a switch to the new model would do to the open worklist, before it is made; scores nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.bridge.model_guard import ModelGuard
from cxr_desktop.domain.model_change import Change, Crossing
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.training.guard_table import GuardTable
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.progress_row import ProgressRow


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("guard", text, "", count)


def summary(changes: Sequence[Change]) -> str:
    """``12 of 340 studies change their band; 3 would fall below the operating point.``"""
    moved = sum(
        change.band_before is not change.band_after and change.risk_before is not None and change.risk_after is not None
        for change in changes
    )
    if not moved:
        words = _tr("None of {0} studies changes its band").format(wording.number(len(changes)))
    elif moved == 1:
        words = _tr("1 of {0} studies changes its band").format(wording.number(len(changes)))
    else:
        words = _tr("{0} of {1} studies change their band").format(wording.number(moved), wording.number(len(changes)))
    effects = (
        (Crossing.FALLS_BELOW, _tr("{0} would fall below the operating point")),
        (Crossing.RISES_ABOVE, _tr("{0} would rise above it")),
        (Crossing.LOST, _tr("{0} would have no number any more")),
    )
    counts = ((sum(change.crossing is effect for change in changes), text) for effect, text in effects)
    return "; ".join([words, *(text.format(wording.number(count)) for count, text in counts if count)]) + "."


class GuardPanel(QWidget):
    """``offer`` a model. Signals: ``use_requested(str name)``, ``keep_requested()``."""

    use_requested = Signal(str)
    keep_requested = Signal()

    def __init__(self, guard: ModelGuard | None, parent: QWidget | None = None) -> None:
        """Without a guard (no worklist is open) the model can still be chosen."""
        super().__init__(parent)
        self._guard, self._name = guard, ""
        self._asked = False
        self.words = label(wrap=True)
        self.notes = Notes()
        self.progress = ProgressRow()
        self.progress.stop_requested.connect(self._on_stop)
        self.table = GuardTable()
        self.score = self._button(self.tr("Score this worklist with the new model"), self._on_score)
        self.use = self._button(self.tr("Use this model now"), self._on_use)
        self.keep = self._button(self.tr("Keep the present model"), self._on_keep)
        if guard is not None:
            guard.progress.connect(self._on_progress)
            guard.finished.connect(self._on_finished)
            guard.failed.connect(self._on_failed)
        self._build()

    def _button(self, words: str, slot: Any) -> QPushButton:
        button = QPushButton(words)
        button.setFont(font())
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Before you switch"), semibold=True))
        layout.addWidget(self.words)
        layout.addWidget(self.notes)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.score)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.use)
        layout.addLayout(row)
        layout.addStretch(0)

    def offer(self, name: str) -> None:
        """A model that was just published; nothing is scored until the reader asks for it."""
        self._name = name
        self.notes.set_notes(())
        for button in (self.score, self.use, self.keep):
            button.setEnabled(True)
        self.progress.hide()
        self.table.hide()
        count = self._guard.count() if self._guard is not None else 0
        self.score.setVisible(bool(count))
        self._make_first(self.score if count else self.use)
        if count:
            self.words.setText(
                self.tr(
                    "{0} studies of the open worklist have a number. Scored with the new model too, it shows which of "
                    "them change their place or cross the operating point. Nothing in the worklist changes yet."
                ).format(wording.number(count))
            )
        else:
            self.words.setText(self.tr("No study of the open worklist has a number, so there is nothing to compare."))

    def close_down(self) -> None:
        """The window goes away."""
        if self._guard is not None and self._asked:
            self._guard.close()

    def _make_first(self, first: QPushButton) -> None:
        """One button is the way on."""
        for button in (self.score, self.use):
            button.setProperty("kind", "primary" if button is first else "")
            button.setFont(font(semibold=button is first))
            button.style().unpolish(button)
            button.style().polish(button)

    def _decide(self, words: str) -> None:
        """The reader has chosen; nothing more is asked."""
        if self._guard is not None and self._asked:
            self._guard.cancel()
        self._asked = False
        self.progress.hide()
        self.words.setText(words)
        for button in (self.score, self.use, self.keep):
            button.setEnabled(False)

    def _on_use(self) -> None:
        self._decide(self.tr("The worklist is scored again with the new model."))
        self.use_requested.emit(self._name)

    def _on_keep(self) -> None:
        self._decide(self.tr("The present model stays. The new one can be chosen in the menu Model at any time."))
        self.keep_requested.emit()

    # --- the comparison

    def _on_score(self) -> None:
        if self._guard is None:
            return
        self.notes.set_notes(())
        self.table.hide()
        self.score.hide()
        self._asked = True
        self.progress.begin(self.tr("The new model is loaded"))
        self._guard.start(self._name)

    def _on_stop(self) -> None:
        if self._guard is not None:
            self._guard.cancel()
        self._asked = False
        self.offer(self._name)

    def _on_progress(self, done: int, total: int) -> None:
        if done and self._asked:
            self.progress.show_event({"event": "progress", "what": self.tr("scoring"), "done": done, "total": total})

    def _on_finished(self, found: object) -> None:
        if not self._asked:
            return
        self._asked = False
        changes: tuple[Change, ...] = found if isinstance(found, tuple) else ()
        self.progress.hide()
        self.score.hide()
        self.words.setText(summary(changes))
        self.notes.set_notes(self._warnings(changes))
        if self._guard is not None:
            self.table.set_changes(changes, self._guard.names)
        self.table.setVisible(bool(self.table.texts()))
        self._make_first(self.use)

    def _on_failed(self, reason: str) -> None:
        if not self._asked:
            return
        self._asked = False
        self.offer(self._name)
        self.notes.set_notes([(Kind.ERROR, reason)])

    def _warnings(self, changes: Sequence[Change]) -> list[tuple[Kind, str]]:
        notes = []
        before, after = self._guard.findings if self._guard is not None else ("", "")
        if before and after and before != after:
            words = self.tr("The present model sorts by {0}, the new one by {1}: places are compared, not risks.")
            notes.append((Kind.WARNING, words.format(Finding(before).label, Finding(after).label)))
        if any(change.risk_after is not None and change.band_after is None for change in changes):
            words = self.tr("The new model has no operating points, so no study can cross one.")
            notes.append((Kind.WARNING, words))
        return notes

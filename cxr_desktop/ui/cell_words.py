"""The plain words of worklist cells for screen readers; the picture of the same cells is in ``worklist_cells``."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import Qt

from cxr_desktop.bridge.worklist_model import Column
from cxr_desktop.bridge.worklist_columns import FINDING_OF, likeliest_other
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.ui import second_opinion_words, wording
from cxr_desktop.ui.worklist_columns import look_of


class CellWords:
    """Give an instance to ``WorklistModel`` and to ``MainWindow``, which sets ``hide_identity`` and
    the cards of the two models on it."""

    def __init__(self) -> None:
        self.hide_identity = False
        self.card: ModelCard | None = None
        self.second_card: ModelCard | None = None

    def __call__(self, entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
        """The cell's value; with the column's name before it for the accessible role."""
        text = self._value(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column is Column.RISK:
                return wording.row_sentence(entry, self.hide_identity, self.card)
            if column is Column.DISAGREEMENT:
                return second_opinion_words.cell_sentence(entry, self.card, self.second_card)
            return f"{look_of(column, self.card).title}: {text}"
        return text

    def _value(self, entry: WorklistEntry, column: Column) -> str:
        header = entry.radiograph
        if column is Column.RISK:
            return wording.probability(entry.risk) if entry.risk is not None else wording.reason_words(entry)
        if column is Column.OTHERS or column in FINDING_OF:
            return self._class_words(entry, column)
        if column is Column.DISAGREEMENT:
            prediction = entry.leading.prediction
            scored = prediction is not None and prediction.status is Status.SCORED
            return wording.probability(prediction.disagreement if scored and prediction is not None else None)
        if column is Column.PATIENT:
            details = wording.patient_details(entry, self.hide_identity)
            return ", ".join(part for part in (wording.patient_title(entry, self.hide_identity), details) if part)
        if column is Column.STUDY:
            return ", ".join(p for p in (wording.study_moment(header, date.min), wording.study_details(entry)) if p)
        if column is Column.VIEW:
            return wording.view(header)
        if column is Column.SOURCE:
            return wording.source(header)
        if column is Column.STATE:
            return f"{wording.read_state(entry.read_state)}, {wording.score_state(entry.state)}"
        if column is Column.IMPRESSION:
            return wording.impression(entry, self.card) or wording.BLANK
        read = entry.read_state is ReadState.READ
        return wording.BLANK if read else wording.wait(time.time() - entry.added_at)

    def _class_words(self, entry: WorklistEntry, column: Column) -> str:
        prediction = entry.leading.prediction
        if prediction is None or prediction.status is not Status.SCORED:
            return wording.BLANK
        if column is not Column.OTHERS:
            return wording.probability(prediction.probabilities.get(FINDING_OF[column]))
        other = likeliest_other(prediction)
        return (
            f"{wording.finding_label(other[0], self.card)} {wording.probability(other[1])}" if other else wording.BLANK
        )

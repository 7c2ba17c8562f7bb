"""The plain words of worklist cells for screen readers and the clipboard; their picture is in ``worklist_cells``."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt

from cxr_desktop.bridge.worklist_columns import FINDING_OF, Column, likeliest_other
from cxr_desktop.bridge.worklist_model import Head
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.triage import BY_RISK
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import column_words, second_opinion_words, wording
from cxr_desktop.ui.worklist_columns import look_of


class CellWords:
    """Give an instance to ``WorklistModel`` and to ``MainWindow``, which sets ``hide_identity`` and
    the cards of the two models on it."""

    def __init__(self) -> None:
        self.hide_identity = False
        self.card: ModelCard | None = None
        self.second_card: ModelCard | None = None
        self.ordering = BY_RISK

    def __call__(self, entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
        """The cell's value; with the column's name before it for the accessible role."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column is Column.RISK:
                return wording.row_sentence(entry, self.hide_identity, self.card)
            if column is Column.DISAGREEMENT:
                return second_opinion_words.cell_sentence(entry, self.card, self.second_card)
            return f"{look_of(column, self.card).title}: {self.value(entry, column) or wording.BLANK}"
        return self.value(entry, column) or wording.BLANK

    def head(self, head: Head) -> str:
        """The line above a group, with its number and whether it is folded."""
        words = QCoreApplication.translate("worklist", "{0}, {1} studies, folded") if head.folded else (
            QCoreApplication.translate("worklist", "{0}, {1} studies")
        )  # fmt: skip
        return words.format(column_words.group(head.name), wording.number(head.count))

    def heading(self, column: Column) -> str:
        """The full name of a column."""
        return look_of(column, self.card).title

    def value(self, entry: WorklistEntry, column: Column) -> str:
        """The value alone, "" where there is none; nothing that identifies a patient while identity is hidden."""
        if column is Column.RISK:
            return wording.probability(entry.risk) if entry.risk is not None else wording.reason_words(entry)
        if column is Column.OTHERS or column in FINDING_OF or column is Column.DISAGREEMENT:
            return self._number(entry, column)
        if column is Column.PICTURE:
            return ""
        reading = column_words.Reading(self.hide_identity, self.card, time.time(), date.min, self.ordering)
        parts = (part for part in column_words.lines(column, entry, reading) if part and part != wording.BLANK)
        return ", ".join(parts)

    def _number(self, entry: WorklistEntry, column: Column) -> str:
        prediction = entry.leading.prediction
        if prediction is None or prediction.status is not Status.SCORED:
            return ""
        if column is Column.OTHERS:
            other = likeliest_other(prediction)
            name = wording.finding_label(other[0], self.card) if other else ""
            return f"{name} {wording.probability(other[1])}" if other else ""
        chances = prediction.probabilities
        value = prediction.disagreement if column is Column.DISAGREEMENT else chances.get(FINDING_OF[column])
        return wording.probability(value) if value is not None else ""

"""The plain words of a worklist cell where the window brings none of its own: tests, screen readers, a text table."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import Qt

from cxr_desktop.bridge.worklist_rows import FINDING_OF, Column, likeliest_other
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.worklist import ReadState, WorklistEntry

CellText = Callable[[WorklistEntry, Column, Qt.ItemDataRole], str]


def plain_cell_text(entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
    """The value of a cell; with the column's name before it for the accessible role."""
    text = _value(entry, column)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{column.name.capitalize()}: {text}" if text else ""
    return text


def _value(entry: WorklistEntry, column: Column) -> str:
    if column in (Column.RISK, Column.OTHERS, *FINDING_OF):
        return _probability(entry, column)
    if column is Column.DISAGREEMENT:
        return _disagreement(entry)
    if column is Column.STATE:
        return f"{entry.state.value.replace('_', ' ')}: {entry.reason}" if entry.reason else entry.state.value
    if column is Column.IMPRESSION:
        return ", ".join(finding.label for finding in entry.impression.findings) if entry.impression else ""
    if column is Column.WAIT:
        minutes = int((time.time() - entry.added_at) // 60)
        return "" if entry.read_state is ReadState.READ else f"{max(0, minutes)} min"
    header = entry.radiograph
    if header is None:
        return (
            os.path.basename(entry.leading.path).encode("utf-8", "replace").decode() if column is Column.PATIENT else ""
        )
    texts = {
        Column.PATIENT: f"{header.patient_name} {header.patient_id}".strip(),
        Column.STUDY: f"{header.study_date} {header.study_time}".strip(),
        Column.VIEW: header.view_position,
        Column.SOURCE: header.source.value,
    }
    return texts[column]


def _probability(entry: WorklistEntry, column: Column) -> str:
    """Blank where the model does not have the class."""
    prediction = entry.leading.prediction
    if prediction is None or prediction.status is not Status.SCORED:
        return ""
    if column is Column.OTHERS:
        other = likeliest_other(prediction)
        return f"{other[0].label} {other[1]:.2f}" if other else ""
    value = prediction.risk if column is Column.RISK else prediction.probabilities.get(FINDING_OF[column])
    return "" if value is None else f"{value:.2f}"


def _disagreement(entry: WorklistEntry) -> str:
    """Blank where there is no second opinion."""
    prediction = entry.leading.prediction
    scored = prediction is not None and prediction.status is Status.SCORED
    value = prediction.disagreement if scored and prediction is not None else None
    return "" if value is None else f"{value:.2f}"

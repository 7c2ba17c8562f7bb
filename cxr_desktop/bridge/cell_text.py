"""The plain words of a worklist cell where the window brings none of its own: tests, screen readers, a text table."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import Qt

from cxr_desktop.bridge.worklist_columns import FINDING_OF, Column, likeliest_other
from cxr_desktop.bridge.worklist_groups import Head
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import ReadState, WorklistEntry

CellText = Callable[[WorklistEntry, Column, Qt.ItemDataRole], str]


def plain_cell_text(entry: WorklistEntry, column: Column, role: Qt.ItemDataRole) -> str:
    """The value of a cell; with the column's name before it for the accessible role."""
    text = _value(entry, column)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{column.name.capitalize()}: {text}" if text else ""
    return text


def plain_head_text(head: Head) -> str:
    """The line above a group."""
    return f"{head.name.replace('_', ' ')} {head.count}"


def plain_heading_text(column: Column) -> str:
    """The name of a column."""
    return column.name.capitalize().replace("_", " ")


def _value(entry: WorklistEntry, column: Column) -> str:
    if column in (Column.RISK, Column.OTHERS, *FINDING_OF):
        return _probability(entry, column)
    if column in _OF_ENTRY:
        return _OF_ENTRY[column](entry)
    header = entry.radiograph
    return _OF_HEADER[column](header) if header is not None else ""


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


def _gate(entry: WorklistEntry) -> str:
    prediction = entry.leading.prediction
    gate = prediction.gate if prediction is not None else None
    return (gate.reason or gate.gate_class.value.replace("_", " ")) if gate is not None else ""


def _state(entry: WorklistEntry) -> str:
    return f"{entry.state.value.replace('_', ' ')}: {entry.reason}" if entry.reason else entry.state.value


def _impression(entry: WorklistEntry) -> str:
    return ", ".join(finding.label for finding in entry.impression.findings) if entry.impression else ""


def _wait(entry: WorklistEntry) -> str:
    minutes = int((time.time() - entry.added_at) // 60)
    return "" if entry.read_state is ReadState.READ else f"{max(0, minutes)} min"


def _file(entry: WorklistEntry) -> str:
    return os.path.basename(entry.leading.path).encode("utf-8", "replace").decode()


def _patient(entry: WorklistEntry) -> str:
    header = entry.radiograph
    return f"{header.patient_name} {header.patient_id}".strip() if header is not None else _file(entry)


_OF_ENTRY: dict[Column, Callable[[WorklistEntry], str]] = {
    Column.DISAGREEMENT: _disagreement,
    Column.GATE: _gate,
    Column.PICTURE: lambda entry: "",
    Column.PATIENT: _patient,
    Column.IMAGES: lambda entry: str(len(entry.images)),
    Column.FILE: _file,
    Column.STATE: _state,
    Column.PRIORITY: lambda entry: entry.urgency.value,
    Column.IMPRESSION: _impression,
    Column.READER: lambda entry: entry.read_by,
    Column.WAIT: _wait,
}
_OF_HEADER: dict[Column, Callable[[Radiograph], str]] = {
    Column.PATIENT_ID: lambda header: header.patient_id,
    Column.AGE: lambda header: f"{header.patient_age} {header.patient_sex}".strip(),
    Column.STUDY: lambda header: f"{header.study_date} {header.study_time}".strip(),
    Column.ACCESSION: lambda header: header.accession_number,
    Column.DESCRIPTION: lambda header: header.study_description,
    Column.MODALITY: lambda header: header.modality,
    Column.VIEW: lambda header: header.view_position,
    Column.SOURCE: lambda header: header.source.value,
}

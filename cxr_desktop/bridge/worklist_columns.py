"""The columns of the worklist and what each sorts by; knows neither words nor widths, and no Qt class."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.worklist.study_facts import age_years, gate_words

if TYPE_CHECKING:
    from cxr_desktop.bridge.worklist_rows import Row


class Column(IntEnum):
    """What a row shows, from left to right at first."""

    RISK = 0
    PNEUMONIA = 1
    TUBERCULOSIS = 2
    OTHERS = 3
    NORMAL = 4
    DISAGREEMENT = 5
    GATE = 6
    PICTURE = 7
    PATIENT = 8
    PATIENT_ID = 9
    AGE = 10
    STUDY = 11
    ACCESSION = 12
    DESCRIPTION = 13
    MODALITY = 14
    VIEW = 15
    IMAGES = 16
    SOURCE = 17
    FILE = 18
    STATE = 19
    PRIORITY = 20
    IMPRESSION = 21
    READER = 22
    WAIT = 23


FINDING_OF = {
    Column.PNEUMONIA: Finding.PNEUMONIA,
    Column.TUBERCULOSIS: Finding.TUBERCULOSIS,
    Column.NORMAL: Finding.NORMAL,
}
"""Columns of one class each. RISK is the model's class of interest, OTHERS the likeliest of all that have no column."""

ENGINE_NUMBERS = (Column.RISK, *FINDING_OF, Column.OTHERS, Column.DISAGREEMENT)
"""What a study that was not scored has none of."""

NUMBERS = frozenset(
    (*ENGINE_NUMBERS, Column.AGE, Column.IMAGES, Column.STATE, Column.PRIORITY, Column.WAIT, Column.PICTURE)
)
"""Columns that sort by numbers; the others sort by text."""

FALLING_FIRST = (*ENGINE_NUMBERS, Column.AGE, Column.IMAGES, Column.PRIORITY, Column.WAIT)
"""A first click brings their greatest to the top."""


def likeliest_other(prediction: Prediction) -> tuple[Finding, float] | None:
    """What stands in the column of other classes: ``None`` where the model has none."""
    others = (
        (finding, value)
        for finding, value in prediction.probabilities.items()
        if finding not in KNOWN_FINDINGS and finding != prediction.risk_finding
    )
    return max(others, key=lambda other: other[1], default=None)


def _share(finding: Finding) -> Callable[[Row], float | None]:
    return lambda row: row.scored.probabilities.get(finding) if row.scored is not None else None


def _other(row: Row) -> float | None:
    found = likeliest_other(row.scored) if row.scored is not None else None
    return found[1] if found else None


def _header(attribute: str) -> Callable[[Row], str]:
    return lambda row: getattr(row.radiograph, attribute) if row.radiograph is not None else ""


def _study(row: Row) -> str:
    header = row.radiograph
    return header.study_date + header.study_time if header is not None and header.study_date else ""


def _waits_since(row: Row) -> float | None:
    """Falling values are rising waits, so the sign is turned; a study that was read waits no longer."""
    return None if row.read_state is ReadState.READ else -row.entry.added_at


def _impression(row: Row) -> str:
    said = row.entry.impression
    return " ".join((*said.findings, said.verdict or "", said.note)) if said is not None else ""


_STATE_ORDER = {state: number for number, state in enumerate(ScoreState)}

SORT_VALUES: dict[Column, Callable[[Row], Any]] = {
    Column.PNEUMONIA: _share(Finding.PNEUMONIA),
    Column.TUBERCULOSIS: _share(Finding.TUBERCULOSIS),
    Column.OTHERS: _other,
    Column.NORMAL: _share(Finding.NORMAL),
    Column.DISAGREEMENT: lambda row: row.scored.disagreement if row.scored is not None else None,
    Column.GATE: lambda row: gate_words(row.prediction),
    Column.PICTURE: lambda row: None,
    Column.PATIENT: lambda row: row.patient,
    Column.PATIENT_ID: _header("patient_id"),
    Column.AGE: lambda row: age_years(row.radiograph),
    Column.STUDY: _study,
    Column.ACCESSION: _header("accession_number"),
    Column.DESCRIPTION: lambda row: row.radiograph.study_description.casefold() if row.radiograph is not None else "",
    Column.MODALITY: _header("modality"),
    Column.VIEW: _header("view_position"),
    Column.IMAGES: lambda row: len(row.entry.images),
    Column.SOURCE: lambda row: row.radiograph.source.value if row.radiograph is not None else "",
    Column.FILE: lambda row: os.path.basename(row.entry.images[0].path).casefold(),
    Column.STATE: lambda row: _STATE_ORDER[row.state],
    Column.PRIORITY: lambda row: -row.grade.urgency,
    Column.IMPRESSION: _impression,
    Column.READER: lambda row: row.entry.read_by.casefold(),
    Column.WAIT: _waits_since,
}
"""``None`` or "" where a row has nothing. RISK sorts by the order of triage itself."""


def values_of(column: Column, rows: Sequence[Row]) -> list[Any]:
    """``SORT_VALUES`` of many rows. The columns that are sorted by most are read without a call per row, which would
    take longer than the sort."""
    if column is Column.PATIENT:
        return list(map(_patient_of, rows))
    headers = list(map(_header_of, rows))
    if column is Column.STUDY:
        return [h.study_date + h.study_time if h is not None and h.study_date else "" for h in headers]
    if column in _HEADER_TEXTS:
        read_text = _HEADER_TEXTS[column]
        return [read_text(header) if header is not None else "" for header in headers]
    return list(map(SORT_VALUES[column], rows))


_patient_of, _header_of = attrgetter("patient"), attrgetter("radiograph")
_HEADER_TEXTS: dict[Column, Callable[[Any], str]] = {
    Column.PATIENT_ID: attrgetter("patient_id"),
    Column.ACCESSION: attrgetter("accession_number"),
    Column.MODALITY: attrgetter("modality"),
    Column.VIEW: attrgetter("view_position"),
}

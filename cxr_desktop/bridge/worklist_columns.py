"""The columns of the worklist and what each sorts by; knows neither words nor widths, and no Qt class."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist.fact_table import Columns, FactTable, texts_of
from cxr_desktop.worklist.study_facts import READ_STATES, likeliest_other

__all__ = ["Column", "likeliest_other"]

Numbers = NDArray[np.float64]


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

FALLING_FIRST = (*ENGINE_NUMBERS, Column.AGE, Column.IMAGES, Column.PRIORITY, Column.WAIT)
"""A first click brings their greatest to the top."""


def _waits_since(studies: Columns) -> Numbers:
    """Falling values are rising waits, so the sign is turned; a study that was read waits no longer."""
    read = studies.numbers("read_state") == READ_STATES.index(ReadState.READ)
    return np.where(read, np.nan, -studies.numbers("added_at"))


def _number(name: str) -> Callable[[Columns], NDArray[Any]]:
    return lambda studies: studies.numbers(name)


_NUMBERS: dict[Column, Callable[[Columns], NDArray[Any]]] = {
    **{column: _number(finding.value) for column, finding in FINDING_OF.items()},
    Column.OTHERS: _number("other"),
    Column.DISAGREEMENT: _number("disagreement"),
    Column.PICTURE: lambda studies: np.full(len(studies.numbers("state")), np.nan),
    Column.AGE: _number("age"),
    Column.STUDY: _number("day"),
    Column.IMAGES: _number("images"),
    Column.STATE: _number("state"),
    Column.PRIORITY: lambda studies: -studies.numbers("urgency").astype(np.float64),
    Column.WAIT: _waits_since,
}
_TEXTS = {
    Column.GATE: "gate",
    Column.PATIENT: "patient",
    Column.PATIENT_ID: "patient_id",
    Column.STUDY: "moment",
    Column.ACCESSION: "accession",
    Column.DESCRIPTION: "description",
    Column.MODALITY: "modality",
    Column.VIEW: "view",
    Column.SOURCE: "source",
    Column.FILE: "file",
    Column.IMPRESSION: "impression",
    Column.READER: "reader",
}
"""Case and accents do not count. The day of a study is a number, but for days that are none."""


def sort_numbers(studies: FactTable, column: Column) -> Numbers:
    """Numbers by which all rows sort; not a number where a row has nothing. RISK sorts by the order of triage itself,
    which is not asked for here."""
    if column in _TEXTS and (column is not Column.STUDY or studies.numbers("odd_day").any()):
        return studies.ranks(_TEXTS[column])
    return _NUMBERS[column](studies).astype(np.float64, copy=False)


def values_of(studies: Columns, column: Column) -> list[Any]:
    """What a few rows are sorted by: equal before and after a change, and a row need not move."""
    if column in _TEXTS:
        return list(texts_of(studies, _TEXTS[column]))
    numbers = _NUMBERS[column](studies).astype(np.float64)
    return np.where(np.isnan(numbers), -np.inf, numbers).tolist()

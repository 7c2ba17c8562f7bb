"""The fields that a filter may name, and what they read of a study; knows neither the grammar nor Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, RiskBand
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.worklist.fact_table import Columns, Mask
from cxr_desktop.worklist.study_facts import BANDS, READ_STATES, STATES, Word, verdict_mark, written_dates

Test = Callable[[Columns], Mask]


class Kind(StrEnum):
    """How the value of a field is written."""

    TEXT = "text"
    """``name:muller``: some part of it"""
    CODE = "code"
    """``view:PA``: the whole of it"""
    NUMBER = "number"
    SHARE = "share"
    """0…1, or per cent"""
    DURATION = "duration"
    """``30m``, ``2h``, ``1d``"""
    DATE = "date"
    CLASS = "class"
    """``agree:covid``: the name of a class"""


@dataclass(frozen=True, slots=True)
class Field:
    """``read`` gives folded texts for TEXT, CODE and DATE, numbers for the others (seconds for DURATION), one of each
    study; what there is none of is "" or not a number.

    ``values`` are those that are offered while one types; others may occur.
    """

    name: str
    kind: Kind
    read: Callable[[Columns], Any]
    example: str
    values: tuple[str, ...] = ()


def _word(word: Word) -> Callable[[Columns], Sequence[str]]:
    return lambda studies: studies.words(word)


def _number(name: str) -> Callable[[Columns], NDArray[Any]]:
    return lambda studies: studies.numbers(name)


def _joined(first: Word, second: Word) -> Callable[[Columns], Sequence[str]]:
    return lambda studies: [f"{a} {b}" for a, b in zip(studies.words(first), studies.words(second), strict=True)]


def share_of(finding: Finding) -> Callable[[Columns], NDArray[np.float64]]:
    """The probability of one class; not a number without a score, or where the model does not have the class."""
    if finding in KNOWN_FINDINGS:
        return _number(finding.value)
    return lambda studies: np.array([_other(text, finding.value) for text in studies.words(Word.OTHERS)], np.float64)


def _other(text: str, name: str) -> float | None:
    return orjson.loads(text).get(name) if text else None


def judged(verdict: Verdict, finding: Finding | None = None) -> Test:
    """Whether the reader said this of the model's answer about one class, or of the whole answer: "agree" is a part
    of "disagree" as a word."""
    mark = verdict_mark(verdict, finding)
    return lambda studies: np.array([mark in said for said in studies.words(Word.VERDICTS)], dtype=np.bool_)


def _dates(studies: Columns) -> Sequence[str]:
    return list(map(_written, studies.words(Word.DATE)))


_written = lru_cache(maxsize=65536)(written_dates)


def _impressions(studies: Columns) -> Sequence[str]:
    return [text or "none" for text in studies.words(Word.IMPRESSION)]


def _urgencies(studies: Columns) -> Sequence[str]:
    return list(map(_URGENCIES.__getitem__, studies.numbers("urgency").tolist()))


_URGENCIES = tuple(urgency.value for urgency in Urgency)


def _arrived(studies: Columns) -> NDArray[np.float64]:
    read = studies.numbers("read_state") == READ_STATES.index(ReadState.READ)
    return np.where(read, np.nan, studies.numbers("added_at"))


_GATE = ("frontal", "lateral", "stopped", "usable", "turned", "inverted", "cropped", "unfamiliar")
_ALL = (
    Field("risk", Kind.SHARE, _number("risk"), "risk>0.5"),
    Field("disagree", Kind.SHARE, _number("disagreement"), "disagree>0.3"),
    Field("priority", Kind.CODE, _urgencies, "priority:stat", tuple(Urgency)),
    Field("gate", Kind.TEXT, _word(Word.GATE), "gate:lateral", _GATE),
    Field("impression", Kind.TEXT, _impressions, "impression:none", ("none", "agree", "disagree", "unsure")),
    Field("agree", Kind.CLASS, _word(Word.VERDICTS), "agree:covid"),
    Field("reader", Kind.TEXT, _joined(Word.READER, Word.SAID_BY), "reader:smith"),
    Field("name", Kind.TEXT, _word(Word.NAME), "name:muller"),
    Field("id", Kind.TEXT, _word(Word.PATIENT_ID), "id:P-104"),
    Field("age", Kind.NUMBER, _number("age"), "age>60"),
    Field("sex", Kind.CODE, _word(Word.SEX), "sex:F", ("F", "M", "O")),
    Field("date", Kind.DATE, _dates, "date>=2026-01-31"),
    Field("waiting", Kind.DURATION, _arrived, "waiting>30m"),
    Field("accession", Kind.TEXT, _word(Word.ACCESSION), "accession:A12"),
    Field("description", Kind.TEXT, _joined(Word.DESCRIPTION, Word.SERIES), 'description:"chest pa"'),
    Field("modality", Kind.CODE, _word(Word.MODALITY), "modality:DX", ("CR", "DX", "CT", "SC")),
    Field("view", Kind.CODE, _word(Word.VIEW), "view:PA", ("PA", "AP", "LL", "RL")),
    Field("body", Kind.TEXT, _word(Word.BODY), "body:chest"),
    Field("images", Kind.NUMBER, _number("images"), "images>1"),
    Field("file", Kind.TEXT, _joined(Word.FILE, Word.MORE_FILES), "file:.png"),
    Field("source", Kind.TEXT, _word(Word.SOURCE), "source:dicom", tuple(Source)),
)

FIELDS: Mapping[str, Field] = {field.name: field for field in _ALL}
"""In the order in which hints list them."""

IDENTIFYING = frozenset({"name", "id", "date", "accession", "description", "file", "impression", "reader"})
"""Fields whose values may tell who a patient is; the reader's own words may name anybody."""

SHORT_NAMES = {"covid": Finding.COVID19, "covid-19": Finding.COVID19, "tb": Finding.TUBERCULOSIS}


def _is(name: str, place: int) -> Test:
    return lambda studies: studies.numbers(name) == place


def _reading(wanted: ReadState) -> Test:
    is_read, is_none = _is("read_state", READ_STATES.index(wanted)), _scoring(ScoreState.NOT_AN_IMAGE)
    return lambda studies: is_read(studies) & ~is_none(studies)


def _scoring(wanted: ScoreState) -> Test:
    return _is("state", STATES.index(wanted))


def _banded(wanted: RiskBand) -> Test:
    return _is("band", BANDS.index(wanted))


WORDS: Mapping[str, Test] = {
    "unread": _reading(ReadState.UNREAD),
    "reading": _reading(ReadState.IN_READING),
    "read": _reading(ReadState.READ),
    "scored": _scoring(ScoreState.SCORED),
    "not-scored": _scoring(ScoreState.NOT_SCORED),
    "waiting": _scoring(ScoreState.WAITING),
    "scoring": _scoring(ScoreState.SCORING),
    "not-an-image": _scoring(ScoreState.NOT_AN_IMAGE),
    "above": _banded(RiskBand.ABOVE),
    "between": _banded(RiskBand.BETWEEN),
    "below": _banded(RiskBand.BELOW),
    "stat": _is("urgency", Urgency.STAT.rank),
    "disagree": _is("bands_differ", 1),
}
"""Words that mean a state when they stand alone; ``disagree``: one model puts the study below its operating points, the
other above."""

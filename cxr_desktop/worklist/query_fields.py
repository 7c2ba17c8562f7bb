"""The fields that a filter may name, and what they read of a study; knows neither the grammar nor Qt."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.prediction import Finding, RiskBand
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.worklist.study_facts import StudyFacts, age_years, gate_words, written_dates

Test = Callable[[StudyFacts], bool]


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
    """``read`` gives text for TEXT, CODE and DATE, a number or ``None`` for the others (seconds for DURATION).

    ``values`` are those that are offered while one types; others may occur.
    """

    name: str
    kind: Kind
    read: Callable[[StudyFacts], Any]
    example: str
    values: tuple[str, ...] = ()


def _header(attribute: str) -> Callable[[StudyFacts], str]:
    def read(facts: StudyFacts) -> str:
        header = facts.radiograph
        return getattr(header, attribute) if header is not None else ""

    return read


def share_of(finding: Finding) -> Callable[[StudyFacts], float | None]:
    """The probability of one class; ``None`` without a score, or where the model does not have the class."""
    return lambda facts: facts.scored.probabilities.get(finding) if facts.scored is not None else None


def _description(facts: StudyFacts) -> str:
    header = facts.radiograph
    return f"{header.study_description} {header.series_description}" if header is not None else ""


def _date(facts: StudyFacts) -> str:
    return written_dates(facts.radiograph.study_date) if facts.radiograph is not None else ""


def _impression(facts: StudyFacts) -> str:
    said = facts.entry.impression
    if said is None:
        return "none"
    names = (f"{finding} {finding.label}" for finding in said.findings)
    return " ".join((*names, said.verdict or "", said.note, *said.tags))


def judged(verdict: Verdict, finding: Finding) -> Test:
    """Whether the reader said this of the model's answer about one class."""
    wanted = (finding, verdict)
    return lambda facts: facts.entry.impression is not None and wanted in facts.entry.impression.verdicts


def answered(verdict: Verdict) -> Test:
    """Whether the reader said this of the model's whole answer; "agree" is a part of "disagree" as a word."""
    return lambda facts: facts.entry.impression is not None and facts.entry.impression.verdict is verdict


def _reader(facts: StudyFacts) -> str:
    said = facts.entry.impression
    return f"{facts.entry.read_by} {said.reader if said is not None else ''}"


def _arrived(facts: StudyFacts) -> float | None:
    return None if facts.read_state is ReadState.READ else facts.entry.added_at


_GATE = ("frontal", "lateral", "stopped", "usable", "turned", "inverted", "cropped", "unfamiliar")
_ALL = (
    Field("risk", Kind.SHARE, attrgetter("risk"), "risk>0.5"),
    Field("disagree", Kind.SHARE, lambda facts: facts.scored.disagreement if facts.scored else None, "disagree>0.3"),
    Field("priority", Kind.CODE, lambda facts: facts.entry.urgency.value, "priority:stat", tuple(Urgency)),
    Field("gate", Kind.TEXT, lambda facts: gate_words(facts.prediction), "gate:lateral", _GATE),
    Field("impression", Kind.TEXT, _impression, "impression:none", ("none", "agree", "disagree", "unsure")),
    Field("agree", Kind.CLASS, lambda facts: None, "agree:covid"),
    Field("reader", Kind.TEXT, _reader, "reader:smith"),
    Field("name", Kind.TEXT, _header("patient_name"), "name:muller"),
    Field("id", Kind.TEXT, _header("patient_id"), "id:P-104"),
    Field("age", Kind.NUMBER, lambda facts: age_years(facts.radiograph), "age>60"),
    Field("sex", Kind.CODE, _header("patient_sex"), "sex:F", ("F", "M", "O")),
    Field("date", Kind.DATE, _date, "date>=2026-01-31"),
    Field("waiting", Kind.DURATION, _arrived, "waiting>30m"),
    Field("accession", Kind.TEXT, _header("accession_number"), "accession:A12"),
    Field("description", Kind.TEXT, _description, 'description:"chest pa"'),
    Field("modality", Kind.CODE, _header("modality"), "modality:DX", ("CR", "DX", "CT", "SC")),
    Field("view", Kind.CODE, _header("view_position"), "view:PA", ("PA", "AP", "LL", "RL")),
    Field("body", Kind.TEXT, _header("body_part_examined"), "body:chest"),
    Field("images", Kind.NUMBER, lambda facts: len(facts.entry.images), "images>1"),
    Field("file", Kind.TEXT, lambda facts: " ".join(os.path.basename(i.path) for i in facts.entry.images), "file:.png"),
    Field(
        "source",
        Kind.TEXT,
        lambda facts: facts.radiograph.source.value if facts.radiograph else "",
        "source:dicom",
        tuple(Source),
    ),
)

FIELDS: Mapping[str, Field] = {field.name: field for field in _ALL}
"""In the order in which hints list them."""

IDENTIFYING = frozenset({"name", "id", "date", "accession", "description", "file", "impression", "reader"})
"""Fields whose values may tell who a patient is; the reader's own words may name anybody."""

SHORT_NAMES = {"covid": Finding.COVID19, "covid-19": Finding.COVID19, "tb": Finding.TUBERCULOSIS}


def _reading(wanted: ReadState) -> Test:
    return lambda facts: facts.read_state is wanted and facts.state is not ScoreState.NOT_AN_IMAGE


def _scoring(wanted: ScoreState) -> Test:
    return lambda facts: facts.state is wanted


def _banded(wanted: RiskBand) -> Test:
    return lambda facts: facts.band is wanted


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
    "stat": lambda facts: facts.entry.urgency is Urgency.STAT,
    "disagree": lambda facts: facts.scored is not None and facts.scored.bands_differ,
}
"""Words that mean a state when they stand alone; ``disagree``: one model puts the study below its operating points, the
other above."""

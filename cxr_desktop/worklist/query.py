"""What a reader types above the worklist, as a question to one entry; knows no table and no Qt."""

from __future__ import annotations

import operator
import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from cxr_desktop.domain.prediction import Finding, RiskBand, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry

Test = Callable[[WorklistEntry], bool]

_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+|"[^"]*$')
_COMPARISON = re.compile(r"([a-z0-9][a-z0-9_-]{0,39})(>=|<=|>|<|=)(\d*[.,]?\d+)(%?)", re.IGNORECASE)
_FIELD = re.compile(r"([a-z]+):(.+)", re.IGNORECASE | re.DOTALL)
_COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq}

_SHORT_NAMES = {"covid": Finding.COVID19, "covid-19": Finding.COVID19, "tb": Finding.TUBERCULOSIS}
_READ_STATES = {"unread": ReadState.UNREAD, "reading": ReadState.IN_READING, "read": ReadState.READ}
_SCORE_STATES = {
    "scored": ScoreState.SCORED,
    "waiting": ScoreState.WAITING,
    "scoring": ScoreState.SCORING,
    "not-scored": ScoreState.NOT_SCORED,
    "not-an-image": ScoreState.NOT_AN_IMAGE,
}
_BANDS = {band.value: band for band in RiskBand}
_FIELDS: dict[str, Callable[[Radiograph], str]] = {
    "name": lambda h: h.patient_name,
    "id": lambda h: h.patient_id,
    "sex": lambda h: h.patient_sex,
    "date": lambda h: _dates(h.study_date),
    "accession": lambda h: h.accession_number,
    "description": lambda h: f"{h.study_description} {h.series_description}",
    "modality": lambda h: h.modality,
    "view": lambda h: h.view_position,
    "body": lambda h: h.body_part_examined,
    "source": lambda h: h.source.value,
}
_DISAGREE = "disagree"
"""Alone: one model puts the study below its operating points, the other above. Compared: how far they lie apart."""
_WHOLE = {"view", "sex", "modality"}
"""Short codes are compared whole: ``view:L`` does not mean every view with an L."""


@dataclass(frozen=True, slots=True)
class Query:
    """All of its words must hold. An empty query holds for every entry."""

    words: tuple[str, ...] = ()
    tests: tuple[Test, ...] = field(default=())

    def matches(self, entry: WorklistEntry, haystack: str) -> bool:
        """``haystack`` is ``search_text(entry)``, made once per change of an entry and not once per letter typed."""
        return all(word in haystack for word in self.words) and all(test(entry) for test in self.tests)


def parse(text: str) -> Query:
    """``risk>0.5 view:PA unread "ground glass"``. What is no token is free text, so every text is a valid query."""
    words: list[str] = []
    tests: list[Test] = []
    for word in _WORD.findall(text):
        test = None if word.startswith('"') else _token(word)
        if test is not None:
            tests.append(test)
        elif plain := fold(word.replace('"', "")):
            words.append(plain)
    return Query(tuple(words), tuple(tests))


def search_text(entry: WorklistEntry) -> str:
    """Everything that free text looks at, folded: name, ID, dates, accession number, descriptions, view, file names."""
    parts = [os.path.basename(image.path) for image in entry.images[:50]]
    header = entry.radiograph
    if header is not None:
        parts += [of(header) for of in _FIELDS.values()]
    if entry.reason:
        parts.append(entry.reason)
    return fold(" ".join(parts))


def fold(text: str) -> str:
    """Case, accents and the carets of DICOM names do not count: ``Muller`` finds ``MÜLLER^Jürgen``."""
    text = text.replace("^", " ")
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def _token(word: str) -> Test | None:
    low = word.lower()
    if low in _READ_STATES:
        wanted = _READ_STATES[low]
        return lambda entry: entry.read_state is wanted and entry.state is not ScoreState.NOT_AN_IMAGE
    if low in _SCORE_STATES:
        state = _SCORE_STATES[low]
        return lambda entry: entry.state is state
    if low in _BANDS:
        band = _BANDS[low]
        return lambda entry: entry.band is band
    if low == _DISAGREE:
        return _disagree
    return _comparison(low) or _field_test(word)


def _disagree(entry: WorklistEntry) -> bool:
    prediction = entry.leading.prediction
    return prediction is not None and prediction.status is Status.SCORED and prediction.bands_differ


def _comparison(word: str) -> Test | None:
    match = _COMPARISON.fullmatch(word)
    if match is None:
        return None
    # Any class that some model may have: one that this model lacks matches nothing.
    finding, compare = _SHORT_NAMES.get(match[1]) or Finding(match[1]), _COMPARE[match[2]]
    limit = float(match[3].replace(",", ".")) / (100 if match[4] else 1)

    def test(entry: WorklistEntry) -> bool:
        prediction = entry.leading.prediction
        if prediction is None or prediction.status is not Status.SCORED:
            return False
        values = {"risk": prediction.risk, _DISAGREE: prediction.disagreement}
        value = values[finding] if finding in values else prediction.probabilities.get(finding)
        return value is not None and bool(compare(value, limit))

    return test


def _field_test(word: str) -> Test | None:
    match = _FIELD.fullmatch(word)
    if match is None or match[1].lower() not in _FIELDS:
        return None
    name, wanted = match[1].lower(), fold(match[2].replace('"', ""))
    read = _FIELDS[name]

    def test(entry: WorklistEntry) -> bool:
        header = entry.radiograph
        if header is None:
            return False
        value = fold(read(header))
        return value == wanted if name in _WHOLE else wanted in value

    return test


def _dates(date: str) -> str:
    """As the Standard writes it and as people do."""
    return f"{date} {date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 else date

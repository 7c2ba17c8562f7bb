"""What sorting, filtering, grouping and counting ask of a study, as numbers and words; knows no table and no Qt."""

from __future__ import annotations

import os
import unicodedata
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from struct import Struct
from typing import NamedTuple

import numpy as np
import orjson

from cxr_desktop.domain.blindness import is_recorded
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, RiskBand, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.triage import grade
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry

FACTS_VERSION = 1
"""Raised whenever ``facts_of`` gives anything else than before: stored facts of another version are worked out anew."""

NUMBERS = np.dtype(
    [
        ("order", "<i8"), ("added_at", "<f8"), ("day", "<f8"), ("age", "<f8"), ("risk", "<f8"),
        *((finding.value, "<f8") for finding in KNOWN_FINDINGS),
        ("other", "<f8"), ("disagreement", "<f8"), ("images", "<i4"), ("urgency", "u1"), ("group", "u1"),
        ("state", "u1"), ("read_state", "u1"), ("band", "u1"), ("bands_differ", "u1"), ("odd_day", "u1"),
        ("recorded", "u1"), ("rest", "V4"),
    ]
)  # fmt: skip
"""One study. What there is none of is not a number; ``band``, ``state`` and ``read_state`` are places in ``BANDS``,
``STATES`` and ``READ_STATES``; ``odd_day`` says that the date or time of the study is none (``day_number``),
``recorded`` that its scores may be shown to a blind reader (``domain.blindness``)."""

STATES, READ_STATES = tuple(ScoreState), tuple(ReadState)
BANDS: tuple[RiskBand | None, ...] = (None, *RiskBand)
_STATE_PLACES = {state: place for place, state in enumerate(STATES)}
_READ_PLACES = {state: place for place, state in enumerate(READ_STATES)}
_BAND_PLACES = {band: place for place, band in enumerate(BANDS)}
_PACKED = Struct("<q10di8B4x")


class Word(StrEnum):
    """The texts of a study, folded (``fold``) but for the two times and the numbers of OTHERS."""

    TEXT = "text"
    """everything that free text looks at"""
    NAME = "name"
    PATIENT_ID = "patient_id"
    SEX = "sex"
    DATE = "date"
    TIME = "time"
    ACCESSION = "accession"
    DESCRIPTION = "description"
    SERIES = "series"
    MODALITY = "modality"
    VIEW = "view"
    BODY = "body"
    SOURCE = "source"
    FILE = "file"
    MORE_FILES = "more_files"
    GATE = "gate"
    IMPRESSION = "impression"
    READER = "reader"
    SAID_BY = "said_by"
    VERDICTS = "verdicts"
    """what the reader said of the model's answer, as ``verdict_mark`` writes it, between blanks"""
    OTHERS = "others"
    """JSON: the probabilities of classes that are not among the known ones"""


WORDS = tuple(Word)
WORD_PLACES = {word: place for place, word in enumerate(WORDS)}

_SEARCHED_FILES = 50
"""A study may hold thousands of slices; their names are alike."""
_YEARS = {"Y": 1.0, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}
_NAN = float("nan")


class Facts(NamedTuple):
    """``numbers`` is one ``NUMBERS``, ``words`` one text for each of ``WORDS``; no text holds a SEPARATOR."""

    numbers: bytes
    words: tuple[str, ...]


NO_FACTS = Facts(bytes(NUMBERS.itemsize), ("",) * len(WORDS))
"""Room for a study."""

SEPARATOR = "\x1f"
"""Between the words of a study where they are kept as one text. ``str.split`` takes it for a space, so no folded text
has one."""


def facts_of(entry: WorklistEntry) -> Facts:
    """Everything that a list needs to know of a study to put it in its place, find and count it."""
    leading, prediction = entry.leading, entry.leading.prediction
    scored = prediction if prediction is not None and prediction.status is Status.SCORED else None
    header = entry.radiograph
    rank = grade(entry)
    day = day_number(moment_of(header))
    shares = scored.probabilities if scored is not None else {}
    other = likeliest_other(scored) if scored is not None else None
    numbers = _PACKED.pack(
        rank.arrival,
        rank.arrived_at,
        _NAN if day is None else day,
        _or_nan(age_years(header)),
        _or_nan(leading.risk),
        *(_or_nan(shares.get(finding)) for finding in KNOWN_FINDINGS),
        other[1] if other is not None else _NAN,
        _or_nan(scored.disagreement if scored is not None else None),
        len(entry.images),
        rank.urgency,
        rank.group,
        _STATE_PLACES[leading.state],
        _READ_PLACES[entry.read_state],
        _BAND_PLACES[scored.risk_band if scored is not None else None],
        scored is not None and scored.bands_differ,
        day is None,
        is_recorded(entry),
    )
    return Facts(numbers, (search_text(entry), *_header_words(header), *_words(entry, prediction, scored)))


def _or_nan(value: float | None) -> float:
    return _NAN if value is None else value


def _header_words(header: Radiograph | None) -> tuple[str, ...]:
    """NAME to SOURCE."""
    if header is None:
        return ("",) * 12
    return (
        fold(header.patient_name), fold(header.patient_id), _folded(header.patient_sex),
        header.study_date.replace(SEPARATOR, " "), header.study_time.replace(SEPARATOR, " "),
        fold(header.accession_number), _folded(header.study_description), _folded(header.series_description),
        _folded(header.modality), _folded(header.view_position), _folded(header.body_part_examined),
        header.source.value,
    )  # fmt: skip


def _words(entry: WorklistEntry, prediction: Prediction | None, scored: Prediction | None) -> tuple[str, ...]:
    """FILE to OTHERS."""
    first, *more = entry.images
    said = entry.impression
    shares = scored.probabilities if scored is not None else {}
    others = {finding.value: value for finding, value in shares.items() if finding not in KNOWN_FINDINGS}
    return (
        fold(os.path.basename(first.path)),
        fold(" ".join(os.path.basename(image.path) for image in more)) if more else "",
        gate_words(prediction),
        _impression(entry),
        fold(entry.read_by),
        fold(said.reader) if said is not None else "",
        _verdicts(said) if said is not None else "",
        orjson.dumps(others).decode() if others else "",
    )


def _impression(entry: WorklistEntry) -> str:
    said = entry.impression
    if said is None:
        return ""
    names = (f"{finding} {finding.label}" for finding in said.findings)
    return fold(" ".join((*names, said.verdict or "", said.note, *said.tags)))


def verdict_mark(verdict: Verdict, finding: Finding | None = None) -> str:
    """One verdict as it is kept and looked for: of one class, or of the whole answer."""
    return f" {verdict}:{finding.value if finding is not None else ''} "


def _verdicts(said: Impression) -> str:
    marks = [verdict_mark(verdict, finding) for finding, verdict in said.verdicts]
    return "".join((verdict_mark(said.verdict), *marks) if said.verdict is not None else marks)


def likeliest_other(prediction: Prediction) -> tuple[Finding, float] | None:
    """What stands in the column of other classes: ``None`` where the model has none."""
    others = (
        (finding, value)
        for finding, value in prediction.probabilities.items()
        if finding not in KNOWN_FINDINGS and finding != prediction.risk_finding
    )
    return max(others, key=lambda other: other[1], default=None)


def search_text(entry: WorklistEntry) -> str:
    """Everything that free text looks at, folded: name, ID, dates, accession number, descriptions, view, file names."""
    parts = [os.path.basename(image.path) for image in entry.images[:_SEARCHED_FILES]]
    header = entry.radiograph
    if header is not None:
        parts += (
            header.patient_name, header.patient_id, header.patient_sex, written_dates(header.study_date),
            header.accession_number, header.study_description, header.series_description, header.modality,
            header.view_position, header.body_part_examined, header.source.value,
        )  # fmt: skip
    if entry.reason:
        parts.append(entry.reason)
    if entry.impression is not None:
        parts.append(entry.impression.note)
    return fold(" ".join(parts))


def fold(text: str) -> str:
    """Case, accents and the carets of DICOM names do not count: ``Muller`` finds ``MÜLLER^Jürgen``."""
    text = text.replace("^", " ")
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


_folded = lru_cache(maxsize=4096)(fold)
"""Codes and descriptions: 100,000 studies have few different ones."""


def written_dates(day: str) -> str:
    """As the Standard writes it and as people do."""
    return f"{day} {day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 else day


def moment_of(header: Radiograph | None) -> str:
    """What studies are sorted by in time: the day and the time of day, "" without a day."""
    return header.study_date + header.study_time if header is not None and header.study_date else ""


def day_number(text: str) -> float | None:
    """A day and a time of day, ``YYYYMMDD`` and ``HHMMSS`` or nothing, as a number that sorts as the text does; not a
    number for no text, ``None`` for other text."""
    if not text:
        return _NAN
    if len(text) not in (8, 14) or not (text.isascii() and text.isdigit()):
        return None
    return float(text) * 1e7 if len(text) == 8 else float(int(text[:8]) * 10**7 + int(text[8:]) + 1)


def age_years(header: Radiograph | None) -> float | None:
    """DICOM's age, else from birth to study; ``None`` where unknown."""
    if header is None:
        return None
    return _age(header.patient_age) if header.patient_age else _between(header.patient_birth_date, header.study_date)


@lru_cache(maxsize=1024)
def _age(text: str) -> float | None:
    """DICOM's AS, of which there are few."""
    text = text.strip().upper()
    if len(text) >= 2 and text[:-1].isdigit() and text[-1] in _YEARS:
        return int(text[:-1]) * _YEARS[text[-1]]
    return None


def _between(birth: str, study: str) -> float | None:
    born, taken = _day(birth), _day(study)
    if born is None or taken is None or taken < born:
        return None
    return float(taken.year - born.year - ((taken.month, taken.day) < (born.month, born.day)))


@lru_cache(maxsize=65536)
def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date() if text else None
    except ValueError:
        return None


def gate_words(prediction: Prediction | None) -> str:
    """What the gate took the image for and why it stopped it, folded; "" where it was not asked."""
    gate = prediction.gate if prediction is not None else None
    if gate is None:
        return _folded(prediction.reason) if prediction is not None else ""
    usable = "usable" if gate.usable else "stopped"
    return _folded(f"{gate.gate_class.value.replace('_', ' ')} {usable} {gate.reason}")

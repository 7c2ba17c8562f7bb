"""What a reader types above the worklist, as a question to all its studies at once; knows no row and no Qt."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from operator import contains
from typing import Any

import numpy as np

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.worklist.fact_table import Columns, Mask
from cxr_desktop.worklist.query_fields import (
    FIELDS,
    IDENTIFYING,
    SHORT_NAMES,
    WORDS,
    Field,
    Kind,
    Test,
    judged,
    share_of,
)
from cxr_desktop.worklist.study_facts import Word, fold

_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+|"[^"]*$')
_TERM = re.compile(r"([a-z][a-z0-9_-]{0,39})(:[<>]=?|>=|<=|>|<|=|:)(.*)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"(\d*[.,]?\d+)(%?)")
_DURATION = re.compile(r"(\d*[.,]?\d+)(min|m|h|d|)")
_DATE = re.compile(r"(\d{4})-?(\d{2})?-?(\d{2})?")
_SECONDS = {"": 60.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq, ":": operator.eq,
}  # fmt: skip
_VERDICTS = {"agree": Verdict.AGREE, "disagree": Verdict.DISAGREE}
"""``disagree`` is a number too: how far the second model differs. A class is none."""
_MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", ":": ":"}


class Trouble(StrEnum):
    """Why a word of a filter cannot be used."""

    NO_SUCH_FIELD = "no_such_field"
    NO_VALUE = "no_value"
    NEEDS_NUMBER = "needs_number"
    NEEDS_DURATION = "needs_duration"
    NEEDS_DATE = "needs_date"
    NEEDS_COLON = "needs_colon"
    NEEDS_CLASS = "needs_class"


@dataclass(frozen=True, slots=True)
class Problem:
    """``word`` as typed. It is left out of the question, and the reader is told; ``example`` shows the field well."""

    word: str
    trouble: Trouble
    field: str
    example: str = ""


class _TroubleError(Exception):
    def __init__(self, trouble: Trouble, field: str, example: str = "") -> None:
        super().__init__(trouble)
        self.trouble, self.field, self.example = trouble, field, example


@dataclass(frozen=True, slots=True)
class Query:
    """All of its words must hold, none of its ``barred`` ones may. An empty query holds for every study.

    ``ages`` says that time alone may change the answer.
    """

    words: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    problems: tuple[Problem, ...] = ()
    ages: bool = False

    def mask(self, studies: Columns) -> Mask:
        """Which of them are meant. One pass per word over all of them: 100,000 take milliseconds."""
        found = np.ones(len(studies.numbers("state")), dtype=np.bool_)
        for test in self.tests:
            found &= test(studies)
        for word in self.words:
            found &= _have(studies.words(Word.TEXT), word)
        for word in self.barred:
            found &= ~_have(studies.words(Word.TEXT), word)
        return found


def _have(texts: Sequence[str], part: str) -> Mask:
    return np.array(list(map(contains, texts, repeat(part))), dtype=np.bool_)


def parse(text: str, classes: Collection[str] = (), now: float = 0.0) -> Query:
    """``risk>0.5 view:PA -unread "ground glass"``. What is no token is free text.

    ``classes`` are the model's beside the known ones; ``now`` is UTC in seconds. A word that looks like a field and
    cannot be used becomes a ``Problem`` and is otherwise left out, so every text is a valid query.
    """
    words: list[str] = []
    barred: list[str] = []
    tests: list[Test] = []
    problems: list[Problem] = []
    negate = ages = False
    for typed in _WORD.findall(text):
        if typed.lower() == "not":
            negate = not negate
            continue
        minus = len(typed) > 1 and typed[0] == "-"
        word = typed[1:] if minus else typed
        negate ^= minus
        try:
            test = None if word.startswith('"') else _token(word, classes, now)
        except _TroubleError as error:
            problems.append(Problem(typed, error.trouble, error.field, error.example))
        else:
            ages |= test is not None and word.lower().startswith("waiting") and word.lower() != "waiting"
            if test is not None:
                tests.append(_not(test) if negate else test)
            elif plain := fold(word.replace('"', "")):
                (barred if negate else words).append(plain)
        negate = False
    return Query(tuple(words), tuple(barred), tuple(tests), tuple(problems), ages)


def may_identify(text: str, classes: Collection[str] = ()) -> bool:
    """Whether a filter may name somebody: by free text, or by a field that holds names, numbers, dates or files."""
    for typed in _WORD.findall(text):
        word = typed.removeprefix("-").lower()
        match = _TERM.fullmatch(word)
        name = match[1] if match is not None else ""
        known = name == "state" or name in FIELDS or _class_field(name, classes) is not None
        if name in IDENTIFYING or not (word in WORDS or word in ("", "not") or known):
            return True
    return False


def _not(test: Test) -> Test:
    return lambda studies: ~test(studies)


def _token(word: str, classes: Collection[str], now: float) -> Test | None:
    """``None`` for free text."""
    if word.lower() in WORDS:
        return WORDS[word.lower()]
    match = _TERM.fullmatch(word)
    if match is None:
        return None
    name, sign, value = match[1].lower(), match[2].removeprefix(":") or ":", match[3].replace('"', "")
    field = FIELDS.get(name) or _class_field(name, classes)
    if field is None:
        if name == "state" and value.lower() in WORDS:
            return WORDS[value.lower()]
        raise _TroubleError(Trouble.NO_SUCH_FIELD, name)
    if not value.strip():
        raise _TroubleError(Trouble.NO_VALUE, name, field.example)
    if name in _VERDICTS and sign in ":=" and (finding := _class_of(value.lower(), classes)) is not None:
        return judged(_VERDICTS[name], finding)
    if name == "impression" and sign in ":=" and value.lower() in tuple(Verdict):
        return judged(Verdict(value.lower()))
    return _BY_KIND[field.kind](field, sign, value, now)


def _class_field(name: str, classes: Collection[str]) -> Field | None:
    finding = _class_of(name, classes)
    return Field(name, Kind.SHARE, share_of(finding), f"{name}>0.5") if finding is not None else None


def _class_of(name: str, classes: Collection[str]) -> Finding | None:
    """Any class of the model in use, and the known ones whether it has them or not."""
    if name in SHORT_NAMES:
        return SHORT_NAMES[name]
    return Finding(name) if name in classes or name in KNOWN_FINDINGS else None


def _no_class(field: Field, sign: str, value: str, now: float) -> Test:
    """What is a class was understood before."""
    raise _TroubleError(Trouble.NEEDS_CLASS if sign in ":=" else Trouble.NEEDS_COLON, field.name, field.example)


def _by_text(field: Field, sign: str, value: str, now: float) -> Test:
    read, wanted = field.read, fold(value)
    if sign not in ":=":
        raise _TroubleError(Trouble.NEEDS_COLON, field.name, field.example)
    if field.kind is Kind.CODE or sign == "=":
        return lambda studies: np.array([text == wanted for text in read(studies)], dtype=np.bool_)
    return lambda studies: _have(read(studies), wanted)


def _by_number(field: Field, sign: str, value: str, now: float) -> Test:
    match = _NUMBER.fullmatch(value)
    if match is None:
        raise _TroubleError(Trouble.NEEDS_NUMBER, field.name, field.example)
    limit = float(match[1].replace(",", ".")) / (100 if match[2] else 1)
    return _compared(field, _COMPARE[sign], limit)


def _by_duration(field: Field, sign: str, value: str, now: float) -> Test:
    match = _DURATION.fullmatch(value.lower())
    if match is None:
        raise _TroubleError(Trouble.NEEDS_DURATION, field.name, field.example)
    # Waiting longer is having arrived earlier.
    limit = now - float(match[1].replace(",", ".")) * _SECONDS[match[2]]
    return _compared(field, _COMPARE[_MIRRORED[sign]], limit)


def _compared(field: Field, compare: Callable[[Any, Any], Any], limit: float) -> Test:
    """A number against a limit; what has no number (it is not a number then) does not pass."""
    return lambda studies: compare(field.read(studies), limit)


def _by_date(field: Field, sign: str, value: str, now: float) -> Test:
    match = _DATE.fullmatch(value.strip())
    if match is None and sign not in ":=":
        raise _TroubleError(Trouble.NEEDS_DATE, field.name, field.example)
    if match is None or sign in ":=":
        return _by_text(field, ":", value, now)
    # As precise as what was typed: a whole year is after another year.
    wanted, compare, read = "".join(part or "" for part in match.groups()), _COMPARE[sign], field.read

    def test(studies: Columns) -> Mask:
        days = [text[: len(wanted)] for text in read(studies)]
        return np.array([day.isdigit() and compare(day, wanted) for day in days], dtype=np.bool_)

    return test


_BY_KIND: dict[Kind, Callable[[Field, str, str, float], Test]] = {
    Kind.TEXT: _by_text,
    Kind.CODE: _by_text,
    Kind.NUMBER: _by_number,
    Kind.SHARE: _by_number,
    Kind.DURATION: _by_duration,
    Kind.DATE: _by_date,
    Kind.CLASS: _no_class,
}

"""What may be typed next into the filter, from what stands before the cursor; pure, knows no widget."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from cxr_desktop.domain.prediction import KNOWN_FINDINGS
from cxr_desktop.ui import filter_words
from cxr_desktop.worklist.query_fields import FIELDS, WORDS

MOST = 8
_CURRENT = re.compile(r'(?:[^\s"]|"[^"]*"?)*$')
_FIRST = ("risk", "view", "age", "waiting", "priority", "gate")
"""What an empty field teaches, with a word and a negation."""

OPINIONS = ("agree", "disagree")
"""Fields that take the name of a class."""


class Hint(NamedTuple):
    """``insert`` replaces the word before the cursor; ``shown`` is how it looks complete, ``about`` its meaning."""

    insert: str
    shown: str
    about: str


def current_word(before: str) -> str:
    """The word that is being typed: what stands between the last space outside quotation marks and the cursor."""
    match = _CURRENT.search(before)
    return match[0] if match else ""


def hints(before: str, classes: Collection[str] = ()) -> list[Hint]:
    """For the text before the cursor; none where what stands there is complete or plain text."""
    word = current_word(before)
    minus = "-" if word.startswith("-") else ""
    typed = word[len(minus) :].lower()
    if not before.strip():
        found = [_of_field(name, "") for name in _FIRST]
        return [*found, _of_word("unread", ""), Hint("-", "-unread", filter_words.negation())]
    if not typed:
        return []
    if ":" in typed:
        name, _, value = typed.partition(":")
        values = FIELDS[name].values if name in FIELDS else ()
        about = filter_words.about_field(name)
        if name in OPINIONS:
            values, about = tuple(classes) or tuple(KNOWN_FINDINGS), filter_words.about_opinion(name)
        return [
            Hint(f"{minus}{name}:{each} ", f"{minus}{name}:{each}", about)
            for each in values
            if each.lower().startswith(value) and each.lower() != value
        ][:MOST]
    found = [_of_word(each, minus) for each in WORDS if each.startswith(typed) and each != typed]
    found += [_of_field(each, minus) for each in FIELDS if each.startswith(typed)]
    found += [_of_class(each, minus) for each in classes if each.startswith(typed)]
    return found[:MOST]


def _of_field(name: str, minus: str) -> Hint:
    field = FIELDS[name]
    sign = field.example[len(name)]
    return Hint(f"{minus}{name}{sign}", f"{minus}{field.example}", filter_words.about_field(name))


def _of_class(name: str, minus: str) -> Hint:
    return Hint(f"{minus}{name}>", f"{minus}{name}>0.5", filter_words.about_field(name))


def _of_word(name: str, minus: str) -> Hint:
    return Hint(f"{minus}{name} ", f"{minus}{name}", filter_words.about_word(name))

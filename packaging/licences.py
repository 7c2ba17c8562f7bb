"""Under which licence a part is, from its own metadata, and whether that is the GPL alone; reads no bundle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from importlib import metadata

from editions import normalised

_COPYLEFT = re.compile(
    r"\b(?:A?GPL)(?:v?\d[\w.+-]*|-[\w.+-]+)?\b|GNU (?:Affero )?General Public License", re.IGNORECASE
)
_CLASSIFIER = "License :: "
_LONGEST_NAME = 200


def licence_of(part: Message) -> str:
    """What a part's metadata say, as an SPDX expression where there is one; "" where they say nothing.

    Some parts put the whole text into ``License``: then the classifiers name it.
    """
    if expression := part.get("License-Expression"):
        return str(expression)
    named = [line.removeprefix(_CLASSIFIER) for line in part.get_all("Classifier", []) if line.startswith(_CLASSIFIER)]
    short = str(part.get("License") or "").strip()
    if short and "\n" not in short and len(short) <= _LONGEST_NAME:
        return short
    words = [name.rpartition("::")[2].strip() for name in named]
    return " AND ".join(words) or short.splitlines()[0].strip() if words or short else ""


def is_copyleft(licence: str) -> bool:
    """Whether every alternative of ``licence`` holds the GPL or AGPL without an exception for programs like this one.

    The LGPL is not meant: its parts are shared libraries that a reader may replace.
    """
    alternatives = re.split(r"\s+OR\s+", _without_outer_brackets(licence))
    return all(_COPYLEFT.search(alternative) and not _is_excepted(alternative) for alternative in alternatives)


def _is_excepted(alternative: str) -> bool:
    return re.search(r"\bWITH\b|special exception|runtime library exception", alternative, re.IGNORECASE) is not None


def _without_outer_brackets(licence: str) -> str:
    text = licence.strip()
    return text[1:-1] if text.startswith("(") and text.endswith(")") and ")" not in text[1:-1] else text


def closure(requirements: list[str]) -> Iterator[metadata.Distribution]:
    """What is installed of ``requirements`` and of all that these need here. Raises ``PackageNotFoundError``."""
    from packaging.requirements import Requirement

    waiting = [Requirement(line) for line in requirements]
    seen: set[tuple[str, frozenset[str]]] = set()
    given: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        key = (normalised(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        part = metadata.distribution(wanted.name)
        if key[0] not in given:
            given.add(key[0])
            yield part
        for line in part.requires or []:
            need = Requirement(line)
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
                waiting.append(need)

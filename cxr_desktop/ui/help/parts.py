"""The parts that the program is made of, with their versions and licences as they themselves state; imports none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

PROGRAM = "cxr-desktop"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 90
"""Of a licence's name; some packages put the whole text there."""
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class SoftwarePart:
    """``licence`` is "" where the package does not name one in its metadata."""

    name: str
    version: str
    licence: str


def installed_parts(root: str = PROGRAM) -> tuple[SoftwarePart, ...]:
    """Everything that ``root`` needs and that is installed, itself left out, by name."""
    found: dict[str, SoftwarePart] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        about = _about(name)
        if about is None:
            continue
        found[key] = SoftwarePart(str(about["Name"]), str(about["Version"]), licence_of(about))
        waiting += [
            needed.group()
            for wish in about.get_all("Requires-Dist") or ()
            if "extra ==" not in wish and (needed := _NAME.match(wish))
        ]
    found.pop(re.sub(r"[-_.]+", "-", root).lower(), None)
    return tuple(part for _key, part in sorted(found.items()))


def _about(name: str) -> Message | None:
    """The head of a package's metadata; the long description after it is not read."""
    from email.parser import HeaderParser
    from importlib import metadata

    try:
        text = metadata.distribution(name).read_text("METADATA") or ""
    except metadata.PackageNotFoundError:
        return None
    return HeaderParser().parsestr(text.partition("\n\n")[0])


def licence_of(about: Message) -> str:
    """An SPDX expression where there is one, else the short name, else the classifiers."""
    expression = str(about["License-Expression"] or "")
    if expression:
        return expression
    short = " ".join(str(about["License"] or "").split())
    if 0 < len(short) <= _LONGEST:
        return short
    named = [line for line in about.get_all("Classifier") or () if line.startswith(_CLASSIFIER)]
    return ", ".join(line.rpartition(" :: ")[2] for line in named)

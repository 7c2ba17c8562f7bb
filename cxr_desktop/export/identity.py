"""Who may be recognised in what leaves the program: nobody, unless the reader wants it; knows no format and no file."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.export import wording

_OLD = 90
"""Ages of 90 and more single people out: they are told as one group (HIPAA, 45 CFR 164.514 (b)(2)(i)(C))."""


@dataclass(frozen=True, slots=True)
class Identity:
    """``shown``: names, numbers, dates and paths go out. Else each study has a key that is the same in every file of
    one export and tells nothing outside it: the salt is forgotten with the export."""

    shown: bool = False
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)

    def key(self, text: str) -> str:
        """Eight hexadecimal digits that stand for a study or an image."""
        return self._digest(text).hex()[:8]

    def uid(self, uid: str) -> str:
        """The UID itself, or one that stands for it in this export (PS3.5 B.2: ``2.25.`` and a number of 128 bit)."""
        if self.shown:
            return uid
        return f"2.25.{int.from_bytes(self._digest(uid)[:16], 'big')}"

    def age_and_sex(self, header: Radiograph | None) -> str:
        """``61 M``; without identity ``90+ M`` for the very old."""
        words = wording.age_and_sex(header)
        return words if self.shown or header is None else _without_great_age(words, header)

    def study_moment(self, header: Radiograph | None) -> str:
        """``2026-03-02 08:12``; dates tell who was there, so they stay out with the names."""
        return wording.study_moment(header) if self.shown else ""

    def _digest(self, text: str) -> bytes:
        return hmac.new(self.salt, text.encode("utf-8", "surrogateescape"), hashlib.sha256).digest()


def is_very_old(header: Radiograph) -> bool:
    """Whether the age is 90 years or more."""
    age = header.patient_age.strip().upper()
    return age[-1:] == "Y" and age[:-1].isdigit() and int(age[:-1]) >= _OLD


def _without_great_age(words: str, header: Radiograph) -> str:
    if not is_very_old(header):
        return words
    return " ".join((f"{_OLD}+", *words.split(" ")[1:]))

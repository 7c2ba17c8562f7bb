"""How urgent a study is by whoever ordered it or reads it; pure, knows no score and no file."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Urgency(StrEnum):
    """From most to least urgent. The values are stored and exported."""

    STAT = "stat"
    HIGH = "high"
    ROUTINE = "routine"

    @property
    def rank(self) -> int:
        """0 is the most urgent."""
        return _RANK[self]


_RANK = {urgency: number for number, urgency in enumerate(Urgency)}
_OF_CODE = {
    "STAT": Urgency.STAT,
    "EMERGENCY": Urgency.STAT,
    "IMMEDIATE": Urgency.STAT,
    "S": Urgency.STAT,
    "HIGH": Urgency.HIGH,
    "URGENT": Urgency.HIGH,
    "ASAP": Urgency.HIGH,
    "A": Urgency.HIGH,
}
"""Requested Procedure Priority (PS3.3 C.4.11: STAT, HIGH, ROUTINE, MEDIUM, LOW), the words that departments write
beside them, and the letters of HL7 table 0027. What says less than HIGH, or nothing known, is routine."""


def urgency_of_code(code: str | None) -> Urgency:
    """The urgency that a header states; an absent or unknown code is routine."""
    return _OF_CODE.get((code or "").strip().upper(), Urgency.ROUTINE)


def most_urgent(codes: Iterable[str | None]) -> Urgency:
    """The most urgent of several headers of one study."""
    stated = [urgency_of_code(code) for code in codes if code]
    return min(stated, key=_RANK.__getitem__) if stated else Urgency.ROUTINE

"""The order of the worklist: urgency first, then the model's class of interest or arrival; total and stable.

A score only orders studies of equal urgency. What came with a study, or what the reader said, is never lowered.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.domain.worklist import ImageEntry, ReadState, ScoreState, WorklistEntry

SortKey = tuple[int, int, float, int]
"""Ascending: rank of urgency, place of the group, falling risk, arrival."""


class Rule(StrEnum):
    """What orders studies of equal urgency."""

    RISK = "risk"
    ARRIVAL = "arrival"


class Priority(IntEnum):
    """Groups of equal urgency from top to bottom.

    A study that could not be scored may hold anything: it stands above every study that the model called anything
    less than high risk. A study that still waits stands above those that are known to be low.
    """

    ABOVE = 0
    NOT_SCORED = 1
    BETWEEN = 2
    WAITING = 3
    BELOW = 4
    NOT_AN_IMAGE = 5


_BY_BAND = {RiskBand.ABOVE: Priority.ABOVE, RiskBand.BETWEEN: Priority.BETWEEN, RiskBand.BELOW: Priority.BELOW}
RISES_BY = 10
"""Places of groups that have risen are -9 … -6: below ABOVE at -10, above all others."""


def priority(entry: WorklistEntry) -> Priority:
    """The group of an entry. A scored study without bands (a model without operating points) counts as between."""
    return _priority_of(entry.leading)


def _priority_of(leading: ImageEntry) -> Priority:
    state, prediction = leading.state, leading.prediction
    if state is ScoreState.SCORED:
        band = prediction.risk_band if prediction is not None else None
        return _BY_BAND.get(band, Priority.BETWEEN) if band else Priority.BETWEEN
    if state is ScoreState.NOT_SCORED:
        return Priority.NOT_SCORED
    if state is ScoreState.NOT_AN_IMAGE:
        return Priority.NOT_AN_IMAGE
    return Priority.WAITING


class Grade(NamedTuple):
    """What every order asks of an entry, worked out once per change of it. ``arrived_at`` is UTC in seconds,
    ``waits`` is false for what was read."""

    urgency: int
    group: Priority
    falling_risk: float
    arrival: int
    arrived_at: float
    waits: bool


def grade(entry: WorklistEntry) -> Grade:
    """See ``Grade``."""
    leading = entry.leading
    risk = leading.risk
    return Grade(
        entry.urgency.rank,
        _priority_of(leading),
        -(risk if risk is not None else 0.0),
        entry.order,
        entry.added_at,
        entry.read_state is not ReadState.READ,
    )


@dataclass(frozen=True, slots=True)
class Ordering:
    """How the worklist is ordered now. ``now`` is UTC in seconds; after ``rise_after_s`` of waiting a study rises, 0
    for never."""

    rule: Rule = Rule.RISK
    rise_after_s: float = 0.0
    now: float = 0.0

    def has_risen(self, of: Grade) -> bool:
        """Whether an entry stands higher than its risk alone would put it, since it has waited so long.

        Those above the operating point stand on top already, and those that were read wait no longer.
        """
        return (
            of.waits
            and 0 < self.rise_after_s <= self.now - of.arrived_at
            and self.rule is Rule.RISK
            and Priority.ABOVE < of.group < Priority.NOT_AN_IMAGE
        )

    def key(self, of: Grade) -> SortKey:
        """Where an entry stands.

        By risk: the groups from top to bottom; all studies that have risen stand together below ABOVE and above every
        study that has waited less, in the order of their groups, so that a queue that is late as a whole is still
        ordered by risk. By arrival: as they came, files that are no images last.
        """
        if self.rule is Rule.ARRIVAL:
            return of.urgency, int(of.group is Priority.NOT_AN_IMAGE), 0.0, of.arrival
        raised = of.group is Priority.ABOVE or self.has_risen(of)
        return of.urgency, int(of.group) - RISES_BY if raised else int(of.group), of.falling_risk, of.arrival


BY_RISK = Ordering()


def sort_key(entry: WorklistEntry) -> SortKey:
    """The order by risk without ageing, for what has no clock: exports and the command line."""
    return BY_RISK.key(grade(entry))

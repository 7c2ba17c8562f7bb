"""One row of the worklist and what it adds to the sums; plain Python behind the table model, knows no Qt class."""

from __future__ import annotations

from dataclasses import dataclass

from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.domain.triage import BY_RISK, Ordering, SortKey, grade
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.worklist.study_facts import StudyFacts, fold

_STAT = Urgency.STAT.rank


class Row(StudyFacts):
    """A study with its place in the list."""

    __slots__ = ("grade", "matches", "number", "patient", "position", "triage")

    def __init__(self, entry: WorklistEntry, ordering: Ordering = BY_RISK) -> None:
        self.key = entry.key
        self.number = -1
        """Of ``SortValues``."""
        self.position = -1
        """Where it is shown, -1 where the filter or a folded group hides it."""
        self.matches = True
        """Whether the filter lets it through."""
        self.put(entry, ordering)

    def put(self, entry: WorklistEntry, ordering: Ordering = BY_RISK) -> None:
        """Take a newer value of the same study; ``ordering`` is that of the list."""
        super().put(entry)
        self.grade = grade(entry)
        self.triage: SortKey = ordering.key(self.grade)
        header = self.radiograph
        self.patient = fold(f"{header.patient_name} {header.patient_id}") if header else ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over the whole list, whatever the filter shows. Files that are no images count only in ``not_images``.

    ``above`` are studies over both operating points, read or not; ``total`` are studies; ``disagree`` those that one
    model puts below its operating points and the other above; ``stat`` the most urgent that are not read.
    """

    total: int = 0
    unread: int = 0
    above: int = 0
    scored: int = 0
    not_scored: int = 0
    waiting: int = 0
    scoring: int = 0
    not_images: int = 0
    disagree: int = 0
    stat: int = 0


def counts_of(row: Row) -> tuple[int, ...]:
    """What one row adds to each field of ``Counts``, in their order."""
    state, read_state = row.state, row.read_state
    if state is ScoreState.NOT_AN_IMAGE:
        return 0, 0, 0, 0, 0, 0, 0, 1, 0, 0
    return (
        1,
        int(read_state is ReadState.UNREAD),
        int(row.band is RiskBand.ABOVE),
        int(state is ScoreState.SCORED),
        int(state is ScoreState.NOT_SCORED),
        int(state is ScoreState.WAITING),
        int(state is ScoreState.SCORING),
        0,
        int(row.scored is not None and row.scored.bands_differ),
        int(row.grade.urgency == _STAT and read_state is not ReadState.READ),
    )

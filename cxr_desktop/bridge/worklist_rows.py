"""One row of the worklist and the orders it can stand in; plain Python behind the table model, knows no Qt class."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, RiskBand, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.triage import BY_RISK, Ordering, SortKey, grade
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.worklist.query import fold, search_text


class Column(IntEnum):
    """What a row shows, from left to right."""

    RISK = 0
    PNEUMONIA = 1
    TUBERCULOSIS = 2
    OTHERS = 3
    NORMAL = 4
    DISAGREEMENT = 5
    PATIENT = 6
    STUDY = 7
    VIEW = 8
    SOURCE = 9
    STATE = 10
    IMPRESSION = 11
    WAIT = 12


FINDING_OF = {
    Column.PNEUMONIA: Finding.PNEUMONIA,
    Column.TUBERCULOSIS: Finding.TUBERCULOSIS,
    Column.NORMAL: Finding.NORMAL,
}
"""Columns of one class each. RISK is the model's class of interest, OTHERS the likeliest of all that have no column."""


def likeliest_other(prediction: Prediction) -> tuple[Finding, float] | None:
    """What stands in the column of other classes: ``None`` where the model has none."""
    others = (
        (finding, value)
        for finding, value in prediction.probabilities.items()
        if finding not in KNOWN_FINDINGS and finding != prediction.risk_finding
    )
    return max(others, key=lambda other: other[1], default=None)


class Row:
    """An entry with what sorting, filtering and counting ask of it again and again, worked out once per change."""

    __slots__ = ("entry", "grade", "key", "patient", "position", "prediction", "radiograph", "state", "text", "triage")

    def __init__(self, entry: WorklistEntry, ordering: Ordering = BY_RISK) -> None:
        self.key = entry.key
        self.position = -1
        """Where it is shown, -1 where the filter hides it."""
        self.put(entry, ordering)

    def put(self, entry: WorklistEntry, ordering: Ordering = BY_RISK) -> None:
        """Take a newer value of the same study; ``ordering`` is that of the list."""
        self.entry = entry
        leading = entry.leading
        self.prediction: Prediction | None = leading.prediction
        self.radiograph: Radiograph | None = entry.radiograph
        self.state = leading.state
        self.grade = grade(entry)
        self.triage: SortKey = ordering.key(self.grade)
        header = self.radiograph
        self.patient = fold(f"{header.patient_name} {header.patient_id}") if header else ""
        self.text = search_text(entry)

    def probability(self, finding: Finding) -> float | None:
        """Of the image that stands for the study; ``None`` where there is none."""
        prediction = self.prediction
        if prediction is None or prediction.status is not Status.SCORED:
            return None
        return prediction.probabilities.get(finding)

    def other(self) -> float | None:
        """Probability of the likeliest class that has no column of its own; ``None`` where there is none."""
        prediction = self.prediction
        found = likeliest_other(prediction) if prediction and prediction.status is Status.SCORED else None
        return found[1] if found else None

    def disagreement(self) -> float | None:
        """How far the second model's risk lies from the first's; ``None`` where there is no second opinion."""
        prediction = self.prediction
        return prediction.disagreement if prediction and prediction.status is Status.SCORED else None

    @property
    def bands_differ(self) -> bool:
        """Whether one model puts the study below its operating points and the other above its own."""
        prediction = self.prediction
        return prediction is not None and prediction.status is Status.SCORED and prediction.bands_differ


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over the whole list, whatever the filter shows. Files that are no images count only in ``not_images``.

    ``above`` are studies over both operating points, read or not; ``total`` are studies; ``disagree`` those that one
    model puts below its operating points and the other above.
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


def counts_of(row: Row) -> tuple[int, ...]:
    """What one row adds to each field of ``Counts``, in their order."""
    state, entry = row.state, row.entry
    if state is ScoreState.NOT_AN_IMAGE:
        return 0, 0, 0, 0, 0, 0, 0, 1, 0
    return (
        1,
        int(entry.read_state is ReadState.UNREAD),
        int(entry.band is RiskBand.ABOVE),
        int(state is ScoreState.SCORED),
        int(state is ScoreState.NOT_SCORED),
        int(state is ScoreState.WAITING),
        int(state is ScoreState.SCORING),
        0,
        int(row.bands_differ),
    )


class Order:
    """Rows by one column in one direction; what has no value stands last either way, ties stand in triage order."""

    def __init__(self, column: Column = Column.RISK, descending: bool = True) -> None:
        self.column = column
        self.descending = descending

    def value(self, row: Row) -> Any:
        """What the column sorts by; ``None`` where there is nothing. Equal before and after: the row need not move."""
        if self.column is Column.RISK:
            return row.triage
        value = _VALUES[self.column](row)
        return None if value == "" else value

    def sorted(self, rows: Iterable[Row]) -> list[Row]:
        """All rows in order."""
        base = sorted(rows, key=_triage)
        if self.column is Column.RISK:
            return base if self.descending else base[::-1]
        pairs = [(self.value(row), row) for row in base]
        valued = [pair for pair in pairs if pair[0] is not None]
        valued.sort(key=_first, reverse=self.descending)
        return [row for _, row in valued] + [row for value, row in pairs if value is None]

    def place(self, rows: list[Row], more: Iterable[Row]) -> None:
        """Put a few rows where they belong among ``rows``, which stand in order: no need to sort 100,000 for one."""
        for row in more:
            insort(rows, row, key=self._key)

    def _key(self, row: Row) -> Any:
        if self.column is Column.RISK:
            return row.triage if self.descending else _Falling(row.triage)
        value = self.value(row)
        return value is None, _Falling(value) if self.descending else value, row.triage


class _Falling:
    """A value that sorts the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: _Falling) -> bool:
        return bool(other.value < self.value) if self.value is not None else False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Falling) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash(self.value)


def _triage(row: Row) -> SortKey:
    return row.triage


def _first(pair: tuple[Any, Row]) -> Any:
    return pair[0]


def _study(row: Row) -> str:
    header = row.radiograph
    return header.study_date + header.study_time if header and header.study_date else ""


def _waits_since(row: Row) -> float | None:
    """Falling values are rising waits, so the sign is turned; a study that was read waits no longer."""
    return None if row.entry.read_state is ReadState.READ else -row.entry.added_at


_STATE_ORDER = {state: number for number, state in enumerate(ScoreState)}

_VALUES: dict[Column, Callable[[Row], Any]] = {
    Column.PNEUMONIA: lambda row: row.probability(Finding.PNEUMONIA),
    Column.TUBERCULOSIS: lambda row: row.probability(Finding.TUBERCULOSIS),
    Column.OTHERS: lambda row: row.other(),
    Column.NORMAL: lambda row: row.probability(Finding.NORMAL),
    Column.DISAGREEMENT: lambda row: row.disagreement(),
    Column.PATIENT: lambda row: row.patient,
    Column.STUDY: _study,
    Column.VIEW: lambda row: row.radiograph.view_position if row.radiograph else "",
    Column.SOURCE: lambda row: row.radiograph.source.value if row.radiograph else "",
    Column.STATE: lambda row: _STATE_ORDER[row.state],
    Column.IMPRESSION: lambda row: " ".join(row.entry.impression.findings) if row.entry.impression else "",
    Column.WAIT: _waits_since,
}

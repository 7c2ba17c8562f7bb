"""The orders in which rows can stand: the order of triage, or one to three columns; plain Python, knows no Qt class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.bridge.worklist_columns import FALLING_FIRST, Column, sort_numbers, values_of
from cxr_desktop.domain.triage import RISES_BY, Ordering, Priority, Rule
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist.fact_table import FactTable, Places
from cxr_desktop.worklist.study_facts import READ_STATES

MOST_KEYS = 3


class Key(NamedTuple):
    """One column in one direction. RISK falling is the order of triage."""

    column: Column
    descending: bool


TRIAGE = (Key(Column.RISK, True),)


def clicked(keys: Sequence[Key], column: Column, adding: bool) -> tuple[Key, ...]:
    """The keys after a click on a heading: alone, or as one more; a second click turns the direction round."""
    first = Key(column, column in FALLING_FIRST)
    there = next((key for key in keys if key.column is column), None)
    if not adding:
        alone = len(keys) == 1 and there is not None
        return (Key(column, not there.descending) if alone and there is not None else first,)
    if there is not None:
        return tuple(Key(column, not key.descending) if key is there else key for key in keys)
    # Behind the order of triage nothing is equal: whoever adds a column to it wants that column first.
    kept = () if tuple(keys) == TRIAGE else tuple(keys)
    return (*kept, first)[:MOST_KEYS] if len(kept) < MOST_KEYS else (*kept[:-1], first)


class Triage:
    """The order of ``domain.triage`` for all rows of a table at once; a test holds the two together."""

    def __init__(self, table: FactTable, ordering: Ordering) -> None:
        self._table, self.ordering = table, ordering
        numbers = table.numbers
        self.places: NDArray[np.int8] = _places(table, ordering)
        """The second number of each row's ``SortKey``: its group, before all where it has risen."""
        by_risk = ordering.rule is Rule.RISK
        self._falling_risk = -np.nan_to_num(numbers("risk")) if by_risk else np.zeros(len(table))
        self._ranked: Places | None = None

    @property
    def rows(self) -> Places:
        """All rows that are there, from top to bottom."""
        if self._ranked is None:
            there = np.flatnonzero(self._table.there)
            keys = self._table.numbers("order"), self._falling_risk, self.places, self._table.numbers("urgency")
            self._ranked = there[np.lexsort([key[there] for key in keys])]
        return self._ranked

    def keys(self, rows: Places) -> list[tuple[Any, ...]]:
        """What a few of them stand by."""
        keys = self._table.numbers("urgency"), self.places, self._falling_risk, self._table.numbers("order")
        return list(zip(*(key[rows].tolist() for key in keys), strict=True))

    def moved(self, other: Triage) -> list[int]:
        """Rows that stand by another key than in the other order of the same table."""
        differ = (self.places != other.places) | (self._falling_risk != other._falling_risk)
        return np.flatnonzero(differ & self._table.there).tolist()


def _places(table: FactTable, ordering: Ordering) -> NDArray[np.int8]:
    group = table.numbers("group").astype(np.int8)
    if ordering.rule is Rule.ARRIVAL:
        return (group == Priority.NOT_AN_IMAGE).astype(np.int8)
    raised = group == Priority.ABOVE
    if ordering.rise_after_s > 0:
        waits = table.numbers("read_state") != READ_STATES.index(ReadState.READ)
        late = ordering.now - table.numbers("added_at") >= ordering.rise_after_s
        raised |= waits & late & (group < Priority.NOT_AN_IMAGE)
    return np.where(raised, group - RISES_BY, group).astype(np.int8)


class Order:
    """Rows by columns, the first first; what has no value stands last either way, ties stand in triage order."""

    def __init__(self, keys: Sequence[Key] = TRIAGE) -> None:
        self.keys = tuple(keys)[:MOST_KEYS] or TRIAGE
        # Nothing has an equal place in triage, so what stands after RISK says nothing.
        cut = next((number for number, key in enumerate(self.keys) if key.column is Column.RISK), len(self.keys))
        self._columns = self.keys[:cut]
        self._rising = cut < len(self.keys) and not self.keys[cut].descending

    def standing(self, table: FactTable, triage: Triage, rows: Places) -> list[tuple[Any, ...]]:
        """What a few rows are sorted by. Equal before and after a change: the row need not move."""
        some = table.some(rows)
        return list(zip(triage.keys(rows), *(values_of(some, key.column) for key in self._columns), strict=True))

    def sorted(self, table: FactTable, rows: Places) -> Places:
        """Rows that stand in triage order, in this order: stable sorts, the last key first."""
        found = rows[::-1] if self._rising else rows
        for column, descending in reversed(self._columns):
            values = sort_numbers(table, column)[found]
            found = found[np.argsort(-values if descending else values, kind="stable")]
        return found

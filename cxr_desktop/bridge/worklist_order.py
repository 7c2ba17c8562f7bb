"""The orders in which rows can stand: the order of triage, or one to three columns; plain Python, knows no Qt class."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.bridge.sort_values import RANKED, Numbers, SortValues
from cxr_desktop.bridge.worklist_columns import FALLING_FIRST, NUMBERS, SORT_VALUES, Column, values_of
from cxr_desktop.bridge.worklist_rows import Row

MOST_KEYS = 3
triage_of = attrgetter("triage")


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


class Order:
    """Rows by columns, the first first; what has no value stands last either way, ties stand in triage order."""

    def __init__(self, keys: Sequence[Key] = TRIAGE) -> None:
        self.keys = tuple(keys)[:MOST_KEYS] or TRIAGE
        # Nothing has an equal place in triage, so what stands after RISK says nothing.
        cut = next((number for number, key in enumerate(self.keys) if key.column is Column.RISK), len(self.keys))
        self._columns = self.keys[:cut]
        self._rising = cut < len(self.keys) and not self.keys[cut].descending
        self.blanks = 0
        """How many rows at the end of the last ``sorted`` may have no value in the first column."""

    def values(self, row: Row) -> Any:
        """What the row is sorted by. Equal before and after a change: the row need not move."""
        return (row.triage, *(_value(key.column, row) for key in self._columns))

    def sorted(self, rows: list[Row], values: SortValues | None = None, are_all: bool = False) -> list[Row]:
        """Rows that stand in triage order, in this order. Stable sorts, the last key first.

        ``values``: of the rows, where they are at hand. ``are_all``: see ``SortValues.numbers``.
        """
        found = rows[::-1] if self._rising else rows
        self.blanks = len(found)
        if values is None:
            for column, descending in reversed(self._columns):
                places, self.blanks = _places(column, values_of(column, found), descending)
                found = list(map(found.__getitem__, places))
        elif self._columns:
            numbers = values.numbers(rows, are_all)
            numbers = numbers[::-1] if self._rising else numbers
            for column, descending in reversed(self._columns):
                places = self._sort(found, column, descending, values, numbers, are_all)
                found = list(map(found.__getitem__, places))
                numbers = numbers[np.array(places, dtype=np.intp)]
        return found

    def _sort(
        self, rows: list[Row], column: Column, descending: bool, values: SortValues, numbers: Numbers, are_all: bool
    ) -> list[int]:
        known = values.of(column, numbers)
        if known is not None:
            places, self.blanks = _by_numbers(known, descending)
            return places
        texts = values_of(column, rows)
        places, self.blanks = _places(column, texts, descending)
        if are_all and column in RANKED:
            rising = places[: len(places) - self.blanks]
            rising = rising[::-1] if descending else rising
            values.keep_ranks(column, numbers[np.array(rising, dtype=np.intp)], list(map(texts.__getitem__, rising)))
        return places

    def key(self, row: Row) -> tuple[Any, ...]:
        """One value that sorts as ``sorted`` does: for placing a few rows among many that stand in order."""
        parts: list[Any] = []
        for column, descending in self._columns:
            value = _value(column, row)
            parts += (value is None, _Falling(value) if descending else value)
        return (*parts, _Falling(row.triage) if self._rising else row.triage)


def _places(column: Column, values: list[Any], descending: bool) -> tuple[list[int], int]:
    """Where each row comes from, and how many at the end have no value. Stable; a blank stands last either way."""
    if column in NUMBERS:
        return _by_numbers(np.array(values, dtype=np.float64), descending)  # None becomes not a number
    places: list[int] = list(range(len(values)))
    blanks: list[int] = []
    if "" in values:
        places = [place for place, value in enumerate(values) if value != ""]
        blanks = [place for place, value in enumerate(values) if value == ""]
    places.sort(key=values.__getitem__, reverse=descending)
    return places + blanks, len(blanks)


def _by_numbers(numbers: NDArray[np.float64], descending: bool) -> tuple[list[int], int]:
    """The same; what is not a number stands last."""
    order = np.argsort(-numbers if descending else numbers, kind="stable")
    return order.tolist(), int(np.isnan(numbers).sum())


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


def _value(column: Column, row: Row) -> Any:
    value = SORT_VALUES[column](row)
    return None if value == "" else value

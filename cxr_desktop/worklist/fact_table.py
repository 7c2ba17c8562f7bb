"""The facts of many studies, each kind side by side, so that a question to 100,000 is one pass; knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from operator import ne
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.worklist.study_facts import NUMBERS, WORD_PLACES, WORDS, Facts, Word

Places = NDArray[np.intp]
"""Numbers of rows, each its place in every column."""
Mask = NDArray[np.bool_]

_BEGIN = 256


class Columns(Protocol):
    """What a filter asks. Both answers are as long as there are rows."""

    def numbers(self, name: str) -> NDArray[Any]:
        """One number of each row, by the names of ``NUMBERS``."""

    def words(self, word: Word) -> Sequence[str]:
        """One text of each row."""


class FactTable:
    """Rows by number, from 0. The number of a row that is taken out is given to a later one."""

    def __init__(self) -> None:
        self._numbers = np.zeros(_BEGIN, dtype=NUMBERS)
        self._words: list[list[str]] = [[] for _ in WORDS]
        self._there = np.zeros(_BEGIN, dtype=np.bool_)
        self._free: list[int] = []
        self._ranks: dict[str, NDArray[np.float64]] = {}
        self._used = 0

    def __len__(self) -> int:
        """Rows, with those that were taken out."""
        return self._used

    @property
    def there(self) -> Mask:
        """Which rows have not been taken out."""
        return self._there[: self._used]

    def numbers(self, name: str) -> NDArray[Any]:
        """One number of each row: a view, not a copy."""
        return self._numbers[name][: self._used]

    def words(self, word: Word) -> list[str]:
        """One text of each row: not to be changed."""
        return self._words[WORD_PLACES[word]]

    def some(self, rows: Places) -> Columns:
        """A few rows as a table of their own."""
        return _Some(self, rows)

    def add(self, facts: Facts) -> int:
        """One more row; returns its number."""
        if self._free:
            row = self._free.pop()
            self._there[row] = True
            self.put(row, facts)
            return row
        self.extend(np.frombuffer(facts.numbers, dtype=NUMBERS), [[word] for word in facts.words])
        return self._used - 1

    def extend(self, numbers: NDArray[Any], words: Sequence[Sequence[str]]) -> range:
        """Many more rows; ``words`` are the columns. Returns their numbers."""
        first, self._used = self._used, self._used + len(numbers)
        if self._used > len(self._there):
            room = max(self._used, 2 * len(self._there)) - len(self._there)
            self._numbers = np.concatenate([self._numbers, np.zeros(room, dtype=NUMBERS)])
            self._there = np.concatenate([self._there, np.zeros(room, dtype=np.bool_)])
        self._numbers[first : self._used] = numbers
        self._there[first : self._used] = True
        for column, more in zip(self._words, words, strict=True):
            column.extend(more)
        self._ranks.clear()
        return range(first, self._used)

    def put(self, row: int, facts: Facts) -> None:
        """Other facts of the same row."""
        self._numbers[row] = np.frombuffer(facts.numbers, dtype=NUMBERS)[0]
        for word, column, text in zip(WORDS, self._words, facts.words, strict=True):
            if column[row] != text:
                column[row] = text
                for name in _RANKED_BY[word]:
                    self._ranks.pop(name, None)

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out."""
        self._there[np.array(rows, dtype=np.intp)] = False
        self._free += rows

    def overwrite(self, rows: Sequence[int], numbers: NDArray[Any], words: Sequence[Sequence[str]]) -> None:
        """Other facts of many rows; ``words`` are the columns."""
        self._numbers[np.array(rows, dtype=np.intp)] = numbers
        for column, more in zip(self._words, words, strict=True):
            for row, text in zip(rows, more, strict=True):
                column[row] = text
        self._ranks.clear()

    def blank(self, rows: Places, numbers: Mapping[str, float], words: Sequence[Word]) -> None:
        """Put the same numbers into many rows, and take texts out of them."""
        for name, value in numbers.items():
            self._numbers[name][rows] = value
        for word in words:
            column = self._words[WORD_PLACES[word]]
            for row in rows.tolist():
                column[row] = ""
        self._ranks.clear()

    def ranks(self, name: str) -> NDArray[np.float64]:
        """Numbers by which all rows sort as by a text: the name of a ``Word``, ``patient`` or ``moment``. A blank is
        not a number. Remembered until a text changes: sorting text takes longer than all the rest."""
        known = self._ranks.get(name)
        if known is None:
            known = self._ranks[name] = _ranks_of(texts_of(self, name))
        return known


class _Some:
    """A few rows of a table."""

    def __init__(self, table: FactTable, rows: Places) -> None:
        self._table, self._rows = table, rows

    def numbers(self, name: str) -> NDArray[Any]:
        return self._table.numbers(name)[self._rows]

    def words(self, word: Word) -> Sequence[str]:
        return list(map(self._table.words(word).__getitem__, self._rows.tolist()))


def texts_of(studies: Columns, name: str) -> Sequence[str]:
    """One text of each row: the name of a ``Word``, or ``patient`` (name and ID) or ``moment`` (day and time)."""
    return _TEXTS[name](studies)


def _words(word: Word, studies: Columns) -> Sequence[str]:
    return studies.words(word)


def _patients(studies: Columns) -> list[str]:
    return [f"{name} {number}".strip() for name, number in _pairs(studies, Word.NAME, Word.PATIENT_ID)]


def _moments(studies: Columns) -> list[str]:
    return [day + time if day else "" for day, time in _pairs(studies, Word.DATE, Word.TIME)]


def _pairs(studies: Columns, first: Word, second: Word) -> zip[tuple[str, str]]:
    return zip(studies.words(first), studies.words(second), strict=True)


_TEXTS: dict[str, Callable[[Columns], Sequence[str]]] = {
    **{word.value: partial(_words, word) for word in WORDS},
    "patient": _patients,
    "moment": _moments,
}
_RANKED_BY: dict[Word, tuple[str, ...]] = {
    **{word: (word.value,) for word in WORDS},
    Word.NAME: ("name", "patient"),
    Word.PATIENT_ID: ("patient_id", "patient"),
    Word.DATE: ("date", "moment"),
    Word.TIME: ("time", "moment"),
}


def _ranks_of(texts: Sequence[str]) -> NDArray[np.float64]:
    few = set(texts) if len(texts) > _BEGIN else None
    if few is not None and len(few) < len(texts) // 8:
        rank_of = {text: float(rank) for rank, text in enumerate(sorted(few))}
        rank_of[""] = float("nan")
        return np.fromiter(map(rank_of.__getitem__, texts), np.float64, len(texts))
    order = sorted(range(len(texts)), key=texts.__getitem__)
    rising = list(map(texts.__getitem__, order))
    ranks = np.empty(len(texts))
    ranks[np.array(order, dtype=np.intp)] = np.cumsum([False, *map(ne, rising, islice(rising, 1, None))])[: len(order)]
    blanks = np.array(order[: rising.count("")], dtype=np.intp)
    ranks[blanks] = np.nan
    return ranks

"""What rows are sorted by most, as arrays of numbers by the rows' own numbers; knows no order and no Qt class."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, islice
from operator import attrgetter, ne

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.bridge.worklist_columns import FINDING_OF, SORT_VALUES, Column
from cxr_desktop.bridge.worklist_rows import Row

Numbers = NDArray[np.intp]

RANKED = (Column.PATIENT,)
"""Columns of text whose order is remembered."""
_number = attrgetter("number")
_BEGIN = 1024
_NAN = float("nan")
_COLUMNS = (*FINDING_OF, Column.AGE, Column.WAIT)


class SortValues:
    """Rows of a long list lie all over the memory: reading one value of each takes longer than sorting them. Here the
    values lie side by side. Blanks are not a number.
    """

    def __init__(self) -> None:
        self._arrays: dict[Column, NDArray[np.float64]] = {
            column: np.full(_BEGIN, _NAN) for column in (*_COLUMNS, Column.STUDY)
        }
        self._used = 0
        self._free: list[int] = []
        self._odd_days: set[int] = set()
        self._ranks: dict[Column, NDArray[np.float64]] = {}
        self._all: Numbers | None = None

    def put(self, row: Row) -> None:
        """A row that is new (its ``number`` is -1, and it gets one) or has changed."""
        if row.number < 0:
            self._ranks.clear()
            row.number = self._free.pop() if self._free else self._next()
        number = row.number
        for column in _COLUMNS:
            value = SORT_VALUES[column](row)
            self._arrays[column][number] = _NAN if value is None else value
        day = day_number(SORT_VALUES[Column.STUDY](row))
        self._arrays[Column.STUDY][number] = _NAN if day is None else day
        if day is None:
            self._odd_days.add(number)
        else:
            self._odd_days.discard(number)

    def remove(self, row: Row) -> None:
        """A row that is gone; another may have its number."""
        self._odd_days.discard(row.number)
        self._free.append(row.number)
        row.number = -1

    def forget_texts(self) -> None:
        """A row's text has changed."""
        self._ranks.clear()

    def forget_order(self) -> None:
        """All rows stand in another order now, or are others."""
        self._all = None

    def numbers(self, rows: Sequence[Row], are_all: bool = False) -> Numbers:
        """The rows' own numbers, by which their values are found. ``are_all``: they are all there are, in the order in
        which they are kept, and the answer is remembered until ``forget_order``."""
        if not are_all:
            return np.fromiter(map(_number, rows), np.intp, len(rows))
        if self._all is None:
            self._all = self.numbers(rows)
        return self._all

    def in_order(self, everything: Sequence[Row], some: Sequence[Row]) -> list[Row]:
        """``some`` of all rows, as those stand."""
        wanted = np.zeros(self._used, dtype=np.bool_)
        wanted[self.numbers(some)] = True
        return list(compress(everything, wanted[self.numbers(everything, True)].tolist()))

    def of(self, column: Column, numbers: Numbers) -> NDArray[np.float64] | None:
        """One value per row, by which they sort as by ``SORT_VALUES``; ``None`` for columns that have none here, and
        while any study has a day or an hour that is none."""
        if column in self._ranks:
            return self._ranks[column][numbers]
        if column not in self._arrays or (column is Column.STUDY and self._odd_days):
            return None
        return self._arrays[column][numbers]

    def keep_ranks(self, column: Column, numbers: Numbers, texts: Sequence[str]) -> None:
        """What a sort by text has found out: ``texts`` without blanks, rising, and whose they are. It holds until a row
        comes or ``forget_texts``: what the engine says changes no name."""
        ranks = np.cumsum([False, *map(ne, texts, islice(texts, 1, None))], dtype=np.float64)
        self._ranks[column] = np.full(self._used, _NAN)
        self._ranks[column][numbers] = ranks[: len(numbers)]

    def _next(self) -> int:
        if self._used == len(self._arrays[Column.AGE]):
            for column, values in self._arrays.items():
                self._arrays[column] = np.concatenate([values, np.full(len(values), _NAN)])
        self._used += 1
        return self._used - 1


def day_number(text: str) -> float | None:
    """A day and a time of day, ``YYYYMMDD`` and ``HHMMSS`` or nothing, as a number that sorts as the text does; not a
    number for no text, ``None`` for other text."""
    if not text:
        return _NAN
    if len(text) not in (8, 14) or not (text.isascii() and text.isdigit()):
        return None
    return float(text) * 1e7 if len(text) == 8 else float(int(text[:8]) * 10**7 + int(text[8:]) + 1)

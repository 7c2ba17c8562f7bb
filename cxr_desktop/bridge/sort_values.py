"""What rows are sorted by most, as arrays of numbers by the rows' own numbers; knows no order and no Qt class."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.bridge.worklist_columns import FINDING_OF, SORT_VALUES, Column
from cxr_desktop.bridge.worklist_rows import Row

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

    def put(self, row: Row) -> None:
        """A row that is new (its ``number`` is -1, and it gets one) or has changed."""
        if row.number < 0:
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

    def of(self, column: Column, rows: Sequence[Row]) -> NDArray[np.float64] | None:
        """One number per row, by which they sort as by ``SORT_VALUES``; ``None`` for columns that have no numbers here,
        and while any study has a day or an hour that is none."""
        if column not in self._arrays or (column is Column.STUDY and self._odd_days):
            return None
        return self._arrays[column][np.fromiter(map(_number, rows), np.intp, len(rows))]

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

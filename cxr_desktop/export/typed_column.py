"""A column of typed values about studies, and the row that it reads them from; knows no column in particular."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.map_place import MapPlace, map_place

Value = str | int | float | date | time | datetime | None
"""``None`` is an empty cell: what is not known is never 0."""


class Kind(StrEnum):
    """How a spreadsheet should show a column."""

    TEXT = "text"
    WHOLE = "whole"
    PROBABILITY = "probability"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"


@dataclass(frozen=True)
class Row:
    """One study and its place in the list, from 1."""

    number: int
    entry: WorklistEntry
    identity: Identity

    @property
    def prediction(self) -> Prediction | None:
        """Of the image that stands for the study."""
        return self.entry.leading.prediction

    @cached_property
    def place(self) -> MapPlace | None:
        """Where the heat map lies; worked out once for two columns."""
        return map_place(self.prediction) if self.prediction is not None else None


@dataclass(frozen=True, slots=True)
class Column:
    """``about`` says what the values mean; ``width`` is in characters. ``identifies``: left out without identity."""

    heading: str
    kind: Kind
    width: int
    about: str
    value: Callable[[Row], Value]
    identifies: bool = False

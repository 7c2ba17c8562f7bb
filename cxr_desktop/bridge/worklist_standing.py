"""What the worklist holds and how it stands, as the window asks for it; changes nothing, knows no widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QObject, Qt

from cxr_desktop.bridge.cell_text import CellText
from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_counts import Counts
from cxr_desktop.bridge.worklist_groups import Codes, GroupBy, Groups, Head
from cxr_desktop.bridge.worklist_lines import LineModel
from cxr_desktop.bridge.worklist_order import Key, Order
from cxr_desktop.bridge.worklist_table import WorklistTable
from cxr_desktop.domain.triage import Ordering
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.worklist.query import Query

_PAGE_ABOVE, _PAGE_BELOW = 8, 56
"""Studies that are read with the one that is looked at: those that are seen with it, or will be soon."""


class StandingModel(LineModel):
    """Rows by key, as they are sorted, filtered and grouped now. A study is read when it is looked at."""

    def __init__(self, cell_text: CellText, parent: QObject | None = None) -> None:
        super().__init__(cell_text, parent)
        self._table = WorklistTable()
        self.shelf = self._table.shelf
        """Where whole studies come from."""
        self._text, self._query = "", Query()
        self._classes: tuple[str, ...] = ()
        self._order, self._groups = Order(), Groups()
        self._counts = Counts()

    def entry(self, key: str) -> WorklistEntry | None:
        """The study with this key, shown or not."""
        number = self._table.number_of(key)
        return self._entry_of(number) if number >= 0 else None

    def knows(self, key: str) -> bool:
        """Whether there is such a study, shown or not."""
        return self._table.number_of(key) >= 0

    def _entry_of(self, number: int) -> WorklistEntry:
        def page() -> list[str]:
            at = self._position(number)
            seen = self._shown[max(0, at - _PAGE_ABOVE) : at + _PAGE_BELOW] if at >= 0 else self._shown[:0]
            return self._table.keys_of(seen[seen >= 0])

        return self.shelf.get(self._table.key(number), page)

    def row_of(self, key: str) -> int:
        """Where a study is shown, -1 where it is not."""
        number = self._table.number_of(key)
        return self._position(number) if number >= 0 else -1

    def key_at(self, row: int) -> str:
        """The key of a shown study, "" for the line above a group and out of range."""
        number = self._number_at(row)
        return self._table.key(number) if number >= 0 else ""

    def next_in_state(self, state: ReadState, after: int, but: str) -> int:
        """The first row below ``after``, else from the top, that shows a study in this state with another key than
        ``but``; -1 where there is none."""
        wanted = self._table.in_state(state)
        unwanted = self._table.number_of(but)
        if unwanted >= 0:
            wanted[unwanted] = False
        fits = (self._shown >= 0) & wanted[np.maximum(self._shown, 0)] if len(wanted) else self._shown != self._shown
        places = np.flatnonzero(fits)
        below = places[places > after]
        return int((below if len(below) else places)[0]) if len(places) else -1

    def keys(self) -> list[str]:
        """All studies, shown or not, in triage order."""
        return self._table.keys_of(self._table.triage.rows)

    def shown_keys(self) -> list[str]:
        """The studies that the filter lets through, as they stand from top to bottom, those in folded groups too."""
        rows = self._shown[self._shown >= 0]
        if any(head.folded for head in self.heads()):
            rows = self._groups.unfolded(self._order.sorted(self._table.facts, self._table.matching()), self._codes())
        return self._table.keys_of(rows)

    def each_entry(self, keys: Sequence[str]) -> Iterator[WorklistEntry]:
        """Many studies, read one page after the other."""
        return self.shelf.each(keys)

    def entries(self) -> list[WorklistEntry]:
        """All studies, shown or not, in triage order."""
        return list(self.each_entry(self.keys()))

    def shown_entries(self) -> list[WorklistEntry]:
        """The studies of ``shown_keys``."""
        return list(self.each_entry(self.shown_keys()))

    def of_patient(self, patient_id: str) -> list[WorklistEntry]:
        """Studies whose patient ID reads like this one, shown or not, in no order."""
        return list(self.each_entry(self._table.keys_of_patient(patient_id)))

    @property
    def counts(self) -> Counts:
        """Sums over all studies."""
        return self._counts

    @property
    def shown_count(self) -> int:
        """Studies that the filter lets through, those in folded groups too."""
        return self._table.count_matching()

    @property
    def sort_keys(self) -> tuple[Key, ...]:
        """What the order follows, the first first; RISK falling is the triage order."""
        return self._order.keys

    @property
    def sort_column(self) -> tuple[Column, Qt.SortOrder]:
        """The first of them."""
        column, descending = self._order.keys[0]
        return column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder

    @property
    def group_by(self) -> GroupBy:
        """What stands together."""
        return self._groups.by

    @property
    def filter_text(self) -> str:
        """The filter as it was typed."""
        return self._text

    @property
    def query(self) -> Query:
        """The filter as it was understood."""
        return self._query

    @property
    def ordering(self) -> Ordering:
        """How studies are ordered in the triage order, and since when they count as risen."""
        return self._table.ordering

    def heads(self) -> list[Head]:
        """The lines above groups that there are, in no order."""
        return list(self._groups.heads.values())

    def head_of(self, key: str) -> Head | None:
        """The line above the group of a study; ``None`` where it has none."""
        number = self._table.number_of(key)
        return self._groups.heads.get(self._table.stands_in(number)) if number >= 0 else None

    def _codes(self) -> Codes:
        return self._groups.codes(self._table.facts, self._table.triage.places)

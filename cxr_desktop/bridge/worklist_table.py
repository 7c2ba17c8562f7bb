"""The rows behind the table model: keys, facts, who matches and where each stands; knows no Qt class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from cxr_desktop.bridge.entry_shelf import EntryShelf
from cxr_desktop.bridge.worklist_counts import Counts, counts_of
from cxr_desktop.bridge.worklist_groups import NOWHERE, Codes
from cxr_desktop.bridge.worklist_order import Order, Triage
from cxr_desktop.domain.triage import BY_RISK, Ordering, Priority
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.worklist.fact_table import FactTable, Mask, Places
from cxr_desktop.worklist.query import Query
from cxr_desktop.worklist.row_page import RowPage
from cxr_desktop.worklist.study_facts import NO_FACTS, READ_STATES, STATES, Word, facts_of, fold

_NAN = float("nan")
_CONCEALED: dict[str, float] = {
    **dict.fromkeys(("risk", "covid19", "pneumonia", "tuberculosis", "normal", "other", "disagreement"), _NAN),
    "state": STATES.index(ScoreState.HIDDEN),
    "group": Priority.WAITING,
    "band": 0,
    "bands_differ": 0,
}


class Changed(NamedTuple):
    """Rows that were told anew, and those of them that belong elsewhere now."""

    rows: list[int]
    moved: set[int]


class WorklistTable:
    """Every row has a number, which stays while the study is here."""

    def __init__(self) -> None:
        self.shelf = EntryShelf()
        """Where whole studies come from."""
        self.ordering = BY_RISK
        self.clear()

    def clear(self) -> None:
        """Another folder."""
        self.shelf.clear()
        self.facts = FactTable()
        self._triage: Triage | None = None
        self._numbers_by_key: dict[str, int] = {}
        self._keys: list[str] = []
        self._matches: Mask = np.zeros(0, dtype=np.bool_)
        self._stood: Codes = np.zeros(0, dtype=np.int16)

    # What it holds ----------------------------------------------------------------------------------------------

    def number_of(self, key: str) -> int:
        """-1 where there is no such study."""
        return self._numbers_by_key.get(key, -1)

    def key(self, number: int) -> str:
        """Of a study."""
        return self._keys[number]

    def keys_of(self, rows: Places) -> list[str]:
        """Of many."""
        return list(map(self._keys.__getitem__, rows.tolist()))

    def keys_of_patient(self, patient_id: str) -> list[str]:
        """Of studies with this ID, whatever its case and spaces."""
        wanted = fold(patient_id)
        found = [number for number, text in enumerate(self.facts.words(Word.PATIENT_ID)) if text == wanted]
        return [self._keys[number] for number in found if self.facts.there[number]]

    def in_state(self, state: ReadState) -> Mask:
        """Which rows are in that state: a copy."""
        return (self.facts.numbers("read_state") == READ_STATES.index(state)) & self.facts.there

    @property
    def triage(self) -> Triage:
        """The order of triage, worked out when it is asked for."""
        if self._triage is None:
            self._triage = Triage(self.facts, self.ordering)
        return self._triage

    def counts(self) -> Counts:
        """Sums over all studies."""
        return counts_of(self.facts)

    # Who matches, and where each stands --------------------------------------------------------------------------

    def matching(self) -> Places:
        """The rows that the filter lets through, in the order of triage."""
        rows = self.triage.rows
        return rows[self._matches[rows]]

    def count_matching(self) -> int:
        """How many."""
        return int(np.count_nonzero(self._matches & self.facts.there))

    def ask(self, query: Query) -> None:
        """Which rows does it let through?"""
        self._matches = query.mask(self.facts)

    def stand(self, rows: Places, codes: Codes) -> None:
        """These stand in their groups now, all others nowhere."""
        self._stood = np.full(len(self.facts), NOWHERE, dtype=np.int16)
        self._stood[rows] = codes[rows]

    def stood(self) -> Codes:
        """In which group each row stands, NOWHERE where it is not shown."""
        return self._stood

    def stands_in(self, number: int) -> int:
        """The group of one row."""
        return int(self._stood[number])

    # What is told ------------------------------------------------------------------------------------------------

    def put(
        self, entries: Sequence[WorklistEntry], query: Query, order: Order, codes: Callable[[], Codes]
    ) -> tuple[Changed, set[int]]:
        """Studies that are new or have changed: (what was known, numbers of new ones)."""
        latest = {entry.key: entry for entry in entries}
        known = [number for key in latest if (number := self.number_of(key)) >= 0]
        rows = np.array(known, dtype=np.intp)
        before = self._standing(order, rows, codes) if known else []
        new: set[int] = set()
        for entry in latest.values():
            facts = facts_of(self.shelf.put(entry))
            number = self.number_of(entry.key)
            if number >= 0:
                self.facts.put(number, facts)
            else:
                new.add(self._name(self.facts.add(facts), entry.key))
        self._match(query, [*known, *new])
        after = self._standing(order, rows, codes) if known else []
        moved = {row for row, old, now in zip(known, before, after, strict=True) if old != now}
        return Changed(known, moved), new

    def put_page(self, page: RowPage, query: Query) -> tuple[Sequence[int], set[int]]:
        """The same for many whose facts are known: (their numbers, those of them that are new)."""
        self.shelf.forget(page.keys)
        rows: Sequence[int]
        if self._numbers_by_key.keys().isdisjoint(page.keys):
            rows = self.facts.extend(page.numbers, page.words)
            self._numbers_by_key.update(zip(page.keys, rows, strict=True))
            self._keys += page.keys
            new = set(rows)
        else:
            known = set(map(self.number_of, page.keys))
            rows = [number if (number := self.number_of(key)) >= 0 else self._room(key) for key in page.keys]
            self.facts.overwrite(rows, page.numbers, page.words)
            new = set(rows) - known
        if self.shelf.blind and not page.blind:
            self.conceal()
        self._match(query, rows)
        return rows, new

    def _room(self, key: str) -> int:
        return self._name(self.facts.add(NO_FACTS), key)

    def _name(self, number: int, key: str) -> int:
        if number == len(self._keys):
            self._keys.append(key)
        else:
            self._keys[number] = key
        self._numbers_by_key[key] = number
        return number

    def _match(self, query: Query, rows: Sequence[int]) -> None:
        self._triage = None
        room = len(self.facts) - len(self._matches)
        if room:
            self._matches = np.concatenate([self._matches, np.zeros(room, dtype=np.bool_)])
            self._stood = np.concatenate([self._stood, np.full(room, NOWHERE, dtype=np.int16)])
        if rows:
            places = np.array(rows, dtype=np.intp)
            self._matches[places] = query.mask(self.facts.some(places))

    def _standing(self, order: Order, rows: Places, codes: Callable[[], Codes]) -> list[tuple]:
        keys = order.standing(self.facts, self.triage, rows)
        return list(zip(keys, self._matches[rows].tolist(), codes()[rows].tolist(), strict=True))

    def remove(self, keys: Iterable[str]) -> list[int]:
        """Studies that are gone: returns their numbers."""
        gone = {key: number for key in keys if (number := self.number_of(key)) >= 0}
        for key in gone:
            del self._numbers_by_key[key]
        self.shelf.forget(gone)
        if gone:
            numbers = list(gone.values())
            self.facts.remove(numbers)
            self._matches[numbers], self._stood[numbers], self._triage = False, NOWHERE, None
        return list(gone.values())

    def conceal(self) -> list[int]:
        """Take the scores out of all rows that are not ``recorded``; returns the numbers of those that had any."""
        has_score = (self.facts.numbers("state") == STATES.index(ScoreState.SCORED)) & (
            self.facts.numbers("recorded") == 0
        )
        rows = np.flatnonzero(has_score & self.facts.there)
        self.facts.blank(rows, _CONCEALED, (Word.GATE, Word.OTHERS))
        self._triage = None
        return rows.tolist()

    def set_ordering(self, ordering: Ordering) -> list[int]:
        """Another rule, or later: returns the rows that stand elsewhere in it."""
        before, self.ordering, self._triage = self.triage, ordering, None
        moved = self.triage.moved(before)
        if not moved:
            before.ordering = ordering
            self._triage = before
        return moved

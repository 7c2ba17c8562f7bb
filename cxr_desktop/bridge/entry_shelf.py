"""Whole studies for the rows that are looked at, read when they are asked for; knows no table and no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.conflict import with_conflicts
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry

log = logging.getLogger(__name__)

_MOST_READ = 2000
_PAGE = 500
_UNREADABLE = "This study could not be read from the saved worklist. Open the folder again."


class EntrySource(Protocol):
    """Where studies are read: ``worklist.study_reader.StudyReader``. Raises ``StoreError``."""

    def load(self, keys: Sequence[str]) -> Mapping[str, WorklistEntry]: ...


class _Nothing:
    """Before there is a store."""

    def load(self, keys: Sequence[str]) -> Mapping[str, WorklistEntry]:
        return {}


class EntryShelf:
    """``told``: studies that somebody gave, which are kept; others are read and forgotten again.

    A blind reader gets no scores from here, wherever a study comes from.
    """

    def __init__(self) -> None:
        self.source: EntrySource = _Nothing()
        self.blind = False
        self.contradicted: frozenset[str] = frozenset()
        """Studies that are flagged as they are read; those that were told have their flags."""
        self._told: dict[str, WorklistEntry] = {}
        self._read: dict[str, WorklistEntry] = {}

    def put(self, entry: WorklistEntry) -> WorklistEntry:
        """Keep a study; returns it as it may be shown."""
        shown = for_blind_reader(entry) if self.blind else entry
        self._told[entry.key] = shown
        self._read.pop(entry.key, None)
        return shown

    def told(self) -> list[WorklistEntry]:
        """All that were given."""
        return list(self._told.values())

    def forget(self, keys: Collection[str]) -> None:
        """These have changed, or are gone."""
        if self._told or self._read:
            for held in (self._told, self._read):
                for key in held.keys() & set(keys):
                    del held[key]

    def forget_read(self) -> None:
        """Read anew what was not given."""
        self._read.clear()

    def clear(self) -> None:
        """Another folder."""
        self._told.clear()
        self._read.clear()
        self.contradicted = frozenset()

    def held(self, key: str) -> WorklistEntry | None:
        """A study that is at hand; others would have to be read."""
        return self._told.get(key) or self._read.get(key)

    def get(self, key: str, page: Callable[[], Iterable[str]]) -> WorklistEntry:
        """A study; where it must be read, those of its ``page`` are read with it."""
        found = self.held(key)
        if found is not None:
            return found
        missing = [each for each in page() if self.held(each) is None]
        self._read.update(self._load(list(dict.fromkeys((key, *missing)))))
        for old in list(islice(self._read, max(0, len(self._read) - _MOST_READ))):
            del self._read[old]
        return self._read.get(key) or _unreadable(key)

    def each(self, keys: Sequence[str]) -> Iterator[WorklistEntry]:
        """Many studies in that order, read a page at a time and not kept."""
        for start in range(0, len(keys), _PAGE):
            page = keys[start : start + _PAGE]
            found = self._load([key for key in page if self.held(key) is None])
            for key in page:
                yield self.held(key) or found.get(key) or _unreadable(key)

    def _load(self, keys: Sequence[str]) -> dict[str, WorklistEntry]:
        if not keys:
            return {}
        try:
            found = self.source.load(keys)
        except StoreError as error:
            log.warning("studies could not be read: %s", error)
            return {}
        return {key: self._as_shown(entry) for key, entry in found.items()}

    def _as_shown(self, entry: WorklistEntry) -> WorklistEntry:
        flagged = with_conflicts(entry, entry.key in self.contradicted)
        return for_blind_reader(flagged) if self.blind else flagged


def _unreadable(key: str) -> WorklistEntry:
    """Said in the row, not kept: the next look may find it."""
    nothing = Prediction("", Status.NOT_SCORED, _UNREADABLE)
    return WorklistEntry(key, (ImageEntry(FileIdentity("", 0, 0, 0), None, nothing),))

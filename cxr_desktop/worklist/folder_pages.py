"""The studies of a folder as a list takes them, page by page, without decoding what nobody looks at; knows no Qt."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.worklist import files, list_rows, loading
from cxr_desktop.worklist.list_rows import Rows
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.row_page import RowPage

log = logging.getLogger(__name__)

_FIRST, _PAGE = 500, 10_000
_WORKED_OUT = 500
"""Studies whose rows are worked out for one page: a third of a second."""


class FolderPage(NamedTuple):
    """``rows`` are whole studies, ``paths`` their files, with the key of each; ``entries`` are studies of which a part
    lies elsewhere; ``waiting`` are images of ``rows`` that have no result."""

    rows: RowPage
    paths: dict[str, str]
    entries: list[WorklistEntry]
    waiting: list[tuple[str, Wish]]


class FolderPages:
    """A place in the list of a folder's studies. The store may be written between pages."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]], root: str) -> None:
        """``transaction`` is the store's."""
        self._transaction = transaction
        self._seen: dict[str, str] = {}
        with transaction() as db:
            met = files.in_folder(db, root)
        self._files, self._paths = met.numbers, met.paths
        # They come study after study: where the next one begins is seen without sorting them once more.
        first = np.flatnonzero(np.diff(met.studies, prepend=-1))
        self._studies, self._starts = met.studies[first], [*first.tolist(), len(met.studies)]
        self._counts = np.diff(self._starts)
        self._at = 0

    def next(self, model: ModelKey, blind: bool) -> FolderPage | None:
        """The next studies with the results of ``model``; ``None`` after the last."""
        end = min(len(self._studies), self._at + (_PAGE if self._at else _FIRST))
        if end <= self._at:
            return None
        page = self._ready(end, model, blind)
        if page is None:
            end, kept = self._work_out(end, model)
            with self._transaction() as db:
                others = [] if kept else range(self._at, end)
                page = self._page(db, self._rows(db, end, model, blind), model, others)
        self._at = end
        return page

    def _ready(self, end: int, model: ModelKey, blind: bool) -> FolderPage | None:
        """The page, if the rows of all its studies are there, which is nearly always."""
        with self._transaction() as db:
            rows = self._rows(db, end, model, blind)
            return self._page(db, rows, model, []) if len(rows.studies) == end - self._at else None

    def _work_out(self, end: int, model: ModelKey) -> tuple[int, bool]:
        """See to it that there are rows of as many of the studies up to ``end`` as can be had soon: where those end,
        and whether they could be kept. A list can be read on a full disk too."""
        with self._transaction() as db:
            there = list_rows.numbers_between(db, *self._limits(end), model)
        missing = np.setdiff1d(self._studies[self._at : end], there)[:_WORKED_OUT]
        if not len(missing):
            return end, True
        if len(missing) == _WORKED_OUT:
            end = int(np.searchsorted(self._studies, missing[-1])) + 1
        try:
            with self._transaction() as db:
                list_rows.refresh(db, missing.tolist(), model)
        except StoreError as error:
            log.warning("what was worked out for the list is not kept: %s", error)
            return end, False
        return end, True

    def _limits(self, end: int) -> tuple[int, int]:
        return int(self._studies[self._at]), int(self._studies[end - 1])

    def _rows(self, db: sqlite3.Connection, end: int, model: ModelKey, blind: bool) -> Rows:
        rows = list_rows.rows_between(db, *self._limits(end), model, blind, self._seen)
        return rows.where(np.isin(rows.studies, self._studies[self._at : end]))

    def _page(self, db: sqlite3.Connection, rows: Rows, model: ModelKey, others: Sequence[int]) -> FolderPage:
        """A study of which the folder has all files is taken as its row says; one without a row has no files, unless
        it is among ``others``."""
        places = np.searchsorted(self._studies, rows.studies)
        is_whole = self._counts[places] == rows.files
        whole = rows.where(is_whole)
        paths, owners = self._files_of(places[is_whole], whole.files, whole.page.keys)
        partly = {
            int(self._studies[place]): self._files[self._starts[place] : self._starts[place + 1]].tolist()
            for place in (*places[~is_whole].tolist(), *np.setdiff1d(np.array(others, dtype=np.intp), places).tolist())
        }
        entries = loading.entries(db, partly, model) if partly else []
        of_path = dict(zip(os.fsdecode(b"\0".join(paths)).split("\0"), owners, strict=True)) if paths else {}
        return FolderPage(whole.page, of_path, entries, _waiting(db, whole, model))

    def _files_of(
        self, places: NDArray[np.intp], counts: NDArray[np.int64], keys: Sequence[str]
    ) -> tuple[Sequence[bytes], Sequence[str]]:
        """Paths, and the key of the study of each."""
        if len(places) and (counts == 1).all() and places[-1] - places[0] + 1 == len(places):
            start = self._starts[places[0]]
            return self._paths[start : start + len(places)], keys
        paths: list[bytes] = []
        owners: list[str] = []
        for place, key, count in zip(places.tolist(), keys, counts.tolist(), strict=True):
            paths += self._paths[self._starts[place] : self._starts[place] + count]
            owners += [key] * count
        return paths, owners


def _waiting(db: sqlite3.Connection, rows: Rows, model: ModelKey) -> list[tuple[str, Wish]]:
    """Images without a result. A result that cannot be understood is none, which the database does not know."""
    waits = rows.waiting > 0
    expected = dict(zip(rows.studies[waits].tolist(), rows.waiting[waits].tolist(), strict=True))
    if not expected:
        return []
    asked = loading.waiting(db, min(expected), max(expected), model)
    found = loading.grouped((study, (path, wish)) for study, path, wish in asked)
    odd = [study for study, count in expected.items() if len(found.get(study, ())) != count]
    for study, entry in loading.entries_of_numbers(db, odd, model).items():
        found[study] = [(image.path, image.wish) for image in entry.images if _waits(image)]
    return [each for study in expected for each in found.get(study, ())]


def _waits(image: ImageEntry) -> bool:
    return image.radiograph is not None and image.prediction is None

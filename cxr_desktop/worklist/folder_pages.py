"""The studies of a folder as a list takes them, page by page, without decoding what nobody looks at; knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.worklist import files, list_rows, loading
from cxr_desktop.worklist.list_rows import Row
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.row_page import RowPage

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
            found = loading.grouped((row.study, row) for row in files.in_folder(db, root))
        self._studies = list(found.items())
        self._at = 0

    def next(self, model: ModelKey, blind: bool) -> FolderPage | None:
        """The next studies with the results of ``model``; ``None`` after the last."""
        part = self._studies[self._at : self._at + (_PAGE if self._at else _FIRST)]
        if not part:
            return None
        with self._transaction() as db:
            rows = self._worked_out(db, part, model, blind)
            page = self._page(db, part[: len(rows)], rows, model, blind)
        self._at += len(rows)
        return page

    @staticmethod
    def _worked_out(db: sqlite3.Connection, part: list, model: ModelKey, blind: bool) -> list[Row | None]:
        """The rows of as many studies as can be had soon; ``None`` for one that has no files any more."""
        first, last = part[0][0], part[-1][0]
        found = {row[0]: row for row in list_rows.rows_between(db, first, last, model, blind)}
        missing = [study for study, _ in part if study not in found]
        if missing:
            if len(missing) > _WORKED_OUT:
                part = [each for each in part if each[0] <= missing[_WORKED_OUT - 1]]
            list_rows.refresh(db, missing[:_WORKED_OUT], model)
            last = part[-1][0]
            found = {row[0]: row for row in list_rows.rows_between(db, first, last, model, blind)}
        return [found.get(study) for study, _ in part]

    def _page(
        self, db: sqlite3.Connection, part: list, rows: list[Row | None], model: ModelKey, blind: bool
    ) -> FolderPage:
        whole: list[Row] = []
        partly: dict[int, list[int]] = {}
        paths: list[bytes] = []
        owners: list[int] = []
        for (study, here), row in zip(part, rows, strict=True):
            if row is not None and row[2] == len(here):
                owners += [len(whole)] * len(here)
                whole.append(row)
                paths += [file.path for file in here]
            elif row is not None:
                partly[study] = [file.number for file in here]
        page = list_rows.page_of(whole, blind, self._seen)
        keys = page.keys
        entries = loading.entries(db, partly, model) if partly else []
        of_path = {os.fsdecode(path): keys[owner] for path, owner in zip(paths, owners, strict=True)}
        return FolderPage(page, of_path, entries, _waiting(db, whole, model))


def _waiting(db: sqlite3.Connection, rows: list[Row], model: ModelKey) -> list[tuple[str, Wish]]:
    """Images without a result. A result that cannot be understood is none, which the database does not know."""
    expected = {row[0]: row[3] for row in rows if row[3]}
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

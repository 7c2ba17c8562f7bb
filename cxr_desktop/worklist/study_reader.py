"""Whole studies for whoever looks at them while another thread has the store; reads only, knows no Qt."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist import loading
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.schema import as_store_error

_BUSY_WAIT_S = 0.2


class StudyReader:
    """May be used from any thread: every look has a connection of its own, and a journal that is written ahead never
    makes a reader wait for a writer. ``model`` says whose results count."""

    def __init__(self, path: Path, model: ModelKey) -> None:
        self._path = path
        self.model = model

    def load(self, keys: Sequence[str]) -> dict[str, WorklistEntry]:
        """Studies with all their files that are not missing; unknown keys are left out. Raises ``StoreError``."""
        try:
            where = self._path.absolute().as_uri() + "?mode=ro"
            with closing(sqlite3.connect(where, uri=True, timeout=_BUSY_WAIT_S)) as db:
                return loading.entries_of(db, keys, self.model)
        except sqlite3.Error as error:
            raise as_store_error(error) from error

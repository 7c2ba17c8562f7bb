"""One copy of the database a day, kept for a week; knows no table."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

log = logging.getLogger(__name__)

KEPT_DAYS = 7
NOT_KEPT = "Today's copy of the worklist could not be written; the worklist itself is safe."
_PAGES_AT_ONCE = 4096


def folder_of(database: Path) -> Path:
    """Where the copies of a database lie."""
    return database.with_name("backups")


def today() -> str:
    """The day in UTC, as it stands in the name of a copy."""
    return datetime.now(UTC).strftime("%Y-%m-%d")


def keep(connection: sqlite3.Connection, database: Path, day: str) -> bool:
    """Copy what is committed, unless this day has its copy; drop all but the newest seven. False where it failed.

    A copy is whole or not there, and readable by its owner alone. A failure is no reason to keep the reader waiting.
    """
    target = folder_of(database) / f"{database.stem}-{day}{database.suffix}"
    partial = target.with_name(target.name + ".part")
    if target.exists():
        return True
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in target.parent.glob(f"{database.stem}-*{database.suffix}.part*"):
            left.unlink()  # by a program that was killed, maybe on another day; with its journal
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            connection.backup(copy, pages=_PAGES_AT_ONCE)
            # One file, that can be carried away as it is.
            copy.execute("PRAGMA journal_mode = DELETE")
        with open(partial, "rb") as stream:
            os.fsync(stream.fileno())
        os.replace(partial, target)
        for old in copies(database)[KEPT_DAYS:]:
            old.unlink()
    except (OSError, sqlite3.Error) as error:
        log.warning("the daily copy of the worklist failed: %s", type(error).__name__)
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        return False
    return True


def copies(database: Path) -> list[Path]:
    """The copies of a database, the newest first."""
    name = re.compile(re.escape(database.stem) + r"-\d{4}-\d{2}-\d{2}" + re.escape(database.suffix))
    try:
        found = [path for path in folder_of(database).iterdir() if name.fullmatch(path.name) and path.is_file()]
    except OSError:
        return []  # no copy was made yet
    return sorted(found, key=lambda path: path.name, reverse=True)


def day_of(copy: Path) -> str:
    """The day of a copy: YYYY-MM-DD."""
    return copy.stem[-10:]

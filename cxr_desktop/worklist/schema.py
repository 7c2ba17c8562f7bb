"""The database file: checked, set aside where damaged, brought to the newest schema; one window has it at a time."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.worklist import backups
from cxr_desktop.worklist.lock import InstanceLock
from cxr_desktop.worklist.migrations import MIGRATIONS
from cxr_desktop.worklist.newer_database import READ_ONLY, NewerDatabaseError, open_newer

log = logging.getLogger(__name__)

APPLICATION_ID = 0x63787257
""""cxrW": what ``file`` and we look at before we believe that a database is ours."""

_BUSY_WAIT_S = 5.0
_PARTS = ("", "-wal", "-shm", "-journal")


class _DamagedError(Exception):
    """The file is not a healthy database of ours."""


class Database(NamedTuple):
    """The one connection, the lock that goes with it, and plain sentences that the reader must see."""

    connection: sqlite3.Connection
    lock: InstanceLock
    notices: tuple[str, ...]
    day: str
    """Of the newest daily copy that was made or need not be."""
    read_only: bool = False
    """A newer version wrote it; the connection refuses to write."""

    def close(self) -> None:
        """Merge the journal and let another window in."""
        self.connection.close()
        self.lock.release()


def open_database(path: Path, migrations: Sequence[str] = MIGRATIONS) -> Database:
    """A damaged file is renamed, never overwritten, and its newest sound copy opened; each day has its copy.

    One that a newer program wrote is opened for reading alone. Raises ``StoreError`` where the file is in use, cannot
    be written, or is so much newer that it cannot be understood.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = InstanceLock(path.with_name(path.name + ".lock"))
        try:
            return _opened(path, migrations, lock)
        except BaseException:
            lock.release()
            raise
    except (OSError, sqlite3.Error) as error:
        raise as_store_error(error) from error


def _opened(path: Path, migrations: Sequence[str], lock: InstanceLock) -> Database:
    day = backups.today()
    try:
        connection, notices = _open_or_begin(path, migrations, day)
    except NewerDatabaseError:
        return Database(open_newer(path, migrations), lock, (READ_ONLY,), day, read_only=True)
    return Database(connection, lock, notices, day)


def _open_or_begin(path: Path, migrations: Sequence[str], day: str) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    try:
        return _open(path, migrations, day)
    except _DamagedError as error:
        log.warning("the database is damaged and is set aside: %s", error)
        _set_aside(path)
    for copy in backups.copies(path):
        restored = _restore(copy, path, migrations)
        if restored is not None:
            notice = (
                f"The saved worklist was damaged and is set aside. The copy of {backups.day_of(copy)} was opened in "
                "its place: what was marked since then is missing, and newer images are scored again."
            )
            return restored, (notice,)
    notice = "The saved worklist was damaged. It was set aside, a new one was begun, and images are scored again."
    connection, _ = _open(path, migrations, "")
    return connection, (notice,)


def _restore(copy: Path, path: Path, migrations: Sequence[str]) -> sqlite3.Connection | None:
    """The database as a copy of it, ``None`` where the copy is not sound either. The copy stays as it is."""
    partial = path.with_name(path.name + ".restored")
    try:
        _create(partial)
        shutil.copyfile(copy, partial)
        os.replace(partial, path)
        return _open(path, migrations, "")[0]
    except (_DamagedError, StoreError, OSError, sqlite3.Error) as error:
        log.warning("a copy of the database cannot be used: %s", type(error).__name__)
        for left in (partial, *(path.with_name(path.name + suffix) for suffix in _PARTS)):
            left.unlink(missing_ok=True)
        return None


def as_store_error(error: Exception) -> StoreError:
    """One plain sentence for what SQLite or the file system said."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError("The worklist cannot be saved: another program is using its file.")
    # The journal's shared memory is a file too, and the first thing for which a full disk has no room.
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")) or getattr(error, "errno", None) == errno.ENOSPC:
        return StoreError("The worklist cannot be saved: the disk is full.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreError("The saved worklist is damaged. Start the program again: it will be set aside.")
    return StoreError("The worklist cannot be saved: its file cannot be written.")


def _open(path: Path, migrations: Sequence[str], day: str) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """The connection, and what the reader must know of the copy of ``day`` ("" for none)."""
    notices: tuple[str, ...] = ()
    is_new = _create(path)
    if not is_new and path.stat().st_size == 0:
        # SQLite would open it as an empty database: a lost worklist that looks like a new one.
        raise _DamagedError("the file is empty")
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_WAIT_S)
    try:
        if is_new:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        else:
            _examine(connection, len(migrations))
            # Before the schema changes, so that a mistake of ours can be undone too.
            if day and not backups.keep(connection, path, day):
                notices = (backups.NOT_KEPT,)
        _prepare(connection, migrations)
    except sqlite3.DatabaseError as error:
        connection.close()
        if (error.sqlite_errorname or "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise _DamagedError(str(error)) from error
        raise
    except (_DamagedError, StoreError):
        connection.close()
        raise
    return connection, notices


def _create(path: Path) -> bool:
    """Make the file readable by its owner alone, before SQLite can make it otherwise; its journals follow it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return True
    except FileExistsError:
        os.chmod(path, 0o600)
        return False


def _examine(connection: sqlite3.Connection, newest: int) -> None:
    application = _pragma(connection, "application_id")
    if application != APPLICATION_ID:
        raise _DamagedError(f"application id {application}")
    if _pragma(connection, "user_version") > newest:
        raise NewerDatabaseError
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise _DamagedError("quick_check failed")


def _prepare(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # WAL with NORMAL already survives the death of the process: what was committed is with the system. FULL also
    # survives a power cut, and costs one fsync per batch on a thread that nobody waits for. A score could be
    # computed again; that a radiologist marked a study as read could not.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _pragma(connection, "user_version")
        for number in range(version, len(migrations)):
            for statement in _statements(migrations[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """``executescript`` would commit first, and the migration must be one transaction."""
    found, current = [], ""
    for line in script.splitlines():
        current += line + "\n"
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _set_aside(path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, number = path.with_name(f"{path.name}.damaged-{stamp}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    for suffix in _PARTS:
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.rename(part, aside.with_name(aside.name + suffix))

"""A database that a newer version of the program wrote: read as far as it has our tables, never written to."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from cxr_desktop.domain.errors import StoreError

log = logging.getLogger(__name__)

READ_ONLY = (
    "A newer version of this program wrote the saved worklist. It is open for reading only: nothing is scored, marked "
    "or saved here. Use the newer version to go on."
)
NOT_UNDERSTOOD = "The saved worklist was written by a newer version of this program. Use that version."

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


class NewerDatabaseError(StoreError):
    """The schema's version is above ours. Says what to do where the file cannot even be read."""

    def __init__(self) -> None:
        super().__init__(NOT_UNDERSTOOD)


def open_newer(path: Path, migrations: Sequence[str]) -> sqlite3.Connection:
    """A connection that can only read. Raises ``NewerDatabaseError`` where tables or columns that we read are gone."""
    connection = _connect(path)
    try:
        connection.execute("PRAGMA query_only = ON")
        if not _has(connection, _expected(migrations)):
            raise NewerDatabaseError
    except BaseException:
        connection.close()
        raise
    log.warning("the database is of a newer version and is opened for reading only")
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}"
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if _size(path.with_name(path.name + "-wal")):
            raise
        # The folder cannot be written, not even for the shared memory that a journal needs; nobody else has it open.
        return sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    return connection


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _expected(migrations: Sequence[str]) -> dict[str, set[str]]:
    """Our own tables and their columns, as a new database would have them."""
    with contextlib.closing(sqlite3.connect(":memory:")) as fresh:
        for script in migrations:
            fresh.executescript(script)
        return dict(_columns(fresh))


def _has(connection: sqlite3.Connection, expected: dict[str, set[str]]) -> bool:
    found = dict(_columns(connection))
    return all(columns <= found.get(table, set()) for table, columns in expected.items())


def _columns(connection: sqlite3.Connection) -> Iterator[tuple[str, set[str]]]:
    for (table,) in connection.execute(_TABLES).fetchall():
        yield table, {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


@contextlib.contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction of a connection that can only read. An attempt to write raises ``StoreError`` with the reason."""
    try:
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorname or "").startswith("SQLITE_READONLY"):
            raise StoreError(READ_ONLY) from error
        raise

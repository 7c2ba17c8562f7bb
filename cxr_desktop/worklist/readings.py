"""What readers did with studies, in the table of studies; knows no Qt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.stored_rows import key_bytes


def waits_until_ranked(db: sqlite3.Connection) -> list[float]:
    """Seconds from arrival to the first result of each study that has one."""
    rows = db.execute("SELECT ranked_at - added_at FROM studies WHERE ranked_at >= added_at").fetchall()
    return [float(row[0]) for row in rows]


def put(db: sqlite3.Connection, entries: Iterable[WorklistEntry]) -> None:
    """Keep state, reader, urgency and whether scores were seen; inside the caller's transaction."""
    db.executemany(
        "UPDATE studies SET read_state = ?, read_at = ?, read_by = ?, urgency = ?, scores_seen = ? WHERE key = ?",
        [
            (e.read_state.value, e.read_at, e.read_by, e.set_urgency, int(e.scores_seen), key_bytes(e.key))
            for e in entries
        ],
    )

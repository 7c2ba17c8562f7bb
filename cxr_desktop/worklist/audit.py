"""The log of what readers did to the scoring of images: rows are only ever added; knows no Qt."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.worklist.stored_rows import key_bytes, key_text


def add(db: sqlite3.Connection, deeds: Iterable[Deed]) -> None:
    """Note what was done; inside the caller's transaction."""
    db.executemany(
        "INSERT INTO audit (at, study, content_hash, action, details) SELECT ?, id, ?, ?, ? FROM studies WHERE key = ?",
        [
            (d.at, d.content_hash, d.action.value, json.dumps(d.details, separators=(",", ":")), key_bytes(d.study))
            for d in deeds
        ],
    )


def read(db: sqlite3.Connection) -> list[Deed]:
    """All of it, oldest first."""
    rows = db.execute(
        "SELECT a.at, s.key, a.content_hash, a.action, a.details FROM audit a JOIN studies s ON s.id = a.study "
        "ORDER BY a.id"
    )
    return [Deed(at, key_text(key), content, Action(action), json.loads(d)) for at, key, content, action, d in rows]

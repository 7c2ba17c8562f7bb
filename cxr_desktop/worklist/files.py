"""Files in the database: which bytes were met where, with their headers; begins no transaction, knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.worklist.loading import chunks
from cxr_desktop.worklist.records import header_to_json, prediction_to_json
from cxr_desktop.worklist.stored_rows import key_bytes, stamp, stored_header, stored_result

_SETTLED = """header IS NOT NULL
    AND (instr(header, '"requested_priority":"') > 0 OR instr(header, '"source":"dicom"') = 0)"""
"""A header of a DICOM file that was read by a program that did not ask for the priority of the request is read again.
``records.header_to_json`` writes no spaces, and a quotation mark inside a text has a backslash before it."""


def in_folder(db: sqlite3.Connection, root: str) -> list[tuple[int, int, bytes]]:
    """(study, file, path) of what is not missing at ``root`` (a file) or below it (a folder), study after study in
    order of arrival."""
    return db.execute(
        "SELECT study, id, path FROM files WHERE NOT missing AND (path = ? OR (path >= ? AND path < ?)) "
        "ORDER BY study, id",
        (os.fsencode(root), *_range_below(root)),
    ).fetchall()


def _range_below(root: str) -> tuple[bytes, bytes]:
    """First and last + 1 of the names under a folder, in the order of bytes."""
    separator = os.fsencode(os.sep)
    start = os.fsencode(root).rstrip(separator) + separator
    return start, start[:-1] + bytes([start[-1] + 1])


def known_headers(db: sqlite3.Connection, identities: Iterable[FileIdentity]) -> dict[str, Radiograph | Prediction]:
    """By path, for files that are unchanged since: their header, or the problem that stood in its place."""
    found: dict[str, Radiograph | Prediction] = {}
    for chunk in chunks(list(identities)):
        rows = db.execute(
            f"SELECT path, identity, header, problem FROM files WHERE path IN ({','.join('?' * len(chunk))})",
            [os.fsencode(identity.path) for identity in chunk],
        )
        stored = {row[0]: row for row in rows}
        for identity in chunk:
            row = stored.get(os.fsencode(identity.path))
            if row is None or row[1] != stamp(identity):
                continue
            known = stored_header(identity.path, row[2]) or stored_result(identity.path, row[3])
            if known is not None:
                found[identity.path] = known
    return found


def settled(db: sqlite3.Connection, identities: Iterable[FileIdentity]) -> set[str]:
    """Paths of files that are unchanged since, and whose header need not be read again."""
    found: set[str] = set()
    for chunk in chunks(list(identities)):
        rows = db.execute(
            f"SELECT path, identity FROM files WHERE path IN ({','.join('?' * len(chunk))}) AND {_SETTLED}",
            [os.fsencode(identity.path) for identity in chunk],
        )
        stored = dict(rows.fetchall())
        found.update(i.path for i in chunk if stored.get(os.fsencode(i.path)) == stamp(i))
    return found


def failed_paths(db: sqlite3.Connection) -> list[str]:
    """Files with a result about which nobody could say what they hold."""
    rows = db.execute("SELECT DISTINCT f.path FROM failures x JOIN files f ON f.id = x.file")
    return [os.fsdecode(row[0]) for row in rows]


def study_number(db: sqlite3.Connection, key: str, now: float) -> int:
    """Of a study that is there from now on."""
    name = key_bytes(key)
    db.execute("INSERT OR IGNORE INTO studies (key, added_at) VALUES (?, ?)", (name, now))
    return int(db.execute("SELECT id FROM studies WHERE key = ?", (name,)).fetchone()[0])


def put(db: sqlite3.Connection, image: ImageEntry, study: int, now: float) -> bool:
    """Note a file; returns whether it was known and is unchanged. See ``Store.add``."""
    name, written = os.fsencode(image.path), stamp(image.identity)
    header = header_to_json(image.radiograph) if image.radiograph else None
    problem = prediction_to_json(image.prediction).document if image.prediction and not image.radiograph else None
    old = db.execute("SELECT id, identity FROM files WHERE path = ?", (name,)).fetchone()
    if old is None:
        db.execute(
            "INSERT INTO files (path, identity, study, header, problem, added_at) VALUES (?, ?, ?, ?, ?, ?)",
            (name, written, study, header, problem, now),
        )
        db.execute(
            "UPDATE studies SET read_state = 'unread', read_at = NULL, read_by = '' "
            "WHERE id = ? AND read_state = 'read'",
            (study,),
        )
        return False
    unchanged = bool(old[1] == written)
    if not unchanged:
        db.execute("DELETE FROM failures WHERE file = ?", (old[0],))
        db.execute(
            "UPDATE files SET content_hash = NULL, override = 0, quarter_turns = 0, inverted = 0 WHERE id = ?",
            (old[0],),
        )
    db.execute(
        "UPDATE files SET identity = ?, study = ?, header = ?, problem = ?, missing = 0 WHERE id = ?",
        (written, study, header, problem, old[0]),
    )
    return unchanged

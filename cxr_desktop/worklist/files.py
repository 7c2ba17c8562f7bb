"""Files in the database: which bytes were met where, with their headers; begins no transaction, knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph, Source
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.worklist.loading import chunks
from cxr_desktop.worklist.records import header_to_json, prediction_to_json
from cxr_desktop.worklist.stored_rows import stamp, stored_header, stored_result

_MARKS_AT_ONCE = 50_000
_AS_MET = "FROM files INDEXED BY files_as_met WHERE missing = 0 AND settled = 1 AND path >= ? AND path < ?"


class FilesHere(NamedTuple):
    """Files, study after study in order of arrival: the number of each one's study, its own, and its path."""

    studies: NDArray[np.int64]
    numbers: NDArray[np.int64]
    paths: list[bytes]


def in_folder(db: sqlite3.Connection, root: str) -> FilesHere:
    """What is not missing at ``root`` (a file) or below it (a folder).

    SQLite puts the columns together: 100,000 files are one answer, for which the interpreter is left to others.
    """
    found = db.execute(
        "SELECT CAST(group_concat(study, ' ') AS BLOB), CAST(group_concat(id, ' ') AS BLOB), "
        "CAST(group_concat(path, x'00') AS BLOB) FROM files "
        "WHERE NOT missing AND (path = ? OR (path >= ? AND path < ?))",
        (os.fsencode(root), *_range_below(root)),
    ).fetchone()
    if found[0] is None:
        return FilesHere(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), [])
    studies, numbers = (np.fromstring(text, dtype=np.int64, sep=" ") for text in found[:2])
    paths = found[2].split(b"\0")
    order = np.lexsort((numbers, studies))
    return FilesHere(studies[order], numbers[order], [paths[place] for place in order.tolist()])


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


def marks_below(db: sqlite3.Connection, root: str) -> set[str]:
    """``scan.mark_of`` every file at ``root`` (a file) or below it (a folder) that is not missing, and whose header
    need not be read again as long as the file is unchanged.

    SQLite puts the texts together: 50,000 files are one answer, for which the interpreter is left to others.
    """
    found: set[str] = set()
    name, (after, end) = os.fsencode(root), _range_below(root)
    for first, last in ((name, name + b"\0"), (after, end)):
        more: tuple[bytes] | None = (first,)
        while more is not None:
            start = more[0]
            more = db.execute(
                f"SELECT path {_AS_MET} ORDER BY path LIMIT 1 OFFSET ?", (start, last, _MARKS_AT_ONCE)
            ).fetchone()
            stop = last if more is None else more[0]
            marks = db.execute(
                f"SELECT CAST(group_concat(path || x'00' || identity, x'0000') AS BLOB) {_AS_MET}", (start, stop)
            ).fetchone()[0]
            if marks:
                found.update(os.fsdecode(marks).split("\0\0"))
    return found


def settled(db: sqlite3.Connection, identities: Iterable[FileIdentity]) -> set[str]:
    """Paths of files that are unchanged since, and whose header need not be read again."""
    found: set[str] = set()
    for chunk in chunks(list(identities)):
        rows = db.execute(
            f"SELECT path, identity FROM files WHERE path IN ({','.join('?' * len(chunk))}) AND settled",
            [os.fsencode(identity.path) for identity in chunk],
        )
        stored = dict(rows.fetchall())
        found.update(i.path for i in chunk if stored.get(os.fsencode(i.path)) == stamp(i))
    return found


def header_is_settled(header: Radiograph | None) -> bool:
    """There is one, and it was read by a program that asked for the priority of the request."""
    return header is not None and (header.source is not Source.DICOM or header.requested_priority is not None)


def failed_paths(db: sqlite3.Connection) -> list[str]:
    """Files with a result about which nobody could say what they hold."""
    rows = db.execute("SELECT DISTINCT f.path FROM failures x JOIN files f ON f.id = x.file")
    return [os.fsdecode(row[0]) for row in rows]


def header_values(image: ImageEntry) -> tuple[str | None, str | None, bool]:
    """(header, problem, settled) as they are written."""
    header = header_to_json(image.radiograph) if image.radiograph else None
    problem = prediction_to_json(image.prediction).document if image.prediction and not image.radiograph else None
    return header, problem, header_is_settled(image.radiograph)


def put_again(db: sqlite3.Connection, image: ImageEntry, study: int, number: int, identity: str) -> bool:
    """Note a file that has this number, and was as ``identity`` says; returns whether it is unchanged. See
    ``Store.add``."""
    written = stamp(image.identity)
    unchanged = identity == written
    if not unchanged:
        db.execute("DELETE FROM failures WHERE file = ?", (number,))
        db.execute(
            "UPDATE files SET content_hash = NULL, override = 0, quarter_turns = 0, inverted = 0 WHERE id = ?",
            (number,),
        )
    db.execute(
        "UPDATE files SET identity = ?, study = ?, header = ?, problem = ?, settled = ?, missing = 0 WHERE id = ?",
        (written, study, *header_values(image), number),
    )
    return unchanged

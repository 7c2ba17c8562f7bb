"""Files that a scan has read into the database, a batch in few statements; begins no transaction, knows no Qt.

One statement for each kind of row: as many calls as files would take longer than all that SQLite does.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from cxr_desktop.domain.worklist import ImageEntry, ReadState, WorklistEntry
from cxr_desktop.worklist import files
from cxr_desktop.worklist.loading import chunks, grouped, with_record
from cxr_desktop.worklist.stored_rows import StudyRecord, key_bytes, stamp


class Arrived(NamedTuple):
    """``known`` are the paths that were here before, unchanged. ``fresh`` are whole studies by number of which nothing
    was here before: as they would be loaded."""

    known: list[str]
    fresh: dict[int, WorklistEntry]


def take_in(db: sqlite3.Connection, images: Sequence[ImageEntry], keys: Sequence[str], now: float) -> Arrived:
    """Note files and the studies of these keys; see ``Store.add``. A path may come more than once: the last counts."""
    names = [os.fsencode(image.path) for image in images]
    if len(set(names)) < len(names):
        parts = [take_in(db, [image], [key], now) for image, key in zip(images, keys, strict=True)]
        return Arrived([path for part in parts for path in part.known], {})
    here = _files_here(db, names)
    last = db.execute("SELECT coalesce(max(id), 0) FROM studies").fetchone()[0]
    studies = _studies(db, keys, now)
    known: list[str] = []
    rows: list[tuple[object, ...]] = []
    reopened: set[int] = set()
    news: list[tuple[int, ImageEntry]] = []
    for image, name, key in zip(images, names, keys, strict=True):
        study = studies[key]
        if (old := here.get(name)) is not None:
            if files.put_again(db, image, study, *old):
                known.append(image.path)
            continue
        rows.append((name, stamp(image.identity), study, *files.header_values(image), now))
        if study > last:
            news.append((study, image))
        else:
            reopened.add(study)
    db.executemany(
        "INSERT INTO files (path, identity, study, header, problem, settled, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    db.executemany(
        "UPDATE studies SET read_state = 'unread', read_at = NULL, read_by = '' WHERE id = ? AND read_state = 'read'",
        [(study,) for study in sorted(reopened)],
    )
    moved = {studies[key] for name, key in zip(names, keys, strict=True) if name in here}
    return Arrived(known, {number: e for number, e in _entries(news, studies, now).items() if number not in moved})


def _files_here(db: sqlite3.Connection, names: Sequence[bytes]) -> dict[bytes, tuple[int, str]]:
    """(number, identity) of those that are known."""
    found: dict[bytes, tuple[int, str]] = {}
    for chunk in chunks(list(names)):
        rows = db.execute(f"SELECT path, id, identity FROM files WHERE path IN ({','.join('?' * len(chunk))})", chunk)
        found.update((path, (number, identity)) for path, number, identity in rows)
    return found


def _studies(db: sqlite3.Connection, keys: Sequence[str], now: float) -> dict[str, int]:
    """The numbers of studies that are there from now on."""
    names = {key_bytes(key): key for key in keys}
    db.executemany("INSERT OR IGNORE INTO studies (key, added_at) VALUES (?, ?)", [(name, now) for name in names])
    found: dict[str, int] = {}
    for chunk in chunks(list(names)):
        rows = db.execute(f"SELECT key, id FROM studies WHERE key IN ({','.join('?' * len(chunk))})", chunk)
        found.update((names[name], number) for name, number in rows)
    return found


def _entries(news: Sequence[tuple[int, ImageEntry]], studies: dict[str, int], now: float) -> dict[int, WorklistEntry]:
    keys = {number: key for key, number in studies.items()}
    made: dict[int, WorklistEntry] = {}
    for number, images in grouped(news).items():
        entry = WorklistEntry(keys[number], (images[0],))
        if len(images) > 1:
            entry = entry.with_images(images[1:])
        made[number] = with_record(entry, StudyRecord(entry.key, number, now, ReadState.UNREAD, None))
    return made

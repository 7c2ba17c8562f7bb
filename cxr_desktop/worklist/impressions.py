"""The reader's impressions in the database: rows are only ever added, the newest of a study counts; knows no Qt."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable
from typing import Any

from cxr_desktop.domain.impression import Impression, LabelledImage
from cxr_desktop.domain.prediction import GateClass, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.worklist.stored_rows import findings_text, key_bytes, key_text, stored_header, stored_impression

FIELDS = "i.at, i.findings, i.note, i.verdict, i.tags, i.reader, i.blind, i.recorded"
"""What ``stored_impression`` is given, of a row ``impressions i``."""

LATEST = "(SELECT max(id) FROM impressions WHERE study = s.id)"
"""The row that counts, in a query over ``studies s``."""
_NEWEST = "i.id = (SELECT max(id) FROM impressions WHERE study = i.study)"
"""The same in a query over ``impressions i``: few studies of a large list have one."""

_SALT = "patients of impressions"
_FRONTAL_VIEWS = {"PA", "AP", "FRONTAL"}
_LATERAL_VIEWS = {"LL", "RL", "LAT", "LATERAL"}


def add(db: sqlite3.Connection, impressions: Iterable[Impression]) -> None:
    """Note what was said; inside the caller's transaction."""
    db.executemany(
        "INSERT INTO impressions (study, at, findings, note, verdict, tags, reader, blind, recorded) "
        "SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM studies WHERE key = ?",
        [
            (
                i.at,
                findings_text(i),
                i.note,
                i.verdict,
                json.dumps(i.tags),
                i.reader,
                int(i.blind),
                int(i.recorded),
                key_bytes(i.key),
            )
            for i in impressions
        ],
    )


def count_labels(db: sqlite3.Connection) -> int:
    """How many studies have an impression that a model may learn from."""
    rows = db.execute(f"SELECT {FIELDS} FROM impressions i WHERE {_NEWEST}")
    found = (stored_impression("", row) for row in rows)
    return sum(impression is not None and impression.training_label is not None for impression in found)


def labelled_images(db: sqlite3.Connection) -> list[LabelledImage]:
    """Frontal images of studies with one clear class, that some model has scored, of all folders ever opened.

    An image that the reader had turned or inverted before scoring is left out: training reads the file as it lies.
    """
    rows = db.execute(
        f"""
        SELECT s.key, f.path, f.header, r.document, {FIELDS}
        FROM impressions i
        JOIN studies s ON s.id = i.study
        JOIN files f ON f.study = s.id AND NOT f.missing AND f.quarter_turns = 0 AND f.inverted = 0
        JOIN results r ON r.id = (
            SELECT max(id) FROM results WHERE content_hash = f.content_hash AND quarter_turns = 0
            AND inverted = 0 AND override = f.override)
        WHERE {_NEWEST}
        ORDER BY s.id, f.id
        """
    ).fetchall()
    salt = _salt(db) if rows else b""
    found = []
    for key, name, header_text, document, *said in rows:
        impression = stored_impression(key_text(key), said)
        label = impression.training_label if impression is not None else None
        path = os.fsdecode(name)
        header = stored_header(path, header_text)
        if label is not None and header is not None and _is_scored_and_frontal(header, json.loads(document)):
            patient = header.patient_id.encode("utf-8", "surrogatepass") or key
            found.append(LabelledImage(path, label, hashlib.sha256(salt + patient).hexdigest(), header.view_position))
    return found


def _is_scored_and_frontal(header: Radiograph, result: dict[str, Any]) -> bool:
    """The header's view counts, else the gate's; a score against the gate's advice is the reader's own word."""
    view = header.view_position.strip().upper()
    if result["status"] != Status.SCORED or view in _LATERAL_VIEWS:
        return False
    gate = result["gate"]
    return view in _FRONTAL_VIEWS or gate is None or gate["gate_class"] != GateClass.LATERAL_CHEST


def _salt(db: sqlite3.Connection) -> bytes:
    """Random, made once per database: pseudonyms of two databases cannot be matched, nor looked up from IDs."""
    db.execute("INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)", (_SALT, secrets.token_bytes(32)))
    return bytes(db.execute("SELECT value FROM secrets WHERE name = ?", (_SALT,)).fetchone()[0])

"""Results into the database, by what decides their numbers; knows no Qt."""

from __future__ import annotations

import os
import sqlite3

from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.worklist import wish_of
from cxr_desktop.worklist.records import prediction_to_json


def put(db: sqlite3.Connection, prediction: Prediction, now: float | None = None) -> None:
    """Keep one, in place of an older one of equal key; inside the caller's transaction. ``now`` is UTC in seconds.

    A result is kept by what the file holds. Where nobody could hash the file it is a failure, kept with the file.
    """
    stored = prediction_to_json(prediction)
    by = prediction.scored_by
    digest, version = (by.model_digest, by.preprocess_version) if by else ("", 0)
    wish = wish_of(prediction)
    wishes = (wish.quarter_turns, int(wish.inverted), int(wish.override))
    name = os.fsencode(prediction.path)
    if prediction.content_hash:
        db.execute(
            "INSERT OR REPLACE INTO results (content_hash, scored_by, quarter_turns, inverted, override, "
            "model_digest, preprocess_version, document, maps, lungs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (prediction.content_hash, by.key if by else "", *wishes, digest, version, *stored),
        )
        db.execute("UPDATE files SET content_hash = ? WHERE path = ?", (prediction.content_hash, name))
    db.execute(
        "DELETE FROM failures WHERE file = (SELECT id FROM files WHERE path = ?) AND model_digest IN (?, '') "
        "AND quarter_turns = ? AND inverted = ? AND override = ?",
        (name, digest, *wishes),
    )
    if not prediction.content_hash:
        db.execute(
            "INSERT INTO failures (file, model_digest, quarter_turns, inverted, override, document) "
            "SELECT id, ?, ?, ?, ?, ? FROM files WHERE path = ?",
            (digest, *wishes, stored.document, name),
        )
    if now is not None:
        db.execute(
            "UPDATE studies SET ranked_at = ? WHERE ranked_at IS NULL "
            "AND id = (SELECT study FROM files WHERE path = ?)",
            (now, name),
        )

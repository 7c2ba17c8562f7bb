"""Rows of the database as headers, results and images, and identities as they are written; runs no SQL."""

from __future__ import annotations

import json
import logging
import os
from typing import NamedTuple

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Finding, Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.worklist import ImageEntry, ReadState
from cxr_desktop.worklist.records import StoredResult, header_from_json, prediction_from_json

log = logging.getLogger(__name__)


class StudyRecord(NamedTuple):
    """What the store adds to a study."""

    key: str
    order: int
    added_at: float
    read_state: ReadState
    read_at: float | None
    impression: Impression | None = None


def study_of_row(row: tuple) -> StudyRecord:
    """(id, key, arrival, reading state, when it was read, the newest impression's time, findings and note)"""
    number, name, added_at, state, read_at, *said = row
    key = key_text(name)
    return StudyRecord(key, number, added_at, ReadState(state), read_at, stored_impression(key, *said))


def stored_impression(key: str, at: str | None, findings: str | None, note: str | None) -> Impression | None:
    """``None`` where nothing was said, it was taken back, or what there is cannot be understood."""
    try:
        names = tuple(Finding(name) for name in json.loads(findings or "[]"))
    except (ValueError, TypeError):
        log.warning("a stored impression could not be understood")
        return None
    return Impression(key, names, at, note or "") if at is not None and names else None


def image_of_row(row: tuple) -> ImageEntry:
    """(id, path, identity, header, problem, override, quarter turns, inverted, result, its maps, its lungs, failure)"""
    name, written, header_text, problem_text, override, quarter_turns, inverted, *result, failure = row[1:]
    path = os.fsdecode(name)
    size, mtime_ns, inode = map(int, written.split())
    header = stored_header(path, header_text)
    problem = None if header else stored_result(path, problem_text)
    prediction = problem or stored_result(path, *result) or stored_result(path, failure)
    return ImageEntry(
        FileIdentity(path, size, mtime_ns, inode),
        header,
        prediction,
        override=bool(override),
        quarter_turns=quarter_turns,
        inverted=bool(inverted),
    )


def stamp(identity: FileIdentity) -> str:
    """How an identity is written: equal text, unchanged file."""
    return f"{identity.size} {identity.mtime_ns} {identity.inode}"


def stored_header(path: str, text: str | None) -> Radiograph | None:
    """``None`` where there is none, or what there is cannot be understood."""
    try:
        return header_from_json(path, text) if text else None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        log.warning("a stored header could not be understood and is read again")
        return None


def stored_result(
    path: str, text: str | None, maps: bytes | None = None, lungs: bytes | None = None
) -> Prediction | None:
    """``None`` where there is none, or what there is cannot be understood."""
    try:
        return prediction_from_json(path, StoredResult(text, maps or b"", lungs)) if text else None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        log.warning("a stored result could not be understood and is computed again")
        return None


def key_bytes(key: str) -> bytes:
    """Study keys may hold paths, and paths may hold bytes that are no text."""
    return key.encode("utf-8", "surrogatepass")


def key_text(key: bytes) -> str:
    """The way back."""
    return key.decode("utf-8", "surrogatepass")

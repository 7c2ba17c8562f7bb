"""Rows of the database as headers, results and images, and identities as they are written; runs no SQL."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from typing import NamedTuple

from cxr_desktop.domain.agreement import ordered
from cxr_desktop.domain.impression import ClassVerdicts, Impression, Verdict
from cxr_desktop.domain.prediction import Finding, Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, WorklistEntry
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
    read_by: str = ""
    urgency: Urgency | None = None
    scores_seen: bool = False


def record_of(entry: WorklistEntry) -> StudyRecord:
    """The way back from ``loading.with_record``."""
    return StudyRecord(
        entry.key,
        entry.order,
        entry.added_at,
        entry.read_state,
        entry.read_at,
        entry.impression,
        entry.read_by,
        entry.set_urgency,
        entry.scores_seen,
    )


def study_of_row(row: tuple) -> StudyRecord:
    """(id, key, arrival, reading state, when and by whom it was read, the reader's urgency, whether its scores were
    seen, and of the newest impression what ``stored_impression`` is given)"""
    number, name, added_at, state, read_at, read_by, urgency, scores_seen, *said = row
    key = key_text(name)
    return StudyRecord(
        key,
        number,
        added_at,
        ReadState(state),
        read_at,
        stored_impression(key, said),
        read_by,
        Urgency(urgency) if urgency else None,
        bool(scores_seen),
    )


def stored_impression(key: str, row: Sequence) -> Impression | None:
    """``row`` is ``impressions.FIELDS``. ``None`` where nothing was said, it was taken back, or what there is cannot be
    understood."""
    at, findings, note, verdict, tags, reader, blind, recorded = row
    if at is None:
        return None
    try:
        names, verdicts = _findings_of(findings)
        words = tuple(str(tag) for tag in json.loads(tags))
        whole = Verdict(verdict) if verdict else None
        said = Impression(key, names, at, note, whole, words, reader, bool(blind), bool(recorded), verdicts)
    except (ValueError, TypeError, KeyError, AttributeError):
        log.warning("a stored impression could not be understood")
        return None
    return said if said.words else None


def findings_text(said: Impression) -> str:
    """How the classes of an impression are written: a JSON list of those that were seen, as ever; where single classes
    of the model's answer were judged, an object that holds both."""
    names = [*map(str, said.findings)]
    if not said.verdicts:
        return json.dumps(names)
    return json.dumps({"findings": names, "verdicts": {str(name): verdict for name, verdict in said.verdicts}})


def _findings_of(text: str) -> tuple[tuple[Finding, ...], ClassVerdicts]:
    """The way back."""
    document = json.loads(text)
    if isinstance(document, list):
        return tuple(Finding(name) for name in document), ()
    said = {Finding(name): Verdict(verdict) for name, verdict in document["verdicts"].items()}
    return tuple(Finding(name) for name in document["findings"]), ordered(said)


def image_of_row(row: tuple) -> ImageEntry:
    """(id, path, identity, header, problem, override, quarter turns, inverted, result, its maps, its lungs, failure)"""
    name, written, header_text, problem_text, override, quarter_turns, inverted, *result, failure = row[1:]
    path = os.fsdecode(name)
    size, mtime_ns, inode = map(int, written.split())
    header = stored_header(path, header_text)
    problem = None if header else stored_result(path, problem_text)
    prediction = problem or stored_result(path, *result) or stored_result(path, failure)
    identity = FileIdentity(path, size, mtime_ns, inode)
    return ImageEntry(identity, header, prediction, False, bool(override), quarter_turns, bool(inverted))


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

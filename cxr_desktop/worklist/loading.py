"""Studies and images out of the database as entries, with the results that count now; writes nothing, knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.worklist import impressions
from cxr_desktop.worklist.stored_rows import StudyRecord, image_of_row, key_bytes, study_of_row

CHUNK = 500
T = TypeVar("T")

_RESULTS = """
    LEFT JOIN results r ON r.id = (
        SELECT max(id) FROM results WHERE content_hash = f.content_hash AND quarter_turns = f.quarter_turns
        AND inverted = f.inverted AND override = f.override AND (
            (model_digest = :digest AND preprocess_version = :version) OR model_digest = ''))
    LEFT JOIN failures x ON x.file = f.id AND x.model_digest IN (:digest, '')
        AND x.quarter_turns = f.quarter_turns AND x.inverted = f.inverted AND x.override = f.override
    """


class ModelKey(NamedTuple):
    """Which results count as current. Device and precision are not asked: the row says what produced its number."""

    digest: str
    preprocess_version: int


def images(db: sqlite3.Connection, where: str, values: Mapping[str, object], model: ModelKey) -> dict[int, ImageEntry]:
    """Files ``f`` by their numbers."""
    rows = db.execute(
        "SELECT f.id, f.path, f.identity, f.header, f.problem, f.override, f.quarter_turns, "
        f"f.inverted, r.document, r.maps, r.lungs, x.document FROM files f {_RESULTS} WHERE {where}",
        {"digest": model.digest, "version": model.preprocess_version, **values},
    )
    return {row[0]: image_of_row(row) for row in rows}


def images_of(db: sqlite3.Connection, paths: Iterable[str], model: ModelKey) -> dict[str, ImageEntry]:
    """Files by path; unknown paths are left out."""
    found: dict[str, ImageEntry] = {}
    for chunk in chunks(list(paths)):
        names, values = _named([os.fsencode(path) for path in chunk])
        for image in images(db, f"f.path IN ({names})", values, model).values():
            found[image.path] = image
    return found


def studies(db: sqlite3.Connection, where: str, values: Sequence[object]) -> dict[int, StudyRecord]:
    """Studies ``s`` by their numbers."""
    rows = db.execute(
        "SELECT s.id, s.key, s.added_at, s.read_state, s.read_at, s.read_by, s.urgency, s.scores_seen, "
        f"{impressions.FIELDS} FROM studies s LEFT JOIN impressions i ON i.id = {impressions.LATEST} WHERE {where}",
        values,
    )
    return {row[0]: study_of_row(row) for row in rows}


def studies_of(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, StudyRecord]:
    """Studies by key; unknown keys are left out."""
    found: dict[str, StudyRecord] = {}
    for chunk in chunks(list(keys)):
        where = f"s.key IN ({','.join('?' * len(chunk))})"
        found |= {study.key: study for study in studies(db, where, [key_bytes(key) for key in chunk]).values()}
    return found


def entries(db: sqlite3.Connection, page: Mapping[int, Sequence[int]], model: ModelKey) -> list[WorklistEntry]:
    """Studies of these numbers with the files of these numbers, some hundred at a time."""
    ids = [file for files in page.values() for file in files]
    found = images(db, f"f.id IN ({','.join(map(str, ids))})", {}, model)
    records = studies(db, f"s.id IN ({','.join(map(str, page))})", ())
    made = []
    for study_id, files in page.items():
        study = records[study_id]
        entry = WorklistEntry(study.key, (found[files[0]],))
        if len(files) > 1:
            entry = entry.with_images(found[file] for file in files[1:])
        made.append(with_record(entry, study))
    return made


def entries_of(db: sqlite3.Connection, keys: Iterable[str], model: ModelKey) -> dict[str, WorklistEntry]:
    """Studies by key with all their files that are not missing; those without any are left out."""
    found: dict[str, WorklistEntry] = {}
    for chunk in chunks(list(keys)):
        rows = db.execute(
            "SELECT f.study, f.id FROM studies s JOIN files f ON f.study = s.id AND NOT f.missing "
            f"WHERE s.key IN ({','.join('?' * len(chunk))}) ORDER BY f.study, f.id",
            [key_bytes(key) for key in chunk],
        )
        page = grouped(rows)
        if page:
            found |= {entry.key: entry for entry in entries(db, page, model)}
    return found


def entries_of_numbers(db: sqlite3.Connection, numbers: Sequence[int], model: ModelKey) -> dict[int, WorklistEntry]:
    """The same by the numbers of the studies."""
    found: dict[int, WorklistEntry] = {}
    for chunk in chunks(list(numbers)):
        rows = db.execute(
            "SELECT study, id FROM files "
            f"WHERE NOT missing AND study IN ({','.join(map(str, chunk))}) ORDER BY study, id"
        )
        page = grouped(rows)
        if page:
            found |= dict(zip(page, entries(db, page, model), strict=True))
    return found


def waiting(db: sqlite3.Connection, first: int, last: int, model: ModelKey) -> list[tuple[int, str, Wish]]:
    """(study, path, wish) of every image of these studies, by number, that has a header and no result."""
    rows = db.execute(
        f"SELECT f.study, f.path, f.override, f.quarter_turns, f.inverted FROM files f {_RESULTS} "
        "WHERE f.study BETWEEN :first AND :last AND NOT f.missing AND f.header IS NOT NULL AND f.problem IS NULL "
        "AND r.id IS NULL AND x.file IS NULL ORDER BY f.study, f.id",
        {"digest": model.digest, "version": model.preprocess_version, "first": first, "last": last},
    )
    return [
        (study, os.fsdecode(path), Wish(bool(anyway), turns % 4, bool(inv))) for study, path, anyway, turns, inv in rows
    ]


def with_record(entry: WorklistEntry, study: StudyRecord) -> WorklistEntry:
    """The entry with what the store says about its study."""
    return WorklistEntry(
        entry.key,
        entry.images,
        study.added_at,
        study.order,
        study.read_state,
        study.read_at,
        study.impression,
        study.read_by,
        study.urgency,
        study.scores_seen,
    )


def grouped(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """(study, something) by study, in the order in which they come."""
    page: dict[int, list[T]] = {}
    for study, each in rows:
        page.setdefault(study, []).append(each)
    return page


def chunks(items: list[T]) -> Iterator[list[T]]:
    """As many as one question may name."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _named(values: Sequence[object]) -> tuple[str, dict[str, object]]:
    names = [f"v{number}" for number in range(len(values))]
    return ",".join(f":{name}" for name in names), dict(zip(names, values, strict=True))

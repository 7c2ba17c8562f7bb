"""Everything that must outlive the window: files, headers, results, reading states; one thread uses it, knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from cxr_desktop.domain.deed import Deed
from cxr_desktop.domain.impression import Impression, LabelledImage
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.worklist import audit, backups, impressions, newer_database, readings, results
from cxr_desktop.worklist.records import header_to_json, prediction_to_json
from cxr_desktop.worklist.schema import as_store_error, open_database
from cxr_desktop.worklist.stored_rows import (
    StudyRecord,
    image_of_row,
    key_bytes,
    stamp,
    stored_header,
    stored_result,
    study_of_row,
)

_CHUNK = 500


class ModelKey(NamedTuple):
    """Which results count as current. Device and precision are not asked: the row says what produced its number."""

    digest: str
    preprocess_version: int


class Added(NamedTuple):
    """``known`` are the paths that were here before, unchanged: they may have results and wishes."""

    studies: dict[str, StudyRecord]
    known: list[str]


class Store:
    """``notices`` are sentences that the reader must see once. Every method raises ``StoreError`` and nothing else.

    ``read_only``: a newer version of the program wrote the file; everything that writes raises.
    """

    def __init__(self, path: Path) -> None:
        self._database = open_database(path)
        self._db, self.notices = self._database.connection, self._database.notices
        self._path, self._copied = path, self._database.day
        self.read_only = self._database.read_only

    def close(self) -> None:
        """Merge the journal and let another window in. Safe to call twice."""
        self._database.close()

    # Reading ---------------------------------------------------------------------------------------------------

    def load_folder(self, root: str, model: ModelKey) -> Iterator[list[WorklistEntry]]:
        """What is known of ``root`` (a folder or one file), in order of arrival, some hundred images at a time.

        Images carry the newest result of ``model`` for the reader's wishes. The store may be written between pages.
        """
        rows = self._rows(
            "SELECT f.id, f.study FROM files f WHERE NOT f.missing AND (f.path = ? OR (f.path >= ? AND f.path < ?)) "
            "ORDER BY f.study, f.id",
            (os.fsencode(root), *_range_below(root)),
        )
        page: dict[int, list[int]] = {}
        count = 0
        for study, files in groupby(rows, key=lambda row: row[1]):
            page[study] = [row[0] for row in files]
            count += len(page[study])
            if count >= _CHUNK:
                yield self._entries(page, model)
                page, count = {}, 0
        if page:
            yield self._entries(page, model)

    def load_images(self, paths: Iterable[str], model: ModelKey) -> dict[str, ImageEntry]:
        """The same for single files; unknown paths are left out."""
        found: dict[str, ImageEntry] = {}
        for chunk in _chunks(list(paths)):
            where = f"f.path IN ({','.join('?' * len(chunk))})"
            for image in self._images(where, [os.fsencode(path) for path in chunk], model).values():
                found[image.path] = image
        return found

    def studies(self, keys: Iterable[str]) -> dict[str, StudyRecord]:
        """What the store knows of these studies; unknown keys are left out."""
        found: dict[str, StudyRecord] = {}
        for chunk in _chunks(list(keys)):
            where = f"s.key IN ({','.join('?' * len(chunk))})"
            found |= {study.key: study for study in self._studies(where, [key_bytes(key) for key in chunk]).values()}
        return found

    def known_headers(self, identities: Iterable[FileIdentity]) -> dict[str, Radiograph | Prediction]:
        """By path, for files that are unchanged since: their header, or the problem that stood in its place."""
        found: dict[str, Radiograph | Prediction] = {}
        for chunk in _chunks(list(identities)):
            rows = self._rows(
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

    # Writing ---------------------------------------------------------------------------------------------------

    def add(self, images: Sequence[ImageEntry], now: float) -> Added:
        """Note files with their headers or header problems, in one transaction. ``now`` is UTC in seconds.

        A file whose size, time or inode changed loses its wishes and its link to a result (the result itself stays).
        A file that is new in a study that was read makes the study unread.
        """
        self._copy_daily()
        known: list[str] = []
        keys = [study_key_of(image) for image in images]
        with self._transaction():
            for image, key in zip(images, keys, strict=True):
                study = self._study_id(key, now)
                if self._put_file(image, study, now):
                    known.append(image.path)
        return Added(self.studies(set(keys)), known)

    def record(self, predictions: Iterable[Prediction], now: float | None = None) -> None:
        """Keep results for good, in one transaction: on return they survive a kill and a power cut.

        ``now`` (UTC in seconds) is when their studies were ranked, where they were not before.
        """
        with self._transaction() as db:
            for prediction in predictions:
                results.put(db, prediction, now)

    def put_readings(self, entries: Iterable[WorklistEntry], deeds: Iterable[Deed] = ()) -> None:
        """Keep what readers did with these studies: state, reader, urgency, scores seen; and the words of the log."""
        with self._transaction() as db:
            readings.put(db, entries)
            audit.add(db, deeds)

    def add_impressions(self, said: Iterable[Impression], deeds: Iterable[Deed] = ()) -> None:
        """What the reader said about studies, beside what was said before: the newest counts."""
        with self._transaction() as db:
            impressions.add(db, said)
            audit.add(db, deeds)

    def count_labels(self) -> int:
        """How many studies have an impression that a model may learn from."""
        with self._transaction() as db:
            return impressions.count_labels(db)

    def labelled_images(self) -> list[LabelledImage]:
        """See ``impressions.labelled_images``."""
        with self._transaction() as db:
            return impressions.labelled_images(db)

    def set_wish(self, path: str, wish: Wish, deeds: Iterable[Deed] = ()) -> None:
        """How the reader wants this file scored from now on, and the words of the log about it: both or none."""
        with self._transaction() as db:
            db.execute(
                "UPDATE files SET override = ?, quarter_turns = ?, inverted = ? WHERE path = ?",
                (int(wish.override), wish.quarter_turns % 4, int(wish.inverted), os.fsencode(path)),
            )
            audit.add(db, deeds)

    def deeds(self) -> list[Deed]:
        """The whole log of what readers did to the scoring of images, oldest first."""
        with self._transaction() as db:
            return audit.read(db)

    def waits_until_ranked(self) -> list[float]:
        """Seconds from arrival to the first result, of every study that has one and came with this program."""
        return readings.waits_until_ranked(self._db)

    def set_missing(self, paths: Iterable[str], missing: bool) -> None:
        """Files that were not there at the last complete scan are not loaded again; what was found out is kept."""
        with self._transaction() as db:
            db.executemany(
                "UPDATE files SET missing = ? WHERE path = ?", [(int(missing), os.fsencode(path)) for path in paths]
            )

    def forget_results(self, paths: Iterable[str]) -> None:
        """The reader asked for these files to be scored again: unlink their results and drop their failures."""
        with self._transaction() as db:
            for path in paths:
                name = (os.fsencode(path),)
                db.execute("UPDATE files SET content_hash = NULL WHERE path = ?", name)
                db.execute("DELETE FROM failures WHERE file = (SELECT id FROM files WHERE path = ?)", name)

    # Inside ----------------------------------------------------------------------------------------------------

    def _copy_daily(self) -> None:
        """For windows that stay open over midnight; the others copied when they opened."""
        day = backups.today()
        if day != self._copied:
            self._copied = day
            backups.keep(self._db, self._path, day)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            if self.read_only:
                with newer_database.reading(self._db) as db:
                    yield db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise as_store_error(error) from error

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise as_store_error(error) from error

    def _study_id(self, key: str, now: float) -> int:
        name = key_bytes(key)
        self._db.execute("INSERT OR IGNORE INTO studies (key, added_at) VALUES (?, ?)", (name, now))
        return int(self._db.execute("SELECT id FROM studies WHERE key = ?", (name,)).fetchone()[0])

    def _put_file(self, image: ImageEntry, study: int, now: float) -> bool:
        """Returns whether the file was known and is unchanged."""
        identity = image.identity
        name = os.fsencode(identity.path)
        written = stamp(identity)
        header = header_to_json(image.radiograph) if image.radiograph else None
        problem = prediction_to_json(image.prediction).document if image.prediction and not image.radiograph else None
        old = self._db.execute("SELECT id, identity FROM files WHERE path = ?", (name,)).fetchone()
        if old is None:
            self._db.execute(
                "INSERT INTO files (path, identity, study, header, problem, added_at) VALUES (?, ?, ?, ?, ?, ?)",
                (name, written, study, header, problem, now),
            )
            self._db.execute(
                "UPDATE studies SET read_state = 'unread', read_at = NULL, read_by = '' "
                "WHERE id = ? AND read_state = 'read'",
                (study,),
            )
            return False
        unchanged = bool(old[1] == written)
        if not unchanged:
            self._db.execute("DELETE FROM failures WHERE file = ?", (old[0],))
            self._db.execute(
                "UPDATE files SET content_hash = NULL, override = 0, quarter_turns = 0, inverted = 0 WHERE id = ?",
                (old[0],),
            )
        self._db.execute(
            "UPDATE files SET identity = ?, study = ?, header = ?, problem = ?, missing = 0 WHERE id = ?",
            (written, study, header, problem, old[0]),
        )
        return unchanged

    def _studies(self, where: str, values: Sequence[object]) -> dict[int, StudyRecord]:
        rows = self._rows(
            "SELECT s.id, s.key, s.added_at, s.read_state, s.read_at, s.read_by, s.urgency, s.scores_seen, "
            f"{impressions.FIELDS} FROM studies s LEFT JOIN impressions i ON i.id = {impressions.LATEST} WHERE {where}",
            values,
        )
        return {row[0]: study_of_row(row) for row in rows}

    def _images(self, where: str, values: Sequence[object], model: ModelKey) -> dict[int, ImageEntry]:
        rows = self._rows(
            f"""
            SELECT f.id, f.path, f.identity, f.header, f.problem, f.override, f.quarter_turns,
                   f.inverted, r.document, r.maps, r.lungs, x.document
            FROM files f
            LEFT JOIN results r ON r.id = (
                SELECT max(id) FROM results WHERE content_hash = f.content_hash AND quarter_turns = f.quarter_turns
                AND inverted = f.inverted AND override = f.override AND (
                    (model_digest = ? AND preprocess_version = ?) OR model_digest = ''))
            LEFT JOIN failures x ON x.file = f.id AND x.model_digest IN (?, '')
                AND x.quarter_turns = f.quarter_turns AND x.inverted = f.inverted AND x.override = f.override
            WHERE {where}
            """,
            (model.digest, model.preprocess_version, model.digest, *values),
        )
        return {row[0]: image_of_row(row) for row in rows}

    def _entries(self, page: Mapping[int, Sequence[int]], model: ModelKey) -> list[WorklistEntry]:
        ids = [file for files in page.values() for file in files]
        images = self._images(f"f.id IN ({','.join(map(str, ids))})", (), model)
        studies = self._studies(f"s.id IN ({','.join(map(str, page))})", ())
        entries = []
        for study_id, files in page.items():
            study = studies[study_id]
            entry = WorklistEntry(study.key, (images[files[0]],))
            if len(files) > 1:
                entry = entry.with_images(images[file] for file in files[1:])
            entries.append(with_record(entry, study))
        return entries


def study_key_of(image: ImageEntry) -> str:
    """A file without a header is a study of its own."""
    return image.radiograph.study_key if image.radiograph else f"file|{image.path}"


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


def _range_below(root: str) -> tuple[bytes, bytes]:
    """First and last + 1 of the names under a folder, in the order of bytes."""
    separator = os.fsencode(os.sep)
    start = os.fsencode(root).rstrip(separator) + separator
    return start, start[:-1] + bytes([start[-1] + 1])


def _chunks(items: list) -> Iterator[list]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]

"""Everything that must outlive the window: files, headers, results, reading states; one thread uses it, knows no Qt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from cxr_desktop.domain.conflict import Person
from cxr_desktop.domain.deed import Deed
from cxr_desktop.domain.impression import Impression, LabelledImage
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.worklist import (
    arrivals,
    audit,
    backups,
    files,
    impressions,
    list_rows,
    loading,
    newer_database,
    readings,
    results,
)
from cxr_desktop.worklist.folder_pages import FolderPages
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.schema import as_store_error, open_database
from cxr_desktop.worklist.stored_rows import StudyRecord, record_of

T = TypeVar("T")


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
        self._listed: ModelKey | None = None

    def list_for(self, model: ModelKey) -> None:
        """What a list needs of a study is kept up to date for this model's results from now on."""
        self._listed = model

    def close(self) -> None:
        """Merge the journal and let another window in. Safe to call twice."""
        self._database.close()

    # Reading ---------------------------------------------------------------------------------------------------

    def load_folder(self, root: str, model: ModelKey) -> Iterator[list[WorklistEntry]]:
        """What is known of ``root`` (a folder or one file), in order of arrival, some hundred images at a time.

        Images carry the newest result of ``model`` for the reader's wishes. The store may be written between pages.
        """
        met = self._ask(lambda db: files.in_folder(db, root))
        page: dict[int, list[int]] = {}
        count = 0
        for study, found in loading.grouped(zip(met.studies.tolist(), met.numbers.tolist(), strict=True)).items():
            page[study] = found
            count += len(found)
            if count >= loading.CHUNK:
                yield self._entries(page, model)
                page, count = {}, 0
        if page:
            yield self._entries(page, model)

    def _entries(self, page: dict[int, list[int]], model: ModelKey) -> list[WorklistEntry]:
        return self._ask(lambda db: loading.entries(db, page, model))

    def folder_pages(self, root: str) -> FolderPages:
        """The same as a list takes it, and faster: see ``FolderPages``."""
        return FolderPages(self._transaction, root)

    def load_images(self, paths: Iterable[str], model: ModelKey) -> dict[str, ImageEntry]:
        """The same for single files; unknown paths are left out."""
        return self._ask(lambda db: loading.images_of(db, paths, model))

    def load_studies(self, keys: Iterable[str], model: ModelKey) -> dict[str, WorklistEntry]:
        """Whole studies, with all their files that are not missing; unknown keys are left out."""
        return self._ask(lambda db: loading.entries_of(db, keys, model))

    def studies(self, keys: Iterable[str]) -> dict[str, StudyRecord]:
        """What the store knows of these studies; unknown keys are left out."""
        return self._ask(lambda db: loading.studies_of(db, keys))

    def known_headers(self, identities: Iterable[FileIdentity]) -> dict[str, Radiograph | Prediction]:
        """By path, for files that are unchanged since: their header, or the problem that stood in its place."""
        return self._ask(lambda db: files.known_headers(db, identities))

    def marks_below(self, root: str) -> set[str]:
        """See ``files.marks_below``: what a scan need not ask about."""
        return self._ask(lambda db: files.marks_below(db, root))

    def settled(self, identities: Iterable[FileIdentity]) -> set[str]:
        """Paths of files that are unchanged since, and whose header need not be read again."""
        return self._ask(lambda db: files.settled(db, identities))

    def failed_paths(self) -> list[str]:
        """Files with a result about which nobody could say what they hold."""
        return self._ask(files.failed_paths)

    def contradictions(self, model: ModelKey) -> list[tuple[str, str, Person]]:
        """See ``list_rows.contradictions``."""
        return self._ask(lambda db: list_rows.contradictions(db, model))

    def people_of(self, patient_id: str, model: ModelKey) -> list[tuple[str, str, Person]]:
        """See ``list_rows.people_of``."""
        return self._ask(lambda db: list_rows.people_of(db, patient_id, model))

    # Writing ---------------------------------------------------------------------------------------------------

    def add(self, images: Sequence[ImageEntry], now: float) -> Added:
        """Note files with their headers or header problems, in one transaction. ``now`` is UTC in seconds.

        A file whose size, time or inode changed loses its wishes and its link to a result (the result itself stays).
        A file that is new in a study that was read makes the study unread.
        """
        self._copy_daily()
        keys = [study_key_of(image) for image in images]
        with self._transaction() as db:
            arrived = arrivals.take_in(db, images, keys, now)
            if self._listed is not None:
                list_rows.put_fresh(db, arrived.fresh, self._listed)
        records = {entry.key: record_of(entry) for entry in arrived.fresh.values()}
        return Added({**records, **self.studies(set(keys) - records.keys())}, arrived.known)

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
        return self._ask(readings.waits_until_ranked)

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
                list_rows.refresh_stale(self._db, self._listed)
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise as_store_error(error) from error

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple]:
        return self._ask(lambda db: db.execute(sql, values).fetchall())

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """For questions that write nothing."""
        try:
            return question(self._db)
        except sqlite3.Error as error:
            raise as_store_error(error) from error


def study_key_of(image: ImageEntry) -> str:
    """A file without a header is a study of its own."""
    return image.radiograph.study_key if image.radiograph else f"file|{image.path}"

"""What happens to the worklist of the open folder, in the store and in memory; plain Python, used from one thread."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cxr_desktop.bridge.reading_history import ReadingHistory, Wished
from cxr_desktop.bridge.reading_session import ReadingSession, stamp_of
from cxr_desktop.bridge.scoring_needs import deserves_another_try, header_failed, header_is_old, requests
from cxr_desktop.bridge.worklist_state import WorklistState
from cxr_desktop.domain.conflict import Person
from cxr_desktop.domain.deed import Deed, deeds_of
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.prediction import Correction, Prediction
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, Wish, WorklistEntry
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.export.deeds_csv import write_deeds
from cxr_desktop.export.training_manifest import write_manifest
from cxr_desktop.imaging.preprocess import RESULT_VERSION
from cxr_desktop.worklist.folder_pages import FolderPage
from cxr_desktop.worklist.row_page import RowPage
from cxr_desktop.worklist.store import ModelKey, Store, study_key_of
from cxr_desktop.worklist.stored_rows import StudyRecord


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a scan has to read: ``fresh`` files, and ``again`` those whose header could not be read last time."""

    fresh: list[FileIdentity] = field(default_factory=list)
    again: list[FileIdentity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class News:
    """What others must be told: rows, and what the engine is asked (``wished``: by the reader, so it comes first)."""

    changed: list[WorklistEntry]
    removed: list[str]
    needed: list[ScoreRequest]
    wished: list[ScoreRequest]
    pages: list[RowPage]
    contradicted: list[str] | None
    """Studies of ``pages`` that another contradicts, where that was asked."""


class WorklistSession:
    """Every method raises ``StoreError`` where the store cannot do its part; ``take_news`` tells what came of it."""

    def __init__(self, store: Store, model_digest: str) -> None:
        self._store = store
        self._model = ModelKey(model_digest, RESULT_VERSION)
        store.list_for(self._model)
        self._state = WorklistState(self)
        self._history = ReadingHistory()
        self.reading = ReadingSession(store, self._state, self._history)
        self._seen: set[str] = set()
        self._unsaved: list[Prediction] = []
        self._needed: list[ScoreRequest] = []
        self._wished: list[ScoreRequest] = []
        self._pages: list[RowPage] = []
        self._contradicted: list[str] | None = None
        self._roots: list[str] = []

    def load(self, keys: Sequence[str]) -> Mapping[str, WorklistEntry]:
        """Studies as the store knows them."""
        return self._store.load_studies(keys, self._model)

    def people_of(self, patient_id: str) -> Sequence[tuple[str, str, Person]]:
        """Who has this patient ID."""
        return self._store.people_of(patient_id, self._model)

    def close(self, now: float) -> None:
        """Close the store; what could not be saved is tried once more, and the study in hand is let go."""
        try:
            self.reading.let_go(now)
            if self._unsaved:
                self._store.record(self._unsaved, now)
        finally:
            self._store.close()

    @property
    def undo_steps(self) -> int:
        """How often ``undo`` has something to take back."""
        return len(self._history)

    def take_news(self) -> News:
        """Everything since the last call."""
        changed, removed = self._state.take_changes()
        shown = [self.reading.shown(entry) for entry in changed]
        news = News(shown, removed, self._needed, self._wished, self._pages, self._contradicted)
        self._needed, self._wished, self._pages, self._contradicted = [], [], [], None
        return news

    # Opening and scanning ---------------------------------------------------------------------------------------

    def open(self, roots: Sequence[str], now: float) -> Iterator[None]:
        """Show other folders: each step of the iterator brings some hundred images that the store knows."""
        self.reading.let_go(now)
        self._state.clear()
        self._seen.clear()
        self._history.clear()
        self._needed, self._wished, self._pages, self._contradicted = [], [], [], None
        self._roots = list(roots)
        return self._each_page(self._take_in)

    def reload(self) -> Iterator[None]:
        """Tell about all studies that are not in memory again, page by page: others' results count, or a reader may
        know more or less."""
        return self._each_page(self._tell_again)

    def need_unread(self) -> Iterator[None]:
        """Ask for everything that waits among the studies that are not in memory."""
        return self._each_page(self._need_page)

    def _each_page(self, take: Callable[[FolderPage], None]) -> Iterator[None]:
        for root in self._roots:
            pages = self._store.folder_pages(root)
            while (page := pages.next(self._model, self.reading.blind)) is not None:
                take(page)
                # A page lives as long as the list: the collector of cycles would walk through all of them again and
                # again, for a third of the time that loading takes.
                gc.freeze()
                yield

    def find_contradictions(self) -> None:
        """Which of the studies that are not in memory does another study of the same patient ID contradict? After the
        last page: it can wait."""
        self._contradicted = self._state.meet(self._store.contradictions(self._model))

    def _take_in(self, page: FolderPage) -> None:
        here = self._state.among(page.rows.keys)
        met = {key for path, key in page.paths.items() if key in here and self._state.key_of(path) != key}
        if met:  # a part of the study lies in another folder that is open
            self._state.put_entries(self._store.load_studies(met, self._model).values())
        self._state.put_unread(
            {path: key for path, key in page.paths.items() if key not in here} if here else page.paths
        )
        self._state.put_entries(page.entries)
        self._tell_page(page, here)
        self._needed.extend(requests(image for entry in page.entries for image in entry.images))

    def _tell_again(self, page: FolderPage) -> None:
        self._tell_page(page, {key for key in page.rows.keys if not self._state.is_unread(key)})

    def _tell_page(self, page: FolderPage, but: set[str]) -> None:
        rows = page.rows.without(but)
        if rows.keys:
            self._pages.append(rows)
        self._need_page(page)

    def _need_page(self, page: FolderPage) -> None:
        self._needed.extend(
            ScoreRequest(path, *wish) for path, wish in page.waiting if self._state.is_unread(self._state.key_of(path))
        )

    def begin_scan(self) -> None:
        """Nothing has been seen yet."""
        self._seen.clear()

    def known_marks(self) -> set[str]:
        """Of all files that need no look as long as they are as they were: see ``files.marks_below``."""
        return set().union(*(self._store.marks_below(root) for root in self._roots))

    def sift(self, identities: Sequence[FileIdentity]) -> Sifted:
        """Take note of what a scan found; say what must be read."""
        sifted, strange = Sifted(), []
        unread = [each for each in identities if self._state.is_unread(self._state.key_of(each.path))]
        settled = self._store.settled(unread) if unread else set()
        for identity in identities:
            self._seen.add(identity.path)
            if identity.path in settled:
                continue
            image = self._state.image(identity.path)
            if image is None or image.identity != identity:
                strange.append(identity)
            elif header_failed(image) or header_is_old(image):
                sifted.again.append(identity)
        known = self._store.known_headers(strange)
        self._revive(list(known))
        for identity in strange:
            image = self._state.image(identity.path) if identity.path in known else None
            if image is None:
                sifted.fresh.append(identity)
            elif header_failed(image) or header_is_old(image):
                sifted.again.append(identity)
        return sifted

    def _revive(self, paths: list[str]) -> None:
        """Files that the store knows and had not shown, since they were missing at the last scan."""
        if paths:
            self._store.set_missing(paths, False)
            images = list(self._store.load_images(paths, self._model).values())
            self._put_images(images, self._store.studies({study_key_of(image) for image in images}))

    def add(self, images: Sequence[ImageEntry], now: float) -> None:
        """Files that a scan has read, with their headers or the reasons why there is none."""
        self._seen.update(image.path for image in images)
        added = self._store.add(images, now)
        known = self._store.load_images(added.known, self._model) if added.known else {}
        self._put_images([known.get(image.path, image) for image in images], added.studies)

    def _put_images(self, images: Sequence[ImageEntry], studies: Mapping[str, StudyRecord]) -> None:
        self._state.put_images(images, studies)
        self._need(image.path for image in images)

    def end_scan(
        self, complete: bool, unreadable: Sequence[str], unchanged: Sequence[str] = (), try_again: bool = True
    ) -> None:
        """The scan is over. If ``complete``, files that it did not meet are gone, except below ``unreadable``.

        ``unchanged`` files were met beside those that were sifted: their marks are among ``known_marks``.
        ``try_again``: files that could not be read at all are scored once more.
        """
        self._seen.update(unchanged)
        self._revive(list(set(unchanged) - self._state.paths()))
        if complete:
            hidden = tuple(folder.rstrip("/\\") + sep for folder in unreadable for sep in ("/", "\\"))
            unmet = self._state.paths() - self._seen
            gone = [p for p in self._state.paths() if p in unmet and not p.startswith(hidden)] if unmet else []
            if gone:
                self._store.set_missing(gone, True)
                self._state.remove(gone)
        if not try_again:
            return
        # Old failures to read a file stay in sight until there is something newer to show.
        failed_paths = [path for path in self._store.failed_paths() if path in self._seen]
        images = [image for path in failed_paths if (image := self._state.image(path)) is not None]
        failed = [image for image in images if image.radiograph is not None and deserves_another_try(image)]
        self._needed.extend(requests(replace(image, prediction=None) for image in failed))

    def folders(self, roots: Sequence[str]) -> list[str]:
        """The folders of all files and those above them, up to the roots that are folders themselves."""
        files = set(self._state.paths())
        tops = tuple(root for root in roots if root not in files)
        found = set(tops)
        for folder in {os.path.dirname(path) for path in files}:
            while folder not in found and folder.startswith(tops):
                found.add(folder)
                folder = os.path.dirname(folder)
        return sorted(found)

    # Scoring ----------------------------------------------------------------------------------------------------

    def set_model(self, model_digest: str) -> bool:
        """Another model's results count; what it has not scored is asked for. False where it is the same model.

        ``reload`` has to follow, for the studies that are not in memory.
        """
        if model_digest == self._model.digest:
            return False
        self._model = ModelKey(model_digest, RESULT_VERSION)
        self._store.list_for(self._model)
        paths = self._state.read_paths()
        images = self._store.load_images(paths, self._model)
        self._state.change_images(paths, lambda image: images.get(image.path, image))
        self._need(paths)
        return True

    def record(self, predictions: Sequence[Prediction], now: float) -> str:
        """Keep results, then show them. Returns a sentence where they could not be kept; they are tried again."""
        had_unsaved = bool(self._unsaved)
        self._unsaved.extend(predictions)
        trouble = ""
        try:
            self._store.record(self._unsaved, now)
            self._unsaved.clear()
        except StoreError as error:
            trouble = "" if had_unsaved else f"{error} Results are shown but may be lost."
        self._state.apply(predictions, self._model.digest)
        return trouble

    def mark(self, paths: Sequence[str], scoring: bool) -> None:
        """The engine has begun with these files, or has given them back."""
        self._state.set_scoring(paths, scoring)

    def need_all(self) -> None:
        """Ask for everything that waits among the studies in memory; ``need_unread`` asks for the others."""
        self._need(self._state.read_paths())

    def score_anyway(self, path: str, now: float) -> None:
        """Against the gate's advice."""
        image = self._state.image(path)
        if image is not None:
            self.set_wish(path, image.wish._replace(override=True), now)

    def correct(self, path: str, correction: Correction, now: float) -> None:
        """Turn by quarter turns (counter-clockwise) and exchange black and white where asked to, and score again."""
        image = self._state.image(path)
        if image is not None:
            turns, inverted = image.quarter_turns + correction.quarter_turns, image.inverted != correction.inverted
            self.set_wish(path, Wish(image.override, turns % 4, inverted), now)

    def set_wish(self, path: str, wish: Wish, now: float, undone: bool = False) -> None:
        """How a file is to be scored; an earlier result for the same wish is shown at once. Can be undone.

        The log has what was done, and before what verdict; ``undone`` says that something is taken back.
        """
        image = self._state.image(path)
        if image is not None and image.wish != wish:
            self._change_wish(image, wish, now, undone)
            self._history.note_wish(image)

    def _change_wish(self, image: ImageEntry, wish: Wish, now: float, undone: bool) -> None:
        at, reader = stamp_of(now), self.reading.reader
        deeds = deeds_of(image, study_key_of(image), wish, at, self._model.digest, undone, reader)
        self._store.set_wish(image.path, wish, deeds)
        wished = self._store.load_images([image.path], self._model)
        self._state.change_images([image.path], lambda old: wished.get(old.path, old))
        self._wished.extend(requests(wished.values()))

    def deeds(self) -> list[Deed]:
        """The log of what readers did to the scoring of images, oldest first."""
        return self._store.deeds()

    def waits_until_ranked(self) -> list[float]:
        """Seconds from arrival to the first result, of every study that has one."""
        return self._store.waits_until_ranked()

    def export_deeds(self, target: Path) -> int:
        """Write the log of what readers did to the scoring of images; returns its rows. Raises ``OSError`` too."""
        return write_deeds(target, self._store.deeds())

    def score_again(self, keys: Sequence[str]) -> None:
        """Forget the results of these studies and ask for new ones."""
        entries = [entry for key in keys if (entry := self._state.entry(key)) is not None]
        paths = [image.path for entry in entries for image in entry.images if image.radiograph is not None]
        self._store.forget_results(paths)
        self._state.change_images(paths, lambda image: replace(image, prediction=None, scoring=False))
        self._wished.extend(requests(image for path in paths if (image := self._state.image(path)) is not None))

    def _need(self, paths: Iterable[str]) -> None:
        images = (self._state.image(path) for path in paths)
        self._needed.extend(requests(image for image in images if image is not None))

    # Reading ----------------------------------------------------------------------------------------------------

    def undo(self, now: float) -> None:
        """Take the last marking, urgency, impression or wish back."""
        for step in self._history.take():
            if not isinstance(step, Wished):
                self.reading.undo(step, now)
            elif (image := self._state.image(step.path)) and image.wish != step.wish:
                self._change_wish(image, step.wish, now, undone=True)

    def count_labels(self) -> int:
        """How many studies of the whole worklist have an impression that a model may learn from."""
        return self._store.count_labels()

    def export_impressions(self, target: Path) -> int:
        """Write them as a table for training; returns its rows. Raises ``OSError`` too."""
        return write_manifest(target, self._store.labelled_images())

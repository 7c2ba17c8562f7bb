"""The thread that owns the store and the entries of the open folder; everything that changes a row goes through it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.inbox import Inbox
from cxr_desktop.bridge.page_rounds import PageRounds
from cxr_desktop.bridge.read_only_session import session_of
from cxr_desktop.bridge.task_thread import Answer, Rank, TaskThread, ThreadEndedError
from cxr_desktop.bridge.worklist_session import Sifted, WorklistSession
from cxr_desktop.domain.deed import Deed
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import Words
from cxr_desktop.domain.prediction import Correction, Prediction
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish
from cxr_desktop.imaging.preprocess import RESULT_VERSION
from cxr_desktop.worklist.scan import start_of
from cxr_desktop.worklist.store import ModelKey, Store
from cxr_desktop.worklist.study_reader import StudyReader

log = logging.getLogger(__name__)

T = TypeVar("T")
Paths = Sequence[str]
_PAGE = 250
_CLOSED = "The worklist is closed."


class WorklistService(TaskThread):
    """All public methods may be called from any thread and return at once, but for ``record``, ``sift``,
    ``export_impressions``, ``deeds``, ``readings`` and ``export_deeds``.

    Signals come from this thread:

    - ``folder_opened(list[str] roots)``: rows of another folder follow; clear the model, cancel the worker
    - ``entries_changed(list[WorklistEntry])``, ``entries_removed(list[str] keys)``
    - ``rows_loaded(RowPage)``: studies of which no more is known than a list needs; ``reader`` reads them
    - ``contradicted(list[str] keys)``: those of them that another study contradicts, once all are loaded
    - ``folder_loaded(list[str] roots, int generation)``: all that was known is shown; scan now
    - ``folder_scanned(list[str] roots, bool complete)``: nothing more will come
    - ``look_due(list[str] roots, int generation)``: look for new files without a word
    - ``folders_met(list[str])``: the folders in which files lie, after a scan
    - ``scoring_needed(list[ScoreRequest])``; ``scoring_wished(ScoreRequest)``: asked for by the reader
    - ``scoring_cancelled()``: forget what was asked for
    - ``undo_changed(int steps)``: how often ``undo`` has something to take back
    - ``labels_counted(int studies)``: how many have an impression that a model may learn from
    - ``notice(str)``: one sentence for the reader (a damaged database was set aside, results cannot be saved)
    - ``opened_read_only(str)``: a newer program wrote the database; rows are shown, nothing is scored or kept
    - ``failed(str)``: there is no store (another window has it, it cannot be understood); nothing will work
    """

    folder_opened = Signal(list)
    entries_changed = Signal(list)
    entries_removed = Signal(list)
    rows_loaded = Signal(object)
    contradicted = Signal(list)
    folder_loaded = Signal(list, int)
    folder_scanned = Signal(list, bool)
    look_due = Signal(list, int)
    folders_met = Signal(list)
    scoring_needed = Signal(list)
    scoring_wished = Signal(object)
    scoring_cancelled = Signal()
    undo_changed = Signal(int)
    labels_counted = Signal(int)
    notice = Signal(str)
    opened_read_only = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        database: Path,
        model_digest: str = "",
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """``model_digest`` (``ModelCards.digest``) says which stored results are current."""
        super().__init__("worklist", parent)
        self._database = database
        self._first_digest = model_digest
        self.reader = StudyReader(database, ModelKey(model_digest, RESULT_VERSION))
        """Reads whole studies in whatever thread asks it."""
        self._clock = clock
        self._session: WorklistSession | None = None
        self._inbox = Inbox()
        self._generation = 0
        self._roots: list[str] = []
        self._loading = False
        self._looking = False
        self._wants_scoring = True
        self._undo_steps = 0
        self._rounds = PageRounds(self, lambda: self._generation, self._tell)

    # From any thread --------------------------------------------------------------------------------------------

    def open_folder(self, roots: Sequence[str]) -> None:
        """Show these folders and files in place of what was open; what the store knows of them comes at once."""
        self.post(lambda: self._open(list(dict.fromkeys(start_of(root) for root in roots))))

    def rescan(self) -> None:
        """Look again at the folders that are open: ``folder_loaded`` follows."""
        self.post(lambda: self._scan_again(looking=False))

    def look(self) -> None:
        """Look for what is new in the folders that are open: ``look_due`` follows."""
        self.post(lambda: self._scan_again(looking=True))

    def set_model(self, model_digest: str) -> None:
        """Another model's results count from now on; what it has not scored is asked for."""
        self.post(lambda: self._set_model(model_digest))

    def mark_scoring(self, paths: Sequence[str]) -> None:
        """The engine has begun with these files."""
        self.post(lambda: self._open_session.mark(paths, True))

    def mark_waiting(self, paths: Sequence[str]) -> None:
        """The engine had begun with these files and has not finished."""
        self.post(lambda: self._open_session.mark(paths, False))

    def set_read_state(self, keys: Sequence[str], state: ReadState) -> None:
        """Mark studies. READ and UNREAD can be undone; IN_READING leaves read ones read."""
        self.post(lambda: self._open_session.reading.set_read_state(keys, state, self._clock()))

    def undo(self) -> None:
        """Take the last marking, impression or wish back."""
        self.post(self._undo)

    def set_reader(self, name: str, blind: bool) -> None:
        """Who reads from now on, and whether scores stay hidden until an impression is recorded."""
        self.post(lambda: self._set_reader(name, blind))

    def take_in_hand(self, key: str) -> None:
        """The reader comes to this study ("" for none) and leaves the one before; see ``ReadingSession``."""
        self.post(lambda: self._open_session.reading.take_in_hand(key, self._clock()))

    def note_visible(self, paths: Sequence[str]) -> None:
        """The rows of these files are on the screen; without blind reading their scores are in sight."""
        self.post(lambda: self._open_session.reading.note_visible(paths))

    def set_urgency(self, keys: Sequence[str], urgency: Urgency | None) -> None:
        """How urgent these studies are by the reader's word, ``None`` for as they came. Can be undone."""
        self.post(lambda: self._open_session.reading.set_urgency(keys, urgency, self._clock()))

    def set_impression(self, key: str, words: Words) -> None:
        """What the reader says of a study; no words take back what was said. Can be undone."""
        self.post(lambda: self._set_impression(key, words))

    def record_impression(self, key: str) -> None:
        """What was said blind is final: the scores of the study may be shown. Can be undone."""
        self.post(lambda: self._open_session.reading.record_impression(key, self._clock()))

    def score_anyway(self, path: str) -> None:
        """Score a file against the gate's advice; the row and the log say so. Can be undone, as all wishes can."""
        self.post(lambda: self._open_session.score_anyway(path, self._clock()))

    def rotate(self, path: str, turns: int) -> None:
        """Turn an image by quarter turns (counter-clockwise) and score it so; an earlier such result comes at once."""
        self.correct(path, Correction(turns))

    def correct(self, path: str, correction: Correction) -> None:
        """Turn it, and exchange black and white where asked to, on top of what was done before; score it so."""
        self.post(lambda: self._open_session.correct(path, correction, self._clock()))

    def take_back_wish(self, path: str) -> None:
        """Score a file as it is and as the gate advises: whatever the reader wished for it is undone."""
        self.post(lambda: self._open_session.set_wish(path, Wish(), self._clock(), undone=True))

    def score_again(self, keys: Sequence[str]) -> None:
        """Forget the results of these studies and score them anew."""
        self.post(lambda: self._open_session.score_again(keys))

    def cancel_scoring(self) -> None:
        """Ask for nothing more, not even for files that a scan still brings, until the reader goes on.

        ``scoring_cancelled`` comes from this thread, behind everything that was asked for before.
        """
        self.post(self._cancel_scoring)

    def request_scoring(self) -> None:
        """Ask for everything that waits: after the reader cancelled and wants to go on."""
        self.post(self._need_all)

    def add(self, generation: int, images: Sequence[ImageEntry]) -> None:
        """Files that a scan has read, with their headers or the reasons why there is none."""
        self._inbox.put(generation, images)
        self.post(self._take_in, Rank.BULK)

    def end_scan(self, generation: int, complete: bool, unreadable: Paths = (), unchanged: Paths = ()) -> None:
        """Files that a ``complete`` scan did not meet are gone, except below ``unreadable``; ``unchanged`` were met."""
        task = partial(self._end_scan, complete, unreadable, unchanged)
        self.post(partial(self._do_if_open, generation, task), Rank.BULK)

    def record(self, predictions: Sequence[Prediction]) -> None:
        """Keep results, then show them; returns when they are kept. Not from the window's thread: it waits for a disk.

        Results that cannot be saved (a full disk) are shown all the same, with a notice, and saved with the next ones.
        Raises ``StoreError`` where there is no store at all.
        """
        self._ask(lambda: self._record(predictions), Rank.SOON)

    def export_impressions(self, target: Path) -> int:
        """Write the impressions of the whole worklist as a table for training; returns how many images it names.

        Waits for this thread: call it from another than the window's (``Tasks.run``). Raises ``OSError`` and
        ``StoreError``.
        """
        return self._ask(lambda: self._open_session.export_impressions(target), Rank.SOON)

    def deeds(self) -> list[Deed]:
        """The log of what readers did to the scoring of images, oldest first. Waits, as ``export_deeds`` does."""
        return self._ask(lambda: list(self._open_session.deeds()), Rank.SOON)

    def readings(self) -> tuple[list[Deed], list[float]]:
        """(the whole log, seconds from arrival to ranked of each study). Waits, as ``deeds`` does."""
        return self._ask(lambda: (list(self._open_session.deeds()), self._open_session.waits_until_ranked()), Rank.SOON)

    def export_deeds(self, target: Path) -> int:
        """Write the log of what readers did to the scoring of images; otherwise as ``export_impressions``."""
        return self._ask(lambda: self._open_session.export_deeds(target), Rank.SOON)

    def sift(self, generation: int, identities: Sequence[FileIdentity]) -> Sifted:
        """Take note of what a scan found and say what must be read. Not from the window's thread."""
        return self._ask(lambda: self._sift(generation, identities), Rank.BULK)

    def known_marks(self, generation: int) -> Answer[set[str]]:
        """Of files that a scan need not sift, by ``scan.mark_of``; overtakes all loading."""
        return self.ask(
            lambda: self._open_session.known_marks() if generation == self._generation else set(), Rank.SOON
        )

    def _ask(self, task: Callable[[], T], rank: Rank) -> T:
        try:
            return self.call(task, rank)
        except ThreadEndedError:
            raise StoreError(_CLOSED) from None

    # In this thread ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the store, which may take a moment: it is checked."""
        try:
            store = Store(self._database)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._session = session_of(store, self._first_digest)
        if store.read_only:
            self.opened_read_only.emit(store.notices[0])
        else:
            for text in store.notices:
                self.notice.emit(text)
        self.perform(self._count_labels)

    def perform(self, task: Callable[[], None]) -> None:
        """One task, then word of what it changed."""
        try:
            task()
        except StoreError as error:
            if self._session is not None:
                self.notice.emit(str(error))
        self._tell()

    def end(self) -> None:
        """Close the store."""
        if self._session is None:
            return
        try:
            self._session.close(self._clock())
        except StoreError as error:
            log.error("results were lost: %s", error)
        self._session = None

    @property
    def _open_session(self) -> WorklistSession:
        if self._session is None:
            raise StoreError(_CLOSED)
        return self._session

    def _tell(self) -> None:
        if self._session is None:
            return
        news = self._session.take_news()
        if news.removed:
            self.entries_removed.emit(news.removed)
        for page in news.pages:
            self.rows_loaded.emit(page)
        if news.contradicted is not None:
            self.contradicted.emit(news.contradicted)
        for start in range(0, len(news.changed), _PAGE):
            self.entries_changed.emit(news.changed[start : start + _PAGE])
        if news.needed and self._wants_scoring:
            self.scoring_needed.emit(news.needed)
        for request in news.wished:
            self.scoring_wished.emit(request)
        if self._session.undo_steps != self._undo_steps:
            self._undo_steps = self._session.undo_steps
            self.undo_changed.emit(self._undo_steps)

    def _open(self, roots: list[str]) -> None:
        session = self._open_session
        self._generation += 1
        self._roots = roots
        pages = session.open(roots, self._clock())
        session.take_news()
        self._loading, self._looking, self._wants_scoring = True, False, True
        self.folder_opened.emit(roots)
        self._load(self._generation, pages)

    def _load(self, generation: int, pages: Iterator[None]) -> None:
        """One page, then the next after whatever a reader asked for meanwhile."""
        if generation != self._generation:
            return
        if next(pages, _END) is _END:
            self._loading = False
            # First, or the scan that follows would wait for it in the middle.
            for task in (self._open_session.find_contradictions, self._end_loading):
                self.post(partial(self._do_if_open, generation, task), Rank.BULK)
            return
        self._tell()
        self.post(lambda: self._load(generation, pages), Rank.BULK)

    def _do_if_open(self, generation: int, task: Callable[[], None]) -> None:
        if generation == self._generation:
            task()

    def _end_loading(self) -> None:
        self.folder_loaded.emit(self._roots, self._generation)

    def _scan_again(self, looking: bool) -> None:
        if self._roots and not self._loading:
            self._looking = looking
            self._generation += 1
            self._open_session.begin_scan()
            (self.look_due if looking else self.folder_loaded).emit(self._roots, self._generation)

    def _undo(self) -> None:
        self._open_session.undo(self._clock())
        self._count_labels()

    def _set_impression(self, key: str, words: Words) -> None:
        self._open_session.reading.set_impression(key, words, self._clock())
        self._count_labels()

    def _count_labels(self) -> None:
        self.labels_counted.emit(self._open_session.count_labels())

    def _set_model(self, model_digest: str) -> None:
        session = self._open_session
        if session.set_model(model_digest):
            self.reader.model = ModelKey(model_digest, RESULT_VERSION)
            self._wants_scoring = True
            self._rounds.go_through("reload", session.reload())

    def _set_reader(self, name: str, blind: bool) -> None:
        session = self._open_session
        if session.reading.set_reader(name, blind):
            self._rounds.go_through("reload", session.reload())

    def _cancel_scoring(self) -> None:
        self._wants_scoring = False
        self.scoring_cancelled.emit()

    def _need_all(self) -> None:
        self._wants_scoring = True
        self._open_session.need_all()
        self._rounds.go_through("need", self._open_session.need_unread())

    def _sift(self, generation: int, identities: Sequence[FileIdentity]) -> Sifted:
        return self._open_session.sift(identities) if generation == self._generation else Sifted()

    def _take_in(self) -> None:
        if images := self._inbox.take(self._generation):
            self._open_session.add(images, self._clock())

    def _end_scan(self, complete: bool, unreadable: Paths, unchanged: Paths) -> None:
        self._open_session.end_scan(complete, unreadable, unchanged, try_again=not self._looking)
        self._tell()
        self.folders_met.emit(self._open_session.folders(self._roots))
        self.folder_scanned.emit(self._roots, complete)

    def _record(self, predictions: Sequence[Prediction]) -> None:
        trouble = self._open_session.record(predictions, self._clock())
        if trouble:
            self.notice.emit(trouble)


_END = object()

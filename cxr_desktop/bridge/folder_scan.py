"""The thread that walks folders and has headers read by the decoder child; opens no file itself, knows no widget."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.task_thread import TaskThread
from cxr_desktop.bridge.worklist_session import Sifted
from cxr_desktop.domain.errors import CxrError, NotAnImageError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.worklist.scan import Found, ScanProblem, listed, walk_past

log = logging.getLogger(__name__)

_FIRST_BATCH, _BATCH = 8, 64
_AT_ONCE = 512
"""Headers for which the decoder is asked together, so that it never waits for us."""
_SHOWN_S = 0.25
"""Rows are shown so often at least, and headers read while a large folder is still walked."""
_BEAT_S = 0.05
SETTLE_S = 2.0
"""A file that a look has met is read once it has not changed for so long."""
_YOUNG_S = 10.0
"""A file that was written so lately may still be growing: where its header cannot be read, it is read once more."""
_PATIENCE_S = 0.4
"""After a cancel the decoder may finish what it reads for so long; then it is ended."""


class HeaderReader(Protocol):
    """What is asked of ``imaging.header_readers.HeaderReaders``."""

    def start(self) -> None: ...
    def close(self) -> None: ...
    def each_header(self, paths: Sequence[str]) -> Generator[Sequence[Radiograph | CxrError], None, None]: ...


class Marks(Protocol):
    """What the store was asked, and answers while this thread wakes up. Raises ``CxrError``."""

    def result(self) -> Set[str]: ...


class Intake(Protocol):
    """Where files go: ``WorklistService``."""

    def sift(self, generation: int, identities: Sequence[FileIdentity]) -> Sifted: ...
    def add(self, generation: int, images: Sequence[ImageEntry]) -> None: ...
    def known_marks(self, generation: int) -> Marks: ...
    def end_scan(
        self, generation: int, complete: bool, unreadable: Sequence[str] = (), unchanged: Sequence[str] = ()
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class ScanSummary:
    """How a scan ended. ``problems`` counts folders that could not be opened; ``complete`` is false after a cancel."""

    found: int
    read: int
    problems: int
    complete: bool
    seconds: float


@dataclass(slots=True)
class _Scan:
    """One run. ``idle`` is set while no file is being read. ``quiet``: a look for news, of which nobody is told.

    ``unsettled`` counts files that may still be growing.
    """

    generation: int
    cancelled: threading.Event
    idle: threading.Event
    started: float
    found: int = 0
    read: int = 0
    told: float = 0.0
    shown: float = 0.0
    rows: int = 0
    quiet: bool = False
    unsettled: int = 0
    doubtful: list[FileIdentity] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


class FolderScan(TaskThread):
    """Public methods return at once. A new scan ends the one that runs. Signals come from this thread:

    - ``scan_started()``
    - ``progress(int found, int read)``: files met and headers known, at most 20 times a second
    - ``problem(str path, str reason)``: a folder that could not be opened
    - ``scan_finished(ScanSummary)``
    - ``looked(int unsettled, float seconds)``: a scan or a look is over; so many files may still be growing
    """

    scan_started = Signal()
    progress = Signal(int, int)
    problem = Signal(str, str)
    scan_finished = Signal(object)
    looked = Signal(int, float)

    def __init__(
        self,
        intake: Intake,
        decoder_factory: Callable[[], HeaderReader],
        parent: QObject | None = None,
        settle_s: float = SETTLE_S,
    ) -> None:
        """``decoder_factory`` makes ``HeaderReaders`` that were not started yet."""
        super().__init__("folder scan", parent)
        self._intake = intake
        self._make_decoder = decoder_factory
        self._settle_s = settle_s
        self._decoder: HeaderReader | None = None
        self._current = _Scan(0, threading.Event(), threading.Event(), 0.0)
        self._current.idle.set()
        self._growing: dict[str, tuple[FileIdentity, float]] = {}
        self.patient = False
        """Whether somebody looks again: then files that are still growing are not judged."""

    # From any thread --------------------------------------------------------------------------------------------

    def scan(self, roots: Sequence[str], generation: int) -> None:
        """Walk these folders and files; connect to ``WorklistService.folder_loaded``."""
        self._begin(roots, _Scan(generation, threading.Event(), threading.Event(), time.monotonic()))

    def look(self, roots: Sequence[str], generation: int) -> None:
        """The same for news, without a word; files must have stopped growing. Connect to ``look_due``."""
        self._begin(roots, _Scan(generation, threading.Event(), threading.Event(), time.monotonic(), quiet=True))

    def _begin(self, roots: Sequence[str], run: _Scan) -> None:
        self.cancel()
        run.idle.set()
        self._current = run
        # Asked here, it comes before anything that the store does next.
        known = self._intake.known_marks(run.generation)
        self.post(lambda: self._scan(list(roots), run, known))

    def cancel(self) -> None:
        """End the scan that runs within a second, whatever a file does to the decoder. What was found stays."""
        run = self._current
        run.cancelled.set()
        if not run.idle.is_set() and self.isRunning():
            threading.Thread(target=self._unstick, args=(run, self._decoder), daemon=True).start()

    def renew_decoder(self) -> None:
        """Read with a new decoder from the next file on: the limits have changed."""
        self.post(self._renew_decoder)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Cancel, end the decoder and the thread."""
        self.cancel()
        return super().stop(timeout_s)

    @staticmethod
    def _unstick(run: _Scan, decoder: HeaderReader | None) -> None:
        if not run.idle.wait(_PATIENCE_S) and decoder is not None:
            decoder.close()

    # In this thread ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Warm the decoder up while the reader looks for a folder."""
        try:
            self._ensure_decoder().start()
        except CxrError as error:
            log.warning("the decoder could not be started: %s", error)

    def end(self) -> None:
        """End the decoder."""
        if self._decoder is not None:
            self._decoder.close()
            self._decoder = None

    def _renew_decoder(self) -> None:
        self.end()
        self.begin()

    def _ensure_decoder(self) -> HeaderReader:
        if self._decoder is None:
            self._decoder = self._make_decoder()
        return self._decoder

    def _scan(self, roots: list[str], run: _Scan, known: Marks) -> None:
        if run.cancelled.is_set():
            return
        run.shown = time.monotonic()
        if not run.quiet:
            self._growing.clear()
            self.scan_started.emit()
        pending: deque[FileIdentity] = deque()
        again: list[FileIdentity] = []
        unreadable: list[str] = []
        try:
            marks = known.result()
            for root in roots:
                for met in walk_past(marks, root, run.cancelled.is_set):
                    self._pass_by(met.unchanged, run)
                    if met.found:
                        pending.extend(self._take_in(met.found, run, again, unreadable))
                    if pending and (not run.rows or time.monotonic() - run.shown >= _SHOWN_S):
                        self._read(pending, run, _BATCH)
            pending.extend(again)
            while pending and not run.cancelled.is_set():
                self._read(pending, run)
            self._read_doubtful(run)
        except CxrError as error:
            log.warning("the scan ended early: %s", error)
            run.cancelled.set()
        # A drive that was pulled meanwhile says nothing about the files that were on it.
        unreadable += [root for root in roots if root not in unreadable and not os.path.lexists(root)]
        complete = not run.cancelled.is_set()
        self._tell(run, now=True)
        self._intake.end_scan(run.generation, complete, unreadable, run.unchanged)
        elapsed = time.monotonic() - run.started
        if not run.quiet:
            self.scan_finished.emit(ScanSummary(run.found, run.read, len(unreadable), complete, elapsed))
        self.looked.emit(run.unsettled, elapsed)

    def _pass_by(self, unchanged: Sequence[str], run: _Scan) -> None:
        """Nobody need look at these; that they were met is said when the scan is over."""
        run.unchanged += unchanged
        run.found += len(unchanged)
        run.read += len(unchanged)
        self._tell(run)

    def _take_in(
        self, batch: Sequence[Found], run: _Scan, again: list[FileIdentity], unreadable: list[str]
    ) -> list[FileIdentity]:
        """Show what was met, and return the files whose headers are not known."""
        # A row in place of a known file that vanished would take its result and the reader's wishes away.
        problems = [found for found in batch if isinstance(found, ScanProblem) and not found.vanished]
        files = [found for found in batch if isinstance(found, FileIdentity)]
        for problem in problems:
            if problem.hides_files:
                unreadable.append(problem.path)
            if problem.hides_files and not run.quiet:
                self.problem.emit(problem.path, problem.reason)
        rows = [_row_of(problem) for problem in problems]
        if run.quiet and rows:
            news = set(self._intake.sift(run.generation, [row.identity for row in rows]).fresh)
            rows = [row for row in rows if row.identity in news]
        if rows:
            self._intake.add(run.generation, rows)
        sifted = self._intake.sift(run.generation, files)
        if not run.quiet:  # what failed is tried again when the reader asks, not every half minute
            again.extend(sifted.again)
        run.found += len(files)
        run.read += len(files) - len(sifted.fresh) - len(sifted.again)
        self._tell(run)
        fresh = [identity for identity in sifted.fresh if not run.quiet or self._has_settled(identity)]
        run.unsettled += len(sifted.fresh) - len(fresh)
        return fresh

    def _has_settled(self, identity: FileIdentity) -> bool:
        """Unchanged since a look that was long enough ago. The clocks of other computers are not asked."""
        now = time.monotonic()
        before, since = self._growing.get(identity.path, (None, now))
        if before != identity:
            self._growing[identity.path] = identity, now
            return False
        if now - since < self._settle_s:
            return False
        del self._growing[identity.path]
        return True

    def _read(self, pending: deque[FileIdentity], run: _Scan, most: int = _AT_ONCE, final: bool = False) -> None:
        """The next headers; few at first, so that the first rows show at once. ``final``: what fails has failed."""
        count = min(len(pending), most if run.read >= _FIRST_BATCH else _FIRST_BATCH)
        if not count or run.cancelled.is_set():
            return
        identities = [pending.popleft() for _ in range(count)]
        decoder = self._ensure_decoder()
        done, headers = 0, list[Radiograph | CxrError]()
        run.idle.clear()
        try:
            with closing(decoder.each_header([identity.path for identity in identities])) as parts:
                for part in parts:
                    headers += part
                    if run.cancelled.is_set():
                        break
                    is_due = len(headers) >= _BATCH or time.monotonic() - run.shown >= _SHOWN_S
                    if headers and (is_due or done + len(headers) == count):
                        self._show(identities[done : done + len(headers)], headers, run, final)
                        done, headers = done + len(headers), []
        finally:
            run.idle.set()
        if run.cancelled.is_set():
            # It may have been closed under our hands, and then says so of every file.
            decoder.close()
            self._decoder = None

    def _show(
        self, identities: Sequence[FileIdentity], headers: Sequence[Radiograph | CxrError], run: _Scan, final: bool
    ) -> None:
        """Rows of what was read."""
        run.shown = time.monotonic()
        run.rows += len(headers)
        images = [_image_of(identity, header) for identity, header in zip(identities, headers, strict=True)]
        run.unsettled += sum(map(_is_young, images))
        if not (run.quiet or final):
            run.doubtful += [image.identity for image in images if _may_be_growing(image)]
            images = [image for image in images if not _may_be_growing(image)]
        self._intake.add(run.generation, images)
        run.read += len(images)
        self._tell(run)

    def _read_doubtful(self, run: _Scan) -> None:
        """Once more, a little later, and for good: files that could not be read may have been growing."""
        if not run.doubtful or run.cancelled.wait(self._settle_s):
            return
        before = set(run.doubtful)
        found = [each for each in listed(i.path for i in run.doubtful) if isinstance(each, FileIdentity)]
        still = [identity for identity in found if identity not in before] if self.patient else []
        pending = deque(identity for identity in found if identity not in still)
        while pending and not run.cancelled.is_set():
            self._read(pending, run, final=True)

    def _tell(self, run: _Scan, now: bool = False) -> None:
        if not run.quiet and (now or time.monotonic() - run.told >= _BEAT_S):
            run.told = time.monotonic()
            self.progress.emit(run.found, run.read)


def _row_of(problem: ScanProblem) -> ImageEntry:
    """Nothing that was met in a folder is passed over in silence."""
    identity = FileIdentity(problem.path, 0, 0, 0)
    return ImageEntry(identity, None, Prediction(problem.path, problem.status, problem.reason))


def _is_young(image: ImageEntry) -> bool:
    return abs(time.time() - image.identity.mtime_ns / 1e9) < _YOUNG_S


def _may_be_growing(image: ImageEntry) -> bool:
    return image.radiograph is None and _is_young(image)


def _image_of(identity: FileIdentity, header: Radiograph | CxrError) -> ImageEntry:
    if isinstance(header, Radiograph):
        return ImageEntry(identity, header)
    status = Status.NOT_AN_IMAGE if isinstance(header, NotAnImageError) else Status.NOT_SCORED
    return ImageEntry(identity, None, Prediction(identity.path, status, str(header)))

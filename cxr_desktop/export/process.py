"""The export as a child process, the parent's side: encoders and PDF never slow or end the window."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait

from cxr_desktop.export.job import ExportJob
from cxr_desktop.export.written import Ending, Written
from cxr_desktop.imaging.budget import ReadBudget

log = logging.getLogger(__name__)

_STOP_SECONDS = 5.0


def _serve(connection: Connection, job: ExportJob, budget: ReadBudget, seconds_per_file: float) -> None:
    """Entry of the child: encoders are imported there, not in the window."""
    from cxr_desktop.export.child import serve

    serve(connection, job, budget, seconds_per_file)


class ExportProcess:
    """A spawned child that does one job. ``run`` waits for it; ``stop`` and ``kill`` may come from any thread."""

    def __init__(self, job: ExportJob, budget: ReadBudget, seconds_per_file: float) -> None:
        context = multiprocessing.get_context("spawn")
        self._job = job
        self._ours, self._theirs = context.Pipe()
        # No daemon, which could have no decoder child of its own; it ends when the pipe closes.
        self._process = context.Process(
            target=_serve, args=(self._theirs, job, budget, seconds_per_file), name="cxr-desktop export", daemon=False
        )
        self._asked_to_stop = threading.Event()

    def run(self, tell: Callable[[int, int], None]) -> Written:
        """Do the job; ``tell(done, total)`` is called in this thread."""
        try:
            self._process.start()
        except OSError as error:
            log.error("the export could not be started: %s", type(error).__name__)
            self._ours.close()
            self._theirs.close()
            return Written(self._job.new_folder, ending=Ending.CRASHED)
        self._theirs.close()
        try:
            written = self._listen(tell)
            self._process.join(_STOP_SECONDS)
            return written
        finally:
            self.kill()
            self._ours.close()

    def _listen(self, tell: Callable[[int, int], None]) -> Written:
        done = 0
        while True:
            if self._asked_to_stop.is_set():
                with contextlib.suppress(OSError):
                    self._ours.send("stop")
                self._asked_to_stop.clear()
            if not wait([self._ours, self._process.sentinel], 0.1):
                continue
            try:
                if not self._ours.poll():
                    raise EOFError
                answer = self._ours.recv()
            except (EOFError, OSError):
                log.error("the export ended unexpectedly after %d steps", done)
                return Written(self._job.new_folder, ending=Ending.CRASHED)
            if isinstance(answer, Written):
                return answer
            done, total = answer
            tell(done, total)

    def stop(self) -> None:
        """Ask it to end after the file in hand."""
        self._asked_to_stop.set()

    def kill(self) -> None:
        """End it at once; an unfinished file may stay under its temporary name."""
        with contextlib.suppress(ValueError, AttributeError):
            if self._process.is_alive():
                self._process.kill()
                self._process.join()

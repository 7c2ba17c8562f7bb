"""The decoder as a child process, the parent's side: files that kill or hang a codec cost one row, never the window."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Container, Generator, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging import decoder_entry
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_message import Counter, unpacked
from cxr_desktop.imaging.quarantine import Quarantine
from cxr_desktop.imaging.shared_image import PixelMemory, SharedImage

log = logging.getLogger(__name__)

_START_SECONDS = 120.0
_STOP_SECONDS = 2.0
_DECODE_THREADS = 4
_ATTEMPTS = 3


class _ChildDiedError(Exception):
    """The child ended while it was wanted."""


class _ChildHangsError(Exception):
    """The child did not answer in time."""


class DecoderProcess:
    """A spawned child that reads files. Used from one thread at a time; ``close`` may come from any thread.

    ``seconds_per_file`` is the longest that one file may take; the child is then killed and started again. A file that
    killed or hung it twice is set aside until it is written anew. ``with_images`` false: headers alone will be asked
    for, and the child is small. Children that are used from one thread may share what they set aside.
    """

    def __init__(
        self,
        budget: ReadBudget,
        seconds_per_file: float = 60.0,
        with_images: bool = True,
        quarantine: Quarantine | None = None,
    ) -> None:
        # One image at a time is read here, by somebody who waits for it.
        self._budget = replace(budget, decode_threads=min(_DECODE_THREADS, os.cpu_count() or 1))
        self._seconds_per_file = seconds_per_file
        self._with_images = with_images
        self._context = multiprocessing.get_context("spawn")
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._in_use = threading.Lock()
        self._closed = False
        self._begun: Counter = self._context.RawValue("L", 0)
        self._quarantine = quarantine or Quarantine()

    @property
    def pid(self) -> int | None:
        """Process id of the child, while there is one."""
        process = self._process
        return process.pid if process is not None else None

    def start(self) -> None:
        """Start the child if it does not run. Raises ``CxrError`` where it cannot be started."""
        with self._in_use:
            self._ensure_started()

    def close(self) -> None:
        """End the child; what is being read fails with ``UnreadableImageError``. May be called twice."""
        self._closed = True
        while not self._in_use.acquire(timeout=0.05):
            process = self._process
            # The other thread may have ended and closed it in this moment.
            with contextlib.suppress(ValueError):
                if process is not None and process.pid is not None:
                    process.kill()
        try:
            self._stop(kill=False)
        finally:
            self._in_use.release()

    def __enter__(self) -> DecoderProcess:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read_headers(self, paths: Sequence[str]) -> list[Radiograph | CxrError]:
        """Headers or the reasons why there is none, in the order of ``paths``."""
        return [header for some in self.each_header(paths) for header in some]

    def each_header(self, paths: Sequence[str]) -> Generator[list[Radiograph | CxrError], None, None]:
        """The same as they come, some at a time: the child reads on while the caller has them.

        The first are none: the child has begun, and the caller need not wait yet. To be closed where it is not read to
        its end; the child is ended then.
        """
        at = 0
        faults: dict[int, CxrError] = {}
        with self._in_use:
            while at < len(paths):
                if (reason := faults.get(at) or self._quarantine.reason(paths[at])) is not None:
                    at += 1
                    yield [reason]
                    continue
                first, end = at, self._end_of_run(paths, at, faults)
                try:
                    self._request("headers", list(paths[at:end]))
                    if at == 0:
                        yield []
                    while at < end:
                        answers = self._receive()
                        at += len(answers)
                        yield unpacked(paths[at - len(answers) : at], answers)
                except (_ChildDiedError, _ChildHangsError) as fault:
                    # What was read before it and not told yet is read again.
                    culprit = max(at, min(end, first + self._begun.value) - 1)
                    faults[culprit] = self._reason(fault, paths[culprit])
                    self._stop(kill=True)
                except CxrError as error:
                    # The child cannot be started; the files are not at fault, but none can be read.
                    yield [error] * (len(paths) - at)
                    return
                except BaseException:
                    self._stop(kill=True)
                    raise

    def read_image(self, path: str) -> SharedImage:
        """Full-resolution pixels through shared memory; the caller closes them. Raises ``CxrError``."""
        with self._in_use:
            if (set_aside := self._quarantine.reason(path)) is not None:
                raise set_aside
            try:
                self._request("image", path)
                image = self._receive_image()
                self._quarantine.forgive(path)
                return image
            except (_ChildDiedError, _ChildHangsError) as fault:
                self._stop(kill=True)
                raise self._reason(fault, path) from None
            except CxrError:
                raise
            except BaseException:
                # Whatever it was: answers to this request must not be taken for answers to the next.
                self._stop(kill=True)
                raise

    def _request(self, kind: str, argument: Any) -> None:
        """Ask a child that lives. One that died at rest is found out here, so that no file is blamed for it."""
        for attempt in range(_ATTEMPTS):
            self._ensure_started()
            try:
                self._send((kind, argument))
                self._receive()
            except _ChildDiedError:
                if attempt == _ATTEMPTS - 1:
                    raise
                self._stop(kill=True)
            else:
                return

    def _receive_image(self) -> SharedImage:
        description, shape = self._require_no_error(self._receive())
        try:
            memory = PixelMemory(2 * shape[0] * shape[1])
        except OSError:
            self._send(None)
            raise UnreadableImageError("not enough shared memory for this image") from None
        try:
            self._send(memory.name)
            self._require_no_error(self._receive())
            memory.forget_name()
            self._require_no_error(self._receive())
            return SharedImage(memory, description, shape)
        except BaseException:
            memory.forget_name()
            memory.try_close()
            raise

    @staticmethod
    def _require_no_error(answer: Any) -> Any:
        if isinstance(answer, CxrError):
            raise answer
        return answer

    def _end_of_run(self, paths: Sequence[str], start: int, faults: Container[int]) -> int:
        """Up to the next file that is set aside."""
        numbers = range(start + 1, len(paths))
        return next((n for n in numbers if n in faults or self._quarantine.reason(paths[n]) is not None), len(paths))

    def _reason(self, fault: Exception, path: str) -> CxrError:
        if self._closed:
            return UnreadableImageError("reading was stopped")
        self._quarantine.blame(path)
        if isinstance(fault, _ChildHangsError):
            log.warning("a file took longer than %g s to read; the decoder was restarted", self._seconds_per_file)
            return UnreadableImageError(f"reading took longer than {self._seconds_per_file:g} seconds")
        log.warning("the decoder ended while it read a file; it was restarted")
        return UnreadableImageError("the decoder ended unexpectedly while reading this file")

    def _ensure_started(self) -> None:
        if self._closed:
            raise UnreadableImageError("reading was stopped")
        if self._process is not None and self._process.is_alive():
            return
        self._stop(kill=True)
        self._connection, theirs = self._context.Pipe()
        self._process = self._context.Process(
            target=decoder_entry.serve,
            args=(theirs, self._budget, self._begun, self._with_images),
            name="cxr-desktop decoder",
            daemon=True,
        )
        try:
            self._process.start()
            theirs.close()
            self._receive(_START_SECONDS)
        except (_ChildDiedError, _ChildHangsError, OSError) as fault:
            theirs.close()
            self._stop(kill=True)
            log.error("the decoder could not be started: %s", type(fault).__name__)
            reason = "reading was stopped" if self._closed else "the image decoder could not be started"
            raise CxrError(reason) from None

    def _send(self, message: Any) -> None:
        assert self._connection is not None
        try:
            self._connection.send(message)
        except OSError:
            raise _ChildDiedError from None

    def _receive(self, seconds: float | None = None) -> Any:
        """The child's next answer. Waits for it or for the child's end, whichever comes first."""
        assert self._connection is not None
        assert self._process is not None
        deadline = time.monotonic() + (self._seconds_per_file if seconds is None else seconds)
        ready = wait([self._connection, self._process.sentinel], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise _ChildHangsError
        try:
            # Also when the sentinel fired: what the child sent before it ended is still in the pipe.
            if not self._connection.poll():
                raise _ChildDiedError
            return self._connection.recv()
        except (EOFError, OSError):
            raise _ChildDiedError from None

    def _stop(self, kill: bool) -> None:
        connection, process = self._connection, self._process
        self._connection = self._process = None
        if connection is not None:
            connection.close()
        if process is None:
            return
        with contextlib.suppress(ValueError):
            if process.pid is not None:
                if not kill:
                    process.join(_STOP_SECONDS)
                if process.is_alive():
                    process.kill()
                process.join()
            process.close()

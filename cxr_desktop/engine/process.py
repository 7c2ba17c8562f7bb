"""The engine as a child process, seen from the parent: start, submit, poll, close; knows neither Qt nor networks."""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from cxr_desktop.engine import child
from cxr_desktop.engine.child import Ask, Cancel, EngineConfig, LogLine, Submit, Withdraw
from cxr_desktop.engine.early import EarlyChild
from cxr_desktop.engine.messages import (
    EngineDied,
    EngineEvent,
    EngineFailed,
    EngineReady,
    EngineWarning,
    JobDone,
    JobsCancelled,
    JobStarted,
    Question,
    ScoreRequest,
)
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.process_memory import resident_bytes
from cxr_desktop.imaging.budget import ReadBudget

__all__ = [
    "EngineDied",
    "EngineEvent",
    "EngineFailed",
    "EngineProcess",
    "EngineReady",
    "EngineWarning",
    "JobDone",
    "JobStarted",
    "JobsCancelled",
    "ScoreRequest",
]

log = logging.getLogger(__name__)

_MESSAGES_PER_POLL = 200
_SECONDS_TO_START = 180.0
"""A start takes a second or two, with torch from a slow disk perhaps a minute: who needs longer stands still."""


class EngineProcess:
    """One child at a time; used from one thread. After ``EngineDied`` or ``close`` it may be started again.

    Job ids are the caller's, each used once. Every submitted job ends as ``JobDone``, in ``JobsCancelled`` or in
    ``EngineDied``.
    """

    def __init__(
        self,
        folders: ModelFolders,
        device: str = "auto",
        budget: ReadBudget | None = None,
        seconds_per_file: float = 60.0,
        seconds_to_start: float = _SECONDS_TO_START,
        early: EarlyChild | None = None,
    ) -> None:
        """``early`` was spawned ahead and becomes the first child."""
        self._config = EngineConfig(folders, device, budget)
        self._may_grow = (budget or ReadBudget()).engine_bytes
        self._most_bytes = 0
        self._seconds_per_file = seconds_per_file
        self._seconds_to_start = seconds_to_start
        self._starting_since: float | None = None
        self._early = early
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._failed = False
        self._waiting: dict[int, None] = {}
        self._started: dict[int, float] = {}

    @property
    def pid(self) -> int | None:
        """Of the child, or ``None``."""
        return self._process.pid if self._process else None

    @property
    def in_flight(self) -> tuple[int, ...]:
        """Jobs that have started and are not done, oldest first."""
        return tuple(self._started)

    def is_alive(self) -> bool:
        """Does the child run?"""
        return self._process is not None and self._process.is_alive()

    def start(self) -> None:
        """Spawn the child; returns at once, ``EngineReady`` or ``EngineFailed`` follows. Does nothing if it runs."""
        if self._process is not None:
            return
        level = logging.getLogger("cxr_desktop").getEffectiveLevel()
        config = replace(self._config, log_level=level)
        self._failed, self._most_bytes, self._starting_since = False, 0, time.monotonic()
        if self._take_early(config):
            return
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=child.run, args=(theirs, config), name="cxr-engine", daemon=True)
        self._process.start()
        theirs.close()

    def _take_early(self, config: EngineConfig) -> bool:
        """Let the child that was spawned ahead begin, if it still lives."""
        early, self._early = self._early, None
        if early is None:
            return False
        try:
            early.connection.send(config)
        except OSError:
            early.connection.close()
            return False
        self._process, self._connection = early.process, early.connection
        return True

    def submit(self, requests: Sequence[tuple[int, ScoreRequest]]) -> None:
        """Queue jobs behind those already queued. They are lost, and named in ``EngineDied``, if the child dies."""
        for job, _ in requests:
            self._waiting[job] = None
        self._send(Submit(tuple(requests)))

    def cancel_pending(self) -> None:
        """Drop all jobs that have not started; ``JobsCancelled`` names them."""
        self._send(Cancel())

    def ask(self, number: int, question: Question) -> None:
        """Answered by ``Answered`` with this number, beside the queue; not at all if the child dies before."""
        self._send(Ask(number, question))

    def withdraw(self, number: int) -> None:
        """Nobody waits for this answer any more; it may still come."""
        self._send(Withdraw(number))

    def _send(self, message: object) -> None:
        if self._connection is None:
            raise RuntimeError("the engine process is not running")
        try:
            self._connection.send(message)
        except OSError:
            log.debug("the engine process is gone; poll() will say so")

    def poll(self, timeout: float) -> list[EngineEvent]:
        """What happened, waiting at most ``timeout`` seconds for the first event."""
        if self._process is None or self._connection is None:
            return []
        wait([self._connection, self._process.sentinel], timeout)
        events, ended = self._receive(self._connection)
        timed_out = self._overdue()
        if timed_out and not ended:
            log.warning("a file took longer than %.0f s, the engine is restarted", self._seconds_per_file)
            self._process.kill()
            ended = True
        if not ended and self._stands_still():
            log.warning("the engine was not ready after %.0f s and is restarted", self._seconds_to_start)
            self._process.kill()
            ended = True
        outgrew = not ended and self._outgrew()
        if outgrew:
            log.warning("the engine took more memory than it may and is restarted")
            self._process.kill()
        if ended or outgrew or (not events and not self._process.is_alive()):
            events.extend(self._buried(timed_out, outgrew))
        return events

    def _receive(self, connection: Connection) -> tuple[list[EngineEvent], bool]:
        """Events that lie in the pipe, and whether it has ended."""
        events: list[EngineEvent] = []
        try:
            while len(events) < _MESSAGES_PER_POLL and connection.poll(0):
                message = connection.recv()
                if isinstance(message, LogLine):
                    logging.getLogger(message.logger).log(message.level, "%s", message.text)
                else:
                    self._note(message)
                    events.append(message)
        except (EOFError, OSError):
            return events, True
        return events, False

    def _note(self, event: EngineEvent) -> None:
        if isinstance(event, (EngineReady, EngineFailed)):
            self._starting_since = None
        if isinstance(event, JobStarted):
            self._waiting.pop(event.job_id, None)
            self._started[event.job_id] = time.monotonic()
        elif isinstance(event, JobDone):
            self._started.pop(event.job_id, None)
        elif isinstance(event, JobsCancelled):
            for job in event.job_ids:
                self._waiting.pop(job, None)
        elif isinstance(event, EngineFailed):
            self._failed = True
        elif isinstance(event, EngineReady) and self._process is not None and self._process.pid is not None:
            self._most_bytes = resident_bytes(self._process.pid) + self._may_grow

    def _outgrew(self) -> bool:
        """Looked at from here: a child inside a codec may be unable to look at itself."""
        pid = self.pid
        return bool(self._most_bytes and pid is not None and resident_bytes(pid) > self._most_bytes)

    def _stands_still(self) -> bool:
        since = self._starting_since
        return since is not None and time.monotonic() - since > self._seconds_to_start

    def _overdue(self) -> tuple[int, ...]:
        limit = time.monotonic() - self._seconds_per_file
        return tuple(job for job, since in self._started.items() if since < limit)

    def _buried(self, timed_out: tuple[int, ...], outgrew: bool) -> list[EngineEvent]:
        """The last event of a child that ended by itself; a failure to start was already told."""
        code = self._end()
        died = EngineDied(code, tuple(self._started), tuple(self._waiting), timed_out, outgrew)
        self._started.clear()
        self._waiting.clear()
        return [] if self._failed else [died]

    def close(self) -> None:
        """End the child: the closed pipe ends it at once, a signal does where that fails. Jobs are forgotten."""
        if self._process is not None:
            self._end()
        self._started.clear()
        self._waiting.clear()

    def _end(self) -> int:
        assert self._process is not None
        assert self._connection is not None
        self._connection.close()
        self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._process = self._connection = None
        return code if code is not None else -1

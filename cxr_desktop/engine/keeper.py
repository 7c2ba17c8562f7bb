"""Feeds an engine process, restarts it when it dies and finds the file that killed it; knows no store."""

from __future__ import annotations

import itertools
import logging
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from cxr_desktop.domain.prediction import SET_ASIDE, Prediction, ScoredBy, Status
from cxr_desktop.engine.messages import (
    Answer,
    Answered,
    EngineDied,
    EngineEvent,
    EngineFailed,
    EngineReady,
    EngineWarning,
    JobDone,
    JobsCancelled,
    JobStarted,
    Picture,
    Question,
    QuestionAdvanced,
    ScoreRequest,
)
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.question_desk import NOT_READY, QuestionDesk
from cxr_desktop.engine.scoring_queue import ScoringQueue

log = logging.getLogger(__name__)

DEATHS_ALONE = 2
"""So often must the engine stop while it has nothing but one file before the file is blamed."""
FRUITLESS_DEATHS = 20
"""So often may it stop without one result in between before the engine itself is blamed."""
TOO_MUCH_MEMORY = "scoring it takes more memory than is allowed"
"""Said of a file on which the engine outgrew its limit twice."""
STILLBIRTHS = 3
"""So often may it stop before any file was begun."""


class Engine(Protocol):
    """What is asked of ``engine.process.EngineProcess``."""

    def start(self) -> None: ...
    def close(self) -> None: ...
    def submit(self, requests: Sequence[tuple[int, ScoreRequest]]) -> None: ...
    def cancel_pending(self) -> None: ...
    def ask(self, number: int, question: Question) -> None: ...
    def withdraw(self, number: int) -> None: ...
    def poll(self, timeout: float) -> list[EngineEvent]: ...


EngineFactory = Callable[[ModelFolders], Engine]


class Life(StrEnum):
    """Of the engine process."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    FAILED = "failed"


@dataclass(slots=True)
class Job:
    """A file that was given to the engine. ``wanted`` is lost when newer wishes or another folder came meanwhile."""

    request: ScoreRequest
    alone: bool
    started: bool = False
    wanted: bool = True


@dataclass(slots=True)
class Outcome:
    """What one look at the engine brought."""

    started: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    """Begun or given out, and waiting again."""
    done: list[Prediction] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    """Of those done that were asked for one, by path."""
    warnings: list[str] = field(default_factory=list)
    ready: EngineReady | None = None
    answers: list[tuple[Question, Answer]] = field(default_factory=list)
    advanced: list[tuple[Question, float]] = field(default_factory=list)
    """How far questions are, 0…1."""


class EngineKeeper:
    """Used from one thread. ``queue`` holds what waits; ``look`` handles what happened, ``feed`` gives out more."""

    def __init__(self, factory: EngineFactory, seconds_per_file: float = 60.0) -> None:
        self.queue = ScoringQueue()
        self.life = Life.OFF
        self.failure = ""
        self.scored_by: ScoredBy | None = None
        self._factory = factory
        self.seconds_per_file = seconds_per_file
        self._engine: Engine | None = None
        self._ready: EngineReady | None = None
        self._jobs: dict[int, Job] = {}
        self._ids = itertools.count(1)
        self._suspects: deque[ScoreRequest] = deque()
        self._deaths: Counter[str] = Counter()
        self._slow: set[str] = set()
        self._fruitless = 0
        self._stillborn = 0
        self.desk = QuestionDesk()

    @property
    def in_flight(self) -> int:
        """Jobs that the engine has and that somebody waits for."""
        return sum(job.wanted for job in self._jobs.values())

    @property
    def waiting(self) -> int:
        """Files that were not given out."""
        return len(self.queue) + len(self._suspects)

    def start(self, folders: ModelFolders) -> Outcome:
        """Begin with these models, in place of the former ones. What waits goes on waiting."""
        outcome = self.stop()
        self._engine = self._factory(folders)
        self._ready, self.scored_by, self.failure = None, None, ""
        self._fruitless = self._stillborn = 0
        self._deaths.clear()
        self._slow.clear()
        self._start_process(Life.STARTING)
        return outcome

    def stop(self) -> Outcome:
        """End the process. What it had begun waits again."""
        outcome = Outcome()
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        outcome.answers.extend(self.desk.abandoned())
        self._return(list(self._jobs), outcome)
        self.life = Life.OFF
        return outcome

    def enqueue(self, requests: Sequence[ScoreRequest], first: bool = False) -> None:
        """A path that the engine has already is scored again: its bytes or the wishes for it have changed."""
        paths = {request.path for request in requests}
        for job in self._jobs.values():
            if job.request.path in paths:
                job.wanted = False
        self._suspects = deque(request for request in self._suspects if request.path not in paths)
        if first:
            for request in requests:
                self.queue.add_first(request)
        else:
            self.queue.add(requests)

    def cancel(self) -> list[str]:
        """Forget what waits; returns the paths that lost their turn. What has begun is finished and kept."""
        paths = [*self.queue.clear(), *(request.path for request in self._suspects)]
        self._suspects.clear()
        for job in self._jobs.values():
            if not job.started:
                job.wanted = False
                paths.append(job.request.path)
        self.withdraw()
        return paths

    def ask(self, question: Question) -> Outcome:
        """Put a question in place of the former one of its kind. Without an engine it is answered at once; one that is
        starting answers when it is ready."""
        outcome = Outcome()
        if self._engine is None or self.life in (Life.OFF, Life.FAILED):
            outcome.answers.append((question, NOT_READY))
        else:
            self.desk.ask(self._engine, question)
        return outcome

    def withdraw_question(self, kind: type[Question]) -> None:
        """The reader went on: nobody waits for an answer of this kind any more."""
        if self._engine is not None:
            self.desk.withdraw(self._engine, kind)

    def withdraw(self) -> None:
        """Take back what the engine has not begun: it comes back to the queue with the engine's answer."""
        if self._engine is not None and self.life is Life.READY and any(not job.started for job in self._jobs.values()):
            self._engine.cancel_pending()

    def feed(self, limit: int) -> None:
        """Give out files until ``limit`` are with the engine. A suspect is given out only when there is no other."""
        if self._engine is None or self.life is not Life.READY:
            return
        if self._suspects:
            if not self._jobs:
                self._submit([self._suspects.popleft()], alone=True)
            return
        if any(job.alone for job in self._jobs.values()):
            return
        requests = self.queue.take(limit - len(self._jobs)) if limit > len(self._jobs) else []
        slow = [request for request in requests if request.path in self._slow]
        self._suspects.extend(slow)
        self._submit([request for request in requests if request.path not in self._slow])

    def look(self, timeout: float = 0.0) -> Outcome:
        """What happened since the last look."""
        outcome = Outcome()
        if self._engine is None or self.life in (Life.OFF, Life.FAILED):
            return outcome
        for event in self._engine.poll(timeout):
            self._handle(event, outcome)
        return outcome

    def _submit(self, requests: list[ScoreRequest], alone: bool = False) -> None:
        if not requests or self._engine is None:
            return
        numbered = [(next(self._ids), request) for request in requests]
        self._jobs.update((number, Job(request, alone)) for number, request in numbered)
        self._engine.submit(numbered)

    def _start_process(self, life: Life) -> None:
        assert self._engine is not None
        self.life = life
        self._engine.start()

    def _handle(self, event: EngineEvent, outcome: Outcome) -> None:
        if isinstance(event, EngineReady):
            self._ready, self.scored_by, self.life = event, event.scored_by, Life.READY
            outcome.ready = event
        elif isinstance(event, JobStarted):
            self._on_started(event.job_id, outcome)
        elif isinstance(event, JobDone):
            self._on_done(event, outcome)
        elif isinstance(event, JobsCancelled):
            self._return(event.job_ids, outcome)
        elif isinstance(event, Answered):
            outcome.answers.extend(self.desk.answered(event))
        elif isinstance(event, QuestionAdvanced):
            outcome.advanced.extend(self.desk.advanced(event))
        elif isinstance(event, EngineWarning):
            outcome.warnings.append(event.text)
            if event.scored_by is not None and self._ready is not None:
                self.scored_by = event.scored_by
                self._ready = outcome.ready = replace(self._ready, scored_by=event.scored_by)
        elif isinstance(event, EngineFailed):
            self._fail(event.reason, outcome)
        elif isinstance(event, EngineDied):
            self._on_death(event, outcome)

    def _on_started(self, number: int, outcome: Outcome) -> None:
        job = self._jobs.get(number)
        if job is not None:
            job.started = True
            if job.wanted:
                outcome.started.append(job.request.path)

    def _on_done(self, event: JobDone, outcome: Outcome) -> None:
        self._fruitless = self._stillborn = 0
        job = self._jobs.pop(event.job_id, None)
        if job is not None and job.wanted:
            self._forgive(job.request.path)
            outcome.done.append(event.prediction)
            if event.picture is not None:
                outcome.pictures[job.request.path] = event.picture

    def _return(self, numbers: Sequence[int], outcome: Outcome) -> None:
        jobs = [job for number in numbers if (job := self._jobs.pop(number, None)) is not None and job.wanted]
        self.queue.put_back(job.request for job in jobs)
        outcome.returned.extend(job.request.path for job in jobs if job.started)

    def _on_death(self, event: EngineDied, outcome: Outcome) -> None:
        """Everybody who was there is asked alone; who is alone when it happens again is named."""
        log.warning("the engine process ended with code %d", event.exit_code)
        outcome.answers.extend(self.desk.abandoned())
        started = [number for number, job in self._jobs.items() if job.started or number in event.in_flight]
        self._fruitless += 1
        self._stillborn = 0 if started else self._stillborn + 1
        if event.timed_out:
            self._blame_slow(event.timed_out, outcome)
        else:
            reason = TOO_MUCH_MEMORY if event.outgrew else "the engine stopped twice on this file"
            self._blame([self._jobs.pop(number) for number in started], outcome, reason)
        self._return(list(self._jobs), outcome)
        if self._fruitless >= FRUITLESS_DEATHS or self._stillborn >= STILLBIRTHS:
            self._fail("the engine stopped again and again", outcome)
        else:
            self._start_process(Life.RESTARTING)

    def _blame(self, jobs: list[Job], outcome: Outcome, reason: str) -> None:
        for job in jobs:
            if not job.wanted:
                continue
            path = job.request.path
            if job.alone or len(jobs) == 1:
                self._deaths[path] += 1
            if self._deaths[path] >= DEATHS_ALONE:
                outcome.done.append(self._set_aside(job.request, reason))
            else:
                self._suspects.append(job.request)
                outcome.returned.append(path)

    def _blame_slow(self, numbers: Sequence[int], outcome: Outcome) -> None:
        """In company a file may only have waited for others (or the computer slept): it gets one more chance, alone."""
        for number in numbers:
            job = self._jobs.pop(number, None)
            if job is None or not job.wanted:
                continue
            if job.alone:
                reason = f"took longer than {self.seconds_per_file:g} s"
                outcome.done.append(self._set_aside(job.request, reason))
            else:
                self._slow.add(job.request.path)
                self.queue.put_last(job.request)
                outcome.returned.append(job.request.path)

    def _set_aside(self, request: ScoreRequest, reason: str) -> Prediction:
        self._forgive(request.path)
        return Prediction(
            request.path,
            Status.NOT_SCORED,
            reason,
            scored_by=self.scored_by,
            scored_at=datetime.now(UTC).isoformat(timespec="seconds"),
            quarter_turns=request.quarter_turns,
            override=request.override,
            inverted=request.inverted,
            flags=(SET_ASIDE,),
        )

    def _forgive(self, path: str) -> None:
        self._deaths.pop(path, None)
        self._slow.discard(path)

    def _fail(self, reason: str, outcome: Outcome) -> None:
        self.life, self.failure = Life.FAILED, reason
        if self._engine is not None:
            self._engine.close()
        outcome.answers.extend(self.desk.abandoned())
        self._return(list(self._jobs), outcome)

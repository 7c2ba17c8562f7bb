"""Score a whole list through the engine process and survive its death; for callers without an event loop."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.engine.messages import (
    EngineDied,
    EngineEvent,
    EngineFailed,
    EngineReady,
    EngineWarning,
    JobDone,
    ScoreRequest,
)
from cxr_desktop.engine.process import EngineProcess

log = logging.getLogger(__name__)

_AHEAD = 32
"""Jobs given to the child at once: enough that it never waits, few enough that little is repeated after a crash."""
_CHANCES = 2
"""A file that was alone in the engine when it died, this many times, is set aside."""
_FRUITLESS_STARTS = 3
"""An engine that dies this often in a row without any file to blame will not get better."""


class Session:
    """Feeds one engine. Files in flight when it dies are tried again one by one, so that only the guilty one is lost."""

    def __init__(self, engine: EngineProcess, seconds_per_file: float, tell: Callable[[EngineEvent], None]) -> None:
        """``tell`` gets EngineReady, EngineWarning and EngineDied as they come."""
        self._engine = engine
        self._seconds = seconds_per_file
        self._tell = tell
        self._jobs: dict[int, ScoreRequest] = {}
        self._again: deque[int] = deque()
        self._suspects: deque[int] = deque()
        self._deaths: dict[int, int] = {}
        self._alone: int | None = None
        self._fruitless = 0

    def score(self, requests: Iterable[ScoreRequest]) -> Iterator[Prediction]:
        """One prediction per request, in order of completion. Raises ``DeviceError`` where the engine cannot work."""
        source = iter(enumerate(requests))
        self._engine.start()
        more = True
        while True:
            more = self._feed(source) if more else self._feed(iter(()))
            if not (more or self._jobs):
                return
            for event in self._engine.poll(1.0):
                if isinstance(event, JobDone):
                    self._fruitless = 0
                    self._alone = None if event.job_id == self._alone else self._alone
                    if self._jobs.pop(event.job_id, None) is not None:
                        yield event.prediction
                elif isinstance(event, EngineDied):
                    yield from self._after_death(event)
                elif isinstance(event, EngineFailed):
                    raise DeviceError(event.reason)
                elif isinstance(event, (EngineReady, EngineWarning)):
                    self._tell(event)

    def _feed(self, source: Iterator[tuple[int, ScoreRequest]]) -> bool:
        """Keep the child busy; suspects go alone, after everything else in flight has come back."""
        if self._alone is not None:
            return True
        if self._suspects:
            if len(self._jobs) == len(self._suspects) + len(self._again):
                self._alone = self._suspects.popleft()
                self._engine.submit([(self._alone, self._jobs[self._alone])])
            return True
        batch: list[tuple[int, ScoreRequest]] = []
        while self._again:
            job = self._again.popleft()
            batch.append((job, self._jobs[job]))
        more = True
        while len(self._jobs) < _AHEAD:
            following = next(source, None)
            if following is None:
                more = False
                break
            self._jobs[following[0]] = following[1]
            batch.append(following)
        if batch:
            self._engine.submit(batch)
        return more

    def _after_death(self, event: EngineDied) -> Iterator[Prediction]:
        self._tell(event)
        self._fruitless = 0 if event.in_flight else self._fruitless + 1
        if self._fruitless >= _FRUITLESS_STARTS:
            raise DeviceError("the scoring engine stops again and again on this computer")
        self._alone = None
        self._again.extend(event.waiting)
        for job in event.in_flight:
            if job in event.timed_out:
                yield self._set_aside(job, f"took longer than {self._seconds:.0f} s")
                continue
            self._deaths[job] = self._deaths.get(job, 0) + (len(event.in_flight) == 1)
            if self._deaths[job] >= _CHANCES:
                yield self._set_aside(job, "the engine stopped twice on this file")
            else:
                self._suspects.append(job)
        self._engine.start()

    def _set_aside(self, job: int, reason: str) -> Prediction:
        request = self._jobs.pop(job)
        return Prediction(
            path=request.path,
            status=Status.NOT_SCORED,
            reason=reason,
            scored_at=datetime.now(UTC).isoformat(timespec="seconds"),
            quarter_turns=request.quarter_turns,
            override=request.override,
        )

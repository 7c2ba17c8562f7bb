"""An engine that is scripted by file names instead of looking at files; stands in for ``EngineProcess``."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from cxr_desktop.domain.model_card import ModelCard, PreprocessSpec
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
    Question,
    ScoreRequest,
)
from tests.worklist.samples import SCORED_BY, scored

CARD = ModelCard("modest", "Modest", "1.0", "triage", "resnet18", ("covid19",), PreprocessSpec(8, 8), 1.0)


class FakeEngine:
    """Names decide: "kill…" ends the process when begun, "hang…" is never answered, others are scored.

    ``per_poll`` files are begun and answered at each poll. ``silent`` answers nothing until it is turned off.
    """

    def __init__(self, per_poll: int = 4, folder: Path | None = None) -> None:
        self.folder = folder
        self.per_poll = per_poll
        self.silent = False
        self.startup: list[EngineEvent] = [EngineReady(SCORED_BY, CARD)]
        self.extra: list[EngineEvent] = []
        self.starts = 0
        self.closed = 0
        self.submitted: list[list[str]] = []
        self.kills_after: dict[str, int] = {}
        """How often a "kill" file still ends the process; then it is scored."""
        self._waiting: deque[tuple[int, ScoreRequest]] = deque()
        self._begun: dict[int, ScoreRequest] = {}
        self._pending: list[EngineEvent] = []
        self.running = False
        self.asked: dict[int, Question] = {}
        self.withdrawn: list[int] = []

    def start(self) -> None:
        assert not self.running
        self.running = True
        self.starts += 1
        self._pending = list(self.startup)

    def close(self) -> None:
        self.running = False
        self.closed += 1
        self._waiting.clear()
        self._begun.clear()

    def submit(self, requests: Sequence[tuple[int, ScoreRequest]]) -> None:
        assert self.running
        self.submitted.append([request.path for _, request in requests])
        self._waiting.extend(requests)

    def cancel_pending(self) -> None:
        self._pending.append(JobsCancelled(tuple(number for number, _ in self._waiting)))
        self._waiting.clear()

    def ask(self, number: int, question: Question) -> None:
        assert self.running
        self.asked[number] = question

    def withdraw(self, number: int) -> None:
        self.withdrawn.append(number)

    def answer(self, number: int, answer: Answer) -> None:
        """The next poll brings it."""
        self.extra.append(Answered(number, answer))

    def poll(self, timeout: float) -> list[EngineEvent]:
        events, self._pending = self._pending + self.extra, []
        self.extra = []
        if any(isinstance(event, EngineDied | EngineFailed) for event in events):
            self.running = False
        for _ in range(0 if self.silent or not self.running else self.per_poll):
            if not self._waiting:
                break
            number, request = self._waiting.popleft()
            events.append(JobStarted(number))
            name = request.path.rsplit("/", 1)[-1]
            if name.startswith("kill") and self.kills_after.get(name, 99) > 0:
                self.kills_after[name] = self.kills_after.get(name, 99) - 1
                self._begun[number] = request
                events.append(self.die(-11, outgrew=name.startswith("kill by memory")))
                break
            if name.startswith("hang"):
                self._begun[number] = request
                continue
            changes = {
                "override": request.override,
                "quarter_turns": request.quarter_turns,
                "inverted": request.inverted,
            }
            events.append(JobDone(number, scored(request.path, 0.5, **changes)))
        return events

    def die(self, code: int, timed_out: bool = False, outgrew: bool = False) -> EngineDied:
        """As the real one tells it: who had begun, who had not, who took too long."""
        begun = tuple(self._begun)
        event = EngineDied(code, begun, tuple(n for n, _ in self._waiting), begun if timed_out else (), outgrew)
        self.running = False
        self._waiting.clear()
        self._begun.clear()
        return event

    def time_out(self) -> None:
        """The hung files have taken too long; the next poll says so."""
        self.extra.append(self.die(-9, timed_out=True))

    def change_device(self, scored_by) -> None:
        self.extra.append(EngineWarning("Scoring goes on with the processor: out of memory", scored_by))

"""Which questions are with the engine and whom an answer belongs to; one of each kind, knows no process."""

from __future__ import annotations

import itertools
from typing import Protocol

from cxr_desktop.engine.messages import Answer, Answered, Question, QuestionAdvanced

NOT_READY = Answer(reason="the scoring engine is not ready")
LOST = Answer(reason="the scoring engine was started anew")


class Asked(Protocol):
    """What is needed of an engine."""

    def ask(self, number: int, question: Question) -> None: ...
    def withdraw(self, number: int) -> None: ...


class QuestionDesk:
    """A newer question of a kind takes the place of the older one, whose answer nobody gets."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._open: dict[int, Question] = {}

    def __len__(self) -> int:
        return len(self._open)

    def ask(self, engine: Asked, question: Question) -> None:
        """Hand it over."""
        self.withdraw(engine, type(question))
        number = next(self._ids)
        self._open[number] = question
        engine.ask(number, question)

    def withdraw(self, engine: Asked, kind: type[Question]) -> None:
        """Nobody waits for answers to questions of this kind any more."""
        for number in [n for n, other in self._open.items() if isinstance(other, kind)]:
            self._take_back(engine, number)

    def answered(self, event: Answered) -> list[tuple[Question, Answer]]:
        """The question with its answer; nothing where it was withdrawn."""
        question = self._open.pop(event.question_id, None)
        return [] if question is None else [(question, event.answer)]

    def advanced(self, event: QuestionAdvanced) -> list[tuple[Question, float]]:
        """The question with the share that is done; nothing where it was withdrawn."""
        question = self._open.get(event.question_id)
        return [] if question is None else [(question, event.share)]

    def abandoned(self) -> list[tuple[Question, Answer]]:
        """The engine is gone, and with it what it was asked."""
        lost = [(question, LOST) for question in self._open.values()]
        self._open.clear()
        return lost

    def _take_back(self, engine: Asked, number: int) -> None:
        del self._open[number]
        engine.withdraw(number)

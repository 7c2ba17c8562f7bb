"""A thread that works through tasks by rank and then as they came; knows nothing of what they do."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from queue import PriorityQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread

from cxr_desktop.domain.errors import CxrError

T = TypeVar("T")


class Rank(IntEnum):
    """What a reader waits for overtakes the loading and scanning of thousands of files."""

    SOON = 0
    BULK = 1
    END = 2


class ThreadEndedError(CxrError):
    """The thread has ended and will not answer."""


class Answer(Generic[T]):
    """What a thread was asked, and will have done."""

    def __init__(self, has_ended: Callable[[], bool]) -> None:
        self.future: Future[T] = Future()
        self._has_ended = has_ended

    def done(self) -> bool:
        """Whether ``result`` need not wait."""
        return self.future.done()

    def result(self) -> T:
        """Waits. From any other thread; raises what the task raises, or ThreadEndedError."""
        while not self.future.done():
            if self._has_ended():
                raise ThreadEndedError("the thread has ended")
            try:
                return self.future.result(0.2)
            except TimeoutError:
                continue
        return self.future.result()


class TaskThread(QThread):
    """Subclasses override ``begin``, ``perform`` and ``end``, which run in the thread."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tasks: PriorityQueue[tuple[Rank, int, Callable[[], None] | None]] = PriorityQueue()
        self._numbers = itertools.count()
        self._ended = False

    def post(self, task: Callable[[], None], rank: Rank = Rank.SOON) -> None:
        """Do it later. From any thread."""
        self._tasks.put((rank, next(self._numbers), task))

    def call(self, task: Callable[[], T], rank: Rank = Rank.SOON) -> T:
        """Do it and wait for the answer. From any other thread; raises what the task raises, or ThreadEndedError."""
        return self.ask(task, rank).result()

    def ask(self, task: Callable[[], T], rank: Rank = Rank.SOON) -> Answer[T]:
        """Do it; the answer can be waited for later."""
        answer: Answer[T] = Answer(lambda: self._ended)

        def run() -> None:
            try:
                answer.future.set_result(task())
            except BaseException as error:  # noqa: BLE001 - it is raised where the caller waits
                answer.future.set_exception(error)

        self.post(run, rank)
        return answer

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Finish all tasks, end the thread and wait for it. False where it took too long."""
        self._tasks.put((Rank.END, next(self._numbers), None))
        return self.wait(int(timeout_s * 1000))

    def run(self) -> None:
        """Until ``stop``."""
        self.begin()
        try:
            while (task := self._tasks.get()[2]) is not None:
                self.perform(task)
        finally:
            self._ended = True
            self.end()

    def begin(self) -> None:
        """Before the first task."""

    def perform(self, task: Callable[[], None]) -> None:
        """One task."""
        task()

    def end(self) -> None:
        """After the last task."""

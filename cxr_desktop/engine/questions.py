"""Questions about the image in view, waiting for the thread that answers them; knows no model and no pipe."""

from __future__ import annotations

import threading
from collections import deque

from cxr_desktop.engine.messages import Question


class Withdrawn(Exception):  # noqa: N818 - not an error: nobody wants to know any more
    """The reader went on while the answer was being computed."""


class Questions:
    """Put and withdrawn in one thread, taken in another."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._waiting: deque[tuple[int, Question]] = deque()
        self._in_hand: int | None = None
        self._unwanted = False

    def put(self, number: int, question: Question) -> None:
        """Behind those that wait."""
        with self._change:
            self._waiting.append((number, question))
            self._change.notify()

    def withdraw(self, number: int) -> None:
        """Nobody waits for this answer any more."""
        with self._change:
            self._waiting = deque(pair for pair in self._waiting if pair[0] != number)
            if number == self._in_hand:
                self._unwanted = True

    def take(self) -> tuple[int, Question]:
        """The oldest; waits until there is one."""
        with self._change:
            self._change.wait_for(lambda: bool(self._waiting))
            self._in_hand, question = self._waiting.popleft()
            self._unwanted = False
            return self._in_hand, question

    def goes_on(self) -> None:
        """Raises ``Withdrawn`` where the one that was taken last has been withdrawn."""
        with self._change:
            if self._unwanted:
                raise Withdrawn

"""Work on every page of a list, one page at a time, so that what a reader asks for comes in between; knows no store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxr_desktop.bridge.task_thread import Rank, TaskThread

_END = object()


class PageRounds:
    """A newer round ends an older one of its kind, and another ``generation`` of the list ends all. Used in the
    thread."""

    def __init__(self, thread: TaskThread, generation: Callable[[], int], tell: Callable[[], None]) -> None:
        """``tell`` is called after each page."""
        self._thread = thread
        self._generation = generation
        self._tell = tell
        self._turns: dict[str, int] = {}

    def go_through(self, what: str, pages: Iterator[None]) -> None:
        """Begin a round: each step of ``pages`` does one page."""
        self._turns[what] = turn = self._turns.get(what, 0) + 1
        self._next(what, turn, self._generation(), pages)

    def _next(self, what: str, turn: int, generation: int, pages: Iterator[None]) -> None:
        if (turn, generation) == (self._turns[what], self._generation()) and next(pages, _END) is not _END:
            self._tell()
            self._thread.post(lambda: self._next(what, turn, generation, pages), Rank.BULK)

"""A queue with decoding threads before it and one computing thread behind it; knows neither files nor networks."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, TypeVar

In = TypeVar("In")
Half = TypeVar("Half")
Out = TypeVar("Out")

_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Again(Generic[Half]):
    """Instead of a result: the item is to be prepared once more, in this way, before all others."""

    prepare: Callable[[], Half]
    """Must not raise."""


class Pipeline(Generic[In, Half, Out]):
    """``submit`` from any thread; ``prepare`` runs in worker threads, ``judge`` in the thread that calls ``take``.

    While a batch is judged the next ones are prepared. At most ``workers`` items are being prepared and about twice
    ``batch`` wait prepared (eight where batches are small: to judge one film may take as long as to prepare four), so
    memory does not grow with the queue. Items may be submitted before ``start``.
    """

    def __init__(self, on_start: Callable[[int], None] | None = None) -> None:
        self._on_start = on_start
        self._change = threading.Condition()
        self._waiting: deque[tuple[int, In]] = deque()
        self._again: deque[tuple[int, Again[Half]]] = deque()
        self._prepared: deque[tuple[int, Half]] = deque()
        self._preparing = 0
        self._closed = False
        self._threads: list[threading.Thread] = []
        self._batch = 1

    def start(
        self,
        prepare: Callable[[In], Half],
        judge: Callable[[Sequence[Half]], Sequence[Out | Again[Half]]],
        workers: int,
        batch: int,
    ) -> None:
        """Begin work. ``prepare`` must not raise."""
        self._prepare, self._judge, self._batch = prepare, judge, batch
        self._threads = [threading.Thread(target=self._work, name=f"decode-{n}", daemon=True) for n in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, token: int, item: In) -> None:
        """Put one item at the end of the queue."""
        with self._change:
            self._waiting.append((token, item))
            self._change.notify_all()

    def drop_waiting(self) -> tuple[int, ...]:
        """Forget all items that nobody has begun to prepare; returns their tokens."""
        with self._change:
            tokens = tuple(token for token, _ in self._waiting)
            self._waiting.clear()
            self._change.notify_all()
        return tokens

    @property
    def has_room(self) -> bool:
        """Is it worth submitting more, so that no thread runs dry?"""
        return len(self._waiting) < max(1, len(self._threads))

    @property
    def in_flight(self) -> int:
        """Items submitted and not yet handed out by ``take``."""
        with self._change:
            return len(self._waiting) + len(self._again) + self._preparing + len(self._prepared)

    def take(self, block: bool = False) -> list[tuple[int, Out]]:
        """Judge what is prepared, at most one batch; there may be no result among it yet.

        Waits until something is prepared; where nothing is in flight it returns [] unless ``block`` is set, which
        waits for a submission (or for ``close``).
        """
        with self._change:
            self._change.wait_for(
                lambda: self._prepared or self._closed or not (block or self._waiting or self._again or self._preparing)
            )
            ready = [self._prepared.popleft() for _ in range(min(self._batch, len(self._prepared)))]
            self._change.notify_all()
        if not ready:
            return []
        results = self._judge([half for _, half in ready])
        done: list[tuple[int, Out]] = []
        with self._change:
            for (token, _), result in zip(ready, results, strict=True):
                if isinstance(result, Again):
                    self._again.append((token, result))
                else:
                    done.append((token, result))
            self._change.notify_all()
        return done

    def close(self) -> None:
        """End the threads after what they are preparing; a thread stuck in a codec is left behind as a daemon."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            self._again.clear()
            self._change.notify_all()
        for thread in self._threads:
            thread.join(5)

    def __enter__(self) -> Pipeline[In, Half, Out]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _next(self) -> tuple[int, Callable[[], Half]] | None:
        """The next item and how it is to be prepared."""
        with self._change:
            self._change.wait_for(
                lambda: (
                    self._closed
                    or ((self._again or self._waiting) and len(self._prepared) < max(2 * self._batch, _AHEAD))
                )
            )
            if self._closed:
                return None
            self._preparing += 1
            if self._again:
                token, again = self._again.popleft()
                return token, again.prepare
            token, item = self._waiting.popleft()
        return token, lambda: self._begin(token, item)

    def _begin(self, token: int, item: In) -> Half:
        if self._on_start is not None:
            self._on_start(token)
        return self._prepare(item)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            token, prepare = job
            half = prepare()
            with self._change:
                self._preparing -= 1
                self._prepared.append((token, half))
                self._change.notify_all()

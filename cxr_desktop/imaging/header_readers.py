"""Several decoder children that read the headers of a folder side by side; knows no file."""

from __future__ import annotations

import contextlib
import os
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.imaging.quarantine import Quarantine

_PART = 64
"""Headers that a child reads by itself: some hundredths of a second, and less than a pipe holds, so that no child waits
until its turn to be heard."""
_MOST = 3
"""The thread that takes the headers in keeps up with no more. On two cores three need a sixth less time than one: give
``children`` where ``tests.benchmarks.folder`` makes them, and run it."""

Headers = list[Radiograph | CxrError]


def _useful_children() -> int:
    return _MOST if (os.cpu_count() or 1) > 1 else 1


class HeaderReaders:
    """Asked like a ``DecoderProcess`` for headers, from one thread at a time; ``close`` may come from any thread."""

    def __init__(self, budget: ReadBudget, seconds_per_file: float = 60.0, children: int | None = None) -> None:
        """``children`` as many as pay on this computer, if not given."""
        aside = Quarantine()
        self._children = [
            DecoderProcess(budget, seconds_per_file, with_images=False, quarantine=aside)
            for _ in range(children or _useful_children())
        ]

    def start(self) -> None:
        """Start the children that do not run; the first may be asked at once, the others a moment later.

        Raises ``CxrError`` where the first cannot be started; where another cannot, its files say so.
        """
        self._children[0].start()
        threading.Thread(target=self._start_others, name="header readers", daemon=True).start()

    def _start_others(self) -> None:
        with contextlib.suppress(CxrError):
            for child in self._children[1:]:
                child.start()

    def close(self) -> None:
        """End the children, whichever of them somebody waits for; what is being read fails. May be called twice."""
        ends = [threading.Thread(target=child.close) for child in self._children]
        for end in ends:
            end.start()
        for end in ends:
            end.join()

    def each_header(self, paths: Sequence[str]) -> Generator[Headers, None, None]:
        """Headers or the reasons why there is none, in the order of ``paths``, some at a time.

        All children read on while the caller has them. To be closed where it is not read to its end.
        """
        waiting = deque[tuple[Headers, Generator[Headers, None, None]]]()
        try:
            for number, start in enumerate(range(0, len(paths), _PART)):
                if len(waiting) == len(self._children):
                    yield from _heard(waiting)
                part = self._children[number % len(self._children)].each_header(paths[start : start + _PART])
                waiting.append((next(part), part))  # it begins with what is asked for first
            while waiting:
                yield from _heard(waiting)
        finally:
            for _, part in waiting:
                part.close()


def _heard(waiting: deque[tuple[Headers, Generator[Headers, None, None]]]) -> Iterator[Headers]:
    """What the child says that was asked first."""
    first, part = waiting[0]
    if first:
        yield first
    yield from part
    waiting.popleft()

"""What was marked as read or unread, so that it can be taken back; remembers states, changes nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from cxr_desktop.domain.worklist import ReadState, WorklistEntry

STEPS = 100


class Mark(NamedTuple):
    """How a study was marked before."""

    key: str
    state: ReadState
    read_at: float | None


class ReadingHistory:
    """The last steps, one per marking of any number of studies. (Qt's undo stack is part of QtGui.)"""

    def __init__(self) -> None:
        self._steps: deque[list[Mark]] = deque(maxlen=STEPS)

    def __len__(self) -> int:
        return len(self._steps)

    def note(self, before: Sequence[WorklistEntry]) -> None:
        """These studies are about to be marked."""
        self._steps.append([Mark(entry.key, entry.read_state, entry.read_at) for entry in before])

    def take(self) -> list[Mark]:
        """The newest step, which is forgotten; empty where there is none."""
        return self._steps.pop() if self._steps else []

    def clear(self) -> None:
        """Another folder: there is nothing to go back to."""
        self._steps.clear()

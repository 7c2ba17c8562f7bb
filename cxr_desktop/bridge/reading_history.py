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
        self._steps: deque[tuple[str, list[Mark]]] = deque(maxlen=STEPS)

    @property
    def words(self) -> str:
        """What the newest step was, as it continues "Undo …"; "" where there is none."""
        return self._steps[-1][0] if self._steps else ""

    def note(self, before: Sequence[WorklistEntry], state: ReadState) -> None:
        """These studies are about to be marked."""
        words = "mark read" if state is ReadState.READ else "mark unread"
        self._steps.append((words, [Mark(entry.key, entry.read_state, entry.read_at) for entry in before]))

    def take(self) -> list[Mark]:
        """The newest step, which is forgotten; empty where there is none."""
        return self._steps.pop()[1] if self._steps else []

    def clear(self) -> None:
        """Another folder: there is nothing to go back to."""
        self._steps.clear()

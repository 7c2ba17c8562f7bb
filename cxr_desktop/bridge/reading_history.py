"""What was marked, said or wished about studies, so that it can be taken back; remembers, changes nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish, WorklistEntry

STEPS = 100


class Mark(NamedTuple):
    """How a study was marked before."""

    key: str
    state: ReadState
    read_at: float | None
    read_by: str


class Ranked(NamedTuple):
    """How urgent the reader had called a study before, ``None`` for nothing."""

    key: str
    urgency: Urgency | None


class Said(NamedTuple):
    """What had been said about a study before, ``None`` for nothing."""

    key: str
    impression: Impression | None


class Wished(NamedTuple):
    """How a file was to be scored before."""

    path: str
    wish: Wish


Step = Mark | Ranked | Said | Wished


class ReadingHistory:
    """The last steps, one per marking of any number of studies, per impression and per wish. (Qt's undo stack is in
    QtGui.)"""

    def __init__(self) -> None:
        self._steps: deque[list[Step]] = deque(maxlen=STEPS)

    def __len__(self) -> int:
        return len(self._steps)

    def note(self, before: Sequence[WorklistEntry]) -> None:
        """These studies are about to be marked."""
        self._steps.append([Mark(entry.key, entry.read_state, entry.read_at, entry.read_by) for entry in before])

    def note_urgency(self, before: Sequence[WorklistEntry]) -> None:
        """These studies are about to be called more or less urgent."""
        self._steps.append([Ranked(entry.key, entry.set_urgency) for entry in before])

    def note_impression(self, before: WorklistEntry) -> None:
        """Something is about to be said about this study."""
        self._steps.append([Said(before.key, before.impression)])

    def note_wish(self, before: ImageEntry) -> None:
        """This file is about to be scored in another way."""
        self._steps.append([Wished(before.path, before.wish)])

    def take(self) -> list[Step]:
        """The newest step, which is forgotten; empty where there is none."""
        return self._steps.pop() if self._steps else []

    def clear(self) -> None:
        """Another folder: there is nothing to go back to."""
        self._steps.clear()

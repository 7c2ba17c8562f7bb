"""Gives the model its rows in small helpings, so that the window answers while thousands arrive; knows no thread."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Slot

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.worklist import WorklistEntry

HELPING = 100
"""Rows per turn of the event loop: about two milliseconds of work."""


class RowFeed(QObject):
    """A child of the model. A study that changes twice before its turn is given once, as it is last."""

    def __init__(self, model: WorklistModel) -> None:
        super().__init__(model)
        self._model = model
        self._waiting: dict[str, WorklistEntry] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._give)

    @Slot(list)
    def put(self, entries: Sequence[WorklistEntry]) -> None:
        """Studies that are new or have changed."""
        idle = not self._waiting
        self._waiting.update((entry.key, entry) for entry in entries)
        if idle:
            # The first helping at once: what a reader did is seen without delay.
            self._give()

    @Slot(list)
    def remove(self, keys: Sequence[str]) -> None:
        """Studies that are gone."""
        for key in keys:
            self._waiting.pop(key, None)
        self._model.remove(keys)

    @Slot()
    def clear(self) -> None:
        """Another folder."""
        self._waiting.clear()
        self._model.clear()

    def _give(self) -> None:
        helping = list(islice(self._waiting.values(), HELPING))
        for entry in helping:
            del self._waiting[entry.key]
        if helping:
            self._model.upsert(helping)
        if self._waiting:
            self._turn.start(0)

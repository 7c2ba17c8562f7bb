"""Gives the model its rows calmly: the reader's own doings and new rows at once, the engine's progress now and then."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Slot

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.worklist.row_page import RowPage

HELPING = 100
"""Rows that are given together: about two milliseconds of work."""
TURN_S = 0.008
"""While a long list is loaded, a turn of the event loop takes as many helpings as fit into this."""
SHARE, SHORT, LONG = 2, 5 * HELPING, 2000
"""A list longer than SHORT that is being loaded is put in order when it has grown by one part in SHARE; one longer than
LONG, even where nothing more has come yet."""
PAGES_S = 0.3
"""Pages that come faster than they could be read are put in order once in so long."""
CALM_S = 2.0
"""Between two looks of the list while the engine works. Every look is a sort and a repaint of all rows on the screen,
some ten milliseconds that a reader who drags a window level would feel twenty times a second."""
QUIET_S = 0.25
"""So long without news means that the engine has paused or is done: show what there is."""


class RowFeed(QObject):
    """A child of the model. A study that changes twice before its turn is given once, as it is last.

    At once: studies that are new, whose reading state, urgency, impression or wishes changed, that are in reading, or
    whose number was taken away or is another model's now. The rest is given every ``calm_s`` seconds, and as soon as
    nothing more comes.
    """

    def __init__(self, model: WorklistModel, calm_s: float = CALM_S, quiet_s: float = QUIET_S) -> None:
        super().__init__(model)
        self._model = model
        self._calm_s = calm_s
        self._soon: dict[str, WorklistEntry] = {}
        self._later: dict[str, WorklistEntry] = {}
        self._given_at = -calm_s
        self._unsettled = 0
        self._settled_at = 0.0
        self._next_turn = self._timer(0, self._give)
        self._calm = self._timer(round(calm_s * 1000), self._give_later)
        self._gather = self._timer(round(quiet_s * 1000), self._settle)
        self._quiet = self._timer(round(quiet_s * 1000), self._give_later)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(slot)
        return timer

    @Slot(list)
    def put(self, entries: Sequence[WorklistEntry]) -> None:
        """Studies that are new or have changed."""
        for entry in entries:
            if entry.key in self._soon or self._cannot_wait(entry):
                self._later.pop(entry.key, None)
                self._soon[entry.key] = entry
            else:
                self._later[entry.key] = entry
        if self._soon and not self._next_turn.isActive():
            self._give()
        if self._later:
            self._plan()

    @Slot(object)
    def put_page(self, page: RowPage) -> None:
        """Studies that the store knows: thousands at once, in order now and then."""
        self._unsettled += len(page.keys)
        settles = not self._model.rowCount() or time.monotonic() - self._settled_at > PAGES_S
        self._model.put_page(page, settles)
        if settles:
            self._settled()
        else:
            self._gather.start()

    @Slot()
    def settle(self) -> None:
        """All that was known has come."""
        if self._unsettled:
            self._settle()

    @Slot(list)
    def remove(self, keys: Sequence[str]) -> None:
        """Studies that are gone."""
        for key in keys:
            self._soon.pop(key, None)
            self._later.pop(key, None)
        self._model.remove(keys)

    @Slot()
    def clear(self) -> None:
        """Another folder."""
        self._soon.clear()
        self._later.clear()
        self._unsettled = 0
        self._gather.stop()
        self._model.clear()

    def _cannot_wait(self, entry: WorklistEntry) -> bool:
        old = self._model.shelf.held(entry.key)
        if old is None and self._model.knows(entry.key):
            return entry.read_state is ReadState.IN_READING  # nobody has looked at it
        if old is None or entry.read_state is ReadState.IN_READING or entry.read_state is not old.read_state:
            return True
        if (entry.impression, entry.set_urgency) != (old.impression, old.set_urgency) or _is_of_another_model(
            old, entry
        ):
            return True
        wishes = {image.path: (image.override, image.quarter_turns) for image in old.images}
        return any(wishes.get(image.path) != (image.override, image.quarter_turns) for image in entry.images)

    def _plan(self) -> None:
        since = time.monotonic() - self._given_at
        if since >= self._calm_s:
            self._give_later()
            return
        self._quiet.start()
        if not self._calm.isActive():
            self._calm.start(round((self._calm_s - since) * 1000))

    def _give_later(self) -> None:
        self._given_at = time.monotonic()
        self._quiet.stop()
        self._calm.stop()
        self._soon.update(self._later)
        self._later.clear()
        if not self._next_turn.isActive():
            self._give()

    def _give(self) -> None:
        until = time.monotonic() + TURN_S
        while self._soon:
            helping = list(islice(self._soon.values(), HELPING))
            for entry in helping:
                del self._soon[entry.key]
            settles = self._may_settle(helping)
            self._model.upsert(helping, settles)
            if settles or time.monotonic() > until:
                break
        if self._soon:
            self._next_turn.start()

    def _may_settle(self, helping: Sequence[WorklistEntry]) -> bool:
        """Whether these take their places now: always what changed of studies that were shown before, and new rows of
        a short list."""
        shown = self._model.rowCount()
        self._unsettled += len(helping)
        most = HELPING if shown < SHORT else shown // SHARE
        stay = all(_stays(self._model.shelf.held(entry.key), entry) for entry in helping)
        if stay and (self._soon or shown >= LONG) and self._unsettled < most:
            self._gather.start()
            return False
        self._settled()
        return True

    def _settle(self) -> None:
        self._settled()
        self._model.upsert([])

    def _settled(self) -> None:
        self._unsettled = 0
        self._settled_at = time.monotonic()
        self._gather.stop()
        # What a list of 100,000 studies is made of lives as long as the list: the collector of cycles, which would
        # walk through all of it for seconds, is told to leave it alone.
        gc.freeze()


def _stays(old: WorklistEntry | None, new: WorklistEntry) -> bool:
    """It is new, or nothing but the flags of its headers changed: while a list is loaded, the newest study may
    contradict any of those before it."""
    if old is None:
        return True
    if len(old.images) != len(new.images):
        return False
    pairs = zip(old.images, new.images, strict=True)
    return replace(old, images=new.images) == new and all(
        was.radiograph is not None
        and now.radiograph is not None
        and replace(was, radiograph=replace(was.radiograph, flags=now.radiograph.flags)) == now
        for was, now in pairs
    )


def _is_of_another_model(old: WorklistEntry, new: WorklistEntry) -> bool:
    """The reader chose another model: a number of the former one must not stand under the heading of the new."""
    before, after = old.leading.prediction, new.leading.prediction
    if before is None or before.scored_by is None:
        return False
    by = after.scored_by if after is not None else None
    return by is None or by.model_digest != before.scored_by.model_digest

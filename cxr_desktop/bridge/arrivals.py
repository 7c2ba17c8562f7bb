"""Which studies came after the folder was opened and are now above the operating points; knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.worklist.row_page import RowPage


class Arrivals(QObject):
    """Told what the window is told, so that a blind reader hears of no score.

    Signal ``arrived(list[WorklistEntry])``: new unread studies above both operating points, each study once.
    """

    arrived = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[str] = set()
        self._new: set[str] = set()
        self._listening = False

    @Slot(list)
    def begin(self, _roots: Sequence[str]) -> None:
        """Another folder: what is found in its first scan is no news."""
        self._known.clear()
        self._new.clear()
        self._listening = False

    @Slot(list, bool)
    def listen(self, _roots: Sequence[str], _complete: bool) -> None:
        """The first scan is over."""
        self._listening = True

    @Slot(object)
    def know(self, page: RowPage) -> None:
        """Studies that the store knows are no news."""
        self._known.update(page.keys)

    @Slot(list)
    def put(self, entries: Sequence[WorklistEntry]) -> None:
        """Studies that are new or have changed."""
        for entry in entries:
            if entry.key not in self._known:
                self._known.add(entry.key)
                if self._listening:
                    self._new.add(entry.key)
        high = [e for e in entries if e.key in self._new and e.band is RiskBand.ABOVE]
        self._new.difference_update(entry.key for entry in high)
        unread = [entry for entry in high if entry.read_state is ReadState.UNREAD]
        if unread:
            self.arrived.emit(unread)

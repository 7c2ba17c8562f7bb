"""What Qt is told when lines of the worklist come, go and change places; knows neither orders nor filters."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Signal

from cxr_desktop.bridge.worklist_groups import Line

_STRIDE = 512


class LineModel(QAbstractTableModel):
    """Holds the lines as shown.

    A QSortFilterProxyModel would call Python for every comparison and every row (100,000 rows: about 1.7 million
    calls through the language border per sort); sorting lists over keys that were worked out once takes
    milliseconds. Moves are told by layoutChanged with persistent indexes carried along, lines that come or go by
    inserting or removing at the end: selections and the current row survive both.

    Signal ``order_applied()`` after lines moved, came or went.
    """

    order_applied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Line] = []

    def _become(self, target: list[Line], leaving: list[Line], coming: list[Line]) -> None:
        """Show ``target``: move what leaves to the end and remove it, add what comes at the end, move all in place."""
        if target == self._shown:
            return
        before = self._shown
        if leaving:
            gone = set(map(id, leaving))
            kept = [line for line in self._shown if id(line) not in gone]
            self._reorder(kept + leaving)
            self.beginRemoveRows(QModelIndex(), len(kept), len(kept) + len(leaving) - 1)
            self._shown = kept
            for line in leaving:
                line.position = -1
            self.endRemoveRows()
        if coming:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(coming) - 1)
            self._shown = self._shown + coming
            self.endInsertRows()
        self._reorder(target)
        first, last = _difference(before, target)
        for position, line in enumerate(islice(target, first, last), first):
            line.position = position
        self.order_applied.emit()

    def _reorder(self, target: list[Line]) -> None:
        """The same lines in another order."""
        if target == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._shown[index.row()] for index in before]
        self._shown = target
        if kept:
            wanted = set(map(id, kept))
            places = {id(line): place for place, line in enumerate(target) if id(line) in wanted}
            after = [self.index(places[id(line)], index.column()) for line, index in zip(kept, before, strict=True)]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _difference(old: list[Line], new: list[Line]) -> tuple[int, int]:
    """The range of ``new`` outside of which the same lines stand at the same places."""
    first = 0
    while first < len(new) and old[first : first + _STRIDE] == new[first : first + _STRIDE]:
        first += _STRIDE
    last = len(new)
    if len(old) == len(new):
        while last > first and old[last - _STRIDE : last] == new[last - _STRIDE : last]:
            last -= _STRIDE
    return min(first, len(new)), max(last, first)

"""Filters that the reader keeps under names, and the menu that offers them; where they are kept it is not told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from cxr_desktop.ui import wording

MOST = 30
_LONGEST_NAME = 60


class SavedFilter(NamedTuple):
    """``text`` as it is typed into the filter."""

    name: str
    text: str


def read(stored: Sequence[str]) -> list[SavedFilter]:
    """From the settings: a name, a tabulator, the text. What is none is left out."""
    pairs = (each.partition("\t") for each in stored)
    return [SavedFilter(name, text) for name, _, text in pairs if name and text]


def written(filters: Sequence[SavedFilter]) -> tuple[str, ...]:
    """The way back."""
    return tuple(f"{each.name}\t{each.text}" for each in filters)


class SavedFilters(QObject):
    """Signals: ``chosen(str text)``; ``changed(list[SavedFilter])`` when one was kept, renamed or deleted.

    ``ask(title, words, suggestion)`` asks the reader for a name, "" for none.
    """

    chosen = Signal(str)
    changed = Signal(object)

    def __init__(self, parent: QWidget, ask: Callable[[str, str, str], str] | None = None) -> None:
        super().__init__(parent)
        self._parent = parent
        self._ask = ask or self._ask_in_dialog
        self._filters: list[SavedFilter] = []
        self._hidden = False

    def set_filters(self, filters: Sequence[SavedFilter]) -> None:
        """Those that were kept, in their order."""
        self._filters = list(filters)

    def set_hide_identity(self, hidden: bool) -> None:
        """A filter's text may name a patient; its name was chosen by the reader."""
        self._hidden = hidden

    def filters(self) -> list[SavedFilter]:
        """As they are now."""
        return list(self._filters)

    def fill(self, menu: QMenu, current: str) -> None:
        """All filters, then what can be done with them. ``current`` stands in the field now."""
        menu.clear()
        menu.setToolTipsVisible(True)
        for place, each in enumerate(self._filters):
            key = f"&{place + 1}  " if place < 9 else ""
            action = menu.addAction(key + each.name.replace("&", "&&"), partial(self.chosen.emit, each.text))
            action.setToolTip("" if self._hidden else wording.escape(each.text))
            action.setCheckable(True)
            action.setChecked(each.text == current)
        if not self._filters:
            menu.addAction(self.tr("No filter is saved yet")).setEnabled(False)
        menu.addSeparator()
        keep = menu.addAction(self.tr("&Save this filter…"), lambda: self.keep(current))
        keep.setEnabled(bool(current) and len(self._filters) < MOST)
        for title, act in ((self.tr("&Rename"), self.rename), (self.tr("&Delete"), self.delete)):
            more = menu.addMenu(title)
            more.setEnabled(bool(self._filters))
            for each in self._filters:
                more.addAction(each.name.replace("&", "&&"), partial(act, each))

    def keep(self, text: str) -> None:
        """Ask for a name; a filter that has it already gives way."""
        suggestion = "" if self._hidden else text
        name = self._named(self.tr("Save this filter"), suggestion)
        if name:
            others = [each for each in self._filters if each.name != name]
            self._become([*others, SavedFilter(name, text)])

    def rename(self, chosen: SavedFilter) -> None:
        """Ask for another name."""
        name = self._named(self.tr("Rename the filter"), chosen.name)
        if name:
            others = [each for each in self._filters if each.name != name or each is chosen]
            self._become([SavedFilter(name, each.text) if each is chosen else each for each in others])

    def delete(self, chosen: SavedFilter) -> None:
        """Forget it."""
        self._become([each for each in self._filters if each != chosen])

    def _named(self, title: str, suggestion: str) -> str:
        answer = self._ask(title, self.tr("Name of the filter"), suggestion)
        return " ".join(answer.split())[:_LONGEST_NAME]

    def _become(self, filters: list[SavedFilter]) -> None:
        self._filters = filters
        self.changed.emit(self.filters())

    def _ask_in_dialog(self, title: str, words: str, suggestion: str) -> str:
        answer, taken = QInputDialog.getText(self._parent, title, words, text=suggestion)
        return answer if taken else ""

"""Rows of keys, in groups, with a search field; keeps no value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.training.catalogue import Key, Recipe
from cxr_desktop.ui.training.key_row import KeyRow
from cxr_desktop.ui.training.recipe_keys import value_of

_BAR = 14


class KeyList(QWidget):
    """Signals: ``edited(str path, object value)``, ``reset(str path)``, ``checked(str path, str reason)``."""

    edited = Signal(str, object)
    reset = Signal(str)
    checked = Signal(str, str)

    def __init__(self, searchable: bool) -> None:
        super().__init__()
        self._searchable = searchable
        self.rows: dict[str, KeyRow] = {}
        self._heads: dict[str, QWidget] = {}
        self.search = QLineEdit()
        self.search.setFont(font())
        self.search.setPlaceholderText(self.tr("Search all keys: rotation, dropout, optimiser …"))
        self.search.setAccessibleName(self.tr("Search keys"))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(searchable)
        self.search.textChanged.connect(self._filter)
        self.nothing = label(self.tr("No key has these words."), tone="second")
        self.nothing.hide()
        body = QWidget()
        body.setObjectName("scrollBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(margins(0, 0, _BAR, 0))
        self._column.setSpacing(14)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        self.area = OverlayScrollArea(body)
        field = QHBoxLayout()
        field.setContentsMargins(margins(0, 0, _BAR, 0))
        field.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(field)
        layout.addWidget(self.area, 1)

    def set_keys(self, keys: Sequence[Key], recipe: Recipe, changes: Mapping[str, object]) -> None:
        """Rows for these instead."""
        while self._column.count() > 2:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self._heads = {}, {}
        for key in keys:
            if self._searchable and key.group not in self._heads:
                self._heads[key.group] = self._head(key.group)
                self._insert(self._heads[key.group])
            row = KeyRow(key, value_of(recipe, changes, key.path), show_range=self._searchable)
            row.edited.connect(self.edited)
            row.reset.connect(self.reset)
            row.checked.connect(self.checked)
            self.rows[key.path] = row
            self._insert(row)
        self.show_values(recipe, changes)
        self._filter(self.search.text())

    def show_values(self, recipe: Recipe, changes: Mapping[str, object], typing_in: str = "") -> None:
        """Values as they stand; the field that the reader types in, and those that are wrong, are left alone."""
        for path, row in self.rows.items():
            base = value_of(recipe, changes, path)
            value = changes.get(path, base)
            if path == typing_in:
                row.set_base(value, base)
            elif not row.fault:
                row.show_value(value, base)

    def forget_faults(self, path: str = "") -> None:
        """What was typed wrongly is given up, in one field or in all."""
        for row in self.rows.values():
            if path in ("", row.key.path):
                row.fault = ""

    def faults(self) -> dict[str, str]:
        """Keys whose fields hold something wrong, and why."""
        return {path: row.fault for path, row in self.rows.items() if row.fault}

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _head(self, group: str) -> QWidget:
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(group.upper(), TextSize.CAPTION, "faint", semibold=True))
        layout.addWidget(rule())
        return block

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown: set[str] = set()
        for row in self.rows.values():
            found = row.matches(words)
            row.setVisible(found)
            if found:
                shown.add(row.key.group)
        for group, head in self._heads.items():
            head.setVisible(group in shown)
        self.nothing.setVisible(bool(words) and not shown)

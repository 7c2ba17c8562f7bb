"""Every word that a window shows, tells a screen reader or keeps in a tooltip, for tests that look for some."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

_PROPERTIES = ("text", "plainText", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription",
               "windowTitle", "placeholderText", "title", "iconText", "currentText")  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.StatusTipRole,
)


def all_words(top: QWidget) -> Iterator[tuple[str, str]]:
    """(where, words) of a widget and everything in it, shown or not, with its actions, menus and cells."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from _of_object(widget)
        if isinstance(widget, QMenu):
            widget.aboutToShow.emit()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _of_model(widget.model())
    for action in top.findChildren(QAction):
        yield from _of_object(action)


def _of_object(item: QWidget | QAction) -> Iterator[tuple[str, str]]:
    for name in _PROPERTIES:
        value = item.property(name)
        if isinstance(value, str) and value:
            yield f"{type(item).__name__}.{name} {item.objectName()}", value


def _of_model(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(model.rowCount()):
        # A list's own count of columns cannot be asked.
        for column in takewhile(lambda column, row=row: model.hasIndex(row, column), count()):
            index = model.index(row, column)
            for role in _ROLES:
                value = index.data(role)
                if isinstance(value, str) and value:
                    yield f"{type(model).__name__} column {column}, {role.name}", value

"""All keys and mouse moves on one sheet, read from the actions themselves so that it cannot lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label

Group = tuple[str, Sequence[tuple[str, str]]]


def keys_of(action: QAction) -> str:
    """Every key of an action, as the keyboard has them."""
    texts = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
    # Qt tells the two Enter keys of a keyboard apart; readers do not.
    texts = [text.replace("Return", "Enter") for text in texts]
    return ",  ".join(dict.fromkeys(text for text in texts if text))


def rows_of(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    """(keys, what they do) of those actions that have keys."""
    rows = []
    for action in actions:
        keys = keys_of(action)
        if keys:
            rows.append((keys, action.text().replace("&", "").rstrip("…")))
    return rows


class ShortcutsSheet(QDialog):
    """Two columns of groups; Escape or the same key closes it."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and mouse"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 28)
        layout.setSpacing(48)
        for column in _balanced(groups):
            side = QVBoxLayout()
            side.setSpacing(20)
            for title, rows in column:
                side.addWidget(self._group(title, rows))
            side.addStretch(1)
            layout.addLayout(side)

    def _group(self, title: str, rows: Sequence[tuple[str, str]]) -> QWidget:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        grid.addWidget(label(title.upper(), TextSize.CAPTION, "faint", semibold=True), 0, 0, 1, 2)
        for row, (keys, words) in enumerate(rows, start=1):
            grid.addWidget(label(words, tone="second"), row, 0)
            grid.addWidget(label(keys, semibold=True), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, 200)
        return group


def _balanced(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Two columns of about the same height, order kept."""
    heights = [len(rows) + 2 for _title, rows in groups]
    half = sum(heights) / 2
    left: list[Group] = []
    right: list[Group] = []
    filled = 0
    for group, height in zip(groups, heights, strict=True):
        if filled + height / 2 <= half and not right:
            left.append(group)
        else:
            right.append(group)
        filled += height
    return left, right

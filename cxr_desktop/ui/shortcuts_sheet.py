"""All keys and mouse moves on one sheet, read from the actions themselves so that it cannot lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui import key_bindings
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.scroll_area import OverlayScrollArea

Group = tuple[str, Sequence[tuple[str, str]]]


def keys_of(action: QAction) -> str:
    """Every key of an action, as the keyboard has them."""
    return key_bindings.shown(action.shortcuts())


def rows_of(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    """(keys, what they do) of those actions that have keys."""
    rows = []
    for action in actions:
        keys = keys_of(action)
        if keys:
            rows.append((keys, action.text().replace("&", "").rstrip("…")))
    return rows


def run_of(actions: Sequence[QAction], words: str) -> list[tuple[str, str]]:
    """One row ``Alt+1 … Alt+4`` for actions in a row, as long as they have their own keys; else a row for each."""
    if all(action.shortcuts() == [QKeySequence(key) for key in action.property("own_keys")] for action in actions):
        keys = [keys_of(action) for action in (actions[0], actions[-1])] if actions else []
        return [(" … ".join(dict.fromkeys(keys)), words)] if keys else []
    return rows_of(actions)


class ShortcutsSheet(QDialog):
    """Two columns of groups; Escape closes it. Signal: ``change_requested()``, the reader wants other keys."""

    change_requested = Signal()

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and mouse"))
        body = QWidget()
        body.setObjectName("scrollBody")
        layout = QHBoxLayout(body)
        layout.setContentsMargins(32, 24, 32, 20)
        layout.setSpacing(48)
        for column in _balanced(groups):
            side = QVBoxLayout()
            side.setSpacing(20)
            for title, rows in column:
                side.addWidget(self._group(title, rows))
            side.addStretch(1)
            layout.addLayout(side)
        area = OverlayScrollArea(body)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        change = QPushButton(self.tr("Change keys…"))
        change.clicked.connect(self.change_requested)
        change.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 0, 32, 20)
        foot.addWidget(change)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)
        # As large as its words where the screen has the room.
        wanted, screen = body.sizeHint(), self.screen().availableSize()
        self.resize(min(wanted.width(), screen.width()), min(wanted.height() + 64, screen.height() - 48))

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

"""A small table whose rows stand under the names of their groups; knows words only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INDENT = "\u2003"


class GroupedTable(QWidget):
    """Hidden while it has no rows."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._rows: list[list[str]] = []
        self._table: QWidget | None = None
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(title)
        self.hide()

    def set_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]], stressed: int = -1) -> None:
        """``rows``: the group, the name of the row, then a cell for each head; ``stressed`` is the head that counts."""
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._rows = [list(row) for row in rows]
        self._table = self._build(heads, stressed)
        self._holder.addWidget(self._table)
        self.setVisible(bool(rows))

    def texts(self) -> list[list[str]]:
        """The cells as shown."""
        return self._rows

    def _build(self, heads: Sequence[str], stressed: int) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(self._title, semibold=True), 0, 0)
        for column, words in enumerate(heads, start=1):
            grid.addWidget(_number(label(words, TextSize.CAPTION, "faint", semibold=True)), 0, column)
        line, before = 1, None
        for group, name, *cells in self._rows:
            if group != before:
                grid.addWidget(label(group, wrap=True), line, 0, 1, len(heads) + 1)
                line, before = line + 1, group
            grid.addWidget(label(f"{_INDENT}{name}", tone="second"), line, 0)
            for column, words in enumerate(cells):
                cell = label(words, tone="" if column == stressed else "second")
                grid.addWidget(_number(cell), line, column + 1)
            line += 1
        return table


def _number(cell: QLabel) -> QLabel:
    cell.setAlignment(_RIGHT)
    return cell

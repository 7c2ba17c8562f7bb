"""Decisions by source, view and age: where a model is right, and where it only looks so; a table of words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.training.report_data import Group, Report

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupTable(QWidget):
    """Each group by its name, a row for each of its classes; hidden where the report names no groups."""

    def __init__(self, kind: str, title: str) -> None:
        super().__init__()
        self._kind, self._title = kind, title
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._holder = QVBoxLayout()
        layout.addLayout(self._holder)
        self._table: QWidget | None = None
        self._rows: list[list[str]] = []

    def set_report(self, report: Report) -> None:
        """Show its groups."""
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        groups = report.groups(self._kind)
        self.setVisible(bool(groups))
        self._rows = [_words(group, report) for group in groups]
        self._table = self._build(report)
        self._holder.addWidget(self._table)

    def texts(self) -> list[list[str]]:
        """The cells as shown."""
        return self._rows

    def _build(self, report: Report) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        called = self.tr("Called {0}").format(report.label(report.positive))
        heads = (label(self._title, semibold=True), *map(_head, (self.tr("Images"), self.tr("Right"), called)))
        for column, head in enumerate(heads):
            grid.addWidget(_placed(head, column), 0, column)
        line, before = 1, None
        for name, *cells in self._rows:
            if name != before:
                grid.addWidget(label(name, wrap=True), line, 0, 1, len(heads))
                line, before = line + 1, name
            for column, words in enumerate(cells):
                cell = label(f"{_INDENT}{words}" if column == 0 else words, tone="" if column == 2 else "second")
                grid.addWidget(_placed(cell, column), line, column)
            line += 1
        return table


_INDENT = "\u2003"


def _head(words: str) -> QLabel:
    return label(words, TextSize.CAPTION, "faint", semibold=True)


def _placed(cell: QLabel, column: int) -> QLabel:
    if column >= 1:
        cell.setAlignment(_RIGHT)
    return cell


def _words(group: Group, report: Report) -> list[str]:
    return [
        wording.plain(group.name),
        report.label(group.finding),
        wording.number(group.images),
        rate_words(group.right, group.images),
        rate_words(group.flagged, group.images) if group.flagged is not None else wording.BLANK,
    ]


def rate_words(count: int, images: int) -> str:
    """``98 % [93–99]``; blank for no images."""
    return wording.with_interval(count / images, wilson_interval(count, images)) if images else wording.BLANK

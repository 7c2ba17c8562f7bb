"""The runs that there are, to go on with one; starts none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cxr_desktop.bridge.run_files import RunSummary
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label

_ROW = 40


class RunList(QWidget):
    """``selected(object)``: the ``RunSummary`` in hand, or ``None``."""

    selected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._runs: tuple[RunSummary, ...] = ()
        self._none = label(
            self.tr("There is no run on this computer yet. Choose “Train a model” to begin one."),
            tone="second",
            wrap=True,
        )
        self.table = QTableWidget(0, 5)
        self.table.setObjectName("runTable")
        self.table.setAccessibleName(self.tr("Training runs"))
        self.table.setFont(font())
        self.table.setHorizontalHeaderLabels(
            [self.tr("RUN"), self.tr("STATE"), self.tr("EPOCHS"), self.tr("LAST CHANGE"), self.tr("DATA")]
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.table.horizontalHeader()
        header.setFont(font(TextSize.CAPTION, semibold=True))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(lambda: self.selected.emit(self.run()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.set_runs(())

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these; the one in hand stays in hand."""
        held = self.run()
        self._runs = tuple(runs)
        self.table.blockSignals(True)
        self.table.setRowCount(len(runs))
        for row, run in enumerate(runs):
            for column, words in enumerate(self._words(run)):
                item = QTableWidgetItem(words)
                item.setToolTip(wording.escape(run.reason) if run.reason else wording.escape(run.name))
                self.table.setItem(row, column, item)
        self.table.clearSelection()
        self.table.blockSignals(False)
        self._none.setVisible(not runs)
        self.table.setVisible(bool(runs))
        if held is not None:
            self.select(held.folder)

    def run(self) -> RunSummary | None:
        """The one in hand."""
        rows = self.table.selectionModel().selectedRows()
        return self._runs[rows[0].row()] if rows and rows[0].row() < len(self._runs) else None

    def select(self, folder: Path) -> None:
        """Take the run of this folder in hand, where it is in the list."""
        for row, run in enumerate(self._runs):
            if run.folder == folder:
                index = self.table.model().index(row, 0)
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().setCurrentIndex(index, flags)

    def _words(self, run: RunSummary) -> tuple[str, ...]:
        states = {
            "running": self.tr("Running"),
            "stopped": self.tr("Stopped"),
            "finished": self.tr("Finished"),
            "failed": self.tr("Failed"),
        }
        state = states.get(run.state, run.state)
        if not run.can_resume and run.state in ("stopped", "failed"):
            state = self.tr("{0}, nothing saved").format(state)
        epochs = self.tr("{0} of {1}").format(wording.number(run.epoch), wording.number(run.epochs))
        when = datetime.fromtimestamp(run.when).strftime("%Y-%m-%d %H:%M") if run.when else wording.BLANK
        return run.title, state, epochs, when, wording.file_name(run.data) or wording.BLANK

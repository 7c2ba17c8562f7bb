"""Reading statistics beside the window: read and counted elsewhere when asked for; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.domain.deed import Deed
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.reading_statistics import ReadingStatistics, reading_statistics
from cxr_desktop.export.statistics_csv import write_statistics
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.statistics_dialog import StatisticsDialog
from cxr_desktop.ui.window_dialogs import with_suffix


class StatisticsRoom(QObject):
    """``read`` tells (log, waits in seconds) and waits for a disk; ``model`` tells the card and digest in use."""

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        read: Callable[[], tuple[Sequence[Deed], Sequence[float]]],
        model: Callable[[], tuple[ModelCard | None, str]],
    ) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._read, self._model = read, model
        self._dialog: StatisticsDialog | None = None
        self._shown: ReadingStatistics | None = None
        window.reading.statistics_requested.connect(self.open)

    def open(self) -> None:
        """Show the page; the numbers come a moment later."""
        card, digest = self._model()
        if self._dialog is None:
            self._dialog = StatisticsDialog(card, self._window)
            self._dialog.export_requested.connect(self._on_export)
            self._dialog.finished.connect(self._on_closed)
            self._window.help.offer(self._dialog, "numbers#reading-statistics")
        self._dialog.show()
        self._dialog.raise_()
        self._tasks.run(lambda: self._count(card, digest), self._on_counted, self._on_failed)

    def _count(self, card: ModelCard | None, digest: str) -> ReadingStatistics:
        deeds, waits = self._read()
        finding = card.class_of_interest if card is not None else Finding.COVID19
        points = card.operating_points_of(finding) if card is not None else ()
        return reading_statistics(deeds, waits, finding, points, digest, _local_day)

    def _on_counted(self, statistics: ReadingStatistics) -> None:
        self._shown = statistics
        if self._dialog is not None:
            self._dialog.set_statistics(statistics)

    def _on_failed(self, reason: str) -> None:
        if self._dialog is not None:
            self._dialog.set_failure(reason)

    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _on_export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _ = QFileDialog.getSaveFileName(
            self._dialog,
            self.tr("Export the statistics"),
            str(Path(folder) / "reading-statistics.csv"),
            self.tr("Table (*.csv)"),
        )
        shown = self._shown
        if not path or shown is None:
            return

        def done(_: object) -> None:
            self._window.set_engine_state(self.tr("Statistics written"), False)

        target = Path(with_suffix(path, "csv"))
        self._tasks.run(lambda: write_statistics(target, shown), done, self._window.show_error)


def _local_day(at: str) -> str:
    """The reader's date of a UTC stamp; the stamp itself where it is none."""
    try:
        stamp = datetime.fromisoformat(at)
    except ValueError:
        return at
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).astimezone().date().isoformat()

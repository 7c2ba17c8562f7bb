"""Reading statistics on one page: the model against readers, waits, reading times, counts; computes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.reading_statistics import ReadingStatistics
from cxr_desktop.ui import reasons, wording
from cxr_desktop.ui import statistics_words as words
from cxr_desktop.ui.dialog_size import open_at
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.scroll_area import OverlayScrollArea

_MARGIN = 24
_MOST_DAYS = 60
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Table(QWidget):
    """Names at the left, numbers in columns that end flush."""

    def __init__(self, *headings: str) -> None:
        super().__init__()
        self.rows: list[tuple[str, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for column, heading in enumerate(headings):
            if heading:
                self._put(heading.upper(), 0, column, tone="faint", size=TextSize.CAPTION, semibold=True)

    def add(self, *cells: str, seconds: tuple[int, ...] = ()) -> None:
        """A line; columns named in ``seconds`` are the quiet second half of the one before."""
        row = self._grid.rowCount()
        self.rows.append(cells)
        for column, text in enumerate(cells):
            quiet = column in seconds
            self._put(text, row, column, tone="second" if quiet or not column else "")

    def _put(
        self, text: str, row: int, column: int, tone: str, size: TextSize = TextSize.BODY, semibold: bool = False
    ) -> None:
        made = label(text, size, tone, semibold)
        if column:
            made.setAlignment(_RIGHT)
        self._grid.addWidget(made, row, column)


class StatisticsDialog(QDialog):
    """Opens while the log is still being read; ``set_statistics`` or ``set_failure`` tells how that went.

    Signal ``export_requested()``.
    """

    export_requested = Signal()

    def __init__(self, card: ModelCard | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reading statistics"))
        open_at(self, 760, 680, least=(560, 360))
        self._card = card
        self.tables: list[_Table] = []
        self._words = label(tone="second", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = QWidget()
        self._page.setObjectName("scrollBody")
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(_MARGIN, 0, _MARGIN, 16)
        self._layout.setSpacing(8)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._words)
        self._scroll = OverlayScrollArea(self._page)
        self._stack.addWidget(self._scroll)
        title = label(self.tr("Reading statistics"), TextSize.TITLE, semibold=True)
        title.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 20, 1, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(stack, 1)
        layout.addLayout(self._build_foot())
        self._say(self.tr("Reading the log"))

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        foot.setSpacing(8)
        self.export = QPushButton(self.tr("Export as CSV…"))
        self.export.setToolTip(self.tr("Write these numbers as a table; no study and no patient is named"))
        self.export.clicked.connect(self.export_requested)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(self.export)
        foot.addWidget(close)
        return foot

    # --- what it is told

    def set_statistics(self, statistics: ReadingStatistics) -> None:
        """Show them, in place of what was shown before."""
        while (item := self._layout.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.tables = []
        self._show_comparison(statistics)
        self._show_times(statistics)
        self._show_counts(statistics)
        self._layout.addStretch(1)
        self.export.setEnabled(True)
        self._stack.setCurrentWidget(self._scroll)

    def set_failure(self, reason: str) -> None:
        """The log cannot be read, and why."""
        self._say(reasons.words(reason))

    def words(self) -> str:
        """What stands in place of the page, "" where it is shown."""
        return self._words.text() if self._stack.currentWidget() is self._words else ""

    def _say(self, text: str) -> None:
        self._words.setText(text)
        self.export.setEnabled(False)
        self._stack.setCurrentWidget(self._words)

    # --- how it shows

    def _section(self, title: str, about: str, table: _Table) -> None:
        self._layout.addWidget(rule())
        heading = label(title, semibold=True)
        heading.setContentsMargins(0, 6, 0, 0)
        self._layout.addWidget(heading)
        self._layout.addWidget(label(about, TextSize.CAPTION, "second", wrap=True))
        self._layout.addWidget(table)
        self._layout.addSpacing(8)
        self.tables.append(table)

    def _show_comparison(self, statistics: ReadingStatistics) -> None:
        table = _Table("", self.tr("Blind"), "", self.tr("Scores visible"), "")
        for row in words.comparison_rows(statistics.blind, statistics.sighted, self._card):
            table.add(*row, seconds=(2, 4))
        model = f"{self._card.title} {self._card.version}" if self._card is not None else wording.BLANK
        name = wording.finding_label(statistics.finding, self._card)
        about = self.tr(
            "{0}, {1}, against the readers' impressions; 95 % Wilson intervals. Impressions that were made with scores "
            "visible are biased towards the model: trust the blind ones. A reader is no reference standard."
        ).format(model, name)
        if statistics.elsewhere:
            about += " " + self.tr("{0} beside another model's score or none count nowhere.").format(
                words.studies(statistics.elsewhere)
            )
        self._section(self.tr("The model against readers"), about, table)

    def _show_times(self, statistics: ReadingStatistics) -> None:
        table = _Table("", self.tr("Median"), self.tr("95 % within"), self.tr("Studies"))
        for name, spread in (
            (self.tr("From arrival to ranked"), statistics.until_ranked),
            (self.tr("In the reader's hand until read"), statistics.in_hand),
        ):
            table.add(name, *words.spread(spread), wording.number(spread.n))
        about = self.tr(
            "Arrival is when a file was first seen. Time during which the program was closed counts until a study is "
            "ranked, and a study that lay open over lunch counts as read that long."
        )
        self._section(self.tr("Times"), about, table)

    def _show_counts(self, statistics: ReadingStatistics) -> None:
        table = _Table(self.tr("Day"), self.tr("Reader"), self.tr("Studies read"))
        for day, reader, count in statistics.read[:_MOST_DAYS]:
            table.add(day, wording.plain(reader) or wording.BLANK, wording.number(count))
        hidden = len(statistics.read) - _MOST_DAYS
        about = self.tr("By the day on which a study was last marked read, newest first.")
        if not statistics.read:
            about = self.tr("No study has been marked read yet.")
        elif hidden > 0:
            about += " " + self.tr("{0} older lines are in the export.").format(wording.number(hidden))
        self._section(self.tr("Studies read"), about, table)

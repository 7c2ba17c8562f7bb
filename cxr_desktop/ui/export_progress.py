"""The second and third page of the export dialog: how far it is, and what came of it; starts and stops nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.export.written import Ending, Written
from cxr_desktop.ui import export_words
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import ElidedLabel, Facts, label, set_tone

_BAR_HEIGHT = 4


class ExportProgress(QWidget):
    """Signals: ``cancelled()``; ``hidden()``, the reader goes on reading meanwhile."""

    cancelled = Signal()
    hidden = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._begun = clock, 0.0
        self._first_step = 0.0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_HEIGHT)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._words = label(tone="second")
        self.hide_button = QPushButton(self.tr("Go on reading"))
        self.hide_button.setToolTip(self.tr("The export goes on; Ctrl+E shows it again"))
        self.hide_button.setDefault(True)
        self.hide_button.clicked.connect(self.hidden)
        self.cancel = QPushButton(self.tr("Cancel the export"))
        self.cancel.setToolTip(self.tr("Files that are whole stay"))
        self.cancel.clicked.connect(self._on_cancel)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.hide_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Writing"), TextSize.TITLE, semibold=True))
        layout.addWidget(self.bar)
        layout.addWidget(self._words)
        layout.addWidget(
            label(
                self.tr("The worklist stays usable meanwhile; what was chosen is written as it was."),
                tone="faint",
                wrap=True,
            )
        )
        layout.addStretch(1)
        layout.addLayout(foot)

    def begin(self) -> None:
        """A new export."""
        self._begun = 0.0
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._words.setText(self.tr("Starting"))
        self.hide_button.setFocus()

    def set_progress(self, done: int, total: int) -> None:
        """After some steps; the time left counts from the first step, because starting takes its own time."""
        now = self._clock()
        if not self._begun:
            self._begun, self._first_step = now, done
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        steps = done - self._first_step
        left = (total - done) * (now - self._begun) / steps if steps > 0 else None
        if self.cancel.isEnabled():
            self._words.setText(export_words.progress(done, total, left))

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Finishing the file in hand"))
        self.cancelled.emit()


class ExportResult(QWidget):
    """Signals: ``closed()``, ``again()`` for another export."""

    closed = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._title = label("", TextSize.TITLE, semibold=True, wrap=True)
        self._rest = label(wrap=True)
        self._path = ElidedLabel(tone="second")
        self._facts = Facts()
        self._skips = label(tone="second", wrap=True)
        self.show_folder = QPushButton(self.tr("Show in folder"))
        self.show_folder.clicked.connect(self._show_folder)
        again = QPushButton(self.tr("Export more"))
        again.clicked.connect(self.again)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setProperty("kind", "primary")
        self.close_button.setFont(font(semibold=True))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.show_folder)
        foot.addStretch(1)
        foot.addWidget(again)
        foot.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self._title, self._rest, self._path, self._facts, self._skips):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addLayout(foot)

    def set_result(self, written: Written) -> None:
        """How it ended."""
        self._folder = written.folder if written.folder is not None and written.folder.is_dir() else None
        failed = written.ending not in (Ending.DONE, Ending.CANCELLED)
        self._title.setText(export_words.headline(written))
        set_tone(self._title, "between" if failed else "")
        self._rest.setText(export_words.remainder(written))
        self._rest.setVisible(bool(self._rest.text()))
        self._path.setText(export_words.path(written.folder) if written.folder is not None else "")
        # Anew: rows of an earlier result would leave their gaps.
        facts = Facts()
        facts.set_facts([(name, count, "") for name, count in export_words.files(written)])
        self._column.replaceWidget(self._facts, facts)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = facts
        self._skips.setText("\n".join(export_words.skips(written)))
        self._skips.setVisible(bool(self._skips.text()))
        self.show_folder.setEnabled(self._folder is not None)
        self.close_button.setFocus()

    def words(self) -> list[str]:
        """Everything that it says."""
        facts = [f"{name}: {count}" for name, count in self._facts.texts().items()]
        return [text for text in (self._title.text(), self._rest.text(), *facts, self._skips.text()) if text]

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

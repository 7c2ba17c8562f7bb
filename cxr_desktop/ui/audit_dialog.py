"""The audit log: what readers said, marked, corrected or had scored against the advice; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cxr_desktop.domain.deed import Deed
from cxr_desktop.ui import reasons, wording
from cxr_desktop.ui.audit_table import AuditModel, AuditTable
from cxr_desktop.ui.dialog_size import open_at
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label


class AuditDialog(QDialog):
    """Opens while the log is still being read; ``set_deeds`` or ``set_failure`` tells how that went.

    Signal ``export_requested()``.
    """

    export_requested = Signal()

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Audit log"))
        open_at(self, 1160, 560, least=(560, 320))
        self._model = AuditModel(name_of)
        self.table = AuditTable(self._model)
        about = label(
            self.tr(
                "Impressions, reading states, urgencies, scores against the advice of the check, and corrections of "
                "images with a reader's consent. The log is kept on this computer; entries are only ever added."
            ),
            tone="second",
            wrap=True,
        )
        self._words = label(tone="second", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Audit log"), TextSize.TITLE, semibold=True))
        layout.addWidget(about)
        layout.addWidget(stack, 1)
        layout.addLayout(self._build_foot())
        self._say(self.tr("Reading the log"))

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._count = label(tone="second")
        self.export = QPushButton(self.tr("Export as CSV…"))
        self.export.setToolTip(self.tr("Write the whole log as a table"))
        self.export.clicked.connect(self.export_requested)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.export)
        foot.addWidget(close)
        return foot

    def set_deeds(self, deeds: Sequence[Deed]) -> None:
        """The whole log, oldest first."""
        self._model.set_deeds(deeds)
        if not deeds:
            self._say(self.tr("Nothing has been said, marked or corrected on this computer yet."))
            return
        entries = self.tr("{0} entries, newest first") if len(deeds) > 1 else self.tr("{0} entry")
        self._count.setText(entries.format(wording.number(len(deeds))))
        self.export.setEnabled(True)
        self._stack.setCurrentWidget(self.table)

    def set_failure(self, reason: str) -> None:
        """The log cannot be read, and why."""
        self._say(reasons.words(reason))

    def words(self) -> str:
        """What stands in place of the table, "" where it is shown."""
        return self._words.text() if self._stack.currentWidget() is self._words else ""

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._count.clear()
        self.export.setEnabled(False)
        self._stack.setCurrentWidget(self._words)

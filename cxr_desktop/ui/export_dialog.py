"""The export: choose, wait or read on, see what was written; three pages of one window that does not block."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from cxr_desktop.export.job import Amount
from cxr_desktop.export.written import Written
from cxr_desktop.ui.dialog_size import open_at
from cxr_desktop.ui.export_choices import ExportChoices
from cxr_desktop.ui.export_progress import ExportProgress, ExportResult
from cxr_desktop.ui.export_words import Scope


class ExportDialog(QDialog):
    """Signals: ``export_requested(ExportWish)``, ``cancel_requested()``, ``again_requested()``."""

    export_requested = Signal(object)
    cancel_requested = Signal()
    again_requested = Signal()

    def __init__(self, amount_of: Callable[[Scope, bool], Amount], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export results"))
        open_at(self, 680, 640, least=(520, 420))
        self.choices = ExportChoices(amount_of)
        self.progress = ExportProgress()
        self.result_page = ExportResult()
        self._stack = QStackedLayout(self)
        for page in (self.choices, self.progress, self.result_page):
            page.setContentsMargins(24, 20, 24, 16)
            self._stack.addWidget(page)
        self.choices.requested.connect(self.export_requested)
        self.choices.closed.connect(self.reject)
        self.progress.cancelled.connect(self.cancel_requested)
        self.progress.hidden.connect(self.hide)
        self.result_page.closed.connect(self.accept)
        self.result_page.again.connect(self.again_requested)

    def choose(self, counts: Mapping[Scope, int]) -> None:
        """Show the choices, with how many studies each scope has now."""
        self.choices.set_scopes(counts)
        self._stack.setCurrentWidget(self.choices)

    def begin(self) -> None:
        """Show the progress."""
        self.progress.begin()
        self._stack.setCurrentWidget(self.progress)

    def finish(self, written: Written) -> None:
        """Show what came of it."""
        self.result_page.set_result(written)
        self._stack.setCurrentWidget(self.result_page)

    def shows(self, page: QWidget) -> bool:
        """Whether that page is in view."""
        return self._stack.currentWidget() is page

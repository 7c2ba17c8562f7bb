"""The left column: a line of sums over the list of studies, or a word on why it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cxr_desktop.bridge.worklist_model import Counts, WorklistModel
from cxr_desktop.ui import wording
from cxr_desktop.ui.empty_state import Emptiness, EmptyState
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.order_button import OrderButton
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_view import WorklistView

SUMMARY_HEIGHT = 41


class WorklistPanel(QWidget):
    """``view`` is the list, ``empty`` what stands in its place; the panel decides which is shown."""

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("worklistPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(360)
        self.view = WorklistView(model)
        self.empty = EmptyState()
        self._folder_open = False
        self._scanning = False
        self._model = model
        self._summary = self._build_summary()
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._summary)
        layout.addWidget(stack, 1)
        model.counts_changed.connect(self._show_counts)
        model.order_applied.connect(lambda: self._show_counts(model.counts))
        model.modelReset.connect(lambda: self._show_counts(model.counts))
        self._show_counts(model.counts)

    def _build_summary(self) -> QWidget:
        line = QWidget()
        line.setObjectName("summaryLine")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(scaled(SUMMARY_HEIGHT))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        self._unread = label(semibold=True)
        self._rest = ElidedLabel(tone="second")
        layout.addWidget(self._unread)
        layout.addWidget(self._rest, 1)
        self.order = OrderButton()
        layout.addWidget(self.order)
        return line

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.view.set_theme(theme)
        self.view.header.set_theme(theme)
        self.empty.set_theme(theme)

    def set_hide_identity(self, hidden: bool) -> None:
        """No names in the list, no folders in its place."""
        self.view.set_hide_identity(hidden)
        self.empty.set_hide_identity(hidden)

    def set_folder_open(self, is_open: bool) -> None:
        """Whether there is a folder at all."""
        self._folder_open = is_open
        self._choose()

    def set_scanning(self, scanning: bool) -> None:
        """Whether more rows may come."""
        self._scanning = scanning
        self._choose()

    def _show_counts(self, counts: Counts) -> None:
        """Sums over the whole folder, whatever the filter shows."""
        shown, total = self._model.rowCount(), counts.total + counts.not_images
        parts = []
        if counts.above:
            parts.append(self.tr("{0} above both operating points").format(wording.number(counts.above)))
        if counts.not_scored:
            parts.append(self.tr("{0} not scored").format(wording.number(counts.not_scored)))
        if counts.disagree:
            parts.append(self.tr("{0} disagree").format(wording.number(counts.disagree)))
        if shown != total:
            parts.insert(0, self.tr("{0} of {1} shown").format(wording.number(shown), wording.number(total)))
        self._unread.setText(self.tr("{0} unread").format(wording.number(counts.unread)))
        self._rest.setText(" · ".join(parts))
        self._choose()

    def summary(self) -> str:
        """The line as shown."""
        return "  ".join(part for part in (self._unread.text(), self._rest.text()) if part)

    def _choose(self) -> None:
        counts = self._model.counts
        total, empty = counts.total + counts.not_images, self._model.rowCount() == 0
        if empty:
            self.empty.show_emptiness(self._why(total))
        self._summary.setVisible(total > 0 or not empty)
        shown = self.empty if empty else self.view
        if self._stack.currentWidget() is not shown:
            focus = self.focusWidget()
            self._stack.setCurrentWidget(shown)
            if focus is not None or self.window().focusWidget() is None:
                self.take_focus()

    def take_focus(self) -> None:
        """To the list, or to the first thing that can be done without one."""
        (self.empty if self._stack.currentWidget() is self.empty else self.view).setFocus()

    def _why(self, total: int) -> Emptiness:
        if total:
            return Emptiness.NO_MATCH
        if self._scanning:
            return Emptiness.SCANNING
        return Emptiness.NOTHING_FOUND if self._folder_open else Emptiness.NO_FOLDER

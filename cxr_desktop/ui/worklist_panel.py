"""The left column: a line of sums over the list of studies, or a word on why it is empty."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxr_desktop.bridge.worklist_model import Counts, WorklistModel
from cxr_desktop.ui import filter_words, wording
from cxr_desktop.ui.count_line import CountLine, Sum
from cxr_desktop.ui.empty_state import Emptiness, EmptyState
from cxr_desktop.ui.notice_line import Notice
from cxr_desktop.ui.order_button import OrderButton
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.window_columns import WORKLIST_WIDTH
from cxr_desktop.ui.worklist_view import WorklistView
from cxr_desktop.worklist.query import Query


class WorklistPanel(QWidget):
    """``view`` is the list, ``empty`` what stands in its place; the panel decides which is shown."""

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("worklistPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(WORKLIST_WIDTH)
        self.view = WorklistView(model)
        self.empty = EmptyState()
        self._folder_open = False
        self._scanning = False
        self._hides_identity = False
        self._query = Query()
        self._model = model
        self.counts = CountLine()
        self.order = OrderButton()
        self.counts.add_at_end(self.order)
        self.trouble = Notice()
        self.trouble.setContentsMargins(16, 8, 16, 8)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.counts)
        layout.addWidget(self.trouble)
        layout.addWidget(stack, 1)
        model.counts_changed.connect(self._show_counts)
        model.order_applied.connect(lambda: self._show_counts(model.counts))
        model.modelReset.connect(lambda: self._show_counts(model.counts))
        model.query_changed.connect(self._show_trouble)
        model.query_changed.connect(lambda _query: self._show_counts(model.counts))
        self._show_counts(model.counts)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.view.set_theme(theme)
        self.view.header.set_theme(theme)
        self.empty.set_theme(theme)
        self.trouble.set_theme(theme)

    def set_hide_identity(self, hidden: bool) -> None:
        """No names in the list, no folders in its place."""
        self.view.set_hide_identity(hidden)
        self.empty.set_hide_identity(hidden)
        self._hides_identity = hidden
        self._show_trouble(self._query)

    def _show_trouble(self, query: Query) -> None:
        self._query = query
        self.trouble.set_words(filter_words.problems(query.problems, self._hides_identity))

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
        shown, total = self._model.shown_count, counts.total + counts.not_images
        number = wording.number
        show = self.tr("Click to show only these, again to show all")
        sums = [Sum(self.tr("{0} unread").format(number(counts.unread)), "", "unread", show)]
        if shown != total:
            words = self.tr("{0} of {1} shown").format(number(shown), number(total))
            sums.append(Sum(words, words, "", self.tr("Click to clear the filter (Esc)")))
        for count, words, brief, text in (
            (counts.stat, self.tr("{0} STAT"), self.tr("{0} STAT"), "stat -read"),
            (counts.above, self.tr("{0} above both operating points"), self.tr("{0} above"), "above"),
            (counts.not_scored, self.tr("{0} not scored"), self.tr("{0} not scored"), "not-scored"),
            (counts.disagree, self.tr("{0} disagree"), self.tr("{0} disagree"), "disagree"),
        ):
            if count:
                sums.append(Sum(words.format(number(count)), brief.format(number(count)), text, show))
        sums[0] = replace(sums[0], brief=sums[0].words)
        self.counts.set_sums(sums, self._model.filter_text)
        self._choose()

    def summary(self) -> str:
        """The line in full words."""
        unread, *rest = self.counts.texts()
        return "  ".join(part for part in (unread, " · ".join(rest)) if part)

    def _choose(self) -> None:
        counts = self._model.counts
        total, empty = counts.total + counts.not_images, self._model.rowCount() == 0
        if empty:
            self.empty.show_emptiness(self._why(total))
        self.counts.setVisible(total > 0 or not empty)
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

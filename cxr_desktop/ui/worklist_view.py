"""The table of studies: keeps the reader's place while the order changes, and says which rows are seen."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QHeaderView, QMenu, QWidget

from cxr_desktop.bridge.worklist_model import Column, WorklistModel
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.ui.calm_table import CalmTable
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.scroll_area import OverlayBar
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_columns import NUMBER_COLUMNS
from cxr_desktop.ui.worklist_copy import table_text
from cxr_desktop.ui.worklist_delegate import Index, WorklistDelegate
from cxr_desktop.ui.worklist_header import WorklistHeader
from cxr_desktop.ui.worklist_heads import HEAD_HEIGHT

VISIBLE_MS = 80
OVERSCAN = 4


class WorklistView(CalmTable):
    """Rows are painted by the delegate, moved by the model.

    Signals: ``study_selected(str key)`` when the reader comes to another study ("" for none),
    ``study_activated(str key)`` on Enter or double click, ``visible_paths_changed(list[str])`` with the paths on
    screen, the selected study's first, ``clear_filter_requested()`` on Escape while a filter hides something.
    """

    study_selected = Signal(str)
    study_activated = Signal(str)
    visible_paths_changed = Signal(list)
    clear_filter_requested = Signal()

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setAccessibleName(self.tr("Worklist"))
        self._anchor: int | None = None
        self._selected_key = ""
        self._parking = False
        self._shown_paths: list[str] = []
        self._menu: QMenu | None = None
        self._look_around = self._timer(VISIBLE_MS, self._report_visible)
        self.delegate = WorklistDelegate(self, self._span_of)
        self.setItemDelegate(self.delegate)
        self._configure()
        self.header = WorklistHeader(self)
        self.scroll_bar = OverlayBar(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.header.set_columns(tuple(Column))
        self.header.set_sort(model.sort_keys)
        self._connect(model)
        self.set_compact(False)

    def _configure(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _connect(self, model: WorklistModel) -> None:
        for signal in (model.layoutAboutToBeChanged, model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved):
            signal.connect(self._remember_place)
        model.order_applied.connect(self._fit_heads)
        model.order_applied.connect(self._restore_place)
        model.order_applied.connect(self.paint_in_turns)
        model.modelReset.connect(self._forget_place)
        model.modelReset.connect(self.forget_rows)
        for signal in (model.dataChanged, model.order_applied, model.modelReset):
            signal.connect(lambda *_: self._look_around.start())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_around.start())
        self.doubleClicked.connect(self._on_activated)
        self.header.sort_requested.connect(model.sort_by)

    # --- what it shows

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.delegate.theme = theme
        self.viewport().update()

    def set_card(self, card: ModelCard | None) -> None:
        """Whose operating points the bars carry, and whose classes have columns."""
        self.delegate.card = card
        self.header.set_card(card)
        self._worklist.set_classes(card.findings if card is not None else ())
        self.viewport().update()

    def set_second_card(self, card: ModelCard | None) -> None:
        """The second model, whose disagreement has a column; ``None`` where there is none."""
        self.delegate.second_card = card
        self.header.set_has_second(card is not None)
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """One line per row instead of two."""
        self._remember_place()
        self.delegate.compact = compact
        self.verticalHeader().setMinimumSectionSize(scaled(HEAD_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height())
        self._restore_place()
        self.viewport().update()

    def set_hide_identity(self, hidden: bool) -> None:
        """Numbers of arrival instead of names and IDs."""
        self.delegate.hide_identity = hidden
        self.viewport().update()

    def set_context_menu(self, menu: QMenu) -> None:
        """What a right click on a row opens."""
        self._menu = menu

    # --- where the reader is

    def selected_key(self) -> str:
        """The key of the study in hand, "" for none; a filter that hides its row does not take it away."""
        return self._selected_key

    def selected_entry(self) -> WorklistEntry | None:
        """The study in hand as it is now."""
        return self._worklist.entry(self._selected_key) if self._selected_key else None

    def selected_keys(self) -> list[str]:
        """Keys of all selected rows, from top to bottom; the study in hand where none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for row in rows if (key := self._worklist.key_at(row))] or [k for k in (self._selected_key,) if k]

    def select_key(self, key: str) -> bool:
        """Take a study in hand and scroll to it if it is out of sight. False where no row shows it."""
        row = self._worklist.row_of(key)
        self.select_row(row)
        return row >= 0

    def select_row(self, row: int) -> None:
        """Take the study of a row in hand; the line above a group stands for the next study."""
        row = self._nearest_study(row, 1)
        if row < 0:
            return
        self._hold_order()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self._worklist.index(row, Column.RISK)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def step(self, by: int) -> None:
        """Go ``by`` rows down (negative: up), stopping at the ends."""
        last = self._worklist.rowCount() - 1
        current = self.currentIndex().row() if self.currentIndex().isValid() else -1 if by > 0 else last + 1
        row = min(last, max(0, current + by))
        self.select_row(self._nearest_study(row, 1 if by > 0 else -1))

    def _nearest_study(self, row: int, direction: int) -> int:
        """A row that shows a study: this one, else the next in that direction, else the next in the other."""
        for way in (direction, -direction):
            at = row
            while self._worklist.head_at(at) is not None:
                at += way
            if self._worklist.key_at(at):
                return at
        return -1

    def select_next_unread(self) -> bool:
        """Go to the next unread study below, then from the top. False where all others are read."""
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        row = self._worklist.next_in_state(ReadState.UNREAD, here, self._selected_key)
        if row >= 0:
            self.select_row(row)
        return row >= 0

    def entries_below(self, count: int) -> list[WorklistEntry]:
        """The next studies of the list, those that a reader is likely to open next."""
        first = self.currentIndex().row() + 1 if self.currentIndex().isValid() else 0
        found = (self._worklist.entry_at(row) for row in range(first, self._worklist.rowCount()))
        return list(islice((entry for entry in found if entry is not None), count))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell who is concerned, once per study."""
        super().currentChanged(current, previous)
        if self._parking:
            return
        self._take(self._worklist.key_at(current.row()) if current.isValid() else "")

    def _take(self, key: str) -> None:
        if key != self._selected_key:
            self._selected_key = key
            self.study_selected.emit(key)
            self._look_around.start()

    # --- keeping the place

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A filter that hides the study in hand must not put another one in front of the reader."""
        if start <= self.currentIndex().row() <= end:
            self._parking = True
            self.selectionModel().clear()
            self._parking = False
        super().rowsAboutToBeRemoved(parent, start, end)

    def _remember_place(self, *_: object) -> None:
        current = self.currentIndex()
        if self._anchor is None and current.isValid():
            top = self.rowViewportPosition(current.row())
            if -self.delegate.row_height() < top < self.viewport().height():
                self._anchor = top

    def _restore_place(self) -> None:
        anchor, self._anchor = self._anchor, None
        if not self._selected_key:
            return
        if not self._worklist.knows(self._selected_key):
            self._take("")
            return
        row = self._worklist.row_of(self._selected_key)
        if row < 0:
            return
        if not self.currentIndex().isValid():
            self.select_row(row)
        elif anchor is not None:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - anchor)

    def _fit_heads(self) -> None:
        """Qt keeps the height of a row that moves; new lines above groups are lower than studies."""
        heights = self.verticalHeader()
        for head in self._worklist.heads():
            if heights.sectionSize(head.position) != scaled(HEAD_HEIGHT):
                heights.resizeSection(head.position, scaled(HEAD_HEIGHT))

    def _forget_place(self) -> None:
        self._anchor = None
        if self._worklist.row_of(self._selected_key) < 0:
            self._take("")
        else:
            self.select_key(self._selected_key)

    # --- what is seen

    def visible_rows(self) -> range:
        """Rows on screen and a few beyond."""
        count, first, last = self._worklist.rowCount(), self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first - OVERSCAN), min(count, (last if last >= 0 else count) + OVERSCAN + 1))

    def _report_visible(self) -> None:
        entries = [self.selected_entry(), *(self._worklist.entry_at(row) for row in self.visible_rows())]
        paths = dict.fromkeys(image.path for entry in entries if entry is not None for image in entry.images)
        if list(paths) != self._shown_paths:
            self._shown_paths = list(paths)
            self.visible_paths_changed.emit(self._shown_paths)

    def _span_of(self, index: Index) -> QRectF:
        """Where words may stand that need more room than the risk column: risk and the numbers beside it."""
        joined = self.header.joined_sections() if index.column() in (Column.RISK, *NUMBER_COLUMNS) else []
        if index.column() not in joined:
            return QRectF()
        left = min(self.columnViewportPosition(section) for section in joined)
        width = sum(self.columnWidth(section) for section in joined)
        return QRectF(left, self.rowViewportPosition(index.row()), width, self.delegate.row_height())

    # --- the reader's hands

    def _on_activated(self, index: QModelIndex) -> None:
        key = self._worklist.key_at(index.row())
        if key:
            self.study_activated.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming to the list chooses no study: Qt would take the first, which may not be first for long."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are shortcuts of the window, never a search that jumps."""
        self._hold_order()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self._worklist.filter_text:
            self.clear_filter_requested.emit()
        elif event.key() == Qt.Key.Key_Left and (head := self._worklist.head_of(self._selected_key)) is not None:
            self._worklist.fold(head.name, True)
        elif event.key() == Qt.Key.Key_Right:
            self._worklist.unfold_all()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The line above a group is passed over."""
        index = super().moveCursor(action, modifiers)
        if self._worklist.head_at(index.row()) is None:
            return index
        up = index.row() < self.currentIndex().row() and index.row() > 0
        return self._worklist.index(self._nearest_study(index.row(), -1 if up else 1), index.column())

    def copy_rows(self) -> None:
        """The chosen studies as a table for the clipboard, in the columns that are shown."""
        shown = [column for column in self.header.shown_columns() if column is not Column.PICTURE]
        entries = [entry for key in self.selected_keys() if (entry := self._worklist.entry(key)) is not None]
        if entries:
            QGuiApplication.clipboard().setText(table_text(entries, shown, self._worklist))

    def keyboardSearch(self, search: str) -> None:
        """Typing a letter must not move the selection."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The same for a press without a move; a press on the line above a group folds it."""
        self._hold_order()
        head = self._worklist.head_at(self.rowAt(round(event.position().y())))
        if head is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._worklist.fold(head.name, not head.folded)

    def _hover(self, position: QPoint) -> None:
        row = self.rowAt(position.y()) if self.viewport().rect().contains(position) else -1
        if row != self.delegate.hovered_row:
            self.delegate.hovered_row = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The study's menu, on a row only."""
        if self._menu is not None and self._worklist.key_at(self.rowAt(event.pos().y())):
            self._menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows are seen; the study in hand stays among them."""
        current = self.currentIndex()
        top = self.rowViewportPosition(current.row()) if current.isValid() else -self.delegate.row_height()
        was_seen = -self.delegate.row_height() < top < event.oldSize().height()
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())
        if was_seen:
            self.scrollTo(current, QAbstractItemView.ScrollHint.EnsureVisible)
        self._look_around.start()

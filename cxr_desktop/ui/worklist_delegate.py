"""Turns a model index into painted cells: backgrounds, joined cells and tooltips; knows no store and no engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from cxr_desktop.bridge.worklist_model import ENTRY_ROLE, HEAD_ROLE, Column
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.triage import BY_RISK
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import second_opinion_words, wait_words, wording
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.worklist_cells import COMPACT_HEIGHT, ROW_HEIGHT, CellPainter, RowLook
from cxr_desktop.ui.worklist_columns import CLASS_COLUMNS
from cxr_desktop.ui.worklist_heads import head_tooltip, paint_head

Index = QModelIndex | QPersistentModelIndex


class WorklistDelegate(QStyledItemDelegate):
    """``span_of(index)`` says where words may stand that need more room than the risk column."""

    def __init__(self, view: QAbstractItemView, span_of: Callable[[Index], QRectF]) -> None:
        super().__init__(view)
        self._view = view
        self._span_of = span_of
        self.theme: Theme = DARK
        self.card: ModelCard | None = None
        self.second_card: ModelCard | None = None
        self.compact = False
        self.hide_identity = False
        self.ordering = BY_RISK
        self.hovered_row = -1
        self.picture_of: Callable[[WorklistEntry], QPixmap | None] = lambda entry: None
        self._row: CellPainter | None = None

    def row_height(self) -> int:
        """52 pixels, or 32 in compact mode; more where text is large."""
        return scaled(COMPACT_HEIGHT if self.compact else ROW_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are of one height; columns are sized by the reader."""
        return QSize(60, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background of the row, then the cell; or this cell's piece of the line above a group."""
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            head = index.data(HEAD_ROLE)
            if head is not None:
                paint_head(painter, head, area, self._line_of(index), self.theme)
        else:
            self._paint_background(painter, area, index, bool(option.state & QStyle.StateFlag.State_Selected))
            cell = self._row_painter(entry)
            cell.painter, cell.frame = painter, area
            self._paint_cell(cell, area, index)
        painter.restore()

    def _line_of(self, index: Index) -> QRectF:
        """The whole row on the screen, which the line above a group runs along."""
        view = self.parent()
        assert isinstance(view, QTableView)
        top, height = view.rowViewportPosition(index.row()), view.rowHeight(index.row())
        return QRectF(0, top, view.viewport().width(), height)

    def look_of(self, entry: WorklistEntry, with_picture: bool) -> tuple[object, ...]:
        """All that the cells of an entry show beside it, as far as it can change; equal where they look alike.

        Without its picture nobody asks for one.
        """
        wait = wait_words.cell(entry, self.ordering, time.time())
        has_picture = with_picture and self.picture_of(entry) is not None
        # Of time and order the cells show the wait alone.
        return replace(self._look(), now=0.0, ordering=BY_RISK), wait, has_picture

    def _look(self) -> RowLook:
        return RowLook(
            self.theme, self.card, self.compact, self.hide_identity, int(time.time()), date.today(), self.ordering
        )

    def _row_painter(self, entry: WorklistEntry) -> CellPainter:
        """The cells of a row are painted one after the other, so the last row's painter is kept."""
        look = self._look()
        if self._row is None or self._row.entry is not entry or self._row.look != look:
            self._row = CellPainter(entry, look)
        return self._row

    def _paint_background(self, painter: QPainter, area: QRectF, index: Index, selected: bool) -> None:
        if selected:
            painter.fillRect(area, QColor(self.theme.selection))
        elif index.row() == self.hovered_row:
            painter.fillRect(area, QColor(self.theme.hover))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(self.theme.row_line))
        mark = mirrored(QRectF(area.left(), area.top(), 3, area.height()), area)
        if selected and (mark.left() <= 0 or mark.right() >= self._view.viewport().width()):
            painter.fillRect(mark, QColor(self.theme.accent))

    def _paint_cell(self, cell: CellPainter, area: QRectF, index: Index) -> None:
        column = Column(index.column())
        if column is Column.RISK:
            cell.symbol(area)
            cell.risk(area, self._span_of(index))
        elif column in CLASS_COLUMNS:
            cell.finding(area, self._span_of(index), column)
        elif column is Column.DISAGREEMENT:
            cell.disagreement(area, self._span_of(index))
        elif column is Column.PICTURE:
            cell.picture(area, self.picture_of(cell.entry))
        else:
            cell.words(area, column)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The row in words, so that nothing elided is lost."""
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if entry is None:
            head = index.data(HEAD_ROLE) if index.isValid() else None
            QToolTip.showText(event.globalPos(), wording.escape(head_tooltip(head)) if head is not None else "", view)
            return head is not None
        words = self.tooltip(entry)
        if Column(index.column()) is Column.DISAGREEMENT:
            words = second_opinion_words.cell_sentence(entry, self.card, self.second_card)
        QToolTip.showText(event.globalPos(), wording.escape(words), view)
        return True

    def tooltip(self, entry: WorklistEntry) -> str:
        """Risk or reason, whether a second model disagrees, then what the columns may have cut off."""
        header = entry.radiograph
        parts = [wording.row_sentence(entry, self.hide_identity, self.card)]
        parts.append(wait_words.why_there(entry, self.ordering, time.time()))
        prediction = entry.leading.prediction
        if prediction is not None:
            parts.append(second_opinion_words.disagreement_sentence(prediction, self.card, self.second_card))
        details = wording.patient_details(entry, self.hide_identity)
        moment = wording.study_moment(header, date.min) if header is not None else ""
        parts.append(" · ".join(part for part in (details, moment, wording.study_details(entry)) if part))
        if header is not None and header.study_description:
            parts.append(wording.plain(header.study_description))
        return "\n".join(part for part in parts if part)

"""The worklist's headings: sorting, widths, order and visibility of columns, and how they are remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRect, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QGuiApplication, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QToolTip

from cxr_desktop.bridge.worklist_model import Column
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.worklist_cells import RIGHT_MARGIN
from cxr_desktop.ui.worklist_columns import (
    ALWAYS_SHOWN,
    CLASS_COLUMNS,
    HEADING_LEFT,
    NUMBER_COLUMNS,
    SPARED_FIRST,
    SYMBOL_WIDTH,
    has_values,
    look_of,
)

HEIGHT = 32
_FALLING_FIRST = (Column.RISK, *CLASS_COLUMNS, Column.DISAGREEMENT, Column.WAIT)


class WorklistHeader(QHeaderView):
    """Signals: ``sort_requested(Column, Qt.SortOrder)``, ``arrangement_changed()`` when columns moved or hid."""

    sort_requested = Signal(object, object)
    arrangement_changed = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._columns: tuple[Column, ...] = ()
        self._theme = DARK
        self._card: ModelCard | None = None
        self._has_second = False
        self._wished: set[Column] = set()
        # Qt's own indicator turns round by itself before a click is told, so the order is kept here.
        self._sort = (Column.RISK, Qt.SortOrder.DescendingOrder)
        self._fitting = False
        self._sized_by_reader = False
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._refit)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)
        self.setMinimumSectionSize(36)
        self.setFixedHeight(scaled(HEIGHT))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self._arranged())

    # --- what it shows

    def set_columns(self, columns: Sequence[Column]) -> None:
        """The model's sections, in its order; puts widths and visibility back to the first state."""
        self._columns = tuple(columns)
        self.reset_arrangement()

    def set_card(self, card: ModelCard | None) -> None:
        """Another model: its class of interest heads the risk, and columns of classes that it lacks are not shown."""
        self._card = card
        if not has_values(self._sort[0], card):
            self.set_sort(Column.RISK, Qt.SortOrder.DescendingOrder)
            self.sort_requested.emit(*self._sort)
        self._show_wished()
        self.viewport().update()

    def set_has_second(self, there: bool) -> None:
        """Whether there is a second opinion at all; without one its column is not shown."""
        self._has_second = there
        if not there and self._sort[0] is Column.DISAGREEMENT:
            self.set_sort(Column.RISK, Qt.SortOrder.DescendingOrder)
            self.sort_requested.emit(*self._sort)
        self._show_wished()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.viewport().update()

    def set_sort(self, column: Column, order: Qt.SortOrder) -> None:
        """Show which column sorts, without telling anyone."""
        self._sort = (column, order)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A fixed height."""
        return QSize(super().sizeHint().width(), scaled(HEIGHT))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """Small capitals, the sort arrow, one line below."""
        if not self._columns:
            return
        theme, column = self._theme, self._columns[section]
        sorts = self._sort[0] is column
        painter.save()
        painter.fillRect(area, QColor(theme.panel))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(theme.line))
        used = font(TextSize.CAPTION, semibold=True)
        metrics = QFontMetricsF(used)
        left: float = area.left() + (SYMBOL_WIDTH if column is Column.RISK else 0)
        look = look_of(column, self._card)
        painter.setFont(used)
        painter.setPen(QColor(theme.text_second if sorts else theme.text_faint))
        room = area.right() - left - (14 if sorts else 2)
        if column is Column.RISK and metrics.horizontalAdvance(look.heading.upper()) > room:
            room, left = room + SYMBOL_WIDTH - HEADING_LEFT, left - SYMBOL_WIDTH + HEADING_LEFT
        whole = column is Column.RISK and metrics.horizontalAdvance(look.title.upper()) <= room
        text = (look.title if whole else look.heading).upper()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if column is Column.WAIT:
            # Over its numbers, which stand to the right.
            left = max(left, area.right() + 1 - RIGHT_MARGIN - metrics.horizontalAdvance(shown) - (13 if sorts else 0))
        line = QRectF(left, area.top(), metrics.horizontalAdvance(shown), area.height())
        start = mirrored(line, QRectF(area)).left()
        painter.drawText(QPointF(start, area.center().y() + metrics.capHeight() / 2 + 1), shown)
        if sorts:
            name = "chevron_down" if self._sort[1] is Qt.SortOrder.DescendingOrder else "chevron_up"
            box = QRectF(left + metrics.horizontalAdvance(shown) + 2, area.center().y() - 4, 11, 11)
            icons.renderer(name, theme.text_second).render(painter, mirrored(box, QRectF(area)))
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The full title of a heading that had to be short."""
        section = self.logicalIndexAt(event.pos()) if isinstance(event, QHelpEvent) else -1
        if section < 0 or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        QToolTip.showText(event.globalPos(), wording.escape(look_of(self._columns[section], self._card).title), self)
        return True

    # --- how columns are arranged

    def joined_sections(self) -> list[int]:
        """The risk column and the columns of numbers that stand right of it without a gap."""
        joined: list[int] = []
        for visual in range(self.count()):
            section = self.logicalIndex(visual)
            if self.isSectionHidden(section):
                continue
            column = self._columns[section]
            if column is Column.RISK:
                joined = [section]
            elif joined and column in NUMBER_COLUMNS:
                joined.append(section)
            elif joined:
                break
        return joined

    def is_shown(self, column: Column) -> bool:
        """Whether a column is shown: the reader wants it, the model has something for it, and there is room."""
        return not self.isSectionHidden(self._columns.index(column))

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide; the risk and the patient always stay, a list without them says nothing."""
        if column in ALWAYS_SHOWN:
            return
        self._wished = self._wished | {column} if shown else self._wished - {column}
        self._show_wished()

    def reset_arrangement(self) -> None:
        """Order, widths and visibility as at the first start."""
        for section in range(len(self._columns)):
            self.moveSection(self.visualIndex(section), section)
        self._wished = {column for column in self._columns if look_of(column).shown}
        self._sized_by_reader = False
        self._show_wished()

    def fit(self, width: int) -> None:
        """The patient's column takes what the others leave; these are roomy or narrow until the reader sizes one."""
        if not self._columns or self._fitting:
            return
        self._fitting = True
        self._spare(width)
        shown = [section for section in range(self.count()) if not self.isSectionHidden(section)]
        if not self._sized_by_reader:
            looks = {section: look_of(self._columns[section], self._card) for section in shown}
            roomy = sum(look.width for look in looks.values()) <= width
            for section, look in looks.items():
                self.resizeSection(section, look.width if roomy else look.narrow)
        patient = self._columns.index(Column.PATIENT)
        others = sum(self.sectionSize(section) for section in shown if section != patient)
        self.resizeSection(patient, max(look_of(Column.PATIENT).narrow, width - others))
        self._fitting = False

    def _spare(self, width: int) -> None:
        """Hide what can be spared where not even the narrow columns fit, and show it again where they do."""
        shown = {column for column in self._columns if self._is_due(column)}
        for column in SPARED_FIRST:
            if self._sized_by_reader or sum(look_of(each, self._card).narrow for each in shown) <= width:
                break
            shown.discard(column)
        for section, column in enumerate(self._columns):
            if self.isSectionHidden(section) is (column in shown):
                self.setSectionHidden(section, column not in shown)

    def _is_due(self, column: Column) -> bool:
        """The reader wants it and the model has something for it."""
        return column in ALWAYS_SHOWN or (column in self._wished and self._may_be_shown(column))

    def _may_be_shown(self, column: Column) -> bool:
        return has_values(column, self._card) and (column is not Column.DISAGREEMENT or self._has_second)

    def _show_wished(self) -> None:
        for section, column in enumerate(self._columns):
            self._hide(section, not self._is_due(column))
        self._refit()
        self._arranged()

    def _hide(self, section: int, hidden: bool) -> None:
        """Qt tells of a new size before the section counts as hidden; sizing others then would confuse its sums."""
        self._fitting = True
        self.setSectionHidden(section, hidden)
        self._fitting = False

    def _on_resized(self, *_: int) -> None:
        if self._fitting:
            return
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            # Hiding a section and setting the model resize too; only a drag is the reader's own wish.
            self._sized_by_reader = True
        # Not at once: when the model's order changes Qt shows, sizes and hides sections again, one after the other.
        self._fit_soon.start()

    def _refit(self) -> None:
        parent = self.parentWidget()
        if isinstance(parent, QTableView):
            self.fit(parent.viewport().width())

    def _arranged(self) -> None:
        parent = self.parentWidget()
        if isinstance(parent, QTableView):
            parent.viewport().update()
        self.arrangement_changed.emit()

    def save(self, settings: QSettings) -> None:
        """Remember under the set of columns, so that another version's state is not misread."""
        settings.setValue("worklist/columns", self._signature())
        settings.setValue("worklist/header", self.saveState())
        settings.setValue("worklist/shown", " ".join(column.name for column in self._columns if column in self._wished))
        settings.setValue("worklist/sized", int(self._sized_by_reader))

    def restore(self, settings: QSettings) -> None:
        """Put back what ``save`` wrote; anything else is ignored."""
        state = settings.value("worklist/header")
        if settings.value("worklist/columns") != self._signature() or not isinstance(state, QByteArray):
            return
        self._fitting = True
        self.restoreState(state)
        self._fitting = False
        self._sized_by_reader = str(settings.value("worklist/sized")) == "1"
        wished = str(settings.value("worklist/shown")).split()
        self._wished = {column for column in self._columns if column.name in wished}
        self._show_wished()

    def _signature(self) -> str:
        return " ".join(column.name for column in self._columns)

    # --- the reader's hands

    def _on_clicked(self, section: int) -> None:
        descending, ascending = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        first = descending if self._columns[section] in _FALLING_FIRST else ascending
        order = first
        if self._sort[0] is self._columns[section]:
            order = ascending if self._sort[1] is descending else descending
        self.set_sort(self._columns[section], order)
        self.sort_requested.emit(self._columns[section], order)

    def fill_menu(self, menu: QMenu) -> None:
        """One checkable entry per column that may be hidden, and the way back."""
        menu.clear()
        for column in self._columns:
            if column in ALWAYS_SHOWN or not self._may_be_shown(column):
                continue
            action = QAction(look_of(column, self._card).title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column in self._wished)
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at first"), self.reset_arrangement)

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.mapToGlobal(position))

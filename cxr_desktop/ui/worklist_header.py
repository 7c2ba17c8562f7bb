"""The worklist's headings: sorting, widths, order and visibility of columns, and how they are remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QToolTip

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_order import TRIAGE, Key, clicked
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.worklist_columns import ALWAYS_SHOWN, NUMBER_COLUMNS, SPARED_FIRST, WORDS_WIDTH, has_values, look_of
from cxr_desktop.ui.worklist_heading import Heading, paint_heading

HEIGHT = 32
_ARRIVAL = (Key(Column.WAIT, True),)


class WorklistHeader(QHeaderView):
    """Signals: ``sort_requested(tuple[Key, ...])``, ``arrangement_changed()`` when columns moved or hid."""

    sort_requested = Signal(object)
    arrangement_changed = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._columns: tuple[Column, ...] = ()
        self._theme = DARK
        self._card: ModelCard | None = None
        self._has_second = False
        self._wished: set[Column] = set()
        # Qt's own indicator turns round by itself before a click is told, so the order is kept here.
        self._keys: tuple[Key, ...] = TRIAGE
        self._by_arrival = False
        self._reached = 0
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
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Headings of the worklist"))
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
        if not all(has_values(key.column, card) for key in self._keys):
            self.reset_sort()
        self._show_wished()
        self.viewport().update()

    def set_has_second(self, there: bool) -> None:
        """Whether there is a second opinion at all; without one its column is not shown."""
        self._has_second = there
        if not there and any(key.column is Column.DISAGREEMENT for key in self._keys):
            self.reset_sort()
        self._show_wished()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.viewport().update()

    def set_sort(self, keys: Sequence[Key]) -> None:
        """Show which columns sort, without telling anyone."""
        self._keys = tuple(keys)
        self.viewport().update()

    def set_by_arrival(self, by_arrival: bool) -> None:
        """Where no column sorts the list stands by risk, or as studies came: the mark stands over what orders it."""
        self._by_arrival = by_arrival
        self.viewport().update()

    def marked(self) -> tuple[Key, ...]:
        """What orders the list, as the headings say it."""
        return _ARRIVAL if self._by_arrival and self._keys == TRIAGE else self._keys

    def sizeHint(self) -> QSize:
        """A fixed height."""
        return QSize(super().sizeHint().width(), scaled(HEIGHT))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """See ``worklist_heading``."""
        if not self._columns:
            return
        column = self._columns[section]
        keys = self.marked()
        place = next((number for number, key in enumerate(keys) if key.column is column), -1)
        heading = Heading(
            column,
            look_of(column, self._card),
            place + 1 if place >= 0 and len(keys) > 1 else 0,
            keys[place].descending if place >= 0 else None,
            self.hasFocus() and section == self._reached,
        )
        paint_heading(painter, QRectF(area), heading, self._theme)

    def viewportEvent(self, event: QEvent) -> bool:
        """The full title of a heading that had to be short."""
        section = self.logicalIndexAt(event.pos()) if isinstance(event, QHelpEvent) else -1
        if section < 0 or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        title = look_of(self._columns[section], self._card).title
        how = self.tr("Click to sort, Shift+click to sort by one more column")
        QToolTip.showText(event.globalPos(), wording.escape(f"{title}\n{how}"), self)
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

    def shown_columns(self) -> list[Column]:
        """From left to right."""
        order = map(self.logicalIndex, range(self.count()))
        return [self._columns[section] for section in order if not self.isSectionHidden(section)]

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
            # Where even narrow columns must be scrolled, nothing is won by cutting words.
            narrow = sum(look.narrow for look in looks.values())
            roomy = narrow > width or sum(look.width for look in looks.values()) <= width
            for section, look in looks.items():
                self.resizeSection(section, look.width if roomy else look.narrow)
            self._widen_for_words()
        patient, look = self._columns.index(Column.PATIENT), look_of(Column.PATIENT)
        others = sum(self.sectionSize(section) for section in shown if section != patient)
        self.resizeSection(patient, max(look.width if others + look.narrow > width else look.narrow, width - others))
        self._fitting = False

    def _widen_for_words(self) -> None:
        """Words such as "not scored" stand in the risk's column alone where no column of numbers is beside it."""
        joined = self.joined_sections()
        if len(joined) == 1:
            self.resizeSection(joined[0], max(self.sectionSize(joined[0]), WORDS_WIDTH))

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
        shifted = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._sort_by(clicked(self._keys, self._columns[section], shifted))

    def _sort_by(self, keys: Sequence[Key]) -> None:
        self.set_sort(keys)
        self.sort_requested.emit(self._keys)

    def reset_sort(self) -> None:
        """Back to the order of triage."""
        self._sort_by(TRIAGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from heading to heading, Enter and Space sort, with Shift by one more column."""
        shown = [each for each in map(self.logicalIndex, range(self.count())) if not self.isSectionHidden(each)]
        at = shown.index(self._reached) if self._reached in shown else 0
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at += 1 if event.key() == Qt.Key.Key_Right else -1
            self._reached = shown[min(len(shown) - 1, max(0, at))]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._reached = shown[at]
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._sort_by(clicked(self._keys, self._columns[self._reached], adding))
        else:
            super().keyPressEvent(event)
            return
        self.setAccessibleDescription(look_of(self._columns[self._reached], self._card).title)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The heading that is reached gets a frame."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And loses it."""
        super().focusOutEvent(event)
        self.viewport().update()

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

"""The log of a run: a line per event, warnings marked; keeps the end in view unless the reader looks back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.theme import Theme, current_theme
from cxr_desktop.ui.training.event_words import LogLine

MOST_LINES = 1000
_LEFT, _TOP, _CLOCK, _ICON = 16, 4, 56, 14
_Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """The lines, the oldest dropped when there are too many."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LogLine] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Ctrl+C copies and screen readers read."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.lines[index.row()]
            return f"{line.at} {line.text}"
        return None

    def append(self, line: LogLine) -> None:
        """At the end."""
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines))
        self.lines.append(line)
        self.endInsertRows()
        if len(self.lines) > MOST_LINES:
            self.beginRemoveRows(QModelIndex(), 0, MOST_LINES // 10 - 1)
            del self.lines[: MOST_LINES // 10]
            self.endRemoveRows()

    def clear(self) -> None:
        """Another run."""
        self.beginResetModel()
        self.lines.clear()
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Time in grey, words wrapped beside it; a warning has its triangle and its colour."""

    def __init__(self, lines: _Lines, parent: QListView) -> None:
        super().__init__(parent)
        self._lines, self._view = lines, parent
        self._heights: dict[tuple[str, str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words are; asked for every line whenever one is added, so it is remembered."""
        line, room = self._lines.lines[index.row()], self._view.viewport().width()
        key = (line.text, line.tone, room)
        if key not in self._heights:
            if len(self._heights) > 4 * MOST_LINES:
                self._heights.clear()
            self._heights[key] = int(self._layout(line, room).boundingRect().height()) + 2 * _TOP
        return QSize(0, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line."""
        theme, line, area = current_theme(), self._lines.lines[index.row()], QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, QColor(theme.selection))
        layout = self._layout(line, int(area.width()))
        painter.setFont(font(TextSize.CAPTION))
        painter.setPen(QColor(theme.text_faint))
        metrics = QFontMetricsF(font(TextSize.CAPTION))
        baseline = area.top() + _TOP + QFontMetricsF(font()).ascent()
        painter.drawText(QPointF(area.left() + _LEFT, baseline), line.at)
        painter.setPen(_colour(line, theme))
        left = area.left() + _LEFT + _CLOCK + self._indent(line)
        layout.draw(painter, QPointF(left, area.top() + _TOP))
        if self._indent(line):
            box = QRectF(
                area.left() + _LEFT + _CLOCK - 1, area.top() + _TOP + (metrics.height() - _ICON) / 2 + 1, _ICON, _ICON
            )
            icons.renderer("warning", _colour(line, theme).name()).render(painter, box)
        painter.restore()

    def _indent(self, line: LogLine) -> int:
        return _ICON + 4 if line.tone in ("between", "above") else 0

    def _layout(self, line: LogLine, width: int) -> QTextLayout:
        layout = QTextLayout(line.text, font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        room, height = max(40, width - _LEFT - _CLOCK - _LEFT - self._indent(line)), 0.0
        while (row := layout.createLine()).isValid():
            row.setLineWidth(room)
            row.setPosition(QPointF(0, height))
            height += row.height()
        layout.endLayout()
        return layout


def _colour(line: LogLine, theme: Theme) -> QColor:
    named = {"between": theme.risk_between, "above": theme.risk_above, "below": theme.risk_below}
    return QColor(named.get(line.tone, theme.text))


class RunLog(QListView):
    """``add`` lines as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(self._lines, self))
        self.setObjectName("runLog")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Log of the training"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        # Scrolling lays out all lines: once for all that come in one turn of the event loop.
        self._to_end = QTimer(self, singleShot=True, interval=0)
        self._to_end.timeout.connect(self.scrollToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The end stays in view."""
        at_end = self._is_at_end()
        super().resizeEvent(event)
        if at_end:
            self._to_end.start()

    def add(self, line: LogLine) -> None:
        """At the end, which stays in view if it was."""
        at_end = self._is_at_end()
        self._lines.append(line)
        if at_end:
            self._to_end.start()

    def _is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return self._to_end.isActive() or bar.value() >= bar.maximum()

    def clear(self) -> None:
        """Another run."""
        self._lines.clear()

    def texts(self) -> list[str]:
        """All lines, without their times."""
        return [line.text for line in self._lines.lines]

    def warnings(self) -> int:
        """How many lines are marked."""
        return sum(line.tone in ("between", "above") for line in self._lines.lines)

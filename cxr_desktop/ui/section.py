"""A part of a panel under a heading that opens and closes it; knows nothing of what it holds."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import rule
from cxr_desktop.ui.theme import DARK, Theme

_HEIGHT = 24
_CHEVRON = 4.0


class SectionHeading(QAbstractButton):
    """The title in small capitals, a chevron at the far end, and while it is closed one line on what is in it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._theme = DARK
        self._summary = ""
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _open: self._describe())
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def set_summary(self, words: str) -> None:
        """Shown while it is closed."""
        self._summary = words
        self._describe()
        self.update()

    def summary(self) -> str:
        """What is shown while it is closed."""
        return self._summary

    def _describe(self) -> None:
        closed = not self.isChecked()
        self.setAccessibleName(f"{self.text()}: {self._summary}" if closed and self._summary else self.text())
        self.setToolTip(self.tr("Open") if closed else self.tr("Close"))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mirrored where the language is read from the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, row = self._theme, QRectF(self.rect())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        colour = QColor(theme.text if self.underMouse() or self.hasFocus() else theme.text_faint)
        title = font(TextSize.CAPTION, semibold=True)
        painter.setFont(title)
        painter.setPen(colour)
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        middle = Qt.AlignmentFlag.AlignVCenter
        room = row.adjusted(20, 0, 0, 0) if mirrored else row.adjusted(0, 0, -20, 0)
        painter.drawText(room, int(start | middle), self.text().upper())
        if not self.isChecked() and self._summary:
            taken = QFontMetricsF(title).horizontalAdvance(self.text().upper()) + 12
            rest = room.adjusted(0, 0, -taken, 0) if mirrored else room.adjusted(taken, 0, 0, 0)
            painter.setFont(font(TextSize.CAPTION))
            painter.setPen(QColor(theme.text_second))
            shown = QFontMetricsF(painter.font()).elidedText(self._summary, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, int(end | middle), shown)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(self._chevron(QPointF(row.left() + 6 if mirrored else row.right() - 6, row.center().y())))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def _chevron(self, at: QPointF) -> QPolygonF:
        half = _CHEVRON / 2 if self.isChecked() else -_CHEVRON / 2
        return QPolygonF([at + QPointF(-_CHEVRON, half), at + QPointF(0, -half), at + QPointF(_CHEVRON, half)])


class Section(QWidget):
    """Signal ``toggled(bool open)`` when the reader opened or closed it. ``name`` is what it is remembered by."""

    toggled = Signal(bool)

    def __init__(self, name: str, title: str, *parts: QWidget, margin: int = 16) -> None:
        super().__init__()
        self.name = name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin, 8, margin, 0)
        layout.setSpacing(2)
        self.heading = SectionHeading(title)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for part in parts:
            inside.addWidget(part)
        for part in (rule(), self.heading, self.body):
            layout.addWidget(part)
        self.heading.toggled.connect(self.body.setVisible)
        self.heading.clicked.connect(self.toggled)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.heading.set_theme(theme)

    def is_open(self) -> bool:
        """Whether its body can be seen."""
        return self.heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it without telling anyone."""
        self.heading.setChecked(is_open)

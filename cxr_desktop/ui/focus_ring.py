"""A line round the list or the image while it was reached by keyboard; what has no edge of its own shows focus so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxr_desktop.ui.theme import current_theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WIDTH = 2


class FocusRing(QWidget):
    """Lies over the window and lets every click through. ``parts`` are the widgets that it may frame."""

    def __init__(self, window: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._framed: QWidget | None = None
        self.hide()
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Comes with the focus where a key brought it, goes with it, and moves with what it frames."""
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            coming = event.type() is QEvent.Type.FocusIn and event.reason() in _BY_KEYBOARD
            self._framed = watched if coming else None
            self._place()
        elif watched is self._framed and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide):
            self._place()
        return False

    def _place(self) -> None:
        framed = self._framed
        shown = framed is not None and framed.isVisible()
        self.setVisible(shown)
        if shown and framed is not None:
            self.setGeometry(QRect(framed.mapTo(self._window, QPoint()), framed.size()))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The accent, which stands out from the panels and from black in both themes."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_theme().accent), _WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

"""Scroll bars that lie over the margin, so that nothing moves sideways when one appears; know no content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

_WIDTH = 10


class OverlayBar(QScrollBar):
    """Stands in for the vertical bar of ``area``, which takes no room of its own any more."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = area.verticalScrollBar()
        own.rangeChanged.connect(self._copy)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        area.installEventFilter(self)
        area.viewport().installEventFilter(self)
        self._copy()

    def _copy(self, *_: object) -> None:
        own = self._area.verticalScrollBar()
        self.setPageStep(own.pageStep())
        self.setSingleStep(own.singleStep())
        self.setRange(own.minimum(), own.maximum())
        self.setValue(own.value())
        self.setVisible(own.maximum() > own.minimum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the far edge of what scrolls."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            seen = self._area.viewport().geometry()
            mirrored = self._area.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = seen.left() if mirrored else seen.right() + 1 - _WIDTH
            self.setGeometry(left, seen.top(), _WIDTH, seen.height())
            self.raise_()
            self._copy()
        return False


class OverlayScrollArea(QScrollArea):
    """Scrolls up and down only; as wide as its body needs, so that nothing is cut off sideways."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        self.bar = OverlayBar(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The body's minimum width is the area's."""
        result = super().eventFilter(watched, event)
        body = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and body is not None and watched is body:
            self.setMinimumWidth(body.minimumSizeHint().width())
        return result

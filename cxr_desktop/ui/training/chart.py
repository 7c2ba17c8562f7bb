"""A quiet plot in the colours of the theme, with a key that shows values; loads pyqtgraph, knows no data.

Only modules that draw import this one, and pages import those when they are first shown: pyqtgraph takes half a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme, current_theme

_LEAST_HEIGHT = 112


@dataclass(frozen=True, slots=True)
class Ink:
    """How something is drawn: a role of the theme, a width, a form. Two inks differ in lightness and in form,
    never in hue alone."""

    role: str
    width: float = 1.5
    form: Qt.PenStyle = Qt.PenStyle.SolidLine
    alpha: float = 1.0

    def colour(self, theme: Theme) -> QColor:
        """The role's colour."""
        result = QColor(getattr(theme, self.role))
        result.setAlphaF(self.alpha)
        return result

    def pen(self, theme: Theme) -> QPen:
        """A cosmetic pen."""
        return pg.mkPen(self.colour(theme), width=self.width, style=self.form)


MAIN = Ink("accent", 2.0)
SECOND = Ink("text_second", 1.5, Qt.PenStyle.DashLine)
FAINT = Ink("tick", 1.0, alpha=0.7)
GUIDE = Ink("tick", 1.5, Qt.PenStyle.DotLine)


class Swatch(QWidget):
    """A piece of a line."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink
        self.setFixedSize(18, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drawn as in the plot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._ink.pen(current_theme()))
        painter.drawLine(QPointF(0, 6), QPointF(18, 6))
        painter.end()


class _WholeAxis(pg.AxisItem):
    """Names whole numbers only: there is no epoch 1.5."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Blank between them."""
        return [f"{value:.0f}" if float(value).is_integer() else "" for value in values]


class _Plot(pg.PlotWidget):
    """Neither zooms nor moves; the wheel scrolls the page."""

    def __init__(self, whole_x: bool) -> None:
        super().__init__(enableMenu=False, axisItems={"bottom": _WholeAxis("bottom")} if whole_x else None)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the scroll area around."""
        event.ignore()


class Chart(QWidget):
    """A title, a key, a plot. Lines are added once and given their points later."""

    def __init__(self, title: str, x_title: str, y_title: str = "", height: int = 0, whole_x: bool = False) -> None:
        """``height`` of the plot; 0 takes what room there is."""
        super().__init__()
        self._inks: list[tuple[Any, Ink]] = []
        self._keys: list[QLabel] = []
        self.setAccessibleName(title)
        self.plot = _Plot(whole_x)
        if height:
            self.plot.setFixedHeight(height)
        else:
            self.plot.setMinimumHeight(_LEAST_HEIGHT)
        upright = QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._title = label(title, semibold=True)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._head)
        layout.addWidget(self.plot, 1)
        self._prepare_axes(x_title, y_title)
        self._wear(current_theme())

    def _prepare_axes(self, x_title: str, y_title: str) -> None:
        for side, title in (("bottom", x_title), ("left", y_title)):
            axis = self.plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickFont=font(TextSize.CAPTION), tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)
            if title:
                axis.setLabel(title)
                axis.label.setFont(font(TextSize.CAPTION))
        self.plot.showGrid(x=False, y=True, alpha=0.35)
        self.plot.getPlotItem().setContentsMargins(0, 8, 12, 0)

    def add_key(self, text: str, ink: Ink | None, name: str = "") -> int:
        """An entry beside the title; ``set_key`` changes its words. ``name`` says what a bare number is of."""
        if self._keys:
            self._head.addSpacing(6)
        if ink is not None:
            self._head.addWidget(Swatch(ink))
        words = label(text, TextSize.CAPTION, "second")
        words.setAccessibleName(name)
        words.setToolTip(name)
        self._head.addWidget(words)
        self._keys.append(words)
        return len(self._keys) - 1

    def set_key(self, number: int, text: str) -> None:
        """Other words, such as the latest value."""
        self._keys[number].setText(text)

    def keys(self) -> list[str]:
        """What the key says."""
        return [words.text() for words in self._keys]

    def add_line(self, ink: Ink, filled: bool = False) -> pg.PlotDataItem:
        """A line without points."""
        line = pg.PlotDataItem(antialias=True)
        if filled:
            line.setFillLevel(0.0)
        self.add(line, ink)
        return line

    def add_dots(self, ink: Ink, size: float = 8.0, hollow: bool = False) -> pg.ScatterPlotItem:
        """Dots without places."""
        dots = pg.ScatterPlotItem(size=size, antialias=True)
        dots.setProperty("hollow", hollow)
        self.add(dots, ink)
        return dots

    def add_upright(self, ink: Ink) -> pg.InfiniteLine:
        """A vertical line, hidden until it has a place."""
        line = pg.InfiniteLine(angle=90)
        self.add(line, ink)
        line.hide()
        return line

    def add(self, item: Any, ink: Ink) -> None:
        """Anything of pyqtgraph's with a pen; it is drawn in the ink, in every theme."""
        self._inks.append((item, ink))
        self.plot.addItem(item)
        self._ink(item, ink, current_theme())

    def set_range(self, x: tuple[float, float] | None = None, y: tuple[float, float] | None = None) -> None:
        """Fixed axes, with a little air so that a line along the edge is seen whole."""
        if x is not None:
            self.plot.setXRange(*x, padding=0.02)
        if y is not None:
            self.plot.setYRange(*y, padding=0.03)

    def describe(self, words: str) -> None:
        """What the plot shows, for those who do not see it."""
        self.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_title"):
            self._wear(current_theme())

    def showEvent(self, event: QShowEvent) -> None:
        """A widget that was never shown does not hear of another theme."""
        super().showEvent(event)
        self._wear(current_theme())

    def _wear(self, theme: Theme) -> None:
        self.plot.setBackground(theme.panel)
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.text_second))
        for item, ink in self._inks:
            self._ink(item, ink, theme)

    def _ink(self, item: Any, ink: Ink, theme: Theme) -> None:
        pen, colour = ink.pen(theme), ink.colour(theme)
        if isinstance(item, pg.ScatterPlotItem):
            item.setPen(pg.mkPen(colour, width=1.5))
            item.setBrush(pg.mkBrush(theme.panel) if item.property("hollow") else pg.mkBrush(colour))
            return
        if isinstance(item, pg.BarGraphItem):
            item.setOpts(pen=pg.mkPen(None), brush=pg.mkBrush(colour))
            return
        item.setPen(pen)
        if isinstance(item, pg.PlotDataItem) and item.opts.get("fillLevel") is not None:
            soft = QColor(colour)
            soft.setAlphaF(0.18)
            item.setFillBrush(pg.mkBrush(soft))

"""Small quiet parts that panels and dialogs are built of: labels by size and tone, rules, facts; knows no data."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.languages import is_mirrored, leading, trailing


def label(
    text: str = "",
    size: TextSize = TextSize.BODY,
    tone: str = "",
    semibold: bool = False,
    wrap: bool = False,
) -> QLabel:
    """A label that shows text as it is (never as markup). ``tone``: "", "second", "faint", or a risk band."""
    result = WrappedFromRight(text) if wrap and is_mirrored() else QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(font(size, semibold))
    result.setWordWrap(wrap)
    if is_mirrored():
        # Qt would let a line begin where its first letter does: a Latin name would stand on the other side.
        result.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)
    set_tone(result, tone)
    return result


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the colour role of a label that may already be shown."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule() -> QFrame:
    """A one-pixel line between groups."""
    result = QFrame()
    result.setObjectName("rule")
    result.setFixedHeight(1)
    return result


class WrappedFromRight(QLabel):
    """Lines of a language that is read from the right. Qt's own label moves each line that wraps to the left by the
    space at its end, and out of the label where the line is full.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the lines out as a paragraph; text that may be chosen with the mouse is laid out so by Qt itself."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        inside = self.contentsRect()
        option = QTextOption(leading())
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        # A line feed would be a letter like any other here.
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(inside.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        top = float(inside.top())
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (inside.height() - height) / 2)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(inside.left(), top))
        painter.end()


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(self, text: str = "", tone: str = "", semibold: bool = False, size: TextSize = TextSize.BODY) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, semibold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_tone(self, tone)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * 4), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text that fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(wording.escape(self.text()) if shown != self.text() else "")
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class Facts(QWidget):
    """Rows of a name on the left and a value on the right; values wrap and may be copied."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def set_facts(self, facts: list[tuple[str, str, str]]) -> None:
        """Show (name, value, tone) rows, reusing what is there."""
        while len(self._rows) < len(facts):
            name, value = label(tone="second"), label(wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAlignment(trailing() | Qt.AlignmentFlag.AlignTop)
            row = len(self._rows)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._rows.append((name, value))
        for index, (name, value) in enumerate(self._rows):
            shown = index < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[index][0])
                value.setText(facts[index][1])
                value.setAccessibleName(f"{facts[index][0]}: {facts[index][1]}")
                set_tone(value, facts[index][2])

    def set_tooltip(self, index: int, text: str) -> None:
        """The long form of one value."""
        self._rows[index][1].setToolTip(text)

    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name.text(): value.text() for name, value in self._rows if not name.isHidden()}

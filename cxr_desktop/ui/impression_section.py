"""What the reader sees in the study in hand, as buttons; knows no store, and takes no hint from the model's numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.domain.impression import Impression, choices, toggled
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import DARK, Theme

_SPACING = 6
_PADDING = 6
_MOST_COLUMNS = 3
KEYS = 9
"""The first nine choices have a key, Alt and their number."""


class Choice(QAbstractButton):
    """One thing that can be said; checked where it was."""

    def __init__(self, finding: Finding, name: str, number: int) -> None:
        super().__init__()
        self.finding = finding
        self._theme = DARK
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key = (f"window.impression_{number}", f"Alt+{number}")
        self.setToolTip(wording.escape(with_key(name, *key) if number <= KEYS else name))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a button; as wide as there is room."""
        return QSize(64, scaled(28))

    def needed_width(self) -> float:
        """For the whole name, whether chosen or not."""
        return QFontMetricsF(font(TextSize.BODY, semibold=True)).horizontalAdvance(self.text()) + 2 * _PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet pill; the chosen one is framed. Colour stays with the risk."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        edge = theme.accent if chosen or self.hasFocus() else theme.tick if self.underMouse() else theme.line
        painter.setPen(QPen(QColor(edge), 2 if chosen and self.hasFocus() else 1))
        painter.setBrush(QColor(theme.selection if chosen else theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(font(TextSize.BODY, semibold=chosen))
        painter.setPen(QColor(theme.text))
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        shown = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()


class ImpressionSection(QWidget):
    """The model's classes, "Other" and "Not usable". Signal ``impression_changed(tuple[Finding, ...])``: the reader
    pressed one; an empty tuple takes back what was said.
    """

    impression_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._theme = DARK
        self._names: dict[Finding, str] = {}
        self._buttons: dict[Finding, Choice] = {}
        self._columns = 0
        self._findings: tuple[Finding, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(_SPACING)
        self._hint = label(tone="second", size=TextSize.CAPTION, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addWidget(self._hint)
        self.set_state(None, None)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        for button in self._buttons.values():
            button.set_theme(theme)

    def set_state(self, impression: Impression | None, card: ModelCard | None) -> None:
        """What was said, and what can be: a class that only an earlier model had stays while it is chosen."""
        self._findings = impression.findings if impression is not None else ()
        classes = card.findings if card is not None else KNOWN_FINDINGS
        names = {f: wording.finding_label(f, card) for f in choices((*classes, *self._findings))}
        if names != self._names:
            self._build(names)
        self._show(self._findings)
        self._hint.setText(self._hint_words(impression))

    def choices(self) -> tuple[str, ...]:
        """The names of the buttons, in the order of their keys."""
        return tuple(self._names.values())

    def findings(self) -> tuple[Finding, ...]:
        """What is chosen now."""
        return self._findings

    def press(self, number: int) -> None:
        """Press the button of this number, from 1; nothing where there is none."""
        for button in list(self._buttons.values())[number - 1 : number]:
            self._on_pressed(button.finding)

    def _hint_words(self, impression: Impression | None) -> str:
        if impression is None:
            return self.tr("What you see yourself. Nothing is recorded yet.")
        # To the minute: who said it when matters, the second does not.
        return self.tr("Recorded {0}. Press again to undo.").format(wording.moment(impression.at)[:16])

    def _build(self, names: dict[Finding, str]) -> None:
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._names, self._buttons = names, {}
        for number, (finding, name) in enumerate(names.items(), start=1):
            button = Choice(finding, name, number)
            button.set_theme(self._theme)
            button.clicked.connect(lambda _checked=False, finding=finding: self._on_pressed(finding))
            self._buttons[finding] = button
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """As many columns as whole names have room in."""
        widest = max(button.needed_width() for button in self._buttons.values())
        fitting = int((self.width() + _SPACING) // (widest + _SPACING))
        columns = max(1, min(_MOST_COLUMNS, fitting))
        if columns == self._columns:
            return
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, number // columns, number % columns)
        self._columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for more or fewer columns."""
        super().resizeEvent(event)
        self._arrange()

    def _on_pressed(self, finding: Finding) -> None:
        self._findings = toggled(self._findings, finding)
        self._show(self._findings)
        self.impression_changed.emit(self._findings)

    def _show(self, findings: Sequence[Finding]) -> None:
        for finding, button in self._buttons.items():
            button.setChecked(finding in findings)

"""Agree and disagree about one class, two small marks that stay pressed; they know no number and no study."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.key_bindings import first_key
from cxr_desktop.ui.theme import DARK, Theme

_ICONS = {Verdict.AGREE: "mark_read", Verdict.DISAGREE: "clear"}
_KEYS = {Verdict.AGREE: ("class_agree", "Ctrl+Shift+A"), Verdict.DISAGREE: ("class_disagree", "Ctrl+Shift+D")}
_WIDTH, _SIGN = 22, 12


class VerdictMark(QAbstractButton):
    """A tick or a cross: told apart by their shape. Colour stays with the risk."""

    def __init__(self, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        self._verdict, self._theme = verdict, DARK
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow: the bar beside it needs the room."""
        return QSize(scaled(_WIDTH), scaled(_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign alone; framed where it was said, has the focus or is pointed at."""
        painter, theme, chosen = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self.hasFocus() or self.underMouse():
            edge = theme.accent if chosen or self.hasFocus() else theme.line
            painter.setPen(QPen(QColor(edge), 2 if chosen and self.hasFocus() else 1))
            painter.setBrush(QColor(theme.selection if chosen else theme.raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 4, 4)
        side = scaled(_SIGN)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.renderer(_ICONS[self._verdict], theme.text if chosen else theme.text_faint).render(painter, place)
        painter.end()


class VerdictMarks(QWidget):
    """Signal ``pressed(Verdict)``: one of the two, whether it was said before or not."""

    pressed = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        """``name`` is that of the class, as the reader knows it."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._marks = {verdict: VerdictMark(verdict, self) for verdict in _ICONS}
        about = {
            Verdict.AGREE: self.tr("Agree with the model about {0}").format(name),
            Verdict.DISAGREE: self.tr("Disagree with the model about {0}").format(name),
        }
        for verdict, mark in self._marks.items():
            action, own = _KEYS[verdict]
            key = first_key(f"window.{action}", own)
            mark.setAccessibleName(about[verdict])
            words = [about[verdict], self.tr("Where the class is chosen: {0}").format(key) if key else ""]
            mark.setToolTip(wording.escape("\n".join(filter(None, words))))
            mark.clicked.connect(lambda _checked=False, verdict=verdict: self.pressed.emit(verdict))
            layout.addWidget(mark)

    def __getitem__(self, verdict: Verdict) -> VerdictMark:
        return self._marks[verdict]

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        for mark in self._marks.values():
            mark.set_theme(theme)

    def set_verdict(self, said: Verdict | None) -> None:
        """What was said, ``None`` for nothing."""
        for verdict, mark in self._marks.items():
            mark.setChecked(verdict is said)

    def verdict(self) -> Verdict | None:
        """What is pressed."""
        return next((verdict for verdict, mark in self._marks.items() if mark.isChecked()), None)

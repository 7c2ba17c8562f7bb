"""One thing that can be said, as a quiet pill that stays pressed; knows no study."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.theme import DARK, Theme

_PADDING = 6


class Choice(QAbstractButton):
    """Checked where it was said. ``key`` is named in the tooltip."""

    def __init__(self, name: str, key: str = "") -> None:
        super().__init__()
        self._theme = DARK
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(wording.escape(f"{name} ({key})" if key else name))

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
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.text_faint))
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        shown = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

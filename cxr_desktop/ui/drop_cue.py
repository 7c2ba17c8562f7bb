"""Files that are dragged over the window: what it shows meanwhile and which of them it takes; opens nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import DARK, Theme

_MARGIN = 16


def local_paths(data: QMimeData) -> list[str]:
    """Paths of the dragged files and folders that lie on this computer."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


class DropCue(QWidget):
    """A frame over the whole window with one sentence; follows the window's size.

    Signal ``dropped(list[str] paths)``: files or folders of this computer were let go over the window.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = DARK
        self._symbol = QLabel()
        self._symbol.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(self.tr("Drop to open"), TextSize.TITLE, semibold=True)
        more = label(self.tr("The files are read where they lie and are never changed."), tone="second")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._symbol)
        for part in (words, more):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.set_theme(DARK)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Tint frame, veil and symbol."""
        self._theme = theme
        self._symbol.setPixmap(icons.pixmap("drop", theme.accent, 40, self.devicePixelRatioF()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil over the window and a dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.panel)
        veil.setAlphaF(0.94)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(self._theme.accent), 2, Qt.PenStyle.DashLine))
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawRoundedRect(inner, 8, 8)
        painter.end()

    def set_shown(self, shown: bool) -> None:
        """Over everything, or not at all."""
        self._fill()
        self.setVisible(shown)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window; take what is dropped on it."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fill()
        elif isinstance(event, QDragEnterEvent):
            self._on_enter(event)
        elif isinstance(event, QDragLeaveEvent):
            self.set_shown(False)
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._on_drop(event)
        else:
            return False
        return event.type() != QEvent.Type.Resize

    def _on_enter(self, event: QDragEnterEvent) -> None:
        """Files and folders of this computer are welcome."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.set_shown(True)

    def _on_drop(self, event: QDropEvent) -> None:
        self.set_shown(False)
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())

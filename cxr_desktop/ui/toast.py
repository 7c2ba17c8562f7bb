"""A quiet word in a corner of the window that goes by itself and can be clicked; takes no focus, knows no study."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.theme import DARK, Theme

SHOWN_MS = 15_000
_WIDTH, _MARGIN = 360, 16


class Toast(QWidget):
    """Stands over ``parent``, at the foot of ``above``. Signals: ``clicked()``, ``closed()``."""

    clicked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, above: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parent, self._above = parent, above
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        self._title, self._rest = label(semibold=True), ElidedLabel(tone="second", size=TextSize.CAPTION)
        self._go = QPushButton(self.tr("Go there"))
        self._go.clicked.connect(self._on_clicked)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self._on_closed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._rest)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(16, 12, 8, 12))
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._go)
        layout.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for button in (self._go, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parent.installEventFilter(self)
        above.installEventFilter(self)
        self.set_theme(DARK)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbol."""
        self._close.setIcon(icons.icon("clear", theme))

    def show_words(self, title: str, rest: str, key: str) -> None:
        """Say it for a while. ``key`` does the same as a click."""
        self._title.setText(title)
        self._rest.setText(rest)
        self._go.setToolTip(self.tr("Go to the new study ({0})").format(key))
        self._go.setAccessibleName(f"{title}. {self._go.text()}")
        self.setAccessibleName(f"{title}. {rest}")
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._gone.start()

    def show_deed(self, title: str, rest: str, deed: str) -> None:
        """The same, with another word on the button."""
        self._go.setText(deed)
        self.show_words(title, rest, "")
        self._go.setToolTip(rest)

    def texts(self) -> tuple[str, str]:
        """What it says, ("", "") while it is hidden."""
        return ("", "") if self.isHidden() else (self._title.text(), self._rest.text())

    def _place(self) -> None:
        height = self.sizeHint().height()
        self.setFixedSize(max(_WIDTH, self.sizeHint().width()), height)
        foot = self._above.mapTo(self._parent, QPoint(0, self._above.height()))
        self.move(foot.x() + _MARGIN, foot.y() - height - _MARGIN)

    def _on_clicked(self) -> None:
        self.hide()
        self.clicked.emit()

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """What is pointed at stays."""
        self._gone.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And goes a while later."""
        if not self.isHidden():
            self._gone.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

"""The bar at the head of the window: folder, filter, menus, and which model runs where; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenuBar, QPushButton, QSizePolicy, QWidget

from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.theme import DARK, Theme

HEIGHT = 48
_TYPING_MS = 150


class FilterField(QLineEdit):
    """Signals: ``filter_changed(str)`` shortly after typing, ``left()`` on Escape, Enter or Down."""

    filter_changed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font())
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(self.tr("Filter by name, ID, date, accession, description"))
        self.setAccessibleName(self.tr("Filter of the worklist"))
        self.setToolTip(
            with_key(self.tr("Show only studies that match what stands here; Esc clears it"), "window.find", "Ctrl+F")
            + "\n"
            + self.tr("Also: {0}").format("unread, not-scored, above, disagree, risk>0.5, disagree>0.3, view:PA")
        )
        self.setMaxLength(200)
        self._symbol = QAction(self)
        self.addAction(self._symbol, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear the filter"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self.filter_changed.emit(self.text().strip()))
        self.textChanged.connect(self._on_text)
        self.set_theme(DARK)

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbols."""
        self._symbol.setIcon(icons.icon("search", theme))
        self._clear.setIcon(icons.icon("clear", theme))

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._typing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; Enter and Down go to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """48 pixels: title and folder, ``filter``, "Open folder", the menu bar, model and device."""

    def __init__(self, menu_bar: QMenuBar, open_folder: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(HEIGHT))
        self._folder_name, self._hidden = "", False
        self._model, self._device = "", ""
        self._open_action = open_folder
        title = label(self.tr("Worklist"), TextSize.TITLE, semibold=True)
        self._folder = ElidedLabel(tone="second")
        self._folder.setMaximumWidth(220)
        self.filter = FilterField()
        self.filter.setMinimumWidth(160)
        self.filter.setMaximumWidth(360)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._open = QPushButton(self.tr("Open folder"))
        self._open.setProperty("kind", "quiet")
        self._open.setIconSize(QSize(20, 20))
        self._open.setToolTip(open_folder.toolTip())
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(open_folder.trigger)
        self._engine = ElidedLabel(tone="second")
        self._engine.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        menu_bar.setFont(font())
        menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addWidget(self._folder)
        layout.addWidget(self.filter, 3)
        layout.addWidget(self._open)
        layout.addWidget(menu_bar)
        layout.addWidget(self._engine, 2)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self.filter.set_theme(theme)
        self._open.setIcon(icons.icon("open_folder", theme))

    def set_folder(self, name: str) -> None:
        """The open folder's own name, "" for none."""
        self._folder_name = wording.plain(name)
        self._show_folder()

    def set_hide_identity(self, hidden: bool) -> None:
        """A folder may be named after a patient."""
        self._hidden = hidden
        self._show_folder()

    def set_model(self, name: str) -> None:
        """``Triage model 1.2``."""
        self._model = name
        self._show_engine()

    def set_device(self, words: str) -> None:
        """``CPU fp32``; "" until the engine has said so."""
        self._device = words
        self._show_engine()

    def _show_engine(self) -> None:
        self._engine.setText(" · ".join(part for part in (self._model, self._device) if part))
        self._engine.setAccessibleName(self.tr("Model and device: {0}").format(self._engine.text()))

    def texts(self) -> tuple[str, str]:
        """Folder and engine as shown."""
        return self._folder.text(), self._engine.text()

    def _show_folder(self) -> None:
        self._folder.setText("" if self._hidden else self._folder_name)

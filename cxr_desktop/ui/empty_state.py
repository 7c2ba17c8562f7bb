"""What the worklist's place says while it has no rows, and the ways on from there; starts nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import left_to_right
from cxr_desktop.ui.theme import DARK, Theme

_RECENT_SHOWN = 4


class Emptiness(StrEnum):
    """Why there are no rows."""

    NO_FOLDER = "no_folder"
    SCANNING = "scanning"
    NOTHING_FOUND = "nothing_found"
    NO_MATCH = "no_match"


class EmptyState(QWidget):
    """Signals: ``open_requested()``, ``recent_requested(str)``, ``demo_requested()``, ``clear_filter_requested()``."""

    open_requested = Signal()
    recent_requested = Signal(str)
    demo_requested = Signal()
    clear_filter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._emptiness = DARK, Emptiness.NO_FOLDER
        self._recent: tuple[str, ...] = ()
        self._hidden = False
        self._symbol = QLabel()
        self._title = label(size=TextSize.TITLE, semibold=True)
        self._words = label(tone="second", wrap=True)
        self._open = QPushButton(self.tr("Open folder…"))
        self._open.setProperty("kind", "primary")
        self._open.setFont(font(semibold=True))
        self._open.setToolTip(with_key(self.tr("Choose a folder of radiographs"), "window.open_folder", "Ctrl+O"))
        self._open.clicked.connect(self.open_requested)
        self._demo = QPushButton(self.tr("Try it with synthetic studies"))
        self._demo.setToolTip(self.tr("Draws a folder of phantoms and opens it. Phantoms are not patients."))
        self._demo.clicked.connect(self.demo_requested)
        self._clear = QPushButton(self.tr("Clear the filter (Esc)"))
        self._clear.clicked.connect(self.clear_filter_requested)
        self._recent_title = label(self.tr("RECENT"), TextSize.CAPTION, "faint", semibold=True)
        self._recent_box = QVBoxLayout()
        self._recent_box.setSpacing(0)
        self.setFocusProxy(self._open)
        self._build()
        self.show_emptiness(Emptiness.NO_FOLDER)

    def _build(self) -> None:
        column = QWidget()
        column.setFixedWidth(scaled(336))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self._symbol, self._title, self._words):
            layout.addWidget(part)
        layout.addSpacing(8)
        for button in (self._open, self._demo, self._clear):
            layout.addWidget(button, 0, left)
        layout.addSpacing(16)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent_box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 64, 16, 16)
        # Stretches and not an alignment: an aligned widget is not asked how high its wrapped words are.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbol."""
        self._theme = theme
        self._show_symbol()

    def set_hide_identity(self, hidden: bool) -> None:
        """A folder may be named after a patient."""
        self._hidden = hidden
        self.show_emptiness(self._emptiness)

    def set_recent(self, folders: Sequence[str]) -> None:
        """Folders opened before, the last first."""
        self._recent = tuple(folders)
        while (item := self._recent_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # At once, not at the event loop's next turn: a folder's name may be a patient's.
                widget.setParent(None)
                widget.deleteLater()
        for folder in self._recent[:_RECENT_SHOWN]:
            name = self.fontMetrics().elidedText(wording.plain(folder), Qt.TextElideMode.ElideMiddle, 300)
            button = QPushButton(left_to_right(name.replace("&", "&&")))
            button.setProperty("kind", "link")
            button.setToolTip(wording.escape(folder))
            button.clicked.connect(lambda _checked=False, folder=folder: self.recent_requested.emit(folder))
            self._recent_box.addWidget(button)
        self.show_emptiness(self._emptiness)

    def show_emptiness(self, emptiness: Emptiness) -> None:
        """Say why there are no rows and what may be done."""
        self._emptiness = emptiness
        titles = {
            Emptiness.NO_FOLDER: self.tr("Open a folder of chest radiographs"),
            Emptiness.SCANNING: self.tr("Looking for images"),
            Emptiness.NOTHING_FOUND: self.tr("No images in this folder"),
            Emptiness.NO_MATCH: self.tr("No study matches the filter"),
        }
        words = {
            Emptiness.NO_FOLDER: self.tr(
                "Drop a folder here, or choose one. Its studies are listed at once, scored one after the other and "
                "sorted by risk. Nothing leaves this computer."
            ),
            Emptiness.SCANNING: self.tr("The first studies appear as soon as their headers are read."),
            Emptiness.NOTHING_FOUND: self.tr(
                "It holds no DICOM, PNG, JPEG or TIFF file, and neither do its subfolders."
            ),
            Emptiness.NO_MATCH: self.tr("Every study of the folder is hidden by what stands in the filter field."),
        }
        self._title.setText(titles[emptiness])
        self._words.setText(words[emptiness])
        self.setFocusProxy(self._clear if emptiness is Emptiness.NO_MATCH else self._open)
        self._open.setVisible(emptiness in (Emptiness.NO_FOLDER, Emptiness.NOTHING_FOUND))
        first = emptiness is Emptiness.NO_FOLDER
        self._demo.setVisible(first)
        self._clear.setVisible(emptiness is Emptiness.NO_MATCH)
        self._recent_title.setVisible(first and bool(self._recent) and not self._hidden)
        for position in range(self._recent_box.count()):
            item = self._recent_box.itemAt(position)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(first and not self._hidden)
        self._show_symbol()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the filter that hides everything."""
        if event.key() == Qt.Key.Key_Escape and self._emptiness is Emptiness.NO_MATCH:
            self.clear_filter_requested.emit()
        else:
            super().keyPressEvent(event)

    def title(self) -> str:
        """The first line as shown."""
        return self._title.text()

    def _show_symbol(self) -> None:
        names = {Emptiness.NO_MATCH: "search", Emptiness.SCANNING: "folder", Emptiness.NOTHING_FOUND: "folder"}
        name = names.get(self._emptiness, "drop")
        self._symbol.setPixmap(icons.pixmap(name, self._theme.text_second, 32, self.devicePixelRatioF()))

"""Where the labelled images are: a folder, a table, this worklist, a practice set; reads none of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.drop_cue import local_paths
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme

TABLES = (".csv", ".parquet")


def is_data(path: str) -> bool:
    """Whether this can be tried: a folder, or a table by its name."""
    place = Path(path)
    return place.is_dir() or (place.is_file() and place.suffix.lower() in TABLES)


class SourceChooser(QWidget):
    """Signals: ``chosen(str)`` a path or the name of a practice set; ``impressions_chosen()``."""

    chosen = Signal(str)
    impressions_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sourceChooser")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._symbol = QLabel()
        self._title = label(self.tr("Labelled images"), TextSize.TITLE, semibold=True)
        self._words = label(
            self.tr(
                "A folder with one subfolder per class, with or without train, val and test above them; or a CSV or "
                "Parquet file with the columns path and label (and patient, split). Drop it here or choose it. The "
                "images are read where they lie and are never changed."
            ),
            tone="second",
            wrap=True,
        )
        self.folder = self._button(self.tr("Choose folder…"), self._choose_folder, primary=True)
        self.table = self._button(self.tr("Choose CSV or Parquet…"), self._choose_table)
        self.impressions = self._button(self.tr("Impressions of this worklist"), self.impressions_chosen.emit)
        self.practice = self._button(self.tr("Practice set"), None)
        self.practice.setMenu(self._practice_menu())
        self._why = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self._recent_title = label(self.tr("RECENT"), TextSize.CAPTION, "faint", semibold=True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.setFocusProxy(self.folder)
        self._build()
        self.set_impressions(0)
        self.set_recent(())
        self._tint()

    def _button(self, words: str, act: Callable[[], object] | None, primary: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if primary:
            button.setProperty("kind", "primary")
            button.setFont(font(semibold=True))
        if act is not None:
            # Without the button's own argument, which says whether it is checked.
            button.clicked.connect(lambda _checked=False: act())
        return button

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        for part in (self._symbol, self._title, self._words):
            layout.addWidget(part)
        layout.addSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((first, (self.folder, self.table)), (second, (self.impressions, self.practice))):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self._why)
        layout.addSpacing(8)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent)
        layout.addStretch(1)

    def _practice_menu(self) -> QMenu:
        menu = QMenu(self)
        sets = (
            ("digits", self.tr("Handwritten digits (small, comes with the program)")),
            ("mnist", self.tr("MNIST (downloaded)")),
            ("fashion-mnist", self.tr("Fashion-MNIST (downloaded)")),
            ("cifar10", self.tr("CIFAR-10 (downloaded)")),
        )
        for name, words in sets:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        return menu

    def set_impressions(self, count: int) -> None:
        """How many studies of the worklist have an impression that can be learnt from."""
        self.impressions.setEnabled(count > 0)
        words = self.tr("Impressions of this worklist")
        self.impressions.setText(f"{words} ({wording.number(count)})" if count else words)
        why = (
            self.tr("Your own impressions become the labels.")
            if count
            else self.tr("No impression is recorded in this worklist yet, so there is nothing to learn from it.")
        )
        self._why.setText(why)
        self.impressions.setToolTip(why)

    def set_recent(self, places: Sequence[str]) -> None:
        """Folders and files used before, the last first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._recent_title.setVisible(bool(places))
        for place in places:
            name = self.fontMetrics().elidedText(wording.plain(place), Qt.TextElideMode.ElideMiddle, 520)
            button = self._button(name.replace("&", "&&"), partial(self.chosen.emit, place))
            button.setProperty("kind", "link")
            button.setToolTip(wording.escape(place))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose_folder(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder of labelled images"), start)
        if folder:
            self.chosen.emit(folder)

    def _choose_table(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Tables of images (*.csv *.parquet)")
        path, _ = QFileDialog.getOpenFileName(self.window(), self.tr("Choose a table of labelled images"), start, kinds)
        if path:
            self.chosen.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One folder or one table."""
        dropped = local_paths(event.mimeData())
        if len(dropped) == 1 and is_data(dropped[0]):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """It was let go here."""
        self._light(False)
        dropped = local_paths(event.mimeData())
        if len(dropped) == 1 and is_data(dropped[0]):
            event.acceptProposedAction()
            self.chosen.emit(dropped[0])

    def _light(self, lit: bool) -> None:
        self.setProperty("lit", lit)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        self._symbol.setPixmap(icons.pixmap("drop", current_theme().text_second, 32, self.devicePixelRatioF()))

"""Training images as the network will see them, drawn by a child; knows no recipe key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, QTemporaryDir, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.bridge.training_command import STOPPED, CommandFactory
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.progress_row import progress_words
from cxr_desktop.ui.training.thumbnails import draw_picture

WAIT_MS = 900
COUNT = 12
_GAP, _COLUMNS, _SMALLEST = 6, 3, 64


class PictureGrid(QWidget):
    """Three pictures in a row, as large as the width and the height allow."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QPixmap] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_pictures(self, pictures: Sequence[QPixmap]) -> None:
        """Show these instead."""
        self._pictures = list(pictures)
        self.setAccessibleName(self.tr("{0} training images").format(wording.number(len(pictures))))
        self.update()

    def count(self) -> int:
        """How many there are."""
        return len(self._pictures)

    def minimumSizeHint(self) -> QSize:
        """Two rows of small ones."""
        return QSize(_COLUMNS * (_SMALLEST + _GAP), 2 * (_SMALLEST + _GAP))

    def side(self) -> int:
        """Pixels of one picture: all of them fit where that leaves them large enough."""
        rows = max(1, -(-len(self._pictures) // _COLUMNS))
        wide = (self.width() + _GAP) // _COLUMNS - _GAP
        high = (self.height() + _GAP) // rows - _GAP
        return max(_SMALLEST, min(wide, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Those that have room."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = self.side()
        columns = max(_COLUMNS, (self.width() + _GAP) // (side + _GAP))
        for position, picture in enumerate(self._pictures):
            row, column = divmod(position, columns)
            place = QRectF(column * (side + _GAP), row * (side + _GAP), side, side)
            if place.bottom() <= self.height():
                draw_picture(painter, picture, place, current_theme().line)
        painter.end()


class PreviewPanel(QWidget):
    """``ask`` with the arguments of the recipe; the child is asked after a pause in typing."""

    def __init__(self, factory: CommandFactory) -> None:
        super().__init__()
        self.command = factory()
        self.command.setParent(self)
        self.command.event.connect(self._on_event)
        self.command.finished.connect(self._on_finished)
        self._folder = QTemporaryDir()
        self._round = 0
        self._asked: tuple[str, ...] = ()
        self._running: tuple[str, ...] = ()
        self._files: list[str] = []
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.draw)
        self._state = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self.notes = Notes()
        self.grid = PictureGrid()
        self._again = QPushButton(self.tr("Draw again"))
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.draw)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("AS THE NETWORK SEES THEM"), TextSize.CAPTION, "faint", semibold=True), 1)
        head.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addWidget(self.notes)
        layout.addWidget(self.grid, 1)

    def ask(self, arguments: Sequence[str]) -> None:
        """These are the settings now; nothing is drawn while they are wrong (empty)."""
        asked = tuple(arguments)
        if asked == self._asked:
            return
        self._asked = asked
        self._again.setEnabled(bool(asked))
        if asked:
            self._wait.start()
        else:
            self._wait.stop()

    def draw(self) -> None:
        """Ask the child now."""
        self._wait.stop()
        if self.command.is_running():
            # Asked again when it has ended.
            self.command.stop()
            return
        if not self._asked:
            return
        self._round += 1
        self._running, self._files = self._asked, []
        out = Path(self._folder.path()) / f"preview-{self._round}"
        self._state.setText(self.tr("Drawing…"))
        self.command.start(["preview", *self._asked, "--out", str(out), "--count", str(COUNT)])

    def pause(self) -> None:
        """The reader is elsewhere."""
        self._wait.stop()
        self._asked = ()
        self.command.stop()

    def close_down(self) -> None:
        """The wizard goes away."""
        self._wait.stop()
        self.command.close()
        self._folder.remove()

    def reason(self) -> str:
        """Why there are no pictures, "" where there are."""
        return " ".join(words for _, words in self.notes.notes())

    def _on_event(self, event: dict[str, Any]) -> None:
        if event.get("event") == "preview":
            self._files = [str(file) for file in event.get("files") or ()]
        elif event.get("event") == "progress":
            self._state.setText(progress_words(event))

    def _on_finished(self, ok: bool, reason: str) -> None:
        running, self._running = self._running, ()
        if ok:
            self.grid.set_pictures([QPixmap(file) for file in self._files])
            self.notes.set_notes(())
        elif reason != STOPPED:
            self.notes.set_notes([(Kind.ERROR, reason)])
        self._state.setText(self.tr("Changed as during training, a few examples.") if ok else "")
        if self._asked and self._asked != running:
            self._wait.start()

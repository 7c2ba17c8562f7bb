"""Small pictures of the studies on the screen, asked for as they are painted and kept up to a bound; reads no file."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QTransform

from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.imaging.thumbnail import Thumbnail

KEPT_BYTES = 24 << 20
"""About 3,000 pictures."""
MOST_WANTED = 64
"""Rows that were scrolled past are forgotten from the end."""


class WorklistPictures(QObject):
    """Signal ``wanted(list[str] paths)``: pictures of rows that have none, those that were painted last first.

    ``repaint`` is called when a picture has come.
    """

    wanted = Signal(list)

    def __init__(self, repaint: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._kept: OrderedDict[FileIdentity, QImage | None] = OrderedDict()
        self._bytes = 0
        self._missing: dict[str, FileIdentity] = {}
        self._asked: dict[str, FileIdentity] = {}
        # When all rows of one painting have said what they lack.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._ask)

    def of(self, entry: WorklistEntry) -> QPixmap | None:
        """The leading image as the reader has it turned; ``None`` where it is not there yet, or cannot be."""
        image = entry.leading
        if image.radiograph is None:
            return None
        if image.identity not in self._kept:
            self._missing[image.path] = image.identity
            self._painted.start()
            return None
        self._kept.move_to_end(image.identity)
        picture = self._kept[image.identity]
        return _corrected(picture, image) if picture is not None else None

    def put(self, path: str, made: Thumbnail) -> None:
        """A picture has come."""
        picture = QImage(made.pixels, made.width, made.height, made.width, QImage.Format.Format_Grayscale8).copy()
        self._keep(path, picture)

    def fail(self, path: str) -> None:
        """There is none to be had; it is not asked for again."""
        self._keep(path, None)

    def forget_failures(self) -> None:
        """What could not be had may be had now."""
        for identity in [identity for identity, picture in self._kept.items() if picture is None]:
            del self._kept[identity]
        self._repaint()

    def clear(self) -> None:
        """Another folder."""
        self._kept.clear()
        self._missing.clear()
        self._asked.clear()
        self._bytes = 0

    def _keep(self, path: str, picture: QImage | None) -> None:
        identity = self._asked.pop(path, None)
        if identity is None:
            return
        self._kept[identity] = picture
        self._bytes += picture.sizeInBytes() if picture is not None else 0
        while self._bytes > KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.sizeInBytes() if oldest is not None else 0
        self._repaint()

    def _ask(self) -> None:
        missing, self._missing = self._missing, {}
        if not missing.keys() - self._asked.keys():
            return
        # Scrolling paints the rows that come into sight only; those beside them are wanted as well, a little later.
        older = {path: identity for path, identity in self._asked.items() if path not in missing}
        self._asked = dict(islice({**missing, **older}.items(), MOST_WANTED))
        self.wanted.emit(list(self._asked))


def _corrected(picture: QImage, image: ImageEntry) -> QPixmap:
    """Turned and inverted as the reader wished; the file is as it was."""
    shown = picture
    if image.quarter_turns % 4:
        shown = shown.transformed(QTransform().rotate(-90 * (image.quarter_turns % 4)))
    if image.inverted:
        shown = shown.copy()
        shown.invertPixels()
    return QPixmap.fromImage(shown)

"""Small pictures beside the window: made by a child while the list shows them; changes no study."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cxr_desktop.bridge.image_loader import ImageReader
from cxr_desktop.bridge.thumbnail_loader import ThumbnailLoader
from cxr_desktop.ui.main_window import MainWindow


class PictureRoom(QObject):
    """``decoder_factory`` makes the decoder that reads them; it starts with the first wish."""

    def __init__(self, window: MainWindow, decoder_factory: Callable[[], ImageReader]) -> None:
        super().__init__(window)
        self._loader = ThumbnailLoader(decoder_factory, parent=self)
        pictures = self._pictures = window.tools.pictures
        pictures.wanted.connect(self._loader.want)
        self._loader.thumbnail_ready.connect(pictures.put)
        self._loader.thumbnail_failed.connect(pictures.fail)

    def renew_decoder(self) -> None:
        """The limits of what is read have changed: what was refused under the old ones is asked for again."""
        self._loader.renew_decoder()
        self._pictures.forget_failures()

    def stop(self) -> bool:
        """End thread and child; False where they hang."""
        return self._loader.stop()

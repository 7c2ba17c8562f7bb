"""The thread that has small pictures of the rows on the screen made by a decoder child of its own, one by one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread, Signal

from cxr_desktop.bridge.image_loader import ImageReader
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging.thumbnail import thumbnail

log = logging.getLogger(__name__)

IDLE_S = 20.0
"""So long without a wish the child is let go: a list without pictures needs none."""


class ThumbnailLoader(QThread):
    """A child of its own, so that nobody who opens a study waits for the pictures of others.

    Signals, from this thread: ``thumbnail_ready(str path, Thumbnail)``, ``thumbnail_failed(str path)``.
    """

    thumbnail_ready = Signal(str, object)
    thumbnail_failed = Signal(str)

    def __init__(
        self, decoder_factory: Callable[[], ImageReader], idle_s: float = IDLE_S, parent: QObject | None = None
    ) -> None:
        """``decoder_factory`` makes a decoder that was not started yet; no other thread may use it."""
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self._make_decoder = decoder_factory
        self._idle_s = idle_s
        self._decoder: ImageReader | None = None
        self._change = threading.Condition()
        self._wanted: list[str] = []
        self._stopping = self._renew = False

    def want(self, paths: Sequence[str]) -> None:
        """Make pictures of these, the first first; in place of what was wanted before. Starts the thread."""
        with self._change:
            self._wanted = list(paths)
            self._change.notify()
        if paths and not self.isRunning() and not self._stopping:
            self.start()

    def renew_decoder(self) -> None:
        """Read with a new decoder from the next picture on: the limits have changed."""
        with self._change:
            self._renew = True
            self._change.notify()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End the decoder, whatever a file does to it, and the thread."""
        with self._change:
            self._stopping = True
            self._change.notify()
            decoder = self._decoder
        if decoder is not None:
            decoder.close()
        return self.wait(int(timeout_s * 1000))

    def run(self) -> None:
        """Until ``stop``."""
        while (path := self._take()) is not None:
            decoder = self._current_decoder()
            if decoder is None:
                break
            try:
                shared = decoder.read_image(path)
                try:
                    made = thumbnail(shared.image)
                finally:
                    shared.close()
            except CxrError:
                self.thumbnail_failed.emit(path)
            else:
                self.thumbnail_ready.emit(path, made)
        self._let_go()

    def _take(self) -> str | None:
        """The next path, ``None`` at the end."""
        with self._change:
            while not self._stopping:
                if self._renew:
                    self._renew = False
                    self._let_go()
                if self._wanted:
                    return self._wanted.pop(0)
                if self._decoder is None:
                    self._change.wait()
                elif not self._change.wait(self._idle_s) and not (self._wanted or self._renew):
                    self._let_go()
        return None

    def _current_decoder(self) -> ImageReader | None:
        with self._change:
            if self._stopping:
                return None
            if self._decoder is None:
                self._decoder = self._make_decoder()
            return self._decoder

    def _let_go(self) -> None:
        decoder, self._decoder = self._decoder, None
        if decoder is not None:
            decoder.close()

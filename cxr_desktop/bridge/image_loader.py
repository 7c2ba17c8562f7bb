"""The thread that has whole images read by the decoder child: the latest wish, the one beside it, the next studies."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging.pixels import GreyImage

log = logging.getLogger(__name__)

KEPT_IMAGES = 6
KEPT_BYTES = 512 << 20


class SharedPixels(Protocol):
    """What ``imaging.shared_image.SharedImage`` offers."""

    @property
    def image(self) -> GreyImage: ...
    def close(self) -> None: ...


class ImageReader(Protocol):
    """What is asked of ``imaging.process.DecoderProcess``."""

    def start(self) -> None: ...
    def close(self) -> None: ...
    def read_image(self, path: str) -> SharedPixels: ...


class ImageLoader(QThread):
    """Public methods return at once. Signals come from this thread:

    - ``image_ready(str path, GreyImage)``, ``image_failed(str path, str reason)``: once per ``load`` or
      ``load_beside``, unless another one of the same kind came before it was answered

    The pixels are copied out of the shared memory at once (18 MB in a few milliseconds, without the interpreter's
    lock). So an image lives as long as somebody refers to it and no longer, nobody has to close anything, and
    /dev/shm, which is 64 MB in a container, never holds more than one.
    """

    image_ready = Signal(str, object)
    image_failed = Signal(str, str)

    def __init__(self, decoder_factory: Callable[[], ImageReader], parent: QObject | None = None) -> None:
        """``decoder_factory`` makes a ``DecoderProcess`` that was not started yet; no other thread may use it."""
        super().__init__(parent)
        self.setObjectName("images")
        self._make_decoder = decoder_factory
        self._decoder: ImageReader | None = None
        self._change = threading.Condition()
        self._wanted: str | None = None
        self._beside: str | None = None
        self._next: list[str] = []
        self._stopping = False
        self._forget = False
        self._renew = False
        self._kept: OrderedDict[str, GreyImage] = OrderedDict()

    # From any thread --------------------------------------------------------------------------------------------

    def load(self, path: str) -> None:
        """Read this image, or take it from those kept; "" for none. An earlier wish without an answer is forgotten."""
        with self._change:
            self._wanted = path or None
            self._change.notify()

    def load_beside(self, path: str) -> None:
        """The same for a second image on the screen; read after the first."""
        with self._change:
            self._beside = path or None
            self._change.notify()

    def prefetch(self, paths: Sequence[str]) -> None:
        """Read these while nothing else is wanted, and keep them; replaces what was to be prefetched before."""
        with self._change:
            self._next = list(paths)[: KEPT_IMAGES - 1]
            self._change.notify()

    def has(self, path: str) -> bool:
        """Whether this image is kept, so that a wish for it is answered at once."""
        return path in self._kept

    def clear(self) -> None:
        """Forget wishes and kept images: another folder, or files that have changed."""
        with self._change:
            self._wanted, self._beside, self._next, self._forget = None, None, [], True
            self._change.notify()

    def renew_decoder(self) -> None:
        """Read with a new decoder from the next image on: the limits have changed."""
        with self._change:
            self._renew = self._forget = True
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

    # In this thread ---------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Until ``stop``."""
        self._decoder = self._make_decoder()
        try:
            self._decoder.start()
        except CxrError as error:
            log.warning("the decoder could not be started: %s", error)
        while (path := self._take()) is not None:
            self._serve(path)
        self._kept.clear()
        self._decoder.close()

    def _take(self) -> str | None:
        """The next path to read, ``None`` at the end. The wanted one stays wanted until it is answered."""
        with self._change:
            while True:
                if self._stopping:
                    return None
                if self._forget:
                    self._kept.clear()
                    self._forget = False
                wish = self._wanted or self._beside
                if wish is not None:
                    return wish
                while self._next:
                    path = self._next.pop(0)
                    if path not in self._kept:
                        return path
                    self._kept.move_to_end(path)
                self._change.wait()

    def _serve(self, path: str) -> None:
        try:
            image = self._image(path)
        except CxrError as error:
            if self._answers(path):
                self.image_failed.emit(path, str(error))
            return
        if self._answers(path):
            self.image_ready.emit(path, image)

    def _answers(self, path: str) -> bool:
        """Is this what is wanted now? Then it no longer is, since it is answered."""
        with self._change:
            wanted = path in (self._wanted, self._beside) and not self._stopping
            if self._wanted == path:
                self._wanted = None
            if self._beside == path:
                self._beside = None
            return wanted

    def _current_decoder(self) -> ImageReader:
        with self._change:
            assert self._decoder is not None
            if self._renew and not self._stopping:
                self._renew = False
                self._decoder.close()
                self._decoder = self._make_decoder()
            return self._decoder

    def _image(self, path: str) -> GreyImage:
        kept = self._kept.get(path)
        if kept is not None:
            self._kept.move_to_end(path)
            return kept
        shared = self._current_decoder().read_image(path)
        try:
            pixels = np.array(shared.image.pixels, copy=True, order="C")
            pixels.flags.writeable = False
            image = replace(shared.image, pixels=pixels)
        finally:
            shared.close()
        self._keep(path, image)
        return image

    def _keep(self, path: str, image: GreyImage) -> None:
        self._kept[path] = image
        while len(self._kept) > 1 and (
            len(self._kept) > KEPT_IMAGES or sum(kept.pixels.nbytes for kept in self._kept.values()) > KEPT_BYTES
        ):
            self._kept.popitem(last=False)

"""Files that a scan has read, on their way to the store: what came while it was busy goes in together; knows no Qt."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence

from cxr_desktop.domain.worklist import ImageEntry

_AT_ONCE = 512
"""Every transaction waits for the disk, and what a reader does waits for the transaction."""


class Inbox:
    """From any thread. As often as something was put in, ``take`` finds something or nothing is left."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting = deque[tuple[int, Sequence[ImageEntry]]]()

    def put(self, generation: int, images: Sequence[ImageEntry]) -> None:
        """Images of a scan."""
        with self._lock:
            self._waiting.append((generation, images))

    def take(self, generation: int) -> list[ImageEntry]:
        """What was put in first, with what came after it and is not too much; of former scans nothing."""
        taken: list[ImageEntry] = []
        with self._lock:
            while self._waiting:
                scan, images = self._waiting[0]
                if taken and len(taken) + len(images) > _AT_ONCE:
                    break
                self._waiting.popleft()
                if scan == generation:
                    taken += images
        return taken

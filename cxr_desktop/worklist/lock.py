"""One window at a time per worklist: a lock that the system frees when its process dies, however that happens."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from cxr_desktop.domain.errors import StoreError

log = logging.getLogger(__name__)


class InstanceLock:
    """Held from construction to ``release``. Raises ``StoreError`` where another process (or object) holds it.

    A file of its own and not SQLite's exclusive mode, so that a backup may read the database while the window is open.
    """

    def __init__(self, path: Path) -> None:
        # Not inherited by child processes: a decoder that outlives a killed window must not keep the lock.
        self._descriptor: int | None = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(self._descriptor)
        except BlockingIOError:
            self.release()
            raise StoreError("Another window of this program has the worklist open. Close it first.") from None
        except OSError as error:
            log.warning("this file system knows no locks: %s", error.strerror)

    def release(self) -> None:
        """Let another window in. The empty file stays: removing it would race with whoever opens it now."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""When to look for new files in the open folder: told by the system, and now and then for drives that tell nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from cxr_desktop.bridge.folder_scan import SETTLE_S

_GATHER_MS = 700
"""Files come in heaps: after the first word of the system the others are waited for."""
_AGAIN_MS = round(1000 * SETTLE_S) + 300
_PERIOD_MS = 30_000
_SHARE = 20
"""A look that takes long (a slow drive with many files) is repeated only after this many times its own duration."""
_MOST_FOLDERS = 500


class FolderWatch(QObject):
    """Calls ``look()`` when there may be news, never while a scan or a look runs. Lives in the window's thread."""

    def __init__(self, look: Callable[[], None], parent: QObject | None = None, period_ms: int = _PERIOD_MS) -> None:
        super().__init__(parent)
        self._look = look
        self._period_ms = period_ms
        self._enabled = False
        self._busy = True
        self._open = False
        self._wanted = False
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._on_news)
        self._soon = self._timer(_GATHER_MS)
        self._later = self._timer(period_ms)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(self.look_now)
        return timer

    # --- what it is told

    def set_enabled(self, enabled: bool) -> None:
        """Whether to watch at all; one look follows at once, for what came meanwhile."""
        self._enabled = enabled
        if enabled:
            self.look_now()
        else:
            self._soon.stop()
            self._later.stop()

    @Slot(list)
    def set_roots(self, roots: Sequence[str]) -> None:
        """Another folder is open: nothing is watched until its first scan is over."""
        self._busy, self._open, self._wanted = True, bool(roots), False
        self._soon.stop()
        self._later.stop()
        self._watch([])

    @Slot(list)
    def set_folders(self, folders: Sequence[str]) -> None:
        """The folders in which files lie. More than some hundred are left to the looks at intervals."""
        self._watch(folders[:_MOST_FOLDERS])

    def begin(self) -> None:
        """A scan has begun."""
        self._busy = self._open = True

    def pause(self) -> None:
        """The reader wants no more files, until a scan is begun again."""
        self._open = False

    @Slot(int, float)
    def end(self, unsettled: int, seconds: float) -> None:
        """A scan or a look is over; ``unsettled`` files may still be growing."""
        self._busy = False
        if not (self._enabled and self._open):
            return
        self._later.start(max(self._period_ms, round(1000 * _SHARE * seconds)))
        if unsettled or self._wanted:
            self._soon.start(_AGAIN_MS)
        self._wanted = False

    # --- what it does

    def look_now(self) -> None:
        """Look, or once the look that runs is over."""
        if not (self._enabled and self._open):
            return
        if self._busy:
            self._wanted = True
            return
        self._busy = True
        self._look()

    def _on_news(self, _folder: str) -> None:
        if self._enabled and not self._soon.isActive():
            self._soon.start(_GATHER_MS)

    def _watch(self, folders: Sequence[str]) -> None:
        before, after = set(self._system.directories()), set(folders)
        if gone := before - after:
            self._system.removePaths(sorted(gone))
        if new := after - before:
            self._system.addPaths(sorted(new))

    def folders(self) -> list[str]:
        """The folders of which the system tells."""
        return sorted(self._system.directories())

"""How a run hears that it shall stop: a signal, a line "stop" on standard input, a file; it knows no network."""

from __future__ import annotations

import _thread
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType

_LOOK_EVERY_S = 0.5


class StopRequested(Exception):  # noqa: N818  (no error: somebody asked)
    """Asked to stop before there was anything to save."""


class StopRequests:
    """A context: a request raises ``StopRequested``, and once ``tell`` has been called, calls what that was given.

    A second Ctrl+C ends the program at once. ``listen``: also to standard input, if that is a pipe. Only programs that
    read events may ask for it: a shell script's own lines would be swallowed.
    """

    def __init__(self, listen: bool = False) -> None:
        self._listen = listen
        self._listener: Callable[[], None] | None = None
        self._before: dict[int, object] = {}
        self._over = threading.Event()
        self._watcher: threading.Thread | None = None
        self.asked = False

    def watch(self, file: Path) -> None:
        """A file of this name stops the run too, and is removed.

        A detached program on Windows, as the window starts it, hears no signal and has no standard input.
        """
        if self._before:
            self._watcher = threading.Thread(target=self._wait_for, args=(file,), name="stop by a file", daemon=True)
            self._watcher.start()

    def _wait_for(self, file: Path) -> None:
        while not self._over.wait(_LOOK_EVERY_S):
            if file.exists():
                file.unlink(missing_ok=True)
                _interrupt()
                return

    def tell(self, listener: Callable[[], None]) -> None:
        """From now on a request calls ``listener`` and nothing else happens."""
        self._listener = listener

    def __enter__(self) -> StopRequests:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._asked)
            if self._listen and _stdin_is_a_pipe():
                threading.Thread(target=_listen, name="stop on standard input", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._watcher is not None and self._watcher is not threading.current_thread():
            # Runs were seen to abort after their last line while this thread was left to the end of Python; none did
            # since it is joined. That it was the cause is likely, not proven.
            self._watcher.join()
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _asked(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._listener is None:
            raise StopRequested
        self._listener()


def _stdin_is_a_pipe() -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(0).st_mode) and int(os.environ.get("LOCAL_RANK", "0")) == 0
    except OSError:
        return False


def _listen() -> None:
    """Windows cannot ask a program without a window to stop; QProcess can write to it everywhere.

    Reads the descriptor itself: a thread that waits inside ``sys.stdin`` would hold its lock when Python ends.
    """
    text = b""
    while True:
        try:
            more = os.read(0, 1024)
        except OSError:
            return
        if not more:
            return
        text += more
        if b"stop" in text.split():
            _interrupt()
            return


def _interrupt() -> None:
    """A real signal where there are any: it also wakes a main thread that waits."""
    if sys.platform == "win32":
        _thread.interrupt_main(signal.SIGINT)
    else:
        os.kill(os.getpid(), signal.SIGTERM)

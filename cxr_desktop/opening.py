"""Opens the window by the shortest way; imports neither Qt nor the command line until it is asked to."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


class LibraryMissingError(Exception):
    """Qt cannot be loaded; the text is the loader's own."""


def has_display() -> bool:
    """Can a window be opened here? Qt's offscreen platform counts when it was asked for."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(roots: Sequence[str]) -> int:
    """Show the window, import the rest, run until the window is closed; returns the exit code.

    Raises ``LibraryMissingError``, before anything is shown.
    """
    try:
        from cxr_desktop.frame import show_frame
    except ImportError as error:
        raise LibraryMissingError(str(error)) from error

    frame = show_frame()
    if frame is None:
        return 0
    from cxr_desktop import app

    return app.run(roots, frame)

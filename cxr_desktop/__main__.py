"""The program's entry. A window that is simply asked for opens without the command line's libraries."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxr_desktop import opening

if TYPE_CHECKING:
    from cxr_desktop.engine.early import EarlyChild

_COMPLETION = "_CXR_DESKTOP_COMPLETE"
"""Set where a shell asks what may follow the words that were typed."""


def asks_for_window(words: Sequence[str]) -> list[str] | None:
    """The folders to open, where these arguments say nothing else and all is there; else ``None``.

    It is what a menu entry and a double click do. Whatever else there is to say, the command line says.
    """
    if not opening.has_display() or _COMPLETION in os.environ:
        return None
    if not words:
        return []
    is_plain = len(words) == 2 and words[0] == "open" and not words[1].startswith("-") and Path(words[1]).exists()
    return [str(Path(words[1]).absolute())] if is_plain else None


def begin_early(words: Sequence[str]) -> EarlyChild | None:
    """An engine for `score`, which imports what it needs while this process reads the command line and the cards."""
    if words[:1] != ["score"] or _COMPLETION in os.environ:
        return None
    if any(word in ("--help", "--cluster") or word.startswith("--cluster=") for word in words):
        return None
    from cxr_desktop.engine import early

    return early.begin()


def main() -> None:
    """Entry point of the installed command. freeze_support comes first: children of a frozen program start here."""
    # OpenBLAS would compute NumPy's products, which are small here, on all cores, and its threads spin on after each:
    # drawing heat maps took two and a half times the processor time. Read when NumPy is imported; children inherit it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    multiprocessing.freeze_support()
    roots = asks_for_window(sys.argv[1:])
    if roots is not None:
        with contextlib.suppress(opening.LibraryMissingError):  # the command line finds it again, and says so
            sys.exit(opening.open_window(roots))
    early = begin_early(sys.argv[1:])
    from cxr_desktop import commands

    commands.app(obj=early)


if __name__ == "__main__":
    main()

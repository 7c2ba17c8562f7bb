"""A file that appears whole or not at all; what was written before a crash stays beside it. Knows no format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

PARTIAL = ".part"


def partial_path(target: Path) -> Path:
    """Where unfinished output of ``target`` lies: in the same folder, so that the rename is atomic."""
    return target.with_name(target.name + PARTIAL)


@contextmanager
def atomic_text(target: Path) -> Iterator[TextIO]:
    """A UTF-8 stream, flushed line by line; synchronised to disk and renamed to ``target`` at the end.

    After an exception, or a kill, an older ``target`` is untouched and the lines so far lie in ``partial_path``.
    Raises ``OSError`` where the folder cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_path(target)
    with open(partial, "w", encoding="utf-8", newline="", buffering=1) as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(partial, target)


def write_text(target: Path, text: str) -> None:
    """``write_bytes`` of text in UTF-8, its line ends as they are."""
    write_bytes(target, text.encode("utf-8"))


@contextmanager
def atomic_bytes(target: Path) -> Iterator[BinaryIO]:
    """The same for bytes; an unfinished file of a form that is read from its end is worth nothing and is removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_path(target)
    try:
        with open(partial, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_bytes(target: Path, data: bytes) -> None:
    """Write ``data`` whole: temporary file, fsync, rename; nothing is left behind on failure."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_path(target)
    try:
        with open(partial, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(partial, target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise

"""Opens foreign files safely: regular ones only, within the budget, every fault in plain words; knows no format."""

from __future__ import annotations

import hashlib
import io
import os
import stat

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.imaging.budget import ReadBudget

# A FIFO that takes a regular file's place between lstat and open must not block, and a link must not be followed.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def content_hash(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def file_identity(path: str) -> FileIdentity:
    """What ``lstat`` says of a regular file. Raises ``UnreadableImageError`` for links, pipes, devices and folders."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError) as error:
        raise UnreadableImageError(reason_of(error)) from None
    _require_regular(status.st_mode)
    return FileIdentity(path, status.st_size, status.st_mtime_ns, status.st_ino)


def open_regular(path: str, budget: ReadBudget) -> tuple[io.FileIO, int]:
    """Open for reading; returns the stream and its size. Raises ``UnreadableImageError``."""
    file_identity(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise UnreadableImageError(reason_of(error)) from None
    try:
        status = os.fstat(descriptor)
        _require_regular(status.st_mode)
        require_size(status.st_size, budget)
        # Unbuffered: the readers above ask for whole chunks.
        return io.FileIO(descriptor, "rb"), status.st_size
    except BaseException:
        os.close(descriptor)
        raise


def read_bytes(path: str, budget: ReadBudget) -> bytes:
    """The whole file. Raises ``UnreadableImageError``."""
    stream, size = open_regular(path, budget)
    chunks: list[bytes] = []
    left = size
    with stream:
        try:
            # One read may return less than asked (2 GiB at most on Linux), and the file may shrink meanwhile.
            while left > 0 and (chunk := stream.read(left)):
                chunks.append(chunk)
                left -= len(chunk)
        except OSError as error:
            raise UnreadableImageError(reason_of(error)) from None
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def require_size(size: int, budget: ReadBudget) -> None:
    """Raise ``UnreadableImageError`` for an empty file or one over the budget."""
    if size == 0:
        raise UnreadableImageError("the file is empty")
    if size < 8:
        raise UnreadableImageError(f"the file is as good as empty ({size} {'byte' if size == 1 else 'bytes'})")
    if size > budget.max_file_bytes:
        raise UnreadableImageError(f"the file is larger than {budget.max_file_bytes >> 20:,} MB")


def _require_regular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kinds = (
        (stat.S_ISLNK, "a link, which is not followed"),
        (stat.S_ISDIR, "a folder, not a file"),
        (stat.S_ISFIFO, "a pipe, not a file"),
        (stat.S_ISSOCK, "a socket, not a file"),
    )
    raise UnreadableImageError(next((words for test, words in kinds if test(mode)), "a device, not a file"))


def reason_of(error: Exception) -> str:
    """A system fault in plain words, without the path."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "the file is no longer there"
    if isinstance(error, PermissionError):
        return "no permission to read the file"
    return "the drive could not read the file" if isinstance(error, OSError) else "the file's name cannot be opened"

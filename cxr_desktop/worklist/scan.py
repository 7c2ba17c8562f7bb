"""A folder tree or a list → its regular files, batch by batch; opens none of them, follows no link."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.radiograph import FileIdentity

BATCH = 256
_MOUNT_POINT_TAG = 0xA0000003  # stat.IO_REPARSE_TAG_MOUNT_POINT, which Python has on Windows only: a junction


@dataclass(frozen=True, slots=True)
class ScanProblem:
    """Something in the tree that was not opened. ``hides_files`` says that it is a folder: what is in it is unknown.

    ``vanished``: it was listed and was gone a moment later.
    """

    path: str
    reason: str
    status: Status = Status.NOT_AN_IMAGE
    hides_files: bool = False
    vanished: bool = False


Found = FileIdentity | ScanProblem


def start_of(root: str) -> str:
    """The absolute path under which everything below ``root`` is named; a link to one file gives way to the file."""
    path = os.path.abspath(root)
    return os.path.realpath(path) if os.path.isfile(path) else path


def walk(root: str, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[list[Found]]:
    """Yield what lies under ``root``, a folder or one file, in the order of names, folder by folder.

    ``root`` (see ``start_of``) may be a link, since somebody chose it; no link below is followed. A file with several
    names counts under the first. Ends early, without a word, once ``is_cancelled()``; it is asked before every entry.
    """
    walker = _Walker(is_cancelled)
    batch: list[Found] = []
    for found in walker.run(start_of(root)):
        batch.append(found)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch and not is_cancelled():
        yield batch


def read_list(file: str | os.PathLike[str]) -> list[str]:
    """The paths in a list, one per line, in UTF-8 (bytes that are no text are kept); blank lines are skipped."""
    with open(file, "rb") as stream:
        lines = stream.read().decode("utf-8", "surrogateescape").split("\n")
    return [os.path.abspath(line) for line in (line.removesuffix("\r") for line in lines) if line]


def listed(paths: Iterable[str]) -> Iterator[Found]:
    """What stands at exactly these absolute paths, each once; somebody listed them, so two names of a file are two."""
    for path in dict.fromkeys(paths):
        yield _Walker(lambda: False).look(path)[0]


class _Walker:
    def __init__(self, is_cancelled: Callable[[], bool]) -> None:
        self._is_cancelled = is_cancelled
        self._seen: set[tuple[int, int]] = set()

    def run(self, root: str) -> Iterator[Found]:
        try:
            is_folder = stat.S_ISDIR(os.stat(root).st_mode)
        except OSError as error:
            yield _unreadable(root, error)
            return
        if not is_folder:
            yield self.look(root)[0]
            return
        waiting = [root]
        while waiting and not self._is_cancelled():
            folder = waiting.pop()
            folders: list[str] = []
            try:
                names = self._names(folder)
            except OSError as error:
                yield _unreadable(folder, error)
                continue
            for name in names:
                if self._is_cancelled():
                    return
                path = os.path.join(folder, name)
                found, is_folder = self.look(path)
                if is_folder:
                    folders.append(path)
                else:
                    yield found
            waiting.extend(reversed(folders))

    def _names(self, folder: str) -> list[str]:
        names = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if self._is_cancelled():
                    return []
                names.append(entry.name)
        return sorted(names)

    def look(self, path: str) -> tuple[Found, bool]:
        """(what it is, whether it is a folder to go into)"""
        try:
            status = os.lstat(path)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError | NotADirectoryError)
            return ScanProblem(path, _because(error, "file"), Status.NOT_SCORED, vanished=gone), False
        mode = status.st_mode
        if stat.S_ISLNK(mode) or getattr(status, "st_reparse_tag", 0) == _MOUNT_POINT_TAG:
            return ScanProblem(path, "a link, which is not followed"), False
        if stat.S_ISDIR(mode):
            return ScanProblem(path, "a folder"), True
        if not stat.S_ISREG(mode):
            return ScanProblem(path, "not a regular file"), False
        if status.st_nlink > 1:
            place = status.st_dev, status.st_ino
            if place in self._seen:
                return ScanProblem(path, "another name of a file that is already listed"), False
            self._seen.add(place)
        return FileIdentity(path, status.st_size, status.st_mtime_ns, status.st_ino), False


def _unreadable(folder: str, error: OSError) -> ScanProblem:
    return ScanProblem(folder, _because(error, "folder"), Status.NOT_SCORED, hides_files=True)


def _because(error: OSError, thing: str) -> str:
    if isinstance(error, PermissionError):
        return f"no permission to open this {thing}"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"this {thing} is no longer there"
    return f"this {thing} could not be opened"

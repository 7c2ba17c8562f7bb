"""A folder tree or a list → its regular files, batch by batch; opens none of them, follows no link."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.radiograph import FileIdentity

BATCH = 256
_INODE, _LINKS, _SIZE = stat.ST_INO, stat.ST_NLINK, stat.ST_SIZE
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


class Met(NamedTuple):
    """A part of a walk. ``unchanged`` are paths of files whose marks are known; nothing else is said of them."""

    unchanged: list[str]
    found: list[Found]


def mark_of(identity: FileIdentity) -> str:
    """A file as it is, as one text: equal mark, nothing has been written. No path has the sign that parts it."""
    return f"{identity.path}\0{identity.size} {identity.mtime_ns} {identity.inode}"


def start_of(root: str) -> str:
    """The absolute path under which everything below ``root`` is named; a link to one file gives way to the file."""
    path = os.path.abspath(root)
    return os.path.realpath(path) if os.path.isfile(path) else path


def walk(root: str, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[list[Found]]:
    """Yield what lies under ``root``, a folder or one file, in the order of names, folder by folder.

    ``root`` (see ``start_of``) may be a link, since somebody chose it; no link below is followed. A file with several
    names counts under the first. Ends early, without a word, once ``is_cancelled()``; it is asked before every entry.
    """
    return (met.found for met in walk_past(frozenset(), root, is_cancelled))


def walk_past(marks: Set[str], root: str, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Met]:
    """The same, past files of which these are the marks: they cost no more than to list them and ask for their state.

    They do not stand in the order of names, and may come before others of their folder.
    """
    met = Met([], [])
    for part in _Walker(is_cancelled, marks).run(start_of(root)):
        met.unchanged.extend(part.unchanged)
        met.found.extend(part.found)
        if len(met.unchanged) + len(met.found) >= BATCH:
            yield met
            met = Met([], [])
    if (met.unchanged or met.found) and not is_cancelled():
        yield met


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
    def __init__(self, is_cancelled: Callable[[], bool], marks: Set[str] = frozenset()) -> None:
        self._is_cancelled = is_cancelled
        self._marks = marks
        self._seen: set[tuple[int, int]] = set()

    def run(self, root: str) -> Iterator[Met]:
        """Some entries at a time."""
        try:
            is_folder = stat.S_ISDIR(os.stat(root).st_mode)
        except OSError as error:
            yield Met([], [_unreadable(root, error)])
            return
        if not is_folder:
            yield self._look_at([root], [])
            return
        waiting = [root]
        while waiting and not self._is_cancelled():
            folder = waiting.pop()
            folders: list[str] = []
            try:
                paths = self._paths(folder)
            except OSError as error:
                yield Met([], [_unreadable(folder, error)])
                continue
            for start in range(0, len(paths), BATCH):
                met = self._look_at(paths[start : start + BATCH], folders)
                if self._is_cancelled():
                    return
                yield met
            waiting.extend(reversed(folders))

    def _paths(self, folder: str) -> list[str]:
        """In the order of names."""
        paths: list[str] = []
        with os.scandir(folder) as entries:
            while some := [entry.path for entry in islice(entries, BATCH)]:
                if self._is_cancelled():
                    return []
                paths += some
        paths.sort()
        return paths

    def _look_at(self, paths: Sequence[str], folders: list[str]) -> Met:
        """One after the other, without a call or an object for a file that is as it was; ``folders`` are added to."""
        met = Met([], [])
        marks, look, is_cancelled, unchanged = self._marks, os.lstat, self._is_cancelled, met.unchanged.append
        for path in paths:
            if is_cancelled():
                break
            try:
                status = look(path)
            except OSError as error:
                met.found.append(_vanished(path, error))
                continue
            # ``mark_of``, by places, which are found sooner than names; a file that has several names is counted below.
            if (
                marks
                and f"{path}\0{status[_SIZE]} {status.st_mtime_ns} {status[_INODE]}" in marks
                and status[_LINKS] == 1
                and stat.S_ISREG(status.st_mode)
            ):
                unchanged(path)
                continue
            found, is_folder = self._judge(path, status)
            if is_folder:
                folders.append(path)
            else:
                met.found.append(found)
        return met

    def look(self, path: str) -> tuple[Found, bool]:
        """(what it is, whether it is a folder to go into)"""
        try:
            return self._judge(path, os.lstat(path))
        except OSError as error:
            return _vanished(path, error), False

    def _judge(self, path: str, status: os.stat_result) -> tuple[Found, bool]:
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


def _vanished(path: str, error: OSError) -> ScanProblem:
    gone = isinstance(error, FileNotFoundError | NotADirectoryError)
    return ScanProblem(path, _because(error, "file"), Status.NOT_SCORED, vanished=gone)


def _unreadable(folder: str, error: OSError) -> ScanProblem:
    return ScanProblem(folder, _because(error, "folder"), Status.NOT_SCORED, hides_files=True)


def _because(error: OSError, thing: str) -> str:
    if isinstance(error, PermissionError):
        return f"no permission to open this {thing}"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"this {thing} is no longer there"
    return f"this {thing} could not be opened"

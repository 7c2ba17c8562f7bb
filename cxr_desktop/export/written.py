"""What came of an export: how many files, what was left out and why, and how it ended; knows no form's inside."""

from __future__ import annotations

import errno
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cxr_desktop.export.job import Form


class Ending(StrEnum):
    """How an export ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    DISK_FULL = "disk full"
    NO_PERMISSION = "no permission"
    FOLDER_LOST = "folder lost"
    TAKEN = "taken"
    """a file or folder of that name has come into being meanwhile"""
    NOT_WRITTEN = "not written"
    CRASHED = "crashed"


ENDINGS = {
    Ending.DONE: "All is written",
    Ending.CANCELLED: "Stopped",
    Ending.DISK_FULL: "The disk is full",
    Ending.NO_PERMISSION: "There is no permission to write there",
    Ending.FOLDER_LOST: "The folder cannot be reached any more: a drive or the network was lost",
    Ending.TAKEN: "A file or folder of that name is there already",
    Ending.NOT_WRITTEN: "A file could not be written",
    Ending.CRASHED: "The export ended unexpectedly; the log says more",
}
"""For terminals; the window has its own words, which are translated."""


class Skip(StrEnum):
    """Why there is no file about an image."""

    NOT_DICOM = "not dicom"
    NO_UIDS = "no uids"
    UNREADABLE = "unreadable"


SKIPS = {
    Skip.NOT_DICOM: "no DICOM object: the image is no DICOM file, so there is no study to file it in",
    Skip.NO_UIDS: "no DICOM object: the file lacks the UIDs that an object must refer to",
    Skip.UNREADABLE: "left out: the file could not be read again",
}
"""After the number of images."""


@dataclass(slots=True)
class Written:
    """Everything counted is on the disk, whole; what was begun and not finished is gone again."""

    folder: Path | None = None
    files: Counter[Form] = field(default_factory=Counter)
    skipped: Counter[Skip] = field(default_factory=Counter)
    ending: Ending = Ending.DONE

    @property
    def total(self) -> int:
        """All files."""
        return sum(self.files.values())


_LOST = {errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTDIR, errno.EHOSTDOWN}
_LOST |= {errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ETIMEDOUT, errno.ENOTCONN}


def ending_of(error: OSError) -> Ending:
    """Which ending a fault of the disk is."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Ending.DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Ending.NO_PERMISSION
    if error.errno == errno.EEXIST:
        return Ending.TAKEN
    return Ending.FOLDER_LOST if error.errno in _LOST else Ending.NOT_WRITTEN

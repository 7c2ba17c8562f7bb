"""Which files killed or hung a decoder, so that nobody waits for them a third time; opens no file."""

from __future__ import annotations

from collections import Counter

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.imaging.files import file_identity

_FAULTS = 2


class Quarantine:
    """Counts faults of a file as it is: one that was written anew has none. Used from one thread at a time."""

    def __init__(self) -> None:
        self._faults: Counter[FileIdentity] = Counter()

    def blame(self, path: str) -> None:
        """The decoder died or hung over this file."""
        if (identity := _identity(path)) is not None:
            self._faults[identity] += 1

    def forgive(self, path: str) -> None:
        """The file was read: the fault lay elsewhere, such as with a computer that slept."""
        if self._faults and (identity := _identity(path)) is not None:
            self._faults.pop(identity, None)

    def reason(self, path: str) -> UnreadableImageError | None:
        """Why the file is not read any more; ``None`` where it may be."""
        # Almost always there is nothing to look up, and thousands of headers need no second lstat.
        if not self._faults or (identity := _identity(path)) is None or self._faults[identity] < _FAULTS:
            return None
        return UnreadableImageError("the file is set aside: reading it failed twice")


def _identity(path: str) -> FileIdentity | None:
    try:
        return file_identity(path)
    except CxrError:
        return None

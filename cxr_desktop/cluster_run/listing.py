"""Which files there are, in 16 bytes each: a key changes when a file does, so that no row of an older file is kept."""

from __future__ import annotations

import hashlib
import os

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.worklist.scan import Found

KEY_BYTES = 16


def key_of(found: Found) -> bytes:
    """Equal where path, size, time and inode are (for what is no file: path and reason)."""
    facts: tuple[object, ...] = (
        (found.size, found.mtime_ns, found.inode)
        if isinstance(found, FileIdentity)
        else (found.status.value, found.reason)
    )
    text = b"\0".join([os.fsencode(found.path), *(str(fact).encode() for fact in facts)])
    # NumPy takes bytes at the end of a key that are zero for padding, so the last one never is.
    return hashlib.blake2b(text, digest_size=KEY_BYTES - 1).digest() + b"\1"


class Keys:
    """Many keys, found by bisection."""

    def __init__(self, keys: NDArray[np.bytes_]) -> None:
        """``keys`` in the order of their numbers, which ``places`` answers with."""
        self._order = np.argsort(keys, kind="stable")
        self._sorted = keys[self._order]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sorted)

    def __contains__(self, key: bytes) -> bool:
        """Whether it is one of them."""
        return bool(self.places(np.array([key], self._sorted.dtype))[0] >= 0)

    def places(self, keys: NDArray[np.bytes_]) -> NDArray[np.int64]:
        """The number of each key, -1 for one that is not here."""
        if not len(self._sorted):
            return np.full(len(keys), -1)
        at = np.minimum(np.searchsorted(self._sorted, keys), len(self._sorted) - 1)
        return np.where(self._sorted[at] == keys, self._order[at], -1)

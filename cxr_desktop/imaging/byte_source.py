"""Random access to the bytes of a file, of memory or of a deflated stream, with limits; knows no format."""

from __future__ import annotations

import zlib
from io import RawIOBase
from typing import Protocol

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.files import reason_of

_FIRST_CHUNK, _CHUNK = 16 << 10, 64 << 10
"""Hardly a header is longer than the first, and folders have thousands. It holds two runs of a walk: one read."""
_INFLATE_STEP = 1 << 20


class ByteSource(Protocol):
    """Bytes by offset. ``read`` returns fewer bytes only at the end; ``reaches`` tells whether ``end`` lies within."""

    def read(self, offset: int, count: int) -> bytes: ...

    def reaches(self, end: int) -> bool: ...


class MemorySource:
    """A file that was read already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, offset: int, count: int) -> bytes:
        return self._data[offset : offset + count]

    def reaches(self, end: int) -> bool:
        return end <= len(self._data)


class FileSource:
    """An open file, read in chunks where it is looked at, so that a header costs one read and pixels none."""

    def __init__(self, stream: RawIOBase, size: int) -> None:
        self._stream = stream
        self._size = size
        self._start = 0
        self._chunk = b""

    def read(self, offset: int, count: int) -> bytes:
        inside = offset - self._start
        if inside < 0 or inside + count > len(self._chunk):
            if offset >= self._size:
                return b""
            try:
                self._stream.seek(offset)
                self._chunk = self._stream.read(max(count, _CHUNK if offset else _FIRST_CHUNK)) or b""
            except OSError as error:
                raise UnreadableImageError(reason_of(error)) from None
            self._start = offset
            inside = 0
        return self._chunk[inside : inside + count]

    def reaches(self, end: int) -> bool:
        return end <= self._size


class InflatedSource:
    """A deflated data set (PS3.5 A.5), inflated only as far as somebody looks and never beyond ``limit`` bytes.

    ``limit`` may be raised once the header has said how many bytes its pixels take.
    """

    def __init__(self, deflated: ByteSource, start: int, limit: int) -> None:
        self.limit = limit
        self._deflated = deflated
        self._next = start
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._data = bytearray()
        self._ended = False

    def read(self, offset: int, count: int) -> bytes:
        self._inflate_to(offset + count)
        return bytes(self._data[offset : offset + count])

    def reaches(self, end: int) -> bool:
        self._inflate_to(end)
        return end <= len(self._data)

    def _inflate_to(self, end: int) -> None:
        if end > self.limit:
            raise UnreadableImageError(f"the compressed data set grows beyond {self.limit >> 20:,} MB")
        while len(self._data) < end and not self._ended:
            waiting = self._inflater.unconsumed_tail
            if not waiting:
                waiting = self._deflated.read(self._next, _CHUNK)
                self._next += len(waiting)
            try:
                inflated = self._inflater.decompress(waiting, _INFLATE_STEP)
            except zlib.error:
                raise UnreadableImageError("the compressed data set is damaged") from None
            self._data += inflated
            self._ended = self._inflater.eof or (not waiting and not inflated)

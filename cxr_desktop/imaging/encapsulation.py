"""Takes the one frame out of encapsulated pixel data (PS3.5 A.4); knows no codec."""

from __future__ import annotations

import struct

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.byte_source import ByteSource
from cxr_desktop.imaging.dicom_elements import ITEM, SEQUENCE_END, UNDEFINED

_MAX_FRAGMENTS = 1 << 20


def read_frame(source: ByteSource, offset: int, max_bytes: int) -> bytes:
    """Join all fragments after the basic offset table, which belong to the single frame.

    Raises ``UnreadableImageError`` if fragments are cut short or the offset table lists several frames.
    """
    table, offset = _fragment(source, offset, max_bytes)
    if table is None:
        raise UnreadableImageError("the file holds no compressed pixel data")
    if len(table) >= 8 and len(set(struct.unpack(f"<{len(table) // 4}L", table[: len(table) // 4 * 4]))) > 1:
        raise UnreadableImageError(f"multi-frame image ({len(table) // 4:,} frames)")
    fragments: list[bytes] = []
    left = max_bytes
    while len(fragments) < _MAX_FRAGMENTS:
        fragment, offset = _fragment(source, offset, left)
        if fragment is None:
            break
        left -= len(fragment)
        fragments.append(fragment)
    if not any(fragments):
        raise UnreadableImageError("the file holds no compressed pixel data")
    return fragments[0] if len(fragments) == 1 else b"".join(fragments)


def _fragment(source: ByteSource, offset: int, max_bytes: int) -> tuple[bytes | None, int]:
    """The fragment at ``offset`` and where the next begins; ``None`` at the end, which some writers do not mark."""
    header = source.read(offset, 8)
    if not header.strip(b"\x00"):
        return None, offset
    if len(header) < 8:
        raise UnreadableImageError("the compressed pixel data are cut short")
    group, number, length = struct.unpack("<HHL", header)
    tag = group << 16 | number
    if tag == SEQUENCE_END:
        return None, offset
    if tag != ITEM or length == UNDEFINED:
        raise UnreadableImageError("the compressed pixel data are damaged")
    if length > max_bytes:
        raise UnreadableImageError("the compressed pixel data are larger than a file may be")
    start = offset + 8
    if not source.reaches(start + length):
        raise UnreadableImageError("the compressed pixel data are cut short")
    return source.read(start, length), start + length

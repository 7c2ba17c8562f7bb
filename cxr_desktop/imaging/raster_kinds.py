"""Why a raster file that is not damaged cannot be read: what kind it is, by its own header; decodes nothing."""

from __future__ import annotations

import struct
from typing import BinaryIO

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.codestreams import read_codestream

_HEAD = 1 << 20
"""Bytes in which a JPEG's frame header stands, behind whatever a camera writes before it."""
_COMPRESSION = 259
# TIFF 6.0 and its supplements; those that Pillow's libtiff always has.
_USUAL = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 32771, 32773, 32946})
_RARE = {
    34676: "SGI LogL",
    34677: "SGI Log24",
    34661: "JBIG",
    34712: "JPEG 2000",
    34887: "LERC",
    34892: "lossy JPEG",
    34925: "LZMA",
    50000: "Zstandard",
    50001: "WebP",
    50002: "JPEG XL",
}
_TEXT = frozenset({b"tEXt", b"zTXt", b"iTXt"})


def unread_kind(stream: BinaryIO, source: Source, error: Exception) -> str:
    """A reason that names the kind, "" where the file is of a kind that is read: then it is damaged."""
    if source is Source.JPEG:
        return _jpeg_kind(stream)
    if source is Source.TIFF:
        compression = _tiff_compression(stream)
        if compression is not None and compression not in _USUAL:
            return f"TIFF compressed as {_RARE.get(compression, compression)}, which is not read"
        if str(error) in ("unknown pixel mode", "unknown data organization"):  # Pillow's words
            return "TIFF with pixels of an unknown kind, which are not read"
    return ""


def _jpeg_kind(stream: BinaryIO) -> str:
    stream.seek(0)
    try:
        codestream = read_codestream(stream.read(_HEAD))
    except UnreadableImageError as error:
        return str(error) if "not read" in str(error) else ""
    if codestream.kind != "jpeg":
        return "a lossless JPEG, which is not read"
    if codestream.precision != 8:
        return f"JPEG with {codestream.precision} bits per pixel; 8 are read"
    return ""


def _tiff_compression(stream: BinaryIO) -> int | None:
    """Of the first directory of a classic TIFF, ``None`` where it says nothing."""
    stream.seek(0)
    head = stream.read(8)
    order = "<" if head[:2] == b"II" else ">"
    try:
        magic, at = struct.unpack(f"{order}HL", head[2:])
        if magic != 42:
            return None
        stream.seek(at)
        (count,) = struct.unpack(f"{order}H", stream.read(2))
        entries = stream.read(12 * count)
        for start in range(0, len(entries) - 11, 12):
            tag, _kind, _number, value = struct.unpack_from(f"{order}HHLH", entries, start)
            if tag == _COMPRESSION:
                return int(value)
    except struct.error:
        pass  # cut short: damaged, then
    return None


def without_text(data: bytes) -> bytes:
    """A PNG without its texts, which may be larger than a decoder takes and say nothing about its pixels.

    What is no whole chunk at the end is left out too.
    """
    kept, offset = [data[:8]], 8
    while offset + 12 <= len(data):
        length, kind = struct.unpack_from(">L4s", data, offset)
        end = offset + 12 + length
        if kind not in _TEXT:
            kept.append(data[offset:end])
        offset = end
    return b"".join(kept)

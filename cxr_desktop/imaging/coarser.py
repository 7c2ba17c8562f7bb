"""A JPEG 2000 codestream without its finest wavelets: its headers rewritten, nothing decoded (ISO 15444-1 annex A, B).

Where packets come resolution by resolution, those of the finest lie behind all others. With headers that name a smaller
picture and fewer levels, a decoder finds a whole codestream and leaves the rest unread: the samples are those of a
decoder that is asked for less. imagecodecs cannot be asked for less, but it decodes without holding Python's lock, so
that other films are prepared meanwhile; Pillow can, and holds it.
"""

from __future__ import annotations

import struct

from cxr_desktop.imaging.codestreams import Codestream

_SIZE, _CODING_STYLE, _QUANTISATION = b"\xff\x51", b"\xff\x52", b"\xff\x5c"
_TILE_PART, _DATA = b"\xff\x90", b"\xff\x93"
_HARMLESS = {b"\xff\x64", b"\xff\x58"}
"""In the header of a tile-part: a comment, and lengths of packets, which decoders do not need."""
_PACKED_HEADERS = b"\xff\x60"
_LRCP, _RLCP, _RPCL = 0, 1, 2
_PRECINCTS = 0x01
_STEP_BYTES = {0: 1, 1: 0, 2: 2}
"""Of each subband, by the style of quantisation; derived steps (1) are counted from the coarsest and need no change."""


def without_finest(frame: bytes, stream: Codestream, levels: int) -> bytes | None:
    """The codestream of ``frame`` of a plain grid without so many of its levels.

    ``None`` where finer packets lie between coarser ones, where something else than a plain header says how to read
    them, and where the headers are cut short.
    """
    try:
        return _cut(frame, stream, levels)
    except (struct.error, IndexError):
        return None


def _cut(frame: bytes, stream: Codestream, levels: int) -> bytes | None:
    offset = stream.start + 2
    parts = [frame[stream.start : offset]]
    while (marker := frame[offset : offset + 2]) != _TILE_PART:
        end = offset + 2 + struct.unpack_from(">H", frame, offset + 2)[0]
        segment: bytes | None = frame[offset:end]
        if marker == _SIZE:
            segment = _smaller(frame[offset:end], levels)
        elif marker == _CODING_STYLE:
            segment = _shallower(frame[offset:end], levels)
        elif marker == _QUANTISATION:
            segment = _fewer_steps(frame[offset:end], levels)
        elif marker == _PACKED_HEADERS:
            segment = None
        if segment is None:
            return None
        parts.append(segment)
        offset = end
    if not _are_plain_parts(frame, offset):
        return None
    return b"".join((*parts, frame[offset:]))


def _smaller(size: bytes, levels: int) -> bytes:
    """The picture's sides and those of its one tile."""
    made = bytearray(size)
    for place in (6, 10, 22, 26):
        (side,) = struct.unpack_from(">L", size, place)
        struct.pack_into(">L", made, place, -(-side // (1 << levels)))
    return bytes(made)


def _shallower(style: bytes, levels: int) -> bytes | None:
    """Fewer levels, and sizes of precincts for those only."""
    scheme, progression, layers = struct.unpack_from(">BBH", style, 4)
    by_resolution = progression in (_RLCP, _RPCL) or (progression == _LRCP and layers == 1)
    if not by_resolution or style[9] < levels:
        return None
    made = bytearray(style)
    made[9] -= levels
    if scheme & _PRECINCTS:
        del made[-levels:]
        struct.pack_into(">H", made, 2, len(made) - 2)
    return bytes(made)


def _fewer_steps(quantisation: bytes, levels: int) -> bytes | None:
    """Steps of the subbands that are left."""
    size = _STEP_BYTES.get(quantisation[4] & 0x1F)
    if size is None:
        return None
    made = bytearray(quantisation)
    if size:
        del made[-3 * levels * size :]
        struct.pack_into(">H", made, 2, len(made) - 2)
    return bytes(made)


def _are_plain_parts(frame: bytes, offset: int) -> bool:
    """Whether no header of a tile-part changes how its packets are read."""
    while frame[offset : offset + 2] == _TILE_PART:
        (length,) = struct.unpack_from(">L", frame, offset + 6)
        inside = offset + 12
        while (marker := frame[inside : inside + 2]) != _DATA:
            if marker not in _HARMLESS:
                return False
            inside += 2 + struct.unpack_from(">H", frame, inside + 2)[0]
        if length == 0:  # the last one: it reaches to the end
            return True
        offset += length
    return True

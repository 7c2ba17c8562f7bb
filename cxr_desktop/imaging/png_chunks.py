"""The chunks of a PNG file (ISO 15948), checked before a decoder sees them; decodes nothing."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from cxr_desktop.domain.errors import UnreadableImageError

GREY_ALPHA, RGB, RGB_ALPHA = 4, 2, 6
_DEPTHS = {0: (1, 2, 4, 8, 16), RGB: (8, 16), 3: (1, 2, 4, 8), GREY_ALPHA: (8, 16), RGB_ALPHA: (8, 16)}


class PngHeader(NamedTuple):
    """IHDR as far as it matters."""

    depth: int
    colour_type: int


def require_whole_png(data: bytes) -> PngHeader:
    """Every critical chunk must be there and unharmed: decoders pass over bad checksums of pixel data.

    Raises ``UnreadableImageError``.
    """
    header: PngHeader | None = None
    has_pixels = False
    offset = 8
    while offset + 12 <= len(data):
        length, kind = struct.unpack_from(">L4s", data, offset)
        end = offset + 12 + length
        if end > len(data):
            break
        # A chunk whose name starts with a capital is critical.
        if kind[0] < 0x60:
            (stated,) = struct.unpack_from(">L", data, end - 4)
            if zlib.crc32(memoryview(data)[offset + 4 : end - 4]) != stated:
                raise UnreadableImageError("the PNG file is damaged")
        if kind == b"IHDR":
            if length != 13:
                raise UnreadableImageError("the PNG file is damaged")
            header = PngHeader(*struct.unpack_from(">BB", data, offset + 16))
        has_pixels = has_pixels or kind == b"IDAT"
        if kind == b"IEND":
            return _checked(header, has_pixels)
        offset = end
    raise UnreadableImageError("the PNG file is cut short")


def _checked(header: PngHeader | None, has_pixels: bool) -> PngHeader:
    if header is None or header.depth not in _DEPTHS.get(header.colour_type, ()):
        raise UnreadableImageError("the PNG file is damaged")
    if not has_pixels:
        raise UnreadableImageError("the PNG file holds no pixels")
    return header

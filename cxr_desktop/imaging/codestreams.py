"""What a compressed frame says about itself, read from its markers without decoding (ISO 10918-1, 14495-1, 15444-1)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cxr_desktop.domain.errors import UnreadableImageError

_SOF_LOSSY = frozenset({0xC0, 0xC1, 0xC2})
_SOF_LOSSLESS, _SOF_JPEG_LS = 0xC3, 0xF7
_SOF_OTHERS = frozenset({0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN, _END_OF_IMAGE, _RESTART_INTERVAL, _APP0, _APP14 = 0xDA, 0xD9, 0xDD, 0xE0, 0xEE
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})

_CODING_STYLE = b"\xff\x52"
_SPECIAL = (b"\xff\x53", b"\xff\x5e", b"\xff\x5f")
"""Another coding style for one component, regions of interest, changes of progression: rare, and left alone."""

_PADDING = 4096

_DAMAGED = "the compressed pixel data are damaged"
_CUT_SHORT = "the compressed pixel data are cut short"


@dataclass(frozen=True, slots=True)
class Codestream:
    """``kind`` is "jpeg", "jpeg lossless", "jpeg-ls", "jpeg 2000" or "htj2k"; ``start`` is where its markers begin."""

    kind: str
    rows: int
    columns: int
    components: int
    precision: int
    signed: bool = False
    start: int = 0
    states_colour_transform: bool = False
    is_plain_scan: bool = True
    """No restart markers and no point transform, which not every decoder of lossless JPEG understands."""
    levels: int = 0
    """Of wavelets, in JPEG 2000."""
    reversible: bool = True
    """5/3 wavelets, else 9/7."""
    has_plain_grid: bool = False
    """JPEG 2000 of one tile that begins at the origin, coded alike throughout."""

    @property
    def family(self) -> str:
        """The family that a transfer syntax names."""
        return {"jpeg lossless": "jpeg", "htj2k": "jpeg 2000"}.get(self.kind, self.kind)


def read_codestream(frame: bytes) -> Codestream:
    """Parse the header of a JPEG, JPEG-LS or JPEG 2000 frame; raises ``UnreadableImageError``."""
    try:
        if frame[:2] == b"\xff\xd8":
            return _read_jpeg(frame)
        start = _codestream_start(frame)
        if frame[start : start + 4] == b"\xff\x4f\xff\x51":
            return _read_jpeg_2000(frame, start)
    except (struct.error, IndexError):
        raise UnreadableImageError(_CUT_SHORT) from None
    raise UnreadableImageError("the compressed pixel data are of no known kind")


def _read_jpeg(frame: bytes) -> Codestream:
    """Read the markers up to the first scan."""
    found: Codestream | None = None
    has_colour_marker = has_restarts = False
    for marker, body in _jpeg_segments(frame):
        if (marker == _APP0 and body[:4] == b"JFIF") or (marker == _APP14 and body[:5] == b"Adobe"):
            has_colour_marker = True
        elif marker == _RESTART_INTERVAL:
            has_restarts = any(body[:2])
        elif marker in _SOF_OTHERS:
            raise UnreadableImageError("an arithmetic or hierarchical JPEG, which is not read")
        elif marker in _SOF_LOSSY or marker in (_SOF_LOSSLESS, _SOF_JPEG_LS):
            precision, rows, columns, components = struct.unpack_from(">BHHB", body)
            kind = {_SOF_LOSSLESS: "jpeg lossless", _SOF_JPEG_LS: "jpeg-ls"}.get(marker, "jpeg")
            found = Codestream(kind, rows, columns, components, precision)
        elif marker == _START_OF_SCAN and found is not None:
            # The scan's last byte holds the point transform, by which lossless values were shifted (H.1.2.1).
            is_plain = not has_restarts and not body[-1] & 0x0F
            return replace(found, states_colour_transform=has_colour_marker, is_plain_scan=is_plain)
    raise UnreadableImageError(_DAMAGED)


def _jpeg_segments(frame: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, body) of each marker segment up to and with the first start of scan."""
    offset = 2
    marker = 0
    while marker != _START_OF_SCAN:
        if frame[offset] != 0xFF:
            raise UnreadableImageError(_DAMAGED)
        while frame[offset] == 0xFF:
            offset += 1
        marker = frame[offset]
        offset += 1
        if marker in _STANDALONE:
            continue
        (length,) = struct.unpack_from(">H", frame, offset)
        if marker == _END_OF_IMAGE or length < 2:
            raise UnreadableImageError(_DAMAGED)
        yield marker, frame[offset + 2 : offset + length]
        offset += length


def _codestream_start(frame: bytes) -> int:
    """Skip the boxes of a JP2 file, which DICOM forbids and some writers include."""
    if frame[:8] != b"\x00\x00\x00\x0cjP  ":
        return 0
    offset = 0
    while offset + 8 <= len(frame):
        length, kind = struct.unpack_from(">L4s", frame, offset)
        if kind == b"jp2c":
            return offset + (16 if length == 1 else 8)
        if length < 8:
            break
        offset += length
    return 0


def _read_jpeg_2000(frame: bytes, start: int) -> Codestream:
    _length, capabilities, right, bottom, left, top, tile_columns, tile_rows = struct.unpack_from(
        ">HHLLLLLL", frame, start + 4
    )
    components, depth, step_x, step_y = struct.unpack_from(">HBBB", frame, start + 40)
    depths = {frame[start + 42 + 3 * i] for i in range(components)}
    if not (right > left and bottom > top and step_x == step_y == 1 and tile_columns and tile_rows):
        raise UnreadableImageError(_DAMAGED)
    if len(depths) > 1:
        raise UnreadableImageError("the colours of the compressed pixel data differ in depth")
    # OpenJPEG allocates per tile before it sees that there is no data for them.
    tiles = -(-right // tile_columns) * -(-bottom // tile_rows)
    if tiles > 65535:
        raise UnreadableImageError(_DAMAGED)
    kind = "htj2k" if capabilities & 0x4000 else "jpeg 2000"
    found = Codestream(kind, bottom - top, right - left, components, (depth & 0x7F) + 1, bool(depth & 0x80), start)
    return _with_wavelets(found, frame, tiles == 1 and left == top == 0)


def _with_wavelets(found: Codestream, frame: bytes, has_plain_grid: bool) -> Codestream:
    """What the coding style of the main header says (ISO 15444-1 A.6.1)."""
    offset = found.start + 2
    while (marker := frame[offset : offset + 2]) not in (b"\xff\x90", b""):
        if marker in _SPECIAL:
            has_plain_grid = False
        elif marker == _CODING_STYLE:
            levels, transform = frame[offset + 9], frame[offset + 13]
            found = replace(found, levels=levels, reversible=transform == 1)
        offset += 2 + max(2, int.from_bytes(frame[offset + 2 : offset + 4], "big"))
    return replace(found, has_plain_grid=has_plain_grid and found.levels > 0)


def require_complete(frame: bytes, codestream: Codestream) -> None:
    """Raise ``UnreadableImageError`` where the stream ends early, before a decoder invents the rest."""
    if codestream.family in ("jpeg", "jpeg-ls"):
        # libjpeg fills what is missing with grey, CharLS takes seconds to give up. Padding may follow the marker.
        if b"\xff\xd9" not in frame[-_PADDING:]:
            raise UnreadableImageError(_CUT_SHORT)
    elif codestream.family == "jpeg 2000":
        _require_tile_parts(frame, codestream.start)


def _require_tile_parts(frame: bytes, start: int) -> None:
    """Every tile-part must lie within the frame (ISO 15444-1 A.4.2)."""
    offset = start + 2
    while True:
        header = frame[offset : offset + 4]
        if len(header) < 2 or header[:2] == b"\xff\xd9":
            break
        if len(header) < 4 or header[0] != 0xFF:
            raise UnreadableImageError(_DAMAGED if len(header) == 4 else _CUT_SHORT)
        if header[1] != 0x90:
            offset += 2 + int.from_bytes(header[2:4], "big")
            continue
        if len(frame) < offset + 12:
            raise UnreadableImageError(_CUT_SHORT)
        length = int.from_bytes(frame[offset + 6 : offset + 10], "big")
        if length == 0:
            # The last tile-part reaches to the end of the codestream.
            if b"\xff\xd9" not in frame[-_PADDING:]:
                raise UnreadableImageError(_CUT_SHORT)
            return
        if length < 14:
            raise UnreadableImageError(_DAMAGED)
        offset += length
        if offset > len(frame):
            raise UnreadableImageError(_CUT_SHORT)


def rle_segments(frame: bytes, expected: int) -> list[bytes]:
    """The segments of an RLE frame (PS3.5 G.5): as many as planes of bytes, one after the other, within the frame."""
    if len(frame) < 64:
        raise UnreadableImageError(_CUT_SHORT)
    count, *offsets = struct.unpack("<16L", frame[:64])
    if count != expected:
        raise UnreadableImageError(f"the compressed pixel data have {count} planes of bytes, not {expected}")
    used = offsets[:count]
    if used[0] != 64 or any(later <= earlier for earlier, later in pairwise(used)):
        raise UnreadableImageError(_DAMAGED)
    if used[-1] >= len(frame):
        raise UnreadableImageError(_CUT_SHORT)
    return [frame[start:end] for start, end in pairwise((*used, len(frame)))]

"""The transfer syntaxes of PS3.5 that are read, and the names of those that are not."""

from __future__ import annotations

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
RLE = "1.2.840.10008.1.2.5"
_JPEG = "1.2.840.10008.1.2.4."

NATIVE = frozenset({IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED})

ENCAPSULATED = {
    RLE: "rle",
    _JPEG + "50": "jpeg",
    _JPEG + "51": "jpeg",
    _JPEG + "57": "jpeg",
    _JPEG + "70": "jpeg",
    _JPEG + "80": "jpeg-ls",
    _JPEG + "81": "jpeg-ls",
    _JPEG + "90": "jpeg 2000",
    _JPEG + "91": "jpeg 2000",
    _JPEG + "201": "jpeg 2000",
    _JPEG + "202": "jpeg 2000",
    _JPEG + "203": "jpeg 2000",
}
"""Syntax → the family of its codestream."""

NAMES = {
    IMPLICIT_LITTLE: "Implicit VR Little Endian",
    EXPLICIT_LITTLE: "Explicit VR Little Endian",
    EXPLICIT_BIG: "Explicit VR Big Endian",
    DEFLATED: "Deflated Explicit VR Little Endian",
    "1.2.840.10008.1.2.1.98": "Encapsulated Uncompressed Explicit VR Little Endian",
    RLE: "RLE Lossless",
    "1.2.840.10008.1.2.8.1": "Deflated Image Frame Compression",
    "1.2.840.113619.5.2": "GE Private Implicit VR Big Endian",
    _JPEG + "50": "JPEG Baseline",
    _JPEG + "51": "JPEG Extended",
    _JPEG + "52": "JPEG Extended, processes 3 and 5",
    _JPEG + "53": "JPEG Spectral Selection, processes 6 and 8",
    _JPEG + "54": "JPEG Spectral Selection, processes 7 and 9",
    _JPEG + "55": "JPEG Full Progression, processes 10 and 12",
    _JPEG + "56": "JPEG Full Progression, processes 11 and 13",
    _JPEG + "57": "JPEG Lossless",
    _JPEG + "58": "JPEG Lossless, process 15",
    _JPEG + "70": "JPEG Lossless, first-order prediction",
    _JPEG + "80": "JPEG-LS Lossless",
    _JPEG + "81": "JPEG-LS Near-Lossless",
    _JPEG + "90": "JPEG 2000 Lossless",
    _JPEG + "91": "JPEG 2000",
    _JPEG + "92": "JPEG 2000 Part 2 Lossless",
    _JPEG + "93": "JPEG 2000 Part 2",
    _JPEG + "94": "JPIP Referenced",
    _JPEG + "95": "JPIP Referenced Deflate",
    _JPEG + "100": "MPEG-2 video",
    _JPEG + "101": "MPEG-2 video, high level",
    _JPEG + "102": "MPEG-4 video",
    _JPEG + "103": "MPEG-4 video, BD compatible",
    _JPEG + "104": "MPEG-4 video, 2D",
    _JPEG + "105": "MPEG-4 video, 3D",
    _JPEG + "106": "MPEG-4 video, stereo",
    _JPEG + "107": "HEVC video",
    _JPEG + "108": "HEVC video, 10 bit",
    _JPEG + "110": "JPEG XL Lossless",
    _JPEG + "111": "JPEG XL, JPEG Recompression",
    _JPEG + "112": "JPEG XL",
    _JPEG + "201": "HTJ2K Lossless",
    _JPEG + "202": "HTJ2K Lossless RPCL",
    _JPEG + "203": "HTJ2K",
    _JPEG + "204": "JPIP HTJ2K Referenced",
    _JPEG + "205": "JPIP HTJ2K Referenced Deflate",
}


def name_of(syntax: str) -> str:
    """A transfer syntax as words, or its UID where it has none here."""
    return NAMES.get(syntax, syntax)

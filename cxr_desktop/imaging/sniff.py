"""Tells what a file is by its first bytes, never by its name; parses nothing further."""

from __future__ import annotations

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.dicom_elements import Encoding, looks_like_data_set

HEAD_BYTES = 4096
"""What ``sniff`` wants to see of a file."""

_RASTER = (
    (b"\x89PNG\r\n\x1a\n", Source.PNG),
    (b"\xff\xd8\xff", Source.JPEG),
    (b"II*\x00", Source.TIFF),
    (b"MM\x00*", Source.TIFF),
    (b"II+\x00", Source.TIFF),
    (b"MM\x00+", Source.TIFF),
)

_OTHER_IMAGES = (
    (b"GIF8", "GIF"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"8BPS", "Photoshop"),
    (b"SIMPLE  =", "FITS"),
    (b"\x89PNG", "damaged PNG"),
)

_OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\x89HDF", "an HDF5 file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)

_TEXT = frozenset(range(32, 127)) | {8, 9, 10, 12, 13, 27}


def sniff(head: bytes, size: int) -> Source:
    """The kind of file that starts with ``head`` and is ``size`` bytes long.

    Raises ``NotAnImageError`` for what is no image, ``UnreadableImageError`` for images of other formats.
    """
    # DICOM first: its preamble may hold another format's signature (PS3.10 7.1), as dual-personality TIFFs do.
    if head[128:132] == b"DICM" or head[:4] == b"DICM":
        return Source.DICOM
    for signature, source in _RASTER:
        if head.startswith(signature):
            return source
    for signature, name in _OTHER_IMAGES:
        if head.startswith(signature):
            raise UnreadableImageError(f"a {name} file; DICOM, PNG, JPEG and TIFF are read")
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        raise UnreadableImageError("a BMP file; DICOM, PNG, JPEG and TIFF are read")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise UnreadableImageError("a WebP file; DICOM, PNG, JPEG and TIFF are read")
    if headless_encoding(head, size) is not None:
        return Source.DICOM
    raise NotAnImageError(_name_of(head))


def headless_encoding(data: bytes, size: int) -> Encoding | None:
    """How a data set without preamble is encoded; ``None`` if its first elements are no DICOM at all."""
    # Explicit first: its value representations are two letters, which implicit lengths rarely imitate.
    candidates = (Encoding(False, False), Encoding(False, True), Encoding(True, False))
    return next((encoding for encoding in candidates if looks_like_data_set(data, size, encoding)), None)


def _name_of(head: bytes) -> str:
    for signature, name in _OTHERS:
        if head.startswith(signature):
            return f"{name}, not an image"
    start = head[:3] if head[:3] == b"\xef\xbb\xbf" else b""
    text = head[len(start) : 1024]
    if not any(head):
        return "a file of zeros, not an image"
    try:
        # The cut may fall into a character of several bytes.
        decoded = text.decode("utf-8") if len(head) < 1024 else text[:-4].decode("utf-8", "ignore")
    except UnicodeDecodeError:
        decoded = ""
    plain = sum(byte in _TEXT or byte >= 128 for byte in text)
    if decoded and plain == len(text):
        lowered = decoded.lstrip().lower()
        return "a web page, not an image" if lowered.startswith(("<!doctype", "<html")) else "a text, not an image"
    return "not a DICOM, PNG, JPEG or TIFF file"

"""Opens a DICOM file (PS3.10): preamble, meta information, transfer syntax, data set; knows no attribute of images."""

from __future__ import annotations

from dataclasses import dataclass

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import ByteSource, InflatedSource
from cxr_desktop.imaging.dicom_elements import Element, ElementWalker, Encoding, looks_like_data_set
from cxr_desktop.imaging.dicom_values import NOT_IN_UIDS
from cxr_desktop.imaging.sniff import HEAD_BYTES, headless_encoding
from cxr_desktop.imaging.transfer_syntaxes import DEFLATED, EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE

_META_GROUP = 0x0002
_MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002
_TRANSFER_SYNTAX_UID = 0x00020010


@dataclass(frozen=True, slots=True)
class DicomFile:
    """An opened data set. ``complete`` is false where the file ends, or makes no sense, before its pixel data."""

    walker: ElementWalker
    elements: dict[int, Element]
    complete: bool
    transfer_syntax_uid: str
    media_sop_class_uid: str
    flags: tuple[str, ...]


def open_dicom(source: ByteSource, size: int, budget: ReadBudget) -> DicomFile:
    """Find the data set and walk it up to its pixels. Raises ``UnreadableImageError``."""
    head = source.read(0, HEAD_BYTES)
    flags: list[str] = []
    if head[128:132] == b"DICM":
        start = 132
    else:
        flags.append("no DICOM preamble")
        start = 4 if head[:4] == b"DICM" else 0
    meta, data_set = _read_meta(source, start, budget)
    if not source.reaches(data_set + 8):
        raise UnreadableImageError("a DICOM file that holds no data set")
    syntax = _uid(meta, _TRANSFER_SYNTAX_UID)
    encoding = _stated_encoding(syntax)
    if meta and not syntax:
        raise UnreadableImageError("the file does not state its transfer syntax")
    if syntax == DEFLATED:
        source, data_set, size = InflatedSource(source, data_set, budget.max_header_bytes), 0, 1 << 62
    if not meta:
        flags.append("no file meta information")
    encoding, surprise = _found_encoding(source, data_set, size, encoding)
    if not syntax:
        syntax = _uid_of(encoding)
    elif surprise:
        flags.append("the header is encoded otherwise than its transfer syntax says")
    walker = ElementWalker(source, encoding, budget.max_elements)
    found = walker.walk(data_set)
    media = _uid(meta, _MEDIA_STORAGE_SOP_CLASS_UID)
    return DicomFile(walker, found.by_tag, found.complete, syntax, media, tuple(flags))


def _read_meta(source: ByteSource, start: int, budget: ReadBudget) -> tuple[dict[int, bytes], int]:
    """Values of group 0002 and where it ends. Its group length is not trusted: files state it wrongly."""
    if source.read(start, 2) != b"\x02\x00":
        return {}, start
    # Always explicit little endian (PS3.10 7.1), but some writers made it implicit.
    explicit = _is_explicit(source.read(start, 8))
    walker = ElementWalker(source, Encoding(not explicit, False), budget.max_elements)
    found: dict[int, Element] = {}
    offset = walker.plain_run(start, found, _META_GROUP) if explicit else start
    values = {tag: walker.value(element, 1024) for tag, element in found.items()}
    while (element := walker.element_at(offset)) is not None and element.tag >> 16 == _META_GROUP:
        end = element.offset + element.length
        if not source.reaches(end):
            raise UnreadableImageError("the file is cut short in its header")
        values[element.tag] = walker.value(element, 1024)
        offset = end
    return values, offset


def _is_explicit(start: bytes) -> bool:
    """Is the first element of group 0002 explicit?"""
    return start[4:6].isalpha() and start[4:6].isupper()


def _uid(values: dict[int, bytes], tag: int) -> str:
    return values.get(tag, b"").split(b"\x00")[0].translate(None, NOT_IN_UIDS).decode("ascii")[:64]


def _stated_encoding(syntax: str) -> Encoding:
    return Encoding(syntax in ("", IMPLICIT_LITTLE), syntax == EXPLICIT_BIG)


def _uid_of(encoding: Encoding) -> str:
    if encoding.implicit:
        return IMPLICIT_LITTLE
    return EXPLICIT_BIG if encoding.big_endian else EXPLICIT_LITTLE


def _found_encoding(source: ByteSource, start: int, size: int, stated: Encoding) -> tuple[Encoding, bool]:
    """The encoding that the first elements show, and whether it differs from the stated one."""
    head = source.read(start, HEAD_BYTES)
    if looks_like_data_set(head, size - start, stated):
        return stated, False
    found = headless_encoding(head, size - start)
    return (found, found != stated) if found is not None else (stated, False)

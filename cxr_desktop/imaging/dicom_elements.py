"""Walks the data elements of a DICOM data set (PS3.5 7.1) within bounds; knows encodings, not what elements mean.

pydicom's own reader is not used on foreign bytes: it recurses into nested sequences, takes a file that ends early for a
shorter one, inflates without a limit, and warns and logs with values of the header, which name patients.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.byte_source import ByteSource

UNDEFINED = 0xFFFFFFFF
ITEM, ITEM_END, SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
PIXEL_DATA = 0x7FE00010
_RUN = 8 << 10
_LAST_GROUP = 0x7FDF
"""Before pixels and delimiters; group lengths of another data set have no group."""
PIXEL_TAGS = frozenset({0x7FE00008, 0x7FE00009, PIXEL_DATA})

# fmt: off
SHORT_VRS = frozenset([
    "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI",
    "UL", "US",
])
# fmt: on
LONG_VRS = frozenset(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"])
_SHORT = {vr.encode(): vr for vr in SHORT_VRS}
_LONG = {vr.encode(): vr for vr in LONG_VRS}
_VRS = {**_SHORT, **_LONG}


class Encoding(NamedTuple):
    """How elements are written."""

    implicit: bool
    big_endian: bool


class Element(NamedTuple):
    """Where a value lies. ``vr`` is "" in implicit encodings, ``length`` is ``UNDEFINED`` for delimited values."""

    tag: int
    vr: str
    offset: int
    length: int


class Elements(NamedTuple):
    """A walk's result. ``complete`` is false where the bytes end inside an element or make no sense."""

    by_tag: dict[int, Element]
    complete: bool


class ElementWalker:
    """Walks one data set. ``max_elements`` bounds all walks of this walker together."""

    def __init__(self, source: ByteSource, encoding: Encoding, max_elements: int) -> None:
        self.source = source
        self.encoding = encoding
        self._left = max_elements
        self._run, self._run_start = b"", 0
        order = ">" if encoding.big_endian else "<"
        self._explicit = struct.Struct(order + "HH2sH")
        self._implicit = struct.Struct(order + "HHL")
        self._long = struct.Struct(order + "L")

    def walk(self, start: int, end: int | None = None) -> Elements:
        """Elements from ``start`` up to the pixel data, ``end``, an item's end, or the end of the bytes."""
        found: dict[int, Element] = {}
        offset = start
        while end is None or offset < end:
            if end is None and not self.encoding.implicit:
                offset = self.plain_run(offset, found)
            element = self.element_at(offset)
            if element is None:
                # A few bytes of padding after the last element are no truncation.
                return Elements(found, not self.source.read(offset, 8).strip(b"\x00"))
            if element.tag == ITEM_END or element.tag >> 16 == 0:
                return Elements(found, True)
            if element.tag in PIXEL_TAGS:
                found[element.tag] = element
                return Elements(found, True)
            after = self._after(element)
            if after is None:
                return Elements(found, False)
            found[element.tag] = element
            offset = after
        return Elements(found, True)

    def plain_run(self, start: int, found: dict[int, Element], group_alone: int | None = None) -> int:
        """Note explicit elements that lie whole in one chunk and need no second look, those of ``group_alone`` if that
        is given; returns where the next starts.

        Nearly all of a header is such, and one loop over one piece of memory takes a tenth of the time of as many
        calls. Whatever is unusual is left for ``element_at``.
        """
        data = self.source.read(start, _RUN)
        self._run, self._run_start = data, start
        size = len(data)
        last, at, unpack, unpack_long = size - 12, 0, self._explicit.unpack_from, self._long.unpack_from
        new, short, element = tuple.__new__, _SHORT.get, Element
        lowest, highest = (group_alone, group_alone) if group_alone is not None else (1, _LAST_GROUP)
        for left in range(self._left, -1, -1):
            if at > last or not left:  # ``element_at`` says where there are too many
                break
            group, number, letters, length = unpack(data, at)
            value = at + 8
            vr = short(letters)
            if vr is None:
                vr = _LONG.get(letters)
                if vr is None:
                    break
                value, length = at + 12, unpack_long(data, value)[0]
            after = value + length
            if after > size or not lowest <= group <= highest:  # of undefined length too
                break
            tag = group << 16 | number
            found[tag] = new(element, (tag, vr, start + value, length))
            at = after
        self._left = left
        return start + at

    def items(self, sequence: Element) -> list[dict[int, Element]]:
        """The items of a sequence; as many as can be read."""
        items: list[dict[int, Element]] = []
        end = None if sequence.length == UNDEFINED else sequence.offset + sequence.length
        offset = sequence.offset
        inner = self
        if sequence.vr == "UN" and not self.encoding.implicit:
            # PS3.5 6.2.2: a sequence of unknown VR is implicit little endian inside.
            inner = ElementWalker(self.source, Encoding(True, False), self._left)
        while end is None or offset + 8 <= end:
            header = inner._item_at(offset)
            if header is None or header[0] != ITEM:
                break
            start, length = offset + 8, header[1]
            if length == UNDEFINED:
                items.append(inner.walk(start).by_tag)
                after = inner._after_delimited(start, inner.encoding.implicit, in_item=True)
                if after is None:
                    break
                offset = after
            else:
                items.append(inner.walk(start, start + length).by_tag)
                offset = start + length
        return items

    def element_at(self, offset: int) -> Element | None:
        """The element that starts at ``offset``, or ``None`` at the end of the bytes."""
        return self._element_at(offset, self.encoding.implicit)

    def value(self, element: Element, limit: int) -> bytes:
        """At most ``limit`` bytes of a value of defined length."""
        if element.length == UNDEFINED:
            return b""
        count = element.length if element.length < limit else limit
        at = element.offset - self._run_start
        if at >= 0 and at + count <= len(self._run):
            return self._run[at : at + count]
        return self.source.read(element.offset, count)

    def _element_at(self, offset: int, implicit: bool) -> Element | None:
        self._count()
        header = self.source.read(offset, 12)
        if len(header) < 8:
            return None
        group, number, letters, length = self._explicit.unpack(header[:8])
        tag = group << 16 | number
        if not implicit and tag not in (ITEM_END, SEQUENCE_END):
            vr = _VRS.get(letters)
            if vr in LONG_VRS:
                if len(header) < 12:
                    return None
                return Element(tag, vr, offset + 12, self._long.unpack(header[8:])[0])
            if vr is not None or (letters.isalpha() and letters.isupper()):
                return Element(tag, vr or letters.decode("ascii", "replace"), offset + 8, length)
            # Some writers switch to implicit inside an explicit data set; such an element has no letters here.
        group, number, length = self._implicit.unpack(header[:8])
        return Element(tag, "", offset + 8, length)

    def _item_at(self, offset: int) -> tuple[int, int] | None:
        self._count()
        header = self.source.read(offset, 8)
        if len(header) < 8:
            return None
        group, number, length = self._implicit.unpack(header)
        return group << 16 | number, length

    def _after(self, element: Element) -> int | None:
        """Where the next element starts, or ``None`` if this one does not end within the bytes."""
        if element.length == UNDEFINED:
            return self._after_delimited(element.offset, self.encoding.implicit or element.vr in ("", "UN"))
        after = element.offset + element.length
        return after if self.source.reaches(after) else None

    def _after_delimited(self, offset: int, implicit: bool, in_item: bool = False) -> int | None:
        """Skip a sequence (or, ``in_item``, the rest of an item) of undefined length, without recursion.

        Each level of ``levels`` is (inside an item, implicit); an item holds elements, a sequence holds items.
        """
        levels = [(in_item, implicit)]
        while levels:
            inside_item, implicit = levels[-1]
            if inside_item:
                element = self._element_at(offset, implicit)
                if element is None:
                    return None
                offset = element.offset
                if element.tag == ITEM_END:
                    levels.pop()
                elif element.length == UNDEFINED:
                    levels.append((False, implicit or element.vr in ("", "UN")))
                else:
                    offset += element.length
            else:
                item = self._item_at(offset)
                if item is None or item[0] not in (ITEM, SEQUENCE_END):
                    return None
                offset += 8
                if item[0] == SEQUENCE_END:
                    levels.pop()
                elif item[1] == UNDEFINED:
                    levels.append((True, implicit))
                else:
                    offset += item[1]
            if not self.source.reaches(offset):
                return None
        return offset

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise UnreadableImageError("the header has too many elements")


def looks_like_data_set(data: bytes, size: int, encoding: Encoding) -> bool:
    """Do the first elements of a file without preamble make sense? They must start in group 0002 or 0008 and rise."""
    order = ">" if encoding.big_endian else "<"
    offset, last, seen = 0, 0, 0
    while seen < 4 and offset < size:
        header = data[offset : offset + 12]
        if len(header) < 8:
            break
        group, number = struct.unpack(order + "HH", header[:4])
        tag = group << 16 | number
        if (seen == 0 and group not in (0x0002, 0x0008)) or tag <= last or number > 0x9FFF:
            return False
        start = offset + 8
        if encoding.implicit:
            length = struct.unpack(order + "L", header[4:8])[0]
        elif header[4:6] not in _VRS:
            return False
        elif _VRS[header[4:6]] in LONG_VRS:
            if len(header) < 12:
                return False
            start, length = offset + 12, struct.unpack(order + "L", header[8:])[0]
        else:
            length = struct.unpack(order + "H", header[6:8])[0]
        seen, last = seen + 1, tag
        if length == UNDEFINED:
            break
        if start + length > size:
            return False
        offset = start + length
    return seen >= 2 or (seen == 1 and offset == size)

"""Typed access to the attributes of an opened data set: each getter answers or says ``None``/"", none raises.

It knows value representations (PS3.5 6.2), not what an attribute is used for.
"""

from __future__ import annotations

import math
import re
import struct
from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

from cxr_desktop.imaging.dicom_elements import LONG_VRS, UNDEFINED, Element, ElementWalker
from cxr_desktop.imaging.dicom_text import MAX_TEXT, clean, decode, encodings_of

_SPECIFIC_CHARACTER_SET = 0x00080005
_LONGEST_VALUE = 64 << 10
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_FORMATS = {"US": "H", "SS": "h", "UL": "L", "SL": "l", "UV": "Q", "SV": "q", "FL": "f", "FD": "d", "OW": "H"}
NOT_IN_UIDS = bytes(set(range(256)) - set(b"0123456789."))
_PLAIN_VRS = frozenset(["AE", "AS", "CS", "DA", "DS", "IS", "LO", "PN", "SH", "TM", "UI"])
_NO_TEXT_VRS = LONG_VRS - {"UT", "UC", "UN", "UR"}
_OFTEN = lru_cache(maxsize=4096)
"""Dates, times and numbers: a folder has few different ones."""
_TEXT_NUMBERS = frozenset(["DS", "IS", "LO", "SH", "CS", "UN", "ST", "LT", "UT"])


class Attributes:
    """The attributes of one data set or sequence item."""

    def __init__(
        self, walker: ElementWalker, elements: dict[int, Element], encodings: tuple[str, ...] | None = None
    ) -> None:
        self._walker = walker
        self._elements = elements
        own = self._character_sets()
        self._encodings = encodings if encodings is not None and not own else encodings_of(own)
        self.has_replaced_text = False

    def __contains__(self, tag: int) -> bool:
        return tag in self._elements

    def is_empty(self, tag: int) -> bool:
        """Absent, or present without a value."""
        return tag not in self._elements or self._elements[tag].length == 0

    def has_any(self, first: int, last: int) -> bool:
        """Whether an element between two tags, both included, is present in a group of even number."""
        tags = sorted(self._elements)
        some = tags[bisect_left(tags, first) : bisect_right(tags, last)]
        return any(not tag >> 16 & 1 for tag in some)

    def element(self, tag: int) -> Element | None:
        """Where a value lies."""
        return self._elements.get(tag)

    def items(self, tag: int) -> list[Attributes]:
        """The items of a sequence; [] where there is none."""
        element = self._elements.get(tag)
        if element is None or element.vr not in ("", "SQ", "UN") or element.length == 0:
            return []
        return [Attributes(self._walker, item, self._encodings) for item in self._walker.items(element)]

    def raw(self, tag: int, limit: int = _LONGEST_VALUE) -> bytes:
        """The value's bytes, at most ``limit`` of them."""
        element = self._elements.get(tag)
        return b"" if element is None else self._walker.value(element, limit)

    def texts(self, tag: int) -> list[str]:
        """All values as clean text."""
        element = self._elements.get(tag)
        if element is None:
            return [""]
        plain = self._plain(element)
        if plain is not None:
            return [plain]
        if element.vr in _FORMATS and element.vr not in _TEXT_NUMBERS:
            return [f"{number:g}" for number in self.numbers(tag)] or [""]
        return [clean(part) for part in self._decoded(tag).split("\\")]

    def _plain(self, element: Element) -> str | None:
        """One value of visible ASCII, which is what most are and means the same in every character set of DICOM."""
        if element.vr not in _PLAIN_VRS or element.length > MAX_TEXT:
            return None
        data = self._walker.value(element, MAX_TEXT)
        if not data.isascii() or b"\\" in data or b"  " in data:
            return None
        text = data.decode("ascii")
        return text.strip(" ") if text.isprintable() else None

    def text(self, tag: int) -> str:
        """The first value as clean text."""
        element = self._elements.get(tag)
        if element is None:
            return ""
        plain = self._plain(element)
        return plain if plain is not None else self.texts(tag)[0]

    def line(self, tag: int) -> str:
        """The whole value as one clean line, for representations that may contain backslashes."""
        element = self._elements.get(tag)
        if element is None:
            return ""
        plain = self._plain(element)
        return plain if plain is not None else clean(self._decoded(tag).replace("\\", ", "))

    def code(self, tag: int) -> str:
        """The first value of a code string, in capitals."""
        return self.text(tag).upper()

    def uid(self, tag: int) -> str:
        """A UID; characters that no UID has are dropped."""
        first = self.raw(tag, 128).split(b"\x00")[0].split(b"\\")[0]
        return first.translate(None, NOT_IN_UIDS).decode("ascii")[:64]

    def numbers(self, tag: int, expected: str = "DS") -> list[float]:
        """All finite numbers of a value, whatever its representation; ``expected`` counts in implicit encodings."""
        element = self._elements.get(tag)
        if element is None or element.length in (0, UNDEFINED):
            return []
        vr = element.vr if element.vr in _FORMATS or element.vr in _TEXT_NUMBERS else expected
        if vr == "UN":
            vr = expected
        data = self.raw(tag)
        if vr in _FORMATS:
            return _unpack(data, vr, self._walker.encoding.big_endian and element.vr != "UN")
        parts = data.decode("ascii", "replace").replace("\x00", " ").split("\\")
        return [number for part in parts if (number := _number(part)) is not None]

    def number(self, tag: int, expected: str = "DS") -> float | None:
        """The first finite number."""
        numbers = self.numbers(tag, expected)
        return numbers[0] if numbers else None

    def integers(self, tag: int, expected: str = "IS") -> list[int]:
        """All whole numbers within 64 bits."""
        element = self._elements.get(tag)
        if element is not None and element.vr == "US" and element.length == 2:
            short = self._short(element)
            return [] if short is None else [short]
        return [int(n) for n in self.numbers(tag, expected) if abs(n) < 2**63 and n == int(n)]

    def integer(self, tag: int, expected: str = "IS") -> int | None:
        """The first number if it is whole."""
        element = self._elements.get(tag)
        if element is None:
            return None
        if element.vr == "US" and element.length == 2:
            return self._short(element)
        number = self.number(tag, expected)
        return int(number) if number is not None and abs(number) < 2**63 and number == int(number) else None

    def _short(self, element: Element) -> int | None:
        """One number of two bytes, as nearly all are of what an image is made of."""
        data = self._walker.value(element, 2)
        if len(data) < 2:  # the file has become shorter
            return None
        return int.from_bytes(data, "big" if self._walker.encoding.big_endian else "little")

    def date(self, tag: int) -> str:
        """YYYYMMDD, or "" where it is no date; the older YYYY.MM.DD is understood (PS3.5 6.2)."""
        return _date(self.text(tag))

    def time(self, tag: int) -> str:
        """HHMMSS, or "" where it is no time; minutes and seconds may be absent, the older HH:MM:SS is understood."""
        return _time(self.text(tag))

    def _decoded(self, tag: int) -> str:
        element = self._elements.get(tag)
        if element is None or element.vr in _NO_TEXT_VRS:
            return ""
        text = decode(self.raw(tag), self._encodings)
        if "\ufffd" in text:
            self.has_replaced_text = True
        return text

    def _character_sets(self) -> tuple[str, ...]:
        value = self.raw(_SPECIFIC_CHARACTER_SET, 1024)
        if not value.strip(b" \x00"):
            return ()
        return tuple(value.decode("ascii", "replace").replace("\x00", "").split("\\"))


@_OFTEN
def _date(text: str) -> str:
    digits = re.sub(r"[.\s/-]", "", text)
    if not re.fullmatch(r"[0-9]{8}", digits):
        return ""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return ""
    return digits


@_OFTEN
def _time(text: str) -> str:
    digits = re.sub(r"[:\s]", "", text).split(".")[0].split("-")[0]
    if not re.fullmatch(r"([0-9]{2}){1,3}", digits):
        return ""
    digits = digits.ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    # 60 is a leap second.
    return digits if hours < 24 and minutes < 60 and seconds <= 60 else ""


def _unpack(data: bytes, vr: str, big_endian: bool) -> list[float]:
    letter = _FORMATS[vr]
    order = ">" if big_endian else "<"
    size = struct.calcsize(order + letter)
    values = struct.unpack(f"{order}{len(data) // size}{letter}", data[: len(data) // size * size])
    return [float(value) for value in values if math.isfinite(value)]


@_OFTEN
def _number(text: str) -> float | None:
    # Some writers use their locale's decimal comma.
    tidy = text.strip().replace(",", ".")
    if not _NUMBER.fullmatch(tidy):
        return None
    value = float(tidy)
    return value if math.isfinite(value) else None

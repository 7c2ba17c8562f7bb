"""Bytes of a DICOM text value → text that is safe to show (PS3.5 6.1, PS3.3 C.12.1.1.2); never raises, never warns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

MAX_TEXT = 256
"""Longer values are elided: nothing that a worklist shows is longer."""

_DEFAULT = "ascii"
_ESCAPE = b"\x1b"
# Defined terms (PS3.3 C.12.1.1.2) without their prefix, as Python names them; Shift JIS holds both halves of 13.
_ENCODINGS = {
    "": _DEFAULT,
    "6": _DEFAULT,
    "13": "shift_jis",
    "58": "gb2312",
    "87": "iso2022_jp_2",
    "100": "latin_1",
    "101": "iso8859_2",
    "109": "iso8859_3",
    "110": "iso8859_4",
    "126": "iso8859_7",
    "127": "iso8859_6",
    "138": "iso8859_8",
    "144": "iso8859_5",
    "148": "iso8859_9",
    "149": "euc_kr",
    "159": "iso2022_jp_2",
    "166": "iso8859_11",
    "192": "utf-8",
    "203": "iso8859_15",
    "GB18030": "gb18030",
    "GBK": "gbk",
    "UTF 8": "utf-8",
    "UTF8": "utf-8",
}
# Escape sequences (PS3.3 tables C.12-3 and C.12-4) and what they switch to; "" is the initial encoding.
_ESCAPES = {
    b"\x1b$)A": "gb2312",
    b"\x1b$)C": "euc_kr",
    b"\x1b$(D": "iso2022_jp_2",
    b"\x1b$@": "iso2022_jp_2",
    b"\x1b$B": "iso2022_jp_2",
    b"\x1b(B": "",
    b"\x1b(J": "shift_jis",
    b"\x1b)I": "shift_jis",
    b"\x1b-A": "latin_1",
    b"\x1b-B": "iso8859_2",
    b"\x1b-C": "iso8859_3",
    b"\x1b-D": "iso8859_4",
    b"\x1b-F": "iso8859_7",
    b"\x1b-G": "iso8859_6",
    b"\x1b-H": "iso8859_8",
    b"\x1b-L": "iso8859_5",
    b"\x1b-M": "iso8859_9",
    b"\x1b-T": "iso8859_11",
    b"\x1b-b": "iso8859_15",
}
_STATEFUL = "iso2022_jp_2"
"""The codec that wants to see the escape sequence itself."""
# Characters that reorder or hide text (bidirectional controls, zero-width marks, soft hyphens) but for the two
# joiners, which Persian and Indic scripts need.
_KEPT_FORMAT = frozenset("\u200c\u200d")
_SPACES = re.compile(r"\s+")


def encodings_of(character_sets: Sequence[str]) -> tuple[str, ...]:
    """Python codecs of the values of Specific Character Set, the initial one first. Unknown terms are left out."""
    return _encodings_of(tuple(character_sets))


@lru_cache(maxsize=256)
def _encodings_of(character_sets: tuple[str, ...]) -> tuple[str, ...]:
    names = []
    for position, term in enumerate(character_sets):
        name = _encoding_of(term)
        if name is None or (position > 0 and not term.strip()):
            continue
        names.append(name)
    return tuple(names) or (_DEFAULT,)


def _encoding_of(term: str) -> str | None:
    tidy = re.sub(r"[\s_-]+", " ", term.strip().upper())
    return _ENCODINGS.get(re.sub(r"^ISO (IR |2022 IR |2022 )?", "", tidy))


def decode(value: bytes, encodings: Sequence[str]) -> str:
    """Text of one value; what cannot be decoded becomes the replacement character U+FFFD."""
    if _ESCAPE in value:
        return _decode_escaped(value, encodings[0])
    if encodings[0] == _DEFAULT and not value.isascii():
        # Undeclared text is often UTF-8, and other encodings hardly ever form valid UTF-8 by chance.
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _decode(value, encodings[0])


def _decode(value: bytes, encoding: str) -> str:
    try:
        return value.decode(encoding, "replace")
    except (LookupError, ValueError):
        return value.decode(_DEFAULT, "replace")


def _decode_escaped(value: bytes, initial: str) -> str:
    """ISO 2022 code extensions: each escape sequence names the codec of what follows."""
    first, *rest = value.split(_ESCAPE)
    parts = [_decode(first, initial)]
    for fragment in rest:
        fragment = _ESCAPE + fragment
        code = next((code for code in _ESCAPES if fragment.startswith(code)), _ESCAPE)
        encoding = _ESCAPES.get(code) or initial
        parts.append(_decode(fragment if encoding == _STATEFUL else fragment[len(code) :], encoding))
    return "".join(parts)


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """One line without control, bidirectional and other invisible characters, trimmed and elided to ``limit``."""
    start = text[: 4 * limit + 64]
    # Most text is plain; nothing invisible is printable.
    shown = start if start.isascii() and start.isprintable() else "".join(_shown(character) for character in start)
    shown = _SPACES.sub(" ", shown).strip()
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zl", "Zp") or character in "\t\n\r\v\f":
        return " "
    if category == "Cf":
        return character if character in _KEPT_FORMAT else ""
    if category in ("Cc", "Cs", "Cn", "Co"):
        return "\ufffd" if category == "Cs" else ""
    return character

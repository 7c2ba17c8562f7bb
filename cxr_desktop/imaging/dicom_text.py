"""Bytes of a DICOM text value → text that is safe to show (PS3.5 6.1, PS3.3 C.12.1.1.2); never raises, never warns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from pydicom.charset import CODES_TO_ENCODINGS, python_encoding

MAX_TEXT = 256
"""Longer values are elided: nothing that a worklist shows is longer."""

_DEFAULT = "ascii"
_ESCAPE = b"\x1b"
# Codecs that read the escape sequences themselves.
_STATEFUL = {"iso2022_jp": "iso2022_jp_2", "iso2022_jp_2": "iso2022_jp_2"}
_CODES = sorted(CODES_TO_ENCODINGS.items(), key=lambda item: -len(item[0]))
# Characters that reorder or hide text (bidirectional controls, zero-width marks, soft hyphens) but for the two
# joiners, which Persian and Indic scripts need.
_KEPT_FORMAT = frozenset("\u200c\u200d")
_SPACES = re.compile(r"\s+")


def encodings_of(character_sets: Sequence[str]) -> tuple[str, ...]:
    """Python codecs of the values of Specific Character Set, the initial one first. Unknown terms are left out."""
    names = []
    for position, term in enumerate(character_sets):
        name = _encoding_of(term)
        if name is None or (position > 0 and not term.strip()):
            continue
        names.append(name)
    return tuple(names) or (_DEFAULT,)


def _encoding_of(term: str) -> str | None:
    tidy = re.sub(r"[\s_-]+", " ", term.strip().upper())
    if tidy in ("", "ISO IR 6", "ISO 2022 IR 6"):
        return _DEFAULT
    for known, name in python_encoding.items():
        if re.sub(r"[\s_-]+", " ", known) == tidy:
            return "gb2312" if name == "iso_ir_58" else name
    return {"UTF 8": "utf-8", "UTF8": "utf-8"}.get(tidy)


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
        for code, encoding in _CODES:
            if not fragment.startswith(code):
                continue
            if encoding in _STATEFUL:
                parts.append(_decode(fragment, _STATEFUL[encoding]))
            else:
                name = {"iso_ir_58": "gb2312", "iso8859": initial}.get(encoding, encoding)
                parts.append(_decode(fragment[len(code) :], name))
            break
        else:
            parts.append(_decode(fragment[1:], initial))
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

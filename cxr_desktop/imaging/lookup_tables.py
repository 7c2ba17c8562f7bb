"""LUT descriptors and data (PS3.3 C.11.1, C.11.2, C.7.6.3.1.5) → arrays; knows no pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.imaging.dicom_values import Attributes

DESCRIPTOR, DATA, EXPLANATION, MODALITY_LUT_TYPE = 0x00283002, 0x00283006, 0x00283003, 0x00283004
_LONGEST = 2 * 65536


@dataclass(frozen=True, slots=True)
class LookupTable:
    """Value ``first + i`` → ``entries[i]``; ``bits`` is the depth of the entries, as far as they use it."""

    first: int
    entries: NDArray[np.uint16]
    bits: int


def read_table(
    attributes: Attributes,
    input_is_signed: bool,
    big_endian: bool,
    descriptor: int = DESCRIPTOR,
    data: int = DATA,
    may_be_constant: bool = False,
) -> LookupTable | None:
    """The table of one item, or ``None`` where it is missing, incomplete or constant."""
    words = [int(value) & 0xFFFF for value in attributes.integers(descriptor, "US")]
    if len(words) < 3:
        return None
    count, first, bits = words[0] or 65536, words[1], words[2]
    element = attributes.element(descriptor)
    is_signed = input_is_signed if element is None or element.vr in ("", "UN") else element.vr == "SS"
    if is_signed and first >= 0x8000:
        first -= 0x10000
    raw = attributes.raw(data, _LONGEST)
    if len(raw) >= 2 * count:
        entries = np.frombuffer(raw, dtype=">u2" if big_endian else "<u2", count=count).astype(np.uint16)
    elif len(raw) >= count:
        # Eight-bit entries, two to a word.
        entries = np.frombuffer(raw, dtype=np.uint8, count=count).astype(np.uint16)
    else:
        return None
    highest = int(entries.max())
    if highest == int(entries.min()) and not may_be_constant:
        return None
    return LookupTable(first, entries, _depth(bits, highest))


def _depth(stated: int, highest: int) -> int:
    """The depth that the entries use: descriptors that overstate it would darken the image, others would cut it off."""
    used = highest.bit_length()
    return stated if 8 <= stated <= 16 and used == stated else max(used, 1)

"""Codes and header → ``GreyImage``: colour to grey, Modality LUT, padding, VOI, polarity (PS3.3 C.7.6.3, C.11)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.colour import luminance
from cxr_desktop.imaging.content import require_content
from cxr_desktop.imaging.dicom_pixels import Codes
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.image_pixel import PALETTE
from cxr_desktop.imaging.lookup_tables import MODALITY_LUT_TYPE, LookupTable, read_table
from cxr_desktop.imaging.pixels import CODES, GreyImage, Voi, look_up
from cxr_desktop.imaging.spread import spread_of
from cxr_desktop.imaging.voi import drop_blind, read_vois

_PADDING_VALUE, _PADDING_LIMIT = 0x00280120, 0x00280121
_INTERCEPT, _SLOPE, _RESCALE_TYPE, _MODALITY_LUT_SEQUENCE = 0x00281052, 0x00281053, 0x00281054, 0x00283000
_PALETTE = ((0x00281101, 0x00281201), (0x00281102, 0x00281202), (0x00281103, 0x00281203))
_VOI_LUT_SEQUENCE = 0x00283010
_PRESENTATION_LUT_SHAPE = 0x20500020
_UNITS = {"HU": "HU", "OD": "OD"}


def grey_from_dicom(radiograph: Radiograph, attributes: Attributes, codes: Codes, big_endian: bool) -> GreyImage:
    """Everything that happens to stored values before VOI. Raises ``UnreadableImageError`` for an empty picture."""
    flags = [*radiograph.flags, *codes.flags]
    if codes.photometric == PALETTE:
        pixels, bits = _palette(attributes, codes, big_endian)
    elif codes.samples.ndim == 3:
        pixels, bits = luminance(codes.samples, codes.photometric), codes.bits
    else:
        pixels, bits = codes.samples, codes.bits
    is_grey = codes.photometric.startswith("MONOCHROME")
    padding = _padding(attributes, codes) if is_grey else None
    scale, offset, unit = 1.0, 0.0 - codes.shift, ""
    table = _modality_table(attributes, codes, big_endian, flags) if is_grey else None
    if table is not None:
        pixels, padding = _apply_modality_lut(pixels, table, codes.shift, padding)
        offset, bits = 0.0, table.bits
        unit = _UNITS.get(attributes.items(_MODALITY_LUT_SEQUENCE)[0].text(MODALITY_LUT_TYPE), "")
    vois: list[Voi] = []
    if is_grey:
        if table is None:
            scale, offset, unit = _rescale(attributes, codes.shift, flags)
        vois = read_vois(attributes, offset < 0, big_endian, flags)
    spread = require_content(spread_of(pixels, padding))
    usable = drop_blind(vois, spread, scale, offset, flags)
    if bits <= 8:
        usable += drop_blind([as_stored(bits, scale, offset)], spread, scale, offset, [])
    return GreyImage(
        radiograph=radiograph,
        pixels=pixels,
        value_scale=scale,
        value_offset=offset,
        value_unit=unit,
        vois=usable,
        inverted=_is_inverted(radiograph.photometric_interpretation, attributes, flags),
        padding=padding,
        flags=tuple(dict.fromkeys(flags)),
        stored_shift=codes.shift if is_grey and table is None else None,
        reduction=codes.reduction,
    )


def may_be_averaged(attributes: Attributes) -> bool:
    """Whether means of stored values are stored values: no padding, whose codes would mix, and no tables."""
    tables = (_MODALITY_LUT_SEQUENCE, _VOI_LUT_SEQUENCE)
    return attributes.is_empty(_PADDING_VALUE) and not any(attributes.items(tag) for tag in tables)


def as_stored(bits: int, scale: float = 1.0, offset: float = 0.0) -> Voi:
    """Values of eight bits or fewer are display values already: shown as they are."""
    first, last = offset, ((1 << bits) - 1) * scale + offset
    return Voi("As stored", "linear_exact", (first + last) / 2.0, abs(last - first))


def _is_inverted(photometric: str, attributes: Attributes, flags: list[str]) -> bool:
    """MONOCHROME1 inverts once; Presentation LUT Shape INVERSE says the same of DX and is not a second inversion."""
    shape = attributes.code(_PRESENTATION_LUT_SHAPE)
    is_monochrome1 = photometric == "MONOCHROME1"
    if (shape == "IDENTITY" and is_monochrome1) or (shape == "INVERSE" and photometric == "MONOCHROME2"):
        flags.append(f"{photometric} with presentation LUT shape {shape}")
    return is_monochrome1 or (shape == "INVERSE" and photometric == "MONOCHROME2")


def _rescale(attributes: Attributes, shift: int, flags: list[str]) -> tuple[float, float, str]:
    """(scale, offset, unit) of codes; a slope that is 0 or no number falls back to 1 and is flagged."""
    slope, intercept = attributes.number(_SLOPE), attributes.number(_INTERCEPT)
    slope = 1.0 if attributes.is_empty(_SLOPE) else slope
    intercept = 0.0 if attributes.is_empty(_INTERCEPT) else intercept
    if slope is None or intercept is None or not 1e-9 < abs(slope) < 1e9 or abs(intercept) > 1e12:
        flags.append("the rescale slope or intercept makes no sense and is not used")
        return 1.0, 0.0 - shift, ""
    return slope, intercept - slope * shift, _UNITS.get(attributes.code(_RESCALE_TYPE), "")


def _modality_table(attributes: Attributes, codes: Codes, big_endian: bool, flags: list[str]) -> LookupTable | None:
    items = attributes.items(_MODALITY_LUT_SEQUENCE)
    if not items:
        return None
    table = read_table(items[0], codes.shift > 0, big_endian)
    if table is None:
        flags.append("the modality look-up table of the file cannot be used")
    return table


def _apply_modality_lut(
    pixels: NDArray[np.uint16], table: LookupTable, shift: int, padding: tuple[int, int] | None
) -> tuple[NDArray[np.uint16], tuple[int, int] | None]:
    """Codes → table entries. Padding gets a code of its own above all entries, so that it stays padding."""
    stored = np.arange(CODES, dtype=np.int64) - shift
    mapped = table.entries[np.clip(stored - table.first, 0, table.entries.size - 1)]
    if padding is not None:
        free = int(table.entries.max()) + 1
        if free >= CODES:
            # No code is free; the darkest entry is what padding looks like anyway.
            mapped[padding[0] : padding[1] + 1] = table.entries.min()
            padding = None
        else:
            mapped[padding[0] : padding[1] + 1] = free
            padding = (free, free)
    return look_up(mapped, pixels), padding


def _padding(attributes: Attributes, codes: Codes) -> tuple[int, int] | None:
    first = _padding_code(attributes, _PADDING_VALUE, codes)
    if first is None:
        return None
    last = _padding_code(attributes, _PADDING_LIMIT, codes)
    return (first, first) if last is None else (min(first, last), max(first, last))


def _padding_code(attributes: Attributes, tag: int, codes: Codes) -> int | None:
    """A padding value as a code; its representation follows that of the pixels whatever its own label says."""
    values = attributes.integers(tag, "SS" if codes.shift else "US")
    if not values:
        return None
    value = values[0] & 0xFFFF
    if codes.shift and value >= 0x8000:
        value -= 0x10000
    code = value + codes.shift
    return code if 0 <= code < CODES else None


def _palette(attributes: Attributes, codes: Codes, big_endian: bool) -> tuple[NDArray[np.uint16], int]:
    """Palette colour → luminance (PS3.3 C.7.9)."""
    index = np.arange(CODES, dtype=np.int64)
    channels = []
    for descriptor, data in _PALETTE:
        # A palette of one colour in a channel is constant, which ``read_table`` takes for a fault elsewhere.
        table = read_table(attributes, False, big_endian, descriptor, data, may_be_constant=True)
        if table is None:
            raise UnreadableImageError("the colour palette is missing or damaged")
        channels.append(table.entries[np.clip(index - table.first, 0, table.entries.size - 1)])
    colours = np.stack(channels, axis=1)[np.newaxis]
    grey = luminance(colours, "RGB")[0]
    bits = 8 if int(colours.max()) < 256 else 16
    return look_up(grey, codes.samples), bits

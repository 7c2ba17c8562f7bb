"""Pixel codes → modality values → shown grey, in the Standard's order (PS3.4 N.2); pure functions, no files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.spread import spread_of

CODES = 65536
"""Every pixel is a uint16, so every chain of look-ups is one table of this many entries."""

_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Voi:
    """One way to show the values (PS3.3 C.11.2).

    ``function`` is "linear", "linear_exact", "sigmoid" or "lut". ``center`` and ``width`` are in modality units. A
    "lut" maps value ``first_mapped + i`` to ``table[i]``, whose full scale is ``2**bits - 1``.
    """

    explanation: str
    function: str
    center: float = 0.0
    width: float = 0.0
    first_mapped: float = 0.0
    table: NDArray[np.uint16] | None = field(default=None, compare=False)
    bits: int = 16


@dataclass(frozen=True, slots=True)
class Reduction:
    """Of a JPEG 2000 image of (``rows``, ``columns``), the ``levels`` finest levels of wavelets were left out."""

    levels: int
    rows: int
    columns: int
    reversible: bool
    """5/3 wavelets, else 9/7"""


@dataclass(frozen=True, slots=True, eq=False)
class GreyImage:
    """One decoded image. ``value = pixels * value_scale + value_offset`` is in modality units (``value_unit``, or "").

    ``pixels`` is uint16 (rows, columns), C-contiguous. ``vois`` come from the file, sane ones only; may be empty.
    ``inverted``: the presentation inverts, once, after VOI (MONOCHROME1). ``padding`` is the inclusive range of pixel
    codes that are no image. ``flags`` are plain phrases about what is odd, those of the header first.
    ``stored_shift`` is what to take from a code to have the value that the file stores, ``None`` where the codes are
    not the stored values any more (colour, or a modality look-up table).
    """

    radiograph: Radiograph
    pixels: NDArray[np.uint16]
    value_scale: float
    value_offset: float
    value_unit: str
    vois: tuple[Voi, ...]
    inverted: bool
    padding: tuple[int, int] | None
    flags: tuple[str, ...]
    stored_shift: int | None = None
    reduction: Reduction | None = None
    """Set where fewer pixels were decoded than the header names."""


def modality_values(image: GreyImage) -> NDArray[np.float64]:
    """The modality value of every pixel code: (65536,) in modality units."""
    return np.arange(CODES, dtype=np.float64) * image.value_scale + image.value_offset


def apply_voi(values: NDArray[np.float64], voi: Voi) -> NDArray[np.float64]:
    """Modality values → 0…1, before any inversion."""
    if voi.function == "lut":
        if voi.table is None or voi.table.size == 0:
            raise ValueError("a look-up table has entries")
        index = np.clip(np.rint(values - voi.first_mapped), 0, voi.table.size - 1).astype(np.intp)
        return np.clip(voi.table[index] / float((1 << voi.bits) - 1), 0.0, 1.0)
    if voi.function == "sigmoid":
        # exp overflows beyond ±700; the sigmoid is 0 or 1 to the last bit long before.
        exponent = np.clip(-4.0 * (values - voi.center) / voi.width, -700.0, 700.0)
        return 1.0 / (1.0 + np.exp(exponent))
    if voi.function == "linear_exact":
        return np.clip((values - voi.center) / voi.width + 0.5, 0.0, 1.0)
    if voi.function == "linear":
        if voi.width <= 1.0:
            # C.11.2.1.2: width 1 is a threshold at center - 0.5.
            return (values > voi.center - 0.5).astype(np.float64)
        return np.clip((values - (voi.center - 0.5)) / (voi.width - 1.0) + 0.5, 0.0, 1.0)
    raise ValueError(f"unknown VOI function {voi.function!r}")


def apply_presentation(shown: NDArray[np.float64], invert: bool) -> NDArray[np.float64]:
    """Invert (MONOCHROME1, the reader's wish) after VOI, never before it (PS3.3 C.7.6.3.1.2)."""
    return 1.0 - shown if invert else shown


def look_up(table: NDArray[_T], pixels: NDArray[np.uint16], into: NDArray[_T] | None = None) -> NDArray[_T]:
    """``table[pixels]`` of a table with 65536 entries, by blocks of rows; written ``into`` an array of that shape.

    NumPy widens a whole index array to int64 first; at 200 megapixels that would be 1.6 GB. What is widened of a small
    block stays in the cache, which takes a third off the time.
    """
    result = np.empty(pixels.shape, dtype=table.dtype) if into is None else into
    step = max(1, (1 << 15) // max(1, pixels.shape[1]))
    for top in range(0, pixels.shape[0], step):
        np.take(table, pixels[top : top + step], out=result[top : top + step], mode="clip")
    return result


def full_range_voi(image: GreyImage) -> Voi:
    """From the least to the greatest of the content, between two robust percentiles."""
    spread = spread_of(image.pixels, image.padding)
    first, last = spread.shown if spread is not None else (0, CODES - 1)
    start = first * image.value_scale + image.value_offset
    end = last * image.value_scale + image.value_offset
    return Voi("Full range", "linear_exact", (start + end) / 2.0, abs(end - start) or abs(image.value_scale))


def default_voi(image: GreyImage) -> Voi:
    """The file's first, else the range of the content."""
    return image.vois[0] if image.vois else full_range_voi(image)


def _shown(image: GreyImage, voi: Voi, invert: bool) -> NDArray[np.float64]:
    shown = apply_presentation(apply_voi(modality_values(image), voi), invert)
    if image.padding is not None:
        shown[image.padding[0] : image.padding[1] + 1] = 0.0
    return shown


def display_table(image: GreyImage, voi: Voi, invert: bool) -> NDArray[np.uint8]:
    """Pixel code → grey 0…255 as shown: (65536,). ``invert`` is total: ``image.inverted ^ user_invert``."""
    return np.rint(_shown(image, voi, invert) * 255.0).astype(np.uint8)


def presentation(image: GreyImage) -> NDArray[np.float32]:
    """The image in 0…1 under its default VOI, bright = dense, padding 0: what the model and thumbnails see."""
    table = _shown(image, default_voi(image), image.inverted).astype(np.float32)
    return look_up(table, image.pixels)

"""The Image Pixel module (PS3.3 C.7.6.3) as plain values, and the checks that need no pixel."""

from __future__ import annotations

from dataclasses import dataclass

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.dicom_values import Attributes

_SAMPLES, _PHOTOMETRIC, _PLANAR, _FRAMES = 0x00280002, 0x00280004, 0x00280006, 0x00280008
_ROWS, _COLUMNS = 0x00280010, 0x00280011
_ALLOCATED, _STORED, _HIGH_BIT, _REPRESENTATION = 0x00280100, 0x00280101, 0x00280102, 0x00280103

GREY = frozenset({"MONOCHROME1", "MONOCHROME2"})
THREE_SAMPLES = frozenset({"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT"})
PALETTE = "PALETTE COLOR"
COLOUR = "a colour image, shown as grey"
_PHOTOMETRICS = {name.replace("_", "").replace(" ", ""): name for name in GREY | THREE_SAMPLES | {PALETTE}}


@dataclass(frozen=True, slots=True)
class ImagePixel:
    """What the header says about its pixels. ``frames`` is ``None`` where Number of Frames cannot be read."""

    rows: int
    columns: int
    samples: int
    photometric_interpretation: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    planar: bool
    frames: int | None
    flags: tuple[str, ...] = ()

    @property
    def is_grey(self) -> bool:
        """MONOCHROME1 or MONOCHROME2."""
        return self.photometric_interpretation in GREY


def read_image_pixel(attributes: Attributes) -> ImagePixel:
    """Read the module; raises ``UnreadableImageError`` where rows, columns or bits are missing or contradictory."""
    flags: list[str] = []
    rows, columns = _one(attributes, _ROWS, "rows"), _one(attributes, _COLUMNS, "columns")
    allocated = _one(attributes, _ALLOCATED, "bits allocated")
    samples = _optional(attributes, _SAMPLES, 1)
    photometric = _photometric(attributes, samples, flags)
    high_bit = _optional(attributes, _HIGH_BIT, -1)
    stored = _optional(attributes, _STORED, 0)
    if not stored:
        flags.append("the bits stored are not stated")
        stored = high_bit + 1 or allocated
    frames = 1 if attributes.is_empty(_FRAMES) else attributes.integer(_FRAMES)
    if frames is not None and frames > 1:
        flags.append(f"multi-frame image ({frames:,} frames)")
    if samples == 3 or photometric == PALETTE:
        flags.append(COLOUR)
    return ImagePixel(
        rows,
        columns,
        samples,
        photometric,
        allocated,
        stored,
        high_bit if high_bit >= 0 else stored - 1,
        _optional(attributes, _REPRESENTATION, 0) == 1,
        _optional(attributes, _PLANAR, 0) == 1,
        frames,
        tuple(flags),
    )


def require_readable(pixel: ImagePixel, is_native: bool, budget: ReadBudget) -> None:
    """Raise ``UnreadableImageError`` for what is over budget, contradictory, or beyond one grey or colour image."""
    if pixel.rows * pixel.columns > budget.max_pixels:
        raise UnreadableImageError(
            f"{pixel.columns:,} × {pixel.rows:,} pixels are more than the limit of "
            f"{budget.max_pixels // 1_000_000:,} megapixels"
        )
    if pixel.frames is None:
        raise UnreadableImageError("the number of frames cannot be read")
    if pixel.frames > 1:
        raise UnreadableImageError(f"multi-frame image ({pixel.frames:,} frames)")
    if pixel.frames < 1:
        raise UnreadableImageError(f"the header says that there are {pixel.frames} frames")
    if pixel.bits_allocated not in (8, 16):
        raise UnreadableImageError(f"{pixel.bits_allocated} bits per pixel; 8 and 16 are read")
    if not 1 <= pixel.bits_stored <= pixel.bits_allocated:
        raise UnreadableImageError(
            f"the header contradicts itself: {pixel.bits_stored} bits stored of {pixel.bits_allocated} allocated"
        )
    # Compressed streams state their own precision, right-aligned; only native pixels are placed by the high bit.
    if is_native and pixel.high_bit != pixel.bits_stored - 1:
        raise UnreadableImageError(
            f"the header contradicts itself: high bit {pixel.high_bit} with {pixel.bits_stored} bits stored"
        )
    photometric = pixel.photometric_interpretation
    if photometric not in _PHOTOMETRICS.values():
        raise UnreadableImageError(
            f"photometric interpretation {photometric} is not read"
            if photometric
            else "the photometric interpretation is missing"
        )
    expected = 3 if photometric in THREE_SAMPLES else 1
    if pixel.samples != expected:
        raise UnreadableImageError(
            f"the header contradicts itself: {photometric} with {pixel.samples} samples per pixel"
        )


def _photometric(attributes: Attributes, samples: int, flags: list[str]) -> str:
    text = attributes.code(_PHOTOMETRIC)
    if not text and samples == 1:
        flags.append("the photometric interpretation is not stated; taken as MONOCHROME2")
        return "MONOCHROME2"
    return _PHOTOMETRICS.get("".join(c for c in text if c.isalnum()), text[:16])


def _one(attributes: Attributes, tag: int, name: str) -> int:
    """A whole number above 0 on which the pixels depend; several values must agree."""
    values = attributes.integers(tag, "US")
    # In implicit encodings a four-byte number reads as itself and 0.
    if len(values) > 1:
        values = [value for position, value in enumerate(values) if position == 0 or value]
    if not values:
        raise UnreadableImageError(f"the header does not state its {name}")
    if len(values) > 1 and len(set(values)) > 1:
        raise UnreadableImageError(f"the header states several values for its {name}")
    if not 0 < values[0] < 1 << 32:
        raise UnreadableImageError(f"the header states {values[0]} for its {name}")
    return values[0]


def _optional(attributes: Attributes, tag: int, default: int) -> int:
    value = attributes.integer(tag, "US")
    return default if value is None else value

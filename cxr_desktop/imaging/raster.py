"""PNG, JPEG and TIFF → ``Radiograph`` and ``GreyImage``; refuses what has no single, whole meaning as a grey image."""

from __future__ import annotations

import contextlib
import io
import logging
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageFile, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.colour import differs_from_grey, luminance
from cxr_desktop.imaging.content import require_content, require_shape
from cxr_desktop.imaging.grey_image import as_stored
from cxr_desktop.imaging.image_pixel import COLOUR
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.png_chunks import RGB, PngHeader, require_whole_png
from cxr_desktop.imaging.raster_kinds import unread_kind, without_text
from cxr_desktop.imaging.spread import spread_of
from cxr_desktop.imaging.voi import drop_blind

log = logging.getLogger(__name__)

_opening = threading.Lock()

# The plug-ins are called directly: that is the allow-list (no EPS, PDF, FITS or PSD under a borrowed name), and
# Image.open would warn or refuse by its own, process-wide limit instead of the budget.
_OPENERS: Final[dict[Source, Callable[[BinaryIO], ImageFile.ImageFile]]] = {
    Source.PNG: PngImagePlugin.PngImageFile,
    Source.JPEG: JpegImagePlugin.JpegImageFile,
    Source.TIFF: TiffImagePlugin.TiffImageFile,
}
_GREY_MODES = frozenset({"L", "I;16", "I;16L", "I;16B", "1"})
_COLOUR_MODES = frozenset({"P", "PA", "LA", "La", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr"})
# Which way the image is turned by each EXIF orientation (TIFF 6.0, tag 274).
_TURNS: Final[dict[int, Image.Transpose]] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_TRANSPARENT = "transparent parts are shown black"
_TIFF_BITS, _TIFF_PHOTOMETRIC, _TIFF_FORMAT = 258, 262, 339
# What Pillow and its codecs raise on damaged files, besides each other's subclasses.
_FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, EOFError,
    RuntimeError, MemoryError, ZeroDivisionError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Opened:
    image: ImageFile.ImageFile
    radiograph: Radiograph
    turn: Image.Transpose | None
    is_white_zero: bool


def read_raster_header(stream: BinaryIO, path: str, source: Source, budget: ReadBudget) -> Radiograph:
    """Size and depth without decoding. Raises ``UnreadableImageError``."""
    return _open(stream, path, source, budget).radiograph


def read_raster_image(data: bytes, path: str, source: Source, budget: ReadBudget) -> GreyImage:
    """Decode. Raises ``UnreadableImageError`` for what is damaged, cut short, too large, animated or of many pages."""
    png = require_whole_png(data) if source is Source.PNG else None
    if png is not None:
        data = without_text(data)
    opened = _open(io.BytesIO(data), path, source, budget)
    require_shape(opened.radiograph.rows, opened.radiograph.columns, budget.shortest_side)
    flags = list(opened.radiograph.flags)
    try:
        if png is not None and png.depth == 16 and png.colour_type:
            pixels, padding = _deep_colour(data, png, flags), None
        else:
            opened.image.load()
            pixels, padding = _grey(opened.image, flags), _transparent_code(opened.image, flags)
    except _FAULTS as error:
        raise _refused(io.BytesIO(data), source, error) from None
    if opened.turn is not None:
        pixels = _turned(pixels, opened.turn)
    if pixels.shape != (opened.radiograph.rows, opened.radiograph.columns):
        raise UnreadableImageError("the image's size contradicts its header")
    pixels = np.ascontiguousarray(pixels, dtype=np.uint16)
    spread = require_content(spread_of(pixels, padding))
    vois = [as_stored(8)] if opened.radiograph.bits_stored <= 8 else []
    return GreyImage(
        radiograph=opened.radiograph,
        pixels=pixels,
        value_scale=1.0,
        value_offset=0.0,
        value_unit="",
        vois=drop_blind(vois, spread, 1.0, 0.0, []),
        inverted=opened.is_white_zero,
        padding=padding,
        flags=tuple(dict.fromkeys(flags)),
    )


def _open(stream: BinaryIO, path: str, source: Source, budget: ReadBudget) -> _Opened:
    try:
        with _quietly():
            image = _opened(stream, source)
            orientation = _orientation(image, source)
        columns, rows = image.size
        bits = _bits(image, source)
        pages = _pages(image)
        # Pillow inverts white-is-zero itself, but only up to 8 bits.
        white_zero = bits > 8 and _tiff_tag(image, _TIFF_PHOTOMETRIC, 1) == 0
    except UnreadableImageError:
        raise
    except _FAULTS as error:
        raise _refused(stream, source, error) from None
    if rows * columns > budget.max_pixels:
        limit = budget.max_pixels // 1_000_000
        raise UnreadableImageError(f"{columns:,} × {rows:,} pixels are more than the limit of {limit:,} megapixels")
    if pages > 1:
        raise UnreadableImageError("an image of several pages" if source is Source.TIFF else "an animated image")
    _require_mode(image, source)
    turn = _TURNS.get(orientation)
    flags = () if turn is None else ("turned as its EXIF orientation says",)
    if turn is not None and orientation >= 5:
        rows, columns = columns, rows
    radiograph = Radiograph(path=path, source=source, rows=rows, columns=columns, bits_stored=bits, flags=flags)
    return _Opened(image, radiograph, turn, white_zero)


def _opened(stream: BinaryIO, source: Source) -> ImageFile.ImageFile:
    try:
        return _OPENERS[source](stream)
    except ValueError as error:
        # Pillow's limit for texts, which are not wanted anyway.
        if source is not Source.PNG or "PngImagePlugin.MAX_TEXT" not in str(error):
            raise
        stream.seek(0)
        return _OPENERS[source](io.BytesIO(without_text(stream.read())))


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Pillow warns about odd metadata. Filters are the whole process's, hence the lock; opening takes a moment only."""
    with _opening, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _require_mode(image: ImageFile.ImageFile, source: Source) -> None:
    sample_format = _tiff_tag(image, _TIFF_FORMAT, 1)
    if sample_format == 3:
        raise UnreadableImageError("floating-point TIFF, which is not read")
    if sample_format == 2:
        raise UnreadableImageError("TIFF with signed values, which is not read")
    if image.mode not in _GREY_MODES | _COLOUR_MODES:
        raise UnreadableImageError(f"{source.value.upper()} with pixels of kind {image.mode}, which are not read")


def _tiff_tag(image: ImageFile.ImageFile, tag: int, default: int) -> int:
    """The first value of a TIFF tag; ``default`` for other files."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return default
    value = image.tag_v2.get(tag, default)
    return int(value[0] if isinstance(value, tuple) else value)


def _orientation(image: ImageFile.ImageFile, source: Source) -> int:
    """EXIF orientation 1…8. Pillow turns TIFFs itself; a PNG's is known before its pixels or not at all."""
    if source is Source.TIFF or (source is Source.PNG and "exif" not in image.info):
        return 1
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _FAULTS:
        return 1
    return value if isinstance(value, int) else 1


def _bits(image: ImageFile.ImageFile, source: Source) -> int:
    if source is Source.TIFF:
        return _tiff_tag(image, _TIFF_BITS, 1)
    # Of colour with 16 bits Pillow reports 8; the depth stands in the raw mode of its only tile.
    is_deep = image.mode.startswith("I") or any(";16" in str(tile.args) for tile in image.tile)
    return 16 if is_deep else 8


def _pages(image: ImageFile.ImageFile) -> int:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return 2 if image.tag_v2.next else 1
    return int(getattr(image, "n_frames", 1))


def _grey(image: ImageFile.ImageFile, flags: list[str]) -> NDArray[np.uint16]:
    mode = image.mode
    if mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)
    if mode in ("L", "1"):
        return np.asarray(image.convert("L")).astype(np.uint16)
    rgba: Image.Image = image
    if mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info:
        # Pillow knows no way from "La" (multiplied by its transparency) but the one to "LA".
        rgba = (image.convert("LA") if mode == "La" else image).convert("RGBA")
        if np.asarray(rgba.getchannel("A")).min() < 255:
            flags.append(_TRANSPARENT)
            black = Image.new("RGBA", rgba.size, (0, 0, 0, 255))
            rgba = Image.alpha_composite(black, rgba)
    samples = np.asarray(rgba.convert("RGB"))
    if differs_from_grey(samples):
        flags.append(COLOUR)
    return luminance(samples, "RGB")


def _transparent_code(image: ImageFile.ImageFile, flags: list[str]) -> tuple[int, int] | None:
    """The one grey that a PNG declares transparent is padding."""
    code = image.info.get("transparency")
    if image.mode not in _GREY_MODES or not isinstance(code, int) or not 0 <= code < 65536:
        return None
    flags.append(_TRANSPARENT)
    return code, code


def _deep_colour(data: bytes, png: PngHeader, flags: list[str]) -> NDArray[np.uint16]:
    """PNG of 16 bits with colour or transparency, of which Pillow keeps 8."""
    samples: NDArray[np.uint16] = imagecodecs.png_decode(data)
    colours = samples if png.colour_type == RGB else samples[:, :, :-1]
    grey = luminance(colours, "RGB") if colours.shape[2] == 3 else colours[:, :, 0]
    if colours.shape[2] == 3 and differs_from_grey(colours, tolerance=2048):
        flags.append(COLOUR)
    if png.colour_type != RGB and (alpha := samples[:, :, -1]).min() < 65535:
        flags.append(_TRANSPARENT)
        grey = (grey.astype(np.uint32) * alpha // 65535).astype(np.uint16)
    return grey


def _turned(pixels: NDArray[np.uint16], turn: Image.Transpose) -> NDArray[np.uint16]:
    turns: dict[Image.Transpose, Callable[[NDArray[np.uint16]], NDArray[np.uint16]]] = {
        Image.Transpose.FLIP_LEFT_RIGHT: np.fliplr,
        Image.Transpose.FLIP_TOP_BOTTOM: np.flipud,
        Image.Transpose.ROTATE_90: lambda p: np.rot90(p, 1),
        Image.Transpose.ROTATE_180: lambda p: np.rot90(p, 2),
        Image.Transpose.ROTATE_270: lambda p: np.rot90(p, 3),
        Image.Transpose.TRANSPOSE: lambda p: p.T,
        Image.Transpose.TRANSVERSE: lambda p: np.rot90(p, 2).T,
    }
    return turns[turn](pixels)


def _refused(stream: BinaryIO, source: Source, error: Exception) -> UnreadableImageError:
    log.debug("raster: %s: %s", type(error).__name__, error)
    if isinstance(error, MemoryError):
        return UnreadableImageError("not enough memory to read this image")
    kind = unread_kind(stream, source, error)
    if kind:
        return UnreadableImageError(kind)
    name = source.value.upper()
    if "truncated" in str(error) or isinstance(error, EOFError):
        return UnreadableImageError(f"the {name} file is cut short")
    return UnreadableImageError(f"the {name} file is damaged")

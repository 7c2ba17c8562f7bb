"""The pixel data of an opened DICOM file → unsigned codes; every contradiction is refused before memory is taken."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import InflatedSource
from cxr_desktop.imaging.content import require_shape
from cxr_desktop.imaging.decoders import Samples, decode, decode_rle, inspect
from cxr_desktop.imaging.dicom_elements import PIXEL_DATA, PIXEL_TAGS, UNDEFINED, Element
from cxr_desktop.imaging.dicom_file import DicomFile
from cxr_desktop.imaging.encapsulation import read_frame
from cxr_desktop.imaging.image_pixel import ImagePixel, require_readable
from cxr_desktop.imaging.pixels import Reduction
from cxr_desktop.imaging.transfer_syntaxes import ENCAPSULATED, EXPLICIT_BIG, NATIVE, RLE, name_of
from cxr_desktop.imaging.wavelet import reduction_of


@dataclass(frozen=True, slots=True)
class Codes:
    """Stored values as unsigned codes: stored value = code - ``shift``.

    ``samples`` is uint16 (rows, columns), or (rows, columns, 3) with ``photometric`` "RGB" or "YBR_FULL".
    ``bits`` is how many bits the codes use.
    """

    samples: NDArray[np.uint16]
    shift: int
    bits: int
    photometric: str
    flags: tuple[str, ...]
    reduction: Reduction | None = None


def read_codes(file: DicomFile, pixel: ImagePixel, budget: ReadBudget, shorter_side: int = 0) -> Codes:
    """Read, check and decode the pixel data. Raises ``UnreadableImageError``.

    With a ``shorter_side``, so many pixels are enough where the encoding allows for less than all.
    """
    syntax = file.transfer_syntax_uid
    if syntax not in NATIVE and syntax not in ENCAPSULATED:
        raise UnreadableImageError(f"transfer syntax {name_of(syntax)} is not read")
    element = _pixel_element(file)
    is_native = syntax in NATIVE
    require_readable(pixel, is_native, budget)
    require_shape(pixel.rows, pixel.columns, budget.shortest_side)
    if is_native != (element.length != UNDEFINED):
        raise UnreadableImageError(f"the pixel data are not encoded as {name_of(syntax)}, as the header says")
    if is_native:
        return _read_native(file, element, pixel, budget)
    return _read_encapsulated(file, element, pixel, budget, shorter_side)


def _pixel_element(file: DicomFile) -> Element:
    element = file.elements.get(PIXEL_DATA)
    if element is None and any(tag in file.elements for tag in PIXEL_TAGS):
        raise UnreadableImageError("floating-point pixels are not read")
    if element is None or element.length == 0:
        raise UnreadableImageError("the file holds no pixel data")
    return element


def _read_native(file: DicomFile, element: Element, pixel: ImagePixel, budget: ReadBudget) -> Codes:
    count = pixel.rows * pixel.columns * pixel.samples
    if pixel.photometric_interpretation == "YBR_FULL_422":
        count = count // 3 * 2
    needed = count * (pixel.bits_allocated // 8)
    source = file.walker.source
    if isinstance(source, InflatedSource):
        source.limit = min(budget.max_inflated_bytes, element.offset + needed + 2)
    data = source.read(element.offset, min(needed, element.length))
    if len(data) < needed:
        raise UnreadableImageError(f"the pixel data are cut short ({len(data):,} of {needed:,} bytes)")
    flags = []
    if element.length >= 2 * needed:
        raise UnreadableImageError(
            f"the header describes {needed:,} bytes of pixel data, the file holds {element.length:,}"
        )
    if element.length > needed + 1:
        flags.append("the pixel data are longer than the header says")
    samples = _native_samples(file, element, pixel, data)
    codes, shift = unsigned_codes(samples, pixel.bits_stored, pixel.signed)
    if not pixel.signed and pixel.bits_stored < pixel.bits_allocated and int(samples.max()) >> pixel.bits_stored:
        flags.append("bits above those stored were ignored")
    photometric = pixel.photometric_interpretation
    return Codes(
        codes, shift, pixel.bits_stored, "YBR_FULL" if photometric.startswith("YBR") else photometric, tuple(flags)
    )


def _native_samples(file: DicomFile, element: Element, pixel: ImagePixel, data: bytes) -> Samples:
    big_endian = file.transfer_syntax_uid == EXPLICIT_BIG
    if pixel.bits_allocated == 16:
        flat: NDArray[np.generic] = np.frombuffer(data, dtype=">u2" if big_endian else "<u2")
    elif big_endian and element.vr == "OW":
        # PS3.5 7.3: bytes travel as words, so each pair is swapped; the padding byte too.
        padded = file.walker.source.read(element.offset, len(data) + len(data) % 2)
        if len(padded) % 2:
            raise UnreadableImageError("the pixel data are cut short")
        flat = np.frombuffer(padded, dtype="u2").byteswap().view(np.uint8)[: len(data)]
    else:
        flat = np.frombuffer(data, dtype=np.uint8)
    if pixel.samples == 1:
        return flat.reshape(pixel.rows, pixel.columns)
    if pixel.photometric_interpretation == "YBR_FULL_422":
        if pixel.columns % 2:
            raise UnreadableImageError("YBR_FULL_422 pixels with an odd number of columns")
        # Y1 Y2 Cb Cr per pair of pixels; only the luminance is kept, so the colours need no interpolation.
        luminance = flat.reshape(pixel.rows, pixel.columns // 2, 4)[:, :, :2].reshape(pixel.rows, pixel.columns)
        return np.repeat(luminance[:, :, np.newaxis], 3, axis=2)
    if pixel.planar:
        return np.moveaxis(flat.reshape(3, pixel.rows, pixel.columns), 0, 2)
    return flat.reshape(pixel.rows, pixel.columns, 3)


def _read_encapsulated(
    file: DicomFile, element: Element, pixel: ImagePixel, budget: ReadBudget, shorter_side: int
) -> Codes:
    frame = read_frame(file.walker.source, element.offset, budget.max_file_bytes)
    syntax = file.transfer_syntax_uid
    photometric = pixel.photometric_interpretation
    if syntax == RLE:
        codes, shift = unsigned_codes(decode_rle(frame, pixel), pixel.bits_stored, pixel.signed)
        return Codes(codes, shift, pixel.bits_stored, photometric.replace("_422", ""), ())
    stream = inspect(frame, pixel)
    flags = []
    if stream.family != ENCAPSULATED[syntax]:
        flags.append(f"the pixel data are {stream.kind.upper()}, the header says {name_of(syntax)}")
    if stream.precision != pixel.bits_stored and pixel.is_grey:
        flags.append(f"the pixel data have {stream.precision} bits, the header says {pixel.bits_stored}")
    if stream.family == "jpeg 2000" and stream.signed != pixel.signed:
        # PS3.5 8.2.4 makes the header decide; decoders differ here by half the range (pydicom issue 1149).
        flags.append("the pixel data and the header disagree about negative values")
    reduction = reduction_of(stream, shorter_side) if shorter_side and pixel.is_grey and not pixel.signed else None
    try:
        samples = decode(frame, stream, photometric, budget.decode_threads, reduction)
    except UnreadableImageError:
        if reduction is None:
            raise
        # Another decoder, another opinion: a file is damaged only where the one that reads all of it says so.
        reduction = None
        samples = decode(frame, stream, photometric, budget.decode_threads)
    bits = stream.precision
    if pixel.signed and not stream.signed and _fits(samples, pixel.bits_stored, bits):
        bits = pixel.bits_stored
    codes, shift = unsigned_codes(samples, bits, pixel.signed)
    if stream.kind == "jpeg" or photometric in ("YBR_ICT", "YBR_RCT"):
        # The decoder has undone the colour transform.
        photometric = photometric if pixel.samples == 1 else "RGB"
    return Codes(codes, shift, bits, photometric.replace("_422", ""), tuple(flags), reduction)


def _fits(samples: Samples, stored: int, precision: int) -> bool:
    """Are these ``stored`` bits of two's complement in a stream of more, with nothing or the sign above them?

    JPEG and JPEG-LS carry plain bits, so only the header tells where the sign is.
    """
    if stored >= precision:
        return False
    above = samples.astype(np.uint16) >> stored
    sign = samples.astype(np.uint16) >> (stored - 1) & 1
    return not above.any() or bool(np.array_equal(above, sign * ((1 << (precision - stored)) - 1)))


def unsigned_codes(samples: Samples, bits: int, signed: bool) -> tuple[NDArray[np.uint16], int]:
    """Keep the lowest ``bits`` bits; two's complement becomes offset binary by flipping its sign bit.

    Returns C-contiguous codes of their own memory and the shift: stored value = code - shift.
    """
    mask = np.uint16((1 << bits) - 1)
    unsigned = samples.view(np.dtype(f"u{samples.dtype.itemsize}").newbyteorder(samples.dtype.byteorder))
    codes = np.array(unsigned, dtype=np.uint16, order="C", copy=True)
    if bits < 8 * samples.dtype.itemsize:
        codes &= mask
    if not signed:
        return codes, 0
    half = 1 << (bits - 1)
    codes ^= np.uint16(half)
    return codes, half

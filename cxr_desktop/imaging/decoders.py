"""One compressed frame → samples, by imagecodecs; checks the frame's own header before decoding.

imagecodecs is called on the frame itself and not through pydicom's plugin interface: the codec is chosen by what the
frame is, not by what its label says, nothing is logged, and no attribute is trusted before it was compared. Its codecs
release the GIL. Not used, because of what they do with damaged frames: gdcm aborts the process, pylibjpeg-rle panics
(past ``except Exception``) and prints a backtrace, OpenJPH swallows its errors and invents pixels.
"""

from __future__ import annotations

import logging

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.codestreams import Codestream, read_codestream, require_complete, rle_segments
from cxr_desktop.imaging.image_pixel import ImagePixel
from cxr_desktop.imaging.pixels import Reduction
from cxr_desktop.imaging.wavelet import decode_reduced

log = logging.getLogger(__name__)

Samples = NDArray[np.generic]
"""(rows, columns) or (rows, columns, 3), uint8, uint16, int8 or int16."""

_RLE_SLACK = 128
"""What the padding of a segment may decode to beyond its plane."""

_CODEC_ERRORS = (RuntimeError, ValueError, TypeError, OSError)


def decode_rle(frame: bytes, pixel: ImagePixel) -> Samples:
    """RLE Lossless (PS3.5 Annex G): one segment per plane of bytes, the most significant first."""
    bytes_per_sample = pixel.bits_allocated // 8
    count = pixel.rows * pixel.columns
    # The bytes of a sample side by side, the least significant first, as they are wanted in the end.
    planes = np.empty((pixel.samples, count, bytes_per_sample), dtype=np.uint8)
    segments = rle_segments(frame, pixel.samples * bytes_per_sample)
    for number, segment in enumerate(segments):
        try:
            plane = imagecodecs.packbits_decode(segment, out=count + _RLE_SLACK)
        except _CODEC_ERRORS as error:
            raise _damaged(error) from None
        if len(plane) < count:
            raise UnreadableImageError("the compressed pixel data are cut short")
        sample, byte = divmod(number, bytes_per_sample)
        planes[sample, :, bytes_per_sample - 1 - byte] = np.frombuffer(plane, dtype=np.uint8, count=count)
    samples = planes if bytes_per_sample == 1 else planes.view("<u2")
    shaped = samples.reshape(pixel.samples, pixel.rows, pixel.columns)
    return shaped[0] if pixel.samples == 1 else np.moveaxis(shaped, 0, 2)


def inspect(frame: bytes, pixel: ImagePixel) -> Codestream:
    """The frame's own header, compared with the data set's. Raises ``UnreadableImageError`` where they contradict."""
    stream = read_codestream(frame)
    if (stream.rows, stream.columns) != (pixel.rows, pixel.columns):
        raise UnreadableImageError(
            f"the pixel data are {stream.columns:,} × {stream.rows:,}, the header says "
            f"{pixel.columns:,} × {pixel.rows:,}"
        )
    if stream.components != pixel.samples:
        raise UnreadableImageError(
            f"the pixel data have {stream.components} samples per pixel, the header says {pixel.samples}"
        )
    if not 2 <= stream.precision <= 16 or stream.precision > pixel.bits_allocated:
        raise UnreadableImageError(
            f"the pixel data have {stream.precision} bits, the header allocates {pixel.bits_allocated}"
        )
    require_complete(frame, stream)
    return stream


def decode(
    frame: bytes, stream: Codestream, photometric: str, threads: int = 1, reduction: Reduction | None = None
) -> Samples:
    """Decode an inspected frame. Raises ``UnreadableImageError``; never fills in what is missing.

    ``reduction`` leaves the finest wavelets of a JPEG 2000 frame out.
    """
    try:
        if reduction is not None:
            return decode_reduced(frame, stream, reduction)
        samples = _decode(frame, stream, photometric, threads)
    except _CODEC_ERRORS as error:
        raise _damaged(error) from None
    expected = (stream.rows, stream.columns) if stream.components == 1 else (stream.rows, stream.columns, 3)
    if samples.shape != expected or samples.dtype.kind not in "iu" or samples.dtype.itemsize > 2:
        raise UnreadableImageError("the compressed pixel data are damaged")
    return samples


def _decode(frame: bytes, stream: Codestream, photometric: str, threads: int) -> Samples:
    if stream.kind == "jpeg-ls":
        return imagecodecs.jpegls_decode(frame)
    if stream.family == "jpeg 2000":
        return imagecodecs.jpeg2k_decode(frame, numthreads=threads)
    if stream.kind == "jpeg lossless":
        if stream.is_plain_scan:
            # Stricter than libjpeg, which invents pixels where the stream is damaged.
            return imagecodecs.jpegsof3_decode(frame)
        return _libjpeg(frame, stream, as_stored=True)
    # Without a JFIF or Adobe marker libjpeg would take three components for YCbCr.
    return _libjpeg(frame, stream, as_stored=photometric == "RGB" and not stream.states_colour_transform)


def _libjpeg(frame: bytes, stream: Codestream, as_stored: bool) -> Samples:
    """libjpeg-turbo; colours come as RGB, or untransformed."""
    if stream.components != 3:
        return imagecodecs.jpeg8_decode(frame)
    return imagecodecs.jpeg8_decode(frame, colorspace="RGB" if as_stored else None, outcolorspace="RGB")


def _damaged(error: Exception) -> UnreadableImageError:
    log.debug("codec: %s: %s", type(error).__name__, error)
    return UnreadableImageError("the compressed pixel data are damaged or cut short")

"""Pixel codes → one frame in the named transfer syntax; it knows no header and no picture."""

from __future__ import annotations

from collections.abc import Callable

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from pydicom import uid
from rle.utils import encode_pixel_data

Codes = NDArray[np.uint16]
Samples = NDArray[np.uint8] | NDArray[np.uint16]

LOSSY = {
    uid.JPEGBaseline8Bit: "ISO_10918_1",
    uid.JPEGExtended12Bit: "ISO_10918_1",
    uid.JPEGLSNearLossless: "ISO_14495_1",
    uid.JPEG2000: "ISO_15444_1",
    uid.HTJ2K: "ISO_15444_15",
}
"""Syntaxes that lose something, and the method's name for LossyImageCompressionMethod."""


def encode_frame(codes: Codes, bits: int, syntax: uid.UID) -> bytes:
    """One frame of grey ``codes`` (rows, columns) with ``bits`` significant bits; uncompressed for native syntaxes.

    Raises ``ValueError`` for a syntax that this module cannot write or a depth that the codec cannot carry.
    """
    samples: Samples = codes.astype(np.uint8) if bits <= 8 else codes
    if not syntax.is_compressed or syntax == uid.DeflatedExplicitVRLittleEndian:
        little = samples.astype(samples.dtype.newbyteorder("<"))
        return little.byteswap().tobytes() if syntax == uid.ExplicitVRBigEndian else little.tobytes()
    if syntax not in _CODECS:
        raise ValueError(f"no encoder for {syntax.name}")
    return _CODECS[syntax](samples, bits)


def _jpeg_ls(samples: Samples, bits: int, off_by: int = 0) -> bytes:
    """``off_by`` is the most that a value may differ from what it was."""
    if bits not in (8, 16):
        # CharLS is told the type, not the depth: a 12-bit image would be labelled as one of 16.
        raise ValueError("JPEG-LS is written with 8 or 16 bits")
    stream = bytes(imagecodecs.jpegls_encode(samples, level=off_by))
    # Without the SPIFF header, which is for files and not for DICOM's streams.
    return b"\xff\xd8" + stream[stream.index(b"\xff\xf7") :]


def _rle(samples: Samples, bits: int) -> bytes:
    rows, columns = samples.shape
    little = samples.astype(samples.dtype.newbyteorder("<")).tobytes()
    return bytes(
        encode_pixel_data(
            little,
            byteorder="<",
            rows=rows,
            columns=columns,
            samples_per_pixel=1,
            bits_allocated=8 * samples.itemsize,
            number_of_frames=1,
        )
    )


def _htj2k(samples: Samples, bits: int, level: float | None = None) -> bytes:
    """``level`` is the step of quantisation as a share of the range; without it nothing is lost. The order is RPCL."""
    if bits not in (8, 16):
        raise ValueError("HTJ2K is written with 8 or 16 bits")
    return bytes(imagecodecs.htj2k_encode(samples, level=level, reversible=level is None))


def _jpeg_lossless(samples: Samples, bits: int, predictor: int) -> bytes:
    return bytes(imagecodecs.jpeg8_encode(samples, lossless=True, predictor=predictor, bitspersample=bits))


_CODECS: dict[uid.UID, Callable[[Samples, int], bytes]] = {
    uid.RLELossless: _rle,
    uid.JPEGBaseline8Bit: lambda samples, bits: bytes(imagecodecs.jpeg8_encode(samples, 95)),
    uid.JPEGExtended12Bit: lambda samples, bits: bytes(imagecodecs.jpeg8_encode(samples, 97, bitspersample=bits)),
    uid.JPEGLosslessSV1: lambda samples, bits: _jpeg_lossless(samples, bits, 1),
    uid.JPEGLossless: lambda samples, bits: _jpeg_lossless(samples, bits, 6),
    uid.JPEGLSLossless: _jpeg_ls,
    uid.JPEGLSNearLossless: lambda samples, bits: _jpeg_ls(samples, bits, off_by=2),
    uid.JPEG2000Lossless: lambda samples, bits: bytes(
        imagecodecs.jpeg2k_encode(samples, level=0, codecformat="J2K", reversible=True, bitspersample=bits)
    ),
    uid.JPEG2000: lambda samples, bits: bytes(
        imagecodecs.jpeg2k_encode(samples, level=60, codecformat="J2K", bitspersample=bits)
    ),
    uid.HTJ2KLossless: _htj2k,
    uid.HTJ2KLosslessRPCL: _htj2k,
    uid.HTJ2K: lambda samples, bits: _htj2k(samples, bits, 0.00005),
}

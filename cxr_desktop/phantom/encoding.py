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

LOSSY = {uid.JPEGBaseline8Bit: "ISO_10918_1", uid.JPEGExtended12Bit: "ISO_10918_1"}
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


def _jpeg_ls(samples: Samples, bits: int) -> bytes:
    if bits not in (8, 16):
        # CharLS is told the type, not the depth: a 12-bit image would be labelled as one of 16.
        raise ValueError("JPEG-LS is written with 8 or 16 bits")
    stream = bytes(imagecodecs.jpegls_encode(samples))
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


def _htj2k(samples: Samples, bits: int) -> bytes:
    if bits not in (8, 16):
        raise ValueError("HTJ2K is written with 8 or 16 bits")
    return bytes(imagecodecs.htj2k_encode(samples, reversible=True))


_CODECS: dict[uid.UID, Callable[[Samples, int], bytes]] = {
    uid.RLELossless: _rle,
    uid.JPEGBaseline8Bit: lambda samples, bits: bytes(imagecodecs.jpeg8_encode(samples, 95)),
    uid.JPEGExtended12Bit: lambda samples, bits: bytes(imagecodecs.jpeg8_encode(samples, 97, bitspersample=bits)),
    uid.JPEGLosslessSV1: lambda samples, bits: bytes(
        imagecodecs.jpeg8_encode(samples, lossless=True, predictor=1, bitspersample=bits)
    ),
    uid.JPEGLSLossless: _jpeg_ls,
    uid.JPEG2000Lossless: lambda samples, bits: bytes(
        imagecodecs.jpeg2k_encode(samples, level=0, codecformat="J2K", reversible=True, bitspersample=bits)
    ),
    uid.HTJ2KLossless: _htj2k,
}

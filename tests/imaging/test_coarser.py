"""Rewritten headers give exactly the samples of a decoder that was asked for less, or it is left to that decoder."""

from __future__ import annotations

import io
import struct

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from cxr_desktop.imaging import wavelet
from cxr_desktop.imaging.coarser import without_finest
from cxr_desktop.imaging.codestreams import read_codestream
from cxr_desktop.imaging.pixels import Reduction


def picture(rows=531, columns=417, bits=12):
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    top = (1 << bits) - 1
    grey = top * (0.5 + 0.3 * np.sin(x / 21) * np.cos(y / 33)) + np.random.default_rng(0).normal(
        0, top / 99, (rows, columns)
    )
    return np.clip(grey, 0, top).astype(np.uint16 if bits > 8 else np.uint8)


def by_imagecodecs(codes, bits=12, **options):
    options = {"level": 0, "reversible": True, "codecformat": "J2K", **options}
    return bytes(imagecodecs.jpeg2k_encode(codes, bitspersample=bits, **options))


def by_pillow(codes, **options):
    kept = io.BytesIO()
    Image.fromarray(codes).save(kept, "JPEG2000", no_jp2=True, **options)
    return kept.getvalue()


def reduction_by(frame, levels):
    stream = read_codestream(frame)
    return stream, Reduction(levels, stream.rows, stream.columns, stream.reversible)


FRAMES = {
    "5/3 of 12 bits": lambda: by_imagecodecs(picture()),
    "9/7 of 12 bits": lambda: by_imagecodecs(picture(), level=60, reversible=False),
    "8 bits": lambda: by_imagecodecs(picture(bits=8), bits=8),
    "16 bits": lambda: by_imagecodecs(picture(bits=16), bits=16),
    "odd sides": lambda: by_imagecodecs(picture(517, 389)),
    "a JP2 file": lambda: by_imagecodecs(picture(), codecformat="JP2"),
    "three resolutions": lambda: by_imagecodecs(picture(), resolutions=3),
    "resolution first": lambda: by_pillow(picture(), progression="RLCP", num_resolutions=6),
    "resolution and place first": lambda: by_pillow(picture(), progression="RPCL", num_resolutions=6),
    "precincts of their own": lambda: by_pillow(
        picture(), progression="RPCL", precinct_size=(128, 128), num_resolutions=5
    ),
    "layers inside resolutions": lambda: by_pillow(
        picture(), progression="RLCP", quality_mode="rates", quality_layers=[40, 10, 1], num_resolutions=6
    ),
}
LEFT_ALONE = {
    "layers first": lambda: by_pillow(
        picture(), progression="LRCP", quality_mode="rates", quality_layers=[40, 10, 1], num_resolutions=6
    ),
    "place first": lambda: by_pillow(picture(), progression="PCRL", num_resolutions=6),
    "component first": lambda: by_pillow(picture(), progression="CPRL", num_resolutions=6),
}


@pytest.mark.parametrize("levels", [1, 2])
@pytest.mark.parametrize("kind", FRAMES)
def test_the_samples_are_those_of_a_decoder_that_is_asked_for_less(kind, levels):
    frame = FRAMES[kind]()
    stream, reduction = reduction_by(frame, levels)
    assert stream.has_plain_grid
    coarse = without_finest(frame, stream, levels)
    assert coarse is not None
    made = imagecodecs.jpeg2k_decode(coarse)
    shape = -(-stream.rows // (1 << levels)), -(-stream.columns // (1 << levels))
    expected = wavelet._by_pillow(frame, stream, reduction, shape)
    np.testing.assert_array_equal(made, expected)
    np.testing.assert_array_equal(wavelet.decode_reduced(frame, stream, reduction), expected)


@pytest.mark.parametrize("kind", LEFT_ALONE)
def test_finer_packets_between_coarser_ones_are_left_to_the_other_decoder(kind):
    frame = LEFT_ALONE[kind]()
    stream, reduction = reduction_by(frame, 1)
    assert without_finest(frame, stream, 1) is None
    assert wavelet.decode_reduced(frame, stream, reduction).shape == (-(-stream.rows // 2), -(-stream.columns // 2))


def test_a_tile_part_with_a_coding_style_of_its_own_is_left_alone():
    frame = by_imagecodecs(picture())
    style = frame.index(b"\xff\x52")
    length = struct.unpack_from(">H", frame, style + 2)[0] + 2
    part, data = frame.index(b"\xff\x90"), frame.index(b"\xff\x93")
    grown = bytearray(frame[:data] + frame[style : style + length] + frame[data:])
    struct.pack_into(">L", grown, part + 6, struct.unpack_from(">L", frame, part + 6)[0] + length)
    assert without_finest(bytes(grown), read_codestream(bytes(grown)), 1) is None


def test_packet_headers_that_are_packed_elsewhere_are_left_alone():
    frame = by_imagecodecs(picture())
    part = frame.index(b"\xff\x90")
    packed = frame[:part] + b"\xff\x60\x00\x03\x00" + frame[part:]
    assert without_finest(packed, read_codestream(packed), 1) is None


def test_more_levels_than_there_are_are_not_taken():
    frame = by_imagecodecs(picture(), resolutions=3)
    stream = read_codestream(frame)
    assert stream.levels == 2
    assert without_finest(frame, stream, 3) is None


def test_headers_that_are_cut_short_are_left_alone():
    frame = by_imagecodecs(picture())
    stream = read_codestream(frame)
    for end in range(4, frame.index(b"\xff\x93") + 1):
        assert without_finest(frame[:end], stream, 1) is None

"""Every codec gives back what went in, or close to it where the syntax is lossy."""

import imagecodecs
import numpy as np
import pytest
from pydicom import uid

from cxr_desktop.phantom.encoding import encode_frame


def codes(bits, shape=(40, 33)):
    smooth = np.linspace(0, 1, shape[0] * shape[1]).reshape(shape)
    return np.rint(smooth * ((1 << bits) - 1)).astype(np.uint16)


@pytest.mark.parametrize(
    ("syntax", "bits", "decode"),
    [
        (uid.JPEG2000Lossless, 14, imagecodecs.jpeg2k_decode),
        (uid.JPEG2000Lossless, 15, imagecodecs.jpeg2k_decode),
        (uid.HTJ2KLossless, 16, imagecodecs.htj2k_decode),
        (uid.JPEGLSLossless, 16, imagecodecs.jpegls_decode),
        (uid.JPEGLSLossless, 8, imagecodecs.jpegls_decode),
        (uid.JPEGLosslessSV1, 12, imagecodecs.jpegsof3_decode),
        (uid.JPEGLosslessSV1, 8, imagecodecs.jpegsof3_decode),
        (uid.JPEGLossless, 14, imagecodecs.jpegsof3_decode),
        (uid.HTJ2KLosslessRPCL, 16, imagecodecs.htj2k_decode),
    ],
)
def test_lossless_frames_come_back_bit_by_bit(syntax, bits, decode):
    original = codes(bits)
    np.testing.assert_array_equal(decode(encode_frame(original, bits, syntax)), original)


@pytest.mark.parametrize(("syntax", "bits"), [(uid.JPEGBaseline8Bit, 8), (uid.JPEGExtended12Bit, 12)])
def test_lossy_frames_come_back_nearly(syntax, bits):
    original = codes(bits)
    back = imagecodecs.jpeg8_decode(encode_frame(original, bits, syntax))
    assert np.abs(back.astype(int) - original).max() <= 0.02 * (1 << bits)


@pytest.mark.parametrize(
    ("syntax", "decode", "off_by"),
    [
        (uid.JPEGLSNearLossless, imagecodecs.jpegls_decode, 2),
        (uid.JPEG2000, imagecodecs.jpeg2k_decode, 400),
        (uid.HTJ2K, imagecodecs.htj2k_decode, 200),
    ],
)
def test_frames_of_16_bits_lose_little_but_something(syntax, decode, off_by):
    grain = np.random.default_rng(1).integers(-300, 300, (40, 33))
    original = np.clip(codes(16) + grain, 0, 65535).astype(np.uint16)
    differences = np.abs(decode(encode_frame(original, 16, syntax)).astype(int) - original)
    assert 0 < differences.max() <= off_by


@pytest.mark.parametrize(
    ("syntax", "order"),
    [(uid.ExplicitVRLittleEndian, "<u2"), (uid.ImplicitVRLittleEndian, "<u2"), (uid.ExplicitVRBigEndian, ">u2")],
)
def test_native_frames_are_plain_words_in_the_syntax_byte_order(syntax, order):
    original = codes(12)
    np.testing.assert_array_equal(np.frombuffer(encode_frame(original, 12, syntax), order), original.ravel())


def test_the_jpeg_ls_stream_has_no_spiff_header():
    assert encode_frame(codes(16), 16, uid.JPEGLSLossless)[:4] == b"\xff\xd8\xff\xf7"


@pytest.mark.parametrize(("syntax", "bits"), [(uid.JPEGLSLossless, 12), (uid.HTJ2KLossless, 10)])
def test_a_depth_that_the_codec_cannot_state_is_refused(syntax, bits):
    with pytest.raises(ValueError, match="8 or 16 bits"):
        encode_frame(codes(bits), bits, syntax)


def test_a_syntax_without_an_encoder_is_refused():
    with pytest.raises(ValueError, match="no encoder"):
        encode_frame(codes(8), 8, uid.MPEG2MPML)

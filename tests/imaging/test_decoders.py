"""Every transfer syntax in which real CR and DX come gives the same pixels."""

import struct
import threading
import time

import numpy as np
import pytest
from pydicom.encaps import encapsulate
from pydicom.uid import UID

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.reader import read_image
from tests.builders import LOSSLESS, LOSSY, SYNTAXES, data_set, encode_frame, picture, save, write_dicom


def stored_values(image):
    return np.rint(image.pixels * image.value_scale + image.value_offset).astype(int)


@pytest.mark.parametrize("syntax", LOSSLESS)
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("bits", [8, 10, 12, 15, 16])
def test_lossless_syntaxes_give_every_pixel_exactly(tmp_path, syntax, bits, signed):
    pixels = picture(97, 81, bits, signed)
    image = read_image(
        str(write_dicom(tmp_path / "image", pixels, transfer_syntax=syntax, bits_stored=bits, signed=signed))
    )
    assert np.array_equal(stored_values(image), pixels)
    assert image.pixels.dtype == np.uint16
    assert image.pixels.flags.c_contiguous
    assert image.radiograph.transfer_syntax_uid == SYNTAXES[syntax]
    assert image.radiograph.bits_stored == bits


@pytest.mark.parametrize("syntax", LOSSY)
def test_lossy_syntaxes_stay_within_a_few_grey_levels(tmp_path, syntax):
    pixels = picture(200, 160, 12)
    image = read_image(str(write_dicom(tmp_path / "image", pixels, transfer_syntax=syntax)))
    error = np.abs(stored_values(image) - pixels.astype(int))
    assert error.max() <= 40
    assert error.mean() <= 10


def test_jpeg_baseline_of_eight_bits(tmp_path):
    pixels = picture(200, 160, 8)
    image = read_image(str(write_dicom(tmp_path / "image", pixels, transfer_syntax="jpeg", bits_stored=8)))
    assert np.abs(stored_values(image) - pixels.astype(int)).max() <= 12


class LosslessJpeg:
    """A small encoder of lossless JPEG (predictor 1) for what imagecodecs does not write."""

    def __init__(self):
        self.bytes, self.bits = bytearray(), ""

    def put(self, value, count):
        self.bits += f"{value:0{count}b}" if count else ""
        while len(self.bits) >= 8:
            self.bytes.append(int(self.bits[:8], 2))
            if self.bytes[-1] == 0xFF:
                self.bytes.append(0)
            self.bits = self.bits[8:]

    def encode(self, pixels, bits, restart_rows=0, shift=0):
        values = pixels.astype(int) >> shift
        rows, columns = values.shape
        for row in range(rows):
            restart = bool(restart_rows) and row > 0 and row % restart_rows == 0
            if restart:
                self.put((1 << -len(self.bits) % 8) - 1, -len(self.bits) % 8)
                self.bytes += bytes([0xFF, 0xD0 + (row // restart_rows - 1) % 8])
            for column in range(columns):
                if column:
                    prediction = values[row, column - 1]
                else:
                    prediction = 1 << (bits - shift - 1) if row == 0 or restart else values[row - 1, 0]
                difference = int(values[row, column] - prediction)
                category = abs(difference).bit_length()
                self.put(category, 5)
                self.put(difference if difference > 0 else difference + (1 << category) - 1, category)
        self.put((1 << -len(self.bits) % 8) - 1, -len(self.bits) % 8)
        table = bytes([0, 0, 0, 0, 0, 17, *[0] * 11, *range(17)])
        segments = [(0xC3, struct.pack(">BHHB3B", bits, rows, columns, 1, 1, 0x11, 0)), (0xC4, table)]
        segments += [(0xDD, struct.pack(">H", restart_rows * columns))] if restart_rows else []
        segments += [(0xDA, bytes([1, 1, 0, 1, 0, shift]))]
        header = b"".join(bytes([0xFF, kind]) + struct.pack(">H", len(body) + 2) + body for kind, body in segments)
        return b"\xff\xd8" + header + bytes(self.bytes) + b"\xff\xd9"


@pytest.mark.parametrize("options", [{}, {"restart_rows": 1}, {"restart_rows": 7}, {"shift": 2}])
def test_lossless_jpeg_with_restarts_or_a_point_transform_is_exact(tmp_path, options):
    pixels = picture(70, 66)
    if "shift" in options:
        pixels = pixels >> options["shift"] << options["shift"]
    ds = data_set(pixels, transfer_syntax="jpeg-lossless-sv1")
    ds.PixelData = encapsulate([LosslessJpeg().encode(pixels, 12, **options)])
    assert np.array_equal(read_image(str(save(ds, tmp_path / "image"))).pixels, pixels)


@pytest.mark.parametrize("syntax", [s for s in SYNTAXES if s not in ("implicit", "explicit", "big", "deflated")])
@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_a_frame_that_is_cut_short_is_refused_and_never_filled_in(tmp_path, syntax, kept):
    bits = 8 if syntax == "jpeg" else 12
    pixels = picture(300, 260, bits)
    frame = encode_frame(pixels, syntax, bits)
    ds = data_set(pixels, transfer_syntax=syntax, bits_stored=bits)
    cut = frame[: int(len(frame) * kept) // 2 * 2]
    ds.PixelData = bytes.fromhex("feff00e000000000") + b"\xfe\xff\x00\xe0" + len(cut).to_bytes(4, "little") + cut
    ds.PixelData += bytes.fromhex("feffdde000000000")
    with pytest.raises(UnreadableImageError, match=r"cut short|damaged"):
        read_image(str(save(ds, tmp_path / "image")))


@pytest.mark.parametrize("syntax", [s for s in SYNTAXES if s not in ("implicit", "explicit", "big", "deflated")])
def test_a_file_that_ends_inside_its_frame_is_refused(tmp_path, syntax):
    path = write_dicom(tmp_path / "image", transfer_syntax=syntax, bits_stored=8 if syntax == "jpeg" else 12)
    data = path.read_bytes()
    with pytest.raises(UnreadableImageError, match="cut short"):
        read_image(str(path), data=data[:-200])


@pytest.mark.parametrize("syntax", ["jpeg-lossless-sv1", "jpeg-ls", "j2k-lossless", "htj2k-lossless", "jpeg-extended"])
def test_a_frame_of_another_size_than_the_header_says_is_refused_before_it_is_decoded(tmp_path, syntax):
    ds = data_set(picture(256, 256), transfer_syntax=syntax)
    ds.Rows = ds.Columns = 64
    with pytest.raises(UnreadableImageError, match="the pixel data are 256 × 256, the header says 64 × 64"):
        read_image(str(save(ds, tmp_path / "image")))


def test_a_jpeg_2000_frame_that_announces_a_huge_image_costs_no_memory(tmp_path):
    ds = data_set(picture(64, 64), transfer_syntax="j2k-lossless")
    frame = bytearray(encode_frame(picture(64, 64), "j2k-lossless", 12))
    for offset in (8, 12, 24, 28):
        frame[offset : offset + 4] = (30000).to_bytes(4, "big")
    ds.PixelData = bytes.fromhex("feff00e000000000feff00e0") + len(frame).to_bytes(4, "little") + bytes(frame)
    with pytest.raises(UnreadableImageError, match="30,000 × 30,000"):
        read_image(str(save(ds, tmp_path / "image")))


def test_fewer_bits_in_the_frame_than_in_the_header_are_flagged_and_decoded(tmp_path):
    ds = data_set(picture(80, 80, 10), transfer_syntax="j2k-lossless", bits_stored=10)
    ds.BitsStored, ds.HighBit = 12, 11
    image = read_image(str(save(ds, tmp_path / "image")))
    assert np.array_equal(image.pixels, picture(80, 80, 10))
    assert "the pixel data have 10 bits, the header says 12" in image.flags


def test_more_bits_in_the_frame_than_the_header_allocates_are_refused(tmp_path):
    ds = data_set(picture(80, 80, 12), transfer_syntax="jpeg-lossless")
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = 8, 8, 7
    with pytest.raises(UnreadableImageError, match="12 bits, the header allocates 8"):
        read_image(str(save(ds, tmp_path / "image")))


def test_a_mislabelled_frame_is_decoded_as_what_it_is_and_flagged(tmp_path):
    ds = data_set(picture(), transfer_syntax="jpeg-ls")
    ds.file_meta.TransferSyntaxUID = UID(SYNTAXES["j2k-lossless"])
    image = read_image(str(save(ds, tmp_path / "image")))
    assert np.array_equal(image.pixels, picture())
    assert any("JPEG-LS" in flag for flag in image.flags)


def test_a_jpeg_2000_stream_whose_sign_contradicts_the_header_is_flagged(tmp_path):
    pixels = picture(signed=True)
    ds = data_set(pixels, transfer_syntax="j2k-lossless", signed=True)
    ds.PixelRepresentation = 0
    image = read_image(str(save(ds, tmp_path / "image")))
    assert "the pixel data and the header disagree about negative values" in image.flags
    assert np.array_equal(image.pixels, pixels.astype(np.int32) & 0xFFF)


def test_an_rle_frame_with_a_wrong_number_of_planes_is_refused(tmp_path):
    ds = data_set(picture(80, 80, 8), transfer_syntax="rle", bits_stored=8)
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = 16, 12, 11
    with pytest.raises(UnreadableImageError, match="1 planes of bytes, not 2"):
        read_image(str(save(ds, tmp_path / "image")))


@pytest.mark.parametrize("offsets", [(64, 32), (0, 64), (64, 0xFFFFFFF0)])
def test_an_rle_segment_table_that_makes_no_sense_is_refused(tmp_path, offsets):
    ds = data_set(picture(), transfer_syntax="rle")
    data = bytearray(ds.PixelData)
    start = data.index((64).to_bytes(4, "little"))
    data[start : start + 8] = b"".join(value.to_bytes(4, "little") for value in offsets)
    ds.PixelData = bytes(data)
    with pytest.raises(UnreadableImageError, match=r"damaged|cut short"):
        read_image(str(save(ds, tmp_path / "image")))


@pytest.mark.parametrize("padding", [b"\x00", b"\x80", b"\x00\x00", b"\x80\x80\x80"])
def test_padding_after_rle_segments_is_no_pixel(tmp_path, padding):
    pixels = picture()
    frame = encode_frame(pixels, "rle", 12)
    start = int.from_bytes(frame[8:12], "little")
    first, second = frame[64:start] + padding, frame[start:] + padding
    header = b"".join(value.to_bytes(4, "little") for value in (2, 64, 64 + len(first))).ljust(64, b"\0")
    ds = data_set(pixels, transfer_syntax="rle")
    ds.PixelData = encapsulate([header + first + second])
    assert np.array_equal(read_image(str(save(ds, tmp_path / "image"))).pixels, pixels)


@pytest.mark.parametrize("syntax", ["rle", "jpeg", "jpeg-lossless-sv1", "jpeg-ls", "j2k-lossless", "htj2k-lossless"])
def test_mutated_frames_are_read_or_refused_and_nothing_else(tmp_path, syntax):
    bits = 8 if syntax == "jpeg" else 12
    path = write_dicom(tmp_path / "image", picture(70, 70, bits), transfer_syntax=syntax, bits_stored=bits)
    whole = path.read_bytes()
    random = np.random.default_rng(7)
    for _ in range(40):
        data = bytearray(whole)
        for position in random.integers(len(data) - 6000 if len(data) > 7000 else 800, len(data), 3):
            data[position] = random.integers(256)
        try:
            image = read_image(str(path), data=bytes(data))
        except UnreadableImageError:
            continue
        assert image.pixels.shape == (70, 70)


@pytest.mark.parametrize(
    ("uid", "name"),
    [
        ("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection"),
        ("1.2.840.10008.1.2.4.55", "JPEG Full Progression"),
        ("1.2.840.10008.1.2.4.111", "JPEG XL"),
        ("1.2.840.10008.1.2.4.102", "MPEG-4"),
        ("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"),
        ("999.888.777", "999.888.777"),
    ],
)
def test_an_unsupported_syntax_is_named(tmp_path, uid, name):
    path = write_dicom(tmp_path / "image", transfer_syntax="htj2k")
    written = SYNTAXES["htj2k"].encode()
    data = path.read_bytes().replace(written, uid.encode().ljust(len(written), b"\0"))
    with pytest.raises(UnreadableImageError, match=name):
        read_image(str(path), data=data)


def test_decoding_lets_other_threads_run(tmp_path):
    """The scorer decodes the next batch while the network computes; a codec that kept the GIL would stop both."""
    path = str(write_dicom(tmp_path / "image", picture(1500, 1500), transfer_syntax="j2k-lossless"))
    data = (tmp_path / "image").read_bytes()
    done = threading.Event()

    def decode():
        read_image(path, ReadBudget(), data)
        done.set()

    thread = threading.Thread(target=decode)
    start = last = time.perf_counter()
    longest_gap = 0.0
    thread.start()
    while not done.is_set():
        now = time.perf_counter()
        longest_gap, last = max(longest_gap, now - last), now
    thread.join()
    assert longest_gap < 0.6 * (time.perf_counter() - start)

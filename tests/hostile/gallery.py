"""Hostile files as bytes, by name; names begin with the number of their case. Made here, none is foreign."""

from __future__ import annotations

import functools
import io
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate

from tests.builders import SYNTAXES, data_set, encode_frame, explicit_element, picture

UNDEFINED = 0xFFFFFFFF
ITEM = bytes.fromhex("feff00e0ffffffff")
ITEM_END, SEQUENCE_END = bytes.fromhex("feff0de000000000"), bytes.fromhex("feffdde000000000")
FORMULAS = ("=HYPERLINK(1)", "+1", "-1+1", "@SUM(1)", "<img src=x onerror=alert(1)>")


def saved(ds: FileDataset) -> bytes:
    """A data set as a file of DICOM."""
    stream = io.BytesIO()
    ds.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


def dicom(pixels: NDArray[Any] | None = None, **options: Any) -> bytes:
    """A whole file; see ``data_set``."""
    bits, signed = options.get("bits_stored", 12), options.get("signed", False)
    return saved(data_set(picture(bits=bits, signed=signed) if pixels is None else pixels, **options))


def inserted(data: bytes, *elements: bytes, before: int = 0x00100010) -> bytes:
    """An explicit little endian file with raw elements before the first one of that tag."""
    at = data.index(struct.pack("<HH", before >> 16, before & 0xFFFF))
    return data[:at] + b"".join(elements) + data[at:]


def with_frame(frame: bytes, syntax: str, pixels: NDArray[Any] | None = None, **options: Any) -> bytes:
    """A file of a compressed syntax whose one frame is ``frame``, whatever the header says."""
    ds = data_set(picture(64, 64) if pixels is None else pixels, transfer_syntax=syntax, **options)
    ds.PixelData = encapsulate([frame])
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    return saved(ds)


def labelled(syntax: str, uid: str) -> bytes:
    """A file whose transfer syntax was overwritten by another, not longer one."""
    written = SYNTAXES[syntax].encode()
    return dicom(transfer_syntax=syntax).replace(written, uid.encode().ljust(len(written), b"\0"))


def deflated(extra: bytes) -> bytes:
    """A file whose data set, deflated, holds ``extra`` before its pixels."""
    plain = inserted(dicom(), extra, before=0x7FE00010)
    start = plain.index(b"\x08\x00\x16\x00UI")
    small = dicom(transfer_syntax="deflated")
    uid = SYNTAXES["deflated"].encode()
    meta = small[: small.index(uid) + len(uid)]
    after = small[small.index(b"\x02\x00\x12\x00UI") :]
    compressor = zlib.compressobj(9, wbits=-15)
    body = compressor.compress(plain[start:]) + compressor.flush()
    return meta + after[: 8 + int.from_bytes(after[6:8], "little")] + body


def nested(depth: int) -> bytes:
    """Sequences of undefined length within each other."""
    start = explicit_element(0x00091010, "SQ", b"", UNDEFINED) + ITEM
    return start * depth + (ITEM_END + SEQUENCE_END) * depth


def signature(magic: bytes) -> bytes:
    """A whole file with another format's signature in its preamble."""
    return magic.ljust(128, b"\x90") + dicom()[128:]


def announcing(side: int) -> bytes:
    """A JPEG 2000 frame of 64 × 64 that says of itself that it is ``side`` wide and high."""
    frame = bytearray(encode_frame(picture(64, 64), "j2k-lossless", 12))
    for offset in (8, 12, 24, 28):
        frame[offset : offset + 4] = side.to_bytes(4, "big")
    return bytes(frame)


def with_rows(rows: int, columns: int) -> bytes:
    """A small file that says that it is large."""
    ds = data_set(picture(64, 64))
    ds.Rows, ds.Columns = min(rows, 65535), min(columns, 65535)
    return saved(ds)


def chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png_of(columns: int, rows: int, depth: int = 8, colour: int = 0, body: bytes = b"") -> bytes:
    """A PNG with that header, whatever its pixels are."""
    header = chunk(b"IHDR", struct.pack(">LLBBBBB", columns, rows, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", body or zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def raster(pixels: NDArray[Any] | Image.Image, kind: str, **options: Any) -> bytes:
    """An array or image as a file."""
    stream = io.BytesIO()
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    image.save(stream, kind, **options)
    return stream.getvalue()


@functools.cache
def structure() -> dict[str, bytes]:
    """Cases 1–17: what is wrong with the file as such."""
    whole = dicom()
    first = whole.index(b"\x08\x00\x16\x00UI")
    return {
        "01 empty": b"",
        "01 one byte": b"D",
        "02 text": b"Dear colleague,\nplease find enclosed\n" * 10,
        "02 pdf": b"%PDF-1.7\n" + bytes(500),
        "02 random": np.random.default_rng(2).integers(0, 256, 4000, dtype=np.uint8).tobytes(),
        "03 whole": whole,
        "05 nothing after the preamble": bytes(128) + b"DICM",
        "06 cut in its header": whole[: first + 201],
        "07 pixels cut short": whole[:-62],
        "08 unknown syntax": labelled("htj2k", "999.888.777"),
        "09 endless element": inserted(whole, explicit_element(0x00091010, "UN", b"", 0xFFFFFFF0)),
        "10 nested": inserted(whole, nested(5000)),
        "10 nested without an end": inserted(whole, nested(300)[: 20 * 300]),
        "11 deflated bomb": deflated(explicit_element(0x00291010, "OB", bytes(70 << 20))),
        "12 unknown representation": inserted(whole, explicit_element(0x00091012, "ZZ", b"1234")),
        "12 numbers that are none": dicom(PatientAge=None, slope=None, intercept=None, InstanceNumber=None).replace(
            b"\x28\x00\x00\x01US",
            explicit_element(0x00281052, "DS", b"1e400 ")
            + explicit_element(0x00281053, "DS", b"abc ")
            + b"\x28\x00\x00\x01US",
        ),
        "12 several rows": whole.replace(
            b"\x28\x00\x10\x00US\x02\x00" + (96).to_bytes(2, "little"),
            explicit_element(0x00280010, "US", (96).to_bytes(2, "little") + (64).to_bytes(2, "little")),
        ),
        "13 undeclared Cyrillic": inserted(
            dicom(PatientName=None), explicit_element(0x00100010, "PN", "Иванов^Пётр ".encode("cp1251")),
            before=0x00100020,
        ),
        "14 a megabyte of name": inserted(
            whole, explicit_element(0x00081030, "UT", b"long " * 250_000), before=0x00100010
        ),
        "15 program in the preamble": signature(b"MZ\x90\x00"),
        "15 ELF in the preamble": signature(b"\x7fELF\x02\x01"),
        "15 TIFF in the preamble": signature(b"II*\x00\x08\x00\x00\x00"),
        "16 directory": dicom(SOPClassUID="1.2.840.10008.1.3.10", PixelData=None),
        "17 report": dicom(SOPClassUID="1.2.840.10008.5.1.4.1.1.88.11", PixelData=None),
        "17 plan": dicom(SOPClassUID="1.2.840.10008.5.1.4.1.1.481.5", PixelData=None),
    }  # fmt: skip


@functools.cache
def pixels() -> dict[str, bytes]:
    """Cases 18–31 and 33: what is wrong with the pixels."""
    small = {"pixels": picture(64, 64)}
    grey = picture(bits=12)
    rle = bytearray(encode_frame(picture(64, 64), "rle", 12))
    rle[4:12] = struct.pack("<LL", 64, 0xFFFFFFF0)
    jls = bytearray(encode_frame(picture(300, 300), "jpeg-ls", 12))
    jls[200:2000] = bytes(range(256)) * 7 + bytes(8)
    negative = data_set(picture(signed=True), transfer_syntax="j2k-lossless", signed=True)
    negative.PixelRepresentation = 0
    return {
        "18 four gigapixels": with_rows(65535, 65535),
        "18 past 32 bits": with_rows(46341, 46341),
        "19 huge": with_frame(announcing(15000), "j2k-lossless", Rows=15000, Columns=15000),
        "20 codestream of 30000": with_frame(announcing(30000), "j2k-lossless"),
        "21 codestream of 256": with_frame(encode_frame(picture(256, 256), "jpeg-ls", 12), "jpeg-ls"),
        "22 wrong segments": with_frame(bytes(rle), "rle"),
        "23 mutated codestream": with_frame(bytes(jls), "jpeg-ls", picture(300, 300)),
        "24 2147483647 frames": dicom(NumberOfFrames=2147483647),
        "24 0 frames": dicom(NumberOfFrames=0),
        "24 -5 frames": dicom(NumberOfFrames=-5),
        "24 2 frames": dicom(NumberOfFrames=2),
        "25 more stored than allocated": dicom(BitsStored=17),
        "25 high bit": dicom(HighBit=15),
        **{f"25 {bits} bits": dicom(BitsAllocated=bits) for bits in (1, 3, 9, 32, 64)},
        "26 sign": saved(negative),
        "28 window without width": dicom(window=(2000, 0)),
        "28 slope NaN": dicom(slope=None, intercept=None).replace(
            b"\x28\x00\x03\x01US\x02\x00\x00\x00",
            b"\x28\x00\x03\x01US\x02\x00\x00\x00"
            + explicit_element(0x00281052, "DS", b"0 ") + explicit_element(0x00281053, "DS", b"NaN "),
        ),
        "29 constant": dicom(np.full((96, 80), 7, np.uint16)),
        "29 one pixel": dicom(np.array([[7]], np.uint16)),
        "29 strip": dicom(picture(1000, 100)[:, :20].copy()),
        "30 jpeg xl": labelled("htj2k", "1.2.840.10008.1.2.4.111"),
        "30 mpeg": labelled("htj2k", "1.2.840.10008.1.2.4.102"),
        "31 burned in": dicom(grey, BurnedInAnnotation="YES"),
        "31 overlay": inserted(dicom(grey), explicit_element(0x60000010, "US", b"\x10\x00"), before=0x7FE00010),
        "31 colour": dicom(np.dstack([picture(bits=8), picture(bits=8)[::-1], picture(bits=8)]), bits_stored=8,
                           photometric="RGB"),
        "33 upside down": dicom(PatientOrientation=["L", "H"], pixels=grey),
        "33 mirrored": dicom(PatientOrientation=["R", "F"], **small),
    }  # fmt: skip


@functools.cache
def rasters() -> dict[str, bytes]:
    """Cases 34–38: PNG, JPEG, TIFF, and what borrows their names."""
    grey = picture(bits=8)
    png, jpeg = raster(picture(200, 200, 8), "PNG"), raster(picture(200, 200, 8), "JPEG")
    wrong = bytearray(png)
    wrong[png.index(b"IDAT") + 500] ^= 1
    image, other = Image.fromarray(grey), Image.fromarray(np.flipud(grey))
    exif = Image.Exif()
    exif[0x010E] = "Doe^John 1970"
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 0.0)
    return {
        "34 png of 12000": png_of(20_000, 12_000),
        "34 png of 20000": png_of(20_000, 20_000),
        "35 png cut short": png[: len(png) // 2],
        "35 jpeg cut short": jpeg[: len(jpeg) // 2],
        "35 wrong checksum": bytes(wrong),
        "35 no size": png_of(0, 0),
        "35 impossible depth": png_of(80, 80, 3, 2),
        "36 apng": raster(image, "PNG", save_all=True, append_images=[other]),
        "36 pages": raster(image, "TIFF", save_all=True, append_images=[other]),
        "36 floating point": raster(picture().astype(np.float32), "TIFF"),
        "36 cmyk": raster(image.convert("CMYK"), "JPEG"),
        "37 postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n" + bytes(100),
        "37 fits": b"SIMPLE  =                    T" + bytes(500),
        "37 photoshop": b"8BPS\x00\x01" + bytes(500),
        "37 metafile": b"\xd7\xcd\xc6\x9a" + bytes(500),
        "38 place and name": raster(image, "JPEG", exif=exif),
        "45 zip": b"PK\x03\x04" + bytes(500),
        "53 pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n",
    }


def everything() -> dict[str, bytes]:
    """All of them."""
    return {**structure(), **pixels(), **rasters()}

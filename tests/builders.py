"""Synthetic files for tests: DICOM in every transfer syntax, PNG, TIFF and JPEG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pydicom
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import ComputedRadiographyImageStorage, generate_uid
from rle import encode_pixel_data

SYNTAXES = {
    "implicit": "1.2.840.10008.1.2",
    "explicit": "1.2.840.10008.1.2.1",
    "big": "1.2.840.10008.1.2.2",
    "deflated": "1.2.840.10008.1.2.1.99",
    "rle": "1.2.840.10008.1.2.5",
    "jpeg": "1.2.840.10008.1.2.4.50",
    "jpeg-extended": "1.2.840.10008.1.2.4.51",
    "jpeg-lossless": "1.2.840.10008.1.2.4.57",
    "jpeg-lossless-sv1": "1.2.840.10008.1.2.4.70",
    "jpeg-ls": "1.2.840.10008.1.2.4.80",
    "jpeg-ls-near": "1.2.840.10008.1.2.4.81",
    "j2k-lossless": "1.2.840.10008.1.2.4.90",
    "j2k": "1.2.840.10008.1.2.4.91",
    "htj2k-lossless": "1.2.840.10008.1.2.4.201",
    "htj2k-rpcl": "1.2.840.10008.1.2.4.202",
    "htj2k": "1.2.840.10008.1.2.4.203",
}
"""Short name → UID."""

LOSSLESS = tuple(name for name in SYNTAXES if name not in ("jpeg", "jpeg-extended", "jpeg-ls-near", "j2k", "htj2k"))
LOSSY = ("jpeg-extended", "jpeg-ls-near", "j2k", "htj2k")
_NATIVE = ("implicit", "explicit", "big", "deflated")


def picture(rows: int = 96, columns: int = 80, bits: int = 12, signed: bool = False) -> NDArray[np.integer]:
    """A smooth picture with some grain that uses most of its range; the same one every time."""
    y, x = np.mgrid[0:rows, 0:columns]
    waves = (
        np.sin(x / (columns / 9.0)) * np.cos(y / (rows / 7.0)) * 0.3 + 0.5 + (x + 2 * y) / (columns + 2 * rows) * 0.15
    )
    grain = np.random.default_rng(20).normal(0.0, 0.01, (rows, columns))
    codes = np.clip((waves + grain) * ((1 << bits) - 1), 0, (1 << bits) - 1).astype(np.int32)
    if signed:
        return (codes - (1 << (bits - 1))).astype(np.int16 if bits > 8 else np.int8)
    return codes.astype(np.uint16 if bits > 8 else np.uint8)


def encode_frame(pixels: NDArray[Any], syntax: str, bits: int) -> bytes:
    """One frame of a compressed syntax. JPEG-LS and JPEG carry two's complement as plain bits, as PS3.5 8.2 has it."""
    if syntax.startswith("j2k") and "lossless" in syntax:
        return imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True, level=0, bitspersample=bits)
    if syntax == "j2k":
        return imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", level=60, bitspersample=bits)
    if syntax in ("htj2k-lossless", "htj2k-rpcl"):
        return imagecodecs.htj2k_encode(pixels, reversible=True)
    if syntax == "htj2k":
        return imagecodecs.htj2k_encode(pixels, reversible=False, level=0.00005)
    plain = pixels.astype(np.int32) & ((1 << bits) - 1)
    unsigned = np.ascontiguousarray(plain.astype(np.uint8 if pixels.dtype.itemsize == 1 else np.uint16))
    if syntax == "rle":
        rows, columns = pixels.shape[:2]
        return encode_pixel_data(
            unsigned.astype(unsigned.dtype.newbyteorder("<")).tobytes(),
            rows=rows,
            columns=columns,
            samples_per_pixel=1 if pixels.ndim == 2 else 3,
            bits_allocated=8 * unsigned.itemsize,
            number_of_frames=1,
            byteorder="<",
        )
    if syntax == "jpeg-ls":
        return imagecodecs.jpegls_encode(unsigned)
    if syntax == "jpeg-ls-near":
        return imagecodecs.jpegls_encode(unsigned, level=2)
    if syntax.startswith("jpeg-lossless"):
        predictor = 1 if syntax.endswith("sv1") else 6
        return imagecodecs.jpeg8_encode(unsigned, lossless=True, predictor=predictor, bitspersample=bits)
    if syntax == "jpeg-extended":
        return imagecodecs.jpeg8_encode(unsigned, level=97, bitspersample=12)
    return imagecodecs.jpeg8_encode(unsigned, level=95)


def lut_item(
    first: int, entries: Sequence[int], bits: int = 16, explanation: str = "", signed: bool = False
) -> Dataset:
    """An item of a Modality or VOI LUT Sequence."""
    item = Dataset()
    item.add_new(0x00283002, "SS" if signed else "US", [len(entries) % 65536, first, bits])
    if explanation:
        item.LUTExplanation = explanation
    item.add_new(0x00283006, "OW", np.asarray(entries, dtype="<u2").tobytes())
    return item


def data_set(
    pixels: NDArray[Any],
    *,
    transfer_syntax: str = "explicit",
    photometric: str = "MONOCHROME2",
    bits_stored: int = 12,
    signed: bool = False,
    window: tuple[float, float] | Sequence[tuple[float, float]] | None = None,
    voi_lut: Dataset | Sequence[Dataset] | None = None,
    modality_lut: Dataset | None = None,
    slope: float | str | None = 1,
    intercept: float | str | None = 0,
    **keywords: Any,
) -> FileDataset:
    """A data set that is ready to be written; ``keywords`` are set last, ``None`` removes an attribute."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = pydicom.uid.UID(SYNTAXES.get(transfer_syntax, transfer_syntax))
    meta.MediaStorageSOPClassUID = ComputedRadiographyImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid(entropy_srcs=["builders", str(keywords.get("InstanceNumber", 1))])
    meta.ImplementationClassUID = generate_uid(entropy_srcs=["builders"])
    ds = FileDataset(
        "",
        {},
        file_meta=meta,
        preamble=bytes(128),
        is_implicit_VR=transfer_syntax == "implicit",
        is_little_endian=transfer_syntax != "big",
    )
    ds.SOPClassUID, ds.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    ds.Modality, ds.StudyDate, ds.StudyTime = "CR", "20240229", "101530"
    ds.PatientName, ds.PatientID = "Phantom^Test", "P1"
    ds.StudyInstanceUID, ds.SeriesInstanceUID = "1.2.3.4", "1.2.3.4.5"
    ds.BodyPartExamined, ds.ViewPosition, ds.InstanceNumber = "CHEST", "PA", 1
    allocated = 8 * pixels.dtype.itemsize
    ds.SamplesPerPixel = 1 if pixels.ndim == 2 else 3
    ds.PhotometricInterpretation = photometric
    ds.Rows, ds.Columns = pixels.shape[:2]
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = (
        allocated,
        min(bits_stored, allocated),
        min(bits_stored, allocated) - 1,
    )
    ds.PixelRepresentation = int(signed)
    if pixels.ndim == 3:
        ds.PlanarConfiguration = 0
    if modality_lut is not None:
        ds.ModalityLUTSequence = [modality_lut]
    if slope is not None:
        ds.RescaleSlope = slope
    if intercept is not None:
        ds.RescaleIntercept = intercept
    if window is not None:
        windows = [window] if np.isscalar(window[0]) else list(window)
        ds.WindowCenter, ds.WindowWidth = [w[0] for w in windows], [w[1] for w in windows]
    if voi_lut is not None:
        ds.VOILUTSequence = [voi_lut] if isinstance(voi_lut, Dataset) else list(voi_lut)
    _set_pixels(ds, pixels, transfer_syntax)
    for keyword, value in keywords.items():
        if value is None:
            if keyword in ds:
                delattr(ds, keyword)
        else:
            setattr(ds, keyword, value)
    return ds


def _set_pixels(ds: FileDataset, pixels: NDArray[Any], syntax: str) -> None:
    wide = ds.BitsAllocated > 8
    if syntax in _NATIVE or syntax not in SYNTAXES:
        order = ">" if syntax == "big" else "<"
        data = pixels.astype(pixels.dtype.newbyteorder(order)).tobytes()
        ds.add_new(0x7FE00010, "OW" if wide else "OB", data + bytes(len(data) % 2))
    else:
        ds.PixelData = encapsulate([encode_frame(pixels, syntax, ds.BitsStored)])
        ds["PixelData"].VR = "OB"
        ds["PixelData"].is_undefined_length = True


def save(ds: FileDataset, path: Path) -> Path:
    """Write a data set as its meta information says."""
    ds.save_as(path, enforce_file_format=True)
    return path


def write_dicom(path: Path, pixels: NDArray[Any] | None = None, **options: Any) -> Path:
    """Write one image; see ``data_set`` for the options. Without pixels: ``picture`` of the right depth."""
    if pixels is None:
        bits = options.get("bits_stored", 12)
        pixels = picture(bits=bits, signed=options.get("signed", False))
    return save(data_set(pixels, **options), path)


def write_headless(path: Path, pixels: NDArray[Any] | None = None, **options: Any) -> Path:
    """Write the bare data set: no preamble, no meta information."""
    ds = data_set(picture() if pixels is None else pixels, **options)
    syntax = ds.file_meta.TransferSyntaxUID
    bare = Dataset(ds)
    bare.save_as(path, implicit_vr=syntax.is_implicit_VR, little_endian=syntax.is_little_endian)
    return path


def write_png(path: Path, pixels: NDArray[Any], **options: Any) -> Path:
    """PNG of 8 or 16 bits, grey or colour."""
    Image.fromarray(pixels).save(path, "PNG", **options)
    return path


def write_tiff(path: Path, pixels: NDArray[Any], **options: Any) -> Path:
    """TIFF of 8 or 16 bits."""
    Image.fromarray(pixels).save(path, "TIFF", **options)
    return path


def write_jpeg(path: Path, pixels: NDArray[Any], **options: Any) -> Path:
    """JPEG of 8 bits."""
    Image.fromarray(pixels).save(path, "JPEG", **{"quality": 95, **options})
    return path


def explicit_element(tag: int, vr: str, value: bytes, length: int | None = None) -> bytes:
    """One explicit little endian element as bytes; ``length`` may lie."""
    start = (tag >> 16).to_bytes(2, "little") + (tag & 0xFFFF).to_bytes(2, "little") + vr.encode()
    count = len(value) if length is None else length
    if vr in ("OB", "OW", "OF", "SQ", "UN", "UT", "UC", "UR"):
        return start + bytes(2) + count.to_bytes(4, "little") + value
    return start + count.to_bytes(2, "little") + value


def with_elements(path: Path, *elements: bytes, before: int = 0x7FE00010) -> bytes:
    """The bytes of an explicit little endian file with raw elements put before the one with the tag ``before``."""
    data = path.read_bytes()
    mark = (before >> 16).to_bytes(2, "little") + (before & 0xFFFF).to_bytes(2, "little")
    at = data.rindex(mark) if before == 0x7FE00010 else data.index(mark)
    return data[:at] + b"".join(elements) + data[at:]

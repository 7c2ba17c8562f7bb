"""Pixels of a foreign file: sniffed by content, header first; every fault is one plain sentence."""

from __future__ import annotations

from dataclasses import replace

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import ByteSource, MemorySource
from cxr_desktop.imaging.dicom_file import open_dicom
from cxr_desktop.imaging.dicom_header import read_radiograph
from cxr_desktop.imaging.dicom_pixels import read_codes
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.files import read_bytes, require_size
from cxr_desktop.imaging.grey_image import grey_from_dicom, may_be_averaged
from cxr_desktop.imaging.header_reader import unforeseen
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.polarity import LOOKS_INVERTED, looks_inverted
from cxr_desktop.imaging.raster import read_raster_image
from cxr_desktop.imaging.sniff import HEAD_BYTES, sniff

_DEFAULT_BUDGET = ReadBudget()


def read_image(
    path: str, budget: ReadBudget = _DEFAULT_BUDGET, data: bytes | None = None, shorter_side: int = 0
) -> GreyImage:
    """Decode at full resolution; ``data`` are the file's bytes if somebody has read them already.

    With a ``shorter_side``, fewer pixels may come where that saves time (``GreyImage.reduction`` says so), but not
    fewer than these along the shorter side.

    Raises ``NotAnImageError`` or ``UnreadableImageError``; missing pixels are refused, never filled in.
    """
    if data is None:
        data = read_bytes(path, budget)
    try:
        require_size(len(data), budget)
        kind = sniff(data[:HEAD_BYTES], len(data))
        if kind is Source.DICOM:
            image = _read_dicom(MemorySource(data), len(data), path, budget, shorter_side)
        else:
            image = read_raster_image(data, path, kind, budget)
        return replace(image, flags=(*image.flags, LOOKS_INVERTED)) if looks_inverted(image) else image
    except CxrError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary: a foreign file may never end a batch
        raise unforeseen(error) from None


def _read_dicom(source: ByteSource, size: int, path: str, budget: ReadBudget, shorter_side: int) -> GreyImage:
    file = open_dicom(source, size, budget)
    attributes = Attributes(file.walker, file.elements)
    radiograph, pixel = read_radiograph(path, file, attributes)
    codes = read_codes(file, pixel, budget, shorter_side if may_be_averaged(attributes) else 0)
    return grey_from_dicom(radiograph, attributes, codes, file.walker.encoding.big_endian)

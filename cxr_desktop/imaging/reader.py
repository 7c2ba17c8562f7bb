"""One entrance for foreign files: sniff by content, header first, pixels after; every fault is one plain sentence."""

from __future__ import annotations

import io
import logging
from dataclasses import replace

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import ByteSource, FileSource, MemorySource
from cxr_desktop.imaging.dicom_file import open_dicom
from cxr_desktop.imaging.dicom_header import read_radiograph
from cxr_desktop.imaging.dicom_pixels import read_codes
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.files import content_hash, file_identity, open_regular, read_bytes, require_size
from cxr_desktop.imaging.grey_image import grey_from_dicom, may_be_averaged
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.polarity import LOOKS_INVERTED, looks_inverted
from cxr_desktop.imaging.raster import read_raster_header, read_raster_image
from cxr_desktop.imaging.sniff import HEAD_BYTES, sniff

__all__ = ["ReadBudget", "content_hash", "file_identity", "read_header", "read_image"]

log = logging.getLogger(__name__)

_DEFAULT_BUDGET = ReadBudget()


def read_header(path: str, budget: ReadBudget = _DEFAULT_BUDGET) -> Radiograph:
    """What a worklist shows of a file, without touching its pixels.

    Raises ``NotAnImageError`` or ``UnreadableImageError``. That a header is read promises nothing about the pixels.
    """
    stream, size = open_regular(path, budget)
    with stream:
        try:
            source = FileSource(stream, size)
            kind = sniff(source.read(0, HEAD_BYTES), size)
            if kind is Source.DICOM:
                file = open_dicom(source, size, budget)
                return read_radiograph(path, file, Attributes(file.walker, file.elements))[0]
            stream.seek(0)
            with io.BufferedReader(stream) as buffered:
                return read_raster_header(buffered, path, kind, budget)
        except CxrError:
            raise
        except Exception as error:  # noqa: BLE001 - the boundary: a foreign file may never end a batch
            raise _unforeseen(error) from None


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
        raise _unforeseen(error) from None


def _read_dicom(source: ByteSource, size: int, path: str, budget: ReadBudget, shorter_side: int) -> GreyImage:
    file = open_dicom(source, size, budget)
    attributes = Attributes(file.walker, file.elements)
    radiograph, pixel = read_radiograph(path, file, attributes)
    codes = read_codes(file, pixel, budget, shorter_side if may_be_averaged(attributes) else 0)
    return grey_from_dicom(radiograph, attributes, codes, file.walker.encoding.big_endian)


def _unforeseen(error: Exception) -> UnreadableImageError:
    """Faults that no reader foresaw; the log has their kind, without values of the header."""
    if isinstance(error, MemoryError):
        return UnreadableImageError("not enough memory to read this image")
    log.warning("an image could not be read: %s", type(error).__name__)
    log.debug("an image could not be read", exc_info=error)
    return UnreadableImageError("the file is damaged")

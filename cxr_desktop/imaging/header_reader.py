"""Header of a foreign file → ``Radiograph``; touches no pixel, and imports no library of pictures for a DICOM file.

Children that read headers for a worklist import nothing else: one starts in a tenth of a second.
"""

from __future__ import annotations

import io
import logging

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.byte_source import FileSource
from cxr_desktop.imaging.dicom_file import open_dicom
from cxr_desktop.imaging.dicom_header import read_radiograph
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.files import open_regular
from cxr_desktop.imaging.sniff import HEAD_BYTES, sniff

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
            from cxr_desktop.imaging.raster import read_raster_header

            stream.seek(0)
            with io.BufferedReader(stream) as buffered:
                return read_raster_header(buffered, path, kind, budget)
        except CxrError:
            raise
        except Exception as error:  # noqa: BLE001 - the boundary: a foreign file may never end a batch
            raise unforeseen(error) from None


def unforeseen(error: Exception) -> UnreadableImageError:
    """Faults that no reader foresaw; the log has their kind, without values of the header."""
    if isinstance(error, MemoryError):
        return UnreadableImageError("not enough memory to read this image")
    log.warning("an image could not be read: %s", type(error).__name__)
    log.debug("an image could not be read", exc_info=error)
    return UnreadableImageError("the file is damaged")

"""Labelled images as the table that training reads; paths and pseudonyms, no name and no pixel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from cxr_desktop.domain.impression import LabelledImage
from cxr_desktop.export.atomic_file import write_bytes

COLUMNS = ("path", "label", "patient", "split", "origin", "view")
ORIGIN = "this worklist"


def write_manifest(target: Path, images: Iterable[LabelledImage]) -> int:
    """Write the table whole, splits left open; returns how many rows it has. Raises ``OSError``.

    Bytes of a path that are no text come out as they are on disk.
    """
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for image in images:
        table.writerow((image.path, image.label.value, image.patient, "", ORIGIN, image.view))
        count += 1
    write_bytes(target, stream.getvalue().encode("utf-8", "surrogateescape"))
    return count

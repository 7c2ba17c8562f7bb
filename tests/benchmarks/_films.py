"""The films that benchmarks read: synthetic chests in four encodings, written once for a run; knows no program."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pydicom import uid

from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.dicom_file import Form, Identity
from cxr_desktop.phantom.lesions import Pattern

ENCODINGS = (uid.JPEG2000Lossless, uid.RLELossless, uid.ExplicitVRLittleEndian, uid.ExplicitVRLittleEndian)
"""A quarter of the files each. No JPEG lossless: pydicom alone cannot read it, and the peer must read all."""
_PATTERNS = (Pattern.CLEAR, Pattern.GROUND_GLASS, Pattern.CONSOLIDATION, Pattern.CAVITIES)


def write_films(folder: Path, count: int = 60, rows: int = 2048, encodings: tuple[uid.UID, ...] = ENCODINGS) -> Path:
    """``count`` DX files of ``rows`` × about ``rows`` pixels with 12 bits, every one another picture of another person.

    Files that are there already are kept, so that a folder can be named and used again. Returns ``folder``.
    """
    folder.mkdir(parents=True, exist_ok=True)

    def one(number: int) -> None:
        path = folder / f"{number:05d}.dcm"
        if path.exists():
            return
        # Detectors differ: 1,940 to 2,044 columns for 2,048 rows.
        columns = rows * (1940 + 8 * (number % 14)) // 2048
        film = radiographs.chest(number, _PATTERNS[number // len(encodings) % 4], rows, columns)
        form = Form("DX", 12, syntax=encodings[number % len(encodings)])
        who = Identity(f"Phantom^{number}", f"P{number:05d}", "F", 40, f"A{number}", "20260302", "080000", str(number))
        data = dicom_file.write(film.pixels, film.spacing_mm, "PA", who, form)
        temporary = path.with_suffix(".part")
        temporary.write_bytes(data)
        os.replace(temporary, path)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, range(count)))
    return folder

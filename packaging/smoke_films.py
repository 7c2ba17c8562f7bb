"""Phantom films for the smoke test, one for each transfer syntax that the program reads; starts no program."""

from __future__ import annotations

from pathlib import Path

from pydicom import uid

from cxr_desktop.imaging.transfer_syntaxes import ENCAPSULATED, NATIVE, name_of
from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.dicom_file import Form, Identity
from cxr_desktop.phantom.lesions import Pattern

ROWS, COLUMNS = 900, 750
_BITS = {
    # What the codec can carry; all others take 12, as most detectors give.
    uid.JPEGBaseline8Bit: 8,
    uid.JPEGLSLossless: 16,
    uid.JPEGLSNearLossless: 16,
    uid.HTJ2KLossless: 16,
    uid.HTJ2KLosslessRPCL: 16,
    uid.HTJ2K: 16,
}


def write_films(folder: Path) -> dict[Path, str]:
    """One film for each syntax into ``folder``; says the name of each one's syntax. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for number, value in enumerate(sorted(NATIVE | ENCAPSULATED.keys())):
        syntax = uid.UID(value)
        # Another person each, so that no film is taken for a copy of another.
        pattern = list(Pattern)[number % len(Pattern)]
        phantom = radiographs.chest(100 + number, pattern, ROWS, COLUMNS)
        form = Form("CR" if number % 2 else "DX", _BITS.get(syntax, 12), inverse=number % 3 == 2, syntax=syntax)
        path = folder / f"{number:02}-{syntax.keyword}.dcm"
        path.write_bytes(dicom_file.write(phantom.pixels, phantom.spacing_mm, "PA", _identity(number), form))
        written[path] = name_of(value)
    return written


def write_classes(folder: Path, per_class: int = 8) -> None:
    """A data set to train on: one folder for each class, ``per_class`` patients in each."""
    for number, (name, pattern) in enumerate((("covid", Pattern.GROUND_GLASS), ("normal", Pattern.CLEAR))):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for film in range(per_class):
            person = 1000 * (number + 1) + film
            phantom = radiographs.chest(person, pattern, 300, 250)
            data = dicom_file.write(phantom.pixels, phantom.spacing_mm, "PA", _identity(person), Form("CR", 12))
            (folder / name / f"{film:02}.dcm").write_bytes(data)


def _identity(number: int) -> Identity:
    return Identity(
        f"PHANTOM^Smoke {number}", f"S-{number}", "F", 50, f"SMOKE{number}", "20260302", "080000", str(number)
    )

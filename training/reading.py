"""One file → 8-bit codes as training keeps them, and what its header says without naming anybody; knows no data set."""

from __future__ import annotations

import io
import os
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.files import content_hash, read_bytes
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import ReadBudget, read_image
from training.data import ADULT, CHILD

T = TypeVar("T", bound=np.generic)
Codes = NDArray[np.uint8]
BUDGET = ReadBudget(shortest_side=8)
_NOBODY = frozenset(
    {"", "0", "-", "none", "na", "n/a", "null", "unknown", "anon", "anonymous", "anonymized", "anonymised"}
)


class Pseudonyms:
    """Names of patients → short keyed digests; the key is a random file of this machine and leaves it never."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "pseudonyms.key"
        try:
            descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(secrets.token_bytes(32))
        except FileExistsError:
            pass
        self._key = file.read_bytes()

    def patient(self, name: str) -> str:
        """Empty for nobody in particular."""
        return "" if name.strip().lower() in _NOBODY else self.group(name)

    def group(self, name: str) -> str:
        """The same for the name of a study or folder; empty only for an empty one."""
        plain = name.strip().lower().encode("utf-8", "surrogateescape")
        return blake2b(plain, key=self._key, digest_size=8).hexdigest() if plain else ""


@dataclass(frozen=True, slots=True)
class Picture:
    """``codes``: uint8 (rows, columns), or (rows, columns, 3) in colour. ``patient`` is a name: never store it."""

    codes: Codes
    digest: str
    patient: str = ""
    view: str = ""
    age_group: str = ""


def read_picture(path: Path, largest: int = 0, colour: bool = False) -> Picture:
    """Decode one file through the reader that serves. ``largest``: pixels of the shorter side; 0 keeps the size.

    Raises ``NotAnImageError`` or ``UnreadableImageError``.
    """
    data = read_bytes(str(path), BUDGET)
    image = read_image(str(path), BUDGET, data)
    header = image.radiograph
    if colour:
        codes = _colours(data, header.source)
    elif (
        header.source is not Source.DICOM and image.pixels.max() <= 255 and not image.inverted and image.padding is None
    ):
        # The display window of an 8-bit raster file is a straight line through its codes, which ``harmonise`` undoes.
        codes = image.pixels.astype(np.uint8)
    else:
        return Picture(_as_codes(presentation(image), largest), content_hash(data), *_facts(header))
    return Picture(shrunk(codes, largest), content_hash(data), *_facts(header))


def read_grey(path: Path) -> Codes:
    """One grey image at full size as 8-bit codes."""
    return read_picture(path).codes


def _facts(header: Radiograph) -> tuple[str, str, str]:
    """(patient's own identifier, view, age group)"""
    age = header.patient_age.strip().upper()
    years = int(age[:-1]) if age[:-1].isdigit() and age.endswith("Y") else 0 if age[-1:] in ("D", "W", "M") else None
    age_group = "" if years is None else CHILD if years < 18 else ADULT
    return header.patient_id, header.view_position, age_group


def _as_codes(shown: NDArray[np.float32], largest: int) -> Codes:
    return np.rint(np.clip(shrunk(shown, largest), 0.0, 1.0) * 255.0).astype(np.uint8)


def shrunk(picture: NDArray[T], largest: int) -> NDArray[T]:
    """Area average with the shorter side at ``largest``; as it is where that is smaller already."""
    rows, columns = picture.shape[:2]
    shorter = min(rows, columns)
    if not largest or shorter <= largest:
        return picture
    size = (max(1, round(columns * largest / shorter)), max(1, round(rows * largest / shorter)))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def _colours(data: bytes, source: Source) -> Codes:
    """The colours of a raster file that the reader has accepted."""
    if source is Source.DICOM:
        raise UnreadableImageError("colour is read from PNG, JPEG and TIFF files only")
    try:
        with Image.open(io.BytesIO(data)) as image:
            return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableImageError("the colours of the file cannot be read") from error

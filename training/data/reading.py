"""One file → 8-bit codes as training keeps them, and what its header says without naming anybody; knows no data set."""

from __future__ import annotations

import io
import os
import re
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
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.files import content_hash, read_bytes
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import read_image
from training.data.sample import ADULT, CHILD

T = TypeVar("T", bound=np.generic)
Codes = NDArray[np.uint8]
_GROWN_UP = 18
BUDGET = ReadBudget(shortest_side=8)
_NOBODY = frozenset(
    {"", "0", "-", "none", "na", "n/a", "null", "unknown", "anon", "anonymous", "anonymized", "anonymised"}
)


class Pseudonyms:
    """Names of patients → short keyed digests; the key is a random file of this machine and leaves it never."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "pseudonyms.key"
        if not file.exists():
            _make_key(file)
        self._key = file.read_bytes()

    def patient(self, name: str) -> str:
        """Empty for nobody in particular."""
        return "" if name.strip().lower() in _NOBODY else self.group(name)

    def group(self, name: str) -> str:
        """The same for the name of a study or folder; empty only for an empty one."""
        plain = name.strip().lower().encode("utf-8", "surrogateescape")
        return blake2b(plain, key=self._key, digest_size=8).hexdigest() if plain else ""


def _make_key(file: Path) -> None:
    """Written aside, so that nobody reads half of it; of two processes that make one the first wins."""
    partial = file.with_name(f"{file.name}.{secrets.token_hex(8)}.new")
    descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(secrets.token_bytes(32))
    try:
        os.link(partial, file)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        os.replace(partial, file)
    partial.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Picture:
    """``codes``: uint8 (rows, columns), or (rows, columns, 3) in colour. ``patient`` is a name: never store it."""

    codes: Codes
    digest: str
    patient: str = ""
    view: str = ""
    age_group: str = ""


def read_picture(path: Path, enough: int = 0, colour: bool = False) -> Picture:
    """Decode one file through the reader that serves. ``enough``: see ``shrunk``; 0 keeps the size.

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
        return Picture(_as_codes(presentation(image), enough), content_hash(data), *_facts(header))
    return Picture(shrunk(codes, enough), content_hash(data), *_facts(header))


def read_grey(path: Path) -> Codes:
    """One grey image at full size as 8-bit codes."""
    return read_picture(path).codes


def _facts(header: Radiograph) -> tuple[str, str, str]:
    """(patient's own identifier, view, age group)"""
    age = re.fullmatch(r"(\d+)([DWMY])", header.patient_age.strip().upper())
    if age is None:
        return header.patient_id, header.view_position, ""
    is_adult = age[2] == "Y" and int(age[1]) >= _GROWN_UP
    return header.patient_id, header.view_position, ADULT if is_adult else CHILD


def _as_codes(shown: NDArray[np.float32], enough: int) -> Codes:
    return np.rint(np.clip(shrunk(shown, enough), 0.0, 1.0) * 255.0).astype(np.uint8)


def shrunk(picture: NDArray[T], enough: int) -> NDArray[T]:
    """Means of whole blocks, the largest that leave the shorter side at ``enough`` or more.

    ``preprocess.resample`` begins with such blocks too, so what serves and what trains stay within a grey level.
    """
    factor = min(picture.shape[:2]) // enough if enough else 1
    return np.asarray(Image.fromarray(picture).reduce(factor)) if factor > 1 else picture


def _colours(data: bytes, source: Source) -> Codes:
    """The colours of a raster file that the reader has accepted."""
    if source is Source.DICOM:
        raise UnreadableImageError("colour is read from PNG, JPEG and TIFF files only")
    try:
        with Image.open(io.BytesIO(data)) as image:
            return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableImageError("the colours of the file cannot be read") from error

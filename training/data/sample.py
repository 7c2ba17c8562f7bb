"""The nouns of a labelled data set: a sample, a problem, an error; knows no folder, no manifest and no network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxr_desktop.domain.errors import CxrError

CHILD, ADULT = "child", "adult"
"""``age_group`` where it is known."""
FRONTAL, LATERAL, NOT_CHEST = "frontal_chest", "lateral_chest", "not_chest"
"""Classes of the gate."""
LUNGS = "lungs"
"""The one class of a segmenter: every image shows them."""


class DataError(CxrError, ValueError):
    """The images, their labels or their splits do not allow what was asked for; says what to do."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled image. ``file`` is relative to the data's root, absolute, or names a picture made by this program.

    ``label`` is a class of the recipe. ``origin`` is the collection (or, for the gate, the kind of picture) by which an
    epoch is balanced. ``group`` and ``patient`` are pseudonyms and never span two splits; "" is not known. ``mask`` is
    the file of the lung mask, where lungs are what is learned.
    """

    id: str
    file: str
    label: str
    split: str
    origin: str = ""
    group: str = ""
    patient: str = ""
    age_group: str = ""
    view: str = ""
    detail: str = ""
    licence: str = ""
    mask: str = ""


def files_of(samples: Iterable[Sample]) -> list[str]:
    """The pictures and the masks of samples, each once."""
    return sorted({file for s in samples for file in (s.file, s.mask) if file})


@dataclass(frozen=True, slots=True)
class Row:
    """One image as its source lists it: labels in the source's own words, none where it has none."""

    file: str
    labels: tuple[str, ...]
    id: str = ""
    split: str = ""
    origin: str = ""
    group: str = ""
    patient: str = ""
    age_group: str = ""
    view: str = ""
    detail: str = ""
    licence: str = ""
    mask: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An image that is left out, and why, in plain words."""

    file: str
    reason: str


def shown(file: str) -> str:
    """A file's name for messages: bytes that are no text become question marks, a very long name loses its middle."""
    text = file.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\ufffd", "?")
    return text if len(text) <= 120 else f"{text[:56]} … {text[-56:]}"

"""Labels in a source's own words → names of classes; knows no file and no image."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding

LONGEST = 40
_SYNONYMS: Mapping[str, str] = {
    "covid19": "covid19",
    "covid": "covid19",
    "covid2019": "covid19",
    "covid19pneumonia": "covid19",
    "sarscov2": "covid19",
    "pneumonia": "pneumonia",
    "tuberculosis": "tuberculosis",
    "tb": "tuberculosis",
    "normal": "normal",
    "healthy": "normal",
    "nofinding": "normal",
    "nofindings": "normal",
}


def key(label: str) -> str:
    """What two spellings of one label share: letters and digits, small."""
    return "".join(c for c in unicodedata.normalize("NFKC", label).casefold() if c.isalnum())


def class_of(label: str) -> str:
    """The class that a label means by itself: a known finding by its common names, else a name made of its letters.

    Letters without a Latin form (肺炎) are replaced by a short digest, so that two such labels never meet in one class.
    """
    known = _SYNONYMS.get(key(label))
    if known:
        return known
    folded = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", folded).strip("_")
    lost = sum(c.isalnum() for c in unicodedata.normalize("NFC", label)) > sum(c.isalnum() for c in folded)
    if slug and not lost and len(slug) <= LONGEST:
        return slug
    digest = hashlib.sha256(key(label).encode("utf-8", "surrogateescape")).hexdigest()[:6]
    return f"{slug[: LONGEST - 7].rstrip('_')}_{digest}" if slug else f"class_{digest}"


class Mapper:
    """Which class of the recipe a label becomes; see ``recipe.DataSpec`` for ``rename``."""

    def __init__(self, classes: Sequence[str], rename: Mapping[str, str]) -> None:
        self._classes = {key(c): c for c in classes}
        self._exact = {label: target for label, target in rename.items() if label != "*"}
        self._loose = {key(label): target for label, target in self._exact.items()}
        self._by_class = {class_of(label): target for label, target in self._exact.items()}
        self._rest = rename.get("*", "")
        self._open = not classes and not rename

    def __call__(self, label: str) -> str:
        """The class, or "" where images of this label are left out."""
        own = class_of(label)
        for table, name in ((self._exact, label), (self._loose, key(label)), (self._by_class, own)):
            if name in table:
                return table[name]
        for name in (key(own), key(label)):
            if name in self._classes:
                return self._classes[name]
        return own if self._open else self._rest


def class_labels(classes: Iterable[str], labels: Mapping[str, int], mapper: Mapper) -> dict[str, str]:
    """Class → words for readers: those of a known finding, else the source's commonest own words for it."""
    words: dict[str, str] = {}
    for name in classes:
        own = {label: n for label, n in labels.items() if mapper(label) == name == class_of(label)}
        if name in KNOWN_FINDINGS or not own:
            words[name] = Finding(name).label
        else:
            best = max(own.values())
            text = min(label for label, n in own.items() if n == best).replace("_", " ").strip()
            words[name] = text[:1].upper() + text[1:]
    return words

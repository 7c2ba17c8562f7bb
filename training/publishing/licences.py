"""Licences of training images, merged per collection and readable; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

NOT_GIVEN = "not given"
_PER_IMAGE = "per image"
_UNKNOWN = ("", "unknown", "none stated", "not recorded", "not given")


def plain(licence: str) -> str:
    """One image's licence in few words: what a collection's metadata say of it, without naming the metadata."""
    text = " ".join(licence.split())
    if text.startswith(_PER_IMAGE):
        _, found, own = text.partition(":")
        text = own.strip() if found else ""
    return NOT_GIVEN if text.lower() in _UNKNOWN else text


def merged(licences: Mapping[str, int]) -> str:
    """All licences of one collection, the commonest first, with their images where there are several."""
    counts: Counter[str] = Counter()
    for licence, images in licences.items():
        counts[plain(licence)] += images
    if len(counts) == 1:
        return next(iter(counts))
    return "per image: " + ", ".join(f"{name} ({n})" for name, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))

"""The sheets that reports are laid out for; knows no page."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """Names as CSS and readers know them."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size_pt(self) -> tuple[float, float]:
        """(width, height) upright, in points."""
        return (595.276, 841.89) if self is Paper.A4 else (612.0, 792.0)

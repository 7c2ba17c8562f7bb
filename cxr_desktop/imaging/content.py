"""Is there a picture at all? Shape and range of pixels; judges no anatomy."""

from __future__ import annotations

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.spread import Spread

LARGEST_ASPECT = 5


def require_shape(rows: int, columns: int, shortest_side: int) -> None:
    """Raise ``UnreadableImageError`` for images too small (see ``ReadBudget``) or too long to be a radiograph."""
    if min(rows, columns) < shortest_side:
        raise UnreadableImageError(f"no image content: {columns:,} × {rows:,} pixels are too few")
    if max(rows, columns) > LARGEST_ASPECT * min(rows, columns):
        raise UnreadableImageError(f"no image content: {columns:,} × {rows:,} pixels are a strip, not a radiograph")


def require_content(spread: Spread | None) -> Spread:
    """Raise ``UnreadableImageError`` where all pixels outside the padding have one value (or all are padding)."""
    if spread is None:
        raise UnreadableImageError("no image content: every pixel is padding")
    if spread.least == spread.greatest:
        raise UnreadableImageError("no image content: every pixel has the same value")
    return spread

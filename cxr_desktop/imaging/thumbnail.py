"""A whole image → a small picture of it as it is shown at first; pure, knows no file and no window."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cxr_desktop.imaging.pixels import GreyImage, presentation

SIDE = 88
"""The longer side in pixels: twice what a row has room for, for screens of 200 %."""
_FINE = 4


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """``pixels`` holds ``height × width`` bytes of grey, row by row."""

    height: int
    width: int
    pixels: bytes


def thumbnail(image: GreyImage) -> Thumbnail:
    """Under the image's first window. Every few pixels are looked at and then averaged, which takes milliseconds."""
    step = max(1, max(image.pixels.shape) // (SIDE * _FINE))
    coarse = replace(image, pixels=np.ascontiguousarray(image.pixels[::step, ::step]))
    shown = presentation(coarse)
    high, wide = (min(side, -(-max(shown.shape) // SIDE)) for side in shown.shape)
    height, width = shown.shape[0] // high, shown.shape[1] // wide
    whole = shown[: height * high, : width * wide]
    shown = whole.reshape(height, high, width, wide).mean(axis=(1, 3))
    grey = np.rint(np.clip(shown, 0.0, 1.0) * 255).astype(np.uint8)
    return Thumbnail(grey.shape[0], grey.shape[1], grey.tobytes())

"""Colour samples → one plane of luminance; knows no file format."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_ROWS_PER_BLOCK = 256


def luminance(samples: NDArray[np.uint16], photometric: str) -> NDArray[np.uint16]:
    """(rows, columns, 3) of "RGB" or a YBR → (rows, columns). Grey triples keep their value exactly (ITU-R BT.601)."""
    if photometric.startswith("YBR"):
        return np.ascontiguousarray(samples[:, :, 0])
    grey = np.empty(samples.shape[:2], dtype=np.uint16)
    for top in range(0, samples.shape[0], _ROWS_PER_BLOCK):
        block = samples[top : top + _ROWS_PER_BLOCK].astype(np.uint32)
        mixed = 299 * block[:, :, 0] + 587 * block[:, :, 1] + 114 * block[:, :, 2] + 500
        grey[top : top + _ROWS_PER_BLOCK] = mixed // 1000
    return grey


def differs_from_grey(samples: NDArray[np.generic], tolerance: int = 8) -> bool:
    """Do the three channels differ by more than what lossy compression does to a grey image stored as colour?"""
    for top in range(0, samples.shape[0], _ROWS_PER_BLOCK):
        block = samples[top : top + _ROWS_PER_BLOCK].astype(np.int32)
        spread = block.max(axis=2) - block.min(axis=2)
        if np.count_nonzero(spread > tolerance) > spread.size // 1000:
            return True
    return False

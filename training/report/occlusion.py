"""Pictures with the lungs, or everything but the lungs, taken away; numpy only, knows no model and no file."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.imaging.lung_region import lungs_at
from training.measures.metrics import Mask

Grey = NDArray[np.float32]

REACH = 32
"""The mask is widened by the picture's shorter side / 32, since a segmenter's edge is not sharp."""


def mask_of(field: LungField, shape: tuple[int, int]) -> Mask:
    """Both lungs as pixels of the picture, (rows, columns)."""
    return lungs_at(field, Affine(), shape)


def widened(mask: Mask) -> Mask:
    """The mask and what lies within ``REACH`` of it."""
    steps = max(1, round(min(mask.shape) / REACH))
    return np.asarray(binary_dilation(mask, iterations=steps))


def without_lungs(grey: Grey, mask: Mask) -> Grey:
    """The widened lungs become one grey: the mean of the ring, as wide again, around them."""
    inside = widened(mask)
    ring = widened(inside) & ~inside
    out = grey.copy()
    out[inside] = grey[ring].mean() if ring.any() else grey.min()
    return out


def lungs_alone(grey: Grey, mask: Mask) -> Grey:
    """Everything but the widened lungs becomes black (the picture's lowest value)."""
    return np.where(widened(mask), grey, grey.min()).astype(np.float32)

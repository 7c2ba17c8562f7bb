"""Pixels → model input: the one function that training and serving share, with the affine back to the source."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.lung_region import cut_out, dilated, lung_rectangle, lungs_at, moved, reduced, softened

PREPROCESS_VERSION = 2
"""What networks were trained for: raise it with any change of these functions. 2 knows the region of the lungs."""

RESULT_VERSION = 3
"""Part of every result's key: raise it with any change on the way from a file to the networks that may move a number.
3 decodes JPEG 2000 without its finest wavelets where that decides nothing (``wavelet``)."""

_FEWEST_PIXELS = 200
"""Fewer pixels of lung than this say nothing of its greys: the whole rectangle is asked."""
_MIDDLE_GREY = 0.5
_Where = tuple[slice, slice] | NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ModelInput:
    """``tensor``: float32 (channels, height, width), normalised. ``to_source``: input pixels → source pixels.

    ``content``: the (top, left, bottom, right) rectangle of the input that holds the picture; the rest is padding.
    """

    tensor: NDArray[np.float32]
    to_source: Affine
    content: tuple[int, int, int, int]


def rotation(rows: int, columns: int, quarter_turns: int) -> Affine:
    """Maps pixels of ``np.rot90(image, quarter_turns)`` back to ``image``, whose shape is (rows, columns)."""
    turns = quarter_turns % 4
    if turns == 1:
        return Affine(0.0, -1.0, float(columns), 1.0, 0.0, 0.0)
    if turns == 2:
        return Affine(-1.0, 0.0, float(columns), 0.0, -1.0, float(rows))
    if turns == 3:
        return Affine(0.0, 1.0, 0.0, -1.0, 0.0, float(rows))
    return Affine()


def resample(
    grey: NDArray[np.float32], height: int, width: int, fit: str
) -> tuple[NDArray[np.float32], Affine, tuple[int, int, int, int]]:
    """Resize with area averaging (Pillow's BOX filter when shrinking, bilinear when enlarging).

    Returns the (height, width) image, the map from its pixels to those of ``grey``, and the (top, left, bottom,
    right) rectangle that holds image content (letterboxing pads with the lowest value).
    """
    rows, columns = grey.shape
    top, left, bottom, right = 0, 0, height, width
    x0, y0, x1, y1 = 0.0, 0.0, float(columns), float(rows)
    if fit == "crop":
        scale = max(height / rows, width / columns)
        x0 = (columns - width / scale) / 2
        y0 = (rows - height / scale) / 2
        x1, y1 = columns - x0, rows - y0
    elif fit == "letterbox":
        scale = min(height / rows, width / columns)
        inner_height, inner_width = max(1, round(rows * scale)), max(1, round(columns * scale))
        top, left = (height - inner_height) // 2, (width - inner_width) // 2
        bottom, right = top + inner_height, left + inner_width
    elif fit != "stretch":
        raise ValueError(f"unknown fit {fit!r}")
    box = (max(0.0, x0), max(0.0, y0), min(float(columns), x1), min(float(rows), y1))
    inner = (right - left, bottom - top)
    shrinks = (box[2] - box[0]) > inner[0]
    # reducing_gap lets Pillow average whole blocks first: several times faster on large images, same picture.
    resized = Image.fromarray(grey).resize(
        inner,
        Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR,
        box=box,
        reducing_gap=2.0 if shrinks else None,
    )
    image = np.asarray(resized, dtype=np.float32)
    if (top, left, bottom, right) != (0, 0, height, width):
        padded = np.full((height, width), image.min(), dtype=np.float32)
        padded[top:bottom, left:right] = image
        image = padded
    scale_x, scale_y = (box[2] - box[0]) / inner[0], (box[3] - box[1]) / inner[1]
    to_grey = Affine(scale_x, 0.0, box[0] - left * scale_x, 0.0, scale_y, box[1] - top * scale_y)
    return image, to_grey, (top, left, bottom, right)


def harmonise(
    image: NDArray[np.float32], spec: PreprocessSpec, content: tuple[int, int, int, int] | None = None
) -> NDArray[np.float32]:
    """Intensities to 0…1: stretch between two percentiles, then blend with histogram equalisation.

    Equalisation makes the result independent of the window that a film was stored with, which is one of the ways in
    which a hospital betrays itself (DeGrave 2021). A constant image becomes 0. Statistics come from ``content``.
    """
    top, left, bottom, right = content or (0, 0, *image.shape)
    intensities = _intensities(image, (slice(top, bottom), slice(left, right)), spec)
    if content is not None:
        framed = np.zeros_like(intensities)
        framed[top:bottom, left:right] = intensities[top:bottom, left:right]
        return framed
    return intensities


def _intensities(image: NDArray[np.float32], where: _Where, spec: PreprocessSpec) -> NDArray[np.float32]:
    """The whole image on the scale of the pixels at ``where``."""
    low, high = np.percentile(image[where], (spec.low_percentile, spec.high_percentile))
    if not high > low:
        return np.zeros_like(image)
    stretched = np.clip((image - low) / (high - low), 0.0, 1.0).astype(np.float32)
    if spec.equalise > 0.0:
        codes = np.minimum((stretched * 1023).astype(np.int32), 1023)
        histogram = np.bincount(codes[where].ravel(), minlength=1024).astype(np.float64)
        cumulative = np.cumsum(histogram)
        # Midpoint of each bin's ranks, so that large flat areas (a black collimated border) do not saturate.
        ranks = ((cumulative - 0.5 * histogram) / cumulative[-1]).astype(np.float32)
        stretched = (1.0 - spec.equalise) * stretched + spec.equalise * ranks[codes]
    return stretched.astype(np.float32)


def harmonise_region(image: NDArray[np.float32], mask: NDArray[np.bool_], spec: PreprocessSpec) -> NDArray[np.float32]:
    """Intensities to 0…1 as ``harmonise`` does, on the scale of the lungs, which ``mask`` marks.

    ``image`` is the rectangle round the lungs in the size of ``spec``. A little of what surrounds them counts, since
    masks are not exact. Where ``spec.outside`` is "grey", everything else fades to the middle grey.
    """
    size = min(image.shape)
    near = dilated(mask, max(1, size // 40))
    intensities = _intensities(image, near if near.sum() >= _FEWEST_PIXELS else np.ones_like(mask), spec)
    if spec.outside == "grey":
        inside = softened(dilated(mask, max(1, size // 32)), size / 64)
        intensities = intensities * inside + np.float32(_MIDDLE_GREY) * (1.0 - inside)
    return intensities.astype(np.float32)


def normalise(intensities: NDArray[np.float32], spec: PreprocessSpec) -> NDArray[np.float32]:
    """(height, width) in 0…1 → (channels, height, width) with the mean and spread that the network expects."""
    mean = np.asarray(spec.mean, dtype=np.float32).reshape(-1, 1, 1)
    std = np.asarray(spec.std, dtype=np.float32).reshape(-1, 1, 1)
    tensor = (np.broadcast_to(intensities, (spec.channels, *intensities.shape)) - mean) / std
    return np.ascontiguousarray(tensor, dtype=np.float32)


def preprocess(
    grey: NDArray[np.generic], spec: PreprocessSpec, quarter_turns: int = 0, lungs: LungField | None = None
) -> ModelInput:
    """Turn a grey image into model input.

    ``grey`` is (rows, columns) of any real dtype with bright meaning dense (MONOCHROME2), ``quarter_turns`` rotates it
    counter-clockwise first. ``lungs`` lie in pixels of ``grey``; only the region "lungs" looks at them, and where it
    is given none, it takes the middle of the picture. Raises ``ValueError`` for an empty image or one that is not
    two-dimensional.
    """
    if grey.ndim != 2 or 0 in grey.shape:
        raise ValueError("a grey image has rows and columns")
    turned = np.ascontiguousarray(np.rot90(grey, quarter_turns % 4), dtype=np.float32)
    rows, columns = grey.shape
    back = rotation(rows, columns, quarter_turns)
    content = (0, 0, spec.height, spec.width)
    if spec.region == "lungs":
        intensities, to_turned = _lung_region(turned, spec, moved(lungs, back.inverse()) if lungs else None)
    else:
        image, to_turned, content = resample(turned, spec.height, spec.width, spec.fit)
        intensities = harmonise(image, spec, content if spec.fit == "letterbox" else None)
    return ModelInput(normalise(intensities, spec), back.after(to_turned), content)


def _lung_region(
    grey: NDArray[np.float32], spec: PreprocessSpec, lungs: LungField | None
) -> tuple[NDArray[np.float32], Affine]:
    small, to_grey = reduced(grey)
    on_small = moved(lungs, to_grey.inverse()) if lungs else None
    rectangle = lung_rectangle(on_small, (small.shape[0], small.shape[1]), spec.margin)
    image, to_small = cut_out(small, rectangle, spec.height, spec.width)
    mask = lungs_at(on_small, to_small, (spec.height, spec.width))
    return harmonise_region(image, mask, spec), to_grey.after(to_small)

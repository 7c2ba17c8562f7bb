"""Random changes of the rectangle round the lungs, then the harmonisation that serves; knows no label and no file."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.lung_region import lung_rectangle, lungs_at
from cxr_desktop.imaging.preprocess import harmonise_region
from training.data.augment import Cut, Rng, as_elsewhere, beyond, normalised, random_cut
from training.recipe import AugmentSpec


def lung_input(
    grey: NDArray[np.uint8],
    lungs: LungField | None,
    spec: PreprocessSpec,
    augment: AugmentSpec,
    size: int,
    rng: Rng,
    other: NDArray[np.uint8] | None = None,
) -> NDArray[np.float32]:
    """One training image: 8-bit codes and their lungs → normalised float32 (channels, size, size).

    The rectangle that serves is enlarged, stretched, shifted and turned a little; which of its pixels are lung moves
    with it. Without lungs it is the middle of the picture. ``other`` is an image that lends its style.
    """
    left, top, right, bottom = lung_rectangle(lungs, (grey.shape[0], grey.shape[1]), spec.margin)
    middle, sides = ((left + right) / 2, (top + bottom) / 2), (right - left, bottom - top)
    if augment.whole_image_p > rng.random():
        cut, fill = Cut(*middle, *sides), int(grey.min())
    else:
        cut, fill = random_cut(middle, sides, sides, augment, rng), beyond(rng, grey)
    picture = cut.of(grey, (size, size), fill)
    mask = lungs_at(lungs, Affine(*cut.coefficients(size, size)), (size, size))
    if augment.flip_p > rng.random():
        picture, mask = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), np.ascontiguousarray(mask[:, ::-1])
    return normalised(harmonise_region(as_elsewhere(picture, augment, rng, other), mask, spec), spec)

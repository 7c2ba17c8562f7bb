"""Pictures and their lung masks → tensors, moved together and changed alone; knows no network and no loss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.imaging.preprocess import harmonise, preprocess, resample
from training.data.augment import Cut, Rng, as_elsewhere, beyond, normalised, random_cut
from training.data.images import TrainImages
from training.data.pixel_cache import PixelCache
from training.data.sample import Sample
from training.recipe import AugmentSpec, Recipe

MaskItem = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""Input, mask as shares in 0…1, and a prior that is always zero."""
_LUNG = 127


def mask_input(mask: NDArray[np.uint8], size: int) -> NDArray[np.float32]:
    """(rows, columns) codes of a mask file → shares 0…1 of (size, size) cells, letterboxed as its picture is."""
    return resample((mask > _LUNG).astype(np.float32), size, size, "letterbox")[0]


class MaskTrainImages(TrainImages):
    """Epoch positions → a changed picture and the mask that lies on it."""

    def __getitem__(self, position: int) -> MaskItem:  # type: ignore[override]
        place = self._place(position)
        tensor, mask = self._pair(self._samples[int(self._plan[place])], place)
        return torch.from_numpy(tensor), torch.tensor(mask[None]), torch.zeros(1)

    def changed(self, sample: Sample, place: int) -> NDArray[np.float32]:
        """The picture alone."""
        return self._pair(sample, place)[0]

    def _pair(self, sample: Sample, place: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        recipe, rng = self._recipe, self._rng(place)
        picture, mask = moved(self._cache[sample.file], self._cache[sample.mask], recipe.augment, recipe.size, rng)
        codes = as_elsewhere(picture, recipe.augment, rng)
        if recipe.augment.opacity_p > rng.random():
            codes = clouded(codes, rng)
        return normalised(harmonise(codes, recipe.preprocess), recipe.preprocess), mask


class MaskValidationImages:
    """Samples through the preprocessing that serves."""

    def __init__(self, recipe: Recipe, samples: Sequence[Sample], cache: PixelCache) -> None:
        self._recipe, self._samples, self._cache = recipe, samples, cache

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, position: int) -> MaskItem:
        sample, spec = self._samples[position], self._recipe.preprocess
        tensor = preprocess(self._cache[sample.file], spec).tensor
        mask = mask_input(self._cache[sample.mask], spec.height)
        return torch.from_numpy(tensor), torch.tensor(mask[None]), torch.zeros(1)


def moved(
    grey: NDArray[np.uint8], mask: NDArray[np.uint8], augment: AugmentSpec, size: int, rng: Rng
) -> tuple[Image.Image, NDArray[np.float32]]:
    """Both under one random affine of the letterbox square, then perhaps mirrored: (size, size) pixels each."""
    if augment.whole_image_p > rng.random():
        whole = resample(grey.astype(np.float32), size, size, "letterbox")[0]
        picture = Image.fromarray(np.rint(whole).astype(np.uint8))
        lungs = mask_input(mask, size)
    else:
        cut = _random_cut(grey.shape, augment, rng)
        picture = cut.of(grey, (size, size), beyond(rng, grey))
        shares = np.asarray(cut.of(np.where(mask > _LUNG, np.uint8(255), np.uint8(0)), (size, size)), np.float32)
        lungs = shares / np.float32(255)
    if augment.flip_p > rng.random():
        return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), np.ascontiguousarray(lungs[:, ::-1])
    return picture, lungs


def _random_cut(shape: tuple[int, ...], augment: AugmentSpec, rng: Rng) -> Cut:
    """``crop_area`` is here a share of the square that holds the whole picture."""
    rows, columns = shape
    square = float(max(rows, columns))
    return random_cut((columns / 2, rows / 2), (square, square), (columns, rows), augment, rng)


def clouded(codes: NDArray[np.float32], rng: Rng) -> NDArray[np.float32]:
    """One to four soft bright patches: a lung that is white with disease is still a lung."""
    size = codes.shape[0]
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / np.float32(size)
    for _ in range(int(rng.integers(1, 5))):
        row, column, radius = rng.uniform(0.2, 0.8), rng.uniform(0.15, 0.85), rng.uniform(0.05, 0.2)
        bump = np.exp(-((y - row) ** 2 + (x - column) ** 2) / (2 * radius**2))
        codes = codes + np.float32(rng.uniform(20.0, 110.0)) * bump.astype(np.float32)
    return np.clip(codes, 0.0, 255.0)

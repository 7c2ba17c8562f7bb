"""`preview`: augmented training images as the network sees them, as PNG files; it trains nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.model_card import PreprocessSpec
from training.data.dataset import open_dataset, resolve
from training.data.inspection import chosen
from training.data.multiply import multiplied
from training.data.pixel_cache import PixelCache
from training.data.role_images import training_images
from training.data.sample import DataError, Sample, files_of
from training.data.splits import of_split
from training.events import Events
from training.recipe_file import read_recipe

_MOST = 200


def run_preview(options: argparse.Namespace, events: Events) -> int:
    """Write ``count`` pictures, classes in turn; the event ``preview`` names them and their classes."""
    if not 1 <= options.count <= _MOST:
        raise DataError(f"--count is a number from 1 to {_MOST}")
    recipe = read_recipe(options.recipe, options.changes)
    dataset = open_dataset(options.data, recipe, events)
    recipe = resolve(recipe, dataset)
    train = multiplied(recipe, of_split(dataset.samples, "train", recipe.data.leave_out))
    samples = _repeated(chosen(train, recipe.classes, options.count), options.count)
    cache = PixelCache.for_recipe(recipe, dataset.root, files_of(samples), events)
    images = training_images(recipe, samples, cache)
    options.out.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for n, sample in enumerate(samples):
        file = options.out / f"{n:02d}.png"
        Image.fromarray(as_picture(images.changed(sample, n), recipe.preprocess)).save(file)
        files.append(file)
    events("preview", files=[str(file) for file in files], classes=[s.label for s in samples])
    return 0


def _repeated(samples: list[Sample], count: int) -> list[Sample]:
    """The same images again, changed in other ways, where there are fewer."""
    return [samples[n % len(samples)] for n in range(count)]


def as_picture(tensor: NDArray[np.float32], spec: PreprocessSpec) -> NDArray[np.uint8]:
    """(channels, height, width) on the card's scale → 8-bit grey, or colour where the planes differ."""
    mean, std = (np.asarray(v, dtype=np.float32).reshape(-1, 1, 1) for v in (spec.mean, spec.std))
    shown = np.rint(np.clip(tensor * std + mean, 0.0, 1.0) * 255.0).astype(np.uint8)
    if len(shown) == 3 and np.ptp(shown.astype(np.int16), axis=0).max() > 1:
        return np.ascontiguousarray(shown.transpose(1, 2, 0))
    return np.ascontiguousarray(shown[0])

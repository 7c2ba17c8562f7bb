"""Public sets of small pictures by name, written once as PNG files in class folders; knows no recipe."""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.data.folders import Listing, list_folder
from training.data.pixel_cache import default_folder
from training.data.sample import DataError
from training.events import Events

IMAGE_SET = "image set"
DIGITS = "digits"
_TORCHVISION = {"mnist": "MNIST", "fashion-mnist": "FashionMNIST", "cifar10": "CIFAR10"}
NAMES = (DIGITS, *_TORCHVISION)
_Picture = tuple[str, str, NDArray[np.uint8]]
"""(split or "", class, pixels)"""


def list_images(name: str, events: Events | None = None) -> Listing:
    """The pictures of a set, fetched and unpacked on first use. Raises ``DataError`` where that fails."""
    folder = default_folder() / "image-sets" / name
    if not folder.is_dir():
        try:
            _unpack(_digits() if name == DIGITS else _downloaded(name, folder.parent, events), folder, events)
        except OSError as error:
            raise DataError(f"the image set {name} cannot be stored: {error.strerror or error}") from error
    return replace(list_folder(folder), kind=IMAGE_SET)


def _unpack(pictures: Iterable[_Picture], folder: Path, events: Events | None) -> None:
    """Written aside, then renamed: half a set never looks like one."""
    partial = folder.with_name(f"{folder.name}.{uuid.uuid4().hex}.new")
    said = time.monotonic()
    try:
        for n, (split, label, pixels) in enumerate(pictures):
            place = partial / split / label
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(place / f"{n:05d}.png")
            if events is not None and time.monotonic() - said > 0.5:
                said = time.monotonic()
                events("progress", what="unpacking images", done=n + 1, total=None)
        os.replace(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _digits() -> Iterator[_Picture]:
    """scikit-learn's 1,797 digits of 8 × 8 pixels, enlarged to 28 × 28; they have no split of their own."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    for image, label in zip(digits.images, digits.target, strict=True):
        small = Image.fromarray(np.rint(image * (255.0 / 16.0)).astype(np.uint8))
        yield "", str(label), np.asarray(small.resize((28, 28), Image.Resampling.BICUBIC))


def _downloaded(name: str, folder: Path, events: Events | None) -> Iterator[_Picture]:
    from torchvision import datasets

    kind = getattr(datasets, _TORCHVISION[name])
    if events is not None:
        events("progress", what=f"downloading {name}", done=0, total=None)
    for split, is_train in (("train", True), ("test", False)):
        pictures = _fetched(kind, folder / "downloads", is_train, name)
        for image, target in pictures:
            yield split, _class_name(pictures.classes[target]), np.asarray(image)


def _fetched(kind: Any, folder: Path, is_train: bool, name: str) -> Any:
    try:
        return kind(folder, train=is_train, download=True)
    except (OSError, RuntimeError) as error:
        raise DataError(
            f"the image set {name} could not be downloaded; try again online, or use the digits, which need no download"
        ) from error


def _class_name(text: str) -> str:
    """Of "7 - seven" it is "7"; "T-shirt/top" and "Ankle boot" become names of folders."""
    return text.split(" - ")[0].replace("/", " or ")

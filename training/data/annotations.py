"""What readers drew on images of the radiograph folder: finding boxes, lung masks; and its images of other findings.

It knows no model. Boxes are drawn on the NIH originals of 1024 × 1024 pixels; the pictures here are smaller.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.data.radiograph_folder import OTHER
from training.data.sample import Sample

BOXES, MASKS = "finding_boxes.csv", "lung_masks"
DRAWN_ON = 1024.0
"""Side of the originals, in whose pixels boxes are given."""
OPACITIES = frozenset({"Pneumonia", "Lung Opacity", "Infiltrate"})
"""What boxes of pneumonia are called. Four others are of another disease and are not read: a heart, an effusion …"""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """One box as shares of the picture's width and height, 0…1."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class BoxedImage:
    """An image with boxes. ``file`` is relative to the folder."""

    id: str
    file: str
    split: str
    label: str
    origin: str
    boxes: tuple[DrawnBox, ...]


def boxed_images(folder: Path) -> list[BoxedImage]:
    """All images with boxes of opacities, in the order of the manifest; none where the folder has no boxes."""
    if not (folder / BOXES).is_file():
        return []
    boxes: defaultdict[str, list[DrawnBox]] = defaultdict(list)
    for row in _rows(folder / BOXES):
        x, y, w, h = (float(row[key]) / DRAWN_ON for key in ("x", "y", "w", "h"))
        if row["finding"] in OPACITIES:
            boxes[row["id"]].append(DrawnBox(x, y, x + w, y + h))
    return [
        BoxedImage(row["id"], row["file"], row["split"], row["label"], row["dataset_origin"], tuple(boxes[row["id"]]))
        for row in _rows(folder / "manifest.csv")
        if row["id"] in boxes
    ]


def other_findings(folder: Path, origin: str) -> list[str]:
    """Files of a collection's images labelled "other": chest radiographs with another or a disputed finding."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return []
    return [r["file"] for r in _rows(manifest) if r["label"] == OTHER and r["dataset_origin"] == origin]


READ_NORMAL, READ_OPACITY, READ_OTHERWISE = "read normal", "read opacity", "read abnormal, no opacity"
_VERDICTS = {
    "rsna:Normal": READ_NORMAL,
    "rsna:Lung Opacity": READ_OPACITY,
    "rsna:No Lung Opacity / Not Normal": READ_OTHERWISE,
}
"""Column ``reader``: what radiologists saw on the film (RSNA 2018), where the label was mined from a report."""


def read_films(folder: Path) -> list[Sample]:
    """Films that radiologists read, labelled by their verdict whatever the folder's own label is; none where it has
    no manifest or no such column."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return []
    return [
        Sample(
            id=row["id"],
            file=row["file"],
            label=_VERDICTS[row["reader"]],
            split=row["split"],
            origin=row["dataset_origin"],
            age_group=row["age_group"],
        )
        for row in _rows(manifest)
        if row.get("reader") in _VERDICTS
    ]


def drawn_masks(folder: Path) -> Mapping[str, Path]:
    """Id → file of a lung mask."""
    return {file.stem: file for file in sorted((folder / MASKS).glob("*.png"))}


def read_mask(file: Path, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """A mask at the size of its picture, (rows, columns)."""
    with Image.open(file) as stored:
        grey = stored.convert("L")
        if grey.size != (shape[1], shape[0]):
            grey = grey.resize((shape[1], shape[0]), Image.Resampling.NEAREST)
        return np.asarray(grey) > 127


def _rows(file: Path) -> list[dict[str, str]]:
    with open(file, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))

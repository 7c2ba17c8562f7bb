"""The manifests of the radiograph folder → labelled samples and a cache of decoded pixels; knows no network."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training import drawings

CHILD = "child"
"""``age_group`` of the manifest; "adult" and "" (not recorded) are the others."""
FRONTAL, LATERAL, NOT_CHEST = "frontal_chest", "lateral_chest", "not_chest"


@dataclass(frozen=True, slots=True)
class Sample:
    """One image of a manifest. ``file`` is relative to the data folder, ``label`` a class of the recipe.

    ``origin`` is the collection (or, for the gate, the kind) by which an epoch is balanced; ``detail`` the manifest's
    sublabel. ``group`` and ``patient`` never span two splits.
    """

    id: str
    file: str
    label: str
    split: str
    origin: str
    group: str = ""
    patient: str = ""
    age_group: str = ""
    detail: str = ""
    licence: str = ""


def _rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def triage_samples(folder: Path, classes: Sequence[str]) -> list[Sample]:
    """The rows of ``manifest.csv`` whose label is one of ``classes``."""
    return [_sample(row, row["label"]) for row in _rows(folder / "manifest.csv") if row["label"] in classes]


def _sample(row: dict[str, str], label: str, origin: str = "") -> Sample:
    return Sample(
        id=row["id"],
        file=row["file"],
        label=label,
        split=row["split"],
        origin=origin or row["dataset_origin"],
        group=row["group_id"],
        patient=row["patient_id"],
        age_group=row["age_group"],
        detail=row["sublabel"],
        licence=row["licence"],
    )


def _gate_label(row: dict[str, str]) -> str:
    """What an image of ``manifest.csv`` shows, by its label and sublabel; "" where that is not known."""
    detail = row["sublabel"]
    if row["label"] != "other":
        return FRONTAL
    if detail.startswith("lateral:"):
        return LATERAL
    if detail == "ct" or detail.startswith("ood_"):
        return NOT_CHEST
    if detail.startswith(("mass", "nih_rsna_conflict", "overlay", "ards")):
        return FRONTAL
    # "unlabelled" and "zoomed_crop" hold views that nobody named.
    return ""


def gate_samples(folder: Path) -> list[Sample]:
    """Frontal and lateral chests and everything else, from both manifests; origin is the kind of picture.

    Both folders draw laterals from the same collection: one image that is in both, or one patient in two splits,
    would leak, so the gate's copies follow the main manifest by source path.
    """
    samples: list[Sample] = []
    seen: dict[str, str] = {}
    for row in _rows(folder / "manifest.csv"):
        label = _gate_label(row)
        seen[Path(row["source_path"]).name] = row["split"]
        if label:
            kind = row["dataset_origin"] if label == FRONTAL else row["sublabel"].split(":")[0]
            samples.append(_sample(row, label, kind))
    for row in _rows(folder / "gate" / "manifest.csv"):
        label = LATERAL if row["kind"] == "lateral_chest" else NOT_CHEST
        if Path(row["source_path"]).name in seen and row["kind"] == "lateral_chest":
            continue
        samples.append(
            Sample(
                id=row["id"],
                file=row["file"],
                label=label,
                split=row["split"],
                origin=row["kind"],
                licence=row["licence"],
                detail=row["source_repo"],
            )
        )
    return samples + drawn_samples()


def drawn_samples() -> list[Sample]:
    """Phantoms, and what is no radiograph at all; seeds never meet across splits."""
    labels = {"phantom_frontal": FRONTAL, "phantom_lateral": LATERAL}
    out, start = [], 1000
    for split, count in (("train", 60), ("val", 15), ("test", 15)):
        for kind in drawings.KINDS:
            for seed in range(start, start + count):
                name = f"{drawings.PREFIX}{kind}/{seed}"
                origin = kind if kind in drawings.PHANTOMS else f"drawn_{kind}"
                label = labels.get(kind, NOT_CHEST)
                out.append(Sample(name, name, label, split, origin, licence="drawn by this program"))
        start += count
    return out


def samples_for(role: str, folder: Path, classes: Sequence[str]) -> list[Sample]:
    """All samples of a model's role."""
    return triage_samples(folder, classes) if role == "triage" else gate_samples(folder)


def is_drawn(file: str) -> bool:
    """Made by this program and not read from the folder."""
    return file.startswith(drawings.PREFIX)


def grey_of(data: Path, file: str) -> NDArray[np.uint8]:
    """The pixels of a sample: drawn where its name says so, else read."""
    if is_drawn(file):
        kind, seed = file.removeprefix(drawings.PREFIX).split("/")
        return drawings.draw(kind, int(seed))
    return read_grey(data / file)


def read_grey(path: Path) -> NDArray[np.uint8]:
    """One grey image through the reader that serves, as 8-bit codes.

    The display window of an 8-bit raster file is a straight line through its codes, which ``preprocess.harmonise``
    undoes; a test holds the tensor of the codes against the tensor of ``pixels.presentation``.
    """
    from cxr_desktop.imaging.pixels import presentation
    from cxr_desktop.imaging.reader import read_image

    image = read_image(str(path))
    if image.pixels.max() <= 255 and not image.inverted and image.padding is None:
        return image.pixels.astype(np.uint8)
    return np.rint(presentation(image) * 255.0).astype(np.uint8)


class PixelCache:
    """Decoded images end to end in one ``.npy`` with an index beside it; built once, mapped by every worker."""

    def __init__(self, codes: NDArray[np.uint8], index: dict[str, tuple[int, int, int]]) -> None:
        self._codes = codes
        self._index = index

    def __getitem__(self, file: str) -> NDArray[np.uint8]:
        start, rows, columns = self._index[file]
        return self._codes[start : start + rows * columns].reshape(rows, columns)

    @classmethod
    def open(cls, data: Path, files: Sequence[str], folder: Path) -> PixelCache:
        """Map the cache of exactly these files, building it if it is not there; written aside, then renamed."""
        key = hashlib.sha256("\n".join([str(data.resolve()), *sorted(files)]).encode()).hexdigest()[:16]
        pixels, index_file = folder / f"{key}.npy", folder / f"{key}.json"
        if not (pixels.exists() and index_file.exists()):
            folder.mkdir(parents=True, exist_ok=True)
            cls._write(data, sorted(set(files)), pixels, index_file)
        stored = json.loads(index_file.read_text())
        return cls(np.load(pixels, mmap_mode="r"), {name: (a, b, c) for name, (a, b, c) in stored.items()})

    @staticmethod
    def _write(data: Path, files: Sequence[str], pixels: Path, index_file: Path) -> None:
        index: dict[str, tuple[int, int, int]] = {}
        parts: list[NDArray[np.uint8]] = []
        start = 0
        for file in files:
            grey = grey_of(data, file)
            index[file] = (start, *grey.shape)
            parts.append(grey.ravel())
            start += grey.size
        partial = pixels.with_suffix(f".{os.getpid()}.new.npy")
        np.save(partial, np.concatenate(parts))
        os.replace(partial, pixels)
        partial_index = index_file.with_suffix(f".{os.getpid()}.new")
        partial_index.write_text(json.dumps(index))
        os.replace(partial_index, index_file)

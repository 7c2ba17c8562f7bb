"""Small data sets on disk for tests of reading and dividing: class folders, manifests, DICOM."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.builders import write_dicom
from training.data.sample import Sample

SIDE = 40


def noise(seed: int, rows: int = SIDE, columns: int = SIDE + 8) -> NDArray[np.uint8]:
    """A picture that no other seed gives."""
    return np.random.default_rng(seed).integers(0, 256, (rows, columns), dtype=np.uint8)


def write_png(file: Path, seed: int, rows: int = SIDE, columns: int = SIDE + 8) -> Path:
    """One picture, with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(noise(seed, rows, columns)).save(file)
    return file


def class_folders(root: Path, counts: Mapping[str, int], start: int = 0) -> Path:
    """PNG files ``<class>/<n>.png``, all different; a class may hold slashes."""
    seed = start
    for name, count in counts.items():
        for n in range(count):
            seed += 1
            write_png(root / name / f"{n:03d}.png", seed)
    return root


def write_patient(file: Path, seed: int, patient: str, **keywords: object) -> Path:
    """A DICOM file of one patient."""
    file.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 4096, (64, 72), dtype=np.uint16)
    return write_dicom(file, pixels, PatientID=patient, **keywords)


def write_csv(file: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    """A manifest with the columns of the first row."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w", newline="", encoding="utf-8", errors="surrogateescape") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return file


def sample(n: int, label: str = "a", split: str = "train", origin: str = "x", **more: str) -> Sample:
    """A sample without a picture."""
    return Sample(id=str(n), file=f"{n}.png", label=label, split=split, origin=origin, **more)

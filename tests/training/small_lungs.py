"""Drawn thoraces with their masks: a folder of them teaches a segmenter in seconds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.training.conftest import COLUMNS
from tests.training.sources import write_csv
from training.recipe import Recipe
from training.recipe_file import read_recipe

SIZE = 64
ROWS, COLUMNS_OF_PICTURE = 96, 88


def thorax(
    seed: int, rows: int = ROWS, columns: int = COLUMNS_OF_PICTURE
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(picture, mask) as 8-bit codes: two dark ovals in soft noise, each picture a little other."""
    rng = np.random.default_rng(seed)
    mask = Image.new("L", (columns, rows))
    draw = ImageDraw.Draw(mask)
    top, bottom = rows * rng.uniform(0.12, 0.2), rows * rng.uniform(0.72, 0.85)
    for left, right in ((0.14, 0.42), (0.58, 0.86)):
        slack = rng.uniform(-0.03, 0.03) * columns
        draw.ellipse((left * columns + slack, top, right * columns + slack, bottom), fill=255)
    lungs = np.asarray(mask)
    grey = np.where(lungs > 0, 70.0, 170.0) + rng.normal(0.0, 6.0, (rows, columns))
    return np.clip(grey, 0, 255).astype(np.uint8), lungs


def write_lungs(folder: Path, per_split: dict[str, int]) -> Path:
    """manifest.csv, pictures and lung_masks of two collections; the last picture of each split has no mask."""
    for place in ("pictures", "lung_masks"):
        (folder / place).mkdir(parents=True)
    rows, seed = [], 0
    for split, count in per_split.items():
        for k in range(count + 1):
            seed += 1
            grey, mask = thorax(seed)
            Image.fromarray(grey).save(folder / "pictures" / f"i{seed}.png")
            if k < count:
                Image.fromarray(mask).save(folder / "lung_masks" / f"i{seed}.png")
            row = dict.fromkeys(COLUMNS, "")
            row |= {"id": f"i{seed}", "file": f"pictures/i{seed}.png", "label": "normal", "split": split}
            row |= {"dataset_origin": "first" if k % 2 else "second", "group_id": f"g{seed}", "licence": "made up"}
            rows.append(row)
    write_csv(folder / "manifest.csv", rows)
    return folder


def lungs_recipe(*changes: str) -> Recipe:
    """The bundled recipe, small and short."""
    short = ["image_size=64", "epochs=2", "batch_size=4", "validate_every=1", "precision=fp32", "ema_decay=0.9"]
    return read_recipe("lungs", [*short, *changes])

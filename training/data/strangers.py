"""Pictures of "no chest" made of radiographs: parts, cut-outs of chests too small to judge, collages; reads no file."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Rng = np.random.Generator
Codes = NDArray[np.uint8]
Pick = Callable[[], Codes]
_SMALL = (0.01, 0.08)
"""Share of a chest film that a cut-out shows: a few ribs, a hilum, half of a diaphragm."""
_PART = (0.06, 0.6)


def part(picture: Codes, rng: Rng, shares: tuple[float, float] = _PART) -> Codes:
    """A rectangle anywhere in ``picture``, with a share of its area drawn between ``shares``."""
    rows, columns = picture.shape
    area = float(np.exp(rng.uniform(*np.log(shares))))
    stretch = float(np.exp(rng.uniform(-0.5, 0.5)))
    height = int(np.clip(rows * np.sqrt(area) * stretch, 12, rows))
    width = int(np.clip(columns * np.sqrt(area) / stretch, 12, columns))
    top, left = int(rng.integers(0, rows - height + 1)), int(rng.integers(0, columns - width + 1))
    return picture[top : top + height, left : left + width]


def collage(pick: Pick, rng: Rng) -> Codes:
    """Two to nine pictures in a grid, as on a page or a light box."""
    rows, columns = rng.permutation([int(rng.integers(1, 4)), int(rng.integers(2, 4))])
    cell, gap, paper = 96, int(rng.integers(0, 7)), int(rng.choice([0, 255, int(rng.integers(256))]))
    page = np.full((rows * (cell + gap) + gap, columns * (cell + gap) + gap), paper, np.uint8)
    for row in range(rows):
        for column in range(columns):
            picture = Image.fromarray(np.ascontiguousarray(pick()))
            if rng.random() < 0.5:
                picture.thumbnail((cell, cell), Image.Resampling.BOX)
            else:
                picture = picture.resize((cell, cell), Image.Resampling.BOX)
            top, left = gap + row * (cell + gap), gap + column * (cell + gap)
            page[top : top + picture.height, left : left + picture.width] = np.asarray(picture)
    return page


def estranged(picture: Codes, chest: Pick, other: Pick, rng: Rng) -> Codes:
    """One of: a part of ``picture``, a small cut-out of a chest, a collage of both kinds.

    ``picture`` shows no chest; ``chest`` and ``other`` give one more of each kind.
    """
    kind = rng.random()
    if kind < 0.55:
        return part(picture, rng)
    if kind < 0.8:
        return part(chest(), rng, _SMALL)
    return collage(lambda: chest() if rng.random() < 0.4 else other(), rng)

"""Overlays are written by threads: all of them, each whole, and a fault is told to whoever brings the next."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.export.overlay_folder import OverlayFolder
from cxr_desktop.export.pictures import Frame
from tests.export.samples import card, scored


def grey(rows=640, columns=600):
    return Frame(np.full((rows, columns), 90, dtype=np.uint8), (2 * rows, 2 * columns))


def test_every_picture_is_there_when_the_folder_is_left(tmp_path):
    with OverlayFolder(card()) as folder:
        for number in range(12):
            folder.add(grey(), scored(), tmp_path / str(number % 3) / f"{number}.png")
    written = sorted(tmp_path.rglob("*.png"))
    assert len(written) == 12
    with Image.open(written[0]) as image:
        image.load()
        assert min(image.size) >= 600


def test_small_images_are_enlarged_to_the_least_size(tmp_path):
    with OverlayFolder(card()) as folder:
        folder.add(grey(80, 64), scored(), tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert min(image.size) >= 512


def test_a_picture_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError), OverlayFolder(card()) as folder:  # noqa: PT011 - which one depends on the system
        folder.add(grey(), scored(), tmp_path / "file" / "a.png")

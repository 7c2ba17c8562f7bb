from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.thumbnail import SIDE, thumbnail
from tests.worklist.samples import header


def image(pixels: np.ndarray, inverted: bool = False) -> GreyImage:
    return GreyImage(header("/x.dcm"), pixels.astype(np.uint16), 1.0, 0.0, "", (), inverted, None, ())


@pytest.mark.parametrize("shape", [(2000, 1500), (4001, 3999), (90, 40), (3, 5), (1, 3000)])
def test_a_picture_is_small_and_keeps_its_shape(shape):
    made = thumbnail(image(np.random.default_rng(0).integers(0, 4096, shape)))
    assert len(made.pixels) == made.height * made.width
    assert 0 < max(made.height, made.width) <= SIDE + 1
    if min(shape) > SIDE:
        assert made.height / made.width == pytest.approx(shape[0] / shape[1], rel=0.05)


def test_left_stays_left_and_bright_stays_bright():
    pixels = np.zeros((1000, 1000))
    pixels[:500, :500] = 4000
    made = thumbnail(image(pixels))
    grey = np.frombuffer(made.pixels, np.uint8).reshape(made.height, made.width)
    quarter = made.height // 4
    assert grey[quarter, quarter] > 240
    assert grey[-quarter, -quarter] < 15
    dark = thumbnail(image(pixels, inverted=True))
    assert np.frombuffer(dark.pixels, np.uint8).reshape(dark.height, dark.width)[quarter, quarter] < 15

"""A frame of the image shows nothing of the frame whose memory it was given."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.pyramid import Pyramid
from cxr_desktop.ui.viewer.viewport import Viewport

ROWS, COLUMNS = 301, 263
VIEW = (217, 148)


@pytest.fixture(scope="module")
def layer() -> ImageLayer:
    pyramid = Pyramid(np.random.default_rng(0).integers(0, 256, (ROWS, COLUMNS)).astype(np.uint16) + 300)
    pyramid.build(60)
    made = ImageLayer()
    made.set_pyramid(pyramid)
    made.set_table(np.clip(np.arange(65536) - 300, 0, 255).astype(np.uint8))
    return made


def drawn(layer: ImageLayer, viewport: Viewport, before: int) -> np.ndarray:
    frame = QImage(*VIEW, QImage.Format.Format_RGB32)
    frame.fill(before)
    made = layer._render(viewport, frame)
    return np.frombuffer(made.constBits(), np.uint8).reshape(VIEW[1], VIEW[0], 4)[..., :3].copy()


@given(
    scale=st.floats(0.05, 12),
    x=st.floats(-200, COLUMNS + 200),
    y=st.floats(-200, ROWS + 200),
    aspect=st.sampled_from([1.0, 0.7, 1.3]),
)
@settings(max_examples=150, deadline=None)
def test_whatever_was_there_before_is_covered_at_every_zoom_and_place(layer, scale, x, y, aspect):
    viewport = Viewport(COLUMNS, ROWS, *VIEW, scale, x, y, aspect)
    black, green = drawn(layer, viewport, 0xFF000000), drawn(layer, viewport, 0xFF00FF00)
    np.testing.assert_array_equal(green, black)


def test_beside_the_image_is_black(layer):
    frame = drawn(layer, Viewport.fitted(COLUMNS, ROWS, *VIEW), 0xFFFFFFFF)
    assert frame[:, :20].max() == frame[:, -20:].max() == 0
    assert frame[:, 80:130].max() > 100


def test_without_an_image_all_is_black():
    assert drawn(ImageLayer(), Viewport.fitted(COLUMNS, ROWS, *VIEW), 0xFFFFFFFF).max() == 0

"""The outline lies on the lungs at every zoom and turn, is off at first, and says why there is none (Qt offscreen)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.imaging.corrected import turn
from cxr_desktop.ui.viewer.lung_layer import OUTLINE_COLOUR, LungLayer, outlines, zone_borders
from cxr_desktop.ui.viewer.viewport import Viewport
from tests.ui import viewer_builders as build
from tests.ui.entries import lungs

ROWS, COLUMNS = 600, 400
pytestmark = pytest.mark.usefixtures("qapp")


def block(to_source: Affine, top: int = 8, bottom: int = 20, left: int = 4, right: int = 12) -> LungField:
    """One rectangular lung in a field of 32 × 32 cells, its thirds equally high."""
    zones = np.zeros((32, 32), dtype=np.uint8)
    third = (bottom - top) // 3
    for index, zone in enumerate((LungZone.RIGHT_UPPER, LungZone.RIGHT_MIDDLE, LungZone.RIGHT_LOWER)):
        zones[top + index * third : top + (index + 1) * third, left:right] = zone
    return LungField(32, 32, zones.tobytes(), to_source)


def layer_with(field: LungField | None, by: Affine | None = None) -> LungLayer:
    layer = LungLayer()
    layer.visible = True
    layer.set_image(build.PATH, by or Affine())
    layer.set_prediction(replace(build.prediction(), lungs=field))
    return layer


def drawn(layer: LungLayer, viewport: Viewport) -> np.ndarray:
    """(rows, columns) of where ink of the outline's colour stands."""
    frame = QImage(round(viewport.width), round(viewport.height), QImage.Format.Format_RGB32)
    frame.fill(QColor("black"))
    painter = QPainter(frame)
    layer.paint(painter, viewport)
    painter.end()
    raw = np.frombuffer(frame.constBits(), np.uint8).reshape(frame.height(), -1, 4)
    return raw[..., 0] > 120  # the blue of the outline; the borders are fainter


def extent(ink: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_the_outline_lies_within_half_a_cell_of_the_lungs_at_every_zoom(zoom):
    cell = 10.0
    layer = layer_with(block(Affine(a=cell, e=cell)))
    viewport = Viewport.fitted(320, 320, 320 * zoom, 320 * zoom)
    left, top, right, bottom = extent(drawn(layer, viewport))
    near = cell * zoom / 2 + 2
    for found, expected in zip((left, top, right, bottom), (40, 80, 120, 200), strict=True):
        assert abs(found - expected * zoom) <= near


def test_zoomed_in_the_line_is_as_thin_as_before():
    layer = layer_with(block(Affine(a=10, e=10)))
    small = drawn(layer, Viewport.fitted(320, 320, 320, 320))
    large = drawn(layer, Viewport.fitted(320, 320, 1280, 1280))
    assert large[600, : 1280 // 2].sum() <= small[150, :160].sum() + 2


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_image_has_its_outline_turned_with_it(turns):
    by = turn(ROWS, COLUMNS, turns)
    field = block(Affine(a=COLUMNS / 32, e=ROWS / 32))
    rows, columns = (ROWS, COLUMNS) if turns % 2 == 0 else (COLUMNS, ROWS)
    left, top, right, bottom = extent(drawn(layer_with(field, by), Viewport.fitted(columns, rows, columns, rows)))
    corners = [by.apply(x * COLUMNS / 32, y * ROWS / 32) for x, y in ((4, 8), (12, 20))]
    expected = (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )
    assert np.abs(np.subtract((left, top, right, bottom), expected)).max() <= 12


def test_each_lung_has_two_borders_between_its_thirds():
    field = lungs(640, 640)
    lines = zone_borders(field)
    assert len(lines) == 4
    for (x0, y0), (x1, y1) in lines:
        assert y0 == y1
        assert x0 < x1
    assert len(outlines(field)) == 2
    assert all(line[0] == line[-1] for line in outlines(field))


def test_a_single_lung_has_its_own_borders_and_a_lone_cell_no_line():
    single = block(Affine())
    assert len(zone_borders(single)) == 2
    speck = LungField(2, 2, bytes([0, 1, 0, 0]), Affine(a=100, e=100))
    assert outlines(speck) == []
    assert not drawn(layer_with(speck), Viewport.fitted(200, 200, 200, 200)).any()


def test_nothing_is_drawn_unless_asked_for_nor_for_another_image():
    viewport = Viewport.fitted(320, 320, 320, 320)
    layer = layer_with(block(Affine(a=10, e=10)))
    assert LungLayer().visible is False
    layer.visible = False
    assert not drawn(layer, viewport).any()
    layer.visible = True
    assert drawn(layer, viewport).any()
    layer.set_image("/films/other.dcm", Affine())
    assert not drawn(layer, viewport).any()
    assert layer.words() == ""


def test_an_outline_that_cannot_be_drawn_says_why():
    layer = layer_with(None)
    assert layer.words() == "No lung outline: the lungs were not found"
    layer.visible = False
    assert layer.words() == ""


def test_the_ink_is_the_outline_s_own_colour_and_not_the_heat_map_s():
    assert QColor(OUTLINE_COLOUR).blue() > QColor(OUTLINE_COLOUR).red()

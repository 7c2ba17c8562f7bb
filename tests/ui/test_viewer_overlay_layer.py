"""The heat map lies on the image at every zoom, is drawn only where it may be, and says why where it is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.imaging.map_state import MapState
from cxr_desktop.imaging.preprocess import rotation
from cxr_desktop.ui.viewer import colour_bar
from cxr_desktop.ui.viewer.corner_text import LINE, lower_edge_of_sides
from cxr_desktop.ui.viewer.image_layer import ImageLayer
from cxr_desktop.ui.viewer.overlay_layer import OverlayLayer
from cxr_desktop.ui.viewer.pyramid import Pyramid
from cxr_desktop.ui.viewer.viewport import Viewport
from tests.ui import viewer_builders as build

ROWS, COLUMNS, CELLS = 600, 900, 9
TABLE = np.minimum(np.arange(65536) // 16, 255).astype(np.uint8)
pytestmark = pytest.mark.usefixtures("qapp")


def one_bright(row: int, column: int, value: float = 2.0) -> np.ndarray:
    cells = np.zeros((CELLS, CELLS), dtype=np.float32)
    cells[row, column] = value
    return cells


def layer_with(cells: np.ndarray, to_source: Affine, probability: float = 0.9) -> OverlayLayer:
    layer = OverlayLayer()
    layer.set_image(build.PATH, ROWS, COLUMNS)
    layer.set_maps(build.prediction(build.saliency(cells, to_source), probability=probability), build.card())
    layer.show(Finding.COVID19, True, 1.0, False)
    return layer


def painted(layer: OverlayLayer, view: Viewport) -> np.ndarray:
    """Opacity of the layer's frame, 0…255: (height, width)."""
    frame = QImage(round(view.width), round(view.height), QImage.Format.Format_ARGB32_Premultiplied)
    frame.fill(Qt.GlobalColor.transparent)
    painter = QPainter(frame)
    layer.paint(painter, view)
    painter.end()
    return np.frombuffer(frame.constBits(), np.uint8).reshape(frame.height(), frame.width(), 4)[..., 3].copy()


def shown(pixels: np.ndarray, view: Viewport) -> np.ndarray:
    pyramid = Pyramid(pixels)
    pyramid.build(60)
    layer = ImageLayer()
    layer.set_pyramid(pyramid)
    layer.set_table(TABLE)
    frame = layer.render(view)
    return np.frombuffer(frame.constBits(), np.uint8).reshape(frame.height(), frame.width(), 4)[..., 0].copy()


def middle(frame: np.ndarray) -> tuple[float, float]:
    y, x = np.nonzero(frame >= frame.max() * 0.9)
    return float(x.mean() + 0.5), float(y.mean() + 0.5)


@given(
    row=st.integers(0, CELLS - 1),
    column=st.integers(0, CELLS - 1),
    turns=st.integers(0, 3),
    scale=st.sampled_from([0.1, 0.33, 0.5, 1.0, 1.7, 3.0, 9.0]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bright_cell_lies_over_the_same_place_of_the_image_at_any_zoom(
    row: int, column: int, turns: int, scale: float
) -> None:
    turned_rows, turned_columns = (COLUMNS, ROWS) if turns % 2 else (ROWS, COLUMNS)
    to_turned = Affine(a=turned_columns / CELLS, e=turned_rows / CELLS)
    to_source = rotation(ROWS, COLUMNS, turns).after(to_turned)
    x, y = to_source.apply(column + 0.5, row + 0.5)
    # A square in the image where the cell says that it looks, and a view in which both can be seen.
    side = 20
    pixels = build.square(ROWS, COLUMNS, round(x) - side // 2, round(y) - side // 2, side)
    view = Viewport.fitted(COLUMNS, ROWS, 500, 400).at_scale(scale, 250, 200)
    view = view.panned((view.centre_x - x) * scale, (view.centre_y - y) * scale)
    seen_x, seen_y = middle(shown(pixels, view))
    map_x, map_y = middle(painted(layer_with(one_bright(row, column), to_source), view))
    cell = max(COLUMNS, ROWS) / CELLS * scale
    assert abs(map_x - seen_x) <= 0.5 * cell + 1
    assert abs(map_y - seen_y) <= 0.5 * cell + 1


def test_the_peak_of_a_map_is_where_the_cell_is_to_the_pixel() -> None:
    layer = layer_with(one_bright(4, 4), build.covering(np.empty((ROWS, COLUMNS)), CELLS))
    view = Viewport.fitted(COLUMNS, ROWS, 450, 300)
    assert middle(painted(layer, view)) == pytest.approx(view.to_screen(450, 300), abs=1.5)


def test_nothing_is_drawn_outside_the_map_or_the_image() -> None:
    part = Affine(a=20.0, c=300.0, e=20.0, f=200.0)
    layer = layer_with(np.full((CELLS, CELLS), 2.0, np.float32), part)
    view = Viewport.fitted(COLUMNS, ROWS, 1000, 600)
    alpha = painted(layer, view)
    left, top = (round(v) for v in view.to_screen(300, 200))
    right, bottom = (round(v) for v in view.to_screen(480, 380))
    edge = round(view.scale * 10) + 3  # the outer half of a cell fades
    assert alpha[top + edge : bottom - edge, left + edge : right - edge].min() > 200
    alpha[top - 4 : bottom + 4, left - 4 : right + 4] = 0
    assert alpha.max() == 0


def test_opacity_is_what_was_asked_for() -> None:
    layer = layer_with(np.full((CELLS, CELLS), 2.0, np.float32), build.covering(np.empty((ROWS, COLUMNS)), CELLS))
    view = Viewport.fitted(COLUMNS, ROWS, 450, 300)
    for opacity in (1.0, 0.5, 0.0):
        layer.show(Finding.COVID19, True, opacity, False)
        assert int(painted(layer, view)[150, 225]) == pytest.approx(255 * opacity, abs=2)
    layer.show(Finding.COVID19, True, 7.0, False)
    assert layer.opacity == 1.0


def test_the_contour_is_drawn_at_half_of_the_scale_and_not_at_half_of_a_weak_peak() -> None:
    covering = build.covering(np.empty((ROWS, COLUMNS)), CELLS)
    view = Viewport.fitted(COLUMNS, ROWS, 900, 600)
    strong, weak = layer_with(one_bright(4, 4, 2.0), covering), layer_with(one_bright(4, 4, 0.9), covering)
    for layer in (strong, weak):
        painted(layer, view)
    assert len(strong._lines) == 1
    points = np.array(strong._lines[0]) * (COLUMNS / strong._values_on_grid().shape[1])
    assert points.mean(axis=0) == pytest.approx((450, 300), abs=10)
    assert np.ptp(points, axis=0) == pytest.approx((COLUMNS / CELLS, ROWS / CELLS), rel=0.1)
    assert weak._lines == []


class TestWords:
    """What a reader is told, and that nothing is drawn then."""

    view = Viewport.fitted(COLUMNS, ROWS, 300, 200)
    covering = Affine(a=COLUMNS / CELLS, e=ROWS / CELLS)

    def test_below_the_operating_point_nothing_is_drawn_unless_asked_for(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering, probability=build.THRESHOLD - 0.01)
        assert layer.state is MapState.BELOW
        assert layer.words("Shift+H") == ("COVID-19: below the operating point, map not drawn (press Shift+H to show)")
        assert painted(layer, self.view).max() == 0
        layer.show(Finding.COVID19, True, 1.0, True)
        assert layer.words("Shift+H") == "COVID-19: below the operating point"
        assert painted(layer, self.view).max() > 0

    def test_at_the_operating_point_it_is_drawn_without_a_word(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering, probability=build.THRESHOLD)
        assert layer.state is MapState.DRAWN
        assert layer.words("Shift+H") == ""

    def test_a_map_without_positive_cells_is_no_positive_evidence(self) -> None:
        for value in (0.0, -1.0):
            layer = layer_with(one_bright(4, 4, value), self.covering)
            assert layer.words("Shift+H") == "COVID-19: no positive evidence"
            assert painted(layer, self.view).max() == 0

    def test_a_class_that_the_model_does_not_have_says_so(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering)
        layer.show(Finding.TUBERCULOSIS, True, 1.0, False)
        assert layer.words("Shift+H") == "Tuberculosis: the model has no such class"
        assert painted(layer, self.view).max() == 0

    def test_a_card_without_a_scale_draws_nothing_and_says_so(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering)
        layer.set_maps(layer.prediction, build.card(scale=0.0))
        assert "no scale" in layer.words("Shift+H")
        assert painted(layer, self.view).max() == 0

    def test_a_map_that_is_switched_off_is_silent(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering, probability=0.0)
        layer.show(Finding.COVID19, False, 1.0, False)
        assert layer.words("Shift+H") == ""
        assert painted(layer, self.view).max() == 0

    def test_an_image_that_was_not_scored_has_nothing_to_draw(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering)
        layer.set_maps(Prediction(build.PATH, Status.NOT_SCORED, "lateral view"), build.card())
        assert layer.state is MapState.NOT_SCORED
        assert layer.words("Shift+H") == ""

    def test_the_map_of_one_image_is_never_drawn_over_another(self) -> None:
        layer = layer_with(one_bright(4, 4), self.covering)
        layer.set_image("/films/two.dcm", ROWS, COLUMNS)
        assert layer.state is MapState.NOT_SCORED
        assert painted(layer, self.view).max() == 0
        layer.set_image(build.PATH, ROWS, COLUMNS)
        assert layer.state is MapState.DRAWN


def test_classes_are_those_of_the_model_in_the_order_of_columns() -> None:
    layer = OverlayLayer()
    layer.set_maps(None, build.card(classes=(Finding.NORMAL, Finding.COVID19)))
    assert layer.classes == (Finding.COVID19, Finding.NORMAL)


@pytest.mark.parametrize("height", [340, 430, 540, 860])
def test_the_bar_s_name_runs_into_no_letter_of_the_patient_s_sides(height):
    area = QRectF(0, 0, 700, height)
    bar = colour_bar.bar_rect(area)
    assert bar is not None
    assert bar.top() - LINE - 8 >= lower_edge_of_sides(area)
    assert bar.bottom() + 2 * LINE < area.bottom()

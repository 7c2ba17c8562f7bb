"""How a heat map is drawn: colours, threshold, outline, boxes with their zones, the bar, and original beside map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.imaging.colour_maps import COLOUR_MAPS, colour_map
from cxr_desktop.imaging.map_regions import MapRegion
from cxr_desktop.imaging.map_state import MapState
from cxr_desktop.settings import Settings
from cxr_desktop.ui.map_methods import MethodState
from cxr_desktop.ui.settings_dialog import SettingsDialog
from cxr_desktop.ui.viewer import split_view
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.map_look import MapLook, colours_label
from cxr_desktop.ui.viewer.overlay_layer import OverlayLayer
from cxr_desktop.ui.viewer.region_boxes import region_words
from cxr_desktop.ui.viewer.viewport import Viewport
from tests.ui import viewer_builders as build
from tests.ui.entries import entry, lungs

ROWS, COLUMNS, CELLS = 600, 900, 9
VIEW = Viewport.fitted(COLUMNS, ROWS, 450, 300)
pytestmark = pytest.mark.usefixtures("qapp")


def layer_with(cells: np.ndarray, method: str = "grad-cam", **changes) -> OverlayLayer:
    layer = OverlayLayer()
    layer.set_image(build.PATH, ROWS, COLUMNS)
    found = replace(build.saliency(cells, build.covering(np.empty((ROWS, COLUMNS)), CELLS)), method=method)
    layer.set_maps(replace(build.prediction(found), **changes), build.card())
    layer.show(Finding.COVID19, True, 1.0, False)
    return layer


def hill(value: float = 2.0) -> np.ndarray:
    """Strong in the middle, weak on the left."""
    cells = np.zeros((CELLS, CELLS), dtype=np.float32)
    cells[4, 4], cells[4, 1] = value, 0.3 * value
    return cells


def painted(layer: OverlayLayer) -> np.ndarray:
    """BGRA, premultiplied."""
    frame = QImage(450, 300, QImage.Format.Format_ARGB32_Premultiplied)
    frame.fill(Qt.GlobalColor.transparent)
    painter = QPainter(frame)
    layer.paint(painter, VIEW)
    painter.end()
    return np.frombuffer(frame.constBits(), np.uint8).reshape(300, 450, 4).copy()


def alpha_at(layer: OverlayLayer, column: int, row: int) -> int:
    x, y = ((column + 0.5) * 50, (row + 0.5) * 100 / 3)
    return int(painted(layer)[round(y), round(x), 3])


def test_below_the_threshold_nothing_is_drawn_and_the_line_runs_there():
    layer = layer_with(hill())
    assert alpha_at(layer, 1, 4) > 0
    layer.set_look(MapLook(threshold=0.4))
    assert alpha_at(layer, 1, 4) == 0
    assert alpha_at(layer, 4, 4) > 0
    assert layer.look.contour_at == 0.4
    assert MapLook().contour_at == 0.5


def test_the_outline_alone_leaves_the_film_visible():
    layer = layer_with(hill())
    layer.set_look(MapLook(outline_only=True))
    frame = painted(layer)
    assert alpha_at(layer, 4, 4) == 0
    assert frame[..., 3].max() > 200


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_the_colours_are_those_that_were_chosen(name):
    layer = layer_with(hill())
    layer.set_look(MapLook(colours=name))
    blue, green, red, alpha = painted(layer)[150, 225]
    assert alpha > 250
    np.testing.assert_allclose((red, green, blue), COLOUR_MAPS[name][255], atol=12)
    assert colours_label(name).lower().startswith(name)


def test_every_colour_map_rises_evenly_in_lightness():
    for name, table in COLOUR_MAPS.items():
        linear = np.where(table / 255 <= 0.04045, table / 255 / 12.92, ((table / 255 + 0.055) / 1.055) ** 2.4)
        luminance = linear @ (0.2126, 0.7152, 0.0722)
        lightness = np.where(luminance > 0.008856, 116 * np.cbrt(luminance) - 16, 903.3 * luminance)
        assert (np.diff(lightness[8:]) > -0.3).all(), name
        assert lightness[-1] - lightness[0] > 70, name
    np.testing.assert_array_equal(colour_map("a map of tomorrow"), COLOUR_MAPS["inferno"])


def test_a_relative_method_fills_its_own_scale_and_the_bar_says_so():
    weak = hill(0.02)
    absolute, relative = layer_with(weak), layer_with(weak, "eigen-cam")
    assert painted(absolute)[150, 225, 3] < 20
    assert painted(relative)[150, 225, 3] > 250
    assert (absolute.bar().top, absolute.bar().is_absolute, absolute.bar().method) == (2.0, True, "")
    assert (relative.bar().top, relative.bar().is_absolute, relative.bar().method) == (
        pytest.approx(0.02), False, "Eigen-CAM")  # fmt: skip
    relative.set_maps(relative.prediction, build.card(scale=0.0))
    assert relative.state is MapState.DRAWN  # it needs no scale of the card


def test_while_a_map_is_computed_the_image_says_so():
    layer = layer_with(hill())
    layer.set_maps(replace(layer.prediction, maps=()), build.card())
    layer.set_waiting("Score-CAM: being computed, about 3 s")
    assert layer.words("Shift+H") == "Score-CAM: being computed, about 3 s"
    layer.set_maps(layer_with(hill()).prediction, build.card())
    assert layer.words("Shift+H") == ""


def test_boxes_stand_round_the_regions_and_name_their_zones():
    cells = np.zeros((CELLS, CELLS), dtype=np.float32)
    cells[6, 2] = 2.0
    layer = layer_with(cells, lungs=lungs(ROWS, COLUMNS))
    assert layer.boxes() == ()
    layer.set_look(MapLook(boxes=True))
    (box,) = layer.boxes()
    assert box.words.startswith("right lower zone, ")
    assert box.words.endswith("of the right lung")
    left, top, right, bottom = (*box.first, *box.second)
    assert left < 250 < right
    assert top < 433 < bottom
    layer.show(Finding.COVID19, False, 1.0, False)
    assert layer.boxes() == ()


@pytest.mark.parametrize(
    ("zones", "words"),
    [
        ((), ""),
        ((LungZone.OUTSIDE,), "outside the lungs"),
        ((LungZone.LEFT_UPPER, LungZone.LEFT_MIDDLE), "left upper and middle zones, 31\u00a0% of the left lung"),
        ((LungZone.RIGHT_LOWER, LungZone.LEFT_LOWER), "both lower zones, 31\u00a0% of both lungs"),
    ],
)
def test_a_box_says_where_it_is_and_how_much_of_the_lung_it_covers(zones, words):
    assert region_words(MapRegion(0, 0, 1, 1, zones, 0.31)) == words


# --- original beside heat map


@pytest.fixture
def viewer(qtbot) -> ImageViewer:
    made = ImageViewer()
    made.resize(801, 600)
    qtbot.addWidget(made)
    made.show()
    pixels = build.square(ROWS, COLUMNS, 400, 250, 100)
    made.set_image(build.image(pixels))
    cells = np.full((CELLS, CELLS), 2.0, dtype=np.float32)
    made.set_maps(build.prediction(build.saliency(cells, build.covering(pixels, CELLS))), build.card())
    made.set_overlay(Finding.COVID19, True, 1.0)
    return made


def shown(viewer: ImageViewer) -> np.ndarray:
    picture = viewer.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4)[..., :3].copy()


def coloured(pixels: np.ndarray) -> int:
    return int((np.ptp(pixels.astype(int), axis=-1) > 30).sum())


def test_the_original_stands_beside_the_map_at_the_same_place_and_zoom(qtbot, viewer):
    qtbot.keyClick(viewer, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.reading.is_split
    left, right = shown(viewer)[200:400, 20:380], shown(viewer)[200:400, 421:781]
    assert coloured(left) == 0
    assert coloured(right) > 10_000
    viewer.set_overlay(Finding.COVID19, False, 1.0)
    left, right = shown(viewer)[200:400, 20:380], shown(viewer)[200:400, 421:781]
    np.testing.assert_array_equal(left, right)  # without a map both panes are the same picture
    assert left.max() > 200
    qtbot.keyClick(viewer, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert not viewer.reading.is_split
    assert viewer.reading.display.viewport.width == 801


def test_both_panes_point_at_the_same_pixel_and_zoom_together(qtbot, viewer):
    viewer.reading.toggle_split()
    for x in (100.0, 501.0):
        viewer.reading.point_at(QPointF(x, 300))
        assert viewer.reading.pixel() == viewer.reading.display.viewport.pixel_at(100, 300)
    viewer.reading.point_at(QPointF(501, 300))
    before = viewer.reading.image_point(QPointF(501, 300))
    viewer.reading.zoom_by_steps(10)  # origins lie on whole device pixels
    assert viewer.reading.image_point(QPointF(501, 300)) == pytest.approx(before, abs=1.5)
    assert viewer.reading.image_point(QPointF(100, 300)) == viewer.reading.image_point(QPointF(501, 300))


def test_a_drag_that_leaves_its_pane_moves_the_image_all_the_way(qtbot, viewer):
    viewer.reading.toggle_split()
    viewer.reading.one_to_one()
    start = viewer.reading.display.viewport.centre_x
    qtbot.mousePress(viewer, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    qtbot.mouseMove(viewer, QPoint(500, 300))
    qtbot.mouseRelease(viewer, Qt.MouseButton.MiddleButton, pos=QPoint(500, 300))
    assert start - viewer.reading.display.viewport.centre_x == pytest.approx(200, abs=1)


def test_a_narrow_view_has_one_pane():
    assert len(split_view.panes(QRectF(0, 0, 390, 500), True)) == 1
    first, second = split_view.panes(QRectF(0, 0, 801, 500), True)
    assert (first.width(), second.left(), second.right()) == (400, 401, 801)


# --- keys, menu and settings


@pytest.mark.parametrize(
    ("keys", "look"),
    [("Shift+C", MapLook(outline_only=True)), ("B", MapLook(boxes=True))],
)
def test_a_key_changes_the_look_and_switches_the_map_on(qtbot, viewer, keys, look):
    viewer.set_overlay(Finding.COVID19, False, 1.0)
    with qtbot.waitSignals([viewer.look_changed, viewer.overlay_changed]):
        viewer.viewer_actions["map_outline" if keys == "Shift+C" else "map_boxes"].trigger()
    assert viewer.reading.overlay.look == look
    assert viewer.reading.overlay.visible
    names = {a.shortcut().toString() for a in viewer.viewer_actions.all.values()}
    assert keys in names


def test_the_menu_offers_methods_and_colours(qtbot, viewer):
    from cxr_desktop.domain.map_method import MapMethod, MapOffer

    offers = tuple(MapOffer(m, 0.1, "needs torch" if m is MapMethod.LAYER_CAM else "") for m in MapMethod)
    viewer.set_map_methods(MethodState(MapMethod.EIGEN_CAM, offers, ""))
    menu = viewer._map_menu
    assert menu._methods[MapMethod.EIGEN_CAM].isChecked()
    assert not menu._methods[MapMethod.LAYER_CAM].isEnabled()
    assert "needs torch" in menu._methods[MapMethod.LAYER_CAM].toolTip()
    with qtbot.waitSignal(viewer.method_chosen) as told:
        menu._methods[MapMethod.SCORE_CAM].trigger()
    assert told.args == [MapMethod.SCORE_CAM]
    with qtbot.waitSignal(viewer.look_changed) as told:
        menu._colours["viridis"].trigger()
    assert told.args == [MapLook(colours="viridis")]


def test_the_look_is_kept_in_the_settings_on_both_sides_in_step(qtbot, make_window):
    window = make_window([entry(0, 0.94)], Settings(overlay_colours="cividis", overlay_boxes=True))
    window.worklist.view.select_row(0)
    assert window.viewer.reading.overlay.look == MapLook(colours="cividis", boxes=True)
    controls = window.findings.heat_map.controls
    assert controls.boxes.isChecked()
    controls.outline.click()
    controls.threshold.setValue(30)
    assert window.viewer.reading.overlay.look == MapLook("cividis", 0.3, True, True)
    assert not controls.opacity.isEnabled()  # a line has no opacity
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert not controls.boxes.isChecked()
    kept = window.settings()
    assert (kept.overlay_colours, kept.overlay_outline_only, kept.overlay_boxes) == ("cividis", True, False)
    assert controls.threshold_label.text() == "Threshold 30\u00a0%"


def test_the_settings_name_every_colour_map(qtbot):
    assert Settings.__dataclass_fields__["overlay_colours"].metadata["choices"] == tuple(COLOUR_MAPS)
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    assert dialog.editor("overlay_colours").count() == len(COLOUR_MAPS)


def test_the_method_of_the_panel_the_menu_and_the_key_are_one(qtbot, make_window):
    from cxr_desktop.domain.map_method import MapMethod, MapOffer

    window = make_window([entry(0, 0.94)])
    window.worklist.view.select_row(0)
    asked = []
    window.desk.methods.maps_wanted.connect(asked.append)
    controls = window.findings.heat_map.controls
    assert not controls.methods.model().item(2).isEnabled()
    window.desk.methods.set_offers(tuple(MapOffer(m, 0.1) for m in MapMethod))
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert controls.methods.currentData() == MapMethod.GRAD_CAM_PLUS_PLUS
    assert window.findings.heat_map.words() == "Grad-CAM++: being computed, about 0.10 s"
    window.viewer._map_menu._methods[MapMethod.LAYER_CAM].trigger()
    assert controls.methods.currentData() == MapMethod.LAYER_CAM
    assert [question.method for question in asked] == [MapMethod.GRAD_CAM_PLUS_PLUS, MapMethod.LAYER_CAM]
    assert "nothing that speaks against it" in controls.about.text()
    assert controls.about.text().endswith("No map outlines disease.")

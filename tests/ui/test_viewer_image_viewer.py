"""The widget under a reader's hands: mouse, keys, placeholders, and what is on the screen."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cxr_desktop.domain.prediction import Correction, Finding, SaliencyMap
from cxr_desktop.imaging.pixels import Voi
from cxr_desktop.ui.viewer.corner_text import TextAmount
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.placeholder import ViewerState
from cxr_desktop.ui.viewer.tools import Tool
from cxr_desktop.ui.viewer.window_level import extent
from tests.ui import viewer_builders as build
from tests.ui.entries import lungs

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE, NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
CENTRE = QPointF(320, 300)
pytestmark = pytest.mark.window


@pytest.fixture
def viewer(qtbot: QtBot) -> ImageViewer:
    """A shown viewer with an image in it."""
    widget = ImageViewer()
    qtbot.addWidget(widget)
    widget.resize(640, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_image(build.image())
    QCoreApplication.processEvents()
    return widget


def mouse(viewer: ImageViewer, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    event = QMouseEvent(kind, at, QPointF(viewer.mapToGlobal(at)), button, held, NO_KEYS)
    QCoreApplication.sendEvent(viewer, event)


def drag(viewer: ImageViewer, button: Qt.MouseButton, dx: float, dy: float, start: QPointF = CENTRE) -> None:
    end = start + QPointF(dx, dy)
    mouse(viewer, QEvent.Type.MouseButtonPress, start, button, button)
    mouse(viewer, QEvent.Type.MouseMove, start + QPointF(dx / 2, dy / 2), NONE, button)
    mouse(viewer, QEvent.Type.MouseMove, end, NONE, button)
    mouse(viewer, QEvent.Type.MouseButtonRelease, end, button, NONE)


def click(viewer: ImageViewer, button: Qt.MouseButton, x: float, y: float) -> None:
    mouse(viewer, QEvent.Type.MouseMove, QPointF(x, y), NONE, NONE)
    mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(x, y), button, button)
    mouse(viewer, QEvent.Type.MouseButtonRelease, QPointF(x, y), button, NONE)


def wheel(viewer: ImageViewer, x: int, y: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    at = QPointF(200, 250)
    event = QWheelEvent(
        at, QPointF(viewer.mapToGlobal(at)), QPoint(), QPoint(x, y), NONE, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QCoreApplication.sendEvent(viewer, event)


def screen(viewer: ImageViewer) -> np.ndarray:
    """Grey of the screen, in device-independent pixels: (height, width)."""
    picture = viewer.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width()].copy()


def corner_cell() -> np.ndarray:
    """Evidence in the upper left of 8 × 8 cells alone."""
    cells = np.zeros((8, 8), dtype=np.float32)
    cells[0, 0] = 2.0
    return cells


def one_cell(row: int, column: int) -> SaliencyMap:
    """A map over the usual image with one bright cell."""
    cells = np.zeros((8, 8), dtype=np.float32)
    cells[row, column] = 2.0
    return build.saliency(cells, build.covering(build.gradient(), 8))


class TestMouse:
    """The agreed hands."""

    def test_left_drag_is_window_level_right_wider_up_brighter(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        seen: list[tuple[float, float]] = []
        viewer.window_changed.connect(lambda *values: seen.append(values))
        before = screen(viewer)
        drag(viewer, LEFT, 100, 0)
        assert seen[-1][1] > 4096
        drag(viewer, LEFT, -100, -80)
        assert seen[-1][1] == pytest.approx(4096, rel=0.01)
        assert seen[-1][0] < 2048
        assert screen(viewer)[250:350, 100:540].mean() > before[250:350, 100:540].mean()

    def test_right_drag_zooms_about_the_place_where_it_began(self, viewer: ImageViewer) -> None:
        start = QPointF(200, 250)
        held = viewer.reading.image_point(start)
        drag(viewer, RIGHT, 0, -120, start)
        assert viewer.reading.viewport().scale == pytest.approx(2 * 1.6)
        after = viewer.reading.view_point(held)
        assert (after.x(), after.y()) == pytest.approx((200, 250), abs=2)
        drag(viewer, RIGHT, 0, 120, start)
        assert viewer.reading.viewport().scale == pytest.approx(1.6)

    def test_middle_drag_and_left_drag_with_space_pan(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        QCoreApplication.sendEvent(viewer, QEvent(QEvent.Type.Enter))
        viewer.setFocus()
        for button, space in ((MIDDLE, False), (LEFT, True)):
            viewer.reading.one_to_one()
            viewer.reading.zoom_by_steps(4)
            before, window = viewer.reading.view_point((200, 150)), viewer.reading.window_level()
            if space:
                qtbot.keyPress(viewer, Qt.Key.Key_Space)
                assert viewer.cursor().shape() == Qt.CursorShape.OpenHandCursor
            drag(viewer, button, 30, -20)
            if space:
                qtbot.keyRelease(viewer, Qt.Key.Key_Space)
            after = viewer.reading.view_point((200, 150))
            assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((30, -20))
            assert viewer.reading.window_level() == window
        QCoreApplication.sendEvent(viewer, QEvent(QEvent.Type.Leave))

    def test_the_wheel_leafs_through_the_study(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        with qtbot.waitSignal(viewer.next_image_requested):
            wheel(viewer, 0, -120)
        with qtbot.waitSignal(viewer.previous_image_requested):
            wheel(viewer, 0, 120)

    def test_a_touchpad_leafs_once_for_a_whole_notch(self, viewer: ImageViewer) -> None:
        seen: list[int] = []
        viewer.next_image_requested.connect(lambda: seen.append(1))
        for _ in range(11):
            wheel(viewer, 0, -10)
        assert seen == []
        wheel(viewer, 0, -10)
        assert seen == [1]

    def test_the_wheel_with_ctrl_zooms_to_the_cursor(self, viewer: ImageViewer) -> None:
        held = viewer.reading.image_point(QPointF(200, 250))
        wheel(viewer, 0, 240, Qt.KeyboardModifier.ControlModifier)
        assert viewer.reading.viewport().scale == pytest.approx(1.6 * 1.2**2)
        after = viewer.reading.view_point(held)
        assert (after.x(), after.y()) == pytest.approx((200, 250), abs=2)

    @pytest.mark.parametrize(("x", "y"), [(0, 120), (120, 0)])
    def test_the_wheel_with_alt_changes_the_opacity_though_qt_turns_it_sideways(
        self, viewer: ImageViewer, x: int, y: int
    ) -> None:
        seen: list[tuple[object, bool, float]] = []
        viewer.overlay_changed.connect(lambda *values: seen.append(values))
        viewer.set_overlay(Finding.COVID19, True, 0.5)
        wheel(viewer, x, y, Qt.KeyboardModifier.AltModifier)
        assert seen == [(Finding.COVID19, True, pytest.approx(0.55))]

    def test_right_click_without_drag_opens_the_menu_and_a_drag_does_not(
        self, viewer: ImageViewer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QMenu, "popup", lambda *_: None)
        menus: list[QMenu] = []
        viewer.context_menu_opening.connect(menus.append)
        drag(viewer, RIGHT, 0, 40)
        assert menus == []
        click(viewer, RIGHT, 300, 300)
        assert len(menus) == 1
        words = [action.text() for action in menus[0].actions()]
        assert {"Window", "Invert", "Measure", "Turn the view", "Magnifier", "Heat map", "Full screen"} <= set(words)
        menus[0].deleteLater()

    def test_double_click_and_f11_ask_for_the_full_screen(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        with qtbot.waitSignal(viewer.full_screen_toggled):
            mouse(viewer, QEvent.Type.MouseButtonDblClick, QPointF(300, 300), LEFT, LEFT)
        with qtbot.waitSignal(viewer.full_screen_toggled):
            qtbot.keyClick(viewer, Qt.Key.Key_F11)

    def test_a_release_that_never_came_does_not_lock_the_hands(self, viewer: ImageViewer) -> None:
        mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(300, 300), LEFT, LEFT)
        scale = viewer.reading.viewport().scale
        drag(viewer, RIGHT, 0, -60)
        assert viewer.reading.viewport().scale > scale

    def test_a_second_button_waits_until_the_first_is_released(self, viewer: ImageViewer) -> None:
        mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(300, 300), LEFT, LEFT)
        scale = viewer.reading.viewport().scale
        mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(300, 300), RIGHT, LEFT | RIGHT)
        mouse(viewer, QEvent.Type.MouseMove, QPointF(300, 200), NONE, LEFT | RIGHT)
        assert viewer.reading.viewport().scale == scale
        assert extent(viewer.reading.window_level())[0] < 2048

    def test_the_hand_without_an_image_does_nothing(self, viewer: ImageViewer) -> None:
        viewer.set_image(None)
        for button in (LEFT, RIGHT, MIDDLE):
            drag(viewer, button, 50, 50)
        wheel(viewer, 0, 120)
        assert viewer.state is ViewerState.EMPTY


class TestKeys:
    """Single keys, from anywhere in the window but a text field."""

    @pytest.mark.parametrize("number", range(4))
    def test_presets(self, viewer: ImageViewer, qtbot: QtBot, number: int) -> None:
        own = (Voi("A", "linear", 1000, 500), Voi("B", "linear", 2000, 900))
        viewer.set_image(build.image(vois=own))
        qtbot.keyClick(viewer, str(number))
        expected = ["Full range", "A", "B", "High contrast"][number]
        assert viewer.reading.window_level().explanation == expected

    def test_fit_and_actual_pixels_and_steps_of_zoom(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        qtbot.keyClick(viewer, "F", Qt.KeyboardModifier.ShiftModifier)
        assert viewer.reading.viewport().scale == 1.0
        qtbot.keyClick(viewer, "+")
        assert viewer.reading.viewport().scale == pytest.approx(1.25)
        qtbot.keyClick(viewer, "-")
        qtbot.keyClick(viewer, "-")
        assert viewer.reading.viewport().scale == pytest.approx(0.8)
        qtbot.keyClick(viewer, "f")
        assert viewer.reading.viewport().fits

    def test_reset_undoes_window_inversion_and_zoom_and_keeps_measurements(
        self, viewer: ImageViewer, qtbot: QtBot
    ) -> None:
        before = screen(viewer)
        drag(viewer, LEFT, 60, 40)
        drag(viewer, RIGHT, 0, -60)
        qtbot.keyClick(viewer, "i")
        viewer.choose_tool(Tool.LENGTH)
        drag(viewer, LEFT, 100, 0)
        viewer.reading.clear_measurements()
        viewer.choose_tool(Tool.WINDOW)
        assert (screen(viewer) != before).any()
        qtbot.keyClick(viewer, "r")
        mouse(viewer, QEvent.Type.Leave, QPointF(), NONE, NONE)
        np.testing.assert_array_equal(screen(viewer)[:500], before[:500])

    def test_text_goes_from_all_to_minimal_to_none_and_round(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        amounts = []
        for _ in range(3):
            qtbot.keyClick(viewer, "o")
            amounts.append(viewer.reading.text_amount)
        assert amounts == [TextAmount.MINIMAL, TextAmount.NONE, TextAmount.ALL]

    def test_heat_map_keys(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        seen: list[tuple[object, bool, float]] = []
        below: list[bool] = []
        viewer.overlay_changed.connect(lambda *values: seen.append(values))
        viewer.below_operating_point_changed.connect(below.append)
        viewer.set_maps(None, build.card())
        viewer.set_overlay(Finding.COVID19, True, 0.5)
        assert seen == []
        qtbot.keyClick(viewer, "h")
        qtbot.keyClick(viewer, "c")
        qtbot.keyClick(viewer, "h", Qt.KeyboardModifier.ShiftModifier)
        assert seen == [(Finding.COVID19, False, 0.5), (Finding.PNEUMONIA, True, 0.5)]
        assert below == [True]
        for _ in range(3):
            qtbot.keyClick(viewer, "c")
        assert seen[-1][0] == Finding.COVID19

    def test_asking_for_weak_evidence_switches_the_map_on_even_if_the_window_echoes_every_change(
        self, viewer: ImageViewer, qtbot: QtBot
    ) -> None:
        state = {"visible": False, "below": False}

        def echo(**changes: bool) -> None:
            state.update(changes)
            viewer.set_overlay(Finding.COVID19, state["visible"], 0.5, state["below"])

        viewer.overlay_changed.connect(lambda _finding, visible, _opacity: echo(visible=visible))
        viewer.below_operating_point_changed.connect(lambda below: echo(below=below))
        echo()
        qtbot.keyClick(viewer, "h", Qt.KeyboardModifier.ShiftModifier)
        assert state == {"visible": True, "below": True}
        assert viewer.reading.overlay.visible
        assert viewer.reading.overlay.below_operating_point

    # The offscreen platform cannot tell a window manager the least size of a window.
    @pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
    def test_keys_work_from_the_list_and_rest_in_a_text_field(self, qtbot: QtBot) -> None:
        window = QWidget()
        layout = QVBoxLayout(window)
        viewer, field, other = ImageViewer(), QLineEdit(), QWidget()
        other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (viewer, field, other):
            layout.addWidget(widget)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
        viewer.set_image(build.image())
        qtbot.keyClick(other, "i")
        assert viewer.reading.display is not None
        assert viewer.reading.display.kept.inverted
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClicks(field, "iwdr0+")
        assert field.text() == "iwdr0+"
        assert viewer.reading.display.kept.inverted
        assert viewer.tool is Tool.WINDOW

    def test_every_action_says_its_key(self, viewer: ImageViewer) -> None:
        for action in viewer.viewer_actions.all.values():
            if not action.shortcut().isEmpty():
                assert action.shortcut().toString() in action.toolTip()

    def test_no_key_is_given_twice(self, viewer: ImageViewer) -> None:
        keys = [key.toString() for action in viewer.viewer_actions.all.values() for key in action.shortcuts()]
        assert len(keys) == len(set(keys))


class TestMeasuring:
    """Lengths by drag or by two clicks, angles by three points, Esc out of both."""

    def test_a_length_by_drag_in_millimetres(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        viewer.set_image(build.image(pixel_spacing_mm=(0.5, 0.5), spacing_is_calibrated=True))
        qtbot.keyClick(viewer, "d")
        drag(viewer, LEFT, 160, 0)
        assert viewer.reading.display is not None
        assert viewer.measurements[0].words(viewer.reading.display.spacing) == "50.0 mm"

    def test_a_length_by_two_clicks_and_an_angle_by_three(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        qtbot.keyClick(viewer, "d")
        click(viewer, LEFT, 100, 200)
        click(viewer, LEFT, 260, 200)
        qtbot.keyClick(viewer, "a")
        click(viewer, LEFT, 300, 200)
        click(viewer, LEFT, 300, 300)
        click(viewer, LEFT, 400, 300)
        display = viewer.reading.display
        assert display is not None
        assert [m.words(display.spacing) for m in viewer.measurements] == ["100 px (spacing unknown)", "90.0°"]

    def test_measurements_stay_on_their_place_of_the_image(self, viewer: ImageViewer) -> None:
        viewer.choose_tool(Tool.LENGTH)
        drag(viewer, LEFT, 100, 0)
        points = viewer.measurements[0].points
        drag(viewer, RIGHT, 0, -100)
        viewer.resize(500, 400)
        assert viewer.measurements[0].points == points

    def test_esc_first_ends_the_measurement_then_the_tool_and_then_belongs_to_the_window(
        self, viewer: ImageViewer, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(viewer, "d")
        click(viewer, LEFT, 100, 200)
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
        assert viewer.tool is Tool.LENGTH
        click(viewer, LEFT, 200, 200)
        assert viewer.measurements == ()
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
        assert viewer.tool is Tool.WINDOW
        for tool, wanted in ((Tool.WINDOW, False), (Tool.ANGLE, True)):
            viewer.choose_tool(tool)
            escape = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NO_KEYS)
            escape.ignore()
            viewer.event(escape)
            assert escape.isAccepted() is wanted

    def test_esc_in_a_drag_puts_everything_back(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        window = viewer.reading.window_level()
        mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(300, 300), LEFT, LEFT)
        mouse(viewer, QEvent.Type.MouseMove, QPointF(400, 200), NONE, LEFT)
        assert viewer.reading.window_level() != window
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
        assert viewer.reading.window_level() == window

    def test_delete_takes_the_last_measurement_away(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        viewer.choose_tool(Tool.LENGTH)
        for length in (50, 100):
            drag(viewer, LEFT, length, 0)
        qtbot.keyClick(viewer, Qt.Key.Key_Delete)
        assert len(viewer.measurements) == 1


class TestScreen:
    """What is to be seen."""

    @pytest.mark.parametrize(("monochrome1", "reader"), [(False, False), (True, False), (False, True), (True, True)])
    def test_the_image_is_inverted_exactly_once_for_each_reason(
        self, viewer: ImageViewer, qtbot: QtBot, monochrome1: bool, reader: bool
    ) -> None:
        viewer.set_image(build.image(inverted=monochrome1))
        if reader:
            qtbot.keyClick(viewer, "i")
        row = screen(viewer)[300].tolist()
        left_is_dark = row[20] < 50 and row[600] > 200
        right_is_dark = row[20] > 200 and row[600] < 50
        assert left_is_dark is (monochrome1 == reader)
        assert right_is_dark is (monochrome1 != reader)

    def test_the_research_notice_is_there_in_every_state(self, viewer: ImageViewer) -> None:
        def notice() -> int:
            return int(screen(viewer)[560:600, 10:260].max())

        viewer.set_image(build.image(np.zeros((100, 100), np.uint16)))
        assert notice() > 120
        for _ in range(3):
            viewer.reading.next_text_amount()
            assert notice() > 120
        for state in ("empty", "loading", "failed"):
            viewer.set_placeholder(state, "A reason.")
            assert notice() > 120

    def test_text_can_be_read_on_white(self, viewer: ImageViewer) -> None:
        viewer.set_image(build.image(np.full((500, 533), 4095, np.uint16)))
        title = screen(viewer)[12:32, 16:170]
        assert title.min() < 60
        assert title.max() > 220

    def test_a_large_image_is_there_at_once_and_becomes_smooth(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        stripes = np.zeros((4096, 4096), np.uint16)
        stripes[::2] = 4095
        viewer.set_image(build.image(stripes))
        qtbot.waitUntil(lambda: not viewer.is_building)
        QCoreApplication.processEvents()
        centre = screen(viewer)[200:300, 200:400]
        assert np.ptp(centre) <= 2
        assert centre.mean() == pytest.approx(127.5, abs=3)

    def test_at_actual_pixels_the_screen_shows_every_pixel_unblurred(self, viewer: ImageViewer) -> None:
        random = np.random.default_rng(4).integers(0, 4096, (900, 1100)).astype(np.uint16)
        viewer.set_image(build.image(random, vois=(Voi("", "linear_exact", 2047.5, 4095.0),)))
        viewer.reading.one_to_one()
        shown = screen(viewer)[150:400, 100:500]
        column, row = (round(v) for v in viewer.reading.image_point(QPointF(100, 150)))
        expected = np.rint(random[row : row + 250, column : column + 400] / 4095 * 255)
        assert np.abs(shown - expected).max() <= 1

    def test_the_heat_map_colours_the_screen_and_the_bar_comes_with_it(self, viewer: ImageViewer) -> None:
        def colours() -> np.ndarray:
            picture = viewer.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
            rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
            pixels = rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).astype(int)
            return np.ptp(pixels, axis=2)

        pixels = build.gradient()
        cells = np.zeros((7, 7), np.float32)
        cells[3, 3] = 2.0
        maps = build.prediction(build.saliency(cells, build.covering(pixels, 7)))
        viewer.set_maps(maps, build.card())
        viewer.set_overlay(Finding.COVID19, True, 0.6)
        assert colours()[280:320, 300:340].max() > 60
        bar = colours()[200:400, 610:626]
        assert bar.max() > 150
        viewer.set_overlay(Finding.COVID19, False, 0.6)
        assert colours()[:500].max() < 25

    def test_the_words_below_the_operating_point_name_the_key(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        cells = np.ones((7, 7), np.float32)
        maps = build.prediction(build.saliency(cells, build.covering(build.gradient(), 7)), probability=0.1)
        viewer.set_maps(maps, build.card())
        viewer.set_overlay(Finding.COVID19, True, 0.6)
        assert viewer.note() == "COVID-19: below the operating point, map not drawn (press Shift+H to show)"
        qtbot.keyClick(viewer, "h", Qt.KeyboardModifier.ShiftModifier)
        assert viewer.note() == "COVID-19: below the operating point"

    def test_hidden_identity_leaves_the_corner_at_once(self, viewer: ImageViewer) -> None:
        viewer.set_identity_visible(False)
        assert viewer.corners().top_left[0] == "Identity hidden"

    def test_a_line_over_the_image_names_missing_lungs_and_maps_outside_them(
        self, qtbot: QtBot, viewer: ImageViewer
    ) -> None:
        outside = one_cell(0, 0)
        found = lungs(*build.gradient().shape)
        viewer.set_maps(replace(build.prediction(outside), lungs=found), build.card())
        viewer.set_overlay(Finding.COVID19, True, 0.6)
        warning = "Much of this map lies outside the lungs: it may show the hospital rather than the disease."
        assert viewer.note() == warning
        assert viewer.reading.overlay.lies_outside
        viewer.set_maps(build.prediction(outside), build.card())
        assert viewer.note() == ""
        qtbot.keyClick(viewer, "l")
        assert viewer.note() == "No lung outline: the lungs were not found"

    def test_the_pointer_reads_the_pixel_beneath_it(self, viewer: ImageViewer) -> None:
        mouse(viewer, QEvent.Type.MouseMove, QPointF(320, 300), NONE, NONE)
        value = int(build.gradient()[150, 200])
        assert viewer.corners().bottom_right[0] == f"x 200  y 150 · {value}"


class TestCorrection:
    """What the reader had corrected is shown so, says so, and can be taken back."""

    def test_a_turned_image_is_shown_turned_with_its_map_and_its_mark(self, viewer: ImageViewer) -> None:
        pixels = build.square(300, 400, 0, 0, 100)
        viewer.set_image(build.image(pixels), correction=Correction(1))
        assert viewer.image is not None
        assert viewer.image.pixels.shape == (400, 300)
        # What was in the upper left corner of the file stands in the lower left one.
        assert viewer.image.pixels[399, 0] == 4095
        assert viewer._mark.words() == "Turned 90° left, with your consent"
        viewer.set_maps(build.prediction(build.saliency(corner_cell(), build.covering(pixels, 8))), build.card())
        viewer.set_overlay(Finding.COVID19, True, 1.0)
        values = viewer.reading.overlay._values_on_grid()
        assert values[-20:, :20].max() > 0.5
        assert values[:100].max() == 0

    def test_black_and_white_are_exchanged_and_the_mark_says_so(self, viewer: ImageViewer) -> None:
        before = screen(viewer)[300, 100]
        viewer.set_image(build.image(), correction=Correction(0, True))
        assert viewer._mark.words() == "Inverted, with your consent"
        assert screen(viewer)[300, 100] == pytest.approx(255 - before, abs=2)
        assert not viewer.viewer_actions["invert"].isChecked()

    def test_a_correction_of_the_image_in_hand_is_shown_at_once_and_taken_back(
        self, qtbot: QtBot, viewer: ImageViewer
    ) -> None:
        image = viewer.image
        viewer.set_correction(Correction(2, True))
        assert viewer.image is not image
        assert viewer._mark.words() == "Turned 180° and inverted, with your consent"
        with qtbot.waitSignal(viewer.correction_undo_requested):
            qtbot.mouseClick(viewer._mark._undo, LEFT)
        viewer.set_correction(Correction())
        assert viewer.image is image
        assert viewer._mark.words() == ""

    def test_measurements_belong_to_the_turn_that_they_were_made_in(self, viewer: ImageViewer) -> None:
        viewer.reading.add_measurement(Measurement(((10.0, 10.0), (50.0, 10.0))))
        viewer.set_correction(Correction(1))
        assert viewer.measurements == ()
        viewer.set_correction(Correction())
        assert len(viewer.measurements) == 1

    @pytest.mark.parametrize("width", [320, 400, 900])
    def test_the_mark_is_never_wider_than_the_view_and_cuts_no_word(self, viewer: ImageViewer, width: int) -> None:
        viewer.resize(width, 500)
        viewer.set_correction(Correction(1, True))
        mark = viewer._mark
        assert viewer.rect().contains(mark.geometry())
        words = mark._words
        assert words.height() >= words.heightForWidth(words.width())

    def test_no_image_has_no_mark(self, viewer: ImageViewer) -> None:
        viewer.set_correction(Correction(1))
        viewer.set_placeholder("loading", "")
        assert viewer._mark.words() == ""
        viewer.set_correction(Correction(2))
        assert viewer._mark.words() == ""


class TestLungs:
    """The outline is one key away."""

    def test_l_outlines_the_lungs_and_tells_it(self, qtbot: QtBot, viewer: ImageViewer) -> None:
        viewer.set_maps(replace(build.prediction(), lungs=lungs(300, 400)), build.card())
        without = screen(viewer)
        with qtbot.waitSignal(viewer.lungs_changed) as told:
            qtbot.keyClick(viewer, "l")
        assert told.args == [True]
        assert viewer.viewer_actions["lungs"].isChecked()
        assert (screen(viewer) != without).any()
        with qtbot.assertNotEmitted(viewer.lungs_changed):
            viewer.set_lung_outline(False)
        assert (screen(viewer) == without).all()


class TestStates:
    """Loading, failing, leafing, and letting go."""

    def test_placeholders_take_the_image_away(self, viewer: ImageViewer) -> None:
        viewer.set_placeholder("failed", "The file ends before its pixels do.")
        assert viewer.state is ViewerState.FAILED
        assert viewer.image is None
        assert screen(viewer)[250:350, 150:500].max() > 150
        assert viewer.corners().top_left == ()

    def test_a_short_load_flashes_no_word(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        viewer.set_placeholder("loading", "")
        assert screen(viewer)[200:400].max() == 0
        qtbot.waitUntil(lambda: screen(viewer)[200:400].max() > 100)

    def test_a_placeholder_cannot_claim_to_be_an_image(self, viewer: ImageViewer) -> None:
        with pytest.raises(ValueError, match="no image"):
            viewer.set_placeholder("image", "")

    def test_leafing_back_finds_window_and_measurements_and_another_study_only_measurements(
        self, viewer: ImageViewer
    ) -> None:
        first, second = build.image(), build.image(path="/films/two.dcm")
        viewer.choose_tool(Tool.LENGTH)
        drag(viewer, LEFT, 100, 0)
        viewer.choose_tool(Tool.WINDOW)
        drag(viewer, LEFT, 80, 0)
        window = viewer.reading.window_level()
        viewer.set_image(second, 2, 2)
        assert viewer.measurements == ()
        assert extent(viewer.reading.window_level()) == (2048, 4096)
        viewer.set_image(first, 1, 2)
        assert len(viewer.measurements) == 1
        assert viewer.reading.window_level() == window
        viewer.reading.mirror_view()
        (mirrored,) = viewer.measurements
        viewer.set_image(build.image(path="/films/other.dcm", study_instance_uid="9.9"))
        viewer.set_image(first)
        # Measurements are kept while the folder is open; window and turn only while the study is.
        assert viewer.measurements != (mirrored,)
        assert len(viewer.measurements) == 1
        assert extent(viewer.reading.window_level()) == (2048, 4096)
        viewer.reading.forget()
        viewer.set_image(first)
        assert viewer.measurements == ()

    @pytest.mark.parametrize("leave", [lambda v: v.set_image(None), lambda v: v.set_placeholder("loading", "")])
    def test_nothing_refers_to_the_pixels_once_the_image_is_gone(
        self, viewer: ImageViewer, leave: Callable[[ImageViewer], None]
    ) -> None:
        image = build.image(np.zeros((3000, 3000), np.uint16))
        pixels = weakref.ref(image.pixels)
        viewer.set_image(image)
        drag(viewer, LEFT, 20, 20)
        del image
        leave(viewer)
        gc.collect()
        assert pixels() is None

    def test_a_drag_ends_when_the_image_changes(self, viewer: ImageViewer) -> None:
        mouse(viewer, QEvent.Type.MouseButtonPress, QPointF(300, 300), LEFT, LEFT)
        viewer.set_image(build.image(path="/films/two.dcm"))
        mouse(viewer, QEvent.Type.MouseMove, QPointF(400, 300), NONE, LEFT)
        assert extent(viewer.reading.window_level()) == (2048, 4096)

    def test_a_resize_keeps_the_whole_image_in_view(self, viewer: ImageViewer) -> None:
        viewer.resize(400, 600)
        assert viewer.reading.viewport().scale == pytest.approx(1.0)

    def test_the_tools_are_there_only_where_they_fit_and_where_there_is_an_image(self, viewer: ImageViewer) -> None:
        assert viewer._pill.isVisible()
        buttons = viewer._pill._buttons
        widths = {}
        for width in (640, 400, 640):
            viewer.resize(width, 600)
            assert viewer._pill.isVisible()
            assert viewer.rect().adjusted(8, 0, -8, 0).contains(viewer._pill.geometry())
            widths[width] = {name for name, button in buttons.items() if button.isVisible()}
        assert widths[640] == set(buttons)
        assert {"tool_window", "invert", "map"} <= widths[400] < widths[640]
        viewer.resize(640, 300)
        assert not viewer._pill.isVisible()
        viewer.resize(640, 600)
        viewer.set_image(None)
        assert not viewer._pill.isVisible()

    def test_the_menu_of_the_map_follows_and_leads(self, viewer: ImageViewer) -> None:
        seen: list[tuple[object, bool, float]] = []
        viewer.overlay_changed.connect(lambda *values: seen.append(values))
        viewer.set_maps(None, build.card(classes=(Finding.COVID19, Finding.NORMAL)))
        viewer.set_overlay(Finding.NORMAL, False, 0.3)
        menu = viewer._map_menu
        assert [finding for finding, action in menu._classes.items() if action.isChecked()] == [Finding.NORMAL]
        assert menu._slider.value() == 30
        assert seen == []
        menu._classes[Finding.COVID19].trigger()
        menu._slider.setValue(80)
        assert seen == [(Finding.COVID19, True, 0.3), (Finding.COVID19, True, 0.8)]

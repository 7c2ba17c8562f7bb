"""Turning, lens, probe, profile and moving measurements, under a reader's hands."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from pytestqt.qtbot import QtBot

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.imaging.line_profile import LineProfile
from cxr_desktop.ui.viewer import probe, profile_plot
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.magnifier import lens_viewport
from cxr_desktop.ui.viewer.measurement import Measurement
from cxr_desktop.ui.viewer.tools import Tool
from cxr_desktop.ui.viewer.viewport import Viewport
from cxr_desktop.ui.viewer.window_level import extent
from tests.ui import viewer_builders as build
from tests.ui.test_viewer_image_viewer import LEFT, NONE, corner_cell, drag, mouse, screen, viewer, wheel

__all__ = ["viewer"]
pytestmark = pytest.mark.window
MOVE = QEvent.Type.MouseMove
SHIFT = Qt.KeyboardModifier.ShiftModifier


class TestTurning:
    """Only for the eye, and never unsaid."""

    def test_keys_turn_and_mirror_the_view_and_a_corner_says_so(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        for key, modifier, words in (
            ("t", Qt.KeyboardModifier.NoModifier, ("View rotated 90° right",)),
            ("t", SHIFT, ()),
            ("x", Qt.KeyboardModifier.NoModifier, ("View mirrored, left and right exchanged",)),
        ):
            qtbot.keyClick(viewer, key, modifier)
            assert viewer.corners().turned == words
        assert viewer.viewer_actions["mirror"].isChecked()
        row = screen(viewer)[300]
        assert row[20] > 200
        assert row[600] < 50

    def test_reset_takes_the_turn_back(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        before = screen(viewer)
        qtbot.keyClick(viewer, "t")
        qtbot.keyClick(viewer, "x")
        assert (screen(viewer) != before).any()
        qtbot.keyClick(viewer, "r")
        assert (screen(viewer) == before).all()

    def test_measurements_and_maps_stay_on_their_place_of_the_body(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        pixels = build.square(300, 400, 0, 0, 100)
        viewer.set_image(build.image(pixels, pixel_spacing_mm=(0.4, 0.2), spacing_is_calibrated=True))
        viewer.set_maps(build.prediction(build.saliency(corner_cell(), build.covering(pixels, 8))), build.card())
        viewer.set_overlay(Finding.COVID19, True, 1.0)
        viewer.reading.add_measurement(Measurement(((0.0, 0.0), (100.0, 0.0))))
        qtbot.keyClick(viewer, "t")
        display = viewer.reading.display
        assert display is not None
        assert display.image.pixels[0, -1] == 4095
        assert viewer.measurements[0].points == ((300.0, 0.0), (300.0, 100.0))
        assert viewer.measurements[0].words(display.spacing) == "20.0 mm"
        values = viewer.reading.overlay._values_on_grid()
        assert values[:20, -20:].max() > 0.5
        assert values[100:].max() == 0

    def test_what_was_set_before_the_turn_is_kept(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        drag(viewer, LEFT, 60, 0)
        window = viewer.reading.window_level()
        qtbot.keyClick(viewer, "t")
        assert viewer.reading.window_level() == window

    def test_another_study_lies_as_it_came(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        qtbot.keyClick(viewer, "x")
        first = build.image()
        viewer.set_image(build.image(path="/films/other.dcm", study_instance_uid="9.9"))
        viewer.set_image(first)
        assert viewer.corners().turned == ()
        assert viewer.image is first


class TestLens:
    """M, and the wheel."""

    def test_it_shows_the_place_under_the_pointer_larger(self) -> None:
        view = Viewport.fitted(400, 300, 800, 600)
        lens = lens_viewport(view, (200.0, 150.0), 3.0, 240.0)
        assert lens.scale == pytest.approx(6.0)
        assert lens.to_image(120, 120) == pytest.approx((100.0, 75.0), abs=0.2)

    def test_m_shows_it_and_the_wheel_makes_it_stronger_within_bounds(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        viewer.set_image(build.image(build.square(300, 400, 195, 145, 10)))
        mouse(viewer, MOVE, QPointF(320, 300), NONE, NONE)
        without = int((screen(viewer)[200:400, 220:420] > 200).sum())
        qtbot.keyClick(viewer, "m")
        aids = viewer.reading.aids
        assert int((screen(viewer)[200:400, 220:420] > 200).sum()) > 3 * without
        with qtbot.assertNotEmitted(viewer.next_image_requested):
            powers = []
            for notch in (120, 120, 120, 120, 120, -120 * 9):
                wheel(viewer, 0, notch)
                powers.append(aids.power)
        assert powers == [2.5, 3.0, 3.5, 4.0, 4.0, 2.0]
        qtbot.keyClick(viewer, "m")
        with qtbot.waitSignal(viewer.next_image_requested):
            wheel(viewer, 0, -120)

    def test_it_leaves_the_image_as_it_was(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        mouse(viewer, MOVE, QPointF(320, 300), NONE, NONE)
        before = screen(viewer)
        qtbot.keyClick(viewer, "m")
        assert (screen(viewer) != before).any()
        qtbot.keyClick(viewer, "m")
        assert (screen(viewer) == before).all()


class TestProbe:
    """V."""

    def test_it_names_value_stored_value_and_place(self, viewer: ImageViewer) -> None:
        image = build.image(
            value_scale=2.0, value_offset=-100.0, value_unit="HU", stored_shift=50, pixel_spacing_mm=(0.5, 0.25)
        )
        viewer.set_image(image)
        display = viewer.reading.display
        assert display is not None
        code = int(image.pixels[20, 300])
        lines = probe.lines(display, (300, 20), (300.5, 20.5))
        assert lines == (f"{2 * code - 100} HU", f"stored {code - 50}", "x 300  y 20 px", "75.1, 10.2 mm at detector")

    def test_without_spacing_and_stored_value_it_says_less(self, viewer: ImageViewer) -> None:
        display = viewer.reading.display
        assert display is not None
        assert len(probe.lines(display, (3, 4), (3.5, 4.5))) == 2

    def test_in_a_turned_view_it_names_the_place_in_the_film(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        viewer.set_image(build.image(pixel_spacing_mm=(0.5, 0.25), spacing_is_calibrated=True))
        qtbot.keyClick(viewer, "t")
        display, reading = viewer.reading.display, viewer.reading
        assert display is not None
        # (column 300, row 20) of the film stands at column 300 - 1 - 20, row 300 of a view turned to the right.
        unturned = reading.base_point((279.5, 300.5))
        assert unturned == pytest.approx((300.5, 20.5))
        assert probe.lines(display, (279, 300), unturned)[-2:] == ("x 300  y 20 px", "75.1, 10.2 mm")

    def test_v_draws_it_beside_the_pointer_and_nothing_beside_the_image(
        self, viewer: ImageViewer, qtbot: QtBot
    ) -> None:
        mouse(viewer, MOVE, QPointF(320, 300), NONE, NONE)
        before = screen(viewer)
        qtbot.keyClick(viewer, "v")
        changed = np.argwhere(screen(viewer)[:450] != before[:450])
        assert changed.size
        assert (changed.min(axis=0) >= (310, 330)).all()


class TestProfile:
    """G, a line, a plot."""

    def test_a_line_becomes_a_plot_of_its_values(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        before = screen(viewer)
        qtbot.keyClick(viewer, "g")
        assert viewer.tool is Tool.PROFILE
        drag(viewer, LEFT, 120, 40)
        (profile,) = viewer.measurements
        assert profile.is_profile
        assert (screen(viewer)[300:480, 20:300] != before[300:480, 20:300]).mean() > 0.5
        qtbot.keyClick(viewer, Qt.Key.Key_Delete)
        assert viewer.measurements == ()

    def test_the_curve_runs_from_edge_to_edge_and_breaks_where_there_is_no_value(self, qapp: object) -> None:
        from PySide6.QtCore import QRectF

        inner = QRectF(10, 20, 100, 50)
        values = np.array([0.0, 5.0, np.nan, 10.0, 0.0])
        pieces = profile_plot.points(LineProfile(np.linspace(0, 1, 5), values), 0.0, 10.0, inner)
        assert [[(p.x(), p.y()) for p in piece] for piece in pieces] == [
            [(10.0, 70.0), (35.0, 45.0)],
            [(85.0, 20.0), (110.0, 70.0)],
        ]


class TestMovingMeasurements:
    """With the usual hand: over a measurement the left button moves it."""

    @pytest.fixture
    def measured(self, viewer: ImageViewer) -> ImageViewer:
        viewer.choose_tool(Tool.LENGTH)
        drag(viewer, LEFT, 160, 0, QPointF(200, 250))
        viewer.choose_tool(Tool.WINDOW)
        return viewer

    def test_a_point_moves_alone_and_the_window_stays(self, measured: ImageViewer) -> None:
        mouse(measured, MOVE, QPointF(361, 251), NONE, NONE)
        assert measured.cursor().shape() == Qt.CursorShape.SizeAllCursor
        drag(measured, LEFT, 80, 40, QPointF(360, 250))
        start, end = measured.measurements[0].points
        assert start == pytest.approx((125, 118.75), abs=1)
        assert end == pytest.approx((275, 143.75), abs=1)
        assert extent(measured.reading.window_level()) == (2048, 4096)

    def test_a_line_moves_as_a_whole_and_esc_puts_it_back(self, measured: ImageViewer, qtbot: QtBot) -> None:
        before = measured.measurements
        mouse(measured, QEvent.Type.MouseButtonPress, QPointF(280, 250), LEFT, LEFT)
        mouse(measured, MOVE, QPointF(300, 290), NONE, LEFT)
        assert measured.measurements[0] == before[0].moved(12.5, 25.0)
        qtbot.keyClick(measured, Qt.Key.Key_Escape)
        assert measured.measurements == before

    def test_undo_takes_moving_and_removing_back(self, measured: ImageViewer, qtbot: QtBot) -> None:
        before = measured.measurements
        drag(measured, LEFT, 0, 50, QPointF(280, 250))
        qtbot.keyClick(measured, Qt.Key.Key_Delete)
        assert measured.measurements == ()
        qtbot.keyClick(measured, "z", SHIFT)
        qtbot.keyClick(measured, "z", SHIFT)
        assert measured.measurements == before
        qtbot.keyClick(measured, "z", SHIFT)
        assert measured.measurements == ()

    def test_delete_removes_what_lies_under_the_pointer(self, measured: ImageViewer, qtbot: QtBot) -> None:
        first = measured.measurements[0]
        measured.choose_tool(Tool.LENGTH)
        drag(measured, LEFT, 160, 0, QPointF(200, 350))
        measured.choose_tool(Tool.WINDOW)
        mouse(measured, MOVE, QPointF(280, 250), NONE, NONE)
        qtbot.keyClick(measured, Qt.Key.Key_Delete)
        assert len(measured.measurements) == 1
        assert measured.measurements[0] != first


class TestPresetsMenu:
    """Windows by name."""

    def test_the_menu_names_the_files_windows_and_ticks_the_one_in_use(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        from PySide6.QtWidgets import QMenu

        from cxr_desktop.imaging.pixels import Voi
        from cxr_desktop.ui.viewer import menus

        table = np.linspace(0, 65535, 4096).astype(np.uint16)
        own = (Voi("CURVE", "lut", table=table), Voi("BONE & JOINT", "linear", 2000, 900))
        viewer.set_image(build.image(vois=own))
        qtbot.keyClick(viewer, "2")
        menu = QMenu(viewer)
        assert viewer.reading.display is not None
        menus.fill_presets(menu, viewer.viewer_actions, viewer.reading.display)
        words = [action.text() for action in menu.actions()]
        assert words[:2] == ["CURVE (look-up table)", "BONE && JOINT"]
        assert words[-2:] == ["Full range", "Automatic window"]
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["BONE && JOINT"]

    def test_shift_w_is_automatic_and_r_the_files_first(self, viewer: ImageViewer, qtbot: QtBot) -> None:
        qtbot.keyClick(viewer, "w", SHIFT)
        centre, width = extent(viewer.reading.window_level())
        assert viewer.reading.window_level().explanation == "Automatic"
        assert centre == pytest.approx(2047.5, abs=20)
        assert width == pytest.approx(4080, abs=40)
        qtbot.keyClick(viewer, "r")
        assert viewer.reading.window_level().explanation == "Standard"

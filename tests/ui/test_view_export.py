"""What is on the screen as a picture: nobody's name in it, and always the research notice."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.ui.viewer import scene
from cxr_desktop.ui.viewer.corner_text import Corners, nobodys_lines, research_notice
from cxr_desktop.ui.viewer.extras import PictureContent
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.view_export import PictureDialog
from tests.ui import viewer_builders as build
from tests.ui.entries import entries
from tests.ui.test_main_window import grey
from tests.ui.test_viewer_image_viewer import corner_cell, viewer

__all__ = ["viewer"]
pytestmark = pytest.mark.window


def colours(picture: QImage) -> np.ndarray:
    rows = picture.convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(rows.constBits(), np.uint8).reshape(rows.height(), -1)
    return pixels[:, : 3 * rows.width()].reshape(rows.height(), rows.width(), 3).astype(int)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that corners and labels draw."""
    lines: list[str] = []

    paint = scene.corner_text.paint

    def note(painter: QPainter, area: QRectF, corners: Corners, pill: QRectF | None = None) -> None:
        for part in (corners.top_left, corners.top_right, corners.bottom_left, corners.bottom_right, corners.turned):
            lines.extend(part)
        paint(painter, area, corners, pill)

    monkeypatch.setattr(scene.corner_text, "paint", note)
    monkeypatch.setattr(scene.extras, "paint_label", lambda _painter, _area, words, _warns: lines.append(words))
    return lines


NAMED = {"institution_name": "Hill House", "station_name": "ROOM7", "device_name": "DX-D 600"}


def test_a_picture_names_nobody_no_place_and_no_day(viewer: ImageViewer, written: list[str]) -> None:
    viewer.set_image(build.image(**NAMED))
    viewer.set_label("PRIOR 2019-03-02", True, "PRIOR")
    written.clear()
    viewer.picture(PictureContent())
    text = " ".join(written)
    assert "Identity left out" in text
    assert "DX-D 600" in text
    assert written[-1] == "PRIOR"
    assert not any(word in text for word in ("PHANTOM", "10482", "Hill", "ROOM7", "2020", "2019", "08:12"))


def test_identity_is_there_where_it_was_asked_for(viewer: ImageViewer, written: list[str]) -> None:
    viewer.set_image(build.image(**NAMED))
    written.clear()
    viewer.picture(PictureContent(identity=True))
    assert {"PHANTOM, Ground glass", "Hill House"} <= set(written)


def test_identity_that_is_hidden_on_the_screen_is_hidden_in_the_picture(
    viewer: ImageViewer, written: list[str]
) -> None:
    viewer.set_identity_visible(False)
    written.clear()
    viewer.picture(PictureContent(identity=True))
    assert "PHANTOM, Ground glass" not in written


def test_a_picture_without_words_still_has_the_notice_and_says_that_it_is_turned(
    viewer: ImageViewer, written: list[str]
) -> None:
    viewer.set_image(build.image(np.zeros((300, 400), np.uint16)))
    viewer.reading.mirror_view()
    written.clear()
    picture = viewer.picture(PictureContent(words=False))
    assert [line for line in written if line] == ["View mirrored, left and right exchanged"]
    assert research_notice().startswith("Research use only")
    assert colours(picture)[560:600, 10:260].max() > 120


def test_the_heat_map_can_be_left_out(viewer: ImageViewer) -> None:
    maps = build.prediction(build.saliency(corner_cell(), build.covering(build.gradient(), 8)))
    viewer.set_maps(maps, build.card())
    viewer.set_overlay(Finding.COVID19, True, 0.8)
    for shown in (True, False):
        picture = viewer.picture(PictureContent(heat_map=shown))
        assert bool(np.ptp(colours(picture)[60:500], axis=2).max() > 60) is shown


def test_a_picture_has_the_pixels_of_the_screen_and_no_tools(viewer: ImageViewer) -> None:
    picture = viewer.picture(PictureContent(words=False))
    assert picture.size() == viewer.size() * viewer.devicePixelRatioF()
    screen = viewer.grab().toImage()
    assert (colours(picture)[150:350] == colours(screen)[150:350]).all()
    pill = viewer._pill.geometry()
    assert pill.isValid()
    assert (colours(picture)[pill.center().y()] != colours(screen)[pill.center().y()]).any()


def test_the_age_of_an_unknown_patient_is_left_out_without_a_gap() -> None:
    header = build.image(patient_age="", patient_sex="", study_date="").radiograph
    assert nobodys_lines(header) == ("Identity left out", "DX CHEST PA")


def test_the_dialog_leaves_identity_out_by_default_and_with_the_words(qtbot) -> None:
    dialog = PictureDialog()
    qtbot.addWidget(dialog)
    assert dialog.content() == PictureContent(heat_map=True, words=True, identity=False)
    dialog._identity.setChecked(True)
    assert dialog.content().identity
    dialog._words.setChecked(False)
    assert dialog.content() == PictureContent(heat_map=True, words=False, identity=False)
    assert not dialog._identity.isEnabled()


class TestWindow:
    """Keys, clipboard, file."""

    @pytest.fixture
    def window(self, make_window):
        window = make_window(entries([0.9]))
        window.worklist.view.select_row(0)
        assert window.show_image(grey(window.current_path()))
        return window

    def test_ctrl_shift_c_copies_and_says_so(self, window) -> None:
        QGuiApplication.clipboard().clear()
        window.stage_room.actions["copy_view"].trigger()
        copied = QGuiApplication.clipboard().image()
        assert copied.size() == window.viewer.size()
        assert window.viewer.said == "Picture copied, without patient identity"

    def test_ctrl_shift_s_asks_and_writes_a_png_under_no_ones_name(self, window, tmp_path, monkeypatch) -> None:
        suggested = []

        def choose(_parent, _title, start, _kinds):
            suggested.append(start)
            return str(tmp_path / "chosen"), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        monkeypatch.setattr(PictureDialog, "exec", lambda self: 1)
        window.stage_room.actions["save_view"].trigger()
        assert suggested[0].endswith("view.png")
        assert QImage(str(tmp_path / "chosen.png")).size() == window.viewer.size()
        assert window.viewer.said == "Picture saved"

    def test_a_folder_that_cannot_be_written_is_said(self, window, tmp_path) -> None:
        window.stage_room.write_view(tmp_path / "missing" / "a.png", PictureContent())
        assert "could not be written" in window.banner.message()

    def test_without_an_image_there_is_nothing_to_copy(self, window) -> None:
        window.viewer.set_image(None)
        window.stage_room.copy_view()
        window.stage_room.save_view()
        assert window.viewer.said == "There is no image to save."

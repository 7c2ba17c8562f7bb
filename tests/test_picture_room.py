"""Small pictures in the window's list, made by a thread beside it."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.picture_room import PictureRoom
from tests.ui.conftest import make_window
from tests.ui.entries import entry
from tests.worklist.samples import header

__all__ = ["make_window"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Shared:
    def __init__(self, path: str) -> None:
        self.image = GreyImage(header(path), np.full((60, 40), 9, np.uint16), 1.0, 0.0, "", (), False, None, ())

    def close(self) -> None:
        pass


class Decoder:
    def __init__(self, read: list[str], refused: tuple[str, ...] = ()) -> None:
        self._read, self._refused = read, refused

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass

    def read_image(self, path: str) -> Shared:
        self._read.append(path)
        if path in self._refused:
            raise UnreadableImageError("too large")
        return Shared(path)


def test_rows_on_screen_get_their_pictures_once_they_are_wished(qtbot, make_window):
    read: list[str] = []
    window = make_window([entry(n, 0.9 - n / 100) for n in range(50)])
    room = PictureRoom(window, lambda: Decoder(read))
    assert read == []
    window.named["pictures"].setChecked(True)
    qtbot.waitUntil(lambda: window.tools.pictures.of(window.model.entry_at(0)) is not None)
    qtbot.waitUntil(lambda: window.tools.pictures.of(window.model.entry_at(5)) is not None)
    assert "/data/49.dcm" not in read
    assert room.stop()


def test_a_picture_that_was_too_large_is_asked_for_again_under_other_limits(qtbot, make_window):
    read: list[str] = []
    limits = [("/data/0.dcm",), ()]
    window = make_window([entry(n, 0.9 - n / 100) for n in range(2)])
    room = PictureRoom(window, lambda: Decoder(read, limits.pop(0)))
    pictures, first, second = window.tools.pictures, window.model.entry_at(0), window.model.entry_at(1)
    window.named["pictures"].setChecked(True)
    qtbot.waitUntil(lambda: pictures.of(second) is not None)
    qtbot.waitUntil(lambda: "/data/0.dcm" in read and not pictures._asked)
    assert pictures.of(first) is None
    room.renew_decoder()
    qtbot.waitUntil(lambda: pictures.of(first) is not None)
    assert room.stop()

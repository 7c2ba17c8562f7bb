"""Small pictures in the window's list, made by a thread beside it."""

from __future__ import annotations

import numpy as np
import pytest

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
    def __init__(self, read: list[str]) -> None:
        self._read = read

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass

    def read_image(self, path: str) -> Shared:
        self._read.append(path)
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

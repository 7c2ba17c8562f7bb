"""Small pictures are made in a thread of their own; its decoder is there only while pictures are wanted."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.bridge.thumbnail_loader import ThumbnailLoader
from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.pixels import GreyImage
from tests.worklist.samples import header


class Shared:
    def __init__(self, path: str) -> None:
        pixels = np.full((50, 40), 7, np.uint16)
        self.image = GreyImage(header(path), pixels, 1.0, 0.0, "", (), False, None, ())
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Decoder:
    def __init__(self) -> None:
        self.read: list[str] = []
        self.given: list[Shared] = []
        self.closed = False

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def read_image(self, path: str) -> Shared:
        self.read.append(path)
        if "broken" in path:
            raise UnreadableImageError("the file is cut short")
        self.given.append(Shared(path))
        return self.given[-1]


@pytest.fixture
def decoders() -> list[Decoder]:
    return []


@pytest.fixture
def loader(decoders):
    def make() -> Decoder:
        decoders.append(Decoder())
        return decoders[-1]

    made = ThumbnailLoader(make, idle_s=0.02)
    yield made
    assert made.stop()


def test_nothing_runs_before_the_first_wish(loader, decoders):
    loader.want([])
    assert not loader.isRunning()
    assert decoders == []


def test_pictures_come_one_by_one_and_failures_are_told(qtbot, loader, decoders):
    ready, failed = [], []
    loader.thumbnail_ready.connect(lambda path, made: ready.append((path, made.height, made.width)))
    loader.thumbnail_failed.connect(failed.append)
    loader.want(["/a", "/broken", "/b"])
    qtbot.waitUntil(lambda: len(ready) + len(failed) == 3)
    assert ready == [("/a", 50, 40), ("/b", 50, 40)]
    assert failed == ["/broken"]
    assert all(shared.closed for shared in decoders[0].given)


def test_the_decoder_is_let_go_when_no_picture_is_wanted_and_comes_back(qtbot, loader, decoders):
    loader.want(["/a"])
    qtbot.waitUntil(lambda: bool(decoders) and decoders[0].closed)
    with qtbot.waitSignal(loader.thumbnail_ready):
        loader.want(["/b"])
    assert len(decoders) == 2


def test_other_limits_count_from_the_next_picture_on_and_not_after_a_rest(qtbot, decoders):
    def make() -> Decoder:
        decoders.append(Decoder())
        return decoders[-1]

    patient = ThumbnailLoader(make, idle_s=3600.0)
    with qtbot.waitSignal(patient.thumbnail_ready):
        patient.want(["/a"])
    patient.renew_decoder()
    qtbot.waitUntil(lambda: decoders[0].closed)
    assert len(decoders) == 1
    with qtbot.waitSignal(patient.thumbnail_ready):
        patient.want(["/b"])
    assert [decoder.read for decoder in decoders] == [["/a"], ["/b"]]
    assert patient.stop()


def test_after_the_end_nothing_is_read_any_more(loader, decoders):
    assert loader.stop()
    loader.want(["/a"])
    assert not loader.isRunning()
    assert decoders == []

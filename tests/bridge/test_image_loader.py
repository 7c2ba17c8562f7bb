from __future__ import annotations

import threading

import numpy as np
import pytest

from cxr_desktop.bridge.image_loader import KEPT_IMAGES, ImageLoader
from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.pixels import GreyImage
from tests.worklist.samples import header


def grey(path: str) -> GreyImage:
    pixels = np.full((4, 6), len(path), dtype=np.uint16)
    return GreyImage(
        radiograph=header(path),
        pixels=pixels,
        value_scale=1.0,
        value_offset=0.0,
        value_unit="",
        vois=(),
        inverted=False,
        padding=None,
        flags=(),
    )


class FakeShared:
    def __init__(self, path: str) -> None:
        self._image = grey(path)
        self.closed = False

    @property
    def image(self) -> GreyImage:
        assert not self.closed
        return self._image

    def close(self) -> None:
        self.closed = True


class FakeDecoder:
    """ "bad…" cannot be read; "slow…" waits until it is let go or the decoder is closed."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.shared: list[FakeShared] = []
        self.begun = threading.Event()
        self.let_go = threading.Event()
        self.closed = False

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
        self.let_go.set()

    def read_image(self, path: str) -> FakeShared:
        self.read.append(path)
        if path.startswith("slow"):
            self.begun.set()
            assert self.let_go.wait(5)
        if path.startswith("bad"):
            raise UnreadableImageError("the file is truncated")
        self.shared.append(FakeShared(path))
        return self.shared[-1]


class Bench:
    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.decoder = FakeDecoder()
        self.loader = ImageLoader(lambda: self.decoder)
        self.ready: dict[str, GreyImage] = {}
        self.answers: list[str] = []
        self.loader.image_ready.connect(self.on_ready)
        self.loader.image_failed.connect(self.on_failed)
        self.loader.start()

    def on_ready(self, path: str, image: GreyImage) -> None:
        self.ready[path] = image
        self.answers.append(path)

    def on_failed(self, path: str, reason: str) -> None:
        self.answers.append(f"{path}: {reason}")

    def load(self, path: str) -> None:
        count = len(self.answers)
        self.loader.load(path)
        self.qtbot.waitUntil(lambda: len(self.answers) > count)


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot)
    yield made
    assert made.loader.stop()
    assert made.decoder.closed
    assert all(shared.closed for shared in made.decoder.shared)


def test_an_image_comes_with_pixels_of_its_own_and_the_shared_memory_is_given_back(bench):
    bench.load("/a")
    image = bench.ready["/a"]
    assert image.pixels.tolist() == grey("/a").pixels.tolist()
    assert not np.shares_memory(image.pixels, bench.decoder.shared[0]._image.pixels)
    assert not image.pixels.flags.writeable
    assert bench.decoder.shared[0].closed


def test_an_image_that_cannot_be_read_is_answered_with_the_reason(bench):
    bench.load("bad")
    assert bench.answers == ["bad: the file is truncated"]


def test_the_latest_wish_wins(bench):
    bench.loader.load("slow")
    assert bench.decoder.begun.wait(5)
    for path in ("/b", "/c", "/d"):
        bench.loader.load(path)
    bench.decoder.let_go.set()
    bench.qtbot.waitUntil(lambda: bool(bench.answers))
    assert bench.answers == ["/d"]
    assert bench.decoder.read == ["slow", "/d"]


def test_the_next_studies_are_read_while_nothing_else_is_wanted(bench):
    bench.load("/a")
    bench.loader.prefetch(["/b", "/c"])
    bench.qtbot.waitUntil(lambda: bench.decoder.read == ["/a", "/b", "/c"])
    bench.load("/b")
    assert bench.decoder.read == ["/a", "/b", "/c"]
    assert bench.answers == ["/a", "/b"]


def test_a_wish_for_what_is_being_prefetched_is_answered_by_it(bench):
    bench.loader.prefetch(["slow"])
    assert bench.decoder.begun.wait(5)
    bench.loader.load("slow")
    bench.decoder.let_go.set()
    bench.qtbot.waitUntil(lambda: bench.answers == ["slow"])
    assert bench.decoder.read == ["slow"]


def test_only_a_few_images_are_kept(bench):
    for n in range(KEPT_IMAGES + 1):
        bench.load(f"/{n}")
    bench.load("/0")
    bench.load(f"/{KEPT_IMAGES}")
    assert bench.decoder.read.count("/0") == 2
    assert bench.decoder.read.count(f"/{KEPT_IMAGES}") == 1


def test_another_folder_forgets_what_was_kept(bench):
    bench.load("/a")
    bench.loader.clear()
    bench.load("/a")
    assert bench.decoder.read == ["/a", "/a"]


def test_stopping_does_not_wait_for_a_file_that_hangs(bench):
    bench.loader.load("slow")
    assert bench.decoder.begun.wait(5)
    assert bench.loader.stop()
    assert bench.answers == []


def test_changed_limits_mean_a_new_decoder_and_no_kept_image(bench):
    bench.load("a")
    old, bench.decoder = bench.decoder, FakeDecoder()
    bench.loader.renew_decoder()
    bench.load("a")
    assert old.closed
    assert (old.read, bench.decoder.read) == (["a"], ["a"])


def test_an_image_beside_comes_after_the_first_and_both_are_answered(bench):
    bench.loader.load("slow")
    assert bench.decoder.begun.wait(5)
    bench.loader.load_beside("/prior")
    bench.loader.load_beside("/older")
    bench.loader.load("/now")
    bench.decoder.let_go.set()
    bench.qtbot.waitUntil(lambda: len(bench.answers) == 2)
    assert bench.answers == ["/now", "/older"]


def test_the_same_image_wanted_twice_is_read_and_answered_once(bench):
    bench.loader.load("slow")
    bench.loader.load_beside("slow")
    assert bench.decoder.begun.wait(5)
    bench.decoder.let_go.set()
    bench.load("/b")
    assert bench.answers == ["slow", "/b"]
    assert bench.decoder.read == ["slow", "/b"]


def test_no_image_beside_takes_the_wish_back(bench):
    bench.loader.load("slow")
    assert bench.decoder.begun.wait(5)
    bench.loader.load_beside("/prior")
    bench.loader.load_beside("")
    bench.decoder.let_go.set()
    bench.load("/b")
    assert "/prior" not in bench.decoder.read
    assert bench.loader.has("/b")
    assert not bench.loader.has("/prior")

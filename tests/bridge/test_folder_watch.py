from __future__ import annotations

import pytest

from cxr_desktop.bridge.folder_watch import FolderWatch


class Bench:
    """Counts looks; a look is over when the test says so."""

    def __init__(self) -> None:
        self.looks = 0
        self.watch = FolderWatch(self.look, period_ms=3_600_000)

    def look(self) -> None:
        self.looks += 1

    def open(self, *roots: str) -> None:
        self.watch.set_roots(list(roots))
        self.watch.begin()
        self.watch.end(0, 0.1)


@pytest.fixture
def bench(qtbot):
    made = Bench()
    yield made
    made.watch.set_enabled(False)
    made.watch.set_roots([])


def test_a_new_file_in_a_watched_folder_is_looked_for(qtbot, bench, tmp_path):
    bench.watch.set_enabled(True)
    bench.open(str(tmp_path))
    bench.watch.set_folders([str(tmp_path)])
    assert bench.watch.folders() == [str(tmp_path)]
    (tmp_path / "new.dcm").write_bytes(b"x")
    qtbot.waitUntil(lambda: bench.looks == 1, timeout=5000)


def test_looks_never_overlap_a_scan_or_each_other_and_none_is_lost(qtbot, bench):
    bench.watch.set_enabled(True)
    bench.watch.set_roots(["/in"])
    bench.watch.begin()
    bench.watch.look_now()
    assert bench.looks == 0
    bench.watch.end(0, 0.1)
    qtbot.waitUntil(lambda: bench.looks == 1, timeout=5000)
    bench.watch.look_now()
    assert bench.looks == 1


def test_files_that_grow_are_looked_at_again(qtbot, bench):
    bench.watch.set_enabled(True)
    bench.watch.set_roots(["/in"])
    bench.watch.end(2, 0.1)
    qtbot.waitUntil(lambda: bench.looks == 1, timeout=5000)


def test_drives_that_tell_nothing_are_looked_at_now_and_then_and_slow_ones_less_often(qtbot, bench):
    bench.watch._period_ms = 20
    bench.watch.set_enabled(True)
    bench.watch.set_roots(["/in"])
    bench.watch.end(0, 60.0)
    assert bench.watch._later.interval() == 1_200_000
    bench.watch.end(0, 0.0)
    qtbot.waitUntil(lambda: bench.looks == 1, timeout=5000)


def test_a_reader_who_cancels_gets_no_more_files_until_a_scan_is_begun_again(bench):
    bench.watch.set_enabled(True)
    bench.open("/in")
    bench.watch.pause()
    bench.watch.look_now()
    assert bench.looks == 0
    bench.watch.begin()
    bench.watch.end(0, 0.1)
    bench.watch.look_now()
    assert bench.looks == 1


def test_nothing_is_looked_for_when_watching_is_off_or_no_folder_is_open(bench):
    bench.open("/in")
    bench.watch.look_now()
    assert bench.looks == 0
    bench.watch.set_enabled(True)
    assert bench.looks == 1
    bench.watch.end(0, 0.0)
    bench.watch.set_roots([])
    bench.watch.end(0, 0.0)
    bench.watch.look_now()
    assert bench.looks == 1

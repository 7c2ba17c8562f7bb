from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from cxr_desktop.bridge.folder_scan import FolderScan, ScanSummary
from cxr_desktop.bridge.worklist_session import Sifted
from cxr_desktop.domain.errors import CxrError, NotAnImageError, UnreadableImageError
from cxr_desktop.domain.prediction import Status
from cxr_desktop.worklist.scan import listed, mark_of
from tests.worklist.samples import header


class FakeDecoder:
    """Reads nothing; names decide: "bad…" is unreadable, "text…" no image, "hang…" waits until it is closed."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.closed = threading.Event()
        self.hangs = threading.Event()

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.closed.set()

    def each_header(self, paths: Sequence[str]):
        self.batches.append([os.path.basename(p) for p in paths])
        for path in paths:
            yield [self._read(path)]

    def _read(self, path: str):
        name = os.path.basename(path)
        if name.startswith("hang") and not self.closed.is_set():
            self.hangs.set()
            assert self.closed.wait(5)
        if self.closed.is_set():
            return UnreadableImageError("reading was stopped")
        if name.startswith("bad"):
            return UnreadableImageError("the file is truncated")
        return NotAnImageError("a text") if name.startswith("text") else header(path)


class FakeIntake:
    def __init__(self) -> None:
        self.images = {}
        self.ended: list[tuple] = []
        self.known: set[str] = set()
        self.again: set[str] = set()
        self.marks: set[str] = set()
        self.sifted: list[list[str]] = []
        self.unchanged: set[str] = set()
        self.added: list[int] = []

    def sift(self, generation, identities):
        name = os.path.basename
        self.sifted.append([i.path for i in identities])
        again = [i for i in identities if name(i.path) in self.again]
        return Sifted([i for i in identities if name(i.path) not in self.known | self.again], again)

    def add(self, generation, images):
        self.added.append(len(images))
        self.images |= {os.path.basename(i.path): i for i in images}

    def known_marks(self, generation):
        known: Future[set[str]] = Future()
        known.set_result(self.marks)
        return known

    def end_scan(self, generation, complete, unreadable=(), unchanged=()):
        self.ended.append((generation, complete, tuple(unreadable)))
        self.unchanged = set(unchanged)


class Bench:
    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.intake = FakeIntake()
        self.decoders: list[FakeDecoder] = []
        self.scan = FolderScan(self.intake, self.make, settle_s=0.0)
        self.scan.start()

    def make(self) -> FakeDecoder:
        self.decoders.append(FakeDecoder())
        return self.decoders[-1]

    def run(self, *roots, generation: int = 1):
        finished: list[ScanSummary] = []
        connection = self.scan.scan_finished.connect(finished.append)
        # The last word of a scan: whoever looks next must not take it for the look's.
        with self.qtbot.waitSignal(self.scan.looked):
            self.scan.scan([str(r) for r in roots], generation)
        self.qtbot.waitUntil(lambda: bool(finished))
        self.scan.disconnect(connection)
        return finished[-1]


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot)
    yield made
    assert made.scan.stop()
    assert all(decoder.closed.is_set() for decoder in made.decoders)


def fill(folder, *names) -> None:
    for name in names:
        (folder / name).write_bytes(b"x")


def test_every_file_becomes_a_row_with_its_header_or_its_reason(bench, tmp_path):
    fill(tmp_path, "a", "bad", "text.txt")
    (tmp_path / "link").symlink_to("a")
    summary = bench.run(tmp_path)
    images = bench.intake.images
    assert images["a"].radiograph == header(str(tmp_path / "a"))
    assert images["a"].prediction is None
    assert {name: (i.prediction.status, i.prediction.reason) for name, i in images.items() if i.prediction} == {
        "bad": (Status.NOT_SCORED, "the file is truncated"),
        "text.txt": (Status.NOT_AN_IMAGE, "a text"),
        "link": (Status.NOT_AN_IMAGE, "a link, which is not followed"),
    }
    assert bench.intake.ended == [(1, True, ())]
    assert (summary.found, summary.read, summary.complete) == (3, 3, True)


def test_unchanged_files_are_counted_and_named_at_the_end_and_nobody_is_asked_about_them(bench, tmp_path):
    fill(tmp_path, "a", "b", "new")
    found = [each for name in "ab" for each in listed([str(tmp_path / name)])]
    bench.intake.marks = {mark_of(each) for each in found}
    summary = bench.run(tmp_path)
    assert (summary.found, summary.read, list(bench.intake.images)) == (3, 3, ["new"])
    assert bench.intake.sifted == [[str(tmp_path / "new")]]
    assert bench.intake.unchanged == {str(tmp_path / "a"), str(tmp_path / "b")}


def test_the_first_rows_are_few_and_the_decoder_is_not_kept_waiting_for_the_others(bench, tmp_path):
    fill(tmp_path, *[f"{n:03d}" for n in range(300)])
    told: list[tuple[int, int]] = []
    bench.scan.progress.connect(lambda found, read: told.append((found, read)))
    bench.run(tmp_path)
    assert [len(b) for b in bench.decoders[0].batches] == [8, 292]
    assert bench.intake.added == [8, 64, 64, 64, 64, 36]
    bench.qtbot.waitUntil(lambda: told[-1] == (300, 300))


def test_known_files_are_not_read_and_failures_are_read_last(bench, tmp_path):
    fill(tmp_path, "a", "b", "known", "z")
    bench.intake.known, bench.intake.again = {"known"}, {"a"}
    summary = bench.run(tmp_path)
    assert bench.decoders[0].batches == [["b", "z"], ["a"]]
    assert (summary.found, summary.read) == (4, 4)


def test_folders_that_cannot_be_opened_are_told(bench, tmp_path):
    with bench.qtbot.waitSignal(bench.scan.problem) as problem:
        summary = bench.run(tmp_path / "gone")
    assert problem.args == [str(tmp_path / "gone"), "this folder is no longer there"]
    assert bench.intake.ended == [(1, True, (str(tmp_path / "gone"),))]
    assert summary.problems == 1
    assert bench.intake.images["gone"].prediction.status is Status.NOT_SCORED


def test_cancelling_ends_within_a_second_even_while_a_file_hangs_the_decoder(bench, tmp_path):
    fill(tmp_path, "a", "hang")
    with bench.qtbot.waitSignal(bench.scan.scan_finished, timeout=1000 + 4000) as finished:
        bench.scan.scan([str(tmp_path)], 1)
        bench.qtbot.waitUntil(lambda: bool(bench.decoders) and bench.decoders[0].hangs.is_set())
        bench.scan.cancel()
    assert not finished.args[0].complete
    assert bench.intake.images == {}
    assert bench.intake.ended == [(1, False, ())]
    (tmp_path / "hang").unlink()
    assert bench.run(tmp_path, generation=2).complete
    assert len(bench.decoders) == 2


def test_another_folder_ends_the_scan_of_the_former(bench, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    fill(tmp_path / "one", "hang")
    fill(tmp_path / "two", "b")
    bench.scan.scan([str(tmp_path / "one")], 1)
    bench.qtbot.waitUntil(lambda: bool(bench.decoders) and bench.decoders[0].hangs.is_set())
    bench.scan.scan([str(tmp_path / "two")], 2)
    bench.qtbot.waitUntil(lambda: [e[:2] for e in bench.intake.ended] == [(1, False), (2, True)])
    assert set(bench.intake.images) == {"b"}


def test_a_decoder_that_cannot_start_costs_no_thread(qtbot, tmp_path):
    class Broken(FakeDecoder):
        def start(self) -> None:
            raise CxrError("the image decoder could not be started")

        def each_header(self, paths):
            yield [CxrError("the image decoder could not be started") for _ in paths]

    fill(tmp_path, "a")
    intake = FakeIntake()
    scan = FolderScan(intake, Broken)
    scan.start()
    with qtbot.waitSignal(scan.scan_finished):
        scan.scan([str(tmp_path)], 1)
    assert intake.images["a"].prediction.reason == "the image decoder could not be started"
    assert scan.stop()


def test_changed_limits_mean_a_new_decoder(bench, tmp_path):
    fill(tmp_path, "a")
    bench.run(tmp_path)
    bench.scan.renew_decoder()
    bench.run(tmp_path, generation=2)
    assert [len(decoder.batches) for decoder in bench.decoders] == [1, 1]
    assert bench.decoders[0].closed.is_set()


def names(bench) -> dict[str, bool]:
    """Which files became rows, and whether with a header."""
    return {name: image.radiograph is not None for name, image in bench.intake.images.items()}


def look(bench, root) -> int:
    """One look for news: how many files may still be growing."""
    with bench.qtbot.waitSignal(bench.scan.looked) as looked:
        bench.scan.look([str(root)], 2)
    return looked.args[0]


def test_a_look_reads_a_file_once_it_has_stopped_growing_and_tells_nobody(bench, tmp_path):
    told: list[object] = []
    for signal in (bench.scan.scan_started, bench.scan.progress, bench.scan.scan_finished):
        signal.connect(lambda *_: told.append(1))
    fill(tmp_path, "a", "bad")
    assert look(bench, tmp_path) == 2
    (tmp_path / "a").write_bytes(b"xx")
    assert look(bench, tmp_path) >= 1
    assert names(bench) == {"bad": False}
    look(bench, tmp_path)
    assert names(bench) == {"bad": False, "a": True}
    assert told == []


def test_a_file_that_is_still_written_while_the_folder_opens_is_not_judged_broken(bench, tmp_path):
    bench.scan.patient = True
    fill(tmp_path, "bad")
    grow = bench.scan._intake.sift

    def sift_and_grow(generation, identities):
        found = grow(generation, identities)
        (tmp_path / "bad").write_bytes(b"more")
        return found

    bench.intake.sift = sift_and_grow
    bench.run(tmp_path)
    assert names(bench) == {}
    bench.intake.sift = grow
    look(bench, tmp_path)
    look(bench, tmp_path)
    assert names(bench) == {"bad": False}


def test_without_anybody_who_looks_again_a_growing_file_is_judged_as_it_is(bench, tmp_path):
    fill(tmp_path, "bad")
    bench.run(tmp_path)
    assert names(bench) == {"bad": False}


def test_a_look_neither_reads_failures_again_nor_tells_of_links_a_second_time(bench, tmp_path):
    fill(tmp_path, "a", "bad")
    (tmp_path / "link").symlink_to("a")
    bench.run(tmp_path)
    assert set(names(bench)) == {"a", "bad", "link"}
    bench.intake.known, bench.intake.again = {"a", "link"}, {"bad"}
    bench.intake.images.clear()
    assert look(bench, tmp_path) == 0
    assert names(bench) == {}
    (tmp_path / "link2").symlink_to("a")
    look(bench, tmp_path)
    assert set(names(bench)) == {"link2"}


class UnpluggedDecoder(FakeDecoder):
    """The drive goes while the first headers are read."""

    def __init__(self, drive) -> None:
        super().__init__()
        self._drive = drive

    def _read(self, path: str):
        shutil.rmtree(self._drive, ignore_errors=True)
        return UnreadableImageError("the file is no longer there")


def test_a_drive_that_is_pulled_in_the_middle_costs_its_own_rows_and_removes_none(bench, tmp_path):
    drive = tmp_path / "drive"
    for number in range(3):
        (drive / f"study{number}").mkdir(parents=True)
        fill(drive / f"study{number}", *[f"{number}-{n:03d}" for n in range(120)])
    bench.make = lambda: bench.decoders.append(UnpluggedDecoder(drive)) or bench.decoders[-1]
    bench.scan._make_decoder = bench.make
    bench.scan.renew_decoder()
    bench.run(drive)
    # A row in place of a file that is known would take its result and the reader's wishes away.
    assert bench.intake.images == {}
    assert bench.intake.ended == [(1, True, (str(drive),))]
    again = bench.run(drive, generation=2)
    assert (again.found, again.problems) == (0, 1)
    assert bench.intake.ended[-1] == (2, True, (str(drive),))

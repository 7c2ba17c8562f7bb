from __future__ import annotations

import threading

import pytest

from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import Words
from cxr_desktop.domain.prediction import Correction, Finding
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import SCORED_BY, identity, image, scored


class Bench:
    """A running service and what it said, in order."""

    def __init__(self, qtbot, path) -> None:
        self.qtbot = qtbot
        self.service = WorklistService(path, SCORED_BY.model_digest, clock=lambda: 42.0)
        self.rows = {}
        self.needed: list[str] = []
        self.wished = []
        self.said: list[str] = []
        self.generation = 0
        self.service.folder_opened.connect(self.on_opened)
        self.service.rows_loaded.connect(self.on_page)
        self.service.entries_changed.connect(self.on_changed)
        self.service.entries_removed.connect(self.on_removed)
        self.service.scoring_needed.connect(self.on_needed)
        self.service.scoring_wished.connect(self.wished.append)
        self.service.notice.connect(self.said.append)
        self.service.failed.connect(self.said.append)
        self.service.folder_loaded.connect(self.on_loaded)
        self.service.start()

    def on_opened(self, roots) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.rows.clear()

    def on_page(self, page) -> None:
        self.rows |= self.service.reader.load(page.keys)

    def on_changed(self, entries) -> None:
        self.rows |= {e.key: e for e in entries}

    def on_removed(self, keys) -> None:
        for key in keys:
            del self.rows[key]

    def on_needed(self, requests) -> None:
        self.needed.extend(r.path for r in requests)

    def on_loaded(self, roots, generation) -> None:
        self.generation = generation

    def open(self, *roots: str) -> None:
        with self.qtbot.waitSignal(self.service.folder_loaded):
            self.service.open_folder(roots or ["/in"])

    def until(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "w.sqlite3"


@pytest.fixture
def bench(qtbot, path):
    made = Bench(qtbot, path)
    yield made
    assert made.service.stop()


def test_a_file_goes_from_the_scan_to_a_scored_row(bench):
    bench.open()
    assert bench.service.sift(bench.generation, [identity("/in/a")]).fresh == [identity("/in/a")]
    bench.service.add(bench.generation, [image("/in/a")])
    bench.until(lambda: bench.needed == ["/in/a"])
    bench.service.mark_scoring(["/in/a"])
    bench.until(lambda: [e.state for e in bench.rows.values()] == [ScoreState.SCORING])
    bench.service.record([scored("/in/a", 0.7)])
    bench.until(lambda: [e.risk for e in bench.rows.values()] == [0.7])
    with bench.qtbot.waitSignal(bench.service.folder_scanned) as scanned:
        bench.service.end_scan(bench.generation, True)
    assert scanned.args == [["/in"], True]
    assert bench.said == []


def test_a_result_is_kept_when_record_returns(bench, path):
    bench.open()
    bench.service.add(bench.generation, [image("/in/a")])
    bench.service.sift(bench.generation, [])
    bench.service.record([scored("/in/a", 0.7)])
    copy = path.with_name("copy.sqlite3")  # as a kill would leave it
    for suffix in ("", "-wal"):
        copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    store = Store(copy)
    assert store._rows("SELECT count(*) FROM results") == [(1,)]
    store.close()


def test_reopening_is_instant_and_a_reader_is_served_between_pages(qtbot, path):
    first = Bench(qtbot, path)
    first.open()
    first.service.add(first.generation, [image(f"/in/{n:04d}") for n in range(1500)])
    first.service.record([scored(f"/in/{n:04d}", 0.5) for n in range(0)])
    first.until(lambda: len(first.rows) == 1500)
    assert first.service.stop()
    again = Bench(qtbot, path)
    order: list[str] = []
    again.service.rows_loaded.connect(lambda page: order.append("rows"))
    again.service.undo_changed.connect(lambda steps: order.append("marked"))
    again.service.open_folder(["/in"])
    key = next(iter(first.rows))
    again.service.set_read_state([key], ReadState.READ)
    again.until(lambda: len(again.rows) == 1500 and "marked" in order)
    assert order.index("marked") < len(order) - 1
    assert again.service.stop()


def test_what_belongs_to_the_former_folder_is_dropped(bench):
    bench.open("/in")
    old = bench.generation
    bench.open("/other")
    bench.service.add(old, [image("/in/late")])
    assert bench.service.sift(old, [identity("/in/late")]).fresh == []
    bench.service.end_scan(old, True)
    bench.service.sift(bench.generation, [])
    assert bench.rows == {}


def test_reading_marks_are_kept_and_taken_back(bench):
    bench.open()
    bench.service.add(bench.generation, [image("/in/a")])
    bench.until(lambda: bench.rows)
    key = next(iter(bench.rows))
    with bench.qtbot.waitSignal(bench.service.undo_changed) as undo:
        bench.service.set_read_state([key], ReadState.READ)
    assert undo.args == [1]
    bench.until(lambda: bench.rows[key].read_at == 42.0)
    bench.service.undo()
    bench.until(lambda: bench.rows[key].read_state is ReadState.UNREAD)


def test_impressions_are_kept_counted_and_written_for_training(bench, tmp_path):
    counts: list[int] = []
    bench.service.labels_counted.connect(counts.append)
    bench.open()
    bench.service.add(bench.generation, [image("/in/a")])
    bench.service.sift(bench.generation, [])
    bench.service.record([scored("/in/a", 0.7)])
    bench.until(lambda: bench.rows)
    key = next(iter(bench.rows))
    bench.service.set_impression(key, Words((Finding.COVID19,)))
    bench.until(lambda: bench.rows[key].impression is not None)
    assert bench.service.export_impressions(tmp_path / "labels.csv") == 1
    assert "/in/a,covid19," in (tmp_path / "labels.csv").read_text(encoding="utf-8")
    bench.service.undo()
    bench.until(lambda: bench.rows[key].impression is None)
    bench.until(lambda: counts[-2:] == [1, 0])
    assert bench.service.export_impressions(tmp_path / "labels.csv") == 0
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        bench.service.export_impressions(tmp_path / "folder")


def test_wishes_come_as_requests_of_the_reader_and_into_the_log(bench, tmp_path):
    bench.open()
    bench.service.add(bench.generation, [image("/in/a")])
    bench.until(lambda: bench.rows)
    bench.service.record([scored("/in/a", 0.2)])
    bench.service.score_anyway("/in/a")
    bench.service.rotate("/in/a", 1)
    bench.service.correct("/in/a", Correction(3, True))
    bench.service.undo()
    bench.service.take_back_wish("/in/a")
    bench.service.score_again(list(bench.rows))
    bench.until(lambda: len(bench.wished) == 5)
    wishes = [(r.override, r.quarter_turns, r.inverted) for r in bench.wished]
    assert wishes == [(True, 0, False), (True, 1, False), (True, 0, True), (True, 1, False), (False, 0, False)]
    assert bench.service.export_deeds(tmp_path / "log.csv") == 6


def test_looking_again_scans_with_a_new_number(bench):
    bench.open()
    before = bench.generation
    with bench.qtbot.waitSignal(bench.service.folder_loaded) as loaded:
        bench.service.rescan()
    assert loaded.args == [["/in"], before + 1]


def test_a_second_window_is_told_and_nothing_hangs(bench, qtbot, path):
    bench.open()
    second = Bench(qtbot, path)
    second.until(lambda: second.said == ["Another window of this program has the worklist open. Close it first."])
    second.service.open_folder(["/in"])
    with pytest.raises(StoreError):
        second.service.record([scored("/in/a", 0.5)])
    with pytest.raises(StoreError):
        second.service.sift(0, [])
    assert second.service.stop()
    assert len(second.said) == 1


def test_a_damaged_database_is_said(qtbot, path):
    path.write_bytes(b"garbage" * 1000)
    bench = Bench(qtbot, path)
    bench.until(lambda: bench.said)
    assert "set aside" in bench.said[0]
    assert bench.service.stop()


def test_after_a_cancel_nothing_is_asked_for_until_the_reader_goes_on(bench):
    bench.open()
    bench.service.add(bench.generation, [image("/in/a")])
    bench.until(lambda: bench.needed == ["/in/a"])
    with bench.qtbot.waitSignal(bench.service.scoring_cancelled):
        bench.service.cancel_scoring()
    # The scan's last files are still on their way when a reader cancels.
    bench.service.add(bench.generation, [image("/in/b")])
    bench.until(lambda: len(bench.rows) == 2)
    assert bench.needed == ["/in/a"]
    bench.service.request_scoring()
    bench.until(lambda: sorted(bench.needed[1:]) == ["/in/a", "/in/b"])
    bench.service.add(bench.generation, [image("/in/c")])
    bench.until(lambda: "/in/c" in bench.needed)


def test_another_folder_is_scored_whatever_was_cancelled_before(bench):
    bench.open()
    bench.service.cancel_scoring()
    bench.open("/other")
    bench.service.add(bench.generation, [image("/other/a")])
    bench.until(lambda: bench.needed == ["/other/a"])

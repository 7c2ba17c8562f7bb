"""The service on the database of a newer version: rows are shown, no engine is asked, and wishes are refused."""

from __future__ import annotations

import pytest

from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.impression import Words
from cxr_desktop.domain.prediction import Correction, Finding
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist.newer_database import READ_ONLY
from tests.bridge.test_worklist_service import Bench
from tests.worklist.samples import identity, image
from tests.worklist.test_newer_database import newer


@pytest.fixture
def bench(qtbot, tmp_path):
    newer(tmp_path / "w.sqlite3")
    made = Bench(qtbot, tmp_path / "w.sqlite3")
    yield made
    assert made.service.stop()


def refused(bench) -> None:
    bench.until(lambda: bench.said)
    assert bench.said == [READ_ONLY]
    bench.said.clear()


def test_the_window_hears_that_it_can_only_be_read_before_anything_else(qtbot, tmp_path):
    newer(tmp_path / "w.sqlite3")
    service = WorklistService(tmp_path / "w.sqlite3")
    with qtbot.waitSignal(service.opened_read_only) as heard:
        service.start()
    assert heard.args == [READ_ONLY]
    assert service.stop()


def test_rows_are_shown_and_looking_around_leaves_no_trace_and_no_complaint(bench):
    bench.open("/in")
    bench.until(lambda: len(bench.rows) == 1)
    [key] = bench.rows
    bench.service.take_in_hand(key)
    bench.service.note_visible(["/in/a"])
    bench.service.set_read_state([key], ReadState.IN_READING)
    bench.service.take_in_hand("")
    assert bench.service.sift(bench.generation, [identity("/in/new")]).fresh == []
    bench.service.add(bench.generation, [image("/in/new")])
    with bench.qtbot.waitSignal(bench.service.folder_scanned):
        bench.service.end_scan(bench.generation, complete=True)
    bench.service.set_model("another")
    bench.service.set_model("")
    bench.service.deeds()
    assert list(bench.rows) == [key]
    assert bench.rows[key].read_state is ReadState.UNREAD
    assert (bench.needed, bench.wished, bench.said) == ([], [], [])


def test_every_wish_of_the_reader_is_answered_with_the_reason(bench):
    bench.open("/in")
    bench.until(lambda: bench.rows)
    [key] = bench.rows
    for wish in (
        lambda: bench.service.set_read_state([key], ReadState.READ),
        lambda: bench.service.set_urgency([key], Urgency.STAT),
        lambda: bench.service.set_impression(key, Words((Finding.NORMAL,))),
        lambda: bench.service.record_impression(key),
        lambda: bench.service.score_anyway("/in/a"),
        lambda: bench.service.correct("/in/a", Correction(1)),
        lambda: bench.service.take_back_wish("/in/a"),
        lambda: bench.service.score_again([key]),
    ):
        wish()
        refused(bench)

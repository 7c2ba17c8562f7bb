from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.bridge.row_feed import HELPING, RowFeed
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.worklist import ReadState
from tests.worklist.samples import SCORED_BY, entry, rescored, scored


@pytest.fixture
def model(qtbot):
    return WorklistModel()


def with_risk(number: int, risk: float):
    return rescored(entry(number), scored(f"/studies/{number:05d}.dcm", risk))


def test_new_studies_show_at_once(model):
    RowFeed(model).put([entry(1), entry(2)])
    assert model.rowCount() == 2


def test_thousands_come_in_helpings_between_which_the_window_lives(qtbot, model):
    feed = RowFeed(model)
    seen: list[int] = []
    model.order_applied.connect(lambda: seen.append(model.rowCount()))
    feed.put([entry(n) for n in range(5 * HELPING)])
    feed.put([entry(9999)])
    assert model.rowCount() == HELPING
    qtbot.waitUntil(lambda: model.rowCount() == 5 * HELPING + 1)
    assert len(seen) == 6


def test_progress_of_the_engine_shows_now_and_then_and_each_study_once(qtbot, model):
    feed = RowFeed(model, calm_s=0.2, quiet_s=0.2)
    feed.put([entry(n) for n in range(5)])
    told: list[int] = []
    model.dataChanged.connect(lambda first, last, *_: told.append(last.row() - first.row() + 1))
    feed.put([with_risk(0, 0.9)])  # nothing was shown for a while: at once
    assert told == [1]
    for n in range(1, 5):
        feed.put([entry(n).with_image(replace(entry(n).images[0], scoring=True))])
        feed.put([with_risk(n, 0.5)])
    assert told == [1]
    qtbot.waitUntil(lambda: model.counts.scored == 5)
    assert told == [1, 4]


def test_when_nothing_more_comes_what_there_is_is_shown(qtbot, model):
    feed = RowFeed(model, calm_s=60, quiet_s=0.02)
    feed.put([entry(1), entry(2)])
    feed.put([with_risk(1, 0.9)])
    feed.put([with_risk(2, 0.8)])
    qtbot.waitUntil(lambda: model.counts.scored == 2, timeout=2000)


@pytest.mark.parametrize(
    "changed",
    [
        with_risk(1, 0.9).with_read_state(ReadState.READ, 5.0),
        with_risk(1, 0.9).with_read_state(ReadState.IN_READING, 5.0),
        entry(1).with_image(replace(entry(1).images[0], quarter_turns=1)),
    ],
    ids=["marked", "open", "turned"],
)
def test_what_the_reader_does_or_looks_at_shows_at_once(model, changed):
    feed = RowFeed(model, calm_s=60, quiet_s=60)
    feed.put([entry(1), entry(2)])
    feed.put([with_risk(2, 0.1)])
    feed.put([with_risk(2, 0.2)])
    feed.put([with_risk(1, 0.3)])
    feed.put([changed])
    assert model.entry(changed.key) == changed
    assert model.entry(entry(2).key).risk == 0.1


@pytest.mark.parametrize("scored_by", [None, replace(SCORED_BY, model_digest="e" * 64)], ids=["taken away", "newer"])
def test_after_a_change_of_model_no_number_of_the_former_one_waits(model, scored_by):
    feed = RowFeed(model, calm_s=60, quiet_s=60)
    feed.put([with_risk(1, 0.9), with_risk(2, 0.8)])
    feed.put([with_risk(1, 0.7)])
    fresh = scored("/studies/00002.dcm", 0.1, scored_by=scored_by) if scored_by else None
    changed = rescored(entry(2), fresh)
    feed.put([changed])
    assert model.entry(changed.key) == changed


def test_what_is_removed_or_belongs_to_another_folder_never_comes(qtbot, model):
    feed = RowFeed(model, calm_s=0.05, quiet_s=0.02)
    entries = [entry(n) for n in range(3 * HELPING)]
    feed.put(entries)
    feed.remove([entries[0].key, entries[-1].key])
    qtbot.waitUntil(lambda: model.rowCount() == 3 * HELPING - 2)
    feed.put(entries)
    feed.put([with_risk(5, 0.5)])
    feed.clear()
    feed.put([entry(7)])
    qtbot.wait(100)
    assert model.shown_entries() == [entry(7)]


def test_a_long_list_that_is_loaded_is_put_in_order_now_and_then_and_whole_in_the_end(qtbot):
    model = WorklistModel()
    feed = RowFeed(model, quiet_s=0.05)
    applied = []
    model.order_applied.connect(lambda: applied.append(model.rowCount()))
    for page in range(12):
        feed.put([entry(number, 0.5) for number in range(500 * page, 500 * (page + 1))])
    qtbot.waitUntil(lambda: model.rowCount() == 6000)
    assert model.counts.total == 6000
    assert len(applied) < 40
    feed.put([entry(7, 0.99)])
    qtbot.waitUntil(lambda: model.entry_at(0).order == 7)


def test_a_contradiction_found_while_a_list_is_loaded_shows_without_a_sort_of_all(qtbot, model):
    feed = RowFeed(model, calm_s=0, quiet_s=60)
    feed.put([entry(number, 0.5) for number in range(5000)])
    qtbot.waitUntil(lambda: model.row_of(entry(4999).key) >= 0 or model.entry(entry(4999).key) is not None)
    applied: list[int] = []
    model.order_applied.connect(lambda: applied.append(model.rowCount()))
    flagged = entry(3, 0.5)
    image = flagged.images[0]
    flagged = flagged.with_image(replace(image, radiograph=replace(image.radiograph, flags=("someone else",))))
    feed.put([flagged])
    qtbot.waitUntil(lambda: model.entry(flagged.key) == flagged)
    assert not applied
    feed.put([entry(5, 0.99)])
    qtbot.waitUntil(lambda: model.entry_at(0).order == 5)
    assert model.rowCount() == 5000

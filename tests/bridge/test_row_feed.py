from __future__ import annotations

from cxr_desktop.bridge.row_feed import HELPING, RowFeed
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.worklist import ReadState
from tests.worklist.samples import entry


def test_a_few_rows_show_at_once(qtbot):
    model = WorklistModel()
    RowFeed(model).put([entry(1), entry(2)])
    assert model.rowCount() == 2


def test_thousands_come_in_helpings_between_which_the_window_lives(qtbot):
    model = WorklistModel()
    feed = RowFeed(model)
    feed.put([entry(n) for n in range(5 * HELPING)])
    feed.put([entry(3).with_read_state(ReadState.READ, 1.0), entry(9999)])
    assert model.rowCount() == HELPING
    seen: list[int] = []
    model.order_applied.connect(lambda: seen.append(model.rowCount()))
    qtbot.waitUntil(lambda: model.rowCount() == 5 * HELPING + 1)
    assert len(seen) == 5
    qtbot.waitUntil(lambda: model.entry(entry(3).key).read_state is ReadState.READ)


def test_what_is_removed_or_belongs_to_another_folder_never_comes(qtbot):
    model = WorklistModel()
    feed = RowFeed(model)
    entries = [entry(n) for n in range(3 * HELPING)]
    feed.put(entries)
    feed.remove([entries[0].key, entries[-1].key])
    qtbot.waitUntil(lambda: model.rowCount() == 3 * HELPING - 2)
    feed.put(entries)
    feed.clear()
    feed.put([entry(7)])
    qtbot.wait(20)
    assert [e.order for e in model.shown_entries()] == [7]

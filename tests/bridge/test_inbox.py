"""What a scan has read goes to the store in the order in which it came, and many small parts together."""

from __future__ import annotations

import threading

from cxr_desktop.bridge.inbox import Inbox
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.bridge.worklist_session import WorklistSession
from tests.worklist.samples import image


def parts(count: int, size: int):
    return [[image(f"/in/{part:03d}-{number:03d}") for number in range(size)] for part in range(count)]


def test_what_waits_is_taken_together_in_the_order_in_which_it_came():
    inbox, given = Inbox(), parts(5, 64)
    for part in given:
        inbox.put(1, part)
    assert inbox.take(1) == [each for part in given for each in part]
    assert inbox.take(1) == []


def test_no_more_than_a_transaction_should_hold_is_taken_unless_it_came_at_once():
    inbox = Inbox()
    for part in parts(9, 64):
        inbox.put(1, part)
    assert [len(inbox.take(1)) for _ in range(3)] == [512, 64, 0]
    inbox.put(1, parts(1, 900)[0])
    inbox.put(1, parts(1, 1)[0])
    assert [len(inbox.take(1)) for _ in range(3)] == [900, 1, 0]


def test_what_a_former_scan_read_is_dropped():
    inbox, (old, new) = Inbox(), parts(2, 3)
    inbox.put(1, old)
    inbox.put(2, new)
    assert inbox.take(2) == new


def test_as_many_takes_as_puts_leave_nothing_whoever_puts():
    inbox, taken = Inbox(), []
    threads = [threading.Thread(target=lambda p=part: inbox.put(1, p)) for part in parts(40, 30)]
    for thread in threads:
        thread.start()
        taken += inbox.take(1)
    for thread in threads:
        thread.join()
        taken += inbox.take(1)
    assert len(taken) == len({each.path for each in taken}) == 1200


def test_headers_that_come_while_the_store_is_busy_are_one_transaction_and_before_the_end_of_the_scan(
    qtbot, tmp_path, monkeypatch
):
    added, held, rows = [], threading.Event(), {}
    add = WorklistSession.add
    monkeypatch.setattr(
        WorklistSession, "add", lambda self, images, now: (added.append(len(images)), add(self, images, now))
    )
    service = WorklistService(tmp_path / "worklist.sqlite", "digest")
    service.entries_changed.connect(lambda entries: rows.update((entry.key, entry) for entry in entries))
    service.start()
    try:
        with qtbot.waitSignal(service.folder_loaded) as loaded:
            service.open_folder(["/in"])
        generation = loaded.args[1]
        service.post(lambda: held.wait(10))
        for part in parts(6, 10):
            service.add(generation, part)
        with qtbot.waitSignal(service.folder_scanned):
            service.end_scan(generation, True)
            held.set()
    finally:
        held.set()
        assert service.stop()
    assert added == [60]
    assert sum(len(entry.images) for entry in rows.values()) == 60

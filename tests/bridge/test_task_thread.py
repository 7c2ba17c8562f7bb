from __future__ import annotations

import threading

import pytest

from cxr_desktop.bridge.task_thread import Rank, TaskThread, ThreadEndedError


@pytest.fixture
def thread(qtbot):
    made = TaskThread("test")
    made.start()
    yield made
    made.stop()


def test_an_answer_comes_from_the_other_thread(thread):
    assert thread.call(threading.get_ident) != threading.get_ident()


def test_what_a_reader_waits_for_overtakes_bulk_work(thread):
    done: list[str] = []
    gate = threading.Event()
    thread.post(gate.wait)
    for n in range(3):
        thread.post(lambda n=n: done.append(f"bulk {n}"), Rank.BULK)
    thread.post(lambda: done.append("soon"))
    gate.set()
    thread.call(lambda: None, Rank.BULK)
    assert done == ["soon", "bulk 0", "bulk 1", "bulk 2"]


def test_what_a_task_raises_is_raised_where_the_caller_waits(thread):
    with pytest.raises(ZeroDivisionError):
        thread.call(lambda: 1 / 0)


def test_stopping_finishes_what_was_asked_and_answers_nobody_later(thread):
    done: list[int] = []
    for n in range(100):
        thread.post(lambda n=n: done.append(n), Rank.BULK)
    assert thread.stop()
    assert done == list(range(100))
    with pytest.raises(ThreadEndedError):
        thread.call(lambda: None)

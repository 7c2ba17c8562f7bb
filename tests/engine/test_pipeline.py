"""Preparing overlaps judging, memory stays bounded, nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest

from cxr_desktop.engine.pipeline import Again, Pipeline


def _judge(batch: Sequence[int]) -> list[str]:
    return [f"judged {n}" for n in batch]


def _drain(pipeline: Pipeline[int, int, str]) -> list[tuple[int, str]]:
    results: list[tuple[int, str]] = []
    while pipeline.in_flight:
        results += pipeline.take()
    return results


def test_every_item_comes_out_once_with_its_token():
    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(lambda n: n * 2, _judge, workers=3, batch=4)
        for token in range(100):
            pipeline.submit(token, token)
        results = _drain(pipeline)
    assert sorted(results) == [(n, f"judged {2 * n}") for n in range(100)]


def test_items_may_come_before_the_start():
    with Pipeline[int, int, str]() as pipeline:
        pipeline.submit(1, 10)
        pipeline.start(lambda n: n, _judge, workers=1, batch=1)
        assert pipeline.take(block=True) == [(1, "judged 10")]


def test_nothing_in_flight_gives_nothing_at_once():
    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(lambda n: n, _judge, workers=1, batch=1)
        assert pipeline.take() == []


def test_the_next_items_are_prepared_while_a_batch_is_judged():
    prepared_meanwhile = threading.Event()
    judging = threading.Event()

    def prepare(n: int) -> int:
        if judging.is_set():
            prepared_meanwhile.set()
        return n

    def judge(batch: Sequence[int]) -> list[str]:
        judging.set()
        assert prepared_meanwhile.wait(10)
        return _judge(batch)

    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(prepare, judge, workers=1, batch=1)
        for token in range(24):
            pipeline.submit(token, token)
        assert len(_drain(pipeline)) == 24


@pytest.mark.parametrize(("batch", "room"), [(1, 8), (2, 8), (16, 32)])
def test_no_more_is_prepared_than_there_is_room_for(batch, room):
    begun: list[int] = []
    full = threading.Event()

    def start(token: int) -> None:
        begun.append(token)
        if len(begun) == room:
            full.set()

    with Pipeline[int, int, str](start) as pipeline:
        pipeline.start(lambda n: n, _judge, workers=2, batch=batch)
        for token in range(1000):
            pipeline.submit(token, token)
        assert full.wait(10)
        time.sleep(0.05)  # nobody takes anything, so it must stay so
        assert len(begun) <= room + 2
        pipeline.drop_waiting()
        _drain(pipeline)


def test_what_has_not_started_can_be_dropped_even_while_a_worker_is_stuck():
    stuck, release = threading.Event(), threading.Event()

    def prepare(n: int) -> int:
        stuck.set()
        release.wait(10)
        return n

    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(prepare, _judge, workers=1, batch=1)
        for token in range(50):
            pipeline.submit(token, token)
        stuck.wait(10)
        assert pipeline.drop_waiting() == tuple(range(1, 50))
        release.set()
        assert _drain(pipeline) == [(0, "judged 0")]


def test_an_error_of_the_judge_reaches_the_caller_and_the_threads_end():
    def judge(batch: Sequence[int]) -> list[str]:
        raise ZeroDivisionError

    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(lambda n: n, judge, workers=2, batch=1)
        pipeline.submit(0, 0)
        with pytest.raises(ZeroDivisionError):
            pipeline.take(block=True)
    assert not [t for t in threading.enumerate() if t.name.startswith("decode-")]


def test_what_is_to_be_prepared_again_goes_to_the_threads_before_all_others_and_comes_out_once():
    begun: list[int] = []
    prepared: list[int] = []

    def again(n: int) -> int:
        assert threading.current_thread().name.startswith("decode-")
        prepared.append(n)
        return n + 1000

    def judge(batch: Sequence[int]) -> list[str | Again[int]]:
        return [Again(lambda n=n: again(n)) if n % 3 == 0 and n < 1000 else f"judged {n}" for n in batch]

    with Pipeline[int, int, str](begun.append) as pipeline:
        pipeline.start(lambda n: n, judge, workers=2, batch=4)
        for token in range(30):
            pipeline.submit(token, token)
        results = _drain(pipeline)
    assert sorted(results) == [(n, f"judged {n + 1000 if n % 3 == 0 else n}") for n in range(30)]
    assert sorted(begun) == list(range(30))
    assert sorted(prepared) == list(range(0, 30, 3))
    # None waits until the queue is through.
    assert [token for token, _ in results].index(0) < 25


def test_what_was_begun_is_not_dropped_while_it_waits_to_be_prepared_again():
    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(lambda n: n, lambda batch: [Again(lambda: 7) if n == 0 else f"judged {n}" for n in batch], 1, 1)
        pipeline.submit(0, 0)
        assert pipeline.take(block=True) == []
        assert pipeline.drop_waiting() == ()
        assert _drain(pipeline) == [(0, "judged 7")]


def test_an_end_leaves_what_was_to_be_prepared_again():
    called: list[int] = []
    held, release = threading.Event(), threading.Event()

    def prepare(n: int) -> int:
        if n == 1:
            held.set()
            release.wait(10)
        return n

    with Pipeline[int, int, str]() as pipeline:
        pipeline.start(prepare, lambda batch: [Again(lambda: called.append(1) or 5) for _ in batch], 1, 1)
        pipeline.submit(0, 0)
        pipeline.submit(1, 1)
        assert held.wait(10)
        pipeline.take(block=True)
        threading.Timer(0.1, release.set).start()
    assert called == []

from __future__ import annotations

from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.scoring_queue import ScoringQueue


def requests(*names: str) -> list[ScoreRequest]:
    return [ScoreRequest(name) for name in names]


def taken(queue: ScoringQueue, count: int = 100) -> str:
    return "".join(request.path for request in queue.take(count))


def test_files_are_scored_as_they_come():
    queue = ScoringQueue()
    queue.add(requests(*"abc"))
    queue.add(requests("d"))
    assert (taken(queue, 2), taken(queue), len(queue)) == ("ab", "cd", 0)


def test_the_image_in_view_goes_first_then_the_rows_on_the_screen():
    queue = ScoringQueue()
    queue.add(requests(*"abcdef"))
    queue.set_visible(["x", "d", "c", "f"])
    queue.set_focus(["f", "y"])
    assert queue.wants_now()
    assert (taken(queue, 1), taken(queue, 2), taken(queue)) == ("f", "dc", "abe")
    assert not queue.wants_now()


def test_what_was_not_answered_comes_back_before_the_rest():
    queue = ScoringQueue()
    queue.add(requests(*"abcde"))
    first = queue.take(2)
    later = queue.take(1)
    queue.put_back(later)
    queue.put_back(first)
    assert taken(queue) == "abcde"


def test_a_file_that_took_too_long_goes_last_unless_it_is_looked_at():
    queue = ScoringQueue()
    queue.put_last(ScoreRequest("slow"))
    queue.add(requests("a", "b"))
    assert [r.path for r in queue.take(2)] == ["a", "b"]
    queue.add(requests("c"))
    queue.set_focus(["slow"])
    assert [r.path for r in queue.take(9)] == ["slow", "c"]


def test_a_newer_wish_takes_the_place_of_an_older_one():
    queue = ScoringQueue()
    queue.add(requests("a", "b"))
    queue.add([ScoreRequest("a", override=True)])
    queue.put_back([ScoreRequest("a")])
    queue.put_last(ScoreRequest("a"))
    assert queue.take(9) == [ScoreRequest("a", override=True), ScoreRequest("b")]


def test_cancelling_forgets_everything():
    queue = ScoringQueue()
    queue.add(requests("a", "b"))
    queue.put_last(ScoreRequest("c"))
    assert "c" in queue
    assert sorted(queue.clear()) == ["a", "b", "c"]
    assert (len(queue), taken(queue)) == (0, "")

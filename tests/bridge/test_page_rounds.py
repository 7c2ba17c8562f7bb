from __future__ import annotations

from cxr_desktop.bridge.page_rounds import PageRounds


class Thread:
    """Does what is posted when it is told to."""

    def __init__(self) -> None:
        self.tasks = []

    def post(self, task, rank):
        self.tasks.append(task)

    def work(self) -> None:
        while self.tasks:
            self.tasks.pop(0)()


def pages(done, name, count=3):
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_a_newer_round_ends_an_older_one_of_its_kind_and_no_other():
    thread, done, told = Thread(), [], []
    rounds = PageRounds(thread, lambda: 1, lambda: told.append(len(done)))
    rounds.go_through("reload", pages(done, "a"))
    rounds.go_through("need", pages(done, "n", 2))
    rounds.go_through("reload", pages(done, "b"))
    thread.work()
    assert sorted(done) == ["a0", "b0", "b1", "b2", "n0", "n1"]
    assert len(told) == len(done)


def test_another_list_ends_every_round():
    thread, done, generation = Thread(), [], [1]
    rounds = PageRounds(thread, lambda: generation[0], lambda: None)
    rounds.go_through("reload", pages(done, "a"))
    generation[0] = 2
    thread.work()
    assert done == ["a0"]

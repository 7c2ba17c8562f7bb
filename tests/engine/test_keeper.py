from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cxr_desktop.domain.prediction import SET_ASIDE, Status
from cxr_desktop.engine.keeper import FRUITLESS_DEATHS, EngineKeeper, Life, Outcome
from cxr_desktop.engine.messages import EngineDied, EngineFailed, EngineReady, ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders
from tests.engine.fake_engine import CARD, FakeEngine
from tests.worklist.samples import SCORED_BY

LIMIT = 16


class Bench:
    """A keeper with its fake engine, worked by hand."""

    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.keeper = EngineKeeper(lambda folder: self.engine, seconds_per_file=60)
        self.keeper.start(ModelFolders(Path("/models/modest")))
        self.all = Outcome()

    def enqueue(self, *names: str) -> None:
        self.keeper.enqueue([ScoreRequest(f"/in/{name}") for name in names])

    def step(self) -> Outcome:
        outcome = self.keeper.look()
        self.keeper.feed(LIMIT)
        for name in ("started", "returned", "done", "warnings"):
            getattr(self.all, name).extend(getattr(outcome, name))
        return outcome

    def work(self, steps: int = 60) -> None:
        for _ in range(steps):
            self.step()

    def results(self) -> dict[str, tuple[Status, str]]:
        return {Path(p.path).name: (p.status, p.reason) for p in self.all.done}


@pytest.fixture
def bench():
    return Bench()


def test_every_file_is_scored_once(bench):
    bench.enqueue(*map(str, range(50)))
    bench.work()
    assert len(bench.all.done) == 50
    assert set(bench.results()) == set(map(str, range(50)))
    assert max(map(len, bench.engine.submitted)) <= LIMIT
    assert (bench.keeper.in_flight, bench.keeper.waiting, bench.keeper.life) == (0, 0, Life.READY)


def test_nothing_is_given_out_before_the_engine_is_ready(bench):
    bench.enqueue("a")
    bench.keeper.feed(LIMIT)
    assert bench.engine.submitted == []
    assert bench.step().ready == EngineReady(SCORED_BY, CARD)
    assert bench.engine.submitted == [["/in/a"]]


def test_a_file_that_stops_the_engine_twice_while_alone_is_named_and_all_others_are_scored(bench):
    names = [f"{n:02d}" for n in range(20)]
    bench.enqueue(*names[:5], "kill", *names[5:])
    bench.work(100)
    results = bench.results()
    assert results.pop("kill") == (Status.NOT_SCORED, "the engine stopped twice on this file")
    assert results == dict.fromkeys(names, (Status.SCORED, ""))
    assert len(bench.all.done) == 21
    set_aside = next(p for p in bench.all.done if p.path == "/in/kill")
    assert (set_aside.scored_by, set_aside.flags) == (SCORED_BY, (SET_ASIDE,))
    assert bench.engine.starts <= 4


def test_a_file_on_which_the_engine_outgrows_its_memory_twice_is_told_so(bench):
    bench.enqueue("a", "kill by memory", "b")
    bench.work(60)
    results = bench.results()
    assert results.pop("kill by memory") == (Status.NOT_SCORED, "scoring it takes more memory than is allowed")
    assert results == dict.fromkeys("ab", (Status.SCORED, ""))


def test_several_such_files_are_all_found(bench):
    bench.enqueue("kill-1", "a", "kill-2", "kill-3", "b")
    bench.work(150)
    assert {name for name, (status, _) in bench.results().items() if status is Status.NOT_SCORED} == {
        "kill-1",
        "kill-2",
        "kill-3",
    }
    assert len(bench.all.done) == 5


def test_a_file_that_stops_the_engine_only_once_is_scored(bench):
    bench.engine.kills_after["kill"] = 1
    bench.enqueue("a", "kill", "b")
    bench.work()
    assert {status for status, _ in bench.results().values()} == {Status.SCORED}
    assert "/in/kill" in bench.all.returned


def test_a_hung_file_gets_one_more_chance_alone_and_then_a_reason(bench):
    bench.enqueue("hang", "a", "b")
    bench.work(5)
    bench.engine.time_out()
    bench.work(5)
    assert bench.engine.submitted[-1] == ["/in/hang"]
    assert sorted(bench.results()) == ["a", "b"]
    bench.engine.time_out()
    bench.work(5)
    assert bench.results()["hang"] == (Status.NOT_SCORED, "took longer than 60 s")
    assert bench.keeper.waiting == 0


def test_a_hung_file_waits_behind_all_others_for_its_second_chance(bench):
    bench.enqueue("hang", *[str(n) for n in range(40)])
    bench.work(2)
    bench.engine.time_out()
    bench.work(30)
    assert len(bench.results()) == 40
    assert bench.engine.submitted[-1] == ["/in/hang"]


def test_what_had_not_begun_when_the_engine_died_is_nobodys_fault(bench):
    bench.engine.per_poll = 1
    bench.enqueue("kill", "a", "b", "c")
    bench.work(3)
    bench.engine.per_poll = 4
    bench.work(20)
    assert bench.engine.submitted[:3] == [
        ["/in/kill", "/in/a", "/in/b", "/in/c"],
        ["/in/kill"],
        ["/in/a", "/in/b", "/in/c"],
    ]


def test_a_death_without_work_is_a_restart(bench):
    bench.step()
    bench.engine.extra.append(EngineDied(-9))
    bench.engine.running = False
    bench.step()
    assert bench.keeper.life is Life.RESTARTING
    bench.step()
    assert (bench.keeper.life, bench.engine.starts) == (Life.READY, 2)


def test_an_engine_that_dies_before_it_begins_is_given_up_after_three_times(bench):
    bench.engine.startup = [EngineDied(1)]
    bench.enqueue("a")
    bench.keeper.start(ModelFolders(Path("/models/modest")))
    bench.work(10)
    assert (bench.keeper.life, bench.keeper.failure) == (Life.FAILED, "the engine stopped again and again")
    assert bench.engine.starts == 1 + 3
    assert bench.keeper.waiting == 1


def test_an_engine_that_dies_of_everything_is_given_up(bench):
    bench.enqueue(*[f"kill-{n}" for n in range(100)])
    bench.work(500)
    assert bench.keeper.life is Life.FAILED
    assert bench.engine.starts <= FRUITLESS_DEATHS + 1
    assert bench.keeper.waiting >= 80


def test_a_model_that_cannot_be_loaded_is_said_and_what_waits_is_kept(bench):
    bench.engine.startup = [EngineFailed("the model is damaged")]
    bench.enqueue("a")
    bench.keeper.start(ModelFolders(Path("/models/broken")))
    bench.work(3)
    assert (bench.keeper.life, bench.keeper.failure) == (Life.FAILED, "the model is damaged")
    bench.engine.startup = [EngineReady(SCORED_BY, CARD)]
    bench.keeper.start(ModelFolders(Path("/models/modest")))
    bench.work(3)
    assert bench.results() == {"a": (Status.SCORED, "")}


def test_another_model_takes_over_what_was_begun(bench):
    bench.step()
    bench.engine.silent = True
    bench.enqueue("a", "b")
    bench.step()
    outcome = bench.keeper.start(ModelFolders(Path("/models/other")))
    assert outcome.returned == []
    assert bench.keeper.waiting == 2
    bench.engine.silent = False
    bench.work(4)
    assert set(bench.results()) == {"a", "b"}


def test_taking_back_returns_what_was_not_begun_in_its_order(bench):
    bench.step()
    bench.engine.per_poll = 1
    bench.enqueue(*"abcd")
    bench.step()
    bench.keeper.withdraw()
    outcome = bench.keeper.look()
    assert [p.path for p in outcome.done] == []
    assert bench.keeper.waiting == 4
    bench.engine.per_poll = 4
    bench.work(3)
    assert bench.engine.submitted[-1] == [f"/in/{n}" for n in "abcd"]


def test_cancelling_forgets_what_waits_and_keeps_what_has_begun(bench):
    bench.enqueue(*[f"{n:02d}" for n in range(40)])
    bench.step()
    bench.step()
    lost = bench.keeper.cancel()
    bench.work(5)
    assert len(lost) + len(bench.all.done) == 40
    assert bench.keeper.waiting == bench.keeper.in_flight == 0


def test_a_file_enqueued_while_it_is_being_scored_is_scored_again_and_the_old_answer_is_dropped(bench):
    bench.step()
    bench.engine.silent = True
    bench.enqueue("a")
    bench.step()
    bench.keeper.enqueue([ScoreRequest("/in/a", override=True)])
    bench.engine.silent = False
    bench.work(4)
    assert [(p.path, p.override) for p in bench.all.done] == [("/in/a", True)]


def test_a_wish_of_the_reader_goes_first(bench):
    bench.step()
    bench.engine.silent = True
    bench.enqueue(*[f"{n:02d}" for n in range(40)])
    bench.step()
    bench.keeper.enqueue([ScoreRequest("/in/39", quarter_turns=1)], first=True)
    bench.keeper.withdraw()
    bench.step()
    assert bench.engine.submitted[-1][0] == "/in/39"


def test_a_change_of_device_changes_who_scored(bench):
    bench.step()
    on_cpu = replace(SCORED_BY, device="cuda:0")
    bench.engine.change_device(on_cpu)
    outcome = bench.step()
    assert outcome.warnings == ["Scoring goes on with the processor: out of memory"]
    assert outcome.ready == EngineReady(on_cpu, CARD)
    assert bench.keeper.scored_by == on_cpu


def test_stopping_closes_the_process(bench):
    bench.step()
    bench.keeper.stop()
    assert (bench.engine.running, bench.keeper.life) == (False, Life.OFF)
    assert bench.keeper.look() == Outcome()

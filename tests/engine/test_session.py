"""A list of files gets one prediction each, whatever the engine does meanwhile."""

import pytest

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.engine.messages import EngineDied, EngineFailed, JobDone, JobStarted, ScoreRequest
from cxr_desktop.engine.session import Session


class ScriptedEngine:
    """Stands for EngineProcess: dies whenever it starts a file named "deadly", hangs on "slow"."""

    def __init__(self, at_once=1):
        self.queue, self.at_once, self.starts, self.running, self.failure = [], at_once, 0, False, None

    def start(self):
        self.starts += not self.running
        self.running = True

    def submit(self, requests):
        assert self.running
        self.queue.extend(requests)

    def poll(self, timeout):
        if self.failure:
            return [EngineFailed(self.failure)]
        if self.starts and "stillborn" in [r.path for _, r in self.queue]:
            return [self.die((), self.queue)]
        taken, self.queue = self.queue[: self.at_once], self.queue[self.at_once :]
        slow = tuple(job for job, request in taken if request.path.startswith("slow"))
        if slow or any(request.path.startswith("deadly") for _, request in taken):
            return [JobStarted(job) for job, _ in taken] + [self.die(taken, self.queue, slow)]
        return [JobDone(job, Prediction(request.path, Status.SCORED)) for job, request in taken]

    def die(self, taken, waiting, timed_out=()):
        self.queue, self.running = [], False
        return EngineDied(-11, tuple(j for j, _ in taken), tuple(j for j, _ in waiting), timed_out)


@pytest.mark.parametrize("at_once", [1, 3, 40])
def test_only_the_guilty_file_is_lost_and_the_rest_goes_on(at_once):
    names = [f"good{n}" for n in range(70)]
    names[5:5], names[40:40] = ["deadly-a"], ["deadly-b", "slow-c"]
    engine, told = ScriptedEngine(at_once), []
    results = list(Session(engine, 60, told.append).score(ScoreRequest(n) for n in names))
    assert sorted(p.path for p in results) == sorted(names)
    reasons = {p.path: p.reason for p in results if p.status is not Status.SCORED}
    assert reasons == {
        "deadly-a": "the engine stopped twice on this file",
        "deadly-b": "the engine stopped twice on this file",
        "slow-c": "took longer than 60 s",
    }
    assert any(isinstance(event, EngineDied) for event in told)


def test_an_engine_that_cannot_start_is_an_error_and_not_an_endless_loop():
    engine = ScriptedEngine()
    engine.failure = "the model is damaged"
    with pytest.raises(DeviceError, match="the model is damaged"):
        list(Session(engine, 60, lambda event: None).score([ScoreRequest("a")]))


def test_an_engine_that_dies_without_a_file_to_blame_is_given_up():
    engine = ScriptedEngine()
    with pytest.raises(DeviceError, match="again and again"):
        list(Session(engine, 60, lambda event: None).score([ScoreRequest("stillborn")]))


def test_an_empty_list_ends_at_once():
    assert list(Session(ScriptedEngine(), 60, lambda event: None).score([])) == []

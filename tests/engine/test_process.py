"""The engine as a child: same numbers, quick to cancel, gone when its parent is, and clear about what it was doing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.engine.messages import (
    Answered,
    EngineDied,
    EngineEvent,
    EngineFailed,
    EngineReady,
    JobDone,
    JobsCancelled,
    JobStarted,
    MapQuestion,
    ScoreRequest,
    ShortcutQuestion,
)
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.engine.scorer import Scorer

PATIENCE = 60.0


def _until(engine: EngineProcess, enough: Callable[[list[EngineEvent]], bool]) -> list[EngineEvent]:
    """Poll until ``enough`` of the events so far."""
    events: list[EngineEvent] = []
    deadline = time.monotonic() + PATIENCE
    while not enough(events):
        assert time.monotonic() < deadline, events
        assert not _of(EngineFailed, events), events
        events += engine.poll(1.0)
    return events


def _of(kind: type, events: list[EngineEvent]) -> list:
    return [event for event in events if isinstance(event, kind)]


def _ready(events: list[EngineEvent]) -> bool:
    return bool(_of(EngineReady, events))


def _gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        os.sched_yield()
    return False


@pytest.fixture
def engine(triage_model: Path, open_gate: Path) -> Iterator[EngineProcess]:
    """Not started."""
    engine = EngineProcess(ModelFolders(triage_model, open_gate), "cpu")
    yield engine
    engine.close()


@pytest.fixture
def ready_engine(engine: EngineProcess) -> EngineProcess:
    """Started and self-tested."""
    engine.start()
    _until(engine, _ready)
    return engine


def test_the_child_gives_the_same_bits_as_a_scorer_here(ready_engine, triage_model, open_gate, films):
    here = {p.path: p for p in Scorer(ModelFolders(triage_model, open_gate), "cpu").score(map(ScoreRequest, films))}
    ready_engine.submit([(100 + n, ScoreRequest(path)) for n, path in enumerate(films)])
    events = _until(ready_engine, lambda e: len(_of(JobDone, e)) == len(films))
    for done in _of(JobDone, events):
        expected = here[films[done.job_id - 100]]
        assert dict(done.prediction.probabilities) == dict(expected.probabilities)
        assert done.prediction.maps == expected.maps
        assert done.prediction.scored_by == expected.scored_by


def test_every_job_starts_before_it_is_done(ready_engine, films):
    ready_engine.submit([(n, ScoreRequest(path)) for n, path in enumerate(films)])
    events = _until(ready_engine, lambda e: len(_of(JobDone, e)) == len(films))
    order = [(type(e), e.job_id) for e in events if isinstance(e, (JobStarted, JobDone))]
    for n in range(len(films)):
        assert order.index((JobStarted, n)) < order.index((JobDone, n))
    assert ready_engine.in_flight == ()


def test_pending_jobs_are_dropped_within_a_second_and_named(ready_engine, films):
    jobs = [(n, ScoreRequest(films[n % len(films)])) for n in range(2000)]
    ready_engine.submit(jobs)
    _until(ready_engine, lambda e: bool(_of(JobDone, e)))
    asked = time.monotonic()
    ready_engine.cancel_pending()
    events = _until(ready_engine, lambda e: bool(_of(JobsCancelled, e)))
    assert time.monotonic() - asked < 1.0
    (cancelled,) = _of(JobsCancelled, events)
    assert len(cancelled.job_ids) > 1000
    while ready_engine.in_flight:
        ready_engine.poll(1.0)
    ready_engine.submit([(5000, ScoreRequest(films[0]))])
    events = _until(ready_engine, lambda e: bool(_of(JobDone, e)))
    assert [e.job_id for e in _of(JobDone, events)] == [5000], "the engine goes on after a cancel"


def test_a_parent_that_does_not_listen_for_a_while_can_still_talk(ready_engine, films):
    many = [(n, ScoreRequest(films[n % len(films)])) for n in range(3000)]
    ready_engine.submit(many)
    _until(ready_engine, lambda e: bool(_of(JobDone, e)))
    for _ in range(3):  # results fill the pipe meanwhile
        ready_engine.cancel_pending()
        ready_engine.submit(many)
    ready_engine.cancel_pending()
    events = _until(ready_engine, lambda e: len(_of(JobsCancelled, e)) == 4)
    assert events


def test_a_bad_file_is_a_prediction_and_not_an_end(ready_engine, films):
    ready_engine.submit([(1, ScoreRequest("/nowhere/\udcffgone.dcm")), (2, ScoreRequest(films[0]))])
    events = _until(ready_engine, lambda e: len(_of(JobDone, e)) == 2)
    reasons = {e.job_id: e.prediction.reason for e in _of(JobDone, events)}
    assert reasons[1]
    assert not reasons[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has priority classes instead")
def test_the_window_goes_first(ready_engine):
    assert os.getpriority(os.PRIO_PROCESS, ready_engine.pid) >= 10


def test_a_death_names_what_was_in_flight_and_what_waited_and_the_engine_can_start_again(engine, films):
    engine.start()
    engine.submit([(n, ScoreRequest(films[n % len(films)])) for n in range(3000)])
    before = _until(engine, lambda e: bool(_of(JobDone, e)))
    os.kill(engine.pid, signal.SIGKILL)
    events = before + _until(engine, lambda e: bool(_of(EngineDied, e)))
    (died,) = _of(EngineDied, events)
    done = {e.job_id for e in _of(JobDone, events)}
    assert died.exit_code == -signal.SIGKILL
    assert died.timed_out == ()
    assert len(died.in_flight) < 20
    assert sorted([*done, *died.in_flight, *died.waiting]) == list(range(3000)), "no job is lost or named twice"
    assert not engine.is_alive()
    assert engine.poll(0) == []
    engine.start()
    assert _ready(_until(engine, _ready))


def test_a_file_that_takes_too_long_ends_the_engine_and_is_named(triage_model, open_gate, films):
    engine = EngineProcess(ModelFolders(triage_model, open_gate), "cpu", seconds_per_file=0.3)
    try:
        engine.start()
        _until(engine, _ready)
        os.kill(engine.pid, signal.SIGSTOP)  # stands still, as in a codec that never returns
        engine.submit([(1, ScoreRequest(films[0]))])
        engine._note(JobStarted(1))
        events = _until(engine, lambda e: bool(_of(EngineDied, e)))
        assert _of(EngineDied, events)[0].timed_out == (1,)
    finally:
        engine.close()


def test_an_engine_that_never_gets_ready_is_ended_and_can_start_again(triage_model, open_gate, films):
    engine = EngineProcess(ModelFolders(triage_model, open_gate), "cpu", seconds_to_start=1.0)
    try:
        engine.start()
        os.kill(engine.pid, signal.SIGSTOP)  # stands still, as where two threads wait for each other
        engine.submit([(1, ScoreRequest(films[0]))])
        (died,) = _of(EngineDied, _until(engine, lambda e: bool(_of(EngineDied, e))))
        assert (died.waiting, died.timed_out) == ((1,), ())
        engine._seconds_to_start = PATIENCE
        engine.start()
        assert _ready(_until(engine, _ready))
    finally:
        engine.close()


def test_closing_ends_a_busy_child_at_once(engine, films):
    engine.start()
    engine.submit([(n, ScoreRequest(films[n % len(films)])) for n in range(3000)])
    _until(engine, lambda e: bool(_of(JobStarted, e)))
    pid = engine.pid
    asked = time.monotonic()
    engine.close()
    assert time.monotonic() - asked < 2
    assert _gone(pid)
    engine.close()
    assert engine.poll(0) == []


def test_the_child_does_not_outlive_a_parent_that_was_killed(triage_model, open_gate, films):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cxr_desktop.engine.model_folders import ModelFolders\n"
        "from cxr_desktop.engine.process import EngineProcess, JobStarted, ScoreRequest\n"
        "if __name__ == '__main__':\n"
        "    engine = EngineProcess(ModelFolders(Path(sys.argv[1]), Path(sys.argv[2])), 'cpu')\n"
        "    engine.start()\n"
        "    engine.submit([(n, ScoreRequest(sys.argv[3])) for n in range(5000)])\n"
        "    while not any(isinstance(e, JobStarted) for e in engine.poll(1)):\n"
        "        pass\n"
        "    print(engine.pid, flush=True)\n"
        "    while True:\n"
        "        engine.poll(1)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(triage_model), str(open_gate), films[0]], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    assert _gone(child)


def test_a_model_that_cannot_work_fails_once_with_a_plain_reason(tmp_path, open_gate):
    engine = EngineProcess(ModelFolders(tmp_path / "absent", open_gate), "cpu")
    engine.start()
    try:
        events = _until(engine, lambda e: bool(_of(EngineFailed, e)))
        assert [e.reason for e in _of(EngineFailed, events)] == ["the model card cannot be read"]
        deadline = time.monotonic() + 10
        while engine.is_alive() and time.monotonic() < deadline:
            events += engine.poll(0.2)
        events += engine.poll(0.2)
        assert not _of(EngineDied, events), "it would only be started again"
    finally:
        engine.close()


def test_a_device_that_is_not_there_fails_with_a_plain_reason(triage_model, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    engine = EngineProcess(ModelFolders(triage_model), "cuda")
    engine.start()
    try:
        events = _until(engine, lambda e: bool(_of(EngineFailed, e)))
        assert "graphics card" in _of(EngineFailed, events)[0].reason
    finally:
        engine.close()


def test_crash_traces_go_to_the_log_folder_and_not_to_the_terminal(triage_model, capfd, private_home):
    engine = EngineProcess(ModelFolders(triage_model), "cpu")
    engine.start()
    try:
        _until(engine, _ready)
        os.kill(engine.pid, signal.SIGSEGV)
        events = _until(engine, lambda e: bool(_of(EngineDied, e)))
    finally:
        engine.close()
    assert _of(EngineDied, events)[0].exit_code == -signal.SIGSEGV
    assert "Segmentation fault" in (private_home / "log" / "engine-faults.log").read_text()
    assert capfd.readouterr() == ("", "")


def test_questions_are_answered_while_the_queue_is_scored(engine: EngineProcess, films: list[str]) -> None:
    engine.start()
    (ready,) = _of(EngineReady, _until(engine, _ready))
    assert [offer.method for offer in ready.offers] == list(MapMethod)
    assert not any(offer.reason for offer in ready.offers)
    engine.submit([(n, ScoreRequest(film)) for n, film in enumerate(films)])
    engine.ask(1, MapQuestion(ScoreRequest(films[0]), MapMethod.EIGEN_CAM))
    engine.ask(2, MapQuestion(ScoreRequest(films[1]), MapMethod.SCORE_CAM))
    engine.withdraw(2)
    engine.ask(3, ShortcutQuestion(ScoreRequest(films[2])))
    events = _until(
        engine, lambda seen: len(_of(JobDone, seen)) == len(films) and 3 in {e.question_id for e in _of(Answered, seen)}
    )
    answers = {event.question_id: event.answer for event in _of(Answered, events)}
    assert [found.method for found in answers[1].maps] == ["eigen-cam"] * 4
    assert answers[3].report is not None
    assert engine.in_flight == ()

"""Runs outlive the window: started detached, followed from their files, paused, found again (PySide6)."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from cxr_desktop import paths
from cxr_desktop.bridge import child_process, run_files
from cxr_desktop.bridge.run_files import known_runs
from cxr_desktop.bridge.training_run import RunError, TrainingRun, new_folder, spare_threads

FAKE = [sys.executable, str(Path(__file__).with_name("fake_training.py"))]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is asked to stop by SIGTERM")


@pytest.fixture
def make_run(qtbot):
    """Runs that are watched closely, and whose processes are gone after the test."""
    made = []

    def make() -> TrainingRun:
        run = TrainingRun(command=FAKE, beat_ms=10)
        run.told, run.states = [], []
        run.event.connect(run.told.append)
        run.state_changed.connect(run.states.append)
        made.append(run)
        return run

    yield make
    for run in made:
        run.leave()
    for folder in paths.user_runs_dir().glob("*"):
        pid = run_files.running_process(folder)
        if pid:
            os.kill(pid, signal.SIGKILL)
            qtbot.waitUntil(lambda pid=pid: not child_process.born(pid))


def until(qtbot, run: TrainingRun, state: str) -> None:
    qtbot.waitUntil(lambda: run.state == state, timeout=10_000)


def names(run: TrainingRun) -> list[str]:
    return [event["event"] for event in run.told]


def test_a_run_goes_from_start_to_finish(qtbot, make_run):
    run = make_run()
    folder = run.start("quick", "/data", ["epochs=3"])
    assert folder.parent == paths.user_runs_dir()
    until(qtbot, run, "finished")
    assert run.states == ["starting", "running", "finished"]
    assert [event["epoch"] for event in run.history] == [1, 2, 3]
    assert names(run).count("batch") == 3
    assert not run.is_active()


def test_a_paused_run_goes_on_where_it_stopped(qtbot, make_run):
    run = make_run()
    run.start("wait", "/data")
    qtbot.waitUntil(lambda: len(run.history) == 1, timeout=10_000)
    run.pause()
    until(qtbot, run, "paused")
    assert run.can_resume
    run.resume()
    until(qtbot, run, "finished")
    # The stand-in tells the first epoch again, as a run does that was killed after its checkpoint.
    assert [event["epoch"] for event in run.history] == [1, 2, 3]
    assert run.states == ["starting", "running", "paused", "starting", "running", "finished"]


def test_a_closed_window_loses_nothing_of_a_run_that_goes_on(qtbot, make_run):
    first = make_run()
    folder = first.start("wait", "/data")
    qtbot.waitUntil(lambda: len(first.history) == 1, timeout=10_000)
    first.leave()
    assert first.state == ""
    assert [(run.folder, run.state, run.epoch, run.epochs) for run in known_runs(folder.parent)] == [
        (folder, "running", 1, 3)
    ]
    second = make_run()
    second.attach(folder)
    assert second.state == "running"
    qtbot.waitUntil(lambda: len(second.history) == 1, timeout=10_000)
    assert "batch" not in names(second)
    second.stop()
    until(qtbot, second, "stopped")
    assert known_runs(folder.parent)[0].state == "stopped"
    assert known_runs(folder.parent)[0].can_resume


def test_a_run_that_ended_tells_its_past_when_it_is_opened_again(qtbot, make_run):
    first = make_run()
    folder = first.start("quick", "/data")
    until(qtbot, first, "finished")
    again = make_run()
    again.attach(folder)
    until(qtbot, again, "finished")
    assert [event["epoch"] for event in again.history] == [1, 2, 3]
    assert known_runs(folder.parent)[0].epoch == 3


def test_a_run_that_cannot_begin_says_why(qtbot, make_run):
    run = make_run()
    run.start("fail", "/nowhere")
    until(qtbot, run, "failed")
    assert run.reason == "There is no such data."
    assert not run.can_resume
    with pytest.raises(RunError, match="no checkpoint"):
        run.resume()
    assert known_runs(paths.user_runs_dir()) == []


def test_a_killed_run_failed_and_is_no_lost_run(qtbot, make_run):
    run = make_run()
    folder = run.start("die", "/data")
    until(qtbot, run, "failed")
    assert run.reason
    (folder / "last.ckpt").touch()
    assert run.can_resume


def test_a_run_killed_while_the_window_was_closed_can_go_on(tmp_path, qtbot, make_run):
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "recipe.json").write_text(json.dumps({"name": "quick", "title": "Quick", "phases": [{"epochs": 9}]}))
    (folder / "events.jsonl").write_text('{"event": "started"}\n{"event": "epoch", "epoch": 2}\n{"event": "ba')
    (folder / "last.ckpt").touch()
    assert [(r.title, r.state, r.epoch, r.epochs) for r in known_runs(tmp_path)] == [("Quick", "stopped", 2, 9)]
    run = make_run()
    run.attach(folder)
    until(qtbot, run, "stopped")
    assert run.can_resume
    assert [event["epoch"] for event in run.history] == [2]


def test_a_number_given_again_to_another_process_is_not_the_run(tmp_path):
    (tmp_path / "process.json").write_text(json.dumps({"pid": os.getpid(), "born": "long ago"}))
    assert run_files.running_process(tmp_path) == 0
    run_files.remember_process(tmp_path, os.getpid())
    assert run_files.running_process(tmp_path) == os.getpid()


def test_a_process_that_has_ended_was_never_born(qtbot):
    assert child_process.born(os.getpid())
    assert child_process.born(0) == ""
    assert child_process.born(2**22 + 1) == ""


def test_folders_have_names_of_their_own(tmp_path):
    first = new_folder("My recipe.toml", tmp_path)
    assert first.name.startswith("my-recipe-")
    first.mkdir()
    assert new_folder("My recipe.toml", tmp_path) != first


def test_damaged_folders_are_left_out_of_the_list(tmp_path):
    for name, text in (("a", "{"), ("b", "[]")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "recipe.json").write_text(text)
    (tmp_path / "c").mkdir()
    assert known_runs(tmp_path) == []
    assert known_runs(tmp_path / "nowhere") == []


def test_the_reading_room_keeps_a_core():
    assert 1 <= spare_threads() <= max(1, (os.cpu_count() or 1) - 1)


def test_a_run_has_the_lower_rank(qtbot, make_run):
    run = make_run()
    folder = run.start("wait", "/data")
    until(qtbot, run, "running")
    pid = run_files.running_process(folder)
    assert os.getpriority(os.PRIO_PROCESS, pid) >= child_process.NICENESS
    run.stop()
    until(qtbot, run, "stopped")


def test_a_run_that_will_not_hear_is_ended_after_a_while(qtbot, make_run, monkeypatch):
    run = make_run()
    run._grace.setInterval(20)
    monkeypatch.setattr(child_process, "ask_to_end", lambda pid: None)
    run.start("wait", "/data")
    qtbot.waitUntil(lambda: len(run.history) == 1, timeout=10_000)
    run.stop()
    until(qtbot, run, "stopped")
    assert run.can_resume

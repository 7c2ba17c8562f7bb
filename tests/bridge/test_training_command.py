"""Commands of the training as children: events whole, reasons in words, an end when asked (PySide6)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cxr_desktop.bridge import child_process, training_command
from cxr_desktop.bridge.training_command import EventLines, TrainingCommand, program, reason_of

FAKE = [sys.executable, str(Path(__file__).with_name("fake_training.py"))]


@pytest.fixture
def command(qtbot):
    made = TrainingCommand(command=FAKE)
    made.told = []
    made.event.connect(made.told.append)
    yield made
    made.close()


def run(qtbot, command: TrainingCommand, *arguments: str) -> tuple[bool, str]:
    with qtbot.waitSignal(command.finished, timeout=10_000) as ended:
        command.start(arguments)
    return tuple(ended.args)


def test_the_program_starts_itself_from_source_and_frozen(monkeypatch):
    assert program() == [sys.executable, "-m", "cxr_desktop"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable]


def test_lines_are_whole_however_they_come():
    lines = EventLines()
    text = '{"event": "a"}\nnoise\n\n{"event": "ü"}\n{"event": "c"}'.encode()
    found = [event for byte in text for event in lines.feed(bytes([byte]))] + lines.end()
    assert [event["event"] for event in found] == ["a", "ü", "c"]
    assert lines.end() == []


def test_noise_between_the_events_is_no_event(qtbot, command):
    assert run(qtbot, command, "noise") == (True, "")
    assert [event["event"] for event in command.told] == ["progress", "last"]


def test_an_event_that_comes_in_pieces_is_one_event(qtbot, command):
    run(qtbot, command, "parts")
    assert command.told == [{"event": "halves"}]


@pytest.mark.parametrize(("what", "reason"), [("fails", "The data are nowhere."), ("traceback", "ValueError: seven")])
def test_a_failure_says_why(qtbot, command, what, reason):
    assert run(qtbot, command, what) == (False, reason)


def test_a_program_that_is_not_there_is_a_failure_in_words(qtbot):
    command = TrainingCommand(command=["/nowhere/at/all"])
    ok, reason = run(qtbot, command, "inspect")
    assert not ok
    assert "could not be started" in reason
    assert not command.is_running()


def test_a_command_may_be_started_again_but_not_twice_at_once(qtbot, command):
    run(qtbot, command, "noise")
    command.start(["wait"])
    with pytest.raises(RuntimeError):
        command.start(["noise"])
    with qtbot.waitSignal(command.finished):
        command.stop()
    assert run(qtbot, command, "noise") == (True, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_a_stopped_command_ends_politely_and_is_modest_before(qtbot, command):
    with qtbot.waitSignal(command.event, timeout=10_000):
        command.start(["wait"])
    assert child_process.born(int(command._process.processId()))
    with qtbot.waitSignal(command.finished, timeout=10_000) as ended:
        command.stop()
    assert ended.args == [False, "stopped"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_a_command_that_will_not_hear_is_ended(qtbot, command):
    command._grace.setInterval(50)
    with qtbot.waitSignal(command.event, timeout=10_000):
        command.start(["deaf"])
    with qtbot.waitSignal(command.finished, timeout=10_000) as ended:
        command.stop()
    assert ended.args == [False, "stopped"]


def test_a_closed_command_leaves_no_process_and_says_nothing(qtbot, command):
    with qtbot.waitSignal(command.event, timeout=10_000):
        command.start(["wait"])
    pid = int(command._process.processId())
    with qtbot.assertNotEmitted(command.finished):
        command.close()
    assert not child_process.born(pid)
    assert not command.is_running()


def test_the_reason_is_the_last_line():
    assert reason_of("a\nb \n\n") == "b"
    assert reason_of("") == ""


def test_a_line_without_an_end_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(training_command, "_LONGEST_LINE", 10)
    lines = EventLines()
    assert lines.feed(b"x" * 50) == []
    assert lines.feed(b'\n{"event": "a"}\n') == [{"event": "a"}]

"""An engine that was spawned ahead becomes the first child, and nobody's child where nobody takes it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from cxr_desktop.engine import early
from cxr_desktop.engine.messages import JobDone, ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.process import EngineProcess

PATIENCE = 60.0


def _first_result(engine: EngineProcess, path: str) -> JobDone:
    engine.start()
    engine.submit([(1, ScoreRequest(path))])
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for event in engine.poll(1.0):
            if isinstance(event, JobDone):
                return event
    raise AssertionError("no result")


def test_it_becomes_the_first_engine(triage_model: Path, open_gate: Path, films: list[str]):
    child = early.begin()
    engine = EngineProcess(ModelFolders(triage_model, open_gate), "cpu", early=child)
    pid = child.process.pid
    try:
        assert _first_result(engine, films[0]).prediction.probabilities
        assert engine.pid == pid
        engine.close()
        assert _first_result(engine, films[0]).prediction.probabilities
        assert engine.pid != pid, "a second start spawns a child of its own"
    finally:
        engine.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no such signal")
def test_one_that_has_died_is_replaced(triage_model: Path, open_gate: Path, films: list[str]):
    child = early.begin()
    assert child.process.pid is not None
    os.kill(child.process.pid, signal.SIGKILL)
    child.process.join(PATIENCE)
    engine = EngineProcess(ModelFolders(triage_model, open_gate), "cpu", early=child)
    try:
        assert _first_result(engine, films[0]).prediction.probabilities
    finally:
        engine.close()


def test_it_goes_where_nobody_tells_it_what_to_do():
    child = early.begin()
    child.connection.close()
    child.process.join(PATIENCE)
    assert child.process.exitcode == 0

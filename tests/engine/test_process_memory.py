"""A child that takes more memory than it may is ended, and what it was doing is known; the queue goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.prediction import SET_ASIDE, Status
from cxr_desktop.engine.keeper import EngineKeeper, Life
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.engine.process_memory import resident_bytes
from cxr_desktop.imaging.budget import ReadBudget

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc, and limits are Linux's")


def test_memory_in_use_is_known_of_a_process_and_nothing_of_one_that_ended():
    held = np.ones(8 << 20, np.uint8)
    code = "import sys; held = bytearray(b'x') * (64 << 20); print(flush=True); sys.stdin.read()"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    assert resident_bytes(child.pid) > 64 << 20
    child.communicate()
    assert resident_bytes(child.pid) == 0
    assert held.all()


def test_what_asks_for_more_than_the_limit_gets_an_error_and_goes_on():
    code = (
        "from cxr_desktop.engine.process_memory import limit_growth\n"
        "limit_growth(256 << 20)\n"
        "kept = bytearray(100 << 20)\n"
        "try:\n    bytearray(400 << 20)\nexcept MemoryError:\n    print('refused', len(kept))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["refused", str(100 << 20)]


@pytest.fixture
def keeper(triage_model: Path, open_gate: Path):
    budget = ReadBudget(engine_bytes=120 << 20)
    keeper = EngineKeeper(lambda folders: EngineProcess(folders, "cpu", budget))
    keeper.start(ModelFolders(triage_model, open_gate))
    yield keeper
    keeper.stop()


def test_a_bomb_costs_its_own_row_and_the_queue_goes_on(keeper, films, tmp_path):
    bomb = tmp_path / "bomb.png"
    # A file of some kilobytes, an image of 49 million pixels.
    Image.fromarray(np.zeros((7_000, 7_000), np.uint8)).save(bomb)
    assert bomb.stat().st_size < 200_000
    keeper.enqueue([ScoreRequest(path) for path in (*films[:3], str(bomb), *films[3:6])])
    done, deadline = [], time.monotonic() + 240
    while len(done) < 7 and time.monotonic() < deadline:
        keeper.feed(32)
        done += keeper.look(0.02).done
    results = {prediction.path: prediction for prediction in done}
    assert results[str(bomb)].reason == "scoring it takes more memory than is allowed"
    assert results[str(bomb)].flags == (SET_ASIDE,)
    assert {results[path].status for path in films[:6]} == {Status.SCORED}
    assert keeper.life in (Life.READY, Life.RESTARTING)

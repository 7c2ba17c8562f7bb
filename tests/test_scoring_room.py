"""What the engine says reaches the window, and what the reader wants of it reaches the threads (pytest-qt)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.inference_worker import EngineState, Phase
from cxr_desktop.bridge.pace import Progress
from cxr_desktop.domain.prediction import Correction
from cxr_desktop.scoring_room import ScoringRoom
from tests.ui.conftest import make_window
from tests.ui.entries import CARD, SCORED_BY, entry

__all__ = ["make_window"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Told(QObject):
    """Stands in for the worker, the service and the walk: keeps what it is told."""

    ready = Signal(object, object)
    state_changed = Signal(object)
    progress = Signal(object)
    warning = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple] = []

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: self.heard.append((name, *args)) if name != "set_visible" else None


@pytest.fixture
def room(make_window):
    window, threads = make_window([entry(0, 0.9), entry(1)]), Told()
    return window, threads, ScoringRoom(window, threads, threads, threads)


def test_cancelling_ends_the_walk_and_the_queue_and_offers_to_go_on(room):
    window, threads, _ = room
    window.set_progress(0, 2)
    window.named["cancel"].trigger()
    assert threads.heard == [("cancel",), ("cancel_scoring",)]
    assert "no number" in window.banner.message()
    _words, way_out, act = window.message
    assert way_out == "Score the rest"
    act()
    assert threads.heard[2:] == [("request_scoring",), ("rescan",)]
    assert window.banner.message() == ""


def test_pausing_and_what_is_looked_at_are_passed_on(room):
    window, threads, _ = room
    window.named["pause"].setChecked(True)
    window.named["pause"].setChecked(False)
    assert [heard for heard in threads.heard if heard[0] in ("pause", "resume")] == [("pause",), ("resume",)]
    window.worklist.view.select_row(0)
    assert threads.heard[-1] == ("set_focus", ["/data/0.dcm"])
    window.correction_requested.emit("/data/0.dcm", Correction(1))
    window.score_anyway_requested.emit("/data/0.dcm")
    assert threads.heard[-2:] == [("correct", "/data/0.dcm", Correction(1)), ("score_anyway", "/data/0.dcm")]


def test_an_engine_that_fails_says_so_with_a_way_out_and_one_that_works_is_quiet(room):
    window, threads, _ = room
    threads.state_changed.emit(EngineState(Phase.SCORING, "Scoring"))
    assert window.banner.message() == ""
    threads.state_changed.emit(EngineState(Phase.FAILED, "Scoring stopped: the compute device failed"))
    assert window.banner.message() == "Scoring stopped: the compute device failed"
    _words, way_out, act = window.message
    assert way_out == "Try again"
    act()
    assert threads.heard[-1] == ("restart",)
    threads.state_changed.emit(EngineState(Phase.PAUSED, "Paused"))
    assert window.named["pause"].isChecked()
    threads.ready.emit(SCORED_BY, CARD)
    threads.progress.emit(Progress(1, 2))
    threads.warning.emit("The processor is used: no card")
    assert "cpu" in " ".join(window.told["set_device"][0]).casefold()
    assert window.told["set_progress"][0][:2] == (1, 2)
    assert window.banner.message() == "The processor is used: no card"

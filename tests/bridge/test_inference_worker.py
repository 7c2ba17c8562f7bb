from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.bridge.inference_worker import BEAT_S, InferenceWorker, Phase
from cxr_desktop.bridge.pace import Pace, Progress
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.prediction import Status
from cxr_desktop.engine.messages import Answer, EngineFailed, EngineReady, ScoreRequest, ShortcutQuestion
from cxr_desktop.engine.model_folders import ModelFolders
from tests.engine.fake_engine import CARD, FakeEngine
from tests.worklist.samples import SCORED_BY

MODEL = ModelFolders(Path("/models/modest"))


def requests(*names: str) -> list[ScoreRequest]:
    return [ScoreRequest(f"/in/{name}") for name in names]


class Bench:
    """A running worker over a fake engine, and everything it said."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.engine = FakeEngine()
        self.recorded: list[str] = []
        self.record_fails = False
        self.shown: list[str] = []
        self.shown_unrecorded: list[str] = []
        self.results = {}
        self.states = []
        self.warnings: list[str] = []
        self.worker = InferenceWorker(lambda folder: self.engine, self.record)
        # Direct: what is checked is the order of things in the worker's own thread.
        self.worker.predictions_ready.connect(self.on_predictions, Qt.ConnectionType.DirectConnection)
        self.worker.state_changed.connect(self.states.append)
        self.worker.warning.connect(self.warnings.append)
        self.worker.start()

    def record(self, predictions) -> None:
        assert threading.current_thread() is not threading.main_thread()
        if self.record_fails:
            raise StoreError("The worklist cannot be saved: the disk is full.")
        self.recorded.extend(p.path for p in predictions)

    def on_predictions(self, predictions) -> None:
        self.shown.extend(p.path for p in predictions)
        self.shown_unrecorded.extend(p.path for p in predictions if p.path not in self.recorded)
        self.results |= {p.path: p for p in predictions}

    def until(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def phase(self) -> Phase | None:
        return self.states[-1].phase if self.states else None


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot)
    yield made
    assert made.worker.stop()
    assert not made.engine.running


def test_results_are_recorded_before_they_are_shown(bench):
    bench.worker.set_model(MODEL)
    bench.worker.enqueue(requests(*map(str, range(60))))
    bench.until(lambda: len(bench.shown) == 60)
    assert bench.shown_unrecorded == []
    assert bench.warnings == []


def test_the_state_tells_the_story_and_names_the_device(bench):
    with bench.qtbot.waitSignal(bench.worker.ready) as ready:
        bench.worker.set_model(MODEL)
    assert ready.args == [SCORED_BY, CARD]
    bench.until(lambda: bench.phase() is Phase.IDLE)
    bench.engine.silent = True
    bench.worker.enqueue(requests("a"))
    bench.until(lambda: bench.phase() is Phase.SCORING)
    bench.engine.silent = False
    bench.until(lambda: bench.phase() is Phase.IDLE)
    assert [state.phase for state in bench.states] == [Phase.STARTING, Phase.IDLE, Phase.SCORING, Phase.IDLE]
    assert (bench.states[-1].device, bench.states[-1].scored_by) == ("cpu fp32", SCORED_BY)


def test_the_image_in_view_overtakes_files_that_were_given_out_already(bench):
    bench.worker.set_model(MODEL)
    bench.engine.silent = True
    bench.worker.enqueue(requests(*[f"{n:03d}" for n in range(100)]))
    bench.until(lambda: bench.engine.submitted)
    bench.worker.set_visible(["/in/070", "/in/071"])
    bench.worker.set_focus(["/in/090"])
    bench.until(lambda: len(bench.engine.submitted) > 1)
    assert bench.engine.submitted[-1][:4] == ["/in/090", "/in/070", "/in/071", "/in/000"]
    bench.engine.silent = False
    bench.until(lambda: len(bench.shown) == 100)
    assert bench.shown[0] == "/in/090"


def test_pausing_begins_nothing_more_and_resuming_goes_on(bench):
    bench.worker.set_model(MODEL)
    bench.engine.silent = True
    bench.worker.enqueue(requests(*[f"{n:03d}" for n in range(40)]))
    bench.until(lambda: bench.engine.submitted)
    bench.worker.pause()
    bench.until(lambda: bench.phase() is Phase.PAUSED)
    bench.engine.silent = False
    bench.until(lambda: not bench.engine._waiting and not bench.engine._pending)
    bench.worker.enqueue(requests("more"))
    given_out = len(bench.engine.submitted)
    bench.qtbot.wait(int(4 * BEAT_S * 1000))
    assert len(bench.engine.submitted) == given_out
    assert bench.shown == []
    bench.worker.resume()
    bench.until(lambda: len(bench.shown) == 41)


def test_cancelling_forgets_what_waits_and_says_which(bench):
    bench.worker.set_model(MODEL)
    bench.engine.silent = True
    bench.worker.enqueue(requests(*[f"{n:03d}" for n in range(40)]))
    bench.until(lambda: bench.engine.submitted)
    with bench.qtbot.waitSignal(bench.worker.job_returned) as returned:
        bench.worker.cancel()
    assert len(returned.args[0]) == 40
    bench.engine.silent = False
    bench.until(lambda: bench.phase() is Phase.IDLE)
    assert bench.shown == []


def test_a_crashing_file_costs_one_row(bench):
    bench.worker.set_model(MODEL)
    bench.worker.enqueue(requests("a", "kill", "b"))
    bench.until(lambda: len(bench.results) == 3)
    assert bench.results["/in/kill"].reason == "the engine stopped twice on this file"
    assert bench.results["/in/a"].status is bench.results["/in/b"].status is Status.SCORED
    assert Phase.RESTARTING in {state.phase for state in bench.states}
    assert "/in/kill" in bench.recorded


def test_a_hung_file_costs_one_row(bench):
    bench.worker.set_model(MODEL)
    bench.worker.enqueue(requests("hang", "b"))
    for _ in range(2):
        bench.until(lambda: bench.engine._begun)
        bench.engine.time_out()
        bench.until(lambda: not bench.engine.extra)
    bench.until(lambda: len(bench.results) == 2)
    assert bench.results["/in/hang"].reason == "took longer than 60 s"


def test_a_wish_of_the_reader_is_scored_with_it(bench):
    bench.worker.set_model(MODEL)
    bench.worker.rescore(ScoreRequest("/in/a", override=True, quarter_turns=1, inverted=True))
    bench.until(lambda: bench.shown)
    shown = bench.results["/in/a"]
    assert (shown.override, shown.quarter_turns, shown.inverted) == (True, 1, True)


def test_a_failed_engine_says_why_and_can_be_started_again(bench):
    bench.engine.startup = [EngineFailed("the model is damaged")]
    bench.worker.enqueue(requests("a"))
    bench.worker.set_model(MODEL)
    bench.until(lambda: bench.phase() is Phase.FAILED)
    assert bench.states[-1].words == "Scoring stopped: the model is damaged"
    bench.engine.startup = [EngineReady(SCORED_BY, CARD)]
    bench.worker.restart()
    bench.until(lambda: bench.shown == ["/in/a"])


def test_a_result_that_cannot_be_saved_is_shown_with_a_warning(bench):
    bench.record_fails = True
    bench.worker.set_model(MODEL)
    bench.worker.enqueue(requests("a"))
    bench.until(lambda: bench.shown == ["/in/a"])
    bench.until(lambda: bench.warnings == ["The worklist cannot be saved: the disk is full."])


def test_a_change_of_device_is_told(bench):
    with bench.qtbot.waitSignal(bench.worker.ready):
        bench.worker.set_model(MODEL)
    on_cpu = replace(SCORED_BY, device="cuda:0", precision="fp16")
    with bench.qtbot.waitSignal(bench.worker.ready) as ready:
        bench.engine.change_device(on_cpu)
    assert ready.args[0] == on_cpu
    bench.until(lambda: bench.states[-1].device == "cuda:0 fp16")
    assert bench.warnings == ["Scoring goes on with the processor: out of memory"]


def test_progress_counts_a_run_of_work_to_its_end(bench):
    told: list[Progress] = []
    bench.worker.progress.connect(told.append)
    bench.worker.set_model(MODEL)
    bench.worker.enqueue(requests(*map(str, range(30))))
    bench.until(lambda: bool(told) and told[-1].done == 30)
    assert {progress.total for progress in told} == {30}
    assert [p.done for p in told] == sorted(p.done for p in told)
    bench.worker.enqueue(requests("one", "two"))
    bench.until(lambda: told[-1].done == 2)
    assert told[-1].total == 2


def test_signals_come_at_most_twenty_times_a_second():
    assert BEAT_S >= 1 / 20


def test_results_that_are_ready_when_the_worker_stops_are_kept(qtbot):
    bench = Bench(qtbot)
    bench.worker.set_model(MODEL)
    bench.engine.silent = True
    bench.worker.enqueue(requests("a"))
    bench.until(lambda: bench.engine.submitted)
    bench.engine.silent = False
    assert bench.worker.stop()
    assert bench.recorded == ["/in/a"]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_rate_is_of_the_last_seconds_and_gives_the_time_left():
    clock = Clock()
    pace = Pace(clock)
    pace.note(0, 100)
    assert pace.progress == Progress(0, 100)
    pace.begin_work()
    for _ in range(10):
        clock.now += 1
        pace.note(2, 80)
    assert pace.progress == Progress(20, 100, 2.0, 40.0)
    clock.now += 19
    pace.note(20, 60)
    assert pace.rate == pytest.approx((20 + 2 + 2) / 20)


def test_a_pause_does_not_slow_the_rate():
    clock = Clock()
    pace = Pace(clock)
    pace.note(0, 10)
    pace.begin_work()
    clock.now = 1.0
    pace.note(5, 5)
    pace.end_work()
    assert pace.progress == Progress(5, 10)
    clock.now = 1000.0
    pace.begin_work()
    clock.now = 1001.0
    pace.note(4, 1)
    assert pace.progress == Progress(9, 10, 4.0, 0.25)


def test_a_question_is_answered_even_while_scoring_is_paused_and_offers_come_with_the_model(bench):
    question = ShortcutQuestion(ScoreRequest("/in/one"))
    said, offered = [], []
    bench.worker.answered.connect(lambda asked, answer: said.append((asked, answer)))
    bench.worker.maps_offered.connect(offered.append)
    bench.worker.set_model(MODEL)
    bench.until(lambda: offered)
    bench.worker.pause()
    bench.worker.ask(question)
    bench.until(lambda: bench.engine.asked)
    bench.engine.answer(1, Answer(reason="said"))
    bench.until(lambda: said)
    assert said == [(question, Answer(reason="said"))]


def test_a_question_that_was_withdrawn_is_not_answered(bench):
    said = []
    bench.worker.answered.connect(lambda asked, answer: said.append(answer.reason))
    bench.worker.set_model(MODEL)
    bench.until(lambda: bench.phase() is Phase.IDLE)
    bench.worker.ask(ShortcutQuestion(ScoreRequest("/in/one")))
    bench.worker.withdraw_question(ShortcutQuestion)
    bench.worker.ask(ShortcutQuestion(ScoreRequest("/in/two")))
    bench.until(lambda: len(bench.engine.asked) == 2)
    bench.engine.answer(1, Answer(reason="first"))
    bench.engine.answer(2, Answer(reason="second"))
    bench.until(lambda: said)
    assert said == ["second"]

"""A run without a window: each file once, corrected where that was asked for, and every row says so."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from cxr_desktop.domain.prediction import Correction, GateClass, Prediction, QualityVerdict, Status
from cxr_desktop.engine.messages import EngineEvent, EngineReady, JobDone, JobStarted, ScoreRequest
from cxr_desktop.triage_run import ScoreOptions, Triage
from tests.engine.fake_engine import CARD
from tests.worklist.samples import SCORED_BY, scored

TURNED = QualityVerdict(GateClass.TURNED, False, "lies on its side", {"turned": 0.9}, Correction(1))
BOTH = QualityVerdict(GateClass.INVERTED, False, "black bones", {}, Correction(-1, True))


class Lying:
    """Stops a file until it is scored as its name says: "turned" by one quarter, "both" by three and inverted."""

    ready = EngineReady(SCORED_BY, CARD)

    def __init__(self) -> None:
        self.asked: list[ScoreRequest] = []
        self._waiting: deque[tuple[int, ScoreRequest]] = deque()
        self._said: list[EngineEvent] = []

    def start(self) -> None:
        self._said = [self.ready]

    def close(self) -> None:
        self._waiting.clear()

    def submit(self, requests: Sequence[tuple[int, ScoreRequest]]) -> None:
        self._waiting.extend(requests)

    def cancel_pending(self) -> None: ...

    def poll(self, timeout: float) -> list[EngineEvent]:
        said, self._said = self._said, []
        while self._waiting:
            number, request = self._waiting.popleft()
            self.asked.append(request)
            said += [JobStarted(number), JobDone(number, self.answer(request))]
        return said

    def answer(self, request: ScoreRequest) -> Prediction:
        name = Path(request.path).stem
        wrong = {"turned": (TURNED, (1, False)), "both": (BOTH, (3, True)), "lateral": (TURNED, None)}.get(name)
        wish = {"quarter_turns": request.quarter_turns, "inverted": request.inverted, "override": request.override}
        if wrong is None or (request.quarter_turns, request.inverted) == wrong[1]:
            return scored(request.path, 0.5, **wish)
        verdict = wrong[0] if not request.quarter_turns else QualityVerdict(GateClass.LATERAL_CHEST, False, "lateral")
        found = scored(request.path, 0.1, gate=verdict, **wish)
        if request.override:
            return found
        return replace(found, status=Status.NOT_SCORED, reason=verdict.reason, probabilities={}, maps=())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("plain", "turned", "both", "lateral"):
        (tmp_path / "in" / f"{name}.png").parent.mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.png").write_bytes(b"x")
    return tmp_path / "in"


def run(monkeypatch, folder: Path, **options) -> tuple[dict[str, Prediction], Lying]:
    engine = Lying()
    monkeypatch.setattr(Triage, "_engine", lambda self, folders: engine)
    triage = Triage(ScoreOptions(folder, **options), Console(file=io.StringIO()))
    told: list[Prediction] = []
    triage.run(told.append)
    assert len(told) == 4
    return {Path(p.path).stem: p for p in told}, engine


def test_nothing_is_corrected_unasked(monkeypatch, folder):
    found, engine = run(monkeypatch, folder)
    assert [(p.status, p.reason) for p in (found["turned"], found["both"])] == [
        (Status.NOT_SCORED, "lies on its side"), (Status.NOT_SCORED, "black bones"),
    ]  # fmt: skip
    assert len(engine.asked) == 4


def test_films_that_lie_wrong_are_corrected_once_and_their_rows_say_so(monkeypatch, folder):
    found, engine = run(monkeypatch, folder, correct=True)
    turned, both, lateral, plain = (found[name] for name in ("turned", "both", "lateral", "plain"))
    assert (turned.status, turned.quarter_turns, turned.inverted) == (Status.SCORED, 1, False)
    assert turned.flags[-1] == "corrected before scoring: turned 90° counter-clockwise"
    assert (both.status, both.quarter_turns, both.inverted) == (Status.SCORED, 3, True)
    assert both.flags[-1] == "corrected before scoring: turned 90° clockwise, black and white exchanged"
    assert (lateral.status, lateral.reason) == (Status.NOT_SCORED, "lateral"), "corrected, and still no frontal chest"
    assert lateral.flags[-1].startswith("corrected before scoring")
    assert plain.flags == ("no DICOM preamble",)
    assert len(engine.asked) == 7


def test_a_film_that_lies_wrong_is_corrected_before_the_gate_is_overridden(monkeypatch, folder):
    found, _ = run(monkeypatch, folder, correct=True, override_gate=True)
    assert (found["turned"].risk, found["turned"].quarter_turns, found["turned"].override) == (0.5, 1, True)
    only, _ = run(monkeypatch, folder, override_gate=True)
    assert (only["turned"].risk, only["turned"].quarter_turns) == (0.1, 0)
    assert all(p.override for p in only.values())


@pytest.mark.parametrize(
    ("options", "second"),
    [({}, ""), ({"model": "triage"}, "none"), ({"model": "triage", "second_opinion": "Triage"}, "Triage")],
)
def test_a_model_named_by_hand_brings_no_second_opinion_unless_asked(monkeypatch, folder, options, second):
    import cxr_desktop.triage_run as module

    asked = []
    find = module.find_folders

    def note(name, dirs, chosen):
        asked.append(chosen)
        return find(name, dirs, chosen)

    monkeypatch.setattr(module, "find_folders", note)
    Triage(ScoreOptions(folder, **options), Console(file=io.StringIO()))
    assert asked == [second]

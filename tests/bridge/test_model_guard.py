"""The guard: the worklist is scored by a child under another model, and only the comparison comes back."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cxr_desktop.bridge.model_guard import ModelGuard, studies_of
from cxr_desktop.bridge.training_command import TrainingCommand
from cxr_desktop.domain.model_change import Crossing
from cxr_desktop.domain.prediction import RiskBand
from tests.ui.entries import entry, prediction, refused_entry
from tests.ui.training.fake_command import FakeCommand


def row(path: str, risk: float | None, band: str = "below", finding: str = "covid19") -> dict:
    """One object of ``score --json``."""
    if risk is None:
        return {"path": path, "status": "not_scored", "reason": "lateral view", "risk_finding": None}
    return {
        "path": path,
        "status": "scored",
        "probabilities": {finding: risk},
        "risk_finding": finding,
        "risk_band": band,
    }


@pytest.fixture
def command() -> FakeCommand:
    return FakeCommand()


@pytest.fixture
def guard(qapp, command) -> ModelGuard:
    entries = [entry(1, 0.9), entry(2, 0.5), entry(3, 0.1), refused_entry(4), entry(5)]
    made = ModelGuard(lambda: studies_of(entries, lambda study: f"Study {study.order}"), lambda: command)
    yield made
    made.close()


def scores(command: FakeCommand, rows: list[dict]) -> None:
    Path(command.option("--out")).write_text(json.dumps(rows), encoding="utf-8")


def test_only_studies_with_a_number_of_their_own_are_compared(guard):
    assert guard.count() == 3
    turned = entry(6, 0.4)
    image = turned.leading
    for wish in ({"quarter_turns": 1}, {"override": True}):
        changed = turned.with_image(type(image)(image.identity, image.radiograph, prediction(image.path, 0.4, **wish)))
        assert studies_of([changed], lambda study: "") == []


def test_the_child_scores_exactly_the_listed_images_with_the_other_model(guard, command):
    guard.start("mine")
    assert command.calls[0][:2] == ["score", "--files"]
    assert command.option("--model") == "mine"
    assert command.options == ["--progress-json"]
    assert Path(command.option("--files")).read_text().split() == ["/data/1.dcm", "/data/2.dcm", "/data/3.dcm"]


def test_changes_come_back_with_names_and_the_worst_first(guard, command, qtbot):
    guard.start("mine")
    scores(command, [row("/data/1.dcm", 0.1), row("/data/2.dcm", 0.8, "above"), row("/data/3.dcm", None)])
    with qtbot.waitSignal(guard.finished) as told:
        command.end()
    (changes,) = told.args
    assert [change.crossing for change in changes] == [Crossing.FALLS_BELOW, Crossing.LOST, Crossing.STAYS]
    assert [guard.names[change.key] for change in changes] == ["Study 1", "Study 3", "Study 2"]
    assert (changes[0].risk_before, changes[0].risk_after) == (0.9, 0.1)
    assert changes[0].band_before is RiskBand.ABOVE
    assert guard.findings == ("covid19", "covid19")


def test_images_without_a_number_do_not_make_it_fail(guard, command, qtbot):
    """`score` ends with code 1 where some images were not scored."""
    guard.start("mine")
    scores(command, [row("/data/1.dcm", 0.9, "above"), row("/data/2.dcm", 0.5, "between"), row("/data/3.dcm", None)])
    with qtbot.waitSignal(guard.finished):
        command.end(False, "2 scored · 1 not scored")


def test_progress_is_passed_on(guard, command, qtbot):
    guard.start("mine")
    with qtbot.waitSignal(guard.progress) as told:
        command.tell("progress", what="scoring", done=2, total=3)
    assert told.args == [2, 3]


def test_a_child_that_leaves_no_numbers_is_a_failure_with_its_reason(guard, command, qtbot):
    guard.start("mine")
    with qtbot.waitSignal(guard.failed) as told:
        command.end(False, "There is no model called mine.")
    assert told.args == ["There is no model called mine."]
    guard.start("mine")
    Path(command.option("--out")).write_text("[{", encoding="utf-8")
    with qtbot.waitSignal(guard.failed):
        command.end()


def test_after_cancel_nothing_is_told_and_another_may_start(guard, command, qtbot):
    with qtbot.assertNotEmitted(guard.finished), qtbot.assertNotEmitted(guard.failed):
        guard.start("mine")
        guard.cancel()
    assert not guard.is_running()
    guard.start("another")
    assert command.option("--model") == "another"


def test_no_file_is_left_behind(guard, command):
    guard.start("mine")
    folder = Path(command.option("--out")).parent
    assert folder.is_dir()
    scores(command, [])
    command.end()
    assert not folder.exists()


def test_a_study_stands_by_its_image_of_highest_risk(qapp, command, qtbot):
    one, other = entry(1, 0.2), entry(2, 0.6)
    both = one.with_image(other.leading)
    guard = ModelGuard(lambda: studies_of([both], lambda study: "Both"), lambda: command)
    guard.start("mine")
    scores(command, [row("/data/1.dcm", 0.7, "above"), row("/data/2.dcm", 0.3, "below")])
    with qtbot.waitSignal(guard.finished) as told:
        command.end()
    assert (told.args[0][0].risk_before, told.args[0][0].risk_after) == (0.6, 0.7)
    guard.close()


def test_an_empty_worklist_is_compared_at_once(qapp, command, qtbot):
    guard = ModelGuard(list, lambda: command)
    with qtbot.waitSignal(guard.finished) as told:
        guard.start("mine")
    assert told.args == [()]
    assert command.calls == []


_CHILD = """
import json, sys
assert "--progress-json" in sys.argv
value = dict(zip(sys.argv, sys.argv[1:]))
paths = open(value["--files"], encoding="utf-8").read().split()
for n, _ in enumerate(paths, 1):
    print(json.dumps({"event": "progress", "what": "scoring", "done": n, "total": len(paths)}), flush=True)
rows = [{"path": p, "status": "scored", "probabilities": {"covid19": 0.01}, "risk_finding": "covid19",
         "risk_band": "below"} for p in paths]
json.dump(rows, open(value["--out"], "w", encoding="utf-8"))
sys.exit(1)
"""


def test_a_real_child_is_started_followed_and_read(qapp, qtbot, tmp_path):
    program = tmp_path / "child.py"
    program.write_text(_CHILD, encoding="utf-8")
    studies = studies_of([entry(1, 0.9), entry(2, 0.5)], lambda study: "")
    guard = ModelGuard(lambda: studies, lambda: TrainingCommand(command=[sys.executable, str(program)]))
    told = []
    guard.progress.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(guard.finished, timeout=20_000) as done:
        guard.start("mine")
    assert [change.crossing for change in done.args[0]] == [Crossing.FALLS_BELOW, Crossing.FALLS_BELOW]
    assert told == [(0, 2), (1, 2), (2, 2)]
    guard.close()


def test_a_comparison_that_is_wanted_while_the_last_one_still_ends_follows_it(qapp):
    class Slow(FakeCommand):
        def stop(self) -> None:
            """It takes its time."""

    command = Slow()
    guard = ModelGuard(lambda: studies_of([entry(1, 0.9)], lambda study: ""), lambda: command)
    guard.start("mine")
    guard.cancel()
    guard.start("another")
    assert len(command.calls) == 1
    command.end(False, "stopped")
    assert command.option("--model") == "another"
    guard.close()

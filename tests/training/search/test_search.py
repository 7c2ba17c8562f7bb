"""Searches run every trial once, survive being stopped, and say what they found; trials are faked here."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import log10
from pathlib import Path
from typing import Any

import pytest

from training.events import Events
from training.recipe_file import read_recipe
from training.search.folder import Plan, SearchError, SearchFolder
from training.search.report import report_numbers, write_report
from training.search.results import best_record
from training.search.search import Search
from training.search.space import Range, Space, as_document, read_space
from training.search.trial import FAILED, FINISHED, PRUNED, EpochSeen, Outcome, Record, Trial, store

REPORTED = read_recipe("s6_densenet121").reported["l9"]
Answer = Callable[[Mapping[str, Any]], float | None]


class FakeRunner:
    """Answers with a formula, epoch by epoch; can be asked to stop before the trial with one index."""

    def __init__(self, answer: Answer, stop_before: int = 0, epochs: int = 3) -> None:
        self.answer, self.stop_before, self.epochs = answer, stop_before, epochs
        self.ran: list[int] = []

    def __call__(self, trial: Trial, seen: EpochSeen) -> Outcome | None:
        if trial.index == self.stop_before:
            return None
        self.ran.append(trial.index)
        value = self.answer(trial.values)
        if value is None:
            return Outcome(FAILED, seconds=1.0, reason="the loss is not a number")
        curve = []
        for epoch in range(1, self.epochs + 1):
            curve.append(value * epoch / self.epochs)
            if not seen(epoch, curve[-1]):
                return Outcome(PRUNED, curve[-1], epoch, 1.0, curve=tuple(curve))
        return Outcome(FINISHED, value, self.epochs, 2.0, "", {"train_accuracy": 0.99}, tuple(curve))


def as_reported(values: Mapping[str, Any]) -> float | None:
    """What the report's network reached with these values."""
    for row in REPORTED:
        if [row["optimiser"], row["learning_rate"], [row["dropout"]], row["activation"]] == list(values.values()):
            return row["test_accuracy"]
    return 0.8497  # the run of the combination that the main effects predict


def folder_of(place: Path, space: Space, method: str = "l9", metric: str = "val_accuracy") -> SearchFolder:
    recipe = read_recipe("s6_densenet121").as_dict()
    return SearchFolder(place, Plan(method, metric, "images", as_document(space), recipe))


@pytest.fixture
def s6_space() -> Space:
    return read_space(None, "l9", read_recipe("s6_densenet121"))


def test_the_rows_run_in_the_order_of_the_report_and_the_predicted_combination_last(tmp_path, s6_space):
    folder, runner = folder_of(tmp_path / "search", s6_space), FakeRunner(as_reported)
    assert Search(folder, runner, Events(echo="")).run_array(s6_space)
    assert runner.ran == list(range(1, 11))
    rows = [r.outcome.value for r in folder.records() if r.trial.kind == "row"]
    assert rows == [row["test_accuracy"] for row in REPORTED]
    prediction = report_numbers(folder)["prediction"]
    assert list(prediction["values"].values()) == ["adagrad", 0.001, [0.4], "tanh"]
    assert (prediction["trial"], prediction["value"]) == (10, 0.8497)
    assert (prediction["best_row"], prediction["best_row_value"]) == (2, 0.8564)
    assert prediction["beaten_by_a_row"] is True
    assert best_record(folder).trial.index == 2


def test_a_predicted_combination_that_is_a_row_does_not_run_again(tmp_path, s6_space):
    def additive(values):
        gain = {"adam": 0.9, "sgd": 0.5, "adagrad": 0.4}
        return gain[values["phases.*.optimiser"]] - 10 * abs(values["learning_rate"] - 0.001)

    folder, runner = folder_of(tmp_path / "search", s6_space), FakeRunner(additive)
    space = {key: s6_space[key] for key in ("phases.*.optimiser", "learning_rate")}
    assert Search(folder, runner, Events(echo="")).run_array(space)
    assert runner.ran == list(range(1, 10))
    numbers = report_numbers(folder)["prediction"]
    assert (numbers["trial"], numbers["beaten_by_a_row"]) == (1, False)


def test_a_search_that_was_stopped_goes_on_and_runs_no_trial_twice(tmp_path, s6_space):
    first = FakeRunner(as_reported, stop_before=4)
    assert not Search(folder_of(tmp_path, s6_space), first, Events(echo="")).run_array(s6_space)
    write_report(folder_of(tmp_path, s6_space))
    second = FakeRunner(as_reported)
    assert Search(folder_of(tmp_path, s6_space), second, Events(echo="")).run_array(s6_space)
    assert (first.ran, second.ran) == ([1, 2, 3], [4, 5, 6, 7, 8, 9, 10])


def test_a_failed_trial_is_kept_with_its_reason_and_the_search_goes_on(tmp_path, s6_space):
    def fails_once(values):
        return None if values["learning_rate"] == 0.005 and values["network.head.dropout"] == [0.5] else 0.7

    folder, runner = folder_of(tmp_path, s6_space), FakeRunner(fails_once)
    assert Search(folder, runner, Events(echo="")).run_array(s6_space)
    failed = [r for r in folder.records() if r.outcome.state == FAILED]
    assert [r.trial.index for r in failed] == [3]
    assert failed[0].outcome.reason == "the loss is not a number"
    page = write_report(folder).read_text(encoding="utf-8")
    assert "Trial 3: the loss is not a number" in page
    again = FakeRunner(as_reported)
    Search(folder_of(tmp_path, s6_space), again, Events(echo="")).run_array(s6_space)
    assert again.ran == []


def test_a_search_where_every_trial_failed_still_writes_its_report(tmp_path, s6_space):
    folder = folder_of(tmp_path, s6_space)
    assert Search(folder, FakeRunner(lambda values: None), Events(echo="")).run_array(s6_space)
    assert "No trial finished" in write_report(folder).read_text(encoding="utf-8")
    assert best_record(folder) is None


def test_every_trial_is_one_event(tmp_path, s6_space, capsys):
    Search(folder_of(tmp_path, s6_space), FakeRunner(as_reported), Events()).run_array(s6_space)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["event"], line["index"], line["trials"]) for line in lines] == [
        ("trial", i, 10) for i in range(1, 11)
    ]
    assert lines[1]["metric"] == 0.8564
    assert lines[1]["values"]["network.head.dropout"] == [0.4]


def test_a_folder_of_another_search_is_refused(tmp_path, s6_space):
    folder_of(tmp_path, s6_space)
    with pytest.raises(SearchError, match="another metric"):
        folder_of(tmp_path, s6_space, metric="val_loss")
    with pytest.raises(SearchError, match="another space"):
        folder_of(tmp_path, {"learning_rate": (0.1, 0.2)})


def test_a_folder_with_something_else_in_it_is_refused(tmp_path, s6_space):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(SearchError, match="holds no search"):
        folder_of(tmp_path, s6_space)


# -- Optuna ------------------------------------------------------------------------------------------------------------

TPE_SPACE: Space = {
    "learning_rate": Range(1e-5, 1e-1, True),
    "batch_size": Range(8, 64),
    "phases.*.optimiser": ("adam", "sgd"),
    "network.head.dropout": ([0.1], [0.5]),
}


def near_a_rate(values: Mapping[str, Any]) -> float:
    """Best near 1e-3 with sgd."""
    return 0.9 - 0.1 * abs(log10(values["learning_rate"]) + 3) - (0.05 if values["phases.*.optimiser"] == "adam" else 0)


def tpe(place: Path, runner: FakeRunner, trials: int) -> SearchFolder:
    folder = folder_of(place, TPE_SPACE, "tpe")
    Search(folder, runner, Events(echo="")).run_tpe(TPE_SPACE, trials, seed=6)
    return folder


def proposals(folder: SearchFolder) -> list[Mapping[str, Any]]:
    return [record.trial.values for record in folder.records()]


def test_a_stopped_search_proposes_what_an_uninterrupted_one_would(tmp_path):
    whole = tpe(tmp_path / "whole", FakeRunner(near_a_rate), 14)
    stopped = FakeRunner(near_a_rate, stop_before=6)
    tpe(tmp_path / "parts", stopped, 14)
    second = FakeRunner(near_a_rate)
    parts = tpe(tmp_path / "parts", second, 14)
    assert proposals(parts) == proposals(whole)
    assert (stopped.ran, second.ran) == (list(range(1, 6)), list(range(6, 15)))


def test_a_trial_that_ended_before_the_search_was_killed_is_told_and_not_run_again(tmp_path):
    folder = tpe(tmp_path, FakeRunner(near_a_rate, stop_before=3), 4)
    trial = Trial(3, {"learning_rate": 0.1}, folder.folder / "trials" / "3")
    store(Record(trial, Outcome(FINISHED, 0.5, 1, 1.0, curve=(0.5,))))
    runner = FakeRunner(near_a_rate)
    tpe(tmp_path, runner, 4)
    assert runner.ran == [4]


def test_half_a_line_and_the_lock_that_a_killed_search_left_at_its_journal_are_removed(tmp_path):
    tpe(tmp_path, FakeRunner(near_a_rate), 2)
    with open(tmp_path / "optuna.journal", "ab") as journal:
        journal.write(b'{"op_code": 5, "wor')
    (tmp_path / "optuna.journal.lock").symlink_to(tmp_path / "optuna.journal")
    assert len(tpe(tmp_path, FakeRunner(near_a_rate), 3).records()) == 3


def test_values_keep_their_types_and_stay_in_their_ranges(tmp_path):
    for values in proposals(tpe(tmp_path, FakeRunner(near_a_rate), 6)):
        assert isinstance(values["batch_size"], int)
        assert 8 <= values["batch_size"] <= 64
        assert 1e-5 <= values["learning_rate"] <= 1e-1
        assert values["network.head.dropout"] in ([0.1], [0.5])


def test_hopeless_trials_end_early_after_the_first_five(tmp_path):
    folder = tpe(tmp_path, FakeRunner(near_a_rate), 12)
    states = [record.outcome.state for record in folder.records()]
    assert states[:5] == [FINISHED] * 5
    assert PRUNED in states
    assert "ended early" in write_report(folder).read_text(encoding="utf-8")


def test_the_report_tells_which_keys_mattered(tmp_path):
    space: Space = {"learning_rate": TPE_SPACE["learning_rate"], "batch_size": TPE_SPACE["batch_size"]}
    folder = folder_of(tmp_path, space, "tpe")
    runner = FakeRunner(lambda values: near_a_rate(values | {"phases.*.optimiser": "sgd"}), epochs=1)
    Search(folder, runner, Events(echo="")).run_tpe(space, 16, seed=6)
    numbers = report_numbers(folder)
    assert set(numbers["importances"]) == set(space)
    assert sum(numbers["importances"].values()) == pytest.approx(1.0)
    assert max(numbers["importances"], key=numbers["importances"].get) == "learning_rate"
    page = write_report(folder).read_text(encoding="utf-8")
    assert "<svg" in page
    assert "learning_rate" in page


def test_failed_trials_count_and_the_next_ones_run(tmp_path):
    folder = tpe(tmp_path, FakeRunner(lambda v: None if v["phases.*.optimiser"] == "adam" else near_a_rate(v)), 8)
    states = [record.outcome.state for record in folder.records()]
    assert len(states) == 8
    assert {FAILED, FINISHED} <= set(states)

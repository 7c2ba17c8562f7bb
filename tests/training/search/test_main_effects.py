"""Means per level of an array's outcomes."""

import pytest

from training.search.main_effects import analyse
from training.search.orthogonal_array import L9

ROWS = [dict(zip("abcd", row, strict=True)) for row in L9]


def additive(row: dict[str, int]) -> float:
    return 0.5 + 0.1 * row["a"] - 0.02 * row["b"] + 0.01 * (row["c"] == 1)


def test_additive_effects_are_found_exactly_and_promise_what_the_combination_gives():
    analysis = analyse(ROWS, [additive(row) for row in ROWS])
    assert dict(analysis.combination) | {"d": 0} == {"a": 2, "b": 0, "c": 1, "d": 0}
    assert analysis.effects[0].spread == pytest.approx(0.2)
    assert analysis.effects[3].spread == pytest.approx(0.0)
    assert analysis.predicted == pytest.approx(additive({"a": 2, "b": 0, "c": 1}))


def test_a_loss_is_minimised():
    analysis = analyse(ROWS, [additive(row) for row in ROWS], maximise=False)
    assert (analysis.combination["a"], analysis.combination["b"]) == (0, 2)
    assert analysis.best_outcome == min(additive(row) for row in ROWS)


def test_failed_runs_are_left_out_and_a_level_without_any_number_is_never_the_best():
    outcomes = [additive(row) for row in ROWS]
    outcomes[6:] = [None, None, None]
    analysis = analyse(ROWS, outcomes)
    assert [level.runs for level in analysis.effects[0].levels] == [3, 3, 0]
    assert analysis.effects[0].levels[2].mean is None
    assert analysis.combination["a"] == 1
    assert [level.runs for level in analysis.effects[1].levels] == [2, 2, 2]


def test_there_is_nothing_to_learn_where_every_run_failed():
    assert analyse(ROWS, [None] * 9) is None

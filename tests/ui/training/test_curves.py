"""Curves: what came before is there at once, ten thousand batches stay light, a repetition replaces."""

from __future__ import annotations

import pytest

from cxr_desktop.ui.training.curves import Curves
from cxr_desktop.ui.training.trace import Trace
from tests.ui.training.fake_run import batch_event, epoch_events


@pytest.fixture
def curves(qtbot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    return made


def test_the_history_is_drawn_at_once(curves):
    curves.set_history(epoch_events(5))
    xs, ys = curves.points("val_loss")
    assert xs == [1, 2, 3, 4, 5]
    assert ys == [event["val_loss"] for event in epoch_events(5)]
    assert curves.points("val_auc")[1] == [event["val_macro_auc"] for event in epoch_events(5)]
    drawn, _ = curves._curves["val_loss"]._line.getData()
    assert list(drawn) == xs


def test_another_history_replaces_the_first(curves):
    curves.set_history(epoch_events(9))
    curves.set_history(epoch_events(2))
    assert curves.points("train_loss")[0] == [1, 2]


def test_batches_are_drawn_a_moment_later_and_together(curves, qtbot):
    curves.add_event(batch_event(1, 30))
    curves.add_event(batch_event(1, 60))
    assert curves._soon.isActive()
    qtbot.waitUntil(lambda: not curves._soon.isActive())
    assert curves.points("batch_loss")[0] == [0.5, 1.0]
    assert curves.points("learning_rate")[0] == [0.5, 1.0]


def test_numbers_that_do_not_exist_leave_no_point(curves):
    curves.add_event({**batch_event(1, 1), "loss": None})
    curves.add_event({**epoch_events(1)[0], "val_loss": None, "val_macro_auc": None})
    assert curves.points("batch_loss") == ([], [])
    assert curves.points("val_loss") == ([], [])
    assert curves.points("train_loss")[0] == [1]


def test_the_best_epoch_is_marked(curves):
    curves.add_event({"event": "checkpoint", "epoch": 4, "best": True})
    assert [line.value() for line in curves._best] == [4, 4, 4]


def test_the_key_shows_the_latest_values(curves):
    curves.set_history(epoch_events(3))
    assert curves._charts[0].keys() == [f"{epoch_events(3)[-1][key]:.3f}" for key in ("train_loss", "val_loss")]


def test_ten_thousand_points_become_at_most_a_thousand_of_the_same_mean():
    trace = Trace()
    for number in range(10_000):
        trace.append(number, float(number % 2))
    xs, ys = trace.points
    assert 500 <= len(xs) <= 1001
    assert xs == sorted(xs)
    assert sum(ys) / len(ys) == pytest.approx(0.5, abs=0.002)
    assert trace.last == 1.0


def test_a_resumed_run_replaces_what_it_repeats():
    trace = Trace()
    for x in (1, 2, 3, 4):
        trace.append(x, 1.0)
    trace.append(3, 9.0)
    assert trace.points == ([1, 2, 3], [1.0, 1.0, 9.0])

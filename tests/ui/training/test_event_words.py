"""Events in plain words, ways out of failures, a log that keeps its end in view and does not grow for ever."""

from __future__ import annotations

import pytest

from cxr_desktop.ui.theme import DARK, LIGHT, apply_theme
from cxr_desktop.ui.training import event_words
from cxr_desktop.ui.training.chart import MAIN, Chart
from cxr_desktop.ui.training.event_words import LogLine, line_of
from cxr_desktop.ui.training.run_log import MOST_LINES, RunLog


@pytest.mark.parametrize(
    ("event", "words", "tone"),
    [
        ({"event": "resumed", "epoch": 7, "epochs": 30}, "Goes on from epoch 7 of 30", ""),
        (
            {"event": "phase", "name": "head", "epochs": 5, "trainable": 2052},
            "Phase “head”, 5 epochs, 2,052 parameters learn",
            "",
        ),
        ({"event": "epoch", "epoch": 3, "member": 2, "val_loss": 0.5}, "Network 2, epoch 3: loss\u00a00.500", ""),
        ({"event": "stopped", "epoch": 4}, "Stopped in epoch 4; saved, can be resumed", ""),
        ({"event": "finished", "best_epoch": None}, "Finished. Best epoch: —", "below"),
        ({"event": "warning", "text": "two\nlines"}, "two lines", "between"),
        ({"event": "failed", "reason": "The disk is full."}, "Failed: The disk is full.", "above"),
    ],
)
def test_events_are_lines_in_plain_words(event, words, tone):
    assert line_of(event) == LogLine("", words, tone)


def test_batches_progress_and_unknown_events_are_no_lines():
    assert all(line_of({"event": name}) is None for name in ("batch", "progress", "checkpoint", "something new", None))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("CUDA out of memory", "smaller batch"),
        ("No space left on device", "room on the disk"),
        ("the loss is not a number since batch 12", "lower learning rate"),
        ("The ImageNet weights of resnet18 could not be downloaded", "other initial weights"),
        ("class tuberculosis has 1 image", "Go back to the data"),
        ("KeyError: 'x'", "The log on the right"),
    ],
)
def test_a_failure_has_a_way_out(reason, words):
    assert words in event_words.way_out(reason)


@pytest.mark.parametrize(("seconds", "words"), [(4, "4 s"), (930, "15 min 30 s"), (7500, "2 h 5 min")])
def test_durations_are_in_the_two_units_that_matter(seconds, words):
    assert event_words.duration(seconds) == words


def test_the_log_drops_its_oldest_lines(qtbot):
    log = RunLog()
    qtbot.addWidget(log)
    for number in range(MOST_LINES + 1):
        log.add(LogLine("", f"line {number}"))
    assert len(log.texts()) == MOST_LINES + 1 - MOST_LINES // 10
    assert log.texts()[-1] == f"line {MOST_LINES}"


def test_the_log_stays_at_its_end_unless_the_reader_looks_back(qtbot):
    log = RunLog()
    qtbot.addWidget(log)
    log.resize(300, 120)
    log.show()
    for number in range(60):
        log.add(LogLine("12:00:00", f"line {number}"))
    bar = log.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    bar.setValue(0)
    log.add(LogLine("12:00:00", "one more", "between"))
    log.executeDelayedItemsLayout()
    assert bar.value() == 0
    assert log.warnings() == 1


def test_plots_change_their_colours_with_the_theme(qapp, qtbot):
    apply_theme(qapp, DARK)
    chart = Chart("Loss", "Epoch")
    qtbot.addWidget(chart)
    line = chart.add_line(MAIN)
    assert line.opts["pen"].color().name() == DARK.accent.lower()
    apply_theme(qapp, LIGHT)
    chart.show()
    assert line.opts["pen"].color().name() == LIGHT.accent.lower()
    assert chart.plot.backgroundBrush().color().name() == LIGHT.panel.lower()
    apply_theme(qapp, DARK)
    assert line.opts["pen"].color().name() == DARK.accent.lower()

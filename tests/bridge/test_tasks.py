from __future__ import annotations

import errno
import threading

import pytest

from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.domain.errors import StoreError


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    assert made.stop()


def outcome_of(qtbot, tasks, work):
    told: list = []
    tasks.run(work, lambda result: told.append(("done", result)), lambda reason: told.append(("failed", reason)))
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_work_is_done_elsewhere_and_its_result_comes_back_here(qtbot, tasks):
    kind, thread = outcome_of(qtbot, tasks, threading.get_ident)
    assert kind == "done"
    assert thread != threading.get_ident()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreError("The disk is gone."), "The disk is gone."),
        (PermissionError(13, "no", "/secret/path"), "There is no permission to write there."),
        (OSError(errno.ENOSPC, "no", "/secret/path"), "The disk is full."),
        (OSError(errno.EIO, "no", "/secret/path"), "The file could not be written."),
        (ZeroDivisionError(), "This did not work. The log says more."),
    ],
)
def test_what_goes_wrong_is_one_plain_sentence(qtbot, tasks, error, words):
    def work() -> None:
        raise error

    assert outcome_of(qtbot, tasks, work) == ("failed", words)


def test_it_runs_until_everybody_has_had_an_answer(qtbot, tasks):
    told: list[tuple[str, bool]] = []
    for name in ("one", "two"):
        tasks.run(lambda name=name: name, lambda result: told.append((result, tasks.is_running)), told.append)
    assert tasks.is_running
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [("one", True), ("two", False)]

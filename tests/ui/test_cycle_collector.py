"""Which thread lets go of what only the collector of cycles can let go."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from cxr_desktop.ui.cycle_collector import CycleCollector, collect_due

_CLOSED_WINDOWS = """
import sys, threading
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtTest import QTest
from cxr_desktop.ui import cycle_collector

class Dialog(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self

    def __del__(self):
        gone.append(threading.current_thread().name)

def work():
    for _ in range(50):
        [[] for _ in range(20_000)]

application, gone, kept = QApplication([]), [], []
cycle_collector.INTERVAL_MS = 10
if "collector" in sys.argv:
    collector = cycle_collector.CycleCollector(application)
for _ in range(10):
    Dialog().show()
    worker = threading.Thread(target=work, name="worker", daemon=True)
    worker.start()
    worker.join()
    for _ in range(30):
        kept += [[] for _ in range(1000)]
        QTest.qWait(10)
print(sorted(set(gone)))
"""


@pytest.fixture
def collector(qapp) -> Iterator[CycleCollector]:
    made = CycleCollector()
    yield made
    made.deleteLater()


def _dropped_cycle(seen: list[str]) -> None:
    class Member:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            seen.append(threading.current_thread().name)

    Member()


def _make_objects() -> None:
    kept = [[] for _ in range(100_000)]
    assert kept


def test_a_thread_that_makes_objects_collects_nothing(collector):
    seen: list[str] = []
    _dropped_cycle(seen)
    thread = threading.Thread(target=_make_objects)
    thread.start()
    thread.join()
    assert not seen


def test_the_event_loop_collects_cycles(collector, qtbot):
    seen: list[str] = []
    kept = []

    def collected() -> bool:
        # Again and again: a timer that another test left may freeze what is there (``gc.freeze``).
        _dropped_cycle(seen)
        kept.append([[] for _ in range(1000)])
        return bool(seen)

    qtbot.waitUntil(collected, timeout=20_000)
    assert set(seen) == {threading.main_thread().name}


def test_nothing_is_collected_where_hardly_anything_was_made():
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    collect_due()
    assert [generation["collections"] for generation in gc.get_stats()] == before


def test_old_objects_are_looked_at_after_young_ones_were_many_times(qapp):
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    kept = []
    for _ in range(140):
        kept.append([[] for _ in range(1000)])
        collect_due()
    after = [generation["collections"] for generation in gc.get_stats()]
    young, middle, old = (b - a for a, b in zip(before, after, strict=True))
    assert young > 100
    assert 5 < middle < 15
    assert old >= 1


def test_closed_dialogs_beside_a_busy_thread_go_in_the_thread_of_the_window():
    """Without the collector the first one goes in the worker, which waits for the event loop to see the window closed,
    while the event loop waits for the worker."""
    command = [sys.executable, "-c", _CLOSED_WINDOWS, "collector"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "['MainThread']", "")

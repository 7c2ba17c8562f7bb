"""A list of 100,000 synthetic studies: opened from the store, sorted, filtered, grouped and painted; and its memory.

A process of its own fills a store (not timed). Another opens it as the window does, with the window around it, and
prints how long the window's thread was held by each step, medians of three, and of that how long it was at work, which
is what it takes on a computer that has nothing else to do; and the most memory that it ever had.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

STUDIES, FEWER = 100_000, 5_000
ROUNDS = 3


def synthetic_entries(count: int) -> Iterator:
    """Studies as a busy archive has them: names, IDs, dates, two views now and then, one in fifty not scored."""
    from cxr_desktop.domain.worklist import ReadState, WorklistEntry
    from tests.worklist.samples import image, not_scored, scored

    chance = random.Random(7)
    families = [f"FAMILY{number}" for number in range(4000)]
    for number in range(count):
        path = f"/archive/{number // 1000:03d}/{number:06d}.dcm"
        person = {
            "patient_name": f"{chance.choice(families)}^Given{chance.randrange(500)}",
            "patient_id": f"P-{chance.randrange(10 * count):07d}",
            "patient_age": f"{chance.randrange(1, 99):03d}Y",
            "patient_sex": chance.choice("FM"),
            "study_date": f"20{chance.randrange(10, 26)}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}",
            "study_time": f"{chance.randrange(24):02d}{chance.randrange(60):02d}00",
            "accession_number": f"A{number:08d}",
            "study_description": chance.choice(("Chest pa", "Thorax ap portable", "Chest two views")),
            "modality": chance.choice(("CR", "DX")),
            "view_position": chance.choice(("PA", "AP", "LL")),
            "study_instance_uid": f"1.2.826.0.1.{number}",
            "sop_instance_uid": f"1.2.826.0.1.{number}.1.1",
            "series_instance_uid": f"1.2.826.0.1.{number}.1",
        }
        failed = chance.random() < 0.02
        result = not_scored(path, "lateral view") if failed else scored(path, chance.random() ** 3)
        one = image(path, result, **person)
        state = chance.choice((ReadState.UNREAD, ReadState.UNREAD, ReadState.READ))
        yield WorklistEntry(one.radiograph.study_key, (one,), 1_700_000_000.0 + number, number, state)


def fill(database: str, count: int) -> None:
    """Write the studies into a store, as a scan and an engine would."""
    from cxr_desktop.imaging.preprocess import RESULT_VERSION
    from cxr_desktop.worklist.store import ModelKey, Store
    from tests.worklist.samples import SCORED_BY

    store = Store(Path(database))
    store.list_for(ModelKey(SCORED_BY.model_digest, RESULT_VERSION))
    batch: list = []

    def flush() -> None:
        images = [each.images[0] for each in batch]
        store.add([replace(each, prediction=None) for each in images], 1_700_000_000.0)
        store.record([each.prediction for each in images if each.prediction is not None])
        store.put_readings(batch)
        batch.clear()

    for entry in synthetic_entries(count):
        batch.append(entry)
        if len(batch) == 2000:
            flush()
    flush()
    store.close()


def _rss_mb(field: str) -> float:
    """``VmRSS`` or ``VmHWM`` of this process; nan where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return float("nan")
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(field)), float("nan"))


def _timed(act: Callable[[], object], before: Callable[[], object] | None = None) -> tuple[float, float]:
    """(held, at work): medians of a few rounds, in milliseconds, with all paint events that the act causes."""
    from PySide6.QtWidgets import QApplication

    held, worked = [], []
    for _ in range(ROUNDS):
        if before is not None:
            before()
            QApplication.processEvents()
        start, busy = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        worked.append(1000 * (time.thread_time() - busy))
        held.append(1000 * (time.perf_counter() - start))
    return statistics.median(held), statistics.median(worked)


def _open(database: str, found: dict) -> tuple:
    """The window with the store's studies in it; how long the first rows and all of them took."""
    from PySide6.QtWidgets import QApplication

    from cxr_desktop.bridge import wiring
    from cxr_desktop.bridge.worklist_model import WorklistModel
    from cxr_desktop.bridge.worklist_service import WorklistService
    from cxr_desktop.settings import Settings
    from cxr_desktop.ui.cell_words import CellWords
    from cxr_desktop.ui.main_window import MainWindow
    from tests.ui.entries import CARD
    from tests.worklist.samples import SCORED_BY

    words = CellWords()
    model = WorklistModel(words)
    window = MainWindow(Settings()).furnish(model, words)
    window.set_card(CARD)
    window.show()
    service = WorklistService(Path(database), SCORED_BY.model_digest)
    wiring.connect_rows(service, model)
    ready: list[int] = []
    service.labels_counted.connect(ready.append)
    begin = time.perf_counter()
    service.start()
    while not ready:
        QApplication.processEvents()
        time.sleep(0.001)
    found["check_of_the_database_ms"] = 1000 * (time.perf_counter() - begin)
    found["memory_before_mb"] = _rss_mb("VmRSS")
    loaded: list[bool] = []
    service.folder_loaded.connect(lambda *_: loaded.append(True))
    begin, busy, both = time.perf_counter(), time.thread_time(), time.process_time()
    service.open_folder(["/archive"])
    window.set_folder("archive")
    longest = last = 0.0
    while not loaded or model.counts.total < found["studies"]:
        turn = time.perf_counter()
        QApplication.processEvents()
        last = time.perf_counter()
        longest = max(longest, last - turn)
        if "first_rows_ms" not in found and model.rowCount() > 20:
            found["first_rows_ms"] = 1000 * (last - begin)
        time.sleep(0.001)
    found["all_rows_ms"] = 1000 * (last - begin), 1000 * (time.thread_time() - busy)
    found["all_rows_cpu_of_all_threads_ms"] = 1000 * (time.process_time() - both)
    found["longest_turn_ms"] = 1000 * longest
    return window, model, service


def measure(database: str, count: int) -> None:
    """Print all figures as JSON."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from cxr_desktop.bridge.worklist_model import Column, GroupBy, WorklistModel

    QApplication.instance() or QApplication([])
    found: dict = {"studies": count}
    window, model, service = _open(database, found)
    falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
    found["memory_open_mb"] = _rss_mb("VmRSS")
    by_risk = lambda: model.sort(Column.RISK, falling)  # noqa: E731
    for column in Column:
        found[f"sort {column.name.lower()}"] = _timed(lambda column=column: model.sort(column, rising), by_risk)
    by_risk()
    clear = lambda: model.set_filter("")  # noqa: E731
    for text in ("family12", "risk>0.5", "risk>0.5 view:PA unread", "family123 given4", "a0001"):
        found[f"filter {text}"] = _timed(lambda text=text: model.set_filter(text), clear)
        found[f"clear {text}"] = _timed(clear, lambda text=text: model.set_filter(text))
    entries = list(model.each_entry(model.keys()[:: max(1, count // 50)]))
    for by in GroupBy:
        found[f"group by {by.value}"] = _timed(lambda by=by: model.set_group_by(by), _other_group(model, by))
    model.set_group_by(GroupBy.NOT_SCORED)
    found["50 results"] = _timed(lambda: model.upsert(list(map(_other_risk, entries))))
    view = window.worklist.view
    found["next study"] = _timed(lambda: view.step(1))
    found["page down"] = _timed(lambda: view.step(20))
    found["next unread"] = _timed(view.select_next_unread)
    found["scroll and paint"] = _timed(lambda: view.verticalScrollBar().setValue(random.randrange(1000 * count // 20)))
    found["memory_most_mb"] = _rss_mb("VmHWM")
    every = model.entries()
    start, busy = time.perf_counter(), time.thread_time()
    bare = WorklistModel()
    bare.upsert(every)
    found["list of entries in memory"] = 1000 * (time.perf_counter() - start), 1000 * (time.thread_time() - busy)
    service.stop()
    window.close()
    print(json.dumps(found))


def _other_group(model, by) -> Callable[[], None]:
    from cxr_desktop.bridge.worklist_model import GroupBy

    return lambda: model.set_group_by(GroupBy.READING if by is not GroupBy.READING else GroupBy.TRIAGE)


def _other_risk(entry):
    image = entry.images[0]
    if image.prediction is None or not image.prediction.probabilities:
        return entry
    from cxr_desktop.domain.prediction import Finding

    shares = {**image.prediction.probabilities, Finding.COVID19: random.random()}
    return entry.with_image(replace(image, prediction=replace(image.prediction, probabilities=shares)))


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print every figure; milliseconds unless the name says otherwise. Without a goal on seconds: computers differ."""
    count = FEWER if short else STUDIES
    with tempfile.TemporaryDirectory() as folder:
        database = os.environ.get("CXR_BENCHMARK_STORE") or str(Path(folder) / "worklist.sqlite")
        environment = {**os.environ, "CXR_DESKTOP_HOME": folder}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.benchmarks.worklist"]
        if not Path(database).exists():
            subprocess.run([*command, "fill", database, str(count)], env=environment, check=True)
        result = subprocess.run(
            [*command, "measure", database, str(count)], env=environment, check=True, capture_output=True, text=True
        )
    found = {**json.loads(result.stdout.splitlines()[-1]), "load_average": os.getloadavg()[0]}
    print(f"{'':<34} {'held':>10} {'at work':>10}")
    for name, value in found.items():
        print(f"{name:<34}", *(f"{each:10.1f}" for each in (value if isinstance(value, list) else [value])))
    print(json.dumps({"benchmark": "worklist", **found}))


if __name__ == "__main__":
    {"fill": fill, "measure": measure}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))

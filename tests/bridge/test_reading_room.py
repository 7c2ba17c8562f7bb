"""From a folder of files to scored rows with the real engine and the real decoder, and through a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from cxr_desktop.bridge import inference_worker, wiring
from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.bridge.folder_watch import FolderWatch
from cxr_desktop.bridge.inference_worker import Phase
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.scorer import Scorer
from cxr_desktop.imaging.preprocess import RESULT_VERSION
from cxr_desktop.worklist.store import ModelKey, Store
from tests.bridge.reading_room import ReadingRoom
from tests.builders import write_dicom, write_png
from tests.engine.conftest import film

FILMS = 24


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("folder")
    (root / "deeper").mkdir()
    for n in range(FILMS):
        pixels = film(n)
        if n % 3:
            write_png(root / f"film{n:02}.png", pixels)
        else:
            write_dicom(root / "deeper" / f"film{n:02}", (pixels >> 4).astype(np.uint16), PatientID=f"P{n}")
    (root / "notes.txt").write_text("no image, " * 50)
    whole = (root / "film01.png").read_bytes()
    (root / "cut.png").write_bytes(whole[: len(whole) // 2])
    (root / "link.png").symlink_to(root / "film01.png")
    return root


@pytest.fixture
def make_room(qtbot, tmp_path, triage_model, open_gate):
    rooms: list[ReadingRoom] = []

    def make() -> ReadingRoom:
        rooms.append(ReadingRoom(tmp_path / "worklist.sqlite3", triage_model, open_gate))
        return rooms[-1]

    yield make
    for room in rooms:
        assert room.stop()
        assert not any(engine.is_alive() for engine in room.engines)


def test_a_folder_becomes_a_sorted_worklist_and_reopening_scores_nothing(
    qtbot, make_room, folder, triage_model, open_gate
):
    room = make_room()
    room.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: room.model.counts.scored == FILMS, timeout=60_000)
    counts = room.model.counts
    assert (counts.total, counts.not_scored, counts.not_images, counts.waiting) == (FILMS + 1, 1, 2, 0)
    assert room.said == []
    scorer = Scorer(ModelFolders(triage_model, open_gate), "cpu")
    numbers = {p.path: p.risk for p in scorer.score(ScoreRequest(path) for path in room.scored_paths())}
    assert {e.leading.path: e.risk for e in room.model.entries() if e.risk is not None} == {
        path: number for path, number in numbers.items() if number is not None
    }
    shown = room.model.shown_entries()
    room.service.set_read_state([shown[0].key], ReadState.READ)
    assert room.stop()

    again = make_room()
    with qtbot.waitSignal(again.service.folder_scanned, timeout=20_000):
        again.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: len(again.model.shown_entries()) == len(shown))
    assert [e.key for e in again.model.shown_entries()] == [e.key for e in shown]
    assert [e.risk for e in again.model.shown_entries()] == [e.risk for e in shown]
    assert again.model.entry_at(0).read_state is ReadState.READ
    assert again.model.counts.waiting == again.model.counts.scoring == 0


def test_new_files_of_a_watched_folder_are_ranked_by_themselves_once_they_are_whole(qtbot, make_room, tmp_path):
    folder = tmp_path / "incoming"
    folder.mkdir()
    write_png(folder / "first.png", film(1))
    room = make_room()
    watch, arrivals, new = FolderWatch(room.service.look), Arrivals(), []
    arrivals.arrived.connect(lambda entries: new.extend(e.key for e in entries))
    room.scan.patient = True
    watch.set_enabled(True)
    wiring.connect_watch(room.service, room.scan, watch, arrivals)
    room.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: room.model.counts.scored == 1 and bool(watch.folders()), timeout=60_000)
    write_png(tmp_path / "whole.png", film(2))
    whole = (tmp_path / "whole.png").read_bytes()
    failed: list[int] = []
    room.model.counts_changed.connect(lambda counts: failed.append(counts.not_scored))
    with open(folder / "second.png", "wb") as stream:
        for start in range(0, len(whole), len(whole) // 2):
            stream.write(whole[start : start + len(whole) // 2])
            stream.flush()
            qtbot.waitSignal(room.scan.looked, timeout=10_000).wait()
    qtbot.waitUntil(lambda: room.model.counts.scored == 2, timeout=60_000)
    assert not any(failed)
    assert set(new) <= {f"file|{folder / 'second.png'}"}
    watch.set_enabled(False)


def test_a_model_with_other_classes_takes_the_list_over_and_the_way_back_scores_nothing(
    qtbot, make_room, folder, make_model, triage_model, open_gate
):
    room = make_room()
    room.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: room.model.counts.scored == FILMS, timeout=60_000)
    before = {e.key: e.risk for e in room.model.entries()}
    own = make_model("triage", classes=["normal", "effusion"], operating_points=[], map_scale={}, name="own")

    def use(model: Path) -> None:
        room.service.set_model(read_cards(ModelFolders(model, open_gate)).digest)
        room.worker.set_model(ModelFolders(model, open_gate))

    def findings() -> set[str]:
        entries = [e for e in room.model.entries() if e.risk is not None]
        return {e.leading.prediction.risk_finding for e in entries} if len(entries) == FILMS else set()

    use(own)
    qtbot.waitUntil(lambda: findings() == {"effusion"}, timeout=60_000)
    assert {e.leading.risk for e in room.model.entries()} != set(before.values())
    risks = [e.risk for e in room.model.shown_entries() if e.risk is not None]
    assert risks == sorted(risks, reverse=True)
    results = room.scored_paths()
    use(triage_model)
    qtbot.waitUntil(lambda: findings() == {"covid19"}, timeout=20_000)
    assert {e.key: e.risk for e in room.model.entries()} == before
    assert room.scored_paths() == results


def test_an_engine_that_is_killed_is_started_again_and_nothing_is_lost(qtbot, make_room, folder, monkeypatch):
    for limit in ("_FEWEST", "_MOST"):
        monkeypatch.setattr(inference_worker, limit, 4)  # so that the kill comes in mid-queue
    room = make_room()
    killed: list[int] = []

    def kill_once(predictions) -> None:
        pid = room.engines[0].pid
        if not killed and pid is not None:
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    room.worker.predictions_ready.connect(kill_once, Qt.ConnectionType.DirectConnection)
    states = []
    room.worker.state_changed.connect(lambda state: states.append(state.phase))
    room.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: room.model.counts.scored == FILMS, timeout=60_000)
    assert killed
    assert Phase.RESTARTING in states


def test_an_image_comes_at_full_resolution(qtbot, make_room, folder):
    room = make_room()
    path = str(folder / "film01.png")
    with qtbot.waitSignal(room.images.image_ready, timeout=20_000) as ready:
        room.images.load(path)
    assert ready.args[0] == path
    assert ready.args[1].pixels.tolist() == film(1).tolist()
    with qtbot.waitSignal(room.images.image_failed, timeout=20_000) as failed:
        room.images.load(str(folder / "cut.png"))
    assert failed.args[1]


def test_closing_in_mid_queue_ends_everything_and_the_rest_is_scored_next_time(qtbot, make_room, folder):
    room = make_room()
    room.worker.predictions_ready.connect(lambda _: room.worker.pause(), Qt.ConnectionType.DirectConnection)
    room.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: room.model.counts.scored > 2, timeout=60_000)
    room.worker.resume()
    assert room.stop()
    again = make_room()
    again.service.open_folder([str(folder)])
    qtbot.waitUntil(lambda: again.model.counts.scored == FILMS, timeout=60_000)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at /proc")
def test_kill_9_in_mid_queue_loses_nothing_that_was_shown_and_leaves_no_child(
    qtbot, tmp_path, folder, triage_model, open_gate, private_home
):
    database = tmp_path / "worklist.sqlite3"
    command = [sys.executable, "-m", "tests.bridge.reading_room", database, triage_model, open_gate, folder]
    room = subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "CXR_DESKTOP_HOME": str(private_home)},
    )
    assert room.stdout is not None
    lines: list[list[str]] = []
    with room.stdout:
        while sum(line[0] == "shown" for line in lines) < FILMS // 3:
            line = room.stdout.readline()
            assert line, "the program ended by itself"
            lines.append(line.split(maxsplit=1))
        room.send_signal(signal.SIGKILL)
        lines += [line.split(maxsplit=1) for line in room.stdout.readlines() if line.endswith("\n")]
    room.wait(10)
    children = [int(pid) for line in lines if line[0] == "children" for pid in line[1].split()]
    assert len(children) >= 3  # more of those that read headers where there are more cores
    qtbot.waitUntil(lambda: all(map(gone, children)), timeout=10_000)
    shown = {line[1].strip() for line in lines if line[0] == "shown"}
    store = Store(database)
    model = ModelKey(read_cards(ModelFolders(triage_model, open_gate)).digest, RESULT_VERSION)
    kept = {i.path for page in store.load_folder(str(folder), model) for e in page for i in e.images if i.prediction}
    store.close()
    assert store.notices == ()
    assert shown <= kept
    assert len(shown) < FILMS

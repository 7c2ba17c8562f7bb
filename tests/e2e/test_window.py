"""The real window with the real checkpoints: what it shows, what it loads, what survives a kill."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.conftest import QT_MISSING

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}"),
]


def window_session(folder: Path, screenshot: Path, home: Path | None = None) -> dict:
    command = [sys.executable, "-m", "tests.e2e.window_session", str(folder), str(screenshot)]
    environment = {**os.environ, "CXR_DESKTOP_HOME": str(home)} if home is not None else None
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return json.loads(result.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def first_look(demo_studies: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, Path]:
    """What the window shows of the demo folder the first time, and the folder with its home and its picture."""
    place = tmp_path_factory.mktemp("look")
    return window_session(demo_studies, place / "window.png", place / "home"), place


def test_window_and_command_line_print_the_same_numbers_and_the_window_stays_light(first_look, scored_demo):
    seen, place = first_look
    assert seen["first_rows"]
    assert seen["finished"]
    assert any(seen["images_shown"])
    assert seen["selected_state"] == "in_reading"
    # Neither a network nor a codec is ever loaded by the process that paints.
    assert seen["modules"] == []
    assert seen["complaints"] == []
    assert seen["title"] == "cxr-desktop"
    with Image.open(place / "window.png") as picture:
        assert picture.size[0] >= 1280
    with open(scored_demo / "r.csv", newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            in_window = seen["results"][row["path"]]
            assert in_window["state"] == row["status"]
            assert in_window["reason"] == row["reason"]
            for finding in ("covid19", "pneumonia", "tuberculosis", "normal"):
                assert in_window.get(finding, "") == row[finding]


def test_the_language_changes_while_studies_are_scored_and_the_reader_stays_where_they_were(demo_studies, tmp_path):
    folder = Path(shutil.copytree(demo_studies, tmp_path / "in"))
    seen = window_session(folder, Path("language"))
    assert seen["changed"]
    assert seen["titles"] == ["קובץ", "תצוגה", "בדיקה", "מודל", "עזרה"]
    for what in ("told_first", "mirrored", "same_study", "same_image", "folder", "finished", "came", "back"):
        assert seen[what], what
    assert seen["filter"] == "PHANTOM"
    assert "CPU" in seen["device"]
    assert seen["english"] == ["File", "View", "Study", "Model", "Help"]
    assert seen["complaints"] == []


def test_window_orders_by_risk_and_hides_no_failure_below_the_negatives(first_look):
    order = first_look[0]["order"]
    risks = [risk for state, risk in order if state == "scored"]
    assert risks == sorted(risks, reverse=True)
    last_scored = max(n for n, (state, _) in enumerate(order) if state == "scored")
    assert all(n < last_scored for n, (state, _) in enumerate(order) if state == "not_scored") or risks[-1] >= risks[0]


def many_films(demo_studies: Path, folder: Path, count: int = 60) -> Path:
    """One film again and again; a pixel differs, since equal bytes would be one result."""
    folder.mkdir()
    with Image.open(next(demo_studies.rglob("*.png"))) as opened:
        film = np.array(opened)
    for number in range(count):
        pixels = film.copy()
        pixels[0, 0] = number
        Image.fromarray(pixels).save(folder / f"{number:03d}.png")
    return folder


def stored(database: Path, copies: Path) -> dict[bytes, str]:
    """content hash → document of every result. The window holds the database alone, so a copy of it is read."""
    shutil.rmtree(copies, ignore_errors=True)
    copies.mkdir()
    for name in (database.name, f"{database.name}-wal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(database.with_name(name), copies / name)
    with contextlib.closing(sqlite3.connect(copies / database.name)) as connection:
        return dict(connection.execute("SELECT content_hash, document FROM results").fetchall())


def children_of(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in text.split()]


def is_running(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_window_killed_in_mid_queue_loses_nothing_and_scores_only_the_rest(demo_studies, tmp_path, private_home):
    folder = many_films(demo_studies, tmp_path / "in")
    database = private_home / "data" / "worklist.sqlite3"
    process = subprocess.Popen(
        [sys.executable, "-m", "cxr_desktop", "open", str(folder)], stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            time.sleep(0.02)
            with contextlib.suppress(sqlite3.Error):
                if len(stored(database, tmp_path / "copy")) >= 5:
                    break
        children = children_of(process.pid)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    kept = stored(database, tmp_path / "copy")
    assert 5 <= len(kept) < 60, "the kill came too late to mean anything"
    deadline = time.monotonic() + 10
    while any(map(is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, children)), "children outlive the window"
    seen = window_session(folder, tmp_path / "window.png")
    assert seen["finished"]
    assert len(seen["results"]) == 60
    after = stored(database, tmp_path / "copy")
    assert {key: after[key] for key in kept} == kept
    assert len(after) == 60
    shutil.rmtree(folder)


def test_window_opened_again_shows_results_at_once(first_look, demo_studies, tmp_path):
    first, place = first_look[0]["results"], first_look[1]
    second = window_session(demo_studies, tmp_path / "b.png", place / "home")["results"]
    scored = {path: result for path, result in first.items() if result["state"] == "scored"}
    # An equal time stamp means that nothing was computed twice.
    assert {path: second[path] for path in scored} == scored
    assert os.path.getsize(tmp_path / "b.png") > 10_000


def test_window_goes_on_after_a_cancel_where_the_reader_asks_for_it(demo_studies, tmp_path):
    folder = many_films(demo_studies, tmp_path / "in", 80)
    seen = window_session(folder, Path("cancel"))
    assert seen["idle"]
    assert seen["left"] > 0, "the cancel came too late to mean anything"
    assert seen["offered"] == "Score the rest"
    assert seen["finished"]

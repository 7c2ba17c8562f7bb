"""What the program's entry does before there is a command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from cxr_desktop import opening
from cxr_desktop.__main__ import asks_for_window, begin_early
from cxr_desktop.engine import early


@pytest.fixture(autouse=True)
def display(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_no_word_at_all_asks_for_the_window():
    assert asks_for_window([]) == []


def test_a_folder_that_is_there_is_opened_by_its_whole_path(tmp_path, monkeypatch):
    (tmp_path / "queue").mkdir()
    monkeypatch.chdir(tmp_path)
    assert asks_for_window(["open", "queue"]) == [str(tmp_path / "queue")]


@pytest.mark.parametrize(
    "words",
    [["open"], ["open", "no such folder"], ["open", "--help"], ["--version"], ["score", "."], ["open", ".", "."]],
)
def test_everything_else_is_left_to_the_command_line(words):
    assert asks_for_window(words) is None


def test_a_shell_that_asks_what_may_follow_gets_no_window(monkeypatch):
    monkeypatch.setenv("_CXR_DESKTOP_COMPLETE", "complete_bash")
    assert asks_for_window([]) is None


def test_without_a_display_the_command_line_says_what_works_without_one(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(opening.sys, "platform", "linux")
    assert asks_for_window([]) is None


def test_the_window_opens_without_the_libraries_of_the_command_line():
    code = (
        "import json, sys\n"
        "from cxr_desktop import __main__, opening\n"
        "opening.open_window = lambda roots: print(json.dumps([roots, 'typer' in sys.modules])) or 7\n"
        "sys.argv[1:] = []\n"
        "__main__.main()\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (json.loads(said.stdout), said.returncode) == ([[], False], 7), said.stderr


def test_a_missing_library_of_qt_is_named_by_the_command_line():
    code = (
        "import sys\n"
        "sys.modules['PySide6.QtWidgets'] = None\n"
        "sys.argv[1:] = []\n"
        "from cxr_desktop.__main__ import main; main()\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "a library of Qt is missing" in said.stderr
    assert "Traceback" not in said.stderr


def test_small_products_are_not_spread_over_all_cores_unless_somebody_asks_for_it():
    code = (
        "import os, sys\n"
        "from cxr_desktop import __main__, opening\n"
        "opening.open_window = lambda roots: print(os.environ['OPENBLAS_NUM_THREADS']) or 0\n"
        "sys.argv[1:] = []\n"
        "__main__.main()\n"
    )
    for before, after in ((None, "1"), ("3", "3")):
        environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
        environment |= {} if before is None else {"OPENBLAS_NUM_THREADS": before}
        said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert said.stdout.split() == [after]


def test_an_engine_begins_ahead_of_the_command_line_only_where_files_are_scored_here(monkeypatch):
    monkeypatch.setattr(early, "begin", lambda: "spawned")
    assert begin_early(["score", "films", "--out", "r.csv"]) == "spawned"
    for words in (
        [],
        ["models"],
        ["score", "--help"],
        ["score", "films", "--cluster", "--parquet", "rows"],
        ["score", "films", "--cluster=auto", "--parquet", "rows"],
    ):
        assert begin_early(words) is None
    monkeypatch.setenv("_CXR_DESKTOP_COMPLETE", "complete_bash")
    assert begin_early(["score", "films"]) is None


def test_a_command_line_that_is_wrong_ends_at_once_and_leaves_no_engine(tmp_path):
    command = [sys.executable, "-m", "cxr_desktop", "score", str(tmp_path), "--no-such-option"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    _, said = process.communicate(timeout=60)  # comes back when whoever holds the pipes is gone, the engine too
    assert process.returncode == 2
    assert "no-such-option" in said
    assert "Traceback" not in said
    if hasattr(os, "killpg"):
        assert _is_empty(process.pid), "an engine was left behind"


def _is_empty(group: int) -> bool:
    """Whether all processes of the group are gone, soon."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False

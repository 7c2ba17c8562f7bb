"""The short form of the kills, on every run of the tests; `python -m tests.faults kill` does 200 of them."""

from __future__ import annotations

import random
import sqlite3
import sys

import pytest

from tests.conftest import QT_MISSING
from tests.faults import kill
from tests.faults.evidence import Findings, WitnessLines, check_database, half_files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


@pytest.mark.window
@pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}")
def test_kills_of_window_and_engine_lose_nothing_that_was_shown(tmp_path):
    findings = Findings()
    kill.kill_reading(tmp_path, 2, 2, random.Random(3), findings)
    assert findings.wrong == []
    assert findings.counts["results shown"] > 10
    assert findings.counts["kills of the engine"] == 2


def test_kills_of_a_training_change_no_number_and_leave_no_half_file(tmp_path):
    findings = Findings()
    kill.kill_training(tmp_path, 2, 0, random.Random(3), findings)
    assert findings.wrong == []
    assert findings.counts["trainings that ended as if nobody had killed them"] >= 1


@pytest.fixture
def database(tmp_path):
    """One result, and the witness of what was shown."""
    path = tmp_path / "w.sqlite3"
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "CREATE TABLE results (content_hash, document); INSERT INTO results VALUES ('h', 'D');"
        "CREATE TABLE files (id INTEGER PRIMARY KEY, path BLOB); INSERT INTO files VALUES (1, CAST('/in/a' AS BLOB));"
        "CREATE TABLE failures (file, document); CREATE TABLE studies (key BLOB, read_state);"
    )
    yield path
    db.close()


@pytest.mark.parametrize(
    ("line", "sql", "words"),
    [
        ({"shown": "/in/a", "hash": "h", "document": "D"}, "", None),
        ({"shown": "/in/a", "hash": "other", "document": "D"}, "", "shown and not kept: a"),
        ({"shown": "/in/a", "hash": "h", "document": "changed"}, "", "shown and not kept: a"),
        ({"shown": "/in/a", "hash": "", "document": "D"}, "", "shown and not kept: a"),
        ({"read": "study"}, "", "shown as read and not kept as read"),
        ({}, "INSERT INTO results VALUES ('h', 'D2')", "one image has two results"),
        ({}, "INSERT INTO files VALUES (2, CAST('/in/a' AS BLOB))", "a file is in the list twice"),
    ],
)
def test_what_was_lost_or_doubled_is_found(database, tmp_path, line, sql, words):
    if sql:
        with sqlite3.connect(database) as db:
            db.execute(sql)
        db.close()
    findings = Findings()
    check_database(database, tmp_path / "copy", [line], findings)
    assert findings.wrong == ([words] if words else [])


def test_a_half_line_of_a_killed_witness_is_no_testimony(tmp_path):
    file = tmp_path / "witness"
    testimony = WitnessLines(file)
    assert testimony.lines() == []
    file.write_bytes(b'{"a": 1}\n{"b": ')
    assert testimony.lines() == [{"a": 1}]
    file.write_bytes(b'{"a": 1}\n{"b": {"c": 2}\n{"d": 3}\n')
    assert testimony.lines() == [{"a": 1}, {"d": 3}]


def test_half_files_are_found_by_their_names(tmp_path):
    for name in ("a.part", "b.new", ".tiny.x", "w.sqlite3.restored", ".lock", "sound.json"):
        (tmp_path / name).touch()
    assert half_files(tmp_path) == [".tiny.x", "a.part", "b.new", "w.sqlite3.restored"]

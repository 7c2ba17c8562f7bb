"""A copy a day for a week, and what a damaged worklist gets back from it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist import backups, schema
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import image, marked, scored
from tests.worklist.test_store import loaded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "worklist.sqlite3"


@pytest.fixture
def set_day(monkeypatch: pytest.MonkeyPatch):
    def set_day(number: int) -> str:
        day = (date(2026, 1, 1) + timedelta(days=number)).isoformat()
        monkeypatch.setattr(backups, "today", lambda: day)
        return day

    set_day(0)
    return set_day


def days(path: Path) -> list[str]:
    return [backups.day_of(copy) for copy in backups.copies(path)]


def filled(path: Path, *names: str) -> None:
    with contextlib.closing(Store(path)) as store:
        store.add([image(f"/in/{name}") for name in names], now=1)
        store.record([scored(f"/in/{name}", 0.5) for name in names])


def test_each_day_has_one_copy_and_the_newest_seven_are_kept(path, set_day):
    for number in range(10):
        set_day(number)
        filled(path, str(number))
        filled(path, "again")
    # The first day began without a worklist; it was copied when it was opened again.
    assert days(path) == [f"2026-01-{n:02d}" for n in range(10, 3, -1)]


def test_a_copy_is_private_whole_and_holds_what_was_there_when_the_day_began(path, set_day):
    filled(path, "a")
    set_day(1)
    filled(path, "b")
    [copy, *_] = backups.copies(path)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [p.name for p in copy.parent.iterdir()] == ["worklist-2026-01-02.sqlite3"]
    with contextlib.closing(sqlite3.connect(copy)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT path FROM files").fetchall() == [(b"/in/a",)]


def test_a_window_that_stays_open_over_midnight_makes_its_copy_too(path, set_day):
    with contextlib.closing(Store(path)) as store:
        store.add([image("/in/a")], now=1)
        assert days(path) == []
        set_day(1)
        store.add([image("/in/b")], now=2)
        assert days(path) == ["2026-01-02"]


def test_the_copy_is_made_before_the_schema_changes(path, set_day):
    schema.open_database(path, schema.MIGRATIONS[:2]).close()
    Store(path).close()
    with contextlib.closing(sqlite3.connect(backups.copies(path)[0])) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_damaged_worklist_is_set_aside_and_its_newest_sound_copy_opened(path, set_day):
    with contextlib.closing(Store(path)) as store:
        store.add([image("/in/a")], now=1)
        store.record([scored("/in/a", 0.75)])
        store.put_readings([marked(image("/in/a").radiograph.study_key, ReadState.READ, 5.0)])
    for number in (1, 2):
        set_day(number)
        Store(path).close()
    backups.copies(path)[0].write_bytes(os.urandom(9000))
    path.write_bytes(b"")
    with contextlib.closing(Store(path)) as store:
        assert store.notices == (
            "The saved worklist was damaged and is set aside. The copy of 2026-01-02 was opened in its place: "
            "what was marked since then is missing, and newer images are scored again.",
        )
        [entry] = loaded(store, "/in")
        assert (entry.risk, entry.read_state) == (0.75, ReadState.READ)
    assert len(list(path.parent.glob("*.damaged-*"))) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with contextlib.closing(Store(path)) as store:
        assert store.notices == ()


def test_without_a_sound_copy_a_new_worklist_is_begun(path, set_day):
    filled(path, "a")
    set_day(1)
    Store(path).close()
    for copy in backups.copies(path):
        copy.write_bytes(b"rubbish" * 100)
    path.write_bytes(b"rubbish" * 100)
    with contextlib.closing(Store(path)) as store:
        assert "a new one was begun" in store.notices[0]
        assert loaded(store, "/in") == []
    assert [copy.read_bytes() for copy in backups.copies(path)] == [b"rubbish" * 100]


def test_a_copy_of_a_newer_program_is_not_opened_in_place_of_ours(path, set_day):
    filled(path, "a")
    set_day(1)
    Store(path).close()
    with contextlib.closing(sqlite3.connect(backups.copies(path)[0])) as db:
        db.execute("PRAGMA user_version = 99")
    path.write_bytes(b"")
    with contextlib.closing(Store(path)) as store:
        assert "a new one was begun" in store.notices[0]


def test_a_copy_that_cannot_be_written_is_told_once_and_stops_nothing(path, set_day):
    filled(path, "a")
    set_day(1)
    backups.folder_of(path).write_text("in the way")
    with contextlib.closing(Store(path)) as store:
        assert store.notices == (backups.NOT_KEPT,)
        store.add([image("/in/b")], now=2)
        assert len(loaded(store, "/in")) == 2
    assert backups.folder_of(path).read_text() == "in the way"


def test_a_newer_worklist_is_neither_copied_nor_changed(path, set_day):
    filled(path, "a")
    set_day(1)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with contextlib.closing(Store(path)) as store:
        assert store.read_only
    assert path.read_bytes() == before
    assert days(path) == []

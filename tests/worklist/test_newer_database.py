"""A database of a newer version: readable as it is, never written to."""

from __future__ import annotations

import contextlib
import os
import sqlite3

import pytest

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.worklist import ReadState, ScoreState, Wish
from cxr_desktop.worklist.migrations import MIGRATIONS
from cxr_desktop.worklist.newer_database import READ_ONLY
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import image, scored
from tests.worklist.test_store import MODEL, loaded


def newer(path, *changes: str) -> None:
    """One study with its score, as the next version may have left it."""
    with contextlib.closing(Store(path)) as store:
        store.add([image("/in/a")], now=1)
        store.record([scored("/in/a", 0.9)])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        for change in ("ALTER TABLE studies ADD COLUMN mood TEXT", "CREATE TABLE dreams (a)", *changes):
            db.execute(change)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "worklist.sqlite3"


def test_it_is_read_and_says_why_it_is_not_written(path):
    newer(path)
    with contextlib.closing(Store(path)) as store:
        assert store.read_only
        assert store.notices == (READ_ONLY,)
        [entry] = loaded(store, "/in")
        assert (entry.state, entry.risk) == (ScoreState.SCORED, 0.9)
        assert store.known_headers([entry.leading.identity])
        assert store.deeds() == []
        assert store.count_labels() == 0


def test_every_way_to_write_is_refused_with_the_reason_and_no_byte_changes(path):
    newer(path)
    before = path.read_bytes()
    with contextlib.closing(Store(path)) as store:
        [entry] = loaded(store, "/in")
        for write in (
            lambda: store.add([image("/in/b")], now=2),
            lambda: store.record([scored("/in/a", 0.1)]),
            lambda: store.put_readings([entry.with_read_state(ReadState.READ, 2)]),
            lambda: store.set_wish("/in/a", Wish(True)),
            lambda: store.set_missing(["/in/a"], True),
            lambda: store.forget_results(["/in/a"]),
        ):
            with pytest.raises(StoreError) as caught:
                write()
            assert str(caught.value) == READ_ONLY
        assert loaded(store, "/in") == [entry]
    assert path.read_bytes() == before
    assert not [left.name for left in path.parent.iterdir() if "damaged" in left.name or left.is_dir()]


def test_one_that_lost_what_we_read_is_left_to_the_newer_version(path):
    newer(path, "ALTER TABLE results RENAME COLUMN document TO words")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="Use that version"):
        Store(path)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.damaged-*"))


def test_a_second_window_is_told_that_there_is_a_first(path):
    newer(path)
    with contextlib.closing(Store(path)), pytest.raises(StoreError, match="Another window"):
        Store(path)
    Store(path).close()


def test_what_the_newer_version_left_in_its_journal_is_read_too(path, tmp_path):
    newer(path)
    killed = tmp_path / "killed"
    killed.mkdir()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE studies SET read_state = 'read'")
        for part in ("", "-wal"):
            (killed / f"w{part}").write_bytes(path.with_name(path.name + part).read_bytes())
    assert os.path.getsize(killed / "w-wal")
    with contextlib.closing(Store(killed / "w")) as store:
        [entry] = loaded(store, "/in")
        assert entry.read_state is ReadState.READ
        assert store.load_images(["/in/a"], MODEL)

"""Cases 61–64: a database that lies, and a clock that does."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from dataclasses import replace

import pytest

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.worklist import ScoreState
from cxr_desktop.worklist import schema
from cxr_desktop.worklist.store import Store
from tests.hostile.entrance import read
from tests.hostile.gallery import dicom
from tests.worklist.samples import identity, image, scored
from tests.worklist.test_store import MODEL, loaded


@pytest.mark.parametrize("content", [b"", b"\x00", b"some text" * 999, os.urandom(50_000)], ids=range(4))
def test_case_61_a_damaged_database_is_kept_aside_and_never_overwritten(tmp_path, content):
    path = tmp_path / "worklist.sqlite3"
    path.write_bytes(content)
    with contextlib.closing(Store(path)) as store:
        store.add([image("/in/a")], now=1)
        assert "set aside" in store.notices[0]
    [aside] = tmp_path.glob("worklist.sqlite3.damaged-*")
    assert aside.read_bytes() == content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_case_61_a_database_of_another_program_is_kept_aside_unchanged(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE letters (a)")
    before = path.read_bytes()
    Store(path).close()
    assert [aside.read_bytes() for aside in tmp_path.glob("*.damaged-*")] == [before]


def test_case_62_a_second_instance_is_told_so_and_a_newer_schema_left_as_it_is(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    store = Store(path)
    with pytest.raises(StoreError, match="Another window"):
        Store(path)
    store._db.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    store.close()
    before = path.read_bytes()
    with contextlib.closing(Store(path)) as newer:
        assert newer.read_only
        with pytest.raises(StoreError, match="newer version of this program"):
            newer.add([image("/in/a")], now=1)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.damaged-*"))


def test_case_63_a_source_that_was_moved_or_changed_shows_no_old_number(tmp_path):
    with contextlib.closing(Store(tmp_path / "worklist.sqlite3")) as store:
        store.add([image("/in/a"), image("/in/b")], now=1)
        store.record([scored("/in/a", 0.9), scored("/in/b", 0.8)])
        store.add([replace(image("/in/a"), identity=identity("/in/a", size=11))], now=2)
        store.set_missing(["/in/b"], True)
        [entry] = loaded(store, "/in")
        assert (entry.leading.path, entry.state) == ("/in/a", ScoreState.WAITING)
        store._db.execute("UPDATE files SET content_hash = 'edited' WHERE path = ?", (b"/in/a",))
        assert store.load_images(["/in/a"], MODEL)["/in/a"].prediction is None


def test_case_64_a_clock_that_jumps_changes_no_order(tmp_path):
    with contextlib.closing(Store(tmp_path / "worklist.sqlite3")) as store:
        for number, now in enumerate((2_000_000_000.0, 5.0, -7.0, 1_700_000_000.0)):
            store.add([image(f"/in/{number}")], now=now)
        assert [entry.leading.path for entry in loaded(store, "/in")] == [f"/in/{n}" for n in range(4)]


@pytest.mark.parametrize("written", ["20240231", "00000000", "3 March", "2024", ""])
def test_case_64_a_date_that_is_none_is_blank(tmp_path, written):
    data = dicom(StudyDate="20240101", PatientBirthDate=None).replace(b"20240101", written.ljust(8).encode())
    radiograph = read(tmp_path, data).radiograph
    assert (radiograph.study_date, radiograph.patient_birth_date) == ("", "")

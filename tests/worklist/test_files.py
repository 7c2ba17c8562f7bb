"""Which files of a folder the database knows, and in which order."""

from __future__ import annotations

import os

import pytest

from cxr_desktop.worklist import files
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import image


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "w.sqlite3")
    yield made
    made.close()


def test_files_come_study_after_study_in_order_of_arrival_whatever_their_names(store):
    odd = "/in/\udcff\udc80 0 1"
    store.add([image("/in/z", study_instance_uid="1"), image("/in/m", study_instance_uid="2")], now=1)
    store.add([image(odd, study_instance_uid="1"), image("/in/a", study_instance_uid="2")], now=2)
    store.add([image("/inn/b", study_instance_uid="1"), image("/in/gone", study_instance_uid="1")], now=3)
    store.set_missing(["/in/gone"], True)
    met = files.in_folder(store._db, "/in")
    assert [os.fsdecode(path) for path in met.paths] == ["/in/z", odd, "/in/m", "/in/a"]
    assert met.studies.tolist() == [1, 1, 2, 2]
    assert met.numbers.tolist() == [1, 3, 2, 4]


def test_one_file_is_a_place_too_and_an_unknown_folder_has_none(store):
    store.add([image("/in/a"), image("/in/a/b")], now=1)
    assert files.in_folder(store._db, "/in/a").paths == [b"/in/a", b"/in/a/b"]
    none = files.in_folder(store._db, "/other")
    assert (none.studies.tolist(), none.numbers.tolist(), none.paths) == ([], [], [])

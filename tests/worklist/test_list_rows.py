from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace

import pytest

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ReadState, Wish, WorklistEntry
from cxr_desktop.worklist import folder_pages, list_rows, schema
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.migrations import MIGRATIONS
from cxr_desktop.worklist.store import Store
from cxr_desktop.worklist.study_reader import StudyReader
from tests.worklist.list_row_samples import assert_fresh, expected, listed
from tests.worklist.samples import SCORED_BY, image, marked, not_scored, scored, unreadable

MODEL = ModelKey(SCORED_BY.model_digest, SCORED_BY.preprocess_version)
OTHER = ModelKey("e" * 64, SCORED_BY.preprocess_version)


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "w.sqlite3")
    made.list_for(MODEL)
    yield made
    made.close()


def rows_there(store: Store) -> int:
    return store._rows("SELECT count(*) FROM list_rows")[0][0]


def one_of(path: str, **changes):
    return image(path, study_instance_uid=f"1.2.{path}", **changes)


def test_rows_are_worked_out_with_whatever_changes_a_study(store):
    store.add([one_of("/in/a"), one_of("/in/b"), unreadable("/in/x")], now=1)
    assert rows_there(store) == 3
    steps = [
        lambda: store.record([scored("/in/a", 0.9), not_scored("/in/b")], 2.0),
        lambda: store.put_readings([marked(one_of("/in/a").radiograph.study_key, ReadState.READ, 3.0)]),
        lambda: store.add_impressions(
            [Impression(one_of("/in/b").radiograph.study_key, (Finding.NORMAL,), "2026-01-02", "seen")]
        ),
        lambda: store.set_wish("/in/a", Wish(False, 1, False)),
        lambda: store.forget_results(["/in/b"]),
        lambda: store.add([image("/in/c", study_instance_uid="1.2./in/a")], now=4),
        lambda: store.set_missing(["/in/x"], True),
    ]
    for step in steps:
        step()
        assert rows_there(store) == len({row[0] for row in store._rows("SELECT study FROM files WHERE NOT missing")})
        assert_fresh(store, "/in", MODEL)


def test_a_result_that_two_files_share_changes_the_rows_of_both(store):
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    store.record([scored("/in/a", 0.2, "same"), scored("/in/b", 0.2, "same")])
    store.record([scored("/in/a", 0.8, "same")])
    assert_fresh(store, "/in", MODEL)


def test_a_row_never_outlives_a_change_that_somebody_else_makes(store):
    store.add([one_of("/in/a")], now=1)
    store._db.execute("UPDATE studies SET read_state = 'read', read_by = 'Other'")
    assert rows_there(store) == 0
    assert_fresh(store, "/in", MODEL)


def test_a_store_that_knows_no_model_works_rows_out_when_they_are_loaded(tmp_path):
    store = Store(tmp_path / "w.sqlite3")
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    assert rows_there(store) == 0
    assert_fresh(store, "/in", MODEL)
    assert rows_there(store) == 2
    store.close()


def test_another_model_has_other_rows(store):
    store.add([one_of("/in/a")], now=1)
    other = replace(SCORED_BY, model_digest=OTHER.digest)
    store.record([scored("/in/a", 0.1), scored("/in/a", 0.9, scored_by=other)])
    for model in (MODEL, OTHER, MODEL):
        store.list_for(model)
        assert_fresh(store, "/in", model)


def test_a_study_of_which_a_part_lies_elsewhere_comes_whole_as_far_as_it_lies_here(store):
    store.add([image("/in/a", study_instance_uid="1"), image("/out/b", study_instance_uid="1"), one_of("/in/c")], now=1)
    pages = store.folder_pages("/in")
    page = pages.next(MODEL, False)
    assert page.rows.keys == [one_of("/in/c").radiograph.study_key]
    [part] = page.entries
    assert [each.path for each in part.images] == ["/in/a"]
    assert page.paths == {"/in/c": one_of("/in/c").radiograph.study_key}
    assert pages.next(MODEL, False) is None


def test_one_file_and_an_empty_folder_can_be_opened_too(store):
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    assert listed(store, "/in/a", MODEL)[2] == {"/in/a": one_of("/in/a").radiograph.study_key}
    assert store.folder_pages("/none").next(MODEL, False) is None


def test_pages_between_which_the_store_is_written_hold_every_study_once(store, monkeypatch):
    monkeypatch.setattr(folder_pages, "_FIRST", 3)
    monkeypatch.setattr(folder_pages, "_PAGE", 4)
    monkeypatch.setattr(folder_pages, "_WORKED_OUT", 2)
    store.add([one_of(f"/in/{number}") for number in range(12)], now=1)
    store._db.execute("DELETE FROM list_rows WHERE study > 4")
    pages, keys = store.folder_pages("/in"), []
    while (page := pages.next(MODEL, False)) is not None:
        keys += page.rows.keys
        store.record([scored("/in/5", 0.5)])
    assert keys == [one_of(f"/in/{number}").radiograph.study_key for number in range(12)]


def test_rows_that_are_all_there_are_asked_for_once(store):
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    pages, asked = store.folder_pages("/in"), []
    store._db.set_trace_callback(asked.append)
    assert len(pages.next(MODEL, False).rows.keys) == 2
    store._db.set_trace_callback(None)
    assert sum("FROM list_rows" in each for each in asked) == 1


def test_names_that_are_no_text_and_words_with_control_characters_stay_apart(store):
    odd = "/in/\udcff\udc80"
    store.add([one_of(odd, patient_name="A\x1fB^C", study_date="2020\x1f", patient_id="x\0y"), one_of("/in/b")], now=1)
    assert_fresh(store, "/in", MODEL)
    assert list(listed(store, "/in", MODEL)[2]) == [odd, "/in/b"]


def test_a_result_that_cannot_be_understood_is_none_and_its_image_waits(store):
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    store.record([scored("/in/a", 0.5), scored("/in/b", 0.5)])
    store._db.execute("UPDATE results SET document = '{' WHERE id = 1")
    assert_fresh(store, "/in", MODEL)
    assert [path for path, _ in listed(store, "/in", MODEL)[1]] == ["/in/a"]


def test_a_study_of_thousands_of_slices_is_worked_out_when_it_is_loaded(store, monkeypatch):
    monkeypatch.setattr(list_rows, "_MOST_FILES", 2)
    store.add([image(f"/in/{number}", study_instance_uid="1") for number in range(3)], now=1)
    assert rows_there(store) == 0
    assert_fresh(store, "/in", MODEL)


def test_people_who_share_a_patient_id_are_found(store):
    store.add(
        [
            one_of("/in/a", patient_id="7", patient_name="Ito^A"),
            one_of("/in/b", patient_id="7", patient_name="Sato^B"),
            one_of("/in/c", patient_id="8", patient_name="Ito^A"),
            one_of("/in/d", patient_id="8", patient_name="ITO^B"),
        ],
        now=1,
    )
    found = {key.split("|")[0]: (patient, person.family_name) for key, patient, person in store.contradictions(MODEL)}
    assert found == {"1.2./in/a": ("7", "ito"), "1.2./in/b": ("7", "sato")}
    assert len(store.people_of("8", MODEL)) == 2


def test_an_older_worklist_gets_its_rows_when_it_is_opened(tmp_path):
    path = tmp_path / "w.sqlite3"
    store = Store(path)
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    store.record([scored("/in/a", 0.9)])
    store.close()
    with contextlib.closing(sqlite3.connect(path)) as db, db:  # as version 4 left it
        triggers = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%rows_%'"
        ).fetchall()
        for name in (row[0] for row in triggers):
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DROP TABLE list_rows")
        db.execute("DROP TABLE stale_rows")
        db.execute("DROP INDEX files_by_content")
        db.execute("DROP INDEX files_as_met")
        db.execute("ALTER TABLE files DROP COLUMN settled")
        db.execute("PRAGMA user_version = 4")
    assert len(MIGRATIONS) == 6
    schema.open_database(path).close()
    store = Store(path)
    store.list_for(MODEL)
    assert_fresh(store, "/in", MODEL)
    store.set_wish("/in/b", Wish(True))
    assert_fresh(store, "/in", MODEL)
    store.close()


def test_a_reader_beside_the_store_reads_what_was_written_and_writes_nothing(store, tmp_path):
    store.add([one_of("/in/a"), one_of("/in/b")], now=1)
    store.record([scored("/in/a", 0.9)])
    reader = StudyReader(tmp_path / "w.sqlite3", MODEL)
    key = one_of("/in/a").radiograph.study_key
    found: dict[str, WorklistEntry] = reader.load([key, "none"])
    assert found == store.load_studies([key], MODEL)
    assert found[key].risk == 0.9
    assert expected(list(found.values()))[0][key] == listed(store, "/in", MODEL)[0][key]
    store.set_missing(["/in/a"], True)
    assert reader.load([key]) == {}


def test_on_a_full_disk_the_list_is_read_all_the_same(store, caplog):
    store.add([one_of(f"/in/{number}") for number in range(40)], now=1)
    store._db.execute("DELETE FROM list_rows WHERE study > 20")
    store._db.execute("VACUUM")
    store._db.execute(f"PRAGMA max_page_count = {store._rows('PRAGMA page_count')[0][0]}")
    page = store.folder_pages("/in").next(MODEL, False)
    assert len(page.rows.keys) == 20
    assert [each.images[0].path for each in page.entries] == [f"/in/{number}" for number in range(20, 40)]
    assert "full" in caplog.text

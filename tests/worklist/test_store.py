from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import SET_ASIDE, Correction, GateClass, Prediction, QualityVerdict, Status
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, Wish
from cxr_desktop.worklist import files, schema
from cxr_desktop.worklist.scan import mark_of
from cxr_desktop.worklist.store import ModelKey, Store
from tests.worklist.samples import SCORED_BY, hash_of, identity, image, not_scored, scored, second_opinion, unreadable

MODEL = ModelKey(SCORED_BY.model_digest, SCORED_BY.preprocess_version)
OTHER = ModelKey("e" * 64, SCORED_BY.preprocess_version)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "worklist.sqlite3")
    yield opened
    opened.close()


def reopened(store: Store, tmp_path: Path) -> Store:
    store.close()
    return Store(tmp_path / "worklist.sqlite3")


def loaded(store: Store, root: str, model: ModelKey = MODEL):
    return [entry for page in store.load_folder(root, model) for entry in page]


def test_a_result_comes_back_to_the_last_bit(store, tmp_path):
    store.add([image("/in/a.dcm")], now=100.5)
    prediction = scored("/in/a.dcm", 0.1 + 0.2, quarter_turns=0)
    store.record([prediction])
    again = reopened(store, tmp_path)
    [entry] = loaded(again, "/in")
    again.close()
    assert entry.images[0].prediction == prediction
    assert entry.images[0].radiograph == image("/in/a.dcm").radiograph
    assert entry.images[0].identity == identity("/in/a.dcm")
    assert entry.added_at == 100.5
    assert entry.state is ScoreState.SCORED


def test_images_of_one_study_make_one_entry_in_the_order_of_arrival(store):
    store.add([image("/in/b.dcm", study_instance_uid="1.9"), image("/in/a.dcm", study_instance_uid="1.1")], now=1)
    store.add([image("/in/c.dcm", study_instance_uid="1.9", view_position="LL")], now=2)
    first, second = loaded(store, "/in")
    assert [i.path for i in first.images] == ["/in/b.dcm", "/in/c.dcm"]
    assert [i.path for i in second.images] == ["/in/a.dcm"]
    assert first.order < second.order


def test_only_what_lies_under_the_folder_is_loaded(store):
    store.add([image(p) for p in ("/in/a", "/in/deep/er/b", "/in2/c", "/in.x", "/other/d")], now=1)
    assert [e.leading.path for e in loaded(store, "/in")] == ["/in/a", "/in/deep/er/b"]
    assert [e.leading.path for e in loaded(store, "/in/")] == ["/in/a", "/in/deep/er/b"]
    assert [e.leading.path for e in loaded(store, "/in/a")] == ["/in/a"]
    assert len(loaded(store, "/")) == 5


def test_a_changed_file_waits_again_and_its_old_result_stays_in_the_table(store):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.9, content_hash="old")])
    changed = replace(image("/in/a"), identity=identity("/in/a", mtime_ns=5))
    assert store.known_headers([changed.identity]) == {}
    store.add([changed], now=2)
    [entry] = loaded(store, "/in")
    assert entry.state is ScoreState.WAITING
    store.add([image("/in/copy")], now=3)
    store.record([scored("/in/a", 0.8, content_hash="new")])
    assert {row[0] for row in store._rows("SELECT content_hash FROM results")} == {"old", "new"}


@pytest.mark.parametrize("change", [{"size": 11}, {"mtime_ns": 1}, {"inode": 8}])
def test_size_time_and_inode_each_tell_a_changed_file(store, change):
    store.add([image("/in/a")], now=1)
    assert identity("/in/a").path in store.known_headers([identity("/in/a")])
    assert store.known_headers([identity("/in/a", **change)]) == {}


def test_a_scan_knows_the_marks_of_the_files_below_it_whose_headers_need_not_be_read_again(store, monkeypatch):
    monkeypatch.setattr(files, "_MARKS_AT_ONCE", 2)
    odd = os.fsdecode(b"/in/\xff\nline")
    settled = [
        image(path, requested_priority="") for path in ("/in/a", "/in/deep/er/b", odd, "/in/\U0001fa7b", "/in/z")
    ]
    png = image("/in/p.png", source=Source.PNG, requested_priority=None)
    others = [image("/in2/c", requested_priority=""), image("/in/old"), unreadable("/in/bad")]
    store.add([*settled, png, *others, image("/in/gone", requested_priority="")], now=1)
    store.set_missing(["/in/gone"], True)
    assert store.marks_below("/in") == {mark_of(each.identity) for each in (*settled, png)}
    assert store.marks_below("/in/a") == {mark_of(identity("/in/a"))}
    changed = replace(image("/in/a", requested_priority="STAT"), identity=identity("/in/a", mtime_ns=5))
    store.add([changed, image("/in/old", requested_priority="")], now=2)
    assert {mark_of(changed.identity), mark_of(identity("/in/old"))} <= store.marks_below("/in")
    assert store.marks_below("/nowhere") == set()


def test_inodes_and_times_that_sqlite_cannot_count_are_kept(store):
    big = replace(image("/in/a"), identity=identity("/in/a", inode=2**127 + 3, mtime_ns=2**64))
    store.add([big], now=1)
    assert loaded(store, "/in")[0].images[0].identity == big.identity


def test_another_model_or_another_preprocessing_does_not_count_as_a_result(store):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.9)])
    assert loaded(store, "/in", OTHER)[0].state is ScoreState.WAITING
    assert (
        loaded(store, "/in", MODEL._replace(preprocess_version=MODEL.preprocess_version + 1))[0].state
        is ScoreState.WAITING
    )
    other = replace(SCORED_BY, model_digest="e" * 64)
    store.record([scored("/in/a", 0.2, scored_by=other)])
    assert loaded(store, "/in", OTHER)[0].risk == 0.2
    assert loaded(store, "/in")[0].risk == 0.9


def test_the_newest_number_of_a_model_counts_whatever_device_made_it(store):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.9)])
    store.record([scored("/in/a", 0.91, scored_by=replace(SCORED_BY, device="cuda:0", precision="fp16"))])
    assert loaded(store, "/in")[0].risk == 0.91
    store.record([scored("/in/a", 0.9)])
    assert loaded(store, "/in")[0].risk == 0.9


def test_a_result_under_other_wishes_is_not_this_images_result(store):
    store.add([image("/in/a")], now=1)
    store.record([not_scored("/in/a", content_hash="h")])
    assert loaded(store, "/in")[0].reason == "lateral view"
    store.set_wish("/in/a", Wish(override=True, quarter_turns=5))
    [entry] = loaded(store, "/in")
    assert (entry.state, entry.images[0].override, entry.images[0].quarter_turns) == (ScoreState.WAITING, True, 1)
    store.record([scored("/in/a", 0.4, content_hash="h", override=True, quarter_turns=1)])
    assert loaded(store, "/in")[0].risk == 0.4
    store.set_wish("/in/a", Wish())
    assert loaded(store, "/in")[0].reason == "lateral view"


def test_an_inverted_image_has_results_of_its_own(store, tmp_path):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.9, content_hash="h")])
    store.set_wish("/in/a", Wish(inverted=True))
    [entry] = loaded(store, "/in")
    assert (entry.state, entry.images[0].inverted) == (ScoreState.WAITING, True)
    store.record([scored("/in/a", 0.2, content_hash="h", inverted=True)])
    again = reopened(store, tmp_path)
    try:
        [entry] = loaded(again, "/in")
        assert (entry.risk, entry.images[0].wish) == (0.2, Wish(inverted=True))
        assert entry.images[0].prediction.inverted
        again.set_wish("/in/a", Wish())
        assert loaded(again, "/in")[0].risk == 0.9
        changed = replace(image("/in/a"), identity=identity("/in/a", mtime_ns=5))
        again.set_wish("/in/a", Wish(True, 1, True))
        again.add([changed], now=2)
        assert loaded(again, "/in")[0].images[0].wish == Wish()
    finally:
        again.close()


def test_a_failure_under_one_wish_is_not_one_under_another(store):
    store.add([image("/in/a")], now=1)
    store.record([Prediction("/in/a", Status.NOT_SCORED, "took longer", scored_by=SCORED_BY)])
    store.set_wish("/in/a", Wish(inverted=True))
    assert loaded(store, "/in")[0].state is ScoreState.WAITING
    store.record([Prediction("/in/a", Status.NOT_SCORED, "took even longer", scored_by=SCORED_BY, inverted=True)])
    assert loaded(store, "/in")[0].reason == "took even longer"
    store.set_wish("/in/a", Wish())
    assert loaded(store, "/in")[0].reason == "took longer"


def test_lungs_a_second_opinion_and_an_offered_correction_come_back(store, tmp_path):
    store.add([image("/in/a"), image("/in/b")], now=1)
    lungs = LungField(4, 6, bytes([LungZone.LEFT_LOWER, *[0] * 22, LungZone.RIGHT_UPPER]), Affine(3, 0, 1, 0, 3, 2))
    found = scored("/in/a", 0.6, lungs=lungs, second=second_opinion(0.1))
    verdict = QualityVerdict(GateClass.INVERTED, False, "black bones", {"inverted": 0.9}, Correction(3, True))
    stopped = not_scored("/in/b", "black bones", gate=verdict, lungs=lungs)
    store.record([found, stopped])
    again = reopened(store, tmp_path)
    one, two = (entry.leading.prediction for entry in loaded(again, "/in"))
    again.close()
    assert (one, two) == (found, stopped)
    assert one.lungs.zones == lungs.zones
    assert one.disagreement == 0.5
    assert two.gate.correction == Correction(3, True)


def test_lungs_that_were_damaged_on_disk_are_found_again_by_scoring(store):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.6, lungs=LungField(2, 2, bytes(4), Affine()))])
    assert loaded(store, "/in")[0].state is ScoreState.SCORED
    store._db.execute("UPDATE results SET lungs = x'00'")
    assert loaded(store, "/in")[0].state is ScoreState.WAITING


def test_a_header_problem_is_a_row_with_its_reason(store):
    store.add([unreadable("/in/x"), unreadable("/in/t.txt", "not an image", Status.NOT_AN_IMAGE)], now=1)
    one, two = loaded(store, "/in")
    assert (one.state, one.reason) == (ScoreState.NOT_SCORED, "the file is truncated")
    assert (two.state, two.radiograph) == (ScoreState.NOT_AN_IMAGE, None)
    known = store.known_headers([identity("/in/x"), identity("/in/t.txt")])
    assert {p: k.status for p, k in known.items() if isinstance(k, Prediction)} == {
        "/in/x": Status.NOT_SCORED,
        "/in/t.txt": Status.NOT_AN_IMAGE,
    }


def test_a_failure_without_a_content_hash_is_kept_with_the_file(store, tmp_path):
    store.add([image("/in/a")], now=1)
    failure = Prediction(
        "/in/a", Status.NOT_SCORED, "the engine stopped twice", scored_by=SCORED_BY, flags=(SET_ASIDE,)
    )
    store.record([failure])
    again = reopened(store, tmp_path)
    try:
        assert loaded(again, "/in")[0].images[0].prediction == failure
        assert loaded(again, "/in", OTHER)[0].state is ScoreState.WAITING
        again.record([scored("/in/a", 0.5)])
        assert loaded(again, "/in")[0].risk == 0.5
        assert again._rows("SELECT count(*) FROM failures") == [(0,)]
    finally:
        again.close()


def test_scoring_again_by_hand_forgets_results_and_failures(store):
    store.add([image("/in/a"), image("/in/b")], now=1)
    store.record([scored("/in/a", 0.5), Prediction("/in/b", Status.NOT_SCORED, "took longer", flags=(SET_ASIDE,))])
    store.forget_results(["/in/a", "/in/b"])
    assert [e.state for e in loaded(store, "/in")] == [ScoreState.WAITING] * 2


def test_names_that_are_not_utf8_come_back_byte_for_byte(store, tmp_path):
    path = os.fsdecode(b"/in/\xff\xfe nasty\n.dcm")
    store.add([image(path, study_instance_uid=""), unreadable(path + "x")], now=1)
    store.record([scored(path, 0.7)])
    again = reopened(store, tmp_path)
    one, two = loaded(again, "/in")
    again.close()
    assert one.images[0].path == path
    assert one.key == f"file|{path}"
    assert two.key == f"file|{path}x"
    assert one.risk == 0.7


def test_reading_states_come_back_and_a_new_image_makes_a_read_study_unread(store, tmp_path):
    store.add([image("/in/a", study_instance_uid="1.1"), image("/in/b", study_instance_uid="1.2")], now=1)
    first, second = loaded(store, "/in")
    keys = [first.key, second.key]
    read = replace(first.with_read_state(ReadState.READ, 12.5, "Dr. One"), set_urgency=Urgency.STAT, scores_seen=True)
    store.put_readings([read, second.with_read_state(ReadState.IN_READING, 13.0)])
    again = reopened(store, tmp_path)
    try:
        one, two = loaded(again, "/in")
        assert (one.read_state, one.read_at, two.read_state) == (ReadState.READ, 12.5, ReadState.IN_READING)
        assert (one.read_by, one.set_urgency, one.scores_seen) == ("Dr. One", Urgency.STAT, True)
        assert (two.read_by, two.set_urgency, two.scores_seen) == ("", None, False)
        added = again.add([image("/in/a2", study_instance_uid="1.1")], now=2)
        assert added.studies[keys[0]].read_state is ReadState.UNREAD
        [reopened_study, _] = loaded(again, "/in")
        assert (reopened_study.read_state, reopened_study.read_by) == (ReadState.UNREAD, "")
        assert again.add([image("/in/b", study_instance_uid="1.2")], now=3).known == ["/in/b"]
        assert loaded(again, "/in")[1].read_state is ReadState.IN_READING
    finally:
        again.close()


def test_missing_files_are_not_loaded_and_return_with_their_results(store):
    store.add([image("/in/a")], now=1)
    store.record([scored("/in/a", 0.6)])
    store.set_missing(["/in/a"], missing=True)
    assert loaded(store, "/in") == []
    store.set_missing(["/in/a"], missing=False)
    assert loaded(store, "/in")[0].risk == 0.6
    assert set(store.load_images(["/in/a", "/in/none"], MODEL)) == {"/in/a"}


def test_many_images_come_in_pages_and_studies_are_not_torn(store):
    store.add([image(f"/in/{n:05d}", study_instance_uid=f"1.{n // 3}") for n in range(1800)], now=1)
    pages = list(store.load_folder("/in", MODEL))
    assert len(pages) > 2
    assert [len(e.images) for page in pages for e in page] == [3] * 600


def test_a_damaged_row_is_left_out_and_the_rest_is_loaded(store):
    store.add([image("/in/a"), image("/in/b")], now=1)
    store.record([scored("/in/a", 0.5), scored("/in/b", 0.6)])
    store._db.execute("UPDATE results SET document = '{\"status\": 3}' WHERE content_hash = ?", (hash_of("/in/a"),))
    one, two = loaded(store, "/in")
    assert (one.state, two.risk) == (ScoreState.WAITING, 0.6)


# The file -----------------------------------------------------------------------------------------------------


def test_the_file_is_private_and_says_whose_it_is(store, tmp_path):
    path = tmp_path / "worklist.sqlite3"
    store.add([image("/in/a")], now=1)
    for suffix in ("", "-wal", "-shm", ".lock"):
        assert path.with_name(path.name + suffix).stat().st_mode & 0o777 == 0o600
    store.close()
    assert int.from_bytes(path.read_bytes()[68:72], "big") == schema.APPLICATION_ID
    assert int.from_bytes(path.read_bytes()[60:64], "big") == len(schema.MIGRATIONS)


def test_a_power_cut_loses_nothing_that_was_committed(store):
    assert store._rows("PRAGMA journal_mode") == [("wal",)]
    assert store._rows("PRAGMA synchronous") == [(2,)]  # FULL


def test_a_second_instance_is_told_so(store, tmp_path):
    with pytest.raises(StoreError, match="Another window of this program has the worklist open"):
        Store(tmp_path / "worklist.sqlite3")
    store.close()
    Store(tmp_path / "worklist.sqlite3").close()


def test_another_process_is_told_so_too(store, tmp_path):
    code = (
        "import sys; from pathlib import Path; from cxr_desktop.worklist.store import Store; Store(Path(sys.argv[1]))"
    )
    child = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "worklist.sqlite3")], capture_output=True, text=True, check=False
    )
    assert "Another window of this program has the worklist open" in child.stderr


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"not a database at all, only some text" * 200, os.urandom(50_000)],
    ids=["empty", "one byte", "text", "random"],
)
def test_a_damaged_file_is_set_aside_and_never_overwritten(tmp_path, content):
    path = tmp_path / "worklist.sqlite3"
    path.write_bytes(content)
    store = Store(path)
    store.add([image("/in/a")], now=1)
    store.close()
    [aside] = tmp_path.glob("worklist.sqlite3.damaged-*")
    assert aside.read_bytes() == content
    assert len(store.notices) == 1
    assert "set aside" in store.notices[0]
    again = Store(path)
    again.close()
    assert again.notices == ()


def test_a_database_of_another_program_is_set_aside_unchanged(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE letters (a)")
    other.close()
    before = path.read_bytes()
    Store(path).close()
    [aside] = tmp_path.glob("*.damaged-*")
    assert aside.read_bytes() == before


def test_damage_inside_the_file_is_found_at_the_start(store, tmp_path):
    path = tmp_path / "worklist.sqlite3"
    store.add([image(f"/in/{n}") for n in range(2000)], now=1)
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * 20 : 4096 * 60] = os.urandom(4096 * 40)
    path.write_bytes(content)
    again = Store(path)
    again.close()
    assert again.notices
    assert [p.read_bytes() for p in tmp_path.glob("*.damaged-*")] == [bytes(content)]


def test_a_newer_schema_is_opened_for_reading_alone_and_left_as_it_is(store, tmp_path):
    path = tmp_path / "worklist.sqlite3"
    store._db.execute("PRAGMA user_version = 99")
    store.close()
    before = path.read_bytes()
    with contextlib.closing(Store(path)) as newer:
        assert newer.read_only
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(store, tmp_path):
    path = tmp_path / "worklist.sqlite3"
    store.add([image("/in/a")], now=1)
    store.close()
    broken = (*schema.MIGRATIONS, "CREATE TABLE extra (a);\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(StoreError):
        schema.open_database(path, broken)
    database = schema.open_database(path, (*schema.MIGRATIONS, "CREATE TABLE extra (a);"))
    assert database.connection.execute("SELECT count(*) FROM files").fetchone() == (1,)
    assert database.connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS) + 1,)
    database.close()


def test_a_backup_may_read_while_the_window_is_open(store, tmp_path):
    store.add([image("/in/a")], now=1)
    with contextlib.closing(sqlite3.connect(f"file:{tmp_path}/worklist.sqlite3?mode=ro", uri=True)) as reader:
        assert reader.execute("SELECT count(*) FROM files").fetchone() == (1,)
        store.add([image("/in/b")], now=1)
        assert reader.execute("SELECT count(*) FROM files").fetchone() == (2,)


def test_a_folder_that_cannot_be_written_is_one_plain_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written") as caught:
        Store(tmp_path / "file" / "worklist.sqlite3")
    assert str(tmp_path) not in str(caught.value)


def test_a_full_disk_is_said_and_the_batch_is_taken_back(store):
    store.add([image("/in/a")], now=1)
    pages = store._rows("PRAGMA page_count")[0][0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="the disk is full"):
        store.record([scored("/in/a", 0.5, content_hash=f"{n}") for n in range(200)])
    store._db.execute("PRAGMA max_page_count = 1000000")
    assert store._rows("SELECT count(*) FROM results") == [(0,)]
    store.record([scored("/in/a", 0.5)])


_RECORDER = """
import sys
from pathlib import Path
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import image, scored
store = Store(Path(sys.argv[1]))
number = 0
while True:
    paths = [f"/in/{number + n}" for n in range(3)]
    store.add([image(path) for path in paths], now=1)
    store.record([scored(path, 0.5) for path in paths])
    print(*paths, flush=True)
    number += 3
"""


def test_nothing_that_was_reported_as_recorded_is_lost_by_kill_9(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    root = Path(__file__).parents[2]
    child = subprocess.Popen([sys.executable, "-c", _RECORDER, str(path)], stdout=subprocess.PIPE, text=True, cwd=root)
    assert child.stdout is not None
    with child.stdout:
        reported = [child.stdout.readline() for _ in range(40)]
        child.send_signal(signal.SIGKILL)
        reported += child.stdout.readlines()
    child.wait(10)
    expected = {p for line in reported if line.endswith("\n") for p in line.split()}
    assert len(expected) >= 120
    store = Store(path)
    found = {e.leading.path for e in loaded(store, "/in") if e.risk == 0.5}
    store.close()
    assert store.notices == ()
    assert expected <= found


def test_a_study_is_ranked_once_by_its_first_result(store):
    store.add([image("/in/a", study_instance_uid="1.1"), image("/in/b", study_instance_uid="1.1")], now=10.0)
    store.add([image("/in/c", study_instance_uid="1.2")], now=20.0)
    assert store.waits_until_ranked() == []
    store.record([scored("/in/a", 0.5)], now=12.5)
    store.record([scored("/in/a", 0.6), scored("/in/b", 0.5)], now=99.0)
    assert store.waits_until_ranked() == [2.5]

"""A database of before opens with everything in it: a real file of version 2, made by that version's own SQL."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import struct
from pathlib import Path

import pytest

from cxr_desktop.domain.deed import Action
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding, GateClass, ScoredBy, Status
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, Wish
from cxr_desktop.worklist import schema
from cxr_desktop.worklist.migrations import MIGRATIONS
from cxr_desktop.worklist.store import ModelKey, Store
from tests.worklist.samples import identity, image, scored

DIGEST = "d" * 64
KEY = f"{DIGEST}|1|openvino|cpu|fp32"
MODEL = ModelKey(DIGEST, 1)
SCORED_BY = {
    "model": "triage", "model_version": "1.0", "model_digest": DIGEST, "backend": "openvino", "device": "cpu",
    "precision": "fp32", "preprocess_version": 1,
}  # fmt: skip
HEADER = {"source": "dicom", "rows": 2000, "columns": 1800, "study_instance_uid": "1.2", "flags": []}


def _document(risk: float, **changes: object) -> str:
    """As version 2 wrote it: it knew neither lungs, nor a second opinion, nor corrections."""
    document = {
        "reason": "", "content_hash": "h", "seconds": 0.1, "scored_at": "2026-01-02T03:04:05+00:00",
        "quarter_turns": 0, "override": False, "status": "scored", "risk_band": "above", "risk_finding": "covid19",
        "probabilities": {"covid19": risk, "normal": 1 - risk}, "logits": {"covid19": 1.5, "normal": -0.5},
        "scored_by": SCORED_BY, "flags": ["no DICOM preamble"],
        "gate": {"gate_class": "frontal_chest", "usable": True, "reason": "", "probabilities": {"frontal_chest": 0.9}},
        "maps": [["covid19", 2, 2, [2.0, 0.0, 5.0, 0.0, 2.0, 7.0], "grad-cam"]],
    }  # fmt: skip
    return json.dumps(document | changes)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Version 2 with files, results under three wishes, a failure, an impression and a study that was read."""
    path = tmp_path / "worklist.sqlite3"
    schema.open_database(path, MIGRATIONS[:2]).close()
    maps = struct.pack("<4f", 0, 1, 2, 3)
    refused = _document(
        0.5, status="not_scored", reason="lateral view", probabilities={}, logits={}, risk_band=None, maps=[],
        gate={"gate_class": "lateral_chest", "usable": False, "reason": "lateral view", "probabilities": {}},
    )  # fmt: skip
    failure = _document(0.5, status="not_scored", reason="took longer", content_hash="", maps=[], probabilities={})
    result = (
        "INSERT INTO results (content_hash, scored_by, quarter_turns, override, model_digest, preprocess_version, "
        "document, maps) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    file = (
        "INSERT INTO files (path, identity, study, header, content_hash, override, quarter_turns, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1)"
    )
    stamp = "10 1700000000123456789 7"
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO studies (key, added_at, read_state, read_at) VALUES (?, 1, 'read', 12.5)", (b"1.2",))
        db.execute("INSERT INTO studies (key, added_at) VALUES (?, 2)", (b"1.3",))
        db.execute(file, (b"/in/a", stamp, 1, json.dumps(HEADER), "h", 0, 0))
        db.execute(file, (b"/in/b", stamp, 1, json.dumps(HEADER), "k", 1, 3))
        db.execute(file, (b"/in/c", stamp, 2, json.dumps(HEADER | {"study_instance_uid": "1.3"}), None, 0, 0))
        db.execute(result, ("h", KEY, 0, 0, DIGEST, 1, _document(0.9), maps))
        db.execute(result, ("k", KEY, 0, 0, DIGEST, 1, refused, b""))
        db.execute(result, ("k", KEY, 3, 1, DIGEST, 1, _document(0.7, quarter_turns=3, override=True), maps))
        db.execute("INSERT INTO failures VALUES (3, ?, 0, 0, ?)", (DIGEST, failure))
        said = "INSERT INTO impressions (study, at, findings, note) VALUES (1, ?, ?, 'seen')"
        db.execute(said, ("2026-01-02", '["covid19"]'))
    return path


def test_an_old_worklist_opens_with_all_its_results_wishes_and_words(old):
    store = Store(old)
    try:
        assert store.notices == ()
        [one, two] = [entry for page in store.load_folder("/in", MODEL) for entry in page]
        first, second = one.images
        assert (first.wish, second.wish) == (Wish(), Wish(True, 3))
        assert first.prediction.probabilities == {Finding.COVID19: 0.9, Finding.NORMAL: pytest.approx(0.1)}
        assert struct.unpack("<4f", first.prediction.maps[0].values) == (0, 1, 2, 3)
        assert first.prediction.gate.gate_class is GateClass.FRONTAL_CHEST
        assert (first.prediction.second, first.prediction.lungs, first.prediction.inverted) == (None, None, False)
        assert (second.prediction.risk, second.prediction.override) == (0.7, True)
        assert (one.read_state, one.read_at) == (ReadState.READ, 12.5)
        assert one.impression == Impression("1.2", (Finding.COVID19,), "2026-01-02", "seen", blind=False, recorded=True)
        assert (one.read_by, one.urgency, one.scores_seen) == ("", Urgency.ROUTINE, True)
        assert (two.scores_seen, first.radiograph.requested_priority) == (False, None)
        assert (two.leading.state, two.reason) == (ScoreState.NOT_SCORED, "took longer")
        store.set_wish("/in/b", Wish())
        assert store.load_images(["/in/b"], MODEL)["/in/b"].prediction.status is Status.NOT_SCORED
        assert store.deeds() == []
    finally:
        store.close()


def test_what_was_said_and_logged_in_version_3_stays_and_new_words_stand_beside_it(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    schema.open_database(path, MIGRATIONS[:3]).close()
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO studies (key, added_at, read_state, read_at) VALUES (?, 1, 'in_reading', NULL)", (b"k",)
        )
        db.execute("INSERT INTO impressions (study, at, findings, note) VALUES (1, '2026-01-02', '[\"normal\"]', 'x')")
        db.execute(
            "INSERT INTO audit (at, study, content_hash, action, details) "
            "VALUES ('2026', 1, 'h', 'turn', '{\"before\":1}')"
        )
    store = Store(path)
    try:
        [study] = store.studies(["k"]).values()
        assert study.impression == Impression("k", (Finding.NORMAL,), "2026-01-02", "x")
        assert (study.read_state, study.scores_seen) == (ReadState.IN_READING, True)
        [deed] = store.deeds()
        assert (deed.action, deed.details) == (Action.TURN, {"before": 1})
        said = Impression("k", (), "2026-01-03", "y", Verdict.AGREE, ("teaching",), "Dr. One", True, False)
        store.add_impressions([said])
        assert store.studies(["k"])["k"].impression == said
        with pytest.raises(schema.StoreError):
            store._rows("UPDATE impressions SET blind = 1")
    finally:
        store.close()
    assert _version(path) == len(MIGRATIONS)


def test_an_old_result_is_replaced_by_one_of_equal_key_and_new_wishes_stand_beside_it(old):
    store = Store(old)
    try:
        by = ScoredBy(**SCORED_BY)
        store.record([scored("/in/a", 0.8, content_hash="h", scored_by=by)])
        store.record([scored("/in/a", 0.3, content_hash="h", scored_by=by, inverted=True)])
        assert store._rows("SELECT inverted, count(*) FROM results WHERE content_hash = 'h' GROUP BY inverted") == [
            (0, 1),
            (1, 1),
        ]
        assert store.load_images(["/in/a"], MODEL)["/in/a"].prediction.risk == 0.8
        assert store.add([image("/in/a", study_instance_uid="1.2")], now=3).known == ["/in/a"]
        assert store.known_headers([identity("/in/c")])
        store.record([scored("/in/b", 0.4), scored("/in/c", 0.5)], now=5.0)
        assert store.waits_until_ranked() == [3.0], "when the first study was ranked nobody wrote down"
    finally:
        store.close()
    assert _version(old) == len(MIGRATIONS)


def test_headers_of_an_older_worklist_are_settled_unless_they_lack_the_priority_of_the_request(tmp_path):
    path = tmp_path / "w.sqlite3"
    schema.open_database(path, MIGRATIONS[:5]).close()
    headers = {
        b"/in/new": '{"source":"dicom","requested_priority":""}',
        b"/in/old": '{"source":"dicom","patient_name":"x"}',
        b"/in/unasked": '{"source":"dicom","requested_priority":null}',
        b"/in/p.png": '{"source":"png","requested_priority":null}',
        b"/in/bad": None,
    }
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO studies (id, key, added_at) VALUES (1, x'6b', 0)")
        db.executemany(
            "INSERT INTO files (path, identity, study, header, added_at) VALUES (?, '1 2 3', 1, ?, 0)", headers.items()
        )
    store = Store(path)
    try:
        assert store.marks_below("/in") == {"/in/new\0001 2 3", "/in/p.png\0001 2 3"}
    finally:
        store.close()


def test_a_migration_that_is_interrupted_leaves_the_old_worklist_as_it_was(old, monkeypatch):
    before = _dump(old)
    broken = (*MIGRATIONS[:2], MIGRATIONS[2] + "INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(schema.StoreError):
        schema.open_database(old, broken)
    assert _dump(old) == before
    assert _version(old) == 2


def _dump(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def _version(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
